//! What each block is to the article: rules over evidence, each with its reasons.
//!
//! One family of evidence a file: `measure` counts characters, `phrases` knows what boilerplate says, `pieces` reads
//! lines of metadata, `entries` those of live blogs, `wording` the notices on access, `region` finds the stretch of a text
//! that holds the prose. Of a page `features` reads the markup, the `scorecard` takes its body by what the `trees` (with their
//! `weights`) make of them, `boxes` tells the rest apart, and `page_type` says by `points` what the page is as a whole.
//! `rules` puts them together.

mod boxes;
mod cut;
mod entries;
pub(crate) mod features;
pub(crate) mod measure;
pub(crate) mod page_type;
pub(crate) mod phrases;
mod pictures;
mod pieces;
mod points;
mod region;
mod rules;
mod scorecard;
mod text_weights;
mod topics;
mod trees;
mod twice;
mod weights;
pub(crate) mod wording;

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{BuildHasher, BuildHasherDefault, RandomState};

use crate::input::{Block, Blocks, Container, Landmark, Shape};
use crate::model::{Evidence, Kind, Mark, MarkKind, NO_INDEX, Reason, Role, Span};
use crate::options::Focus;
use crate::words::{self, WordHasher};
use features::Page;
use measure::Measure;
use page_type::PageType;
use phrases::{Anchor, Family, Hit, Matcher};
use pieces::Piece;
use rules::{PageTexts, Task};
use scorecard::Verdict;

/// A block, or a piece of one, with what is known of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    pub(crate) span: Span,
    pub(crate) shape: Shape,
    pub(crate) quote: u32,
    /// Index of the innermost container of the page's markup, or [`NO_INDEX`].
    pub(crate) container: u32,
    pub(crate) code_language: Span,
    /// Index of the innermost element around it, or [`NO_INDEX`].
    element: u32,
    /// Bytes of it that stand in links.
    linked: u32,
    /// Bytes of it that are set strong.
    strong: u32,
    /// Bytes of it that stand in links to places of the page itself.
    within: u32,
    landmark: Option<Landmark>,
    pub(crate) after_blank: bool,
    /// It goes on with the paragraph before it, which a page of print broke off.
    pub(crate) goes_on: bool,
    measure: Measure,
    /// The strongest phrase that it holds.
    phrase: Option<(Kind, Anchor)>,
    /// It stands on the page more than once, and this is not the first time.
    repeated: bool,
    /// It is one text two times, or the second of two that are one text.
    twice: bool,
    /// It is the other of the two, which may be the article's heading.
    paired: bool,
    /// Throughout it is dates, names and the like, and not split into them yet.
    is_metadata: bool,
    /// A rule has said what it is.
    decided: bool,
    pub(crate) role: Role,
    pub(crate) kind: Kind,
    pub(crate) level: u32,
    pub(crate) confidence: f32,
    pub(crate) reasons: Reasons,
}

/// Up to four reasons, the strongest first.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Reasons {
    reasons: [Option<Reason>; 4],
}

impl Reasons {
    pub(crate) fn iter(&self) -> impl Iterator<Item = Reason> {
        self.reasons.into_iter().flatten()
    }

    fn add(&mut self, evidence: Evidence, weight: f32) {
        let mut reason = Some(Reason { evidence, weight });
        for slot in &mut self.reasons {
            if slot.is_some_and(|held| held.evidence == evidence) {
                return;
            }
            if slot.is_none_or(|held| reason.is_some_and(|new| new.weight.abs() > held.weight.abs())) {
                std::mem::swap(slot, &mut reason);
            }
        }
    }
}

impl Unit {
    fn new(document: &str, block: &Block, span: Span) -> Self {
        let text = &document[span.range()];
        let measure = Measure::of(text);
        Self {
            span,
            shape: block.shape,
            quote: block.quote,
            container: block.container,
            code_language: block.code_language,
            element: block.element,
            linked: 0,
            strong: 0,
            within: 0,
            landmark: block.landmark,
            after_blank: block.after_blank,
            goes_on: block.goes_on,
            twice: twice::is_twice(text, &measure),
            paired: false,
            measure,
            phrase: None,
            repeated: false,
            is_metadata: false,
            decided: false,
            role: Role::Boilerplate,
            kind: Kind::Other,
            level: 0,
            confidence: 0.5,
            reasons: Reasons::default(),
        }
    }

    /// The unit of a block that says the same.
    fn at(&self, block: &Block) -> Self {
        let &Block { span, shape, quote, container, element, landmark, code_language, after_blank, goes_on } = block;
        Self { span, shape, quote, container, element, landmark, code_language, after_blank, goes_on, ..*self }
    }

    pub(crate) fn text<'d>(&self, document: &'d str) -> &'d str {
        &document[self.span.range()]
    }

    fn is_prose(&self) -> bool {
        self.measure.is_prose()
    }

    /// Words, one at the least.
    fn words(&self) -> f32 {
        self.measure.words.max(1) as f32
    }

    /// Whether it is a text about walls, which may begin with what they say or quote it.
    fn only_speaks_of(&self, (kind, anchor): (Kind, Anchor)) -> bool {
        let begins = anchor == Anchor::Start && self.measure.words > LONGEST_NOTICE;
        kind == Kind::AccessNotice && self.is_prose() && (self.measure.begins_quoted || begins)
    }

    /// The pieces that it is made of, as units of their own.
    fn push_pieces(&self, document: &str, pieces: &[Piece], units: &mut Vec<Self>) {
        for (i, piece) in pieces.iter().enumerate() {
            let start = self.span.start as usize;
            let span = Span::new(start + piece.range.start, start + piece.range.end);
            let text = &document[span.range()];
            let measure = Measure::of(text);
            let mut part = Self { span, twice: twice::is_twice(text, &measure), measure, ..*self };
            part.after_blank &= i == 0;
            part.phrase = self.phrase.filter(|_| pieces.len() == 1);
            part.set(rules::role_of(piece.kind), piece.kind, piece.evidence, 0.9);
            units.push(part);
        }
    }

    /// Whether neither its place nor what it says tells what it is.
    fn is_open(&self) -> bool {
        self.landmark.is_none() && self.phrase.is_none() && !self.is_metadata && !self.repeated && !self.decided
    }

    /// Whether it is a link and nothing else.
    fn is_link(&self) -> bool {
        self.is_all(self.linked)
    }

    /// Whether some of its bytes are next to all of it.
    fn is_all(&self, bytes: u32) -> bool {
        u64::from(bytes) * 10 >= u64::from(self.span.end - self.span.start) * 9
    }

    fn is_decided(&self) -> bool {
        self.decided
    }

    fn set(&mut self, role: Role, kind: Kind, evidence: Evidence, confidence: f32) {
        // What spoke for another role speaks against this one, and is no reason for it.
        if role != self.role {
            self.reasons = Reasons::default();
        }
        self.decided = true;
        self.role = role;
        self.kind = kind;
        self.confidence = confidence;
        self.reasons.add(evidence, confidence * 4.0);
    }
}

/// Words of a notice that begins with what walls say, at most.
const LONGEST_NOTICE: u32 = 30;

/// A document of labelled units.
pub(crate) struct Labelled {
    pub(crate) units: Vec<Unit>,
    pub(crate) cells: Vec<Span>,
    pub(crate) is_inline: bool,
    pub(crate) marks: Vec<Mark>,
    pub(crate) containers: Vec<Container>,
    pub(crate) pool: String,
    pub(crate) confidence: f32,
    /// What the page is, where markup tells.
    pub(crate) page_type: Option<PageType>,
}

/// What the blocks of a document may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Scope {
    /// An article and whatever else there is.
    #[default]
    Whole,
    /// The body of an article, whose title and authors are known, and what its desk has written below.
    Body,
}

impl Labelled {
    /// Adds what is known to be no part of the body, in order and apart from the units.
    pub(crate) fn add(&mut self, document: &str, parts: Vec<(Span, Role, Kind)>) {
        if parts.is_empty() {
            return;
        }
        let part = |(span, role, kind)| {
            let mut unit = Unit::new(document, &Block::plain(span, Shape::Text, 0, true), span);
            unit.set(role, kind, Evidence::ArchiveField, 0.95);
            unit
        };
        self.units.extend(parts.into_iter().map(part));
        self.units.sort_by_key(|unit| unit.span.start);
    }
}

/// Labels the blocks of a document.
pub(crate) fn label(document: &str, blocks: Blocks, language: &str, focus: Focus, scope: Scope) -> Labelled {
    labelled(document, blocks, Task { language, focus, scope, is_reviewed: true })
}

fn labelled(document: &str, mut blocks: Blocks, task: Task<'_>) -> Labelled {
    let Task { language, focus, .. } = task;
    let mut units = prepared(document, &blocks, language);
    blocks.blocks = Vec::new();
    let (mut verdicts, page_type) = judge(document, &units, &blocks, focus);
    split_metadata(document, &mut units, &mut verdicts, language);
    let Blocks { pictures, cells, is_inline, marks, containers, pool, page_title, headlines, descriptions, .. } =
        blocks;
    let declared = PageTexts { title: &page_title, headlines: &headlines, descriptions: &descriptions };
    let confidence = rules::apply(document, &mut units, verdicts, declared, task);
    pictures::place(document, &mut units, &pictures, &containers);
    Labelled { units, cells, is_inline, marks, containers, pool, confidence, page_type }
}

/// What the markup of a page says of its units, and of the page; nothing of a document without.
fn judge(document: &str, units: &[Unit], blocks: &Blocks, focus: Focus) -> (Vec<Verdict>, Option<PageType>) {
    if blocks.elements.is_empty() {
        return (Vec::new(), None);
    }
    let page = Page::new(document, units, &blocks.elements, &blocks.page_title);
    let whole = page_type::steps(document, units, &page, blocks.declared);
    let page_type = page_type::find(&page, &whole);
    (scorecard::judge(&page, &whole, focus), page_type)
}

/// The units of a document, with all that is known of each by itself.
fn prepared(document: &str, blocks: &Blocks, language: &str) -> Vec<Unit> {
    let mut units = units(document, blocks, language);
    mark_repeated(document, &mut units);
    mark_again(document, &mut units);
    mark_covered(blocks, &mut units);
    units
}

/// The steps of the features of every unit with the range of the document that it is, and those of the page.
#[cfg(feature = "internals")]
pub(crate) fn features(document: &str, blocks: &Blocks, language: &str) -> (Vec<(Span, features::Steps)>, Vec<u8>) {
    let units = prepared(document, blocks, language);
    let page = Page::new(document, &units, &blocks.elements, &blocks.page_title);
    let steps = (0..units.len()).map(|at| (units[at].span, page.steps(at))).collect();
    (steps, page_type::steps(document, &units, &page, blocks.declared))
}

/// The steps of the features of every unit of a text that the rules have labelled, with the range of the document that it is.
#[cfg(feature = "internals")]
pub(crate) fn text_features(document: &str, blocks: Blocks, language: &str, scope: Scope) -> Vec<(Span, Vec<u8>)> {
    let task = Task { language, focus: Focus::Balanced, scope, is_reviewed: false };
    let units = labelled(document, blocks, task).units;
    let steps = rules::review::steps(document, &units);
    units.iter().zip(steps).map(|(unit, steps)| (unit.span, steps.to_vec())).collect()
}

/// The names of the features of a line of a text, as `internals` has them.
#[cfg(feature = "internals")]
pub(crate) fn text_feature_names() -> Vec<(&'static str, usize, &'static str)> {
    rules::review::names()
}

/// How much of each unit stands in links, and how much is strong.
fn mark_covered(blocks: &Blocks, units: &mut [Unit]) {
    let mut first = 0;
    for mark in &blocks.marks {
        if !matches!(mark.kind, MarkKind::Link | MarkKind::Strong) {
            continue;
        }
        while units.get(first).is_some_and(|unit| unit.span.end <= mark.span.start) {
            first += 1;
        }
        let within = !mark.target.is_none() && blocks.pool[mark.target.range()].starts_with('#');
        // A mark ends with its block at the latest, but pieces of one are units of their own.
        for unit in units[first..].iter_mut().take_while(|unit| unit.span.start < mark.span.end) {
            let covered = unit.span.end.min(mark.span.end).saturating_sub(unit.span.start.max(mark.span.start));
            match mark.kind {
                MarkKind::Strong => unit.strong = unit.strong.saturating_add(covered),
                _ => unit.linked = unit.linked.saturating_add(covered),
            }
            unit.within = unit.within.saturating_add(if within { covered } else { 0 });
        }
    }
    for unit in units {
        let length = unit.span.end - unit.span.start;
        (unit.linked, unit.strong) = (unit.linked.min(length), unit.strong.min(length));
        // A link to a heading itself, or to its editor, makes no link of it.
        if matches!(unit.shape, Shape::Heading { .. }) && (unit.is_all(unit.within) || !unit.is_link()) {
            (unit.linked, unit.within) = (0, 0);
        }
    }
}

fn units(document: &str, blocks: &Blocks, language: &str) -> Vec<Unit> {
    let mut matcher = Matcher::new(language);
    // Pictures and pieces of lines come to them.
    let mut units = Vec::with_capacity(blocks.blocks.len() * 17 / 16 + blocks.pictures.len() + 8);
    let mut all = Cow::Borrowed(&*blocks.blocks);
    if let Some(split) = agency_tails(document, &all, &mut matcher) {
        all = Cow::Owned(split);
    }
    if blocks.elements.is_empty()
        && let Some(split) = entries::split(document, &all)
    {
        all = Cow::Owned(split);
    }
    let mut again = Again::default();
    for block in &*all {
        if !blocks.elements.is_empty()
            && let Some(before) = again.find(document, block, &units)
        {
            units.push(before.at(block));
            continue;
        }
        let mut unit = Unit::new(document, block, block.span);
        let text = unit.text(document);
        if !is_read(block.shape) {
            units.push(unit);
            continue;
        }
        matcher.find(text);
        unit.phrase = strongest(&matcher.hits, text).filter(|&phrase| !unit.only_speaks_of(phrase));
        // Metadata has its numbers or its words.
        let may_be_metadata = text.len() <= pieces::LONGEST
            && !(unit.is_prose() && unit.measure.words > 16)
            && (unit.measure.may_hold_digits() || !matcher.hits.is_empty());
        match may_be_metadata.then(|| pieces::split(text, language, &mut matcher)).flatten() {
            Some(pieces) if !pieces.is_empty() => {
                if blocks.elements.is_empty() {
                    unit.push_pieces(document, &pieces, &mut units);
                } else {
                    unit.is_metadata = true;
                    units.push(unit);
                }
            }
            _ => units.push(unit),
        }
    }
    units
}

/// Whether what a block says is looked at.
fn is_read(shape: Shape) -> bool {
    !matches!(shape, Shape::Rule | Shape::Code | Shape::Row { .. } | Shape::Cell)
}

/// Units of a page by what they say: of the units of most pages a quarter say what one before has said.
struct Again {
    /// Indices of the last units, by the hash of how they begin.
    units: [u32; 512],
}

impl Default for Again {
    fn default() -> Self {
        Self { units: [NO_INDEX; 512] }
    }
}

impl Again {
    /// A unit that says what a block says, which is the next one.
    fn find<'u>(&mut self, document: &str, block: &Block, units: &'u [Unit]) -> Option<&'u Unit> {
        let text = &document.as_bytes()[block.span.range()];
        let key = words::hash(&text[..text.len().min(16)]) as usize ^ text.len();
        let last = std::mem::replace(&mut self.units[key % self.units.len()], units.len() as u32);
        let before = units.get(last as usize)?;
        let is_same = before.text(document).as_bytes() == text && is_read(before.shape) == is_read(block.shape);
        is_same.then_some(before)
    }
}

/// Splits the units of a page that are metadata, where they are not of the body: what looks so there is an entry of a list or
/// a cell of a table.
fn split_metadata(document: &str, units: &mut Vec<Unit>, verdicts: &mut Vec<Verdict>, language: &str) {
    if !units.iter().any(|unit| unit.is_metadata) {
        return;
    }
    let mut matcher = Matcher::new(language);
    let mut further: Vec<(usize, Unit)> = Vec::new();
    let mut parts = Vec::new();
    for (at, (unit, verdict)) in units.iter_mut().zip(&*verdicts).enumerate() {
        let set = matches!(unit.shape, Shape::Item { .. } | Shape::Cell);
        let surely_body = set && verdict.is_body && verdict.probability > SURE;
        let in_box = !verdict.is_body && verdict.named.is_some_and(rules::is_box_of_its_own);
        if !unit.is_metadata || surely_body || in_box {
            continue;
        }
        let text = unit.text(document);
        matcher.find(text);
        if let Some(pieces) = pieces::split(text, language, &mut matcher) {
            unit.push_pieces(document, &pieces, &mut parts);
            let mut parts = parts.drain(..);
            *unit = parts.next().unwrap_or(*unit);
            further.extend(parts.map(|part| (at + 1, part)));
        }
    }
    let behind = further.iter().map(|&(at, _)| (at, verdicts[at - 1])).collect();
    insert_all(verdicts, behind);
    insert_all(units, further);
}

/// Puts items before those at the indices that they come with, which are in order. That a list has them twice for a while
/// would be the most that a page ever takes.
fn insert_all<T: Copy>(list: &mut Vec<T>, items: Vec<(usize, T)>) {
    let mut from = list.len();
    list.reserve_exact(items.len());
    list.extend(items.iter().map(|&(_, item)| item));
    let mut to = list.len();
    for (at, item) in items.into_iter().rev() {
        to -= from - at;
        list.copy_within(at..from, to);
        from = at;
        to -= 1;
        list[to] = item;
    }
}

/// From which probability on a unit of a page is no metadata, whatever it looks like.
const SURE: f32 = 0.6;

/// Bytes of a line that says who reported, with the line feed before it.
const LONGEST_TAIL: usize = 400;

/// A line in brackets that says who reported, run into the last paragraph by the wrapper, is a block of its own.
fn agency_tails(document: &str, blocks: &[Block], matcher: &mut Matcher) -> Option<Vec<Block>> {
    // Few texts have a line that begins so.
    memchr::memmem::find(document.as_bytes(), b"\n(")?;
    let mut split: Option<Vec<Block>> = None;
    for (i, block) in blocks.iter().enumerate() {
        let text = &document[block.span.range()];
        // Only a block of several lines has such a tail.
        let (from, bytes) = (text.len().saturating_sub(LONGEST_TAIL), text.as_bytes());
        let mut lines = memchr::memrchr_iter(b'\n', &bytes[from..]).map(|end| from + end + 1);
        let tail = lines.find(|&at| bytes.get(at) == Some(&b'(')).filter(|&at| {
            matcher.find(&text[at..]);
            let credits = |hit: &Hit| hit.family == Family::Kind(Kind::AgencyCredit) && hit.anchor >= Anchor::Start;
            matcher.hits.iter().any(credits)
        });
        let Some(at) = tail else {
            split.iter_mut().for_each(|split| split.push(*block));
            continue;
        };
        let split = split.get_or_insert_with(|| blocks[..i].to_vec());
        let start = block.span.start as usize;
        let head = Span::new(start, start + text[..at].trim_end().len());
        split.push(Block { span: head, ..*block });
        split.push(Block { span: Span::new(start + at, block.span.end as usize), after_blank: false, ..*block });
    }
    split
}

/// The phrase that says most of a block: the one that covers it best.
fn strongest(hits: &[Hit], text: &str) -> Option<(Kind, Anchor)> {
    hits.iter()
        .filter_map(|hit| match hit.family {
            Family::Kind(kind) => Some((hit, hit.end - hit.start, kind)),
            _ => None,
        })
        .filter(|&(hit, length, kind)| {
            // Behind a place the name of an agency is a dateline's, and no picture's.
            let opens = || hit.end < DATELINE && text.len() > 2 * DATELINE;
            let of_picture = matches!(kind, Kind::Credit | Kind::Caption) && text.len() <= 240;
            hit.anchor > Anchor::Inside
                || (of_picture || length * 12 >= text.len().min(240)) && !(of_picture && opens())
        })
        .max_by_key(|&(hit, length, _)| (hit.anchor, length))
        .map(|(hit, _, kind)| (kind, hit.anchor))
}

/// Bytes that a dateline takes at the start of a text.
const DATELINE: usize = 48;

/// Lines that say again what the line above says: one of them is a picture's text, and both of them a link's.
fn mark_again(document: &str, units: &mut [Unit]) {
    for at in 1..units.len() {
        if twice::is_again(units[at - 1].text(document), units[at].text(document)) {
            // Where the line above says more, such as `Image of`, it is the picture's.
            let above = units[at - 1].measure.words > units[at].measure.words;
            let (text, other) = if above { (at - 1, at) } else { (at, at - 1) };
            units[text].twice = true;
            units[other].paired = true;
        }
    }
}

/// Lines that a page bears twice are its furniture; the first time they may still be the article's.
fn mark_repeated(document: &str, units: &mut [Unit]) {
    // Texts are others' to choose: nobody knows the seed, so that nobody can choose them against the table.
    let seed = RandomState::new().hash_one(0);
    let mut seen: HashSet<u64, BuildHasherDefault<WordHasher>> = HashSet::default();
    seen.reserve(units.len());
    for unit in units {
        let text = &document.as_bytes()[unit.span.range()];
        // What is longer than a few lines is told by its length and both its ends.
        let (start, end) = text.split_at(text.len().min(128));
        let end = &end[end.len().saturating_sub(128)..];
        let key = words::seeded(words::seeded(seed ^ text.len() as u64, start), end);
        unit.repeated = !seen.insert(key) && unit.measure.letters > 0;
    }
}
