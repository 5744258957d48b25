//! What notices on access say, put together from its parts: that there is more of the text, whom it is for, what is asked of
//! the reader.

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

use super::measure::{Ending, Measure};
use super::phrases;
use crate::vocabulary;

/// What a notice says.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Says {
    /// For whom the text is: it declares that it is not free.
    pub(crate) for_some: bool,
    /// That it is free.
    pub(crate) for_all: bool,
    /// That there is more of the text.
    pub(crate) of_rest: bool,
    /// What is asked of the reader.
    pub(crate) asks: bool,
    /// It is a sentence, and no mark such as `Premium` or what heads another text.
    pub(crate) is_sentence: bool,
    /// What it costs.
    pub(crate) priced: bool,
}

impl Says {
    /// Whether it withholds the rest of a text by itself.
    pub(crate) fn withholds(self) -> bool {
        self.of_rest && self.asks || self.for_some && self.is_sentence
    }
}

/// Sections of a vocabulary, in the order of the fields of [`Says`].
const SECTIONS: [&str; 4] = ["subscribers_only", "free_for_all", "rest_of_text", "way_in"];

/// Bytes that are looked at: a notice says at its start what it is.
const LOOK: usize = 300;

/// The parts of notices in a language and in English.
pub(crate) struct Wording {
    parts: Option<AhoCorasick>,
    /// The section of each part.
    sections: Vec<usize>,
}

impl Wording {
    pub(crate) fn of(language: &str) -> &'static Self {
        static BY_LANGUAGE: [OnceLock<Wording>; vocabulary::COUNT + 1] =
            [const { OnceLock::new() }; vocabulary::COUNT + 1];
        let place = vocabulary::place_of(language).unwrap_or(vocabulary::COUNT);
        BY_LANGUAGE[place].get_or_init(|| Self::new(language))
    }

    fn new(language: &str) -> Self {
        let (mut parts, mut sections) = (Vec::new(), Vec::new());
        for vocabulary in vocabulary::with_english(language) {
            for (section, name) in SECTIONS.into_iter().enumerate() {
                let entries = vocabulary.section(name);
                parts.extend(entries.iter().map(|entry| phrases::form(entry)));
                sections.extend(entries.iter().map(|_| section));
            }
        }
        Self { parts: AhoCorasick::new(parts).ok(), sections }
    }

    pub(crate) fn says(&self, text: &str) -> Says {
        let end = (LOOK..text.len()).find(|&end| text.is_char_boundary(end)).unwrap_or(text.len());
        let form = phrases::form(&text[..end]);
        let mut found = [false; SECTIONS.len()];
        for part in self.parts.iter().flat_map(|parts| parts.find_overlapping_iter(&form)) {
            found[self.sections[part.pattern().as_usize()]] = true;
        }
        let [for_some, for_all, of_rest, asks] = found;
        let measure = Measure::of(text);
        // Scripts without blanks put as much into a mark.
        let ends = measure.ending == Ending::Stop || form.contains(' ');
        let is_sentence = measure.words >= 5 && ends && !form.contains([':', '：']);
        let priced = form.contains(['$', '€', '£', '¥', '₹', '₩', '₺', '₽']);
        Says { for_some, for_all, of_rest, asks, is_sentence, priced }
    }
}
