//! Lines, with quote marks, indentation and placeholders taken off.

use std::ops::Range;

use memchr::{memchr2, memchr2_iter, memchr3};

use super::{columns, placeholder};
use crate::bytes;
use crate::clean::{is_line_end, joins_lines};
use crate::model::Span;

/// A line of the document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Offset of the quote marks or placeholders, where there are some; else of the text.
    marks: u32,
    /// Offset of the text, behind quote marks, indentation and placeholders.
    pub(super) start: u32,
    /// Offset behind the last character that is not white space.
    pub(super) end: u32,
    /// Number of quote marks (`>`).
    pub(super) quote: u32,
    /// Columns of white space before the text, counted from the quote marks.
    pub(super) indent: u32,
    /// Columns of the text, with the placeholders before it.
    pub(super) width: u32,
    /// Columns that a wrapper would have had to fit in behind the line above.
    pub(super) first_word: u32,
    /// It holds a tab, a bar or two blanks in a row, as the rows of tables do.
    pub(super) is_parted: bool,
}

impl Line {
    pub(super) fn is_blank(self) -> bool {
        self.start == self.end
    }

    pub(super) fn span(self) -> Span {
        Span { start: self.start, end: self.end }
    }

    pub(super) fn text(self, document: &str) -> &str {
        &document[self.span().range()]
    }

    /// Whether placeholders stand before the text, or it may begin as one.
    fn may_be_frame(self, document: &str) -> bool {
        self.marks < self.start || matches!(document.as_bytes().get(self.start as usize), Some(b'I' | b'>'))
    }

    /// The text with the placeholders before it.
    fn whole(self, document: &str) -> &str {
        document[self.marks as usize..self.end as usize].trim_start_matches(|c| c == '>' || is_blank(c))
    }

    /// The quote marks and the indentation up to a column: what is deeper is part of preformatted text.
    pub(super) fn margin(self, document: &str, column: u32) -> Span {
        let before = &document.as_bytes()[..self.start as usize];
        let blanks = before.iter().rev().take(self.indent as usize).take_while(|&&byte| byte == b' ').count() as u32;
        let deeper = self.indent.saturating_sub(column).min(blanks);
        Span { start: self.marks.min(self.start - blanks), end: self.start - deeper }
    }

    /// Column behind the last character.
    pub(super) fn edge(self) -> u32 {
        self.indent + self.width
    }

    /// The quote marks and placeholders, with the white space between and behind them.
    pub(super) fn marks(self) -> Span {
        Span { start: self.marks, end: self.start }
    }
}

pub(super) struct Lines {
    pub(super) lines: Vec<Line>,
    /// The first line of each page but the first one, where form feeds part them.
    pub(super) pages: Vec<usize>,
}

impl Lines {
    /// The lines of some ranges of a document, with a blank one between two ranges.
    pub(super) fn new(document: &str, ranges: &[Range<usize>]) -> Self {
        let length: usize = ranges.iter().map(Range::len).sum();
        let mut lines = Vec::with_capacity(length / 48 + ranges.len());
        let mut pages = Vec::new();
        // Whether the line above was part of a frame's address.
        let mut in_frame = false;
        let mut push = |start, end, is_page_end| {
            let mut line = line(document, start, end);
            let begins = line.may_be_frame(document) && placeholder::is_frame(line.whole(document));
            in_frame = begins || in_frame && placeholder::is_address(line.text(document));
            if in_frame {
                line.start = line.end;
            }
            lines.push(line);
            if is_page_end {
                pages.push(lines.len());
            }
        };
        for (at, range) in ranges.iter().enumerate() {
            let (base, text) = (range.start, &document[range.clone()]);
            if at > 0 {
                push(base, base, false);
            }
            let mut start = 0;
            if has_rare_ends(text) {
                for (end, c) in text.char_indices().filter(|&(_, c)| is_line_end(c)) {
                    // The two characters of CR LF end one line.
                    if !(c == '\n' && text[..end].ends_with('\r')) {
                        push(base + start, base + end, c == '\x0C');
                    }
                    start = end + c.len_utf8();
                }
            } else {
                let bytes = text.as_bytes();
                for end in memchr2_iter(b'\n', b'\r', bytes) {
                    if !(bytes[end] == b'\n' && end > 0 && bytes[end - 1] == b'\r') {
                        push(base + start, base + end, false);
                    }
                    start = end + 1;
                }
            }
            if start < text.len() {
                push(base + start, base + text.len(), false);
            }
        }
        let mut lines = Self { lines, pages };
        if lines.is_double_spaced(document) {
            lines.close_up();
        }
        lines
    }

    /// Whether a blank line stands between every two lines, as in typescripts: many go on with a small letter behind one.
    fn is_double_spaced(&self, document: &str) -> bool {
        let (mut tight, mut spaced, mut small) = (0, 0, 0);
        // Lines of text with the number of blank ones between.
        let mut blanks = usize::MAX;
        for line in &self.lines {
            if line.is_blank() {
                blanks = blanks.saturating_add(1);
                continue;
            }
            match blanks {
                0 => tight += 1,
                1 => {
                    spaced += 1;
                    small += usize::from(line.text(document).starts_with(char::is_lowercase));
                }
                _ => {}
            }
            blanks = 0;
        }
        spaced >= 8 && tight * 8 <= spaced && small * 3 >= spaced
    }

    /// Takes the first of the blank lines between every two lines out.
    fn close_up(&mut self) {
        let mut kept = Vec::with_capacity(self.lines.len() / 2 + 1);
        let mut pages = self.pages.iter_mut().peekable();
        let mut after_text = false;
        for (at, line) in self.lines.iter().enumerate() {
            while let Some(page) = pages.next_if(|page| **page == at) {
                *page = kept.len();
            }
            let first_blank = line.is_blank() && after_text;
            after_text = !line.is_blank();
            if !first_blank {
                kept.push(*line);
            }
        }
        pages.for_each(|page| *page = kept.len());
        self.lines = kept;
    }

    /// Whether a reply quotes the whole of it: nearly every line that holds text bears a quote mark.
    pub(super) fn is_quoted_throughout(&self) -> bool {
        let (mut text, mut quoted) = (0, 0);
        for line in self.lines.iter().filter(|line| !line.is_blank()) {
            text += 1;
            quoted += usize::from(line.quote > 0);
        }
        text > 0 && quoted * 10 >= text * 9
    }
}

fn line(document: &str, start: usize, end: usize) -> Line {
    let text = &document[start..end];
    let trimmed = text.trim_end_matches(is_blank);
    let (mut marks, mut at, mut quote, mut indent) = (None, 0, 0, 0);
    let bytes = trimmed.as_bytes();
    while at < bytes.len() {
        match bytes[at] {
            b' ' => indent += 1,
            b'\t' => indent = (indent / 8 + 1) * 8,
            b'>' if is_quote_mark(&bytes[at..]) => {
                marks.get_or_insert(at);
                quote += 1;
                indent = 0;
                // One space behind the mark belongs to it.
                at += usize::from(bytes.get(at + 1) == Some(&b' '));
            }
            byte if byte < 0x80 && byte > b' ' => break,
            _ => match trimmed[at..].chars().next() {
                Some(c) if is_blank(c) => {
                    indent += 1 + u32::from(c == '\u{3000}');
                    at += c.len_utf8() - 1;
                }
                _ => break,
            },
        }
        at += 1;
    }
    let at = at.min(trimmed.len());
    let text = &trimmed[at..];
    let hidden = placeholder::leading(text);
    let marks = marks.unwrap_or(at);
    // Most lines are ASCII and hold no more than single blanks.
    let is_plain = !bytes::any_pair(text.as_bytes(), |byte, next| (byte >= 0x80) | parts(byte, next));
    let (width, is_parted) = match is_plain {
        true => (text.len() as u32, false),
        false => (columns(text), bytes::any_pair(text.as_bytes(), parts)),
    };
    Line {
        marks: (start + marks) as u32,
        start: (start + at + hidden) as u32,
        end: (start + trimmed.len()) as u32,
        quote,
        indent,
        width,
        first_word: first_word(&text[hidden..]),
        is_parted,
    }
}

/// Columns of what a wrapper would have had to fit in behind a line: a blank and the first word; in scripts without
/// blanks, the text up to the first place between two of their letters.
///
/// A wrapper that breaks behind hyphens needed less room, but then the word's first half shows that it had none.
fn first_word(text: &str) -> u32 {
    /// Characters that are looked at.
    const MOST: usize = 64;
    // Most words are ASCII, and need no look at characters.
    let ascii = text.bytes().take(MOST).take_while(u8::is_ascii_graphic).count();
    if ascii == MOST || text.as_bytes().get(ascii).is_none_or(|&byte| byte == b' ') {
        return 1 + ascii as u32;
    }
    let mut end = 0;
    let mut last: Option<char> = None;
    for (i, c) in text.char_indices().take(MOST) {
        // No wrapper breaks at a no-break space.
        let blank = c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}');
        let wide = |c: char| joins_lines(c) && c.is_alphanumeric();
        if blank || last.is_some_and(wide) && wide(c) {
            break;
        }
        end = i + c.len_utf8();
        last = Some(c);
    }
    let blank = u32::from(!text.starts_with(joins_lines));
    blank + columns(&text[..end])
}

/// Whether a document holds line ends other than those of the keyboard.
fn has_rare_ends(document: &str) -> bool {
    let is_rare = |c| is_line_end(c) && !matches!(c, '\n' | '\r');
    // The last two bytes of those that are not ASCII.
    let ends = |byte, next: u8| (byte == 0xC2) & (next == 0x85) | (byte == 0x80) & (next & 0xFE == 0xA8);
    let document_bytes = document.as_bytes();
    // Few texts hold any of the last ones.
    memchr2(b'\x0B', b'\x0C', document_bytes).is_some()
        || memchr3(0x85, 0xA8, 0xA9, document_bytes).is_some()
            && bytes::any_pair(document_bytes, ends)
            && document.contains(is_rare)
}

/// Whether a byte is a tab, a bar or the first of two blanks.
fn parts(byte: u8, next: u8) -> bool {
    (byte == b'\t') | (byte == b'|') | (byte == b' ') & (next == b' ')
}

/// `>` at the start of a line quotes, unless it is part of a word or an arrow (`>>>`, `>=`, `>5`).
fn is_quote_mark(bytes: &[u8]) -> bool {
    !matches!(bytes.get(1), Some(b'=' | b'0'..=b'9' | b'<' | b'-')) && !bytes.starts_with(b">>>")
}

/// White space, and what no reader sees.
#[inline]
fn is_blank(c: char) -> bool {
    !c.is_ascii_graphic() && (c.is_whitespace() || crate::clean::is_dropped(c))
}
