//! How likely a unit is of the body, by the trees of `weights.rs`.
//!
//! A tree asks the same few questions of every unit, whether a feature has reached a step; the answers are the bits of the
//! index of its leaf (an oblivious tree). Each question goes to all units before the next one, in a loop over vectors.

use super::features::{COUNT, Feature, Steps};
use super::weights::{BIAS, TREES};
use crate::model::Evidence;

/// Questions of a tree.
pub(super) const DEPTH: usize = 6;

/// Units that are asked at once, at most: what is known of them stays in the fastest caches.
pub(super) const MOST: usize = 256;

/// Units in a vector.
const LANES: usize = 16;

/// What a leaf holds is a logarithm of odds, times this.
const SCALE: f32 = 1000.0;

/// A tree.
pub(super) struct Tree {
    /// The index of a feature, those of the page behind those of the unit, and the step from which on the answer is yes. The
    /// first one told units apart best.
    pub(super) questions: [(u8, u8); DEPTH],
    pub(super) leaves: [i16; 1 << DEPTH],
}

/// Families of evidence.
const FAMILIES: [Evidence; 8] = [
    Evidence::OutsideProse,
    Evidence::Markup,
    Evidence::ClassName,
    Evidence::Links,
    Evidence::Neighbours,
    Evidence::ShortLine,
    Evidence::Phrase,
    Evidence::Repeated,
];

/// What each tree speaks of: the family of the first feature of units that it asks for.
const SPEAKS_OF: [usize; TREES.len()] = {
    let mut families = [0; TREES.len()];
    let mut tree = 0;
    while tree < TREES.len() {
        let mut question = DEPTH;
        while question > 0 {
            question -= 1;
            let feature = TREES[tree].questions[question].0 as usize;
            if feature < COUNT {
                families[tree] = family(Feature::ALL[feature].evidence());
            }
        }
        tree += 1;
    }
    families
};

const fn family(evidence: Evidence) -> usize {
    let mut family = 0;
    while FAMILIES[family] as u32 != evidence as u32 {
        family += 1;
    }
    family
}

/// What the trees say of a unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opinion {
    /// How likely it is of the body, 0 to 1.
    pub(super) probability: f32,
    /// What speaks against it most.
    pub(super) against: Evidence,
}

/// Asks the trees about units of a page, up to [`MOST`] of them at once.
pub(super) struct Jury<'p> {
    /// The steps of the page, by feature.
    page: &'p [u8],
    /// Those of the units, feature by feature.
    units: Box<[[u8; MOST]; COUNT]>,
}

impl<'p> Jury<'p> {
    pub(super) fn new(page: &'p [u8]) -> Self {
        Self { page, units: Box::new([[0; MOST]; COUNT]) }
    }

    pub(super) fn set(&mut self, unit: usize, steps: &Steps) {
        for (column, &step) in self.units.iter_mut().zip(steps) {
            column[unit] = step;
        }
    }

    /// What the trees say of so many units, in their order.
    pub(super) fn opinions(&self, units: usize) -> impl Iterator<Item = Opinion> {
        // Whole vectors, so that no loop has a rest.
        let asked = units.next_multiple_of(LANES).min(MOST);
        let mut sums = [[0_i32; MOST]; FAMILIES.len()];
        let mut leaves = [0_u8; MOST];
        for (tree, &family) in TREES.iter().zip(&SPEAKS_OF) {
            let leaves = &mut leaves[..asked];
            leaves.fill(0);
            // What is asked of the page has one answer for all.
            let mut of_page = 0;
            for (bit, &(feature, step)) in tree.questions.iter().enumerate() {
                let yes = 1 << bit;
                let feature = usize::from(feature);
                let Some(column) = self.units.get(feature) else {
                    of_page |= if self.page[feature - COUNT] >= step { yes } else { 0 };
                    continue;
                };
                for (leaf, &reached) in leaves.iter_mut().zip(&column[..asked]) {
                    *leaf |= if reached >= step { yes } else { 0 };
                }
            }
            for (sum, &leaf) in sums[family].iter_mut().zip(&*leaves) {
                *sum += i32::from(tree.leaves[usize::from(leaf | of_page) % tree.leaves.len()]);
            }
        }
        (0..units).map(move |unit| {
            let sum = BIAS + sums.iter().map(|sums| sums[unit]).sum::<i32>();
            let worst = (0..FAMILIES.len()).min_by_key(|&family| sums[family][unit]).unwrap_or(0);
            Opinion { probability: 1.0 / (1.0 + (-sum as f32 / SCALE).exp()), against: FAMILIES[worst] }
        })
    }
}
