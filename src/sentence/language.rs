//! What the language of a text says about its words: abbreviations, ordinals, words with which sentences begin.

use super::words::{REACH, first_word, has_no_vowel, is_roman, is_street, is_title, letters, word_before};
use crate::facts::language;
use crate::vocabulary::{self, Vocabulary};

/// Languages that write an ordinal as a number with a full stop, and may have a capital after it.
const ORDINALS: &[&str] = &[
    "bs", "cs", "da", "de", "dsb", "et", "fi", "fo", "hr", "hsb", "hu", "is", "lb", "lv", "nb", "nn", "no", "pl", "sk",
    "sl", "sr", "tr",
];

/// Sections of words that are nothing else.
const ABBREVIATIONS: [&str; 4] =
    ["abbreviations", "abbreviations_after_number", "abbreviations_inside", "abbreviations_final"];

/// The language that is the likeliest where only the script is known.
const SCRIPTS: &[(std::ops::RangeInclusive<char>, &str)] = &[
    ('\u{370}'..='\u{3ff}', "el"),
    ('\u{400}'..='\u{52f}', "ru"),
    ('\u{530}'..='\u{58f}', "hy"),
    ('\u{590}'..='\u{5ff}', "he"),
    ('\u{600}'..='\u{6ff}', "ar"),
    ('\u{900}'..='\u{97f}', "hi"),
    ('\u{3040}'..='\u{30ff}', "ja"),
    ('\u{4e00}'..='\u{9fff}', "zh"),
    ('\u{ac00}'..='\u{d7af}', "ko"),
];

/// Bytes of a text that its language is told from, at most.
const SAMPLE: usize = 400;

/// The language of a text.
pub(super) struct Language {
    vocabulary: Option<&'static Vocabulary>,
    /// A number with a full stop may be an ordinal.
    ordinals: bool,
    /// The semicolon is the question mark.
    pub(super) greek: bool,
}

impl Language {
    /// By its BCP 47 tag, and where that is empty by the words or the letters of the text; English is the guess then.
    pub(super) fn new(tag: &str, text: &str) -> Self {
        let tag = match tag {
            "" | "und" | "mul" | "zxx" => of(text),
            tag => tag,
        };
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        let is = |tag: &&str| tag.eq_ignore_ascii_case(primary);
        // Of languages that we do not know we know those with the same letters.
        let vocabulary = vocabulary::of(tag).or_else(|| vocabulary::of(by_letters(text)));
        Self { vocabulary, ordinals: ORDINALS.iter().any(is), greek: is(&"el") }
    }

    /// Does the full stop at `at` belong to the word before it, with the sentence that began at `start` going on at
    /// `next`? `rest` is `next` with what opens before it, and `lower` whether its lower case says so.
    pub(super) fn abbreviates(&self, text: &str, start: usize, at: usize, next: &str, rest: &str, lower: bool) -> bool {
        let (begin, word) = word_before(&text[start..at]);
        if !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            return self.ordinals && word.len() < 4 && self.is_ordinal(&text[..start + begin], next);
        }
        if text[..start + begin].ends_with(['/', '@', '_', '=']) {
            return false; // The end of a link.
        }
        if word.len() > 1 && is_roman(word) {
            return self.ordinals && !self.opens(next);
        }
        let number = rest.starts_with(char::is_numeric);
        let first = begin == 0;
        let title = is_title(word);
        // `Dr. Who`, `Tab. 3`: short and without a vowel, or before a number, it is one in any language.
        let short = title && word.chars().count() < 5;
        // Not a unit (`500 Ft.`).
        let mut before = text[start..start + begin].trim_end();
        let named = !first && has_no_vowel(word) && !before.ends_with(char::is_numeric);
        let unlisted = letters(word) || short && (number || named) || number && is_street(word);
        let mut lowered = word.to_lowercase() + ".";
        if !unlisted && !self.is_abbreviation(&lowered, number || !first && title) {
            return false;
        }
        if lower || number || rest.starts_with(['(', '[']) || first {
            return true;
        }
        // It may be a part of what the words before begin (`z. B.`, `10 a. m.`).
        if letters(word) {
            for _ in 0..3 {
                let (at, part) = word_before(before);
                if !part.strip_suffix('.').is_some_and(letters) {
                    break;
                }
                lowered.insert_str(0, &part.to_lowercase());
                before = before[..at].trim_end();
            }
        }
        if self.lists("abbreviations_final", &lowered) {
            return false;
        }
        // In a script without case no word says whether a sentence begins with it.
        if self.lists("abbreviations_inside", &lowered) || !next.starts_with(char::is_uppercase) {
            return true;
        }
        // Units and eras end a sentence unless it has only begun; a time of day may be more precise.
        if before.ends_with(char::is_numeric) && self.lists("abbreviations_after_number", &lowered) {
            let early = at - start < REACH && text[start..at].split(' ').count() < 4;
            return early && !self.opens(next) || self.is_time_word(next);
        }
        !self.opens(next)
    }

    /// Is the word, in lower case and with its full stop, in the vocabulary: whole, or after an elision (`l'avv.`) or a
    /// hyphen (`Dipl.-Ing.`)? `sure` where its surroundings say that it is no other word.
    pub(super) fn is_abbreviation(&self, word: &str, sure: bool) -> bool {
        let word = match word.rsplit_once(['\'', '’', '-']) {
            Some((_, rest)) if rest.len() > 2 => rest,
            _ => word,
        };
        ABBREVIATIONS.iter().any(|section| self.lists(section, word))
            || sure && self.lists("abbreviations_before_number", word)
    }

    /// Does a sentence end with the word before the full stop though lower case goes on: is it a whole word, of a
    /// language whose abbreviations we know, and does a word follow that sentences begin with?
    pub(super) fn ends_in_lower(&self, before: &str, next: &str) -> bool {
        let (_, word) = word_before(before);
        let whole = word.chars().count() > 3 && word.chars().all(char::is_lowercase) && !has_no_vowel(word);
        whole && self.is_starter(first_word(next)) && !self.is_abbreviation(&format!("{word}."), true)
    }

    /// Is the number after `before` an ordinal (`am 3. Mai`, `das 19. Jahrhundert`, `die 1. - 4. Klasse`)?
    fn is_ordinal(&self, before: &str, next: &str) -> bool {
        let (_, word) = word_before(before.trim_end_matches([' ', '-', '–', '/']));
        let word = word.to_lowercase();
        let range = word.ends_with('.') && word.starts_with(|c: char| c.is_ascii_digit());
        let month = || self.lists("months", &first_word(next).to_lowercase());
        !self.opens(next) && (range || self.lists("stop_words", &word) || month())
    }

    /// Does a new sentence open here: with a function word, and not one that begins a name?
    pub(super) fn opens(&self, next: &str) -> bool {
        let word = first_word(next);
        let after = &next[word.len()..];
        let lower = word.to_lowercase();
        let initial = word.chars().nth(1).is_none() && after.starts_with('.');
        let name = || self.lists("name_particles", &lower) && after.trim_start().starts_with(char::is_uppercase);
        !initial && self.is_starter(&lower) && !name()
    }

    /// Is this a word with which sentences begin? Function words do where the vocabulary has no list of its own.
    fn is_starter(&self, word: &str) -> bool {
        let listed = self.vocabulary.is_some_and(|v| !v.section("sentence_starters").is_empty());
        self.lists(if listed { "sentence_starters" } else { "stop_words" }, word)
    }

    /// What goes on after `p.m.`: a weekday, a month, a time zone.
    fn is_time_word(&self, next: &str) -> bool {
        let word = first_word(next);
        let lower = word.to_lowercase();
        word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase())
            || ["months", "weekdays", "time_zones"].iter().any(|section| self.lists(section, &lower))
    }

    /// Does the section hold the word?
    fn lists(&self, section: &str, word: &str) -> bool {
        self.vocabulary.is_some_and(|vocabulary| vocabulary.lists(section, word))
    }
}

/// The language of a text without a tag.
fn of(text: &str) -> &'static str {
    match language::of_text(sample(text)) {
        "" => by_letters(text),
        tag => tag,
    }
}

/// The likeliest language by the first letter that is not of the Latin script.
fn by_letters(text: &str) -> &'static str {
    let of_letter = |c| SCRIPTS.iter().find(|(range, _)| range.contains(&c)).map(|&(_, tag)| tag);
    sample(text).chars().filter(|c| !c.is_ascii()).find_map(of_letter).unwrap_or("en")
}

fn sample(text: &str) -> &str {
    let end = (0..=SAMPLE.min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_abbreviation_has_one_place() {
        for tag in "ar cs da de el en es fi fr he hi hr hu id it ja ko nl no pl pt ro ru sk sv tr uk vi zh".split(' ') {
            let vocabulary = vocabulary::of(tag).expect(tag);
            let sections = ABBREVIATIONS.iter().chain(&["abbreviations_before_number"]);
            let mut words: Vec<&str> = sections.flat_map(|section| vocabulary.section(section)).copied().collect();
            assert!(words.len() > 30, "{tag}");
            words.sort_unstable();
            for word in &words {
                assert!(word.ends_with('.') && !word.contains(' ') && word.to_lowercase() == *word, "{tag}: {word}");
            }
            for pair in words.windows(2) {
                assert_ne!(pair[0], pair[1], "{tag}");
            }
        }
    }
}
