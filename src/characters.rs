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

/// The classes of a character and its folded form.
type Entry = (u8, char);

static TABLE: LazyLock<Box<[Entry; TABLED]>> = LazyLock::new(|| {
    let mut table = Box::new([(0, '\0'); TABLED]);
    for (code, entry) in (0..).zip(table.iter_mut()) {
        let Some(c) = char::from_u32(code) else { continue };
        *entry = (computed(c), fold(c));
    }
    table
});

/// Capitals of Turkish are those of other languages but for two, and those of Greek bear no accents.
fn fold(c: char) -> char {
    match c.to_lowercase().next() {
        Some('ı') => 'i',
        Some('ά') => 'α',
        Some('έ') => 'ε',
        Some('ή') => 'η',
        Some('ί' | 'ϊ' | 'ΐ') => 'ι',
        Some('ό') => 'ο',
        Some('ύ' | 'ϋ' | 'ΰ') => 'υ',
        Some('ώ') => 'ω',
        Some('ς') => 'σ',
        small => small.unwrap_or(c),
    }
}

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

/// The form in which words are compared: small letters, in which those that only small letters tell apart are one (`ı` and `i`
/// of Turkish, letters of Greek with an accent or without).
#[inline]
pub(crate) fn folded(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    TABLE.get(c as usize).map_or_else(|| fold(c), |&(_, folded)| folded)
}

/// Chinese, Japanese and Korean characters, and all that stand behind the first of them.
pub(crate) fn is_unspaced(c: char) -> bool {
    c >= '\u{2e80}'
}

/// Whether two texts are one in the form in which words are compared.
pub(crate) fn are_alike(one: &str, other: &str) -> bool {
    one.chars().map(folded).eq(other.chars().map(folded))
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
            let mut lower = c.to_lowercase();
            let others = matches!(c, 'İ' | 'ı' | 'Ά'..='ΐ' | 'Ϊ'..='ώ');
            assert!(others || lower.next() == Some(folded(c)) && lower.next().is_none(), "{c:?}");
        }
    }

    #[test]
    fn capitals_fold_to_what_small_letters_do() {
        for (capitals, small) in
            [("KAYIT İÇİN", "kayıt için"), ("ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ", "διαβάστε επίσης"), ("ΜΑΪΟΣ", "μάιος")]
        {
            let folded = |text: &str| text.chars().map(folded).collect::<String>();
            assert_eq!(folded(capitals), folded(small));
        }
    }
}
