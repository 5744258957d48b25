//! JSON as pages have it, most of it JSON-LD: read to its end whatever is wrong with it, and with the place of each value.
//!
//! A strict parser refuses one block in forty for a raw line end, a comma too many or a quotation mark that is not escaped.
//! Here a mistake costs the value that it is in. A string ends where JSON can go on behind it, which in JSON that is
//! well formed is where it ends.

use super::graph::{Graph, ItemId, Value};
use crate::bytes;
use crate::model::{Origin, Span};

/// Levels of nesting that are read; what lies deeper is passed over.
const DEEPEST: usize = 32;

/// Reads the items of a block into a graph, as of an origin.
pub(super) fn read<'t>(graph: &mut Graph<'t>, block: Span, origin: Origin) {
    let page = graph.tree.page;
    let mut reader = Reader { page: &page[..block.end as usize], at: block.start as usize, origin, graph };
    // Blocks may be wrapped for the eyes of old browsers, and hold several texts one behind the other.
    while let Some(start) = memchr::memchr2(b'{', b'[', &reader.bytes()[reader.at..]) {
        reader.at += start;
        reader.value(None, 0);
    }
}

struct Reader<'g, 't> {
    page: &'t str,
    at: usize,
    origin: Origin,
    graph: &'g mut Graph<'t>,
}

impl<'t> Reader<'_, 't> {
    fn bytes(&self) -> &'t [u8] {
        self.page.as_bytes()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        self.at = behind_space(self.bytes(), self.at);
    }

    /// A value, which is that of a property, or stands for itself.
    fn value(&mut self, of: Option<(ItemId, &'t str)>, depth: usize) {
        match self.peek() {
            Some(b'{' | b'[') if depth == DEEPEST => self.pass(),
            Some(b'{') => self.object(of, depth),
            Some(b'[') => self.array(of, depth),
            Some(b'"') => {
                let text = self.string();
                self.add(of, text);
            }
            Some(_) => {
                let word = self.word();
                if !matches!(&self.page[word.range()], "" | "null") {
                    self.add(of, word);
                }
            }
            None => {}
        }
    }

    fn add(&mut self, of: Option<(ItemId, &'t str)>, text: Span) {
        if let Some((item, name)) = of {
            self.graph.add(item, name, Value::Json(text));
        }
    }

    fn object(&mut self, of: Option<(ItemId, &'t str)>, depth: usize) {
        self.at += 1;
        // What a graph holds stands for itself.
        let of = of.filter(|&(_, name)| name != "@graph");
        let Some(item) = self.graph.add_item(self.origin, of) else {
            self.at = self.page.len();
            return;
        };
        loop {
            self.skip_space();
            match self.peek() {
                None => return,
                Some(b'}') => {
                    self.at += 1;
                    return;
                }
                // The array around it ends, and with it what was never closed.
                Some(b']') => return,
                Some(b'"') => {
                    let name = self.string();
                    self.skip_space();
                    if self.peek() == Some(b':') {
                        self.at += 1;
                        self.skip_space();
                        self.value(Some((item, &self.page[name.range()])), depth + 1);
                    }
                }
                Some(_) => self.at = next_character(self.page, self.at),
            }
        }
    }

    fn array(&mut self, of: Option<(ItemId, &'t str)>, depth: usize) {
        self.at += 1;
        loop {
            self.skip_space();
            match self.peek() {
                None => return,
                Some(b']') => {
                    self.at += 1;
                    return;
                }
                Some(b'}') => return,
                Some(b',') => self.at += 1,
                Some(_) => {
                    let start = self.at;
                    self.value(of, depth + 1);
                    if self.at == start {
                        self.at = next_character(self.page, self.at);
                    }
                }
            }
        }
    }

    /// A string without its quotation marks.
    fn string(&mut self) -> Span {
        let bytes = self.bytes();
        let start = self.at + 1;
        let mut at = start;
        loop {
            let Some(found) = memchr::memchr2(b'"', b'\\', &bytes[at..]) else {
                self.at = bytes.len();
                return Span::new(start, bytes.len());
            };
            at += found;
            if bytes[at] == b'\\' {
                at = next_character(self.page, at + 1).min(bytes.len());
                continue;
            }
            at += 1;
            if can_end(bytes, at) {
                self.at = at;
                return Span::new(start, at - 1);
            }
        }
    }

    /// A number or a name, up to what ends one.
    fn word(&mut self) -> Span {
        let start = self.at;
        let ends =
            |byte: u8| matches!(byte, b',' | b'}' | b']' | b'"' | b'{' | b'[' | b':') || byte.is_ascii_whitespace();
        let length = self.bytes()[start..].iter().position(|&byte| ends(byte));
        self.at = length.map_or(self.page.len(), |length| start + length);
        Span::new(start, self.at)
    }

    /// Passes over an object or array.
    fn pass(&mut self) {
        let mut depth = 0;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    self.string();
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return;
            }
        }
    }
}

/// Whether a string can have ended right before `at`: what comes next is of the JSON around it.
fn can_end(bytes: &[u8], at: usize) -> bool {
    let next = behind_space(bytes, at);
    match bytes.get(next) {
        None | Some(b':' | b'}' | b']') => true,
        Some(b',') => {
            let value = behind_space(bytes, next + 1);
            let rest = &bytes[value..];
            rest.first().is_none_or(|byte| matches!(byte, b'"' | b'{' | b'[' | b'}' | b']' | b'-' | b'0'..=b'9'))
                || [&b"true"[..], b"false", b"null"].iter().any(|name| rest.starts_with(name))
        }
        // A comma that is missing: the next name stands on a line of its own, and has its colon.
        Some(b'"') => bytes::any(&bytes[at..next], |byte| byte == b'\n') && is_name(&bytes[next + 1..]),
        Some(_) => false,
    }
}

/// Whether a text begins with the name of a property and its closing quotation mark and colon.
fn is_name(text: &[u8]) -> bool {
    const LONGEST: usize = 48;
    let length = text
        .iter()
        .take(LONGEST)
        .position(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'@' | b':' | b'_')));
    length.is_some_and(|length| text[length..].starts_with(b"\":") || text[length..].starts_with(b"\" :"))
}

fn behind_space(bytes: &[u8], at: usize) -> usize {
    bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(|byte| !byte.is_ascii_whitespace()))
        .map_or(bytes.len(), |space| at + space)
}

/// Where the character behind the one at an offset begins.
fn next_character(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(at + 1, |c| at + c.len_utf8())
}
