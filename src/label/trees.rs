//! How likely a unit is of the body, by the trees of `weights.rs` for pages and of `text_weights.rs` for texts.
//!
//! A tree asks the same few questions of every unit, whether a feature has reached a step; the answers are the bits of the
//! index of its leaf (an oblivious tree). Each question goes to all units before the next one, in a loop over vectors.

use crate::model::Evidence;

/// Questions of a tree.
pub(super) const DEPTH: usize = 6;

/// Units that are asked at once, at most: what is known of them stays in the fastest caches.
const MOST: usize = 256;

/// Units in a vector.
const LANES: usize = 16;

/// What a leaf holds is a logarithm of odds, times this.
const SCALE: f32 = 1000.0;

/// Trees that speak together.
pub(super) struct Forest {
    /// What a unit has before anything is known of it, in thousandths of the logarithm of the odds, as what leaves hold.
    pub(super) bias: i32,
    pub(super) trees: &'static [Tree],
}

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

/// What the trees say of a unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opinion {
    /// How likely it is of the body, 0 to 1.
    pub(super) probability: f32,
    /// What speaks against it most.
    pub(super) against: Evidence,
}

/// Asks the trees about units that have so many features, up to [`MOST`] of them at once.
pub(super) struct Jury<'p, const FEATURES: usize> {
    forest: &'static Forest,
    /// What each tree speaks of: the family of the first feature of units that it asks for.
    families: Vec<usize>,
    /// The steps of the page, by feature.
    page: &'p [u8],
    /// Those of the units, feature by feature.
    units: Box<[[u8; MOST]; FEATURES]>,
}

impl<'p, const FEATURES: usize> Jury<'p, FEATURES> {
    /// `evidence` is what a feature is where it speaks against a unit.
    pub(super) fn new(forest: &'static Forest, evidence: impl Fn(usize) -> Evidence, page: &'p [u8]) -> Self {
        let family = |tree: &Tree| {
            let asked = tree.questions.iter().map(|&(feature, _)| usize::from(feature));
            let first = asked.filter(|&feature| feature < FEATURES).map(&evidence).next();
            FAMILIES.iter().position(|&family| Some(family) == first).unwrap_or(0)
        };
        let families = forest.trees.iter().map(family).collect();
        Self { forest, families, page, units: Box::new([[0; MOST]; FEATURES]) }
    }

    /// What the trees say of so many units, whose steps `steps` gives, in their order.
    pub(super) fn judge(&mut self, units: usize, steps: impl Fn(usize) -> [u8; FEATURES]) -> Vec<Opinion> {
        let mut opinions = Vec::with_capacity(units);
        for first in (0..units).step_by(MOST) {
            let count = MOST.min(units - first);
            for unit in 0..count {
                for (column, step) in self.units.iter_mut().zip(steps(first + unit)) {
                    column[unit] = step;
                }
            }
            opinions.extend(self.opinions(count));
        }
        opinions
    }

    /// What the trees say of the first so many units.
    fn opinions(&self, units: usize) -> impl Iterator<Item = Opinion> {
        // Whole vectors, so that no loop has a rest.
        let asked = units.next_multiple_of(LANES).min(MOST);
        let mut sums = [[0_i32; MOST]; FAMILIES.len()];
        let mut leaves = [0_u8; MOST];
        for (tree, &family) in self.forest.trees.iter().zip(&self.families) {
            let leaves = &mut leaves[..asked];
            leaves.fill(0);
            // What is asked of the page has one answer for all.
            let mut of_page = 0;
            for (bit, &(feature, step)) in tree.questions.iter().enumerate() {
                let yes = 1 << bit;
                let feature = usize::from(feature);
                let Some(column) = self.units.get(feature) else {
                    of_page |= if self.page[feature - FEATURES] >= step { yes } else { 0 };
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
        let bias = self.forest.bias;
        (0..units).map(move |unit| {
            let sum = bias + sums.iter().map(|sums| sums[unit]).sum::<i32>();
            let worst = (0..FAMILIES.len()).min_by_key(|&family| sums[family][unit]).unwrap_or(0);
            Opinion { probability: 1.0 / (1.0 + (-sum as f32 / SCALE).exp()), against: FAMILIES[worst] }
        })
    }
}
