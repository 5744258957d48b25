//! How often the words of a headline come back in the prose below it.

use crate::characters::{ALPHABETIC, classes, folded, is_unspaced};
use crate::words::{self, HashFilter, WordMap, WordState};

/// In how many units of prose each word of some lines stands.
pub(super) struct Topics {
    /// Of each word the units of prose that hold it, and the last one that was counted.
    units: WordMap<u64, (u32, u32)>,
}

impl Topics {
    /// Units that hold a word which comes back.
    const RECURS: u32 = 3;
    /// Units that count.
    const MOST: u32 = 6;
    /// Bytes of prose that are looked through.
    const ENOUGH: usize = 16_000;

    pub(super) fn new<'t>(lines: impl Iterator<Item = &'t str>, prose: impl Iterator<Item = &'t str>) -> Self {
        // Few words of the prose are of the lines.
        let (mut units, mut filter) = (WordMap::default(), HashFilter::<16>::default());
        for line in lines {
            each_word(line, |word| {
                units.insert(word, (0, 0));
                filter.insert(word);
            });
        }
        let mut read = 0;
        for (at, text) in (1..).zip(prose) {
            each_word(text, |word| {
                if filter.may_hold(word)
                    && let Some((count, last)) = units.get_mut(&word)
                    && *last != at
                {
                    (*count, *last) = (*count + 1, at);
                }
            });
            read += text.len();
            if read > Self::ENOUGH {
                break;
            }
        }
        Self { units }
    }

    /// The share of the words of one of the lines that come back, 0 to 1; and how many words do, one that comes back less
    /// often being a part of one.
    pub(super) fn recurrence(&self, line: &str) -> (f32, f32) {
        let (mut words, mut recurring, mut units) = (0, 0, 0);
        each_word(line, |word| {
            let count = self.units.get(&word).map_or(0, |&(count, _)| count);
            words += 1;
            recurring += u32::from(count >= Self::RECURS);
            units += count.min(Self::MOST);
        });
        (recurring as f32 / words.max(1) as f32, units as f32 / Self::MOST as f32)
    }
}

/// Words long enough to say what a text is about, by their hashes; of Chinese and Japanese, which do not part their words, and of
/// Korean two characters each.
fn each_word(text: &str, mut found: impl FnMut(u64)) {
    /// Letters.
    const LEAST: usize = 4;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at].is_ascii_alphabetic() {
            let (end, word) = words::letters(bytes, at);
            // Most words are of such letters alone.
            if bytes.get(end).is_none_or(u8::is_ascii) {
                if end - at >= LEAST {
                    found(word);
                }
                at = end;
                continue;
            }
        } else if bytes[at].is_ascii() {
            at += 1;
            continue;
        }
        let rest = &text[at..];
        let end = rest.char_indices().find(|&(_, c)| classes(c) & ALPHABETIC == 0);
        let word = &rest[..end.map_or(rest.len(), |(end, _)| end)];
        // Where none begins, what stands there is passed over.
        at += if word.is_empty() { end.map_or(0, |(_, c)| c.len_utf8()) } else { word.len() };
        if word.contains(is_unspaced) {
            let characters = || word.chars().map(|c| u64::from(u32::from(c)));
            characters().zip(characters().skip(1)).for_each(|(one, other)| found(words::pair(one, other)));
        } else if word.chars().nth(LEAST - 1).is_some() {
            let mut state = WordState::default();
            let push = |c: char| folded(c).encode_utf8(&mut [0; 4]).bytes().for_each(|byte| state.push(byte));
            word.chars().for_each(push);
            found(state.finish());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_come_back() {
        let of = |line, prose: &[&'static str]| Topics::new([line].into_iter(), prose.iter().copied()).recurrence(line);
        let prose = ["Tides rise twice a day.", "The TIDES of the bay, and tides of rivers.", "Why do tides rise?"];
        assert_eq!(of("How tides rise", &prose), (0.5, 5.0 / 6.0));
        assert_eq!(of("Home", &prose), (0.0, 0.0));
        assert_eq!(of("Приливы", &["О приливах", "ПРИЛИВЫ", "приливы", "Приливы."]), (1.0, 0.5));
        assert_eq!(of("Die Prüfung", &["Prüfung", "die PRÜFUNG", "Prüfungen? Prüfung."]), (1.0, 0.5));
        assert_eq!(of("Un été rêvé", &["rêvé", "Rêvé", "un Été", "rêvé"]), (1.0, 0.5));
        assert_eq!(of("潮汐", &["潮汐的秘密", "什么是潮汐", "海的潮汐"]), (1.0, 0.5));
    }
}
