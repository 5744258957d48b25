//! What an article says of a page, taken back to the page: where `source` says that something stands, it stands. The page
//! is read here by a few lines of its own, which know tags, comments and the commonest character references.

use encoding_rs::{Encoding, WINDOWS_1252};
use nutgraf::{Article, Kind, MarkKind, OffsetUnit, Span};

use super::letters;

/// The `source` of everything in an article of a page of bytes.
pub fn source_of_bytes(article: &Article, page: &[u8]) {
    assert_eq!(article.source_unit(), OffsetUnit::Byte);
    let label = article.value(nutgraf::Field::Encoding).expect("bytes have an encoding");
    let encoding = Encoding::for_label(label.as_bytes()).expect("an encoding");
    // A part of a text in an encoding with states cannot be decoded on its own.
    if encoding != encoding_rs::ISO_2022_JP {
        source(article, &|span: Span| {
            encoding.decode_without_bom_handling(&page[span.start as usize..span.end as usize]).0.into_owned()
        });
    }
}

/// The `source` of everything in an article of a page of text, which counts in `unit`.
pub fn source_of_text(article: &Article, page: &str, unit: OffsetUnit) {
    assert_eq!(article.source_unit(), unit);
    // Offsets of the page in bytes, by their number in the unit.
    let mut places: Vec<usize> = Vec::new();
    for (at, c) in page.char_indices() {
        let width = match unit {
            OffsetUnit::Byte => c.len_utf8(),
            OffsetUnit::CodePoint => 1,
            _ => c.len_utf16(),
        };
        places.extend(std::iter::repeat_n(at, width));
    }
    places.push(page.len());
    source(article, &|span: Span| page[places[span.start as usize]..places[span.end as usize]].to_owned());
}

fn source(article: &Article, slice: &dyn Fn(Span) -> String) {
    for segment in article.segments() {
        let raw = slice(segment.source());
        if segment.kind() == Kind::Image {
            assert!(raw.starts_with('<') && raw.ends_with('>'), "an image is the tag {raw:?}");
        } else if !segment.kind().is_container() {
            says(segment.text(), &raw, segment.kind(), &format!("leaf {}", segment.index()));
        }
    }
    for mark in article.marks() {
        let raw = slice(mark.source());
        match mark.kind() {
            MarkKind::Layout | MarkKind::LineBreak => {}
            _ if mark.span().is_empty() => {
                assert!(raw.starts_with('<') && raw.ends_with('>'), "an image is the tag {raw:?}")
            }
            _ => says(&article.document()[mark.span().range()], &raw, Kind::Other, "a mark"),
        }
    }
    for fact in article.facts() {
        if let (Some(span), Some(place)) = (fact.span(), fact.source()) {
            says(&article.document()[span.range()], &slice(place), Kind::Other, fact.field().name());
        }
    }
}

/// A range of the page says a text: its letters stand there in order, the first and the last at the ends.
fn says(text: &str, raw: &str, kind: Kind, what: &str) {
    let wrong = differs(text, raw, &Shown::of(raw, true), kind);
    // What stands in a `textarea` is text, whatever it looks like.
    let verbatim = || text.contains('<') && differs(text, raw, &Shown::of(raw, false), kind).is_none();
    if let Some(wrong) = wrong.filter(|_| !verbatim()) {
        panic!("{what}: {text:?} from {raw:?}: {wrong}");
    }
}

fn differs(text: &str, raw: &str, shown: &Shown, kind: Kind) -> Option<String> {
    // Of a reference that is not known here no one can tell what it stands for.
    let known = |c: char| !shown.has_other || c.is_ascii_alphanumeric();
    let spelled = letters(&shown.text);
    let mut there = spelled.chars();
    if let Some(c) = letters(text).chars().filter(|&c| known(c)).find(|&c| !there.any(|other| other == c)) {
        return Some(format!("{c:?} is not where it should be"));
    }
    if shown.has_other {
        return None;
    }
    let ends = |text: &str| {
        // A NUL is nothing or this character, by where it stands.
        let spelled = letters(text);
        let mut visible = spelled.chars().filter(|&c| c != '\u{FFFD}');
        let first = visible.next();
        (first, visible.next_back().or(first))
    };
    let blank = text.trim() == text && raw.trim_matches(|c: char| c.is_ascii_whitespace()) != raw;
    if ends(text) != ends(&shown.text) || shown.ends_in_tags || blank && kind != Kind::Code {
        return Some("they do not begin and end alike".into());
    }
    None
}

/// What a part of a page shows, and more: what is hidden is not told apart.
struct Shown {
    text: String,
    /// A reference stands in it that is not known here.
    has_other: bool,
    /// It begins or ends with a tag.
    ends_in_tags: bool,
}

impl Shown {
    fn of(raw: &str, with_tags: bool) -> Self {
        let mut shown = Self { text: String::new(), has_other: false, ends_in_tags: false };
        let mut rest = raw;
        while let Some(c) = rest.chars().next() {
            let markup = if with_tags { markup(rest) } else { 0 };
            if markup > 0 {
                shown.ends_in_tags |= rest.len() == raw.len() || rest.len() == markup;
                rest = &rest[markup..];
            } else if c == '&' {
                rest = shown.reference(rest);
            } else {
                shown.text.push(if c == '\0' { '\u{FFFD}' } else { c });
                rest = &rest[c.len_utf8()..];
            }
        }
        shown
    }

    /// Takes a reference from the start of a text.
    fn reference<'t>(&mut self, text: &'t str) -> &'t str {
        let body = &text[1..];
        let length = |of: fn(&char) -> bool, text: &str| text.chars().take_while(of).map(char::len_utf8).sum::<usize>();
        let (number, digits) = match body.strip_prefix('#') {
            Some(hex) if hex.starts_with(['x', 'X']) => (2, length(char::is_ascii_hexdigit, &hex[1..])),
            Some(decimal) => (1, length(char::is_ascii_digit, decimal)),
            None => (0, length(char::is_ascii_alphanumeric, body)),
        };
        let name = &body[number..number + digits];
        let behind = &body[number + digits..];
        if digits > 0 && number > 0 {
            self.text.push(numbered(name, if number == 2 { 16 } else { 10 }));
            return behind.strip_prefix(';').unwrap_or(behind);
        }
        let named = NAMED.iter().find(|(known, _)| *known == name).filter(|_| behind.starts_with(';'));
        match named {
            Some((_, text)) => {
                self.text.push_str(text);
                &behind[1..]
            }
            // What it stands for, or these very letters.
            None => {
                self.has_other |= digits > 0;
                self.text.push('&');
                body
            }
        }
    }
}

const NAMED: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{A0}"),
    ("copy", "©"),
    ("mdash", "—"),
    ("ndash", "–"),
    ("rsquo", "’"),
    ("lsquo", "‘"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("hellip", "…"),
    ("eacute", "é"),
    ("auml", "ä"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("szlig", "ß"),
];

/// The character of a number, as the standard has it (WHATWG 13.2.5.80).
fn numbered(digits: &str, radix: u32) -> char {
    let number = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
    match number {
        0 => '\u{FFFD}',
        0x80..=0x9F => WINDOWS_1252.decode(&[number as u8]).0.chars().next().unwrap_or('\u{FFFD}'),
        _ => char::from_u32(number).unwrap_or('\u{FFFD}'),
    }
}

/// Length of the tag or comment that a text begins with; 0 where it begins with none. A script and a style are one with
/// what is in them.
fn markup(text: &str) -> usize {
    let bytes = text.as_bytes();
    if text.starts_with("<!--") {
        // `<!-->` is a comment too.
        return text[2..].find("-->").map_or(text.len(), |end| end + 5);
    }
    match (bytes[0], bytes.get(1).copied().unwrap_or_default()) {
        (b'<', b'!' | b'?') => text.find('>').map_or(text.len(), |end| end + 1),
        (b'<', b'/') if !bytes.get(2).is_some_and(u8::is_ascii_alphabetic) => {
            // `</>` is nothing, and `</ …>` a comment; at the end both are text.
            if bytes.len() == 2 { 0 } else { text.find('>').map_or(text.len(), |end| end + 1) }
        }
        (b'<', second) if second == b'/' || second.is_ascii_alphabetic() => {
            let end = tag(bytes);
            let name = text[1..end].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
            if ["script", "style"].iter().any(|raw| name.eq_ignore_ascii_case(raw)) {
                let close = text[end..].to_ascii_lowercase().find(&format!("</{}", name.to_ascii_lowercase()));
                return close.map_or(text.len(), |close| end + close);
            }
            end
        }
        _ => 0,
    }
}

/// Where a tag ends: at the first `>` outside of its name and of quoted values.
fn tag(bytes: &[u8]) -> usize {
    let ends_name = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
    let until = |at: usize, end: &dyn Fn(&u8) -> bool| at + bytes[at..].iter().take_while(|byte| !end(byte)).count();
    // A tag that closes has its name behind the slash.
    let mut at = until(if bytes[1] == b'/' { 2 } else { 1 }, &ends_name);
    let (mut named, mut value) = (false, false);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'>' => return at + 1,
            _ if byte.is_ascii_whitespace() => {}
            b'"' | b'\'' if value => {
                at = until(at + 1, &|&other| other == byte);
                (named, value) = (false, false);
            }
            _ if value => {
                at = until(at, &|byte| byte.is_ascii_whitespace() || *byte == b'>');
                (named, value) = (false, false);
                continue;
            }
            // At the start of a name it is a part of it.
            b'=' if named => value = true,
            b'/' => named = false,
            _ => named = true,
        }
        at += 1;
    }
    bytes.len()
}
