//! Text that was decoded in the wrong way before it came here: `dÃ©jÃ  vu`, `â€œquotedâ€`, `РџСЂРёРІРµС‚`.

use std::ops::RangeInclusive;

use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};

use crate::model::Span;

/// UTF-8 that was read in another encoding.
pub(crate) struct Mojibake {
    /// Where the first such character stands.
    pub(crate) first: Span,
    /// Number of characters that were broken.
    pub(crate) count: usize,
    /// WHATWG name of the encoding in which it was read.
    pub(crate) encoding: &'static str,
}

/// Fewer sequences may have been meant.
const FEWEST: usize = 3;

/// Looks for sequences of characters whose bytes in a Western or Cyrillic encoding are a character of UTF-8. They must be
/// many beside the other characters that are not ASCII: a writer may mean some of them.
pub(crate) fn find(document: &str) -> Option<Mojibake> {
    // Most of these characters begin with Ã, Â or â in the one encoding, and with Р or С in the other.
    let western = || may_hold(document, 0xC3, 0x82..=0xB4);
    let cyrillic = || may_hold(document, 0xD0, 0xA0..=0xA1);
    let found = western().then(|| in_encoding(document, WINDOWS_1252)).flatten();
    found.or_else(|| cyrillic().then(|| in_encoding(document, WINDOWS_1251)).flatten())
}

/// Whether enough characters of two bytes, the second of them in a range, have another right behind that is not ASCII.
fn may_hold(document: &str, first: u8, second: RangeInclusive<u8>) -> bool {
    let bytes = document.as_bytes();
    let leads = memchr::memchr_iter(first, bytes)
        .filter(|&at| second.contains(&bytes[at + 1]) && bytes.get(at + 2).is_some_and(|byte| !byte.is_ascii()));
    leads.take(FEWEST).count() == FEWEST
}

fn in_encoding(document: &str, encoding: &'static Encoding) -> Option<Mojibake> {
    let bytes = Bytes::of(encoding);
    let (mut first, mut count, mut others) = (None, 0, 0_usize);
    let mut rest = document.char_indices().filter(|(_, c)| !c.is_ascii()).peekable();
    while let Some((at, lead)) = rest.next() {
        let length = match bytes.get(lead) {
            Some(0xC2..=0xDF) => 1,
            Some(0xE0..=0xEF) => 2,
            Some(0xF0..=0xF4) => 3,
            _ => 0,
        };
        let mut end = at + lead.len_utf8();
        let mut found = 0;
        while found < length
            && let Some(&(next, c)) = rest.peek()
            && next == end
            && matches!(bytes.get(c), Some(0x80..=0xBF))
        {
            end += c.len_utf8();
            found += 1;
            rest.next();
        }
        if length > 0 && found == length {
            first.get_or_insert(Span::new(at, end));
            count += 1;
        } else {
            others += 1 + found;
        }
    }
    (count >= FEWEST && count * 2 >= others).then_some(Mojibake { first: first?, count, encoding: encoding.name() })
}

/// The bytes from 80 on that characters are in an encoding of one byte a character.
struct Bytes([u8; Self::BEHIND]);

impl Bytes {
    /// Behind the last character that any of the encodings has, U+2122.
    const BEHIND: usize = 0x2123;

    fn of(encoding: &'static Encoding) -> Self {
        let mut bytes = [0; Self::BEHIND];
        for byte in 0x80..=0xFF_u8 {
            // A control may have been left as it is.
            for c in encoding
                .decode_without_bom_handling(&[byte])
                .0
                .chars()
                .chain([char::from(byte)])
                .take(if byte < 0xA0 { 2 } else { 1 })
            {
                if let Some(place) = bytes.get_mut(c as usize) {
                    *place = byte;
                }
            }
        }
        Self(bytes)
    }

    fn get(&self, c: char) -> Option<u8> {
        self.0.get(c as usize).copied().filter(|&byte| byte != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn broken_text_is_reported() {
        for (text, encoding) in [
            ("Il a dit Â« dÃ©jÃ\u{A0} vu Â».", "windows-1252"),
            ("â€œquotedâ€\u{9D} donâ€™t", "windows-1252"),
            ("РџСЂРёРІРµС‚, РјРёСЂ", "windows-1251"),
            ("\u{E2}\u{80}\u{99}s and \u{E2}\u{80}\u{9C}a\u{E2}\u{80}\u{9D}", "windows-1252"),
        ] {
            assert_eq!(find(text).map(|found| found.encoding), Some(encoding), "{text}");
        }
    }

    #[test]
    fn whole_text_is_not() {
        for text in [
            "Il a dit « déjà vu » à Noël.",
            "“Quoted” – don’t",
            "Привет, мир: «РС–А» и «СССР»",
            "ÀÉÎÕÜ ÂÊÔ Ã© meant once",
            "日本語の文章です。",
            "MENÜ– ÜBER– GEMÜ– são três",
        ] {
            assert!(find(text).is_none(), "{text}");
        }
    }
}
