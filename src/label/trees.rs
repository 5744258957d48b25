//! How likely a unit is of the body, by the trees of `weights.rs`.
//!
//! A tree asks the same few questions of every unit, whether a feature has reached a step; the answers are the bits of the
//! index of its leaf (an oblivious tree). So many units are asked at once as a vector has lanes.

use super::features::{COUNT, Feature, Steps};
use super::weights::{BIAS, TREES};
use crate::model::Evidence;

/// Questions of a tree.
pub(super) const DEPTH: usize = 6;

/// Units that are asked at once.
pub(super) const LANES: usize = 16;

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

/// Asks the trees about units of a page, up to [`LANES`] of them at once.
pub(super) struct Jury {
    /// By feature of units and then of the page, the step of each unit; as many as an index of a question can name.
    lanes: Box<[[u8; LANES]; 256]>,
}

impl Jury {
    /// `page` are the steps of the features of the page.
    pub(super) fn new(page: &[u8]) -> Self {
        let mut lanes = Box::new([[0; LANES]; 256]);
        lanes[COUNT..].iter_mut().zip(page).for_each(|(lane, &step)| *lane = [step; LANES]);
        Self { lanes }
    }

    pub(super) fn set(&mut self, lane: usize, steps: &Steps) {
        for (column, &step) in self.lanes.iter_mut().zip(steps) {
            column[lane] = step;
        }
    }

    // Within its caller the compiler makes no vectors of the loops, which takes three times as long.
    #[inline(never)]
    pub(super) fn opinions(&self) -> [Opinion; LANES] {
        let mut sums = [[0_i32; LANES]; FAMILIES.len()];
        for (tree, &family) in TREES.iter().zip(&SPEAKS_OF) {
            let mut leaves = [0_u8; LANES];
            for (bit, &(feature, step)) in tree.questions.iter().enumerate() {
                for (leaf, &reached) in leaves.iter_mut().zip(&self.lanes[usize::from(feature)]) {
                    *leaf |= if reached >= step { 1 << bit } else { 0 };
                }
            }
            for (sum, leaf) in sums[family].iter_mut().zip(leaves) {
                *sum += i32::from(tree.leaves[usize::from(leaf) % tree.leaves.len()]);
            }
        }
        std::array::from_fn(|lane| {
            let sum = BIAS + sums.iter().map(|sums| sums[lane]).sum::<i32>();
            let worst = (0..FAMILIES.len()).min_by_key(|&family| sums[family][lane]).unwrap_or(0);
            Opinion { probability: 1.0 / (1.0 + (-sum as f32 / SCALE).exp()), against: FAMILIES[worst] }
        })
    }
}
