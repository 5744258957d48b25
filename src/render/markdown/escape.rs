//! Text, styles and addresses as inline Markdown: what would be read as markup is escaped, and no more than that.

use crate::render::inline::{Inline, Style};

/// Where a text stands.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// Its lines could be read as the beginning of a block.
    Paragraph,
    /// It has one line.
    Heading,
    /// It has one line, and no bar.
    Cell,
}

/// A text as Markdown.
pub(super) fn inline(text: &[Inline<'_>], place: Place) -> String {
    let as_tags = as_tags(text);
    let mut out = Out { text: String::new(), place, links: 0 };
    for (at, inline) in text.iter().enumerate() {
        match inline {
            Inline::Text(words) => {
                let next = match text.get(at + 1) {
                    None | Some(Inline::Break) => Next::End,
                    Some(Inline::Open(Style::Link(_)) | Inline::Image { .. }) => Next::Bracket,
                    Some(_) => Next::Markup,
                };
                out.words(words, next);
            }
            // A bracket in it could be read as the end of a link's text, and cannot be escaped.
            Inline::Code(code) if out.links > 0 && code.contains(']') => out.text.push_str(&code_tag(code, place)),
            Inline::Code(code) => out.text.push_str(&code_span(code, place)),
            Inline::Break if place == Place::Paragraph => out.text.push_str("\\\n"),
            Inline::Break => out.text.push_str("<br>"),
            Inline::Image { target, alt } => {
                out.text.push_str("![");
                out.links += 1;
                out.words(alt, Next::Markup);
                out.links -= 1;
                out.target(target);
            }
            Inline::Open(Style::Link(_)) => {
                out.links += 1;
                out.text.push('[');
            }
            Inline::Close(Style::Link(target)) => {
                out.links -= 1;
                out.target(target);
            }
            Inline::Open(style) => out.text.push_str(signs(style, as_tags[at]).0),
            Inline::Close(style) => out.text.push_str(signs(style, as_tags[at]).1),
        }
    }
    if place == Place::Heading && out.text.ends_with('#') {
        // Hashes at the end would close the heading.
        out.text.insert(out.text.len() - 1, '\\');
    }
    out.text
}

fn signs(style: &Style<'_>, as_tag: bool) -> (&'static str, &'static str) {
    match (style, as_tag) {
        (Style::Emphasis, false) => ("*", "*"),
        (Style::Strong, false) => ("**", "**"),
        (Style::Emphasis, true) => ("<em>", "</em>"),
        (Style::Strong, true) => ("<strong>", "</strong>"),
        (Style::Sub, _) => ("<sub>", "</sub>"),
        (Style::Sup, _) => ("<sup>", "</sup>"),
        (Style::Link(_), _) => ("", ""),
    }
}

/// What stands beside a run of asterisks.
#[derive(Clone, Copy, PartialEq)]
enum Edge {
    Space,
    Punctuation,
    Word,
    /// A character that may or may not be punctuation in the eyes of a parser.
    Other,
}

fn edge(c: char) -> Edge {
    match c {
        _ if c.is_whitespace() => Edge::Space,
        _ if c.is_ascii_punctuation() => Edge::Punctuation,
        // Letters in circles and squares are alphabetic, but symbols.
        '\u{24B6}'..='\u{24E9}' | '\u{1F130}'..='\u{1F189}' => Edge::Other,
        _ if c.is_alphanumeric() => Edge::Word,
        _ => Edge::Other,
    }
}

/// Asterisks that a style begins or ends with.
fn asterisks(inline: &Inline<'_>) -> usize {
    match inline {
        Inline::Open(style) | Inline::Close(style) => signs(style, false).0.len(),
        _ => 0,
    }
}

fn is_stressed(inline: &Inline<'_>) -> bool {
    matches!(inline, Inline::Open(Style::Strong | Style::Emphasis) | Inline::Close(Style::Strong | Style::Emphasis))
}

/// Of which styles asterisks would not be read as what they are (CommonMark 6.2, flanking). What touches or nests is
/// decided together.
fn as_tags(text: &[Inline<'_>]) -> Vec<bool> {
    let mut as_tags = vec![false; text.len()];
    let mut at = 0;
    while at < text.len() {
        let (start, mut depth, mut readable, mut longest) = (at, 0_usize, true, 0);
        while let Some(inline) = text.get(at).filter(|inline| depth > 0 || is_stressed(inline)) {
            if !is_stressed(inline) {
                at += 1;
                continue;
            }
            let run = text[at..].iter().take_while(|inline| is_stressed(inline)).count();
            let (run, before) = (&text[at..at + run], at.checked_sub(1).map_or(Edge::Space, |at| edges(&text[at]).1));
            at += run.len();
            let behind = text.get(at).map_or(Edge::Space, |inline| edges(inline).0);
            let opening = run.iter().filter(|inline| matches!(inline, Inline::Open(_))).count();
            let apart = |edge| matches!(edge, Edge::Space | Edge::Punctuation);
            readable &= match opening {
                0 => before == Edge::Word || before != Edge::Space && apart(behind),
                _ if opening == run.len() => behind == Edge::Word || behind != Edge::Space && apart(before),
                _ => false,
            };
            // One that begins could be read as an end of what began with three (of one and two, the rule of three forbids it).
            let could_end = before != Edge::Space && !(before == Edge::Punctuation && behind == Edge::Word);
            readable &= !(opening > 0 && depth > 0 && longest >= 3 && could_end);
            longest = longest.max(run.iter().map(asterisks).sum());
            depth = (depth + opening).saturating_sub(run.len() - opening);
        }
        as_tags[start..at].fill(!readable);
        at = at.max(start + 1);
    }
    as_tags
}

/// What a piece begins and ends with, once it is written.
fn edges(inline: &Inline<'_>) -> (Edge, Edge) {
    match inline {
        Inline::Text(words) => {
            let of = |c: Option<char>| c.map_or(Edge::Other, edge);
            (of(words.chars().next()), of(words.chars().next_back()))
        }
        // It begins with a backslash.
        Inline::Break => (Edge::Punctuation, Edge::Space),
        _ => (Edge::Punctuation, Edge::Punctuation),
    }
}

/// What follows a piece of text.
#[derive(Clone, Copy, PartialEq)]
enum Next {
    /// The end of the line.
    End,
    /// An opening bracket.
    Bracket,
    /// Other markup.
    Markup,
}

struct Out {
    text: String,
    place: Place,
    /// Brackets that are open.
    links: u32,
}

impl Out {
    fn words(&mut self, words: &str, next: Next) {
        let mut before = self.text.chars().next_back();
        let mut rest = words;
        if self.place == Place::Paragraph && before.is_none_or(|before| before == '\n') {
            let taken = self.line_start(rest);
            before = rest[..taken].chars().next_back().or(before);
            rest = &rest[taken..];
        }
        while let Some(c) = rest.chars().next() {
            let mut width = c.len_utf8();
            let behind = rest[width..].chars().next();
            // A sign between two spaces marks nothing.
            let alone = before == Some(' ') && behind == Some(' ');
            let escaped = match c {
                '`' | '[' => true,
                ']' => self.links > 0,
                '*' | '~' => !alone,
                '_' => {
                    // Within a word it is a letter like others.
                    width = rest.len() - rest.trim_start_matches('_').len();
                    let is_word = |c: Option<char>| c.is_some_and(|c| edge(c) == Edge::Word);
                    !(alone || is_word(before) && is_word(rest[width..].chars().next()))
                }
                '\\' => behind.is_none_or(|behind| behind.is_ascii_punctuation()),
                '<' => behind.is_none_or(|behind| behind.is_ascii_alphabetic() || matches!(behind, '/' | '!' | '?')),
                '!' => behind.is_none() && next == Next::Bracket,
                '&' => begins_reference(rest),
                '|' => self.place == Place::Cell,
                _ => false,
            };
            for c in rest[..width].chars() {
                self.text.extend(escaped.then_some('\\'));
                self.text.push(c);
            }
            before = Some(c);
            rest = &rest[width..];
        }
    }

    /// Writes what a block could be taken to begin with at the start of a line; how many bytes of the words that were.
    fn line_start(&mut self, words: &str) -> usize {
        let count = |c: char| words.len() - words.trim_start_matches(c).len();
        let ends = |at: usize| words[at..].is_empty() || words[at..].starts_with(' ');
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        let sign = match words.as_bytes().get(digits) {
            Some(b'.' | b')') if (1..=9).contains(&digits) && ends(digits + 1) => digits,
            Some(b'#') if digits == 0 && count('#') <= 6 && ends(count('#')) => 0,
            Some(b'>') if digits == 0 => 0,
            Some(b'+' | b'-') if digits == 0 && ends(1) => 0,
            // The underline of a heading, a rule, or what parts the head of a table from its body.
            Some(b'-' | b'=' | b':' | b'|') if digits == 0 && words.bytes().all(|byte| b"-=:| ".contains(&byte)) => 0,
            _ => return 0,
        };
        self.text.push_str(&words[..sign]);
        self.text.push('\\');
        self.text.push_str(&words[sign..=sign]);
        sign + 1
    }

    /// Ends the text of a link or image with where it leads.
    fn target(&mut self, target: &str) {
        self.text.push_str("](");
        let balanced = is_balanced(target);
        for (at, c) in target.char_indices() {
            match c {
                '(' | ')' if !balanced => self.text.extend(['\\', c]),
                '&' if begins_reference(&target[at..]) => self.text.push_str("\\&"),
                // As browsers do, but for what they leave as it is and Markdown does not.
                _ if c.is_whitespace() || matches!(c, '<' | '>' | '\\' | '`' | '|') => {
                    let mut bytes = [0; 4];
                    for byte in c.encode_utf8(&mut bytes).bytes() {
                        self.text.push_str(&format!("%{byte:02X}"));
                    }
                }
                _ => self.text.push(c),
            }
        }
        self.text.push(')');
    }
}

/// Whether the round brackets of an address are in pairs, and few.
fn is_balanced(target: &str) -> bool {
    let mut depth = 0_i32;
    for byte in target.bytes() {
        depth += i32::from(byte == b'(') - i32::from(byte == b')');
        if !(0..=8).contains(&depth) {
            return false;
        }
    }
    depth == 0
}

/// Whether a text begins with what could be a character reference, such as `&amp;`.
fn begins_reference(text: &str) -> bool {
    /// Bytes of the longest one.
    const LONGEST: usize = 33;
    let name = text[1..].bytes().take(LONGEST).take_while(|&byte| byte.is_ascii_alphanumeric() || byte == b'#').count();
    name > 0 && text.as_bytes().get(1 + name) == Some(&b';')
}

/// The length of the longest run of a character.
pub(super) fn longest_run(text: &str, c: char) -> usize {
    text.split(|other| other != c).map(str::len).max().unwrap_or_default()
}

/// Code between backticks, one more of them than stand together in it.
pub(super) fn code_span(code: &str, place: Place) -> String {
    if place == Place::Cell && code.contains("\\|") {
        // No escape tells these from a bar that is escaped.
        return code_tag(code, place);
    }
    let ticks = "`".repeat(longest_run(code, '`') + 1);
    let pad = if code.starts_with(['`', ' ']) || code.ends_with(['`', ' ']) { " " } else { "" };
    let code = if place == Place::Cell { code.replace('|', "\\|") } else { code.to_owned() };
    format!("{ticks}{pad}{code}{pad}{ticks}")
}

/// Code between tags, where text is escaped as elsewhere.
fn code_tag(code: &str, place: Place) -> String {
    let mut out = Out { text: "<code>".to_owned(), place, links: 1 };
    out.words(code, Next::Markup);
    out.text + "</code>"
}

/// The language of code behind its fence; none where it has what no such line can have.
pub(super) fn info(language: &str) -> String {
    if language.contains('`') {
        return String::new();
    }
    let mut out = Out { text: String::new(), place: Place::Heading, links: 0 };
    out.words(language, Next::Markup);
    out.text
}
