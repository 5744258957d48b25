//! Offsets of one text in bytes, code points and UTF-16 units.

use crate::error::{Error, Inner};

/// The unit in which offsets count.
#[repr(u32)]
#[non_exhaustive]
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::FromRepr,
)]
#[strum(serialize_all = "snake_case")]
pub enum OffsetUnit {
    /// Bytes of UTF-8, as in Rust and C.
    #[default]
    Byte = 0,
    /// Unicode code points, as in Python.
    CodePoint = 1,
    /// UTF-16 code units, as in JavaScript, Java and .NET.
    Utf16 = 2,
}

impl OffsetUnit {
    /// The name: `byte`, `code_point` or `utf16`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The unit with this discriminant.
    pub fn from_discriminant(discriminant: u32) -> Option<Self> {
        Self::from_repr(discriminant)
    }

    /// The unit with this name.
    pub fn from_name(name: &str) -> Result<Self, Error> {
        name.parse().map_err(|_| {
            Inner::InvalidOption { name: "unit", value: name.into(), expected: "byte, code_point or utf16" }.into()
        })
    }
}

/// Bytes between two checkpoints.
const STEP: usize = 256;

/// Code points and UTF-16 units that begin before a checkpoint.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Checkpoint {
    code_points: u32,
    utf16: u32,
}

/// The checkpoints of a text; none where the text is ASCII, as all units agree there.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct OffsetIndex {
    checkpoints: Vec<Checkpoint>,
}

impl OffsetIndex {
    pub(crate) fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self::default();
        }
        let mut at = Checkpoint { code_points: 0, utf16: 0 };
        let checkpoints = text
            .as_bytes()
            .chunks(STEP)
            .map(|chunk| {
                let before = at;
                for &byte in chunk {
                    at.code_points += u32::from(begins_character(byte));
                    at.utf16 += utf16_units(byte);
                }
                before
            })
            .collect();
        Self { checkpoints }
    }
}

/// Whether this byte is the first one of a character.
fn begins_character(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// UTF-16 units of the character that begins with this byte; 0 for a byte within one.
fn utf16_units(byte: u8) -> u32 {
    u32::from(begins_character(byte)) + u32::from(byte >= 0xF0)
}

/// Converts offsets of one text between units; made by [`Article::offsets`](crate::Article::offsets).
///
/// A conversion takes the time of a binary search and a look at no more than 256 bytes; on an ASCII text none at all.
#[derive(Clone, Copy, Debug)]
pub struct Offsets<'a> {
    text: &'a str,
    index: &'a OffsetIndex,
}

impl<'a> Offsets<'a> {
    pub(crate) fn new(text: &'a str, index: &'a OffsetIndex) -> Self {
        Self { text, index }
    }

    /// The same place in another unit. An offset inside a character is taken as that character's start, one behind the
    /// end of the text as the end.
    pub fn convert(&self, offset: usize, from: OffsetUnit, to: OffsetUnit) -> usize {
        if self.index.checkpoints.is_empty() {
            return offset.min(self.text.len());
        }
        let byte = match from {
            OffsetUnit::Byte => self.floor(offset),
            OffsetUnit::CodePoint => self.byte_of(offset, |at| at.code_points, |b| u32::from(begins_character(b))),
            OffsetUnit::Utf16 => self.byte_of(offset, |at| at.utf16, utf16_units),
        };
        match to {
            OffsetUnit::Byte => byte,
            OffsetUnit::CodePoint => self.count_to(byte, |at| at.code_points, |b| u32::from(begins_character(b))),
            OffsetUnit::Utf16 => self.count_to(byte, |at| at.utf16, utf16_units),
        }
    }

    fn floor(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    }

    fn count_to(&self, byte: usize, known: impl Fn(&Checkpoint) -> u32, units: impl Fn(u8) -> u32) -> usize {
        let checkpoint = (byte / STEP).min(self.index.checkpoints.len() - 1);
        let rest = &self.text.as_bytes()[checkpoint * STEP..byte];
        (known(&self.index.checkpoints[checkpoint]) + rest.iter().map(|&b| units(b)).sum::<u32>()) as usize
    }

    fn byte_of(&self, offset: usize, known: impl Fn(&Checkpoint) -> u32, units: impl Fn(u8) -> u32) -> usize {
        let checkpoint = self.index.checkpoints.partition_point(|at| known(at) as usize <= offset).max(1) - 1;
        let mut count = known(&self.index.checkpoints[checkpoint]) as usize;
        for (i, &byte) in self.text.as_bytes()[checkpoint * STEP..].iter().enumerate() {
            count += units(byte) as usize;
            if count > offset {
                return checkpoint * STEP + i;
            }
        }
        self.text.len()
    }
}
