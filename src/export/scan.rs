//! Where the records of an archive begin and end: one pass over its lines.

use std::collections::VecDeque;
use std::ops::Range;

use memchr::memchr2;

use super::{ArchiveFormat, Piece, dumps, europresse, factiva, lexisnexis, mail, newswire, nexis_uni, proquest, wet};
use crate::input::encoding::Text;

/// Lines that a mark may look back over.
const PAST: usize = 40;

/// A line of an archive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Without the white space at both its ends.
    pub(super) text: &'a str,
    /// Offset of the line in the archive.
    pub(super) start: u64,
    /// Offset behind its line end.
    pub(super) end: u64,
    /// Bytes of white space before the text.
    pub(super) indent: usize,
    /// The line above is blank, or there is none.
    pub(super) after_blank: bool,
}

impl Line<'_> {
    /// Whether the text begins with one of these bytes: what a mark asks first.
    pub(super) fn begins(&self, first: &[u8]) -> bool {
        self.text.as_bytes().first().is_some_and(|byte| first.contains(byte))
    }
}

/// The lines above one, of the same record.
pub(super) struct Past<'a> {
    buffer: &'a str,
    base: u64,
    lines: &'a VecDeque<(u64, u64, bool)>,
    /// Where the record began, or what stands before it.
    from: u64,
}

impl<'a> Past<'a> {
    /// The lines that are not blank, the nearest first.
    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'a>> {
        let mut above = self.lines.iter().rev().peekable();
        let (buffer, base, from) = (self.buffer, self.base, self.from);
        std::iter::from_fn(move || {
            let &(start, end, is_blank) = above.next()?;
            Some((start, end, is_blank, above.peek().is_none_or(|&&(.., is_blank)| is_blank)))
        })
        .take_while(move |&(start, ..)| start >= from)
        .filter(|&(_, _, is_blank, _)| !is_blank)
        .map(move |(start, end, _, after_blank)| line(buffer, base, start, end, after_blank))
    }
}

fn range(base: u64, start: u64, end: u64) -> Range<usize> {
    (start.max(base) - base) as usize..(end.max(base) - base) as usize
}

fn is_blank(text: &str) -> bool {
    trim(text).is_empty()
}

/// Without white space, and byte order marks between two archives.
fn trim(text: &str) -> &str {
    // Most lines begin and end in ASCII.
    text.trim_ascii().trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}')
}

fn line(buffer: &str, base: u64, start: u64, end: u64, after_blank: bool) -> Line<'_> {
    let whole = &buffer[range(base, start, end)];
    let text = trim(whole);
    let margin = whole.trim_start_matches('\u{FEFF}');
    let indent = (text.as_ptr() as usize).saturating_sub(margin.as_ptr() as usize);
    Line { text, start, end, indent, after_blank }
}

/// What a line says of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// One begins at an offset, which is no farther back than its form looks.
    Start(u64),
    /// One ends before an offset.
    End(u64),
    /// At an offset stands what an archive writes above its first record: the record before has ended.
    Cover(u64),
    /// One begins at the first offset, and goes on for so many bytes of the archive behind the next blank line.
    Payload { start: u64, bytes: u32 },
}

/// The marks of one form.
pub(super) trait Marks: std::fmt::Debug + Send + Sync {
    /// Looks at the next line, which is not blank.
    fn line(&mut self, line: &Line<'_>, past: &Past<'_>) -> Option<Event>;

    /// Looks at the end of the archive.
    fn finish(&mut self) -> Option<Event> {
        None
    }
}

/// The marks of a form, or of all.
fn marks(format: ArchiveFormat) -> Vec<(ArchiveFormat, Box<dyn Marks>)> {
    let all: [(ArchiveFormat, Box<dyn Marks>); 9] = [
        (ArchiveFormat::Wet, Box::new(wet::Marks)),
        (ArchiveFormat::Lexisnexis, Box::<lexisnexis::Marks>::default()),
        (ArchiveFormat::NexisUni, Box::new(nexis_uni::Marks)),
        (ArchiveFormat::Proquest, Box::<proquest::Marks>::default()),
        (ArchiveFormat::Factiva, Box::new(factiva::Marks)),
        (ArchiveFormat::Europresse, Box::<europresse::Marks>::default()),
        (ArchiveFormat::Mail, Box::<mail::Marks>::default()),
        (ArchiveFormat::Newswire, Box::new(newswire::Marks::new(format == ArchiveFormat::Newswire))),
        (ArchiveFormat::Dumps, Box::new(dumps::Marks::new(format == ArchiveFormat::Dumps))),
    ];
    all.into_iter().filter(|&(one, _)| format == ArchiveFormat::Auto || format == one).collect()
}

#[derive(Debug)]
pub(super) struct Scanner {
    marks: Vec<(ArchiveFormat, Box<dyn Marks>)>,
    /// Where the next line begins, and up to where its end was looked for.
    next: u64,
    looked: u64,
    /// Start, end and whether it is blank, of the last ones.
    lines: VecDeque<(u64, u64, bool)>,
    after_blank: bool,
    /// Where the stretch begins that is in no record yet.
    from: u64,
    /// The form of the record that has begun there.
    current: Option<ArchiveFormat>,
    /// A record that has ended, as what follows may be its trailer.
    held: Option<Piece>,
    /// Bytes that the record declares whose header is not at its end yet.
    declared: Option<u32>,
    /// Offset of the archive's bytes up to which the lines are of a record whose length is declared, and the offset of
    /// the text where they begin.
    payload: Option<(u32, u64)>,
    is_done: bool,
}

impl Scanner {
    pub(super) fn new(format: ArchiveFormat) -> Self {
        Self {
            marks: marks(format),
            next: 0,
            looked: 0,
            lines: VecDeque::with_capacity(PAST + 1),
            after_blank: true,
            from: 0,
            current: None,
            held: None,
            declared: None,
            payload: None,
            is_done: false,
        }
    }

    /// Offset up to which every line is done.
    pub(super) fn reached(&self) -> u64 {
        self.next
    }

    /// Offset from which on the text is needed.
    pub(super) fn needed(&self) -> u64 {
        self.held.as_ref().map_or(self.from, |held| held.range.start)
    }

    /// Looks at the lines that are complete, and at the last one where the archive has ended.
    pub(super) fn scan(&mut self, buffer: &Text, base: u64, last: bool, ready: &mut VecDeque<Piece>) {
        let end = base + buffer.text.len() as u64;
        loop {
            if let Some((until, begin)) = self.payload {
                match after_payload(buffer, until, last) {
                    None => return,
                    Some(Some(at)) => {
                        (self.next, self.looked) = (base + at as u64, base + at as u64);
                        self.event(Event::End(self.next), ArchiveFormat::Wet, buffer, base, ready);
                    }
                    // Its length is not what is declared: its end is looked for.
                    Some(None) => (self.next, self.looked) = (begin, begin),
                }
                self.payload = None;
                self.after_blank = true;
                self.lines.clear();
            }
            let bytes = buffer.text.as_bytes();
            let line_end =
                memchr2(b'\n', b'\r', &bytes[(self.looked - base) as usize..]).map(|at| self.looked + at as u64);
            let line_end = match line_end {
                // A carriage return and the line feed behind it are one line end.
                Some(at) if bytes[(at - base) as usize] == b'\r' => match bytes.get((at - base) as usize + 1) {
                    Some(b'\n') => Some(at + 2),
                    None if !last => None,
                    _ => Some(at + 1),
                },
                Some(at) => Some(at + 1),
                None => None,
            };
            self.looked = line_end.unwrap_or(end);
            // The line feed may still come.
            if line_end.is_none() && bytes.last() == Some(&b'\r') {
                self.looked = end - 1;
            }
            let line_end = match line_end {
                Some(line_end) => line_end,
                None if last && self.next < end => end,
                None => break,
            };
            self.looked = line_end;
            let line = line(&buffer.text, base, self.next, line_end, self.after_blank);
            self.next = line_end;
            self.after_blank = line.text.is_empty();
            if !self.after_blank {
                self.look(&line, buffer, base, ready);
            } else if let Some(bytes) = self.declared.take() {
                let until = buffer.source.input_offset((line.end - base) as u32).saturating_add(bytes);
                self.payload = Some((until, line.end));
            }
            if self.lines.len() == PAST {
                self.lines.pop_front();
            }
            self.lines.push_back((line.start, line.end, self.after_blank));
        }
        if last && !self.is_done {
            self.is_done = true;
            for at in 0..self.marks.len() {
                let format = self.marks[at].0;
                if let Some(event) = self.marks[at].1.finish() {
                    self.event(event, format, buffer, base, ready);
                }
            }
            self.end(end, buffer, base, ready);
        }
    }

    fn look(&mut self, line: &Line<'_>, buffer: &Text, base: u64, ready: &mut VecDeque<Piece>) {
        let past = Past { buffer: &buffer.text, base, lines: &self.lines, from: self.from.max(base) };
        let (mut ended, mut found) = (None, None);
        for (format, marks) in &mut self.marks {
            match marks.line(line, &past) {
                // A record can end above the line with which that of another form begins.
                Some(end @ Event::End(at)) if at <= line.start => ended = ended.or(Some((end, *format))),
                event => found = found.or(event.map(|event| (event, *format))),
            }
        }
        for (event, format) in [ended, found].into_iter().flatten() {
            if let Event::Payload { bytes, .. } = event {
                self.declared = Some(bytes);
            }
            self.event(event, format, buffer, base, ready);
        }
    }

    fn event(&mut self, event: Event, format: ArchiveFormat, buffer: &Text, base: u64, ready: &mut VecDeque<Piece>) {
        match event {
            // What was seen before this record began, or where one has begun already, begins no other.
            Event::Start(at) | Event::Payload { start: at, .. }
                if at < self.from || at == self.from && self.current.is_some() => {}
            Event::Start(at) | Event::Payload { start: at, .. } => {
                self.before(at, format, buffer, base, ready);
                self.current = Some(format);
            }
            Event::Cover(at) => {
                let at = at.max(self.from);
                if let Some(current) = self.current.take() {
                    ready.extend(self.held.take());
                    ready.push_back(Piece { range: self.from..at, format: Some(current) });
                    self.from = at;
                }
            }
            Event::End(at) => {
                ready.extend(self.held.take());
                self.held = Some(Piece { range: self.from..at, format: Some(format) });
                self.from = at;
                self.current = None;
            }
        }
    }

    /// Deals with what stands before a record that begins.
    fn before(&mut self, at: u64, format: ArchiveFormat, buffer: &Text, base: u64, ready: &mut VecDeque<Piece>) {
        if let Some(current) = self.current {
            if at > self.from {
                ready.extend(self.held.take());
                ready.push_back(Piece { range: self.from..at, format: Some(current) });
                self.from = at;
            }
            return;
        }
        let gap = &buffer.text[range(base, self.from, at)];
        let is_prose = self.from < base || holds_prose(gap);
        if let Some(mut held) = self.held.take() {
            // What closes an archive is that of the record before, whatever begins behind it.
            if !is_prose && held.format.is_some_and(|format| is_trailer(gap, format)) {
                held.range.end = at;
                self.from = at;
            }
            ready.push_back(held);
        }
        let is_cover = match format {
            // These have no covers.
            ArchiveFormat::Newswire | ArchiveFormat::Dumps => self.from == at || is_blank(gap),
            ArchiveFormat::Mail => !is_prose || mail::is_masthead(gap),
            _ => !is_prose,
        };
        if !is_cover {
            ready.push_back(Piece { range: self.from..at, format: Some(format) });
            self.from = at;
        }
    }

    /// Deals with what is left at the end of the archive.
    fn end(&mut self, end: u64, buffer: &Text, base: u64, ready: &mut VecDeque<Piece>) {
        if let (Some(mut held), None) = (self.held.take(), self.current) {
            let rest = &buffer.text[range(base, self.from, end)];
            let format = held.format;
            if !holds_prose(rest) {
                held.range.end = end;
                self.from = end;
            }
            ready.push_back(held);
            self.current = format;
        }
        // An empty archive is one empty article.
        if end > self.from || end == 0 {
            ready.push_back(Piece { range: self.from..end, format: self.current });
            self.from = end;
        }
    }
}

/// Where a record ends whose bytes go up to an offset of the archive: none while that has not come, and nowhere where its
/// length is another.
fn after_payload(buffer: &Text, until: u32, last: bool) -> Option<Option<usize>> {
    const ENOUGH: u32 = 4;
    let have = buffer.source.input_offset(buffer.text.len() as u32);
    if have < until.saturating_add(ENOUGH) && !last {
        return None;
    }
    let at = buffer.source.text_offset(until) as usize;
    let rest = (have >= until).then(|| buffer.text.get(at..)).flatten();
    Some(rest.and_then(|rest| wet::parting(rest, last)).map(|parting| at + parting))
}

/// Whether a text holds running text: lines in a row as long as a wrapper makes them, or one that is longer. A cover sheet
/// holds labels and numbered titles.
fn holds_prose(text: &str) -> bool {
    const LONG: usize = 240;
    const SENTENCE: usize = 80;
    const WRAPPED: usize = 45;
    let mut row = 0;
    for line in text.split(['\n', '\r']).map(str::trim) {
        let numbered = line.trim_start_matches(['[', '(']).starts_with(|c: char| c.is_ascii_digit());
        let labelled = line.split(' ').take(4).any(|word| word.ends_with(':'));
        let linked = line.contains("://") || line.starts_with("___");
        let ends = || line.ends_with(['.', '!', '?', '"', '”', '»', '。']) && !line.contains(['©', '|']);
        row = match line.len() {
            _ if numbered || labelled || linked => 0,
            LONG.. => return true,
            SENTENCE.. if ends() => return true,
            WRAPPED.. => row + 1,
            _ => 0,
        };
        if row == 3 {
            return true;
        }
    }
    false
}

/// Whether a text is what a form writes below its last record.
fn is_trailer(text: &str, format: ArchiveFormat) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    format == ArchiveFormat::Factiva && factiva::is_trailer(first)
}
