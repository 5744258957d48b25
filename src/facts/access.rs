//! Whether a text is declared free, and how much of the article it is.
//!
//! Prompts of a wall stand on pages of every kind, and most articles beside them are whole. So none of these tells by itself: a
//! wall must stand right behind the text and say that there is more of it or whom it is for, or the text must break off there.

use std::cell::OnceCell;
use std::ops::Range;

use super::Found;
use crate::article::Record;
use crate::bytes;
use crate::label::measure::{Ending, Measure, ending};
use crate::label::wording::{Says, Wording};
use crate::model::{AccessStatus, Field, Kind, Role, Segment, Span};

/// Words of body from which on a text that does not break off is whole, whatever the wall below it says: it lies over it.
const LONGEST_TEASER: u32 = 800;
/// Words of body that may stand behind a wall, its own that were not told from the text.
const STRAY: u32 = 60;
/// Words of the page that may stand between the text and its wall.
const BETWEEN: u32 = 40;
/// Bytes that count as a word in scripts without blanks.
const LETTERS: usize = 8;
/// Words of a paragraph that ends in no mark, at least: a shorter one may be a label.
const SHORTEST_LINE: u32 = 8;
/// Words that a text has at least that ends in an ellipsis and is no excerpt.
const SHORTEST_WHOLE: u32 = 60;

/// Adds what the text declares, behind what markup has declared, and what it is.
pub(super) fn facts(record: &Record, language: &str, facts: &mut Vec<Found>) {
    let page = Page::new(record, language);
    let statuses = page.statuses();
    facts.extend(page.declarations(&statuses));
    facts.extend(statuses.into_iter().map(|Status { status, span, confidence, .. }| {
        let text = if span.is_none() { "" } else { &record.document[span.range()] };
        Found::with_value(Field::AccessStatus, text, status.name().to_owned(), span, confidence)
    }));
}

/// What a leaf is to the question.
#[derive(Clone, Copy, Debug)]
enum Part {
    /// Running text of the body.
    Text(Ending),
    Notice(Says),
    /// It may stand between a text and its wall.
    Between,
    /// What a page has below a text that is at its end.
    Below,
}

/// Bytes of a text whose end is judged.
const LONGEST_END: usize = 600;

/// Notices that stand together.
#[derive(Debug, Default)]
struct Wall {
    /// Indices of leaves.
    leaves: Range<usize>,
    /// Its first notice that says most.
    span: Option<Span>,
    /// Notices in it.
    count: u32,
    withholds: bool,
    asks: bool,
    is_consent: bool,
    /// Nothing but a few words of the page stands between it and the text above.
    is_close: bool,
    /// Words of the body above it.
    above: u32,
    /// The last running text above it, a leaf.
    text: Option<usize>,
}

/// One answer, the best first.
struct Status {
    status: AccessStatus,
    span: Span,
    confidence: f32,
    /// The leaves of the wall that says so.
    wall: Range<usize>,
    /// The text above it, a leaf.
    text: Option<usize>,
}

struct Page<'a> {
    record: &'a Record,
    leaves: Vec<(&'a Segment, Part)>,
    walls: Vec<Wall>,
    /// Words of the body, counted when they are first asked for: most texts have no wall.
    words: OnceCell<u32>,
    /// Its last running text, a leaf.
    last_text: Option<usize>,
    /// Most of its paragraphs end as sentences do.
    ends_in_stops: bool,
}

impl<'a> Page<'a> {
    fn new(record: &'a Record, language: &str) -> Self {
        let wording = Wording::of(language);
        let leaves = record.segments.iter().filter(|segment| !segment.kind.is_container());
        let leaves = leaves.map(|segment| (segment, part(record, segment, wording))).collect();
        let mut page =
            Self { record, leaves, walls: Vec::new(), words: OnceCell::new(), last_text: None, ends_in_stops: false };
        page.last_text = page.leaves.iter().rposition(|(_, part)| matches!(part, Part::Text(_)));
        if page.leaves.iter().any(|(_, part)| matches!(part, Part::Notice(_))) {
            page.find_walls();
        }
        let paragraphs = || page.leaves.iter().filter(|(segment, _)| segment.kind == Kind::Paragraph);
        let texts = || paragraphs().filter(|(_, part)| matches!(part, Part::Text(_)));
        let stops = texts().filter(|(_, part)| matches!(part, Part::Text(Ending::Stop))).count();
        // The last one may be the one that does not.
        page.ends_in_stops = 3 * stops + 2 >= 2 * texts().count();
        page
    }

    fn find_walls(&mut self) {
        let mut wall: Option<Wall> = None;
        let (mut above, mut text) = (0, None);
        let (mut between, mut is_close) = (0, false);
        for (at, &(segment, part)) in self.leaves.iter().enumerate() {
            let ends = match part {
                Part::Notice(says) => {
                    let new = || Wall { leaves: at..at, is_close, above, text, ..Wall::default() };
                    let wall = wall.get_or_insert_with(new);
                    wall.add(at, segment.span, says);
                    between = 0;
                    false
                }
                Part::Between => {
                    between += words(self.record, segment);
                    wall.iter_mut().for_each(|wall| wall.is_consent |= segment.kind == Kind::ConsentNotice);
                    is_close &= between <= BETWEEN;
                    between > BETWEEN
                }
                Part::Text(_) => {
                    (above, text) = (above + words(self.record, segment), Some(at));
                    (between, is_close) = (0, true);
                    true
                }
                Part::Below => {
                    is_close = false;
                    true
                }
            };
            if ends {
                self.walls.extend(wall.take());
            }
        }
        self.walls.extend(wall);
        self.walls.iter_mut().for_each(|wall| wall.judge(&self.leaves));
    }

    /// Words of the body.
    fn words(&self) -> u32 {
        let texts = self.leaves.iter().filter(|(_, part)| matches!(part, Part::Text(_)));
        *self.words.get_or_init(|| texts.map(|(segment, _)| words(self.record, segment)).sum())
    }

    /// What the text is, with rivals.
    fn statuses(&self) -> Vec<Status> {
        let mut statuses: Vec<Status> = self.walls.iter().filter_map(|wall| self.withheld(wall)).collect();
        statuses.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
        statuses.truncate(1);
        // Where it breaks off is evidence of its own.
        let broken = statuses.first().and_then(|best| {
            let segment = best.text.filter(|&text| self.breaks_off(text)).map(|text| self.leaves[text].0)?;
            let (span, confidence) = (tail(self.record, segment.span), best.confidence - 0.05);
            Some(Status { status: AccessStatus::Partial, span, confidence, wall: 0..0, text: None })
        });
        let rival = broken.unwrap_or_else(|| self.end());
        if statuses.is_empty() || rival.status != AccessStatus::Unknown {
            statuses.push(rival);
        }
        statuses
    }

    /// Whether a wall stands where the rest was, or there is nothing but it.
    fn withheld(&self, wall: &Wall) -> Option<Status> {
        let (leaves, text) = (wall.leaves.clone(), wall.text);
        let status = |status, confidence| Some(Status { status, span: wall.span?, confidence, wall: leaves, text });
        if wall.is_consent {
            return None;
        }
        if self.words() == 0 {
            return if wall.withholds { status(AccessStatus::NoticeOnly, 0.85) } else { None };
        }
        let behind = self.words() - wall.above;
        if wall.above == 0 || behind > 0 && (behind > STRAY || wall.above < 3 * behind || !wall.withholds) {
            return None;
        }
        let broken = text.is_some_and(|text| self.breaks_off(text));
        let leads_on = text.is_some_and(|text| matches!(self.leaves[text].1, Part::Text(Ending::Colon)));
        let confidence = match (wall.is_close, wall.withholds, broken) {
            (true, true, true) => 0.95,
            (true, true, false) if wall.above <= LONGEST_TEASER => 0.85,
            (true, false, true) if wall.asks && wall.count > 1 => 0.75,
            (false, true, true) if !leads_on => 0.75,
            _ => return None,
        };
        status(AccessStatus::Partial, confidence)
    }

    /// What the end of the text says.
    fn end(&self) -> Status {
        let status = |status, span, confidence| Status { status, span, confidence, wall: 0..0, text: None };
        let Some(last) = self.leaves.iter().rposition(|&(segment, _)| is_body(segment)) else {
            return status(AccessStatus::Unknown, Span::NONE, 0.5);
        };
        let whole = self.leaves[last].0.span;
        let broken = self.last_text.filter(|&text| self.breaks_off(text)).map(|text| self.leaves[text]);
        let Some((text, Part::Text(ending))) = broken.filter(|(_, part)| !matches!(part, Part::Text(Ending::Colon)))
        else {
            return status(AccessStatus::Complete, whole, 0.8);
        };
        // Below an excerpt a page says nothing of the text; below a whole one it goes on with its own.
        let is_style = ending == Ending::Ellipsis
            && !self.record.document[text.span.range()].trim_end().ends_with(']')
            && self.words() >= SHORTEST_WHOLE
            && self.leaves[last + 1..].iter().any(|(_, part)| matches!(part, Part::Below));
        match is_style {
            true => status(AccessStatus::Complete, whole, 0.5),
            false => status(AccessStatus::Unknown, tail(self.record, text.span), 0.5),
        }
    }

    /// Whether the text of a leaf breaks off: at an ellipsis or colon, or within a sentence where others end with theirs.
    fn breaks_off(&self, leaf: usize) -> bool {
        match self.leaves[leaf] {
            (_, Part::Text(Ending::Ellipsis | Ending::Colon | Ending::Comma)) => true,
            (segment, Part::Text(Ending::Open)) => {
                // Every wall below one text asks for its end.
                let text = &self.record.document[segment.span.range()];
                let start = (text.len().saturating_sub(LONGEST_END)..text.len()).find(|&at| text.is_char_boundary(at));
                self.ends_in_stops && Measure::of(&text[start.unwrap_or(0)..]).is_prose()
            }
            _ => false,
        }
    }

    /// What notices at the head of the text, or right behind it, declare.
    fn declarations(&self, statuses: &[Status]) -> Vec<Found> {
        let title = self.leaves.iter().position(|(segment, _)| segment.kind == Kind::Title);
        let first = self.leaves.iter().position(|(_, part)| matches!(part, Part::Text(_))).unwrap_or(0);
        let head = title.map_or(0..0, |title| title.saturating_sub(1)..first.max(title));
        let behind = self.walls.iter().filter(|wall| wall.is_close && wall.above == self.words());
        let behind = behind.map(|wall| wall.leaves.clone());
        let walls = statuses.iter().map(|status| status.wall.clone());
        let mut found: Vec<Found> = Vec::new();
        for at in walls.chain(behind).chain([head]).flatten() {
            let (segment, Part::Notice(says)) = self.leaves[at] else { continue };
            let free = match says {
                Says { for_some: true, .. } => "false",
                Says { for_all: true, asks: false, .. } => "true",
                _ => continue,
            };
            if found.iter().all(|fact| fact.value != free) {
                let text = &self.record.document[segment.span.range()];
                found.push(Found::with_value(Field::IsAccessibleForFree, text, free.to_owned(), segment.span, 0.7));
            }
        }
        found
    }
}

impl Wall {
    fn add(&mut self, at: usize, span: Span, says: Says) {
        self.leaves.end = at + 1;
        self.count += 1;
        self.asks |= says.asks;
        if self.span.is_none() || says.of_rest || says.for_some {
            self.span = self.span.filter(|_| self.withholds).or(Some(span));
            self.withholds |= says.of_rest || says.for_some;
        }
    }

    /// Whether it withholds something: it says that there is more and then what it asks for that, or whom the text is for. A
    /// mark of the latter must head it: alone or further below it may be of another text.
    fn judge(&mut self, leaves: &[(&Segment, Part)]) {
        let notices = || {
            leaves[self.leaves.clone()].iter().filter_map(|(_, part)| match part {
                Part::Notice(says) => Some(*says),
                _ => None,
            })
        };
        let asks = |says: Says| says.asks && !says.for_some;
        let rest_then_asks = notices().skip_while(|says| !says.of_rest).any(|says| says.asks);
        self.withholds = !notices().any(|says| says.for_all)
            && (notices().any(Says::withholds)
                || rest_then_asks
                || notices().next().is_some_and(|says| says.for_some) && notices().any(asks));
    }
}

fn is_body(segment: &Segment) -> bool {
    segment.role == Role::Body && !segment.kind.is_container()
}

fn part(record: &Record, segment: &Segment, wording: &Wording) -> Part {
    let text = &record.document[segment.span.range()];
    if is_body(segment) {
        let ending = ending(text);
        let least = if ending == Ending::Open { SHORTEST_LINE } else { 3 };
        let is_text = match segment.kind {
            Kind::Heading | Kind::Image => false,
            // Most are long enough to need no counting.
            Kind::Paragraph => text.len() / LETTERS >= least as usize || words(record, segment) >= least,
            _ => true,
        };
        if !is_text {
            return Part::Between;
        }
        // Items and cells end as they like, and names and initials stand behind the last sentence.
        let in_sentence = || segment.kind == Kind::Paragraph && breaks_in_sentence(text);
        return Part::Text(if ending == Ending::Open && !in_sentence() { Ending::Stop } else { ending });
    }
    match segment.kind {
        Kind::AccessNotice => Part::Notice(wording.says(text)),
        Kind::Layout
        | Kind::Image
        | Kind::Caption
        | Kind::Credit
        | Kind::Advertisement
        | Kind::ShareTools
        | Kind::MediaPlayer
        | Kind::Login
        | Kind::NewsletterPrompt
        | Kind::AppPromo
        | Kind::ConsentNotice
        | Kind::Other => Part::Between,
        _ => Part::Below,
    }
}

fn words(record: &Record, segment: &Segment) -> u32 {
    let text = record.document[segment.span.range()].as_bytes();
    bytes::words(text).max(text.len() / LETTERS) as u32
}

/// Whether a text ends in a word that is no name, and that is not all behind its last sentence.
fn breaks_in_sentence(text: &str) -> bool {
    let mut words = text.split_whitespace().rev();
    let last = words.next().unwrap_or_default();
    let is_word = last.ends_with(char::is_alphabetic) && !last.starts_with(char::is_uppercase);
    is_word && !words.take(3).any(|word| word.ends_with(['.', '!', '?', '—', '–', '~']))
}

/// The last word of a text, with what ends it.
fn tail(record: &Record, span: Span) -> Span {
    let text = record.document[span.range()].trim_end();
    let parts = |c: char| c.is_whitespace() || matches!(c, '。' | '、' | '，');
    let start = text.trim_end_matches(['.', '…', ' ']).rfind(parts);
    let start = start.map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let from = span.start as usize;
    Span::new(from + start, from + text.len())
}
