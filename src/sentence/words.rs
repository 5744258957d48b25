//! Words beside a mark, and what their form alone tells.

use super::marks::is_format;

/// How far (in characters) a judgement looks in each direction.
pub(super) const REACH: usize = 24;

/// The word that the text ends with, without its opening quotes and brackets, and where it begins; cut off beyond reach.
pub(super) fn word_before(text: &str) -> (usize, &str) {
    let text = text.trim_end_matches(is_format);
    let inside = |c: char| is_in_word(c) || matches!(c, '.' | '-' | '\'' | '’' | '°' | 'º');
    let first = text.char_indices().rev().take(REACH).take_while(|(_, c)| inside(*c)).last();
    let start = first.map_or(text.len(), |(at, _)| at);
    (start, &text[start..])
}

/// The word that the text begins with.
pub(super) fn first_word(text: &str) -> &str {
    let last = text.char_indices().take_while(|(_, c)| is_in_word(*c)).take(REACH).last();
    last.map_or("", |(at, c)| &text[..at + c.len_utf8()])
}

/// Letters, digits, and the signs on and between the letters of the scripts of India and its neighbours.
fn is_in_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{963}' | '\u{966}'..='\u{dff}' | '\u{200c}' | '\u{200d}')
}

/// A capital, and lower case after it if anything.
pub(super) fn is_title(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase)
}

/// Latin letters, none of which can be spoken alone.
pub(super) fn has_no_vowel(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_alphabetic() && !b"aeiouy".contains(&b.to_ascii_lowercase()))
}

/// Single letters with full stops between them (`U.S`, `J`, `z`, `LL.AA`, `पी.एम`): initials and abbreviations of any
/// language. A letter alone is one in scripts with case, in Arabic and in Hebrew; in others it may be a word, and in those
/// of China, Japan and Korea always.
pub(super) fn letters(word: &str) -> bool {
    let word = word.trim_end_matches(['°', 'º']);
    let dotted = word.contains('.');
    word.split('.').all(|part| {
        let mut chars = part.chars();
        let (Some(first), second, third) = (chars.next(), chars.next(), chars.next()) else { return false };
        let alone = first.is_lowercase() || first.is_uppercase() || matches!(first, '\u{5d0}'..='\u{6ff}');
        let alone = alone || dotted && first.is_alphabetic() && !matches!(first, '\u{3000}'..='\u{d7ff}');
        // A letter of Devanagari and the like, with what stands on it.
        let indic = dotted && matches!(first, '\u{900}'..='\u{dff}') && chars.next().is_none();
        alone && (second.is_none() || dotted && third.is_none() && second == Some(first)) || indic
    })
}

/// `Hauptstr.`, `Kerkstr.`: no word of any language ends so.
pub(super) fn is_street(word: &str) -> bool {
    word.len() > 5 && word.ends_with("str")
}

/// A Roman numeral in capitals.
pub(super) fn is_roman(word: &str) -> bool {
    word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

/// Lower case that tells nothing: a link, a name such as `iPhone` or `eBay`, and `'s` or `'n` before a capital, as
/// Dutch and Afrikaans begin sentences.
pub(super) fn is_odd_lower(before: &str, next: &str) -> bool {
    let mut chars = next.chars().skip(1);
    let (second, third) = (chars.next(), chars.next());
    let capital = |c: Option<char>| c.is_some_and(char::is_uppercase);
    let clitic = before.ends_with(['\'', '’', '‘']) && second == Some(' ') && capital(third);
    clitic || capital(second) || next.starts_with("http") || next.starts_with("www.")
}
