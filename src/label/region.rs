//! Where the article is: the stretch of units that holds the most prose for the least furniture.

use std::ops::Range;

use super::Unit;
use super::measure::Ending;
use super::phrases::Anchor;
use crate::input::Shape;
use crate::model::Kind;
use crate::options::Focus;

/// What a unit adds to a stretch that holds it. Prose counts by its length, up to a long paragraph; short lines cost.
fn value(unit: &Unit) -> f32 {
    let words = unit.measure.words as f32;
    if let Some((kind, anchor)) = unit.phrase
        && is_page_furniture(kind)
        && (anchor > Anchor::Inside || words < 40.0)
    {
        return match (kind, anchor) {
            (Kind::Comments, Anchor::Whole) => -6.0,
            (_, Anchor::Whole) => -2.5,
            _ => -2.0,
        };
    }
    if unit.is_decided() {
        return -0.3;
    }
    if unit.repeated {
        return -1.5;
    }
    if unit.is_prose() {
        return words.min(90.0) / 5.0;
    }
    match unit.shape {
        Shape::Code | Shape::Row { .. } => 0.3,
        Shape::Heading { .. } => 0.5,
        Shape::Rule => 0.0,
        Shape::Item { .. } if words >= 5.0 => 0.3,
        _ if unit.measure.ending == Ending::Stop && words >= 4.0 => 0.5,
        _ if unit.measure.ending == Ending::Colon && words >= 5.0 => 0.5,
        _ if words >= 12.0 => 0.0,
        _ if words >= 6.0 => -0.7,
        _ => -1.0,
    }
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
    let (mut best, mut best_sum) = (0..0, 0.0_f32);
    let (mut start, mut sum) = (0, 0.0_f32);
    for (i, unit) in units.iter().enumerate() {
        if sum <= 0.0 {
            start = i;
            sum = 0.0;
        }
        sum += value(unit) + bias;
        if sum > best_sum {
            best_sum = sum;
            best = start..i + 1;
        }
    }
    best
}
