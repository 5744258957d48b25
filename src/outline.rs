//! Structure above the segments: the body text, sections, paragraphs, sentences and words.

use unicode_segmentation::UnicodeSegmentation;

use crate::article::{Record, white_space_of};
use crate::clean::{CleanText, seam};
use crate::facts::dates::{self, DateHints};
use crate::model::{Kind, NO_INDEX, Role, Segment, Span};

/// A heading with what follows, up to the next heading of its level or above; of a live blog, an entry with its time.
/// Sections stand in pre-order; those inside section `i` are the ones from `i + 1` to `end`.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Section {
    /// Index of the heading's segment, or [`NO_INDEX`]: before the first one, or in a live blog.
    pub heading: u32,
    /// Level of the heading, 2 to 6; 0 without one.
    pub level: u32,
    /// Index of the section behind the last one inside it.
    pub end: u32,
    /// Range of its segments, up to the next section; boilerplate in between lies inside.
    pub segments: Span,
    /// Range of indices of its own paragraphs.
    pub paragraphs: Span,
}

/// A paragraph of the body.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paragraph {
    /// Index of its (first) segment.
    pub segment: u32,
    /// Its range of the body text, in bytes.
    pub text: Span,
    /// Where it stands in the document, from its first character to its last, in bytes.
    pub span: Span,
}

/// A sentence of the body.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sentence {
    /// Index of the (first) segment that it stands in.
    pub segment: u32,
    /// Its range of the body text, in bytes.
    pub text: Span,
    /// Where it stands in the document, from its first character to its last, in bytes.
    pub span: Span,
}

/// A word of the body.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Word {
    /// Its range of the body text, in bytes.
    pub text: Span,
    /// Where it stands in the document, from its first character to its last, in bytes.
    pub span: Span,
}

/// A block of the body text.
#[derive(Clone, Copy, Debug)]
struct Block {
    segment: u32,
    text: Span,
}

#[derive(Debug)]
pub(crate) struct Outline {
    pub(crate) body: CleanText,
    pub(crate) sections: Vec<Section>,
    pub(crate) paragraphs: Vec<Paragraph>,
    /// Spans of the leaves of the body, those without text too.
    leaves: Vec<Span>,
    blocks: Vec<Block>,
    /// Kinds of the blocks, beside them.
    kinds: Vec<Kind>,
}

/// Indices of the segments that are the times of a live blog's entries: two or more times of day without a day.
fn entry_times(record: &Record) -> Vec<u32> {
    const LONGEST: usize = 40;
    let is_time = |segment: &Segment| {
        let text = || &record.document[segment.span.range()];
        segment.kind == Kind::Timestamp
            && segment.span.len() <= LONGEST
            && dates::scan_time(text()).is_some()
            && dates::scan(text(), &DateHints::default()).is_empty()
    };
    let segments = record.segments.iter().enumerate();
    let times: Vec<u32> = segments.filter(|(_, segment)| is_time(segment)).map(|(at, _)| at as u32).collect();
    if times.len() >= 2 { times } else { Vec::new() }
}

impl Outline {
    pub(crate) fn new(record: &Record) -> Self {
        let mut outline = Self {
            body: CleanText::default(),
            sections: Vec::new(),
            paragraphs: Vec::new(),
            leaves: Vec::new(),
            blocks: Vec::new(),
            kinds: Vec::new(),
        };
        outline.fill_body(record);
        outline.fill_paragraphs();
        outline.fill_sections(record);
        outline
    }

    fn fill_body(&mut self, record: &Record) {
        // The last segment of the last block, which a continuation names.
        let mut last = NO_INDEX;
        let (mut last_in_cell, mut same_row) = (false, false);
        // Index behind the cell in which nothing has stood so far.
        let mut cell_end = 0;
        let mut index = 0;
        let mut excluded_until = 0;
        while let Some(segment) = record.segments.get(index) {
            let at = index as u32;
            index += 1;
            if segment.role == Role::Boilerplate || !record.body_kinds.contains(&segment.kind) {
                excluded_until = excluded_until.max(segment.end);
            }
            match segment.kind {
                Kind::TableRow => same_row = false,
                Kind::TableCell => cell_end = segment.end,
                _ => {}
            }
            if at < excluded_until || segment.kind.is_container() {
                continue;
            }
            self.leaves.push(segment.span);
            let start = self.body.text.len();
            let runs = self.body.runs.len();
            let goes_on = segment.continues != NO_INDEX && segment.continues == last;
            let in_cell = at < cell_end;
            let separator = match start {
                0 => "",
                _ if goes_on => seam(&record.document, record.segments[last as usize].span, segment.span),
                _ if in_cell && same_row => "\t",
                _ if in_cell && last_in_cell => "\n",
                _ => "\n\n",
            };
            self.body.push_separator(separator);
            let text_start = self.body.text.len();
            self.body.push(&record.document, segment.span, &record.marks, white_space_of(segment.kind));
            if self.body.text.len() == text_start {
                self.body.text.truncate(start);
                self.body.runs.truncate(runs);
                continue;
            }
            cell_end = 0;
            (last, last_in_cell, same_row) = (at, in_cell, in_cell);
            let end = self.body.text.len();
            if goes_on && let Some(block) = self.blocks.last_mut() {
                block.text.end = end as u32;
            } else {
                self.blocks.push(Block { segment: at, text: Span::new(text_start, end) });
                self.kinds.push(segment.kind);
            }
        }
    }

    fn fill_paragraphs(&mut self) {
        for (block, kind) in self.blocks.iter().zip(&self.kinds) {
            if matches!(kind, Kind::Paragraph | Kind::PullQuote | Kind::Footnote) {
                let span = self.document_span(block.text);
                self.paragraphs.push(Paragraph { segment: block.segment, text: block.text, span });
            }
        }
    }

    fn fill_sections(&mut self, record: &Record) {
        let starts = self.section_starts(record);
        let end_of_segments = record.segments.len() as u32;
        let mut open: Vec<usize> = Vec::new();
        for (i, &(start, heading)) in starts.iter().enumerate() {
            let next = starts.get(i + 1).map_or(end_of_segments, |&(next, _)| next);
            let level = record.segments.get(heading as usize).map_or(0, |segment| segment.level);
            let paragraph = |index: u32| self.paragraphs.partition_point(|p| p.segment < index);
            let section = Section {
                heading,
                level,
                end: 0,
                segments: Span::new(start as usize, next as usize),
                paragraphs: Span::new(paragraph(start), paragraph(next)),
            };
            // A heading closes every open section that is not above it; one without, of level 0, holds no other.
            let here = self.sections.len();
            while let Some(&last) = open.last()
                && (self.sections[last].level >= level || self.sections[last].level == 0)
            {
                self.sections[last].end = here as u32;
                open.pop();
            }
            open.push(here);
            self.sections.push(section);
        }
        let end = self.sections.len() as u32;
        for last in open {
            self.sections[last].end = end;
        }
    }

    /// Where the sections start and the segment of each heading, or [`NO_INDEX`]: at every heading, at the time of every entry
    /// of a live blog, and at what stands before them.
    fn section_starts(&self, record: &Record) -> Vec<(u32, u32)> {
        let times = entry_times(record);
        let mut times = times.iter().copied().peekable();
        let mut starts = Vec::new();
        for (block, &kind) in self.blocks.iter().zip(&self.kinds) {
            let mut time = None;
            while let Some(before) = times.next_if(|&time| time < block.segment) {
                time.get_or_insert(before);
            }
            let heading = if kind == Kind::Heading { block.segment } else { NO_INDEX };
            if heading != NO_INDEX || time.is_some() || starts.is_empty() {
                starts.push((time.unwrap_or(block.segment), heading));
            }
        }
        starts
    }

    /// Whether a mark over a span of the document is of the body.
    pub(crate) fn holds(&self, span: Span) -> bool {
        // Of what has no characters the place counts, at the ends of a leaf too.
        let first =
            self.leaves.partition_point(|leaf| leaf.end < span.start || leaf.end == span.start && !span.is_empty());
        self.leaves.get(first).is_some_and(|leaf| leaf.start < span.end || leaf.start == span.start)
    }

    pub(crate) fn sentences(&self, language: &str) -> Vec<Sentence> {
        let mut sentences = Vec::new();
        for (block, kind) in self.blocks.iter().zip(&self.kinds) {
            if matches!(kind, Kind::Code | Kind::Table | Kind::TableCell) {
                continue;
            }
            let text = &self.body.text[block.text.range()];
            let start = block.text.start as usize;
            for range in crate::sentence::sentences(text, language) {
                let text = Span::new(start + range.start, start + range.end);
                sentences.push(Sentence { segment: block.segment, text, span: self.document_span(text) });
            }
        }
        sentences
    }

    pub(crate) fn words(&self) -> Vec<Word> {
        let mut runs = self.body.runs.iter().peekable();
        self.body
            .text
            .unicode_word_indices()
            .map(|(start, word)| {
                let text = Span::new(start, start + word.len());
                // Words come in order, so the runs need one walk for them all.
                while runs.next_if(|run| run.text.end as usize <= start).is_some() {}
                let span = match runs.peek() {
                    Some(run) if run.text.len() == run.document.len() && run.text.end >= text.end => {
                        let from = run.document.start + (text.start - run.text.start);
                        Span { start: from, end: from + word.len() as u32 }
                    }
                    _ => self.document_span(text),
                };
                Word { text, span }
            })
            .collect()
    }

    pub(crate) fn word_count(&self) -> usize {
        self.body.text.unicode_words().count()
    }

    pub(crate) fn reading_time(&self, language: &str) -> u32 {
        let primary = language.split('-').next().unwrap_or(language);
        let seconds = if matches!(primary, "zh" | "ja" | "th" | "km" | "lo" | "my") {
            self.body.text.chars().filter(|c| c.is_alphanumeric()).count() as u64 * 60 / 500
        } else {
            self.word_count() as u64 * 60 / 238
        };
        seconds.min(u64::from(u32::MAX)) as u32
    }

    /// From the first to the last character of a range of the body text.
    fn document_span(&self, text: Span) -> Span {
        let runs = &self.body.runs;
        let first = runs.partition_point(|run| run.text.end <= text.start);
        let last = runs.partition_point(|run| run.text.start < text.end);
        let (Some(first), Some(last)) = (runs.get(first), last.checked_sub(1).and_then(|last| runs.get(last))) else {
            return Span { start: 0, end: 0 };
        };
        let copied = |run: &crate::clean::Run| run.text.len() == run.document.len();
        let start = first.document.start + if copied(first) { text.start.saturating_sub(first.text.start) } else { 0 };
        let end = last.document.end - if copied(last) { last.text.end.saturating_sub(text.end) } else { 0 };
        Span { start, end: end.max(start) }
    }
}
