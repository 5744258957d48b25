//! The language of a text, from its script and its commonest words; unknown rather than guessed.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::characters::{ALPHABETIC, NUMERIC, classes, lowercase};
use crate::input::{Blocks, Shape};
use crate::vocabulary;
use crate::words::WordMap;

/// Bytes of text that are looked at, at most.
const SAMPLE: usize = 4096;
/// Bytes after which the language is judged, and looked no further at when it is plain.
const STEP: usize = 768;

/// Function words, with one bit for each vocabulary that has them.
static STOP_WORDS: LazyLock<WordMap<&'static str, u64>> = LazyLock::new(|| {
    let mut words: WordMap<&str, u64> = WordMap::default();
    for (bit, vocabulary) in vocabulary::all().iter().enumerate().take(64) {
        for word in vocabulary.section("stop_words") {
            *words.entry(word).or_default() |= 1 << bit;
        }
    }
    words
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
    let mut counts = Counts { words: 0, hits: [0; 64], latin: 0, han: 0, kana: 0, hangul: 0, other: 0 };
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

/// The words of a text; an apostrophe is part of one.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    // The width of the character at an offset, where it is of a word or where it is not.
    let width = move |at: usize, of_word: bool| {
        let &byte = bytes.get(at)?;
        let (in_word, width) = if byte.is_ascii() {
            (byte.is_ascii_alphanumeric() || byte == b'\'', 1)
        } else {
            let c = text[at..].chars().next()?;
            (matches!(c, '\u{300}'..='\u{36F}') || classes(c) & (ALPHABETIC | NUMERIC) != 0, c.len_utf8())
        };
        (in_word == of_word).then_some(width)
    };
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(width) = width(at, false) {
            at += width;
        }
        let start = at;
        while let Some(width) = width(at, true) {
            at += width;
        }
        (at > start).then(|| &text[start..at])
    })
}

struct Counts {
    words: u32,
    hits: [u32; 64],
    latin: u32,
    han: u32,
    kana: u32,
    hangul: u32,
    other: u32,
}

impl Counts {
    fn add(&mut self, text: &str) {
        let mut lower = String::new();
        for word in words(text) {
            let Some(first) = word.chars().next() else { continue };
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
                continue;
            }
            self.words += 1;
            lower.clear();
            if word.is_ascii() {
                lower.push_str(word);
                lower.make_ascii_lowercase();
            } else {
                for c in word.chars() {
                    match lowercase(c) {
                        Some(small) => lower.push(small),
                        None => lower.extend(c.to_lowercase()),
                    }
                }
            }
            if let Some(&languages) = STOP_WORDS.get(lower.as_str()) {
                let mut rest = languages;
                while rest != 0 {
                    self.hits[rest.trailing_zeros() as usize] += 1;
                    rest &= rest - 1;
                }
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
        let known = best.1 >= 3 && best.1 * 7 >= self.words && best.1 * 8 > second * 9;
        if known { vocabulary::all().get(best.0).map_or("", |vocabulary| vocabulary.language) } else { "" }
    }
}
