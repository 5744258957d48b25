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

    fn write_u8(&mut self, byte: u8) {
        self.0 = step(self.0, byte);
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A hash of a word.
pub(crate) fn hash(word: &[u8]) -> u64 {
    finish(word.iter().fold(0, |state, &byte| step(state, byte)))
}

/// One step of [`hash`], which begins with 0 and ends with [`finish`].
pub(crate) fn step(state: u64, byte: u8) -> u64 {
    (state ^ u64::from(byte)).wrapping_mul(0x517C_C1B7_2722_0A95)
}

pub(crate) fn finish(state: u64) -> u64 {
    state ^ state >> 32
}

/// The hash of two words, one behind the other.
pub(crate) fn pair(first: u64, second: u64) -> u64 {
    finish((first.rotate_left(23) ^ second).wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

/// A hash of a text that others chose, by a seed that they do not know; eight bytes at a time.
pub(crate) fn seeded(seed: u64, text: &[u8]) -> u64 {
    let fold = |state: u64, word: u64| {
        let product = u128::from(state ^ word) * 0x9E37_79B9_7F4A_7C15;
        (product >> 64) as u64 ^ product as u64
    };
    let (words, rest) = text.as_chunks::<8>();
    let state = words.iter().fold(seed, |state, &word| fold(state, u64::from_le_bytes(word)));
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    fold(state, u64::from_le_bytes(last) ^ (rest.len() as u64) << 56)
}
