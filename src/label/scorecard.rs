//! Which units of a page are its body: what the trees say of each, and the best cut.

use super::cut::{self, Cut};
use super::features::Feature;
use super::features::Page;
use super::measure::Ending;
use super::trees::{Jury, Opinion};
use super::weights::FOREST;
use crate::input::Shape;
use crate::input::html::hints::{Hint, Hints};
use crate::model::{Evidence, Kind};
use crate::options::Focus;

/// What is known of a unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verdict {
    pub(super) is_body: bool,
    /// How likely it is of the body, 0 to 1.
    pub(super) probability: f32,
    /// What speaks against it most.
    pub(super) against: Evidence,
    /// What the names say of the element around it and the one around that.
    pub(super) hints: Hints,
    /// What the box around it is, where it is not of the body.
    pub(super) named: Option<Kind>,
    /// It stands in `article` or `main`.
    pub(super) in_article: bool,
}

/// The verdicts on the units of a page, in their order; `whole` are the steps of the features of the page.
pub(super) fn judge(page: &Page<'_>, whole: &[u8], focus: Focus) -> Vec<Verdict> {
    let units = page.units;
    let mut verdicts = weigh(page, whole);
    // What a page says again it says of something else.
    for (unit, verdict) in units.iter().zip(&mut verdicts) {
        if unit.repeated && unit.measure.words >= AGAIN && !matches!(unit.shape, Shape::Cell | Shape::Code) {
            (verdict.probability, verdict.against) = (0.0, Evidence::Repeated);
        }
    }
    cut(page, &mut verdicts, focus);
    even_lists(page, &mut verdicts);
    // A heading goes with the text right below it.
    for at in (1..units.len()).rev() {
        let (below, verdict) = (verdicts[at].is_body, &mut verdicts[at - 1]);
        let heads = matches!(units[at - 1].shape, Shape::Heading { .. });
        verdict.is_body |= heads && below && verdict.probability > cut::LEAST;
    }
    let boxes = page.boxes(|at| verdicts[at].is_body);
    for (verdict, place) in verdicts.iter_mut().zip(boxes) {
        (verdict.named, verdict.in_article) = (place.kind, place.in_article);
        verdict.is_body &= !place.asks;
    }
    verdicts
}

/// An item is of the body where the most of its list is.
fn even_lists(page: &Page<'_>, verdicts: &mut [Verdict]) {
    let lists = page.lists(|at| verdicts[at].is_body);
    for (verdict, taken) in verdicts.iter_mut().zip(lists) {
        verdict.is_body |= taken && verdict.probability > FOLLOWING;
    }
}

/// How likely an item is of the body, at least, to follow the others of its list.
const FOLLOWING: f32 = 0.25;

fn weigh(page: &Page<'_>, whole: &[u8]) -> Vec<Verdict> {
    let evidence = |feature: usize| Feature::ALL[feature].evidence();
    let opinions = Jury::new(&FOREST, evidence, whole).judge(page.units.len(), |at| page.steps(at));
    let verdict = |(at, said): (usize, Opinion)| Verdict {
        is_body: false,
        probability: said.probability,
        against: said.against,
        hints: page.hints(at).0,
        named: None,
        in_article: false,
    };
    opinions.into_iter().enumerate().map(verdict).collect()
}

/// Trees that have seen whole pages know little of a paragraph or two by themselves: of a page without a body they take the
/// prose that nothing says is the page's own.
fn keep_prose(page: &Page<'_>, verdicts: &mut [Verdict]) {
    for (at, verdict) in verdicts.iter_mut().enumerate() {
        let unit = &page.units[at];
        let says = page.is_prose(at) || unit.measure.ending == Ending::Stop && unit.measure.words >= SENTENCE;
        verdict.is_body = says && unit.is_open() && !unit.is_link() && verdict.probability >= cut::LEAST / 2.0;
    }
}

/// Words of a sentence that stands by itself.
const SENTENCE: u32 = 5;

/// Words that a page does not say twice by chance.
const AGAIN: u32 = 8;

/// Words of a body that are likely right, at least: a page with fewer has none.
const FEWEST: f32 = 6.0;

/// Takes the units that the best cut takes.
fn cut(page: &Page<'_>, verdicts: &mut [Verdict], focus: Focus) {
    let units = page.units;
    let likely: Vec<(f32, f32)> =
        units.iter().zip(&*verdicts).map(|(unit, verdict)| (unit.words(), verdict.probability)).collect();
    let Cut { taken, right } = Cut::best(&likely, focus);
    // A page that is all menu has no body.
    let in_menu = |&at: &usize| verdicts[at].hints.has(Hint::Navigation) && units[at].is_link();
    if right < FEWEST || taken.iter().all(in_menu) {
        keep_prose(page, verdicts);
        return;
    }
    for at in taken {
        verdicts[at].is_body = true;
    }
}
