//! The language of a text, from its script and its commonest words; unknown rather than guessed.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::characters::{ALPHABETIC, NUMERIC, classes, lowercase};
use crate::input::{Blocks, Shape};
use crate::vocabulary;
use crate::words::{self, WordMap};

/// Bytes of text that are looked at, at most.
const SAMPLE: usize = 4096;
/// Bytes after which the language is judged, and looked no further at when it is plain.
const STEP: usize = 768;

/// Languages that can be told, at most.
const LANGUAGES: usize = 32;

/// The hashes of function words, with 1 for each vocabulary that has them.
static STOP_WORDS: LazyLock<WordMap<u64, [u8; LANGUAGES]>> = LazyLock::new(|| {
    let mut known: WordMap<u64, [u8; LANGUAGES]> = WordMap::default();
    for (at, vocabulary) in vocabulary::all().iter().enumerate() {
        for word in vocabulary.section("stop_words") {
            known.entry(words::hash(word.as_bytes())).or_insert([0; LANGUAGES])[at] = 1;
        }
    }
    known
});

/// The BCP 47 tag of the language that the long blocks of a document are in; empty where it is not known.
pub(crate) fn detect(document: &str, blocks: &Blocks) -> Cow<'static, str> {
    let mut longest: Vec<_> = blocks
        .blocks
        .iter()
        .filter(|block| !matches!(block.shape, Shape::Code | Shape::Rule))
        .map(|b| b.span)
        .collect();
    let keep = longest.len().min(24);
    if longest.len() > keep {
        longest.select_nth_unstable_by_key(keep, |span| std::cmp::Reverse((span.len(), span.start)));
        longest.truncate(keep);
    }
    longest.sort_unstable_by_key(|span| (std::cmp::Reverse(span.len()), span.start));
    let mut counts = Counts { words: 0, hits: [0; LANGUAGES], latin: 0, han: 0, kana: 0, hangul: 0, other: 0 };
    let (mut left, mut judged) = (SAMPLE, 0);
    for span in longest {
        let text = &document[span.range()];
        let end = (0..=left.min(STEP).min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
        counts.add(&text[..end]);
        left -= end;
        if left < 4 || SAMPLE - left >= judged + STEP && !counts.language().is_empty() {
            break;
        }
        if SAMPLE - left >= judged + STEP {
            judged = SAMPLE - left;
        }
    }
    Cow::Borrowed(counts.language())
}

/// The BCP 47 tag of the language of a text; empty where it is not known. All of the text is looked at.
pub(crate) fn of_text(text: &str) -> &'static str {
    let mut counts = Counts { words: 0, hits: [0; LANGUAGES], latin: 0, han: 0, kana: 0, hangul: 0, other: 0 };
    counts.add(text);
    counts.language()
}

struct Counts {
    words: u32,
    /// Function words of each language.
    hits: [u16; LANGUAGES],
    latin: u32,
    han: u32,
    kana: u32,
    hangul: u32,
    other: u32,
}

/// The width of the character of a word at an offset, if one stands there; an apostrophe is part of a word.
fn in_word(text: &str, at: usize) -> Result<usize, usize> {
    let Some(c) = text[at..].chars().next() else { return Err(1) };
    let of_word = match c {
        '\0'..='\x7F' => c.is_ascii_alphanumeric() || c == '\'',
        '\u{300}'..='\u{36F}' => true,
        _ => classes(c) & (ALPHABETIC | NUMERIC) != 0,
    };
    if of_word { Ok(c.len_utf8()) } else { Err(c.len_utf8()) }
}

impl Counts {
    fn add(&mut self, text: &str) {
        let mut lower = String::new();
        let mut at = 0;
        while at < text.len() {
            // Most words are ASCII letters, and need no look at characters.
            let (end, hash) = words::letters(text.as_bytes(), at);
            if !matches!(text.as_bytes().get(end), Some(0x80..|b'\''| b'0'..=b'9')) {
                if end > at {
                    self.latin += 1;
                    self.word(hash);
                }
                at = end + 1;
                continue;
            }
            let start = at;
            while let Ok(width) = in_word(text, at) {
                at += width;
            }
            match text[start..at].chars().next() {
                Some(first) => self.word_of_characters(&text[start..at], first, &mut lower),
                None => at += in_word(text, at).unwrap_or_else(|width| width),
            }
        }
    }

    fn word_of_characters(&mut self, word: &str, first: char, lower: &mut String) {
        match first as u32 {
            0x3040..=0x30FF => self.kana += 1,
            0x3400..=0x9FFF | 0x20000..=0x3FFFF => {
                self.han += word.chars().count() as u32;
                self.kana += word.chars().filter(|c| ('\u{3040}'..='\u{30FF}').contains(c)).count() as u32;
            }
            0xAC00..=0xD7AF => self.hangul += 1,
            0x41..=0x24F | 0x1E00..=0x1EFF => self.latin += 1,
            _ => self.other += u32::from(first.is_alphabetic()),
        }
        if !first.is_alphabetic() {
            return;
        }
        lower.clear();
        for c in word.chars() {
            match lowercase(c) {
                Some(small) => lower.push(small),
                None => lower.extend(c.to_lowercase()),
            }
        }
        self.word(words::hash(lower.as_bytes()));
    }

    /// Counts a word by the hash of its small letters.
    fn word(&mut self, hash: u64) {
        self.words += 1;
        if let Some(languages) = STOP_WORDS.get(&hash) {
            for (hits, &has) in self.hits.iter_mut().zip(languages) {
                *hits += u16::from(has);
            }
        }
    }

    fn language(&self) -> &'static str {
        let spaced = self.latin + self.other + self.hangul;
        if self.han + self.kana > spaced {
            // Japanese prose is a third kana at the least; Chinese has none.
            return match (self.han + self.kana, self.kana * 12 > self.han) {
                (..8, _) => "",
                (_, true) => "ja",
                (_, false) => "zh",
            };
        }
        if self.hangul * 2 > spaced {
            return if self.hangul >= 4 { "ko" } else { "" };
        }
        let (mut best, mut second) = ((0, 0), 0);
        for (i, &hits) in self.hits.iter().enumerate() {
            if hits > best.1 {
                second = best.1;
                best = (i, hits);
            } else {
                second = second.max(hits);
            }
        }
        // Function words are a third of running text; a text with few of any language is in none that we know.
        let (hits, second) = (u32::from(best.1), u32::from(second));
        let known = hits >= 3 && hits * 7 >= self.words && hits * 8 > second * 9;
        if known { vocabulary::all().get(best.0).map_or("", |vocabulary| vocabulary.language) } else { "" }
    }
}
