//! The language of a text, from its script and its commonest words; unknown rather than guessed.

use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use crate::characters::{ALPHABETIC, NUMERIC, classes, folded};
use crate::input::{Blocks, Shape};
use crate::vocabulary;
use crate::words::{self, WordMap};

/// Bytes of text that are looked at, at most.
const SAMPLE: usize = 4096;
/// Bytes after which the language is judged, and looked no further at when it is plain.
const STEP: usize = 768;

/// Languages, a bit for each by its place among the vocabularies.
type Languages = u64;

const ALL: Languages = !0;
const _: () = assert!(vocabulary::COUNT <= Languages::BITS as usize);

/// The languages that each function word is one of, by the word's hash.
static STOP_WORDS: LazyLock<WordMap<u64, Languages>> = LazyLock::new(|| {
    let mut known: WordMap<u64, Languages> = WordMap::default();
    for (place, _, words) in vocabulary::every("stop_words") {
        for word in words {
            let folded: String = word.chars().map(folded).collect();
            *known.entry(words::hash(folded.as_bytes())).or_default() |= 1 << place;
        }
    }
    known
});

/// The languages that each letter from U+0080 on is written in, by their lists of letters; under `'\0'` those without a list,
/// whose letters are all others.
static LETTERS: LazyLock<WordMap<char, Languages>> = LazyLock::new(|| {
    let mut known: WordMap<char, Languages> = WordMap::default();
    let mut unlisted = ALL >> (Languages::BITS as usize - vocabulary::COUNT);
    for (place, _, lines) in vocabulary::every("letters") {
        unlisted &= !(1 << place);
        for letter in lines.flat_map(str::chars).map(folded) {
            *known.entry(letter).or_default() |= 1 << place;
        }
    }
    known.insert('\0', unlisted);
    known
});

/// Scripts that one language of today's press is written in.
const SCRIPTS: &[(RangeInclusive<char>, &str)] = &[
    ('\u{370}'..='\u{3FF}', "el"),
    ('\u{530}'..='\u{58F}', "hy"),
    ('\u{A00}'..='\u{A7F}', "pa"),
    ('\u{A80}'..='\u{AFF}', "gu"),
    ('\u{B00}'..='\u{B7F}', "or"),
    ('\u{B80}'..='\u{BFF}', "ta"),
    ('\u{C00}'..='\u{C7F}', "te"),
    ('\u{C80}'..='\u{CFF}', "kn"),
    ('\u{D00}'..='\u{D7F}', "ml"),
    ('\u{D80}'..='\u{DFF}', "si"),
    ('\u{E00}'..='\u{E7F}', "th"),
    ('\u{E80}'..='\u{EFF}', "lo"),
    ('\u{1000}'..='\u{109F}', "my"),
    ('\u{10A0}'..='\u{10FF}', "ka"),
    ('\u{1780}'..='\u{17FF}', "km"),
    ('\u{1F00}'..='\u{1FFF}', "el"),
];

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
    let mut counts = Counts::default();
    let (mut left, mut judged) = (SAMPLE, 0);
    for span in longest {
        let text = &document[span.range()];
        let end = (0..=left.min(STEP).min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
        counts.add(&text[..end]);
        left -= end;
        if left < 4 {
            break;
        }
        if SAMPLE - left >= judged + STEP {
            judged = SAMPLE - left;
            let language = counts.language();
            if !language.is_empty() {
                return Cow::Borrowed(language);
            }
        }
    }
    Cow::Borrowed(counts.language())
}

/// The BCP 47 tag of the language of a text; empty where it is not known. All of the text is looked at.
pub(crate) fn of_text(text: &str) -> &'static str {
    let mut counts = Counts::default();
    counts.add(text);
    counts.language()
}

#[derive(Default)]
struct Counts {
    words: u32,
    /// Of each word that tells something, the languages that it is a function word of, and those that write its letters.
    telling: Vec<(Languages, Languages)>,
    latin: u32,
    han: u32,
    kana: u32,
    hangul: u32,
    other: u32,
    /// Words in each of [`SCRIPTS`], which are also among the others.
    scripts: [u32; SCRIPTS.len()],
}

/// The width of the character of a word at an offset, if one stands there; an apostrophe is part of a word.
fn in_word(text: &str, at: usize) -> Result<usize, usize> {
    let Some(c) = text[at..].chars().next() else { return Err(1) };
    let of_word = match c {
        '\0'..='\x7F' => c.is_ascii_alphanumeric() || c == '\'',
        // Marks on letters; in the scripts of India and its neighbours most are no letters by themselves.
        '\u{300}'..='\u{36F}' => true,
        '\u{964}' | '\u{965}' => false,
        '\u{900}'..='\u{FFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' => true,
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
                    self.word(hash, ALL);
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
            _ if first.is_alphabetic() => {
                self.other += 1;
                if let Some(script) = SCRIPTS.iter().position(|(range, _)| range.contains(&first)) {
                    self.scripts[script] += 1;
                }
            }
            _ => {}
        }
        if !first.is_alphabetic() {
            return;
        }
        lower.clear();
        let mut writers = ALL;
        for c in word.chars().map(folded) {
            lower.push(c);
            if !c.is_ascii() && !is_mark(c) {
                writers &= LETTERS.get(&c).or_else(|| LETTERS.get(&'\0')).copied().unwrap_or(ALL);
            }
        }
        self.word(words::hash(lower.as_bytes()), writers);
    }

    /// Counts a word by the hash of its folded form.
    fn word(&mut self, hash: u64, writers: Languages) {
        self.words += 1;
        let function_word = STOP_WORDS.get(&hash).copied().unwrap_or(0);
        if function_word != 0 || writers != ALL {
            self.telling.push((function_word, writers));
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
        let by_script = SCRIPTS.iter().zip(self.scripts).find(|&(_, words)| words >= 2 && words * 2 > spaced);
        if let Some(((_, language), _)) = by_script {
            return language;
        }
        self.by_words().map_or("", vocabulary::tag_at)
    }

    /// The language whose function words and letters the words have.
    fn by_words(&self) -> Option<usize> {
        let mut hits = [0_i32; Languages::BITS as usize];
        for &(mut languages, _) in &self.telling {
            while languages != 0 {
                hits[languages.trailing_zeros() as usize] += 1;
                languages &= languages - 1;
            }
        }
        let most = hits.into_iter().max().filter(|&most| most >= 3)?;
        // A function word speaks for a language, and so do letters that hardly another one writes; letters that it does not
        // write speak against it.
        let voice = |place: usize, &(function_word, writers): &(Languages, Languages)| {
            let own = if writers.count_ones() <= 2 { writers } else { 0 };
            ((function_word | own) >> place & 1) as i32 - (!writers >> place & 1) as i32
        };
        let near = (0..hits.len()).filter(|&place| hits[place] * 2 > most);
        let mut scores: Vec<(i32, usize)> =
            near.map(|place| (self.telling.iter().map(|word| voice(place, word)).sum(), place)).collect();
        scores.sort_unstable_by_key(|&(score, place)| (-score, place));
        let &(score, best) = scores.first()?;
        // Function words are a third of running text; a text with few of any language is in none that we know.
        if score < 3 || score * 7 < self.words as i32 {
            return None;
        }
        // Languages that are near to each other share most such words: what counts is the words that tell them apart.
        let told_apart = |&(other, second): &(i32, usize)| {
            let differ = self.telling.iter().filter(|word| voice(best, word) != voice(second, word)).count() as i32;
            let lead = score - other;
            lead >= 2 && lead * 2 > differ
        };
        scores[1..].iter().all(told_apart).then_some(best)
    }
}

/// A sign on or between letters that most writers leave out.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{5B0}'..='\u{5C7}' | '’' | 'ʼ')
}
