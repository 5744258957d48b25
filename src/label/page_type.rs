//! What a page is as a whole: an article, a thread of a forum, a product and so on, by points for what it holds.

use super::Unit;
use super::features::Page;
use super::points::PAGE_TYPE_POINTS;
use crate::input::Shape;
use crate::input::html::declared::{Declared, DeclaredType};
use crate::input::html::hints::Hint;

/// The types, as facts name them, in the order of their points.
pub(super) const TYPES: [&str; 6] = ["article", "forum", "product", "listing", "documentation", "service"];

/// What a page is most likely, and how likely, 0 to 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PageType {
    pub(crate) name: &'static str,
    pub(crate) probability: f32,
}

/// A page without words is of no type.
pub(super) fn find(page: &Page<'_>, steps: &[u8]) -> Option<PageType> {
    if page.words() == 0.0 {
        return None;
    }
    let chances = TYPES.iter().zip(&PAGE_TYPE_POINTS).map(|(&name, (intercept, points))| {
        let sum: i32 =
            steps.iter().zip(points.iter()).map(|(&step, points)| i32::from(points[usize::from(step)])).sum();
        PageType { name, probability: 1.0 / (1.0 + (-(sum + i32::from(*intercept)) as f32 / 100.0).exp()) }
    });
    let chances: Vec<PageType> = chances.collect();
    // Each type has been asked for by itself; together they are certain.
    let all: f32 = chances.iter().map(|chance| chance.probability).sum();
    let best = chances.into_iter().max_by(|a, b| a.probability.total_cmp(&b.probability))?;
    Some(PageType { probability: best.probability / all.max(best.probability).max(f32::MIN_POSITIVE), ..best })
}

/// Names of elements that are counted: units in or right below such an element, and words anywhere below one.
const HINTS: [Hint; 18] = [
    Hint::Forum,
    Hint::Shop,
    Hint::Product,
    Hint::Card,
    Hint::Article,
    Hint::Reviews,
    Hint::Comments,
    Hint::Metadata,
    Hint::Byline,
    Hint::Content,
    Hint::Related,
    Hint::Carousel,
    Hint::Form,
    Hint::Navigation,
    Hint::Signup,
    Hint::Contact,
    Hint::Title,
    Hint::Tags,
];

/// Shares from which on a feature takes its next step, in hundredths, and counts alike.
const SHARES: [f32; 5] = [0.001, 0.1, 0.25, 0.4, 0.65];
const COUNTS: [f32; 6] = [1.0, 3.0, 6.0, 12.0, 25.0, 60.0];
const SIZES: [f32; 5] = [100.0, 300.0, 700.0, 1500.0, 4000.0];

/// The features of a page with the number of steps of each, in the order of [`steps`].
#[cfg(feature = "internals")]
pub(crate) fn features() -> Vec<(String, usize)> {
    let names =
        ["Prose", "LongProse", "Headings1", "Headings2", "Headings3", "Headings4", "Cells", "Metadata", "Prices"];
    let hints = HINTS
        .iter()
        .flat_map(|hint| [(format!("{hint:?}Units"), COUNTS.len() + 1), (format!("{hint:?}Words"), SHARES.len() + 1)]);
    let counts = names.iter().map(|name| (format!("{name}Count"), COUNTS.len() + 1));
    let shares = ["ProseShare", "CodeShare", "ArticleShare"].iter().map(|name| ((*name).to_owned(), SHARES.len() + 1));
    let declared = DeclaredType::ALL.iter().map(|declared| (format!("Declared{declared:?}"), 2));
    hints.chain(counts).chain(shares).chain([("Words".to_owned(), SIZES.len() + 1)]).chain(declared).collect()
}

/// The steps of a page by feature.
pub(super) fn steps(document: &str, units: &[Unit], page: &Page<'_>, declared: Declared) -> Vec<u8> {
    let step = |value: f32, edges: &[f32]| edges.iter().filter(|&&edge| value >= edge).count() as u8;
    let words = page.words().max(1.0);
    let (mut near, mut below) = ([0.0_f32; Hint::ALL.len()], [0.0_f32; Hint::ALL.len()]);
    let mut counts = [0.0_f32; 9];
    let (mut prose, mut code, mut in_article) = (0.0, 0.0, 0.0);
    for (at, unit) in units.iter().enumerate() {
        let own = unit.measure.words as f32;
        let (beside, around) = page.hints(at);
        beside.iter().for_each(|hint| near[hint as usize] += 1.0);
        around.iter().for_each(|hint| below[hint as usize] += own);
        if page.is_prose(at) {
            prose += own;
            counts[0] += 1.0;
            counts[1] += if unit.measure.words >= 40 { 1.0 } else { 0.0 };
        }
        match unit.shape {
            Shape::Heading { level: level @ 1..=4 } => counts[1 + level as usize] += 1.0,
            Shape::Cell => counts[6] += 1.0,
            Shape::Code => code += own,
            _ => {}
        }
        counts[7] += f32::from(u8::from(unit.is_metadata));
        counts[8] +=
            f32::from(u8::from(unit.measure.digits > 0 && unit.measure.words <= 12 && is_price(unit.text(document))));
        in_article += if page.is_in_article(at) { own } else { 0.0 };
    }
    let mut steps = Vec::new();
    for hint in HINTS {
        steps.extend([step(near[hint as usize], &COUNTS), step(below[hint as usize] / words, &SHARES)]);
    }
    steps.extend(counts.iter().map(|&count| step(count, &COUNTS)));
    steps.extend([prose, code, in_article].map(|share| step(share / words, &SHARES)));
    steps.push(step(words, &SIZES));
    steps.extend(DeclaredType::ALL.iter().map(|&one| u8::from(declared.has(one))));
    steps
}

/// Whether an amount of money stands in a short text: a number beside a sign of a currency.
fn is_price(text: &str) -> bool {
    text.char_indices().filter(|(_, c)| matches!(c, '$' | '€' | '£' | '¥' | '₹' | '₽')).any(|(at, sign)| {
        let before = text[..at].trim_end().ends_with(|c: char| c.is_ascii_digit());
        before || text[at + sign.len_utf8()..].trim_start().starts_with(|c: char| c.is_ascii_digit())
    })
}
