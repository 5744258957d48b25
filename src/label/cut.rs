//! Which units to take for the body, by how likely each of them is of it.

use crate::options::Focus;

/// What is less likely of the body is none of it, however little else there is.
pub(super) const LEAST: f32 = 0.1;

/// The units that are taken.
pub(super) struct Cut {
    /// The likeliest first.
    pub(super) taken: Vec<usize>,
    /// Words of them that are likely right.
    pub(super) right: f32,
}

impl Cut {
    /// Takes the likeliest units, as many as give the greatest F1 of words that is to be expected (Ye et al., ICML 2012): twice
    /// the words that are likely right, over those taken and those of the whole body. `units` are words and probabilities.
    pub(super) fn best(units: &[(f32, f32)], focus: Focus) -> Self {
        // What a word that is missing counts beside one that is too many, squared.
        let beta = match focus {
            Focus::Precision => 0.25,
            Focus::Balanced => 1.0,
            Focus::Recall => 4.0,
        };
        let mut taken: Vec<usize> = (0..units.len()).filter(|&at| units[at].1 >= LEAST).collect();
        taken.sort_by(|&a, &b| units[b].1.total_cmp(&units[a].1));
        let all: f32 = units.iter().map(|(words, probability)| words * probability).sum();
        let (mut words, mut right) = (0.0, 0.0);
        let (mut best, mut count, mut sure) = (0.0, 0, 0.0);
        for (i, &at) in taken.iter().enumerate() {
            words += units[at].0;
            right += units[at].0 * units[at].1;
            let expected = right / (words + beta * all);
            if expected > best {
                (best, count, sure) = (expected, i + 1, right);
            }
        }
        taken.truncate(count);
        Self { taken, right: sure }
    }
}
