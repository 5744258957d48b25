//! The characters that end a sentence, and those that stand around an end.

/// What ends a sentence, by how sure it is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Mark {
    /// A single full stop, which may also belong to an abbreviation or a number.
    Stop,
    /// `...`, which may also stand inside a sentence.
    Ellipsis,
    /// `?`, `!` and the like.
    Strong,
    /// A mark of a script that needs no space after it.
    Wide,
}

/// Unicode's `Sentence_Terminal` in scripts that are in use today, other than the marks of a Latin keyboard; without
/// those that are commas by their use (`၊` of Burmese, `꧈` of Javanese), with the full stops of Khmer and Thai.
pub(super) fn is_wide(c: char) -> bool {
    matches!(
        c,
        '。' | '！' | '？' | '｡' | '．' | '︒' | '﹒' | '﹖' | '﹗' // Chinese, Japanese
            | '։' | '۔' | '؞' | '܀' | '܁' | '܂' | '߹' // Armenian, Urdu, Arabic, Syriac, N'Ko
            | '।' | '॥' | '။' | '።' | '፧' | '፨' | '។' | '៕' | '๚' | '๛' // Indic, Burmese, Ethiopic, Khmer, Thai
            | '᙮' | '᜵' | '᜶' | '᠃' | '᠉' | '᥄' | '᥅' | '᪨'..='᪫' | '᭚' | '᭛' | '᭞' | '᭟' | '᰻' | '᰼' | '᱾' | '᱿'
            | '꓿' | '꘎' | '꘏' | '꛳' | '꛷' | '꣎' | '꣏' | '꧉' | '꩝'..='꩟' | '꫰' | '꫱' | '꯫'
            | '\u{11141}'..='\u{11143}' // Chakma
    )
}

/// The bytes at which a sentence may end: the marks of ASCII, and the bytes that lead the others in UTF-8.
static CANDIDATE: [bool; 256] = {
    let mut table = [false; 256];
    let bytes = b".!?;:|)\n\r\xc2\xcd\xd6\xd8\xdb\xdc\xdf\xe0\xe1\xe2\xe3\xea\xef\xf0";
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
};

/// The place of the next character that may end a sentence.
pub(super) fn next_candidate(text: &str, from: usize) -> Option<usize> {
    let found = text.as_bytes()[from..].iter().position(|&byte| CANDIDATE[usize::from(byte)])?;
    Some(from + found)
}

/// Line and paragraph separators.
pub(super) fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Quotes and brackets that close, and so belong to the sentence that ends before them. Some open in other languages:
/// after a terminator without a space they close.
pub(super) fn is_closer(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '”'
            | '’'
            | '“'
            | '‘'
            | '»'
            | '«'
            | '›'
            | '‹'
            | '〞'
            | '〟'
            | '＂'
            | ')'
            | ']'
            | '}'
            | '）'
            | '］'
            | '】'
            | '」'
            | '』'
            | '》'
            | '〉'
            | '〕'
            | '｣'
            | '\u{200b}'..='\u{200f}' | '\u{202c}' | '\u{2069}' | '\u{61c}' | '\u{feff}'
    )
}

/// What may stand before the first word of a sentence.
pub(super) fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '〝'
            | '`'
            | '('
            | '['
            | '{'
            | '（'
            | '［'
            | '【'
            | '「'
            | '『'
            | '《'
            | '〈'
            | '〔'
            | '｢'
            | '¿'
            | '¡'
            | '_'
            | '-'
            | '–'
            | '—'
            | '―'
            | '‐'
    ) || is_bullet(c)
        || is_format(c)
}

/// Characters without width that direct text or join it.
pub(super) fn is_format(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}' | '\u{feff}')
}

/// What stands before an item of a list.
pub(super) fn is_bullet(c: char) -> bool {
    is_plain_bullet(c) || matches!(c, '·' | '*' | '-' | '–')
}

/// Bullets that are nothing else.
pub(super) fn is_plain_bullet(c: char) -> bool {
    matches!(c, '•' | '‣' | '⁃' | '▪' | '▫' | '■' | '□' | '●' | '○' | '◦' | '►' | '➢' | '✓' | '✔')
}

pub(super) fn opens_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '（' | '《' | '〈' | '【')
}

pub(super) fn closes_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '）' | '》' | '〉' | '】')
}

/// Chinese and Japanese letters, before which no space is to be expected.
pub(super) fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '「' | '『' | '“')
}

/// The length of the quotes, brackets, footnote marks and emoticons that belong to the sentence before.
pub(super) fn closers(rest: &str) -> usize {
    let mut length = 0;
    loop {
        let tail = &rest[length..];
        let space = tail.chars().next().filter(|c| c.is_whitespace() && !is_line_break(*c)).map_or(0, char::len_utf8);
        let mut chars = tail[space..].chars();
        length += match (chars.next(), chars.next()) {
            (Some('“' | '‘' | '«' | '‹'), Some(next)) if next.is_alphanumeric() => return length,
            (Some(c), _) if space == 0 && is_closer(c) => c.len_utf8(),
            (Some(c @ (')' | ']' | '”' | '»')), None) => space + c.len_utf8(),
            (Some(c @ (')' | ']' | '”' | '»')), Some(d)) if !d.is_alphanumeric() => space + c.len_utf8(),
            (Some('['), _) => match footnote(&tail[space..]) {
                0 => return length,
                note => space + note,
            },
            (Some(':' | ';' | '=' | '8'), Some(_)) if space > 0 => match emoticon(&tail[space..]) {
                0 => return length,
                face => space + face,
            },
            _ => return length,
        };
    }
}

/// The length of a footnote mark or an omission in square brackets: `[12]`, `[…]`.
fn footnote(text: &str) -> usize {
    let end = text.char_indices().take(6).find(|(_, c)| *c == ']').map_or(0, |(at, _)| at);
    let inside = text.get(1..end).unwrap_or("?");
    if inside.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '…') { end + 1 } else { 0 }
}

/// The length of the emoticon that the text begins with, as a word of its own: `:-)`, `;)`, `:D`.
pub(super) fn emoticon(text: &str) -> usize {
    let nose = usize::from(text[1..].starts_with(['-', 'o', '^', '\'']));
    let mouths = text[1 + nose..].bytes().take(4).take_while(|b| b")(DPp/|".contains(b)).count();
    let end = 1 + nose + mouths;
    let apart = text[end..].chars().next().is_none_or(|c| c.is_whitespace() || matches!(c, '.' | '!' | '?' | ','));
    if mouths > 0 && apart && text.starts_with([':', ';', '=', '8']) { end } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_a_candidate() {
        let others = [
            '.', '!', '?', '…', '‼', '‽', '⁇', '⁈', '⁉', '؟', ';', '\u{37e}', ':', '|', '፡', '\n', '\r', '\u{85}',
            '\u{2028}', '•',
        ];
        for mark in ('\0'..=char::MAX).filter(|c| is_wide(*c) || is_line_break(*c)).chain(others) {
            assert!(CANDIDATE[usize::from(mark.to_string().as_bytes()[0])], "{mark}");
        }
    }
}
