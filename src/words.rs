//! Hashes of words: for tables whose keys are of our own making, which nobody can choose against us.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A table of words.
pub(crate) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// Hashes words by [`hash`]; a key that is a number is a hash already.
#[derive(Default)]
pub(crate) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = pair(self.0, hash(bytes));
    }

    /// The end of a word, which [`hash`] knows.
    fn write_u8(&mut self, _: u8) {}

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A filter of hashes, a bit for each: what it does not hold was not put into it.
#[derive(Clone, Copy)]
pub(crate) struct HashFilter<const EIGHTS: usize>([u64; EIGHTS]);

impl<const EIGHTS: usize> Default for HashFilter<EIGHTS> {
    fn default() -> Self {
        Self([0; EIGHTS])
    }
}

impl<const EIGHTS: usize> HashFilter<EIGHTS> {
    pub(crate) fn insert(&mut self, hash: u64) {
        self.0[hash as usize % EIGHTS] |= 1 << (hash >> 16 & 63);
    }

    #[inline]
    pub(crate) fn may_hold(&self, hash: u64) -> bool {
        self.0[hash as usize % EIGHTS] >> (hash >> 16 & 63) & 1 == 1
    }
}

/// A hash of a word.
pub(crate) fn hash(word: &[u8]) -> u64 {
    let mut state = WordState::default();
    let whole = word.len() - word.len() % 8;
    (0..whole).step_by(8).for_each(|at| state.push_eight(eight(word, at)));
    state.finish_with(eight(word, whole))
}

/// The [`hash`] of a word in the making.
#[derive(Clone, Copy, Default)]
pub(crate) struct WordState {
    /// Of all whole eights of bytes.
    state: u64,
    /// The bytes behind them, the first one lowest.
    bytes: u64,
    count: u32,
}

impl WordState {
    pub(crate) fn push(&mut self, byte: u8) {
        self.bytes |= u64::from(byte) << (8 * self.count);
        self.count += 1;
        if self.count == 8 {
            *self = Self { state: self.with(self.bytes), bytes: 0, count: 0 };
        }
    }

    /// Eight bytes at once, the first one lowest; before them stand only such eights.
    fn push_eight(&mut self, bytes: u64) {
        self.state = self.with(bytes);
    }

    /// The hash with up to seven more bytes, above which all are 0.
    #[inline]
    pub(crate) fn finish_with(self, bytes: u64) -> u64 {
        let state = self.with(bytes);
        state ^ state >> 32
    }

    pub(crate) fn finish(self) -> u64 {
        self.finish_with(self.bytes)
    }

    fn with(self, bytes: u64) -> u64 {
        (self.state.rotate_left(29) ^ bytes).wrapping_mul(0x517C_C1B7_2722_0A95)
    }
}

/// The hash of two words, one behind the other.
pub(crate) fn pair(first: u64, second: u64) -> u64 {
    let both = (first.rotate_left(23) ^ second).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    both ^ both >> 32
}

/// Reads the ASCII letters from an offset on: where they end, and the [`hash`] of them as small letters.
#[inline(always)]
pub(crate) fn letters(bytes: &[u8], at: usize) -> (usize, u64) {
    letters_by(|at| eight(bytes, at), at)
}

/// The same of eight bytes from any offset on, the first one lowest.
#[inline(always)]
pub(crate) fn letters_by(eight: impl Fn(usize) -> u64, at: usize) -> (usize, u64) {
    let (mut end, mut state) = (at, WordState::default());
    loop {
        let eight = eight(end);
        let others = letter_mask(eight) ^ HIGH;
        if others != 0 {
            // What stands below the first byte that is none is what is left of the word.
            let below = ((others & others.wrapping_neg()) - 1) >> 7;
            return (end + others.trailing_zeros() as usize / 8, state.finish_with(small(eight) & below));
        }
        state.push_eight(small(eight));
        end += 8;
    }
}

/// Eight bytes from an offset on, the first one lowest; 0 behind the end.
#[inline]
fn eight(bytes: &[u8], at: usize) -> u64 {
    if let Some(eight) = bytes.get(at..at + 8).and_then(|eight| eight.try_into().ok()) {
        return u64::from_le_bytes(eight);
    }
    let left = bytes.len().saturating_sub(at);
    match bytes.last_chunk() {
        Some(&last) if left > 0 => u64::from_le_bytes(last) >> (8 * (8 - left)),
        _ => bytes[bytes.len() - left..].iter().rev().fold(0, |eight, &byte| eight << 8 | u64::from(byte)),
    }
}

/// Eight letters as small ones.
#[inline]
fn small(letters: u64) -> u64 {
    letters | (LOW * 0x20)
}

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = LOW * 0x80;

/// The high bit of each of eight bytes that is an ASCII letter.
#[inline]
fn letter_mask(eight: u64) -> u64 {
    let small = small(eight) & !HIGH;
    // From `a` on, and not beyond `z`.
    (small + LOW * (0x80 - b'a' as u64)) & !(small + LOW * (0x7F - b'z' as u64)) & !eight & HIGH
}

/// A hash of a text that others chose, by a seed that they do not know; sixteen bytes at a time.
pub(crate) fn seeded(seed: u64, text: &[u8]) -> u64 {
    let fold = |state: u64, text: &[u8]| {
        let [one, other] = [eight(text, 0), eight(text, 8)];
        // Who knows no seed cannot make either number 0.
        let product = u128::from(state ^ one) * u128::from(seed.rotate_left(32) ^ other);
        (product >> 64) as u64 ^ product as u64
    };
    let (whole, rest) = text.as_chunks::<16>();
    let state = whole.iter().fold(seed, |state, bytes| fold(state, bytes));
    let state = if rest.is_empty() { state } else { fold(state, rest) };
    (state ^ text.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}
