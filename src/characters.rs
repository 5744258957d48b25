//! What kind of character one is, by table for the scripts that most text beyond ASCII is in.

use std::sync::LazyLock;

/// The scripts up to Arabic, whose last block ends here.
const TABLED: usize = 0x700;

/// White_Space.
pub(crate) const WHITE_SPACE: u8 = 1;
/// Alphabetic.
pub(crate) const ALPHABETIC: u8 = 2;
/// Numeric: the general categories Nd, Nl and No.
pub(crate) const NUMERIC: u8 = 4;
/// Uppercase.
pub(crate) const UPPERCASE: u8 = 8;

/// The classes of a character and its small form; none where that is not one character.
type Entry = (u8, Option<char>);

static TABLE: LazyLock<Box<[Entry; TABLED]>> = LazyLock::new(|| {
    let mut table = Box::new([(0, None); TABLED]);
    for (code, entry) in (0..).zip(table.iter_mut()) {
        let Some(c) = char::from_u32(code) else { continue };
        let mut lower = c.to_lowercase();
        *entry = (computed(c), lower.next().filter(|_| lower.next().is_none()));
    }
    table
});

fn computed(c: char) -> u8 {
    let class = |holds, class| if holds { class } else { 0 };
    class(c.is_whitespace(), WHITE_SPACE)
        | class(c.is_alphabetic(), ALPHABETIC)
        | class(c.is_numeric(), NUMERIC)
        | class(c.is_uppercase(), UPPERCASE)
}

/// The classes of a character, as the Unicode version of the standard library has them.
pub(crate) fn classes(c: char) -> u8 {
    match c {
        // Dashes and quotation marks; Chinese characters; Korean syllables.
        '\u{2010}'..='\u{2027}' => 0,
        '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => ALPHABETIC,
        _ => TABLE.get(c as usize).map_or_else(|| computed(c), |&(classes, _)| classes),
    }
}

/// The small form of a character where that is one character.
pub(crate) fn lowercase(c: char) -> Option<char> {
    match TABLE.get(c as usize) {
        Some(&(_, lower)) => lower,
        None => {
            let mut lower = c.to_lowercase();
            lower.next().filter(|_| lower.next().is_none())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_as_the_standard_library() {
        for c in ('\0'..='\u{FFFF}').filter(|c| !c.is_ascii_control()) {
            assert_eq!(classes(c) & ALPHABETIC != 0, c.is_alphabetic(), "{c:?}");
            assert_eq!(classes(c) & NUMERIC != 0, c.is_numeric(), "{c:?}");
            assert_eq!(classes(c) & UPPERCASE != 0, c.is_uppercase(), "{c:?}");
            assert_eq!(classes(c) & WHITE_SPACE != 0, c.is_whitespace(), "{c:?}");
            let lower: String = c.to_lowercase().collect();
            assert_eq!(
                lowercase(c).is_some_and(|lower_of_c| lower == lower_of_c.to_string()),
                lower.chars().count() == 1
            );
        }
    }
}
