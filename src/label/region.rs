//! Where the article is: the stretch of units that holds the most prose for the least furniture.

use std::ops::Range;

use super::Unit;
use super::measure::Ending;
use super::phrases::Anchor;
use crate::input::{Landmark, Shape};
use crate::model::Kind;
use crate::options::Focus;

/// Cost of a row of short lines from which on each costs little.
const LONGEST_LULL: f32 = 14.0;

/// Letters of an English word.
const LETTERS: f32 = 5.0;

/// What a word of the document's prose is in words of English: those of many languages are longer and fewer.
fn weight(units: &[Unit]) -> f32 {
    let prose = || units.iter().filter(|unit| unit.is_prose()).map(|unit| unit.measure);
    let (words, letters) =
        (prose().map(|measure| measure.words).sum::<u32>(), prose().map(|measure| measure.letters).sum::<u32>());
    (letters as f32 / words.max(1) as f32 / LETTERS).clamp(1.0, 2.0)
}

/// What a unit adds to a stretch that holds it. Prose counts by its length, up to a long paragraph; short lines cost.
fn value(unit: &Unit, weight: f32) -> f32 {
    // What stands between two pages of print says nothing of either.
    if matches!(unit.landmark, Some(Landmark::PageHead | Landmark::PageFoot)) {
        return 0.0;
    }
    let words = unit.measure.words as f32;
    if let Some((kind, anchor)) = unit.phrase
        && is_page_furniture(kind)
        && (anchor > Anchor::Inside || words < 40.0)
    {
        return match (kind, anchor) {
            (Kind::SiteFooter, Anchor::Whole) => -6.0,
            (Kind::Comments, Anchor::Whole) => -4.0,
            (_, Anchor::Whole) => -2.5,
            _ => -2.0,
        };
    }
    // What stands below the copyright line is the page's.
    if is_copyright(unit) {
        return -15.0;
    }
    if unit.is_decided() {
        return -0.3;
    }
    if unit.repeated {
        return -1.5;
    }
    if unit.twice || unit.paired {
        return -1.0;
    }
    if unit.is_prose() {
        return (words * weight).min(90.0) / 5.0;
    }
    match unit.shape {
        Shape::Code | Shape::Row { .. } | Shape::Cell => 0.3,
        Shape::Heading { .. } => 0.5,
        Shape::Rule => 0.0,
        Shape::Item { .. } if words >= 4.0 && unit.measure.ending == Ending::Stop => 0.3,
        // A menu has its bullets as well.
        Shape::Item { .. } if words >= 12.0 => 0.0,
        Shape::Item { .. } => -0.5,
        _ if unit.measure.is_code() => -0.1,
        _ if unit.measure.ending == Ending::Stop && words >= 4.0 => 0.5,
        _ if unit.measure.ending == Ending::Colon && words >= 5.0 => 0.5,
        _ if words >= 12.0 => 0.0,
        _ if words >= 6.0 => -0.7,
        _ => -1.0,
    }
}

fn is_copyright(unit: &Unit) -> bool {
    let kind = if unit.is_decided() { Some(unit.kind) } else { unit.phrase.map(|(kind, _)| kind) };
    kind == Some(Kind::CopyrightNotice) && unit.measure.words <= 40
}

/// Whether a phrase of this kind speaks for the page, and not for the article.
pub(super) fn is_page_furniture(kind: Kind) -> bool {
    super::rules::role_of(kind) == crate::model::Role::Boilerplate
}

/// The stretch of the greatest sum (Kadane); empty where nothing adds anything.
pub(super) fn find(units: &[Unit], focus: Focus) -> Range<usize> {
    let bias = match focus {
        Focus::Balanced => 0.0,
        Focus::Precision => -0.25,
        Focus::Recall => 0.25,
    };
    let weight = weight(units);
    let (mut best, mut best_sum) = (0..0, 0.0_f32);
    let (mut start, mut sum) = (0, 0.0_f32);
    // What the short lines in a row have cost since the last prose: a table or a list of the article's can be long, so
    // that beyond a point each costs little.
    let mut lull = 0.0_f32;
    for (i, unit) in units.iter().enumerate() {
        if sum <= 0.0 {
            start = i;
            sum = 0.0;
            lull = 0.0;
        }
        let mut value = value(unit, weight) + bias;
        if value >= 0.0 && unit.is_prose() {
            lull = 0.0;
        } else if value < 0.0 && unit.phrase.is_none() {
            if lull < -LONGEST_LULL {
                value *= 0.15;
            }
            lull += value;
        }
        sum += value;
        if sum > best_sum {
            best_sum = sum;
            best = start..i + 1;
        }
    }
    best
}

/// The stretch with the beginning of an article that stands at the very top, by its author and its date: a list or a table
/// may part it from the rest.
pub(super) fn with_beginning(units: &[Unit], region: Range<usize>) -> Range<usize> {
    /// Units among which author and date stand, below the headline and a dek.
    const TOP: usize = 8;
    let of = |kind| units.iter().take(TOP).position(|unit| unit.is_decided() && unit.kind == kind);
    let Some((byline, date)) = of(Kind::Byline).zip(of(Kind::Timestamp)) else { return region };
    let (first, last) = (byline.min(date), byline.max(date));
    let is_headline = |unit: &Unit| !unit.is_decided() && unit.phrase.is_none() && unit.measure.words >= 3;
    let prose = (last + 1..region.start).find(|&at| units[at].is_prose() && !units[at].is_decided());
    // So much prose that the short lines which part it from the rest can be the article's.
    let worth = |prose: usize| {
        let (prose, others): (Vec<&Unit>, Vec<&Unit>) =
            units[prose..region.start].iter().partition(|unit| unit.is_prose());
        prose.iter().map(|unit| unit.measure.words as usize).sum::<usize>() > 2 * others.len()
    };
    match prose {
        Some(prose) if units[..first].iter().any(is_headline) && prose <= last + TOP && worth(prose) => {
            prose..region.end
        }
        _ => region,
    }
}

/// Where an article that begins at the first unit ends: as a person copies it, from the title to a few lines past the
/// end. Nothing but what is known to be the page's stands between, so that short lines cost next to nothing.
pub(super) fn end_of_copy(units: &[Unit], focus: Focus) -> usize {
    let patience = match focus {
        Focus::Balanced => 0.1,
        Focus::Precision => 0.5,
        Focus::Recall => 0.02,
    };
    let weight = weight(units);
    let (mut best, mut best_sum, mut sum) = (0, 0.0_f32, 0.0_f32);
    for (i, unit) in units.iter().enumerate() {
        let value = value(unit, weight);
        sum += if value < 0.0 && unit.phrase.is_none() && !is_copyright(unit) { value * patience } else { value };
        if sum > best_sum {
            best_sum = sum;
            best = i + 1;
        }
    }
    best
}
