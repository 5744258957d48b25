//! Clean text and the way back: what a stretch of the document says once its layout is taken off, and where each
//! character of that stands.

use std::borrow::Cow;
use std::ops::Range;

use crate::bytes;
use crate::model::{Mark, MarkKind, Span};

/// A run of clean text and the run of the document that it came from. Equal lengths are a copy, character for
/// character; otherwise the run is folded white space.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Run {
    pub(crate) text: Span,
    pub(crate) document: Span,
}

/// Clean text with its map to the document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct CleanText {
    pub(crate) text: String,
    pub(crate) runs: Vec<Run>,
}

/// How white space is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WhiteSpace {
    /// A run of it becomes one space, and none stands at the ends.
    Fold,
    /// It stands as it is, as in code.
    Keep,
}

impl CleanText {
    /// Appends the clean text of a stretch of the document.
    ///
    /// `marks` are the article's; those of kind `layout` drop out, and a `line_break` stays as a line feed.
    pub(crate) fn push(&mut self, document: &str, span: Span, marks: &[Mark], white_space: WhiteSpace) {
        let first = marks.partition_point(|mark| mark.span.start < span.start);
        let inside = marks[first..].iter().take_while(|mark| mark.span.start < span.end);
        let mut writer =
            Writer { out: self, document, white_space, pending: None, line_break: false, last: None, began: false };
        let mut at = span.start as usize;
        for mark in inside {
            let (start, end) = (mark.span.start as usize, mark.span.end.min(span.end) as usize);
            match mark.kind {
                MarkKind::Layout if end > at => {
                    writer.copy(at..start.max(at));
                    at = end;
                }
                MarkKind::LineBreak if start >= at => {
                    writer.copy(at..start);
                    writer.line_break = true;
                    writer.white_space_at(start..end);
                    at = end;
                }
                _ => {}
            }
        }
        writer.copy(at..span.end as usize);
        if white_space == WhiteSpace::Keep {
            writer.flush();
        }
    }

    /// Appends text that stands nowhere in the document, such as what parts one block from the next.
    pub(crate) fn push_separator(&mut self, separator: &str) {
        self.text.push_str(separator);
    }

    /// The ranges of the document that a range of the clean text stands in, in order, touching ones joined.
    pub(crate) fn locate(&self, range: Range<usize>) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        if range.is_empty() {
            return spans;
        }
        let first = self.runs.partition_point(|run| run.text.end as usize <= range.start);
        for run in self.runs[first..].iter().take_while(|run| (run.text.start as usize) < range.end) {
            let span = if run.text.len() == run.document.len() {
                let from = range.start.saturating_sub(run.text.start as usize);
                let to = (run.text.len()).min(range.end - run.text.start as usize);
                Span::new(run.document.start as usize + from, run.document.start as usize + to)
            } else {
                run.document
            };
            match spans.last_mut() {
                // The letters of a ligature all stand in the one character.
                Some(last) if (last.start..=last.end).contains(&span.start) => last.end = last.end.max(span.end),
                _ if span.is_empty() => {}
                _ => spans.push(span),
            }
        }
        spans
    }
}

struct Writer<'a> {
    out: &'a mut CleanText,
    document: &'a str,
    white_space: WhiteSpace,
    /// White space seen and not yet written, as a range of the document.
    pending: Option<Range<usize>>,
    /// A line break was marked within the pending white space.
    line_break: bool,
    /// The last character written by this writer.
    last: Option<char>,
    /// Whether this writer has written anything.
    began: bool,
}

/// Bytes that are looked at together.
const STRIDE: usize = 32;

impl Writer<'_> {
    /// Copies a range of the document, word by word.
    fn copy(&mut self, range: Range<usize>) {
        let text = &self.document[range.clone()];
        if self.white_space == WhiteSpace::Keep {
            // Only what no reader sees is dropped.
            let mut from = range.start;
            for (i, c) in text.char_indices().filter(|&(_, c)| is_dropped(c) || c == '\r') {
                self.write(from..range.start + i);
                from = range.start + i + c.len_utf8();
            }
            return self.write(from..range.end);
        }
        let bytes = text.as_bytes();
        let (mut from, mut i) = (0, 0);
        let is_word = |byte: u8| (byte > b' ') & (byte < 0x7F);
        while i < bytes.len() {
            // A lone space between two words, by far the commonest, does not end a run.
            if is_word(bytes[i]) || bytes[i] == b' ' && i > from && bytes.get(i + 1).is_some_and(|&next| is_word(next))
            {
                i += 1;
                // Without an early exit it is done in vectors.
                while let Some(stride) = bytes.get(i..i + STRIDE + 1) {
                    let pairs = stride.iter().zip(&stride[1..]);
                    let goes_on = |(&here, &next)| is_word(here) | (here == b' ') & is_word(next);
                    if !pairs.fold(true, |all, pair| all & goes_on(pair)) {
                        break;
                    }
                    i += STRIDE;
                }
                continue;
            }
            let c = text[i..].chars().next().unwrap_or(' ');
            let width = c.len_utf8();
            if c.is_whitespace() {
                self.write(range.start + from..range.start + i);
                self.white_space_at(range.start + i..range.start + i + width);
                from = i + width;
            } else if is_dropped(c) {
                self.write(range.start + from..range.start + i);
                from = i + width;
            } else if let Some(letters) = letters_of(c) {
                self.write(range.start + from..range.start + i);
                self.write_letters(letters, range.start + i..range.start + i + width);
                from = i + width;
            }
            i += width;
        }
        self.write(range.start + from..range.end);
    }

    fn white_space_at(&mut self, range: Range<usize>) {
        match &mut self.pending {
            Some(pending) => pending.end = range.end,
            None => self.pending = Some(range),
        }
    }

    /// Writes what white space there is to write before the next word, or at the end of code.
    fn flush(&mut self) {
        self.pending = None;
        self.line_break = false;
    }

    fn write(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let words = &self.document[range.clone()];
        self.begin(words);
        let start = self.out.text.len();
        self.out.text.push_str(words);
        self.run(start, range);
        self.last = words.chars().next_back();
        self.began = true;
    }

    /// Writes the letters that a character of the document stands for.
    fn write_letters(&mut self, letters: &str, document: Range<usize>) {
        self.begin(letters);
        // A run as long as its character would be a copy of it.
        let (head, tail) = letters.split_at(if letters.len() == document.len() { 1 } else { 0 });
        for part in [head, tail].into_iter().filter(|part| !part.is_empty()) {
            let start = self.out.text.len();
            self.out.text.push_str(part);
            self.run(start, document.clone());
        }
        self.last = letters.chars().next_back();
        self.began = true;
    }

    /// Writes the white space that stands before words.
    fn begin(&mut self, words: &str) {
        if let Some(pending) = self.pending.take() {
            let line_break = std::mem::take(&mut self.line_break);
            if self.began {
                let has_line_end = self.document[pending.clone()].contains(is_line_end);
                let next = words.chars().next();
                if line_break {
                    self.put("\n", pending);
                } else if !(has_line_end && (self.last.is_some_and(joins_lines) || next.is_some_and(joins_lines))) {
                    self.put(" ", pending);
                }
            }
        }
    }

    fn put(&mut self, white_space: &str, document: Range<usize>) {
        let start = self.out.text.len();
        self.out.text.push_str(white_space);
        self.run(start, document);
    }

    /// The text from an offset on came from a range of the document. Copies that go on from one another are one run: most
    /// paragraphs have a single run.
    fn run(&mut self, start: usize, document: Range<usize>) {
        let text = Span::new(start, self.out.text.len());
        let run = Run { text, document: Span::new(document.start, document.end) };
        match self.out.runs.last_mut() {
            Some(last)
                if run.text.len() == run.document.len()
                    && last.text.end == run.text.start
                    && last.document.end == run.document.start
                    && last.text.len() == last.document.len() =>
            {
                last.text.end = run.text.end;
                last.document.end = run.document.end;
            }
            _ => self.out.runs.push(run),
        }
    }
}

/// A stretch of the document with blanks where layout stands: as long, and every character in its place.
pub(crate) fn reading<'d>(document: &'d str, span: Span, marks: &[Mark]) -> Cow<'d, str> {
    let text = &document[span.range()];
    let first = marks.partition_point(|mark| mark.span.start < span.start);
    let inside = marks[first..].iter().take_while(|mark| mark.span.start < span.end);
    let mut layout = inside.filter(|mark| mark.kind == MarkKind::Layout).peekable();
    if layout.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for mark in layout {
        let start = (mark.span.start - span.start) as usize;
        let end = (mark.span.end.min(span.end) - span.start) as usize;
        out.push_str(text.get(out.len()..start).unwrap_or_default());
        out.extend(std::iter::repeat_n(' ', end.saturating_sub(out.len())));
    }
    out.push_str(&text[out.len()..]);
    Cow::Owned(out)
}

/// A text with every run of white space as one space, and none at its ends.
pub(crate) fn folded(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let double = |byte, next| (byte == b' ') & (next == b' ');
    // What white space that is not ASCII ends in, and quotation marks and dashes do not.
    let other = |byte: u8, next: u8| {
        (byte < b' ')
            | (byte == 0xC2) & ((next == 0x85) | (next == 0xA0))
            | (byte == 0x80) & (next.wrapping_sub(0x90) > 0x17)
            | (byte == 0x81)
            | (byte == 0x9A)
    };
    let ends = bytes.first() == Some(&b' ') || bytes.last() == Some(&b' ');
    let is_folded = || {
        !bytes::any_pair(bytes, |byte, next| double(byte, next) | other(byte, next))
            || !bytes::any_pair(bytes, double) && !text.chars().any(|c| c != ' ' && c.is_whitespace())
    };
    if !ends && is_folded() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Characters that no reader sees and that would stand in the way of searching: soft hyphen, zero width space, word
/// joiner, byte order mark, and controls. Joiners and direction marks have a meaning and stay.
pub(crate) fn is_dropped(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}') || c.is_control() && !c.is_whitespace()
}

/// Where Unicode ends lines in any case (UAX #14, classes BK, CR, LF and NL).
pub(crate) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x0B' | '\x0C' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What stands between the two parts of a paragraph that something interrupted.
pub(crate) fn seam(document: &str, before: Span, behind: Span) -> &'static str {
    let (before, behind) = (&document[before.range()], &document[behind.range()]);
    let joins = before.chars().next_back().is_some_and(joins_lines) || behind.chars().next().is_some_and(joins_lines);
    let hyphen = before.strip_suffix(['-', '‐', '\u{AD}']).is_some_and(|word| word.ends_with(char::is_alphanumeric));
    if joins || hyphen { "" } else { " " }
}

/// The letters of a Latin ligature, which typesetting put in their place (Unicode's compatibility decompositions).
fn letters_of(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// A text with its ligatures spelled out.
pub(crate) fn spelled(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(|c| letters_of(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match letters_of(c) {
            Some(letters) => out.push_str(letters),
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Whether a line end next to this character is no word boundary: scripts that are written without spaces (the segment
/// break rules of CSS Text 3, section 4.1.3).
pub(crate) fn joins_lines(c: char) -> bool {
    matches!(c as u32, 0x2E80..=0x312F | 0x31A0..=0x9FFF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFF65 | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn texts_are_folded_as_their_words_are_joined() {
        for c in '\0'..='\u{FFFF}' {
            for text in [format!("a{c}b"), format!("{c}a"), format!("a{c}"), format!("àÀ{c}”–")] {
                assert_eq!(folded(&text), text.split_whitespace().collect::<Vec<_>>().join(" "), "{c:?}");
            }
        }
    }
}
