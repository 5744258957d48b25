//! A second look at what the rules have made of a text: trees that know what the rules said of each line and of those around
//! it put right what is much likelier the other way.

use super::super::Unit;
use super::super::cut::Cut;
use super::super::features::{Feature, Page, step};
use super::super::text_weights::FOREST;
use super::super::trees::Jury;
use super::{LEAST_SURE, Rules};
use crate::model::{Evidence, Kind, Role};
use crate::options::Focus;

/// How far beyond the cut a line is, at least, to be put right.
const MARGIN: f32 = 0.1;

/// Between which bounds the probability lies below which a line is taken out of the body, wherever the cut is.
const OUT: (f32, f32) = (0.15, 0.45);
/// The most for prose, and for lines between others that stay.
const OUT_PROSE: f32 = 0.25;
const OUT_WITHIN: f32 = 0.15;

/// And from which on one is taken in; a short one within the body from the greater.
const IN: (f32, f32) = (0.5, 0.75);

/// Share of the body's words that stay, at the least: trees that see less in a text know little of it.
const LEAST_LEFT: f32 = 0.3;

/// Lines of which one is the title of a text that someone copied; without one, the share of the words that are its body.
const COPIED_HEAD: usize = 3;
const COPIED_SHARE: f32 = 0.8;

/// Words of a line, or of lines between others that stay, at the fewest, to be taken out of the body.
const FEWEST: f32 = 15.0;

/// Words of a paragraph outside of the body, at the fewest, to be taken in.
const SHORTEST: f32 = 10.0;

/// What is known of a line by itself and of its place, as of the units of pages.
const SHARED: [Feature; 16] = [
    Feature::Words,
    Feature::Ending,
    Feature::Shape,
    Feature::Repeated,
    Feature::Phrase,
    Feature::Digits,
    Feature::Capitals,
    Feature::Sentences,
    Feature::Before,
    Feature::After,
    Feature::ProseBefore,
    Feature::ProseAfter,
    Feature::Position,
    Feature::PositionInProse,
    Feature::PageWords,
    Feature::PageProse,
];

/// What the rules have made of it and of those around it: the name, how many steps, and what it is where it speaks against a
/// line.
const OWN: [(&str, usize, Evidence); 15] = [
    ("Verdict", 12, Evidence::OutsideProse),
    ("Confidence", 6, Evidence::OutsideProse),
    ("Kept3", 6, Evidence::Neighbours),
    ("Kept9", 6, Evidence::Neighbours),
    ("Kept21", 6, Evidence::Neighbours),
    ("Prose3", 6, Evidence::Neighbours),
    ("Prose9", 6, Evidence::Neighbours),
    ("Prose21", 6, Evidence::Neighbours),
    ("FromFirst", 9, Evidence::OutsideProse),
    ("FromLast", 9, Evidence::OutsideProse),
    ("BodyBefore", 8, Evidence::OutsideProse),
    ("BodyShare", 6, Evidence::OutsideProse),
    ("BodyWords", 6, Evidence::OutsideProse),
    ("FromTitle", 10, Evidence::OutsideProse),
    ("Blank", 2, Evidence::Neighbours),
];

impl Rules<'_> {
    /// Puts right what the trees take for much likelier the other way: of the body what only its place took out, and out of it
    /// what is no part of it. What phrases, labels and patterns say of a line stands, and so does a heading of what is left.
    pub(super) fn review(&mut self, focus: Focus) {
        let body: Vec<usize> = (0..self.units.len()).filter(|&at| is_kept(&self.units[at])).collect();
        let (Some(&first), Some(&last)) = (body.first(), body.last()) else { return };
        let steps = steps(self.document, self.units);
        let opinions = Jury::new(&FOREST, evidence, &[]).judge(steps.len(), |at| steps[at]);
        let likely: Vec<(f32, f32)> =
            self.units.iter().zip(&opinions).map(|(unit, said)| (unit.words(), said.probability)).collect();
        let edge = Cut::best(&likely, focus).taken.last().map_or(0.5, |&at| likely[at].1);
        let (out, into) = ((edge - MARGIN).clamp(OUT.0, OUT.1), (edge + MARGIN).clamp(IN.0, IN.1));
        // From below, so that a heading goes with what is left below it.
        let mut leaves = vec![false; self.units.len()];
        for at in body.iter().copied().rev() {
            let unit = &self.units[at];
            let is_plain = matches!(unit.kind, Kind::Paragraph | Kind::Heading | Kind::ListItem);
            let below = self.units.get(at + 1).is_some_and(is_kept) && !leaves[at + 1];
            let out = if unit.is_prose() { out.min(OUT_PROSE) } else { out };
            leaves[at] = is_plain && !(unit.kind == Kind::Heading && below) && opinions[at].probability < out;
        }
        let of_body = |holds: &dyn Fn(usize) -> bool| -> f32 {
            body.iter().filter(|&&at| holds(at)).map(|&at| self.units[at].words()).sum()
        };
        let (all, left) = (of_body(&|_| true), of_body(&|at| !leaves[at]));
        // Whoever copies an article begins with its title, and copies little else.
        let is_copied = match self.units.iter().position(|unit| unit.kind == Kind::Title) {
            Some(title) => title < COPIED_HEAD,
            None => all > self.units.iter().map(Unit::words).sum::<f32>() * COPIED_SHARE,
        };
        if is_copied || left < all * LEAST_LEFT {
            leaves.fill(false);
        }
        // A few words are of little weight, and most often the article's where they stand in one line or between what stays.
        for lines in body.chunk_by(|&one, &next| leaves[one] == leaves[next]) {
            let within = lines.first() != Some(&first) && lines.last() != Some(&last);
            let words: f32 = lines.iter().map(|&at| self.units[at].words()).sum();
            let likely: f32 = lines.iter().map(|&at| self.units[at].words() * opinions[at].probability).sum();
            let stays = (words < FEWEST && (within || lines.len() == 1)) || (within && likely > words * OUT_WITHIN);
            if leaves[lines[0]] && !stays {
                for &at in lines {
                    let said = opinions[at];
                    self.units[at].set(Role::Boilerplate, Kind::Other, said.against, 1.0 - said.probability);
                }
            }
        }
        for (at, said) in opinions.iter().enumerate() {
            let unit = &self.units[at];
            // A headline that asks something is most often one of another story.
            let is_paragraph = unit.is_prose() && unit.words() >= SHORTEST;
            let least = match (first..last).contains(&at) {
                _ if is_paragraph => into,
                true => IN.1,
                false => continue,
            };
            if Made::of(unit).is_by_place() && said.probability >= least {
                self.body_unit(at);
            }
        }
        // Both know something of what stays as the rules have it: held against labels, the mean is right more often than either.
        for (unit, said) in self.units.iter_mut().zip(&opinions) {
            let probability = match unit.role {
                Role::Body => said.probability.max(LEAST_SURE),
                Role::Boilerplate if Made::of(unit).is_by_place() => (1.0 - said.probability).max(0.5),
                _ => continue,
            };
            unit.confidence = (unit.confidence + probability) / 2.0;
        }
    }
}

/// The names of the features, with their steps and what they are where they speak against a line.
#[cfg(feature = "internals")]
pub(crate) fn names() -> Vec<(&'static str, usize, &'static str)> {
    let shared = SHARED.iter().map(|shared| (shared.name(), shared.steps(), shared.evidence()));
    shared.chain(OWN).map(|(name, steps, evidence)| (name, steps, evidence.name())).collect()
}

/// What a feature is where it speaks against a line.
fn evidence(feature: usize) -> Evidence {
    SHARED.get(feature).map_or_else(|| OWN[feature - SHARED.len()].2, |shared| shared.evidence())
}

const COUNT: usize = SHARED.len() + OWN.len();

pub(crate) type Steps = [u8; COUNT];

fn is_kept(unit: &Unit) -> bool {
    unit.role == Role::Body
}

/// What the rules have made of a unit, and by what; in the order of the steps of its feature.
#[derive(Clone, Copy, Debug)]
enum Made {
    Paragraph,
    Heading,
    ListItem,
    OtherBody,
    Furniture,
    ByPhrase,
    ByLabel,
    Repeated,
    BeforeArticle,
    AfterArticle,
    UnderTitle,
    ByElse,
}

impl Made {
    fn of(unit: &Unit) -> Self {
        match (unit.role, unit.kind) {
            (Role::Body, Kind::Paragraph) => Self::Paragraph,
            (Role::Body, Kind::Heading) => Self::Heading,
            (Role::Body, Kind::ListItem) => Self::ListItem,
            (Role::Body, _) => Self::OtherBody,
            (Role::Furniture, _) => Self::Furniture,
            (Role::Boilerplate, _) => match unit.reasons.iter().next().map(|reason| reason.evidence) {
                Some(Evidence::Phrase) => Self::ByPhrase,
                Some(Evidence::UnderLabel) => Self::ByLabel,
                Some(Evidence::Repeated) => Self::Repeated,
                Some(Evidence::BeforeArticle) => Self::BeforeArticle,
                Some(Evidence::AfterArticle) => Self::AfterArticle,
                Some(Evidence::UnderTitle) => Self::UnderTitle,
                _ => Self::ByElse,
            },
        }
    }

    /// Whether nothing but its place, or that it stands elsewhere too, took it out of the body.
    fn is_by_place(self) -> bool {
        matches!(self, Self::Repeated | Self::BeforeArticle | Self::AfterArticle | Self::UnderTitle)
    }
}

/// Units from one place to another, in both directions.
fn distance(from: i64) -> u8 {
    match from {
        ..=-21 => 0,
        -20..=-7 => 1,
        -6..=-3 => 2,
        -2..=-1 => 3,
        0 => 4,
        1..=2 => 5,
        3..=6 => 6,
        7..=20 => 7,
        _ => 8,
    }
}

/// The steps of the features of all units of a text.
pub(crate) fn steps(document: &str, units: &[Unit]) -> Vec<Steps> {
    let page = Page::new(document, units, &[], "");
    // Words, those of the body and those of prose before each unit, and of all.
    let mut sums = vec![(0.0, 0.0, 0.0)];
    for unit in units {
        let (all, kept, prose) = sums[sums.len() - 1];
        let words = unit.words();
        let of = |holds| if holds { words } else { 0.0 };
        sums.push((all + words, kept + of(is_kept(unit)), prose + of(unit.is_prose())));
    }
    let (all, kept, _) = sums[units.len()];
    let first = units.iter().position(is_kept).unwrap_or(0) as i64;
    let last = units.iter().rposition(is_kept).unwrap_or(0) as i64;
    let title = units.iter().position(|unit| unit.kind == Kind::Title);
    let near = |at: usize, distance: usize| {
        let (from, to) = (sums[at.saturating_sub(distance)], sums[(at + distance + 1).min(units.len())]);
        let words = to.0 - from.0;
        let edges = [0.05, 0.25, 0.5, 0.75, 0.95];
        (step((to.1 - from.1) / words, &edges), step((to.2 - from.2) / words, &edges))
    };
    let of_unit = |at: usize| {
        let unit = &units[at];
        let shared = page.steps(at);
        let [three, nine, many] = [1, 4, 10].map(|distance| near(at, distance));
        let own = [
            Made::of(unit) as u8,
            step(unit.confidence, &[0.55, 0.65, 0.75, 0.85, 0.92]),
            three.0,
            nine.0,
            many.0,
            three.1,
            nine.1,
            many.1,
            distance(at as i64 - first),
            distance(at as i64 - last),
            step(sums[at].1 / kept.max(1.0), &[0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999]),
            step(kept / all, &[0.1, 0.25, 0.4, 0.6, 0.8]),
            step(kept, &[50.0, 150.0, 400.0, 1000.0, 3000.0]),
            title.map_or(9, |title| distance(at as i64 - title as i64)),
            unit.after_blank.into(),
        ];
        let mut steps = [0; COUNT];
        let (of_line, of_rules) = steps.split_at_mut(SHARED.len());
        of_line.iter_mut().zip(SHARED).for_each(|(step, feature)| *step = shared[feature as usize]);
        of_rules.copy_from_slice(&own);
        steps
    };
    (0..units.len()).map(of_unit).collect()
}
