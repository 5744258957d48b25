//! Plain-text repair: what the characters of a dump say of its blocks, before anyone asks what the blocks mean.
//!
//! `lines` finds the lines and takes quote marks, indentation and a text browser's placeholders off; `wrap` tells whether a
//! wrapper broke the lines, and where; `pages` knows what stands between the pages of print; `markdown` and `references` read the
//! syntax within lines; `shape` reads list markers, headings, tables, code and rules off the characters of a block.

mod aligned;
mod lines;
mod markdown;
mod pages;
mod placeholder;
mod preformatted;
mod references;
mod shape;
mod wrap;

use std::ops::Range;

use crate::bytes;
use crate::clean::{is_line_end, joins_lines};
use crate::input::{Block, Blocks, Landmark, Shape};
use crate::model::{Mark, Span};
use lines::{Line, Lines};
use pages::Place;
use wrap::Joint;

/// The blocks of a document of plain text, or of parts of one: no block reaches from one range into the next. `is_wrapped`
/// where a wrapper is known to have broken the lines, though they may be too few to show it.
pub(crate) fn blocks(document: &str, ranges: &[Range<usize>], is_wrapped: bool) -> Blocks {
    let lines = Lines::new(document, ranges);
    let wrap = wrap::Wrap::detect(document, &lines, is_wrapped);
    let mut layout = Layout {
        document,
        lines: &lines,
        out: Blocks { blocks: Vec::with_capacity(lines.lines.len() / 2), ..Blocks::default() },
        running: pages::running(document, &lines),
        turned: usize::MAX,
        is_markdown: markdown::is_markdown(document),
        quoted: lines.is_quoted_throughout(),
        unclosed: usize::MAX,
        formatted: 0,
        indents: Vec::with_capacity(lines.lines.len() / 2),
    };
    layout.run(&wrap);
    let references = references::marks(document, &lines);
    let syntax = if layout.is_markdown { markdown::marks(document, &mut layout.out) } else { Vec::new() };
    layout.out.take_syntax(document, references.into_iter().chain(syntax).collect());
    layout.out
}

struct Layout<'a> {
    document: &'a str,
    lines: &'a Lines,
    out: Blocks,
    /// Running heads and feet of pages, in order.
    running: Vec<(usize, Place)>,
    /// The line with which a paragraph goes on behind running lines.
    turned: usize,
    /// Links of Markdown stand in it.
    is_markdown: bool,
    /// The whole document is quoted, as in a reply by mail: the marks are layout and make no quotation.
    quoted: bool,
    /// Fences of this width and wider are closed nowhere below.
    unclosed: usize,
    /// No preformatted text begins above this line.
    formatted: usize,
    /// The least indentation of the lines of each block of running text, in columns.
    indents: Vec<(usize, u32)>,
}

/// Fences are told apart by width up to this one.
const WIDEST_FENCE: usize = 16;

impl<'a> Layout<'a> {
    fn run(&mut self, wrap: &wrap::Wrap<'a>) {
        let lines = &self.lines.lines;
        let mut at = 0;
        let mut after_blank = true;
        while at < lines.len() {
            if lines[at].is_blank() {
                after_blank = true;
                self.mark_quote(at);
                at += 1;
                continue;
            }
            let first = self.out.blocks.len();
            let end = self
                .running(at)
                .or_else(|| self.code(at))
                .or_else(|| self.table(at))
                .or_else(|| self.preformatted(at, wrap))
                .or_else(|| self.aligned(at))
                .unwrap_or_else(|| self.text(at, wrap));
            self.out.blocks[first].after_blank = after_blank;
            at = end;
            after_blank = false;
        }
        self.out.marks.sort_unstable_by_key(|mark| mark.span.start);
        self.indented_quotes();
    }

    /// Blocks that stand further in than the text around them are quotations, where few do.
    fn indented_quotes(&mut self) {
        let length = |&(block, _): &(usize, u32)| self.out.blocks[block].span.len();
        let all: usize = self.indents.iter().map(length).sum();
        let Some(&(_, base)) = self.indents.iter().max_by_key(|entry| (length(entry), std::cmp::Reverse(entry.1)))
        else {
            return;
        };
        let deeper: Vec<(usize, u32)> =
            self.indents.iter().copied().filter(|&(_, indent)| indent >= base + 3).collect();
        let few = deeper.iter().map(length).sum::<usize>() * 4 <= all && deeper.len() * 4 <= self.indents.len();
        if few && self.indents.len() >= 4 {
            for (block, _) in deeper {
                let block = &mut self.out.blocks[block];
                // A short line that stands further in is centred, not quoted.
                if block.span.len() >= 100 {
                    block.quote = block.quote.max(1);
                }
            }
        }
    }

    /// A running head or foot; the line behind it.
    fn running(&mut self, at: usize) -> Option<usize> {
        let place = self.place(at)?;
        let line = self.lines.lines[at];
        self.mark_quote(at);
        self.push(line.span(), Shape::Text, line.quote);
        let landmark = match place {
            Place::Head => Landmark::PageHead,
            Place::Foot => Landmark::PageFoot,
        };
        self.out.blocks.last_mut().into_iter().for_each(|block| block.landmark = Some(landmark));
        Some(at + 1)
    }

    /// Where a line stands on its page, if it is not the text's.
    fn place(&self, line: usize) -> Option<Place> {
        self.running.binary_search_by_key(&line, |&(at, _)| at).ok().map(|at| self.running[at].1)
    }

    /// The line with which the text goes on behind the page that ends below the line `last`, and whether running lines
    /// stand between; none where no page ends there.
    fn turn(&self, last: usize) -> Option<(usize, bool)> {
        if self.running.is_empty() && self.lines.pages.is_empty() {
            return None;
        }
        let is_running = |at: usize| self.place(at).is_some();
        let next =
            (last + 1..self.lines.lines.len()).find(|&at| !self.lines.lines[at].is_blank() && !is_running(at))?;
        let interrupted = (last + 1..next).any(is_running);
        let page = self.lines.pages.partition_point(|&first| first <= last);
        let turned = self.lines.pages.get(page).is_some_and(|&first| first <= next);
        (interrupted || turned).then_some((next, interrupted))
    }

    /// Whether a link that begins in the line `last` goes on in the line `next`.
    fn is_open(&self, last: usize, next: usize) -> bool {
        let lines = &self.lines.lines;
        let following =
            lines.iter().skip(next).take_while(|line| !line.is_blank()).map(|line| line.text(self.document));
        self.is_markdown
            && lines.get(next).is_some_and(|line| !line.is_blank())
            && markdown::is_open(lines[last].text(self.document), following)
    }

    /// A fenced block of code (CommonMark 4.5), from its first line; the line behind it.
    fn code(&mut self, at: usize) -> Option<usize> {
        let lines = &self.lines.lines;
        let fence = lines[at].text(self.document);
        let tick = fence.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let width = fence.chars().take_while(|&c| c == tick).count();
        // No fence is looked for twice where a shorter one was not closed: that would take quadratic time.
        if width < 3 || fence[width..].contains(tick) || width.min(WIDEST_FENCE) >= self.unclosed {
            return None;
        }
        let closes = |line: &Line| {
            let text = line.text(self.document);
            text.len() >= width && text.chars().all(|c| c == tick)
        };
        let Some(end) = (at + 1..lines.len()).find(|&i| closes(&lines[i])) else {
            self.unclosed = width.min(WIDEST_FENCE);
            return None;
        };
        let Line { start, end: opened, indent, quote, .. } = lines[at];
        let span = Span { start, end: lines[end].end };
        // The line ends between the fences and the code are the fences'.
        let opening = Span { start, end: self.behind_line_end(opened) };
        let closing = Span { start: if end > at + 1 { lines[end - 1].end } else { lines[end].start }, ..span };
        let language = fence[width..].split_whitespace().next().unwrap_or_default();
        self.mark_quote(at);
        self.mark(opening);
        for line in at + 1..end {
            self.mark(self.lines.lines[line].margin(self.document, indent));
        }
        self.mark(closing);
        self.push(span, Shape::Code, quote);
        if !language.is_empty() {
            let start = self.out.pool.len();
            self.out.pool.push_str(language);
            self.out
                .blocks
                .last_mut()
                .into_iter()
                .for_each(|block| block.code_language = Span::new(start, start + language.len()));
        }
        Some(end + 1)
    }

    /// The offset behind the line end that stands at or behind an offset.
    fn behind_line_end(&self, at: u32) -> u32 {
        let rest = &self.document[at as usize..];
        let end = rest.find(is_line_end).unwrap_or(rest.len());
        let width =
            if rest[end..].starts_with("\r\n") { 2 } else { rest[end..].chars().next().map_or(0, char::len_utf8) };
        at + (end + width) as u32
    }

    /// Preformatted text; the line behind it.
    fn preformatted(&mut self, at: usize, wrap: &wrap::Wrap) -> Option<usize> {
        let lines = &self.lines.lines;
        // No run of lines is looked at twice: that would take quadratic time.
        if at < self.formatted {
            return None;
        }
        let end = preformatted::end(self.document, lines, at, wrap).map_err(|end| self.formatted = end).ok()?;
        let span = Span { start: lines[at].start, end: lines[end - 1].end };
        let outer = lines[at].indent;
        self.mark_quote(at);
        for line in at + 1..end {
            self.mark(self.lines.lines[line].margin(self.document, outer));
        }
        self.push(span, Shape::Code, self.lines.lines[at].quote);
        Some(end)
    }

    /// Two or more lines of equally many cells; the line behind them.
    fn table(&mut self, at: usize) -> Option<usize> {
        let rows = shape::table_rows(self.document, &self.lines.lines[at..])?;
        Some(self.rows(at, &rows))
    }

    /// Three or more lines whose cells stand below one another; the line behind them.
    fn aligned(&mut self, at: usize) -> Option<usize> {
        let rows = aligned::rows(self.document, &self.lines.lines[at..])?;
        Some(self.rows(at, &rows))
    }

    /// The rows of a table, by their cells; the line behind them.
    fn rows(&mut self, at: usize, rows: &[Vec<Span>]) -> usize {
        for (i, cells) in rows.iter().enumerate() {
            let line = self.lines.lines[at + i];
            self.mark_quote(at + i);
            let first = self.out.cells.len();
            self.out.cells.extend(cells);
            let shape = if cells.is_empty() {
                Shape::Rule
            } else {
                Shape::Row { cells: Span::new(first, self.out.cells.len()) }
            };
            self.push(line.span(), shape, line.quote);
        }
        at + rows.len()
    }

    /// A line with those that a wrapper parted from it; the line behind them.
    fn text(&mut self, at: usize, wrap: &wrap::Wrap<'a>) -> usize {
        let lines = &self.lines.lines;
        let first = lines[at];
        self.mark_quote(at);
        let marker = shape::marker(self.document, &first);
        // Where a heading is underlined, the underline is the heading's (CommonMark 4.3).
        if marker.is_none()
            && let Some(under) = lines.get(at + 1)
            && let Some(level) = shape::underline(first.text(self.document), under.text(self.document))
        {
            self.mark_quote(at + 1);
            self.mark(under.span());
            let span = Span { start: first.start, end: under.end };
            self.push(span, Shape::Heading { level }, first.quote);
            return at + 2;
        }
        let mut last = at;
        loop {
            let turn = self.turn(last);
            let (next, interrupted) = turn.unwrap_or((last + 1, false));
            let joint = wrap.joint(self.document, lines, at, last, next);
            let Some(joint) = joint.or_else(|| self.is_open(last, next).then_some(Joint::Space)) else { break };
            if interrupted {
                self.turned = next;
                // The hyphen of a word that goes on elsewhere.
                if let Joint::SplitWord { hyphen } = joint {
                    self.mark(Span { start: lines[last].end - hyphen, end: lines[last].end });
                }
                break;
            }
            match joint {
                // The marks of the others hold the quote marks, too.
                Joint::Space => self.mark_quote(next),
                Joint::Compound => self.mark(Span { start: lines[last].end, end: lines[next].start }),
                Joint::SplitWord { hyphen } => {
                    self.mark(Span { start: lines[last].end - hyphen, end: lines[next].start });
                }
            }
            last = next;
        }
        let span = Span { start: first.start, end: lines[last].end };
        let shape = match marker {
            Some((marker, number, width)) => Shape::Item { marker, number, width },
            None => match shape::hashes(first.text(self.document)) {
                Some((level, width)) => {
                    self.mark(Span { start: first.start, end: first.start + width });
                    let opening = if last == at { width as usize } else { 0 };
                    let closing = shape::closing_hashes(&lines[last].text(self.document)[opening..]);
                    if closing > 0 {
                        self.mark(Span { start: lines[last].end - closing, end: lines[last].end });
                    }
                    Shape::Heading { level }
                }
                None if last == at && shape::is_rule(first.text(self.document)) => Shape::Rule,
                None => {
                    let width = if self.is_markdown { 0 } else { shape::bold(&self.document[span.range()]) };
                    self.mark(Span { start: span.start, end: span.start + width });
                    self.mark(Span { start: span.end - width, end: span.end });
                    Shape::Text
                }
            },
        };
        if shape == Shape::Text {
            let indent = lines[at..=last].iter().map(|line| line.indent).min().unwrap_or(0);
            self.indents.push((self.out.blocks.len(), indent));
        }
        self.push(span, shape, first.quote);
        let goes_on = at == self.turned;
        self.out.blocks.last_mut().into_iter().for_each(|block| block.goes_on = goes_on);
        last + 1
    }

    fn push(&mut self, span: Span, shape: Shape, quote: u32) {
        let quote = if self.quoted { quote.saturating_sub(1) } else { quote };
        self.out.blocks.push(Block::plain(span, shape, quote, false));
    }

    /// The quote marks and placeholders of a line are layout.
    fn mark_quote(&mut self, line: usize) {
        let marks = self.lines.lines[line].marks();
        self.mark(marks);
    }

    fn mark(&mut self, span: Span) {
        if !span.is_empty() {
            self.out.marks.push(Mark::layout(span));
        }
    }
}

/// Columns that a text takes: code points, and two for each character of the scripts that are written without spaces. Of
/// a text that is wider than any margin it is at least that.
fn columns(text: &str) -> u32 {
    /// Bytes from which on a text is that wide, whatever its script: a code point takes three bytes, or four in two columns.
    const WIDE: usize = 768;
    let bytes = text.as_bytes();
    if bytes.len() > WIDE || text.is_ascii() {
        return bytes.len() as u32;
    }
    let characters = bytes::count(bytes, |byte| byte & 0xC0 != 0x80);
    // Those scripts begin at U+2E80.
    let unspaced = bytes::any_pair(bytes, |first, second| (first >= 0xE3) | (first == 0xE2) & (second >= 0xBA));
    characters + if unspaced { text.chars().filter(|&c| joins_lines(c)).count() as u32 } else { 0 }
}
