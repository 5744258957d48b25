//! The tokenizer of the WHATWG HTML standard (13.2.5) over the text of a page: every token is a range of it, and nothing is
//! copied or decoded before it is asked for.
//!
//! The states of the standard are places in the code here: a scan runs on to where the next token ends, in one pass, and
//! what only matters to a parse error is left out. A line end is a CR, a LF or both until the text is decoded.

use std::borrow::Cow;
use std::collections::HashSet;

use memchr::{memchr, memchr2, memchr3};

use super::entities;
use super::names::Name;
use crate::model::Span;

#[cfg(test)]
#[path = "../../../tests/html/tokenizer.rs"]
mod tests;

/// A start or end tag.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag {
    pub(crate) name: Name,
    /// The name as written.
    pub(crate) written: Span,
    /// From `<` to behind `>`.
    pub(crate) span: Span,
    pub(crate) self_closing: bool,
    pub(crate) says: Says,
}

/// Which attributes a tag has, of those that most elements are asked for; so that most need not be read again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Says(pub(crate) u8);

impl Says {
    /// Any at all.
    pub(crate) const ANYTHING: u8 = 8;
    /// `hidden` or `style`.
    pub(crate) const LOOK: u8 = 16;
    /// `role`.
    pub(crate) const ROLE: u8 = 32;
    /// What makes items of microdata: `itemscope`, `itemprop`.
    pub(crate) const ITEM: u8 = 64;
    /// What makes those of RDFa: `typeof`, `property`.
    pub(crate) const PROPERTY: u8 = 128;
    pub(crate) const ALL: u8 = Self::ANYTHING | Self::LOOK | Self::ROLE | Self::ITEM | Self::PROPERTY;

    pub(crate) fn has(self, what: u8) -> bool {
        self.0 & what != 0
    }

    #[inline]
    fn note(&mut self, name: &[u8]) {
        let look = name.len() == 5 && name.eq_ignore_ascii_case(b"style")
            || name.len() == 6 && name.eq_ignore_ascii_case(b"hidden");
        let role = name.len() == 4 && name.eq_ignore_ascii_case(b"role");
        let item = name.len() == 8 && name.eq_ignore_ascii_case(b"itemprop")
            || name.len() == 9 && name.eq_ignore_ascii_case(b"itemscope");
        let property = name.len() == 6 && name.eq_ignore_ascii_case(b"typeof")
            || name.len() == 8 && name.eq_ignore_ascii_case(b"property");
        self.0 |= Self::ANYTHING
            | if look { Self::LOOK } else { 0 }
            | if role { Self::ROLE } else { 0 }
            | if item { Self::ITEM } else { 0 }
            | if property { Self::PROPERTY } else { 0 };
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Token {
    Start(Tag),
    End(Tag),
    /// Character tokens; never empty. Several may follow one another. Holds no NUL where `Content::Data` is scanned.
    Text(Span, TextKind),
    /// A NUL in data or in a CDATA section (the tree builder drops it or makes it U+FFFD); its span is one byte.
    Nul(Span),
    /// What stands between `<!--` and its end, or in what is treated as a comment; from `data` without the delimiters.
    Comment {
        span: Span,
        data: Span,
    },
    Doctype(Span),
    EndOfFile,
}

/// What is decoded in text. Where a NUL stands in it, it is U+FFFD; CR and CR LF are a line feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextKind {
    /// Character references are decoded: data, RCDATA.
    References,
    /// They are not: raw text, script data, plaintext, CDATA sections.
    Verbatim,
}

/// What is scanned after a start tag (13.2.6.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    Data,
    Rcdata,
    RawText,
    ScriptData,
    Plaintext,
}

impl Content {
    /// What is scanned after the start tag of an HTML element, where scripts do not run.
    pub(crate) fn of(element: Name) -> Self {
        match element {
            Name::Title | Name::Textarea => Self::Rcdata,
            Name::Iframe | Name::Noembed | Name::Noframes | Name::Style | Name::Xmp => Self::RawText,
            Name::Script => Self::ScriptData,
            Name::Plaintext => Self::Plaintext,
            _ => Self::Data,
        }
    }
}

pub(crate) struct Scanner<'p> {
    page: &'p str,
    at: usize,
    content: Content,
    /// The element whose end tag ends the content.
    element: Name,
    in_cdata: bool,
    /// Most pages hold no NUL, and none is looked for then.
    has_nul: bool,
}

impl<'p> Scanner<'p> {
    /// A scanner at the begin of a page, which is shorter than 4 GiB.
    pub(crate) fn new(page: &'p str) -> Self {
        let has_nul = memchr(0, page.as_bytes()).is_some();
        Self { page, at: 0, content: Content::Data, element: Name::Other, in_cdata: false, has_nul }
    }

    /// Switches to another content model; the end tag `element` ends it.
    pub(crate) fn set_content(&mut self, content: Content, element: Name) {
        self.content = content;
        self.element = element;
    }

    /// The next token. `foreign`: the adjusted current node is not in the HTML namespace, so that `<![CDATA[` begins a section.
    pub(crate) fn next(&mut self, foreign: bool) -> Token {
        while self.at < self.page.len() {
            let token = match self.content {
                _ if self.in_cdata => self.cdata(),
                Content::Data => self.data(foreign),
                Content::Rcdata => self.element(TextKind::References),
                Content::RawText | Content::ScriptData => self.element(TextKind::Verbatim),
                Content::Plaintext => Some(self.text(self.page.len(), TextKind::Verbatim)),
            };
            if let Some(token) = token {
                return token;
            }
        }
        Token::EndOfFile
    }

    /// A token of data; `None` for what gives no token, such as `</>`.
    fn data(&mut self, foreign: bool) -> Option<Token> {
        let rest = &self.page.as_bytes()[self.at..];
        match *rest {
            [b'<', b'a'..=b'z' | b'A'..=b'Z', ..] | [b'<', b'/', b'a'..=b'z' | b'A'..=b'Z', ..] => return self.tag(),
            [b'<', b'/', b'>', ..] => {
                self.at += 3;
                return None;
            }
            [b'<', b'/', _, ..] => return Some(self.bogus_comment(2)),
            [b'<', b'?', ..] => return Some(self.bogus_comment(1)),
            [b'<', b'!', ..] => return self.declaration(foreign),
            [0, ..] => {
                self.at += 1;
                return Some(Token::Nul(Span::new(self.at - 1, self.at)));
            }
            _ => {}
        }
        // What stands here is text, even if it is a `<`.
        let next = &rest[1..];
        let text = if self.has_nul { memchr2(b'<', 0, next) } else { memchr(b'<', next) };
        Some(self.text(text.map_or(self.page.len(), |text| self.at + 1 + text), TextKind::References))
    }

    fn text(&mut self, end: usize, kind: TextKind) -> Token {
        let span = Span::new(self.at, end);
        self.at = end;
        Token::Text(span, kind)
    }

    /// A tag; `None` where the page ends in it, which drops it.
    fn tag(&mut self) -> Option<Token> {
        let (bytes, start) = (self.page.as_bytes(), self.at);
        let is_end = bytes[start + 1] == b'/';
        let name = start + 1 + usize::from(is_end);
        let mut attributes = Attributes::behind_name(bytes, name);
        let written = Span::new(name, attributes.at);
        let mut says = Says::default();
        let step = loop {
            match attributes.step() {
                Step::Attribute { name, .. } => says.note(&bytes[name.range()]),
                step => break step,
            }
        };
        self.at = attributes.at;
        let Step::End { self_closing } = step else { return None };
        let span = Span::new(start, self.at);
        let tag = Tag { name: Name::of(&bytes[written.range()]), written, span, self_closing, says };
        if !is_end {
            return Some(Token::Start(tag));
        }
        self.content = Content::Data;
        Some(Token::End(tag))
    }

    /// What begins with `<!`.
    fn declaration(&mut self, foreign: bool) -> Option<Token> {
        let rest = &self.page.as_bytes()[self.at + 2..];
        if rest.starts_with(b"--") {
            return Some(self.comment());
        }
        if rest.get(..7).is_some_and(|word| word.eq_ignore_ascii_case(b"doctype")) {
            let start = self.at;
            self.at = self.behind_gt(start);
            return Some(Token::Doctype(Span::new(start, self.at)));
        }
        if foreign && rest.starts_with(b"[CDATA[") {
            self.at += 9;
            self.in_cdata = true;
            return None;
        }
        Some(self.bogus_comment(2))
    }

    /// The offset behind the next `>` from `from` on, or the end of the page.
    fn behind_gt(&self, from: usize) -> usize {
        memchr(b'>', &self.page.as_bytes()[from..]).map_or(self.page.len(), |gt| from + gt + 1)
    }

    /// What the standard treats as a comment: all up to the next `>`; its data begins `opening` bytes from here.
    fn bogus_comment(&mut self, opening: usize) -> Token {
        let (start, data) = (self.at, self.at + opening);
        self.at = self.behind_gt(data);
        let closed = self.page.as_bytes()[data..self.at].ends_with(b">");
        Token::Comment { span: Span::new(start, self.at), data: Span::new(data, self.at - usize::from(closed)) }
    }

    fn comment(&mut self) -> Token {
        let (bytes, start, data) = (self.page.as_bytes(), self.at, self.at + 4);
        let mut gt = data;
        let end = loop {
            gt = self.behind_gt(gt);
            let said = &bytes[data..gt];
            match said {
                // `<!-->` and `<!--->`
                b">" | b"->" => break data,
                _ if said.ends_with(b"-->") => break gt - 3,
                _ if said.ends_with(b"--!>") => break gt - 4,
                _ if gt < bytes.len() => {}
                // The page ends in it, and so may its end.
                _ if said.ends_with(b"--!") => break gt - 3,
                _ if said.ends_with(b"--") => break gt - 2,
                _ if said.ends_with(b"-") => break gt - 1,
                _ => break gt,
            }
        };
        self.at = gt;
        Token::Comment { span: Span::new(start, gt), data: Span::new(data, end) }
    }

    /// Text of a CDATA section, up to its end or a NUL.
    fn cdata(&mut self) -> Option<Token> {
        let (bytes, start) = (self.page.as_bytes(), self.at);
        if bytes[start] == 0 {
            self.at += 1;
            return Some(Token::Nul(Span::new(start, self.at)));
        }
        let mut from = start;
        while let Some(found) = memchr2(b'>', 0, &bytes[from..]) {
            from += found;
            if bytes[from] == 0 {
                return Some(self.text(from, TextKind::Verbatim));
            }
            if bytes[start..from].ends_with(b"]]") {
                self.in_cdata = false;
                let text = (from - 2 > start).then(|| self.text(from - 2, TextKind::Verbatim));
                self.at = from + 1;
                return text;
            }
            from += 1;
        }
        Some(self.text(bytes.len(), TextKind::Verbatim))
    }

    /// The text of an element of raw text, or the end tag behind it.
    fn element(&mut self, kind: TextKind) -> Option<Token> {
        let end = if self.content == Content::ScriptData { self.script_end() } else { self.raw_end() };
        if end > self.at {
            return Some(self.text(end, kind));
        }
        self.content = Content::Data;
        self.tag()
    }

    /// Where the end tag of the element stands, or the end of the page.
    fn raw_end(&self) -> usize {
        let bytes = self.page.as_bytes();
        let mut at = self.at;
        while let Some(found) = memchr(b'<', &bytes[at..]) {
            at += found + 1;
            if bytes.get(at) == Some(&b'/') && self.is_element(&bytes[at + 1..]) {
                return at - 1;
            }
        }
        bytes.len()
    }

    /// Whether the name of the element stands here as a tag has it.
    fn is_element(&self, text: &[u8]) -> bool {
        self.element != Name::Other && is_name(text, self.element.as_str())
    }

    /// As `raw_end`, for scripts. In what looks like a comment, a `<script>` and its end tag are text.
    fn script_end(&self) -> usize {
        let bytes = self.page.as_bytes();
        let mut at = self.at;
        while let Some(found) = memchr(b'<', &bytes[at..]) {
            at += found + 1;
            match bytes.get(at) {
                Some(b'/') if self.is_element(&bytes[at + 1..]) => return at - 1,
                Some(b'!') if bytes[at + 1..].starts_with(b"--") => match self.escaped_end(at + 1) {
                    Escaped::Over(behind) => at = behind,
                    Escaped::EndTag(end) => return end,
                },
                _ => {}
            }
        }
        bytes.len()
    }

    /// Runs through a script from the dashes of `<!--` on.
    fn escaped_end(&self, dashes: usize) -> Escaped {
        let bytes = self.page.as_bytes();
        let (mut at, mut double) = (dashes, false);
        while let Some(found) = memchr2(b'<', b'>', &bytes[at..]) {
            at += found + 1;
            if bytes[at - 1] == b'>' {
                // The dashes of `<!-->` are those of its end as well.
                if bytes[dashes..at].ends_with(b"-->") {
                    return Escaped::Over(at);
                }
            } else if bytes.get(at) == Some(&b'/') {
                if double {
                    double = !is_name(&bytes[at + 1..], "script");
                } else if self.is_element(&bytes[at + 1..]) {
                    return Escaped::EndTag(at - 1);
                }
            } else if !double {
                double = is_name(&bytes[at..], "script");
            }
        }
        Escaped::Over(bytes.len())
    }
}

/// What ends an escaped part of a script.
enum Escaped {
    /// `-->`, or the end of the page: the offset behind it.
    Over(usize),
    /// The end tag of the script: its offset.
    EndTag(usize),
}

/// Whether `text` begins with a name and what ends the name of a tag.
fn is_name(text: &[u8], name: &str) -> bool {
    text.get(..name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name.as_bytes()))
        && text.get(name.len()).is_some_and(|&byte| ends_name(byte))
}

pub(crate) fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\x0C' | b'\r' | b' ')
}

/// Whether a byte ends the name of a tag.
pub(super) fn ends_name(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\x0C' | b'\r' | b' ' | b'/' | b'>')
}

/// The attributes of a tag, one after the other, as ranges of the page.
pub(crate) struct Attributes<'p> {
    pub(crate) bytes: &'p [u8],
    pub(crate) at: usize,
}

pub(crate) enum Step {
    /// The ranges of its name and its value, without quotation marks; an empty one where it has no value.
    Attribute { name: Span, value: Span },
    /// The `>` of the tag.
    End { self_closing: bool },
    /// The page ends in the tag.
    EndOfFile,
}

impl<'p> Attributes<'p> {
    /// Behind the name of a tag that begins at `name`.
    fn behind_name(bytes: &'p [u8], name: usize) -> Self {
        let mut attributes = Self { bytes, at: name };
        attributes.skip_while(|byte| !ends_name(byte));
        attributes
    }

    fn skip_while(&mut self, skipped: impl Fn(u8) -> bool) {
        while self.bytes.get(self.at).is_some_and(|&byte| skipped(byte)) {
            self.at += 1;
        }
    }

    /// From where an attribute or the end of the tag may stand, over it.
    #[inline]
    pub(crate) fn step(&mut self) -> Step {
        let mut self_closing = false;
        loop {
            match self.bytes.get(self.at) {
                None => return Step::EndOfFile,
                Some(b'>') => {
                    self.at += 1;
                    return Step::End { self_closing };
                }
                Some(b'/') => self_closing = true,
                Some(&byte) if is_space(byte) => self_closing = false,
                Some(_) => break,
            }
            self.at += 1;
        }
        // The first character of a name may be any, even `=`.
        let start = self.at;
        self.at += 1;
        self.skip_while(|byte| !ends_name(byte) && byte != b'=');
        let name = Span::new(start, self.at);
        self.skip_while(is_space);
        let mut value = Span::new(self.at, self.at);
        if self.bytes.get(self.at) == Some(&b'=') {
            self.at += 1;
            self.skip_while(is_space);
            value = self.value();
        }
        Step::Attribute { name, value }
    }

    #[inline]
    fn value(&mut self) -> Span {
        let Some(&quote @ (b'"' | b'\'')) = self.bytes.get(self.at) else {
            let start = self.at;
            self.skip_while(|byte| !is_space(byte) && byte != b'>');
            return Span::new(start, self.at);
        };
        let start = self.at + 1;
        let end = memchr(quote, &self.bytes[start..]).map_or(self.bytes.len(), |quote| start + quote);
        self.at = self.bytes.len().min(end + 1);
        Span::new(start, end)
    }
}

/// A name as the standard has it: in small letters, and no NUL in it.
pub(crate) fn lowered(name: &str) -> Cow<'_, str> {
    // A loop without an early end is a vector loop.
    if !name.bytes().fold(false, |found, byte| found | byte.is_ascii_uppercase() | (byte == 0)) {
        return Cow::Borrowed(name);
    }
    Cow::Owned(name.to_ascii_lowercase().replace('\0', "\u{FFFD}"))
}

/// The attributes of a start tag, decoded: (name in small letters, value). The first of a name counts; others are left out.
pub(crate) fn attributes<'p>(page: &'p str, tag: Span) -> impl Iterator<Item = (Cow<'p, str>, Cow<'p, str>)> {
    let mut seen = Seen::default();
    raw_attributes(page, tag).filter_map(move |(name, value)| {
        let name = lowered(name);
        seen.is_new(name.clone()).then(|| (name, decoded_value(page, value)))
    })
}

/// The value of one attribute of a start tag, decoded; `name` in small letters.
pub(crate) fn attribute<'p>(page: &'p str, tag: Span, name: &str) -> Option<Cow<'p, str>> {
    let (_, value) = raw_attributes(page, tag).find(|&(written, _)| is_lowered(written, name))?;
    Some(decoded_value(page, value))
}

/// The attributes of a tag: (name as written, range of the value).
pub(crate) fn raw_attributes(page: &str, tag: Span) -> impl Iterator<Item = (&str, Span)> {
    let mut attributes = Attributes::behind_name(&page.as_bytes()[..tag.end as usize], tag.start as usize + 1);
    std::iter::from_fn(move || match attributes.step() {
        Step::Attribute { name, value } => Some((&page[name.range()], value)),
        Step::End { .. } | Step::EndOfFile => None,
    })
}

/// Whether `lowered` makes `name` of what is written.
fn is_lowered(written: &str, name: &str) -> bool {
    written.eq_ignore_ascii_case(name) || written.contains('\0') && lowered(written) == name
}

/// The names of attributes that a tag had already.
#[derive(Default)]
struct Seen<'p> {
    /// The first few, which are looked through.
    few: [Cow<'p, str>; 8],
    number: usize,
    /// All others, so that a tag of many takes no longer than many tags.
    many: HashSet<Cow<'p, str>>,
}

impl<'p> Seen<'p> {
    fn is_new(&mut self, name: Cow<'p, str>) -> bool {
        if self.few[..self.number].contains(&name) {
            return false;
        }
        let Some(free) = self.few.get_mut(self.number) else { return self.many.insert(name) };
        *free = name;
        self.number += 1;
        true
    }
}

/// A stretch of text as the page has it and as it is decoded.
#[derive(Debug)]
pub(crate) struct Piece<'p> {
    /// Where it stands in the page.
    pub(crate) source: Span,
    pub(crate) text: Cow<'p, str>,
    /// `text` is what the page has there, byte for byte.
    pub(crate) is_copy: bool,
}

/// Text decoded, piece by piece: runs that stand as they are, character references, line ends, NULs.
pub(crate) fn pieces<'p>(page: &'p str, span: Span, kind: TextKind) -> impl Iterator<Item = Piece<'p>> {
    Pieces::new(page, span, if kind == TextKind::References { References::InText } else { References::Stand })
}

/// What a comment says, decoded.
#[cfg(test)]
pub(crate) fn comment<'p>(page: &'p str, data: Span) -> Cow<'p, str> {
    decoded(page, data, References::Stand)
}

pub(crate) fn decoded_value(page: &str, value: Span) -> Cow<'_, str> {
    decoded(page, value, References::InAttribute)
}

/// A text with its character references read.
pub(crate) fn decoded_text(text: &str) -> Cow<'_, str> {
    decoded(text, Span::new(0, text.len()), References::InText)
}

fn decoded(page: &str, span: Span, references: References) -> Cow<'_, str> {
    let mut pieces = Pieces::new(page, span, references);
    let Some(first) = pieces.next() else { return Cow::Borrowed("") };
    if first.source == span {
        return first.text;
    }
    let mut text = String::with_capacity(span.len());
    text.push_str(&first.text);
    pieces.for_each(|piece| text.push_str(&piece.text));
    Cow::Owned(text)
}

/// What becomes of character references.
#[derive(Clone, Copy, PartialEq, Eq)]
enum References {
    InText,
    InAttribute,
    /// They are text.
    Stand,
}

struct Pieces<'p> {
    page: &'p str,
    at: usize,
    end: usize,
    references: References,
    /// The piece behind the run that was given out last.
    next: Option<Piece<'p>>,
}

impl<'p> Pieces<'p> {
    fn new(page: &'p str, span: Span, references: References) -> Self {
        Self { page, at: span.start as usize, end: span.end as usize, references, next: None }
    }

    /// The next piece that is not a run, from `from` on.
    fn special(&self, mut from: usize) -> Option<Piece<'p>> {
        let bytes = &self.page.as_bytes()[..self.end];
        loop {
            from += match self.references {
                References::Stand => memchr2(b'\r', 0, &bytes[from..])?,
                References::InText | References::InAttribute => memchr3(b'&', b'\r', 0, &bytes[from..])?,
            };
            let (length, text) = match bytes[from] {
                0 => (1, Cow::Borrowed("\u{FFFD}")),
                b'\r' => (1 + usize::from(bytes.get(from + 1) == Some(&b'\n')), Cow::Borrowed("\n")),
                _ => match reference(&bytes[from + 1..], self.references == References::InAttribute) {
                    Some((length, text)) => (1 + length, text),
                    None => {
                        from += 1;
                        continue;
                    }
                },
            };
            return Some(Piece { source: Span::new(from, from + length), text, is_copy: false });
        }
    }
}

impl<'p> Iterator for Pieces<'p> {
    type Item = Piece<'p>;

    fn next(&mut self) -> Option<Piece<'p>> {
        if self.at == self.end {
            return None;
        }
        let special = self.next.take().or_else(|| self.special(self.at));
        let start = special.as_ref().map_or(self.end, |piece| piece.source.start as usize);
        if start == self.at {
            self.at = special.as_ref().map_or(self.end, |piece| piece.source.end as usize);
            return special;
        }
        let source = Span::new(self.at, start);
        self.at = start;
        self.next = special;
        Some(Piece { source, text: Cow::Borrowed(&self.page[source.range()]), is_copy: true })
    }
}

/// The character reference that `text`, which follows a `&`, begins with: its length and what it stands for.
fn reference(text: &[u8], in_attribute: bool) -> Option<(usize, Cow<'static, str>)> {
    if text.first() == Some(&b'#') {
        let (length, character) = numeric_reference(text)?;
        return Some((length, Cow::Owned(character.into())));
    }
    let (length, characters) = entities::longest(text)?;
    // `&copy=1` in an address is no sign.
    let goes_on = || text.get(length).is_some_and(|&next| next == b'=' || next.is_ascii_alphanumeric());
    if in_attribute && text[length - 1] != b';' && goes_on() {
        return None;
    }
    Some((length, Cow::Borrowed(characters)))
}

/// A numeric reference from its `#` on.
fn numeric_reference(text: &[u8]) -> Option<(usize, char)> {
    let (radix, digits) = if matches!(text.get(1), Some(b'x' | b'X')) { (16, 2) } else { (10, 1) };
    let (mut at, mut number) = (digits, 0u32);
    while let Some(digit) = text.get(at).and_then(|&byte| char::from(byte).to_digit(radix)) {
        number = number.saturating_mul(radix).saturating_add(digit);
        at += 1;
    }
    if at == digits {
        return None;
    }
    let character = match number {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9F => WINDOWS_1252[number as usize - 0x80],
        _ => char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER),
    };
    Some((at + usize::from(text.get(at) == Some(&b';')), character))
}

/// What the numbers from 0x80 to 0x9F stand for: the characters of windows-1252, and where it has none, the control.
#[rustfmt::skip]
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// A document type: name, public and system identifier; whether it forces quirks mode.
#[derive(Debug, Default)]
pub(crate) struct Doctype {
    pub(crate) name: Option<String>,
    pub(crate) public_id: Option<String>,
    pub(crate) system_id: Option<String>,
    pub(crate) force_quirks: bool,
}

/// Reads the token of a document type.
pub(crate) fn doctype(page: &str, span: Span) -> Doctype {
    let written = &page[span.range()][b"<!doctype".len()..];
    let (body, closed) = match written.strip_suffix('>') {
        Some(body) => (body, true),
        None => (written, false),
    };
    let mut doctype = Doctype::default();
    let well_formed = doctype.read(body);
    doctype.force_quirks = match well_formed {
        Read::Whole => !closed,
        Read::Broken => true,
        Read::Bogus => false,
    };
    doctype
}

/// How much of a document type was as it should be.
enum Read {
    /// All, up to its end.
    Whole,
    /// Something is not there that should be.
    Broken,
    /// All, but something stands behind it that is passed over.
    Bogus,
}

impl Doctype {
    fn read(&mut self, body: &str) -> Read {
        let space = |c: char| c.is_ascii() && is_space(c as u8);
        let body = body.trim_start_matches(space);
        if body.is_empty() {
            return Read::Broken;
        }
        let (name, rest) = body.split_at(body.find(space).unwrap_or(body.len()));
        self.name = Some(lowered(name).into_owned());
        let rest = rest.trim_start_matches(space);
        if rest.is_empty() {
            return Read::Whole;
        }
        let (keyword, rest) = rest.split_at_checked(6).unwrap_or(("", rest));
        let mut rest = rest.trim_start_matches(space);
        if keyword.eq_ignore_ascii_case("public") {
            let Some(public) = Identifier::at(rest) else { return Read::Broken };
            self.public_id = Some(public.text);
            if !public.closed {
                return Read::Broken;
            }
            rest = public.rest.trim_start_matches(space);
            if rest.is_empty() {
                return Read::Whole;
            }
        } else if !keyword.eq_ignore_ascii_case("system") {
            return Read::Broken;
        }
        let Some(system) = Identifier::at(rest) else { return Read::Broken };
        self.system_id = Some(system.text);
        match system.rest.trim_start_matches(space) {
            _ if !system.closed => Read::Broken,
            "" => Read::Whole,
            _ => Read::Bogus,
        }
    }
}

/// An identifier in quotation marks.
struct Identifier<'p> {
    text: String,
    /// The quotation mark at its end is there.
    closed: bool,
    rest: &'p str,
}

impl<'p> Identifier<'p> {
    fn at(text: &'p str) -> Option<Self> {
        let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (body, rest, closed) = match text[1..].split_once(quote) {
            Some((body, rest)) => (body, rest, true),
            None => (&text[1..], "", false),
        };
        let body = decoded(body, Span::new(0, body.len()), References::Stand);
        Some(Self { text: body.into_owned(), closed, rest })
    }
}
