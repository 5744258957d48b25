//! What comes in, and the blocks that every input is lowered to.

pub(crate) mod encoding;
#[cfg_attr(not(test), expect(dead_code, reason = "pages are not read yet"))]
pub(crate) mod html;
pub(crate) mod text;

use crate::model::{Mark, Span};

/// An input: text that is decoded already, or bytes.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Input<'a> {
    /// Decoded text.
    Text(&'a str),
    /// Bytes of an encoding that is found out.
    Bytes(&'a [u8]),
}

impl<'a> From<&'a str> for Input<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Input<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Input<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a> From<&'a Vec<u8>> for Input<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Input<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Self::Bytes(bytes)
    }
}

/// What the characters around and within a block say that it is, before anyone asks what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Running text, or a line of it.
    Text,
    /// A heading by its markup.
    Heading { level: u32 },
    /// An item of a list by its marker, which takes `width` bytes with the white space behind it.
    Item { marker: Marker, number: u32, width: u32 },
    /// A row of a table; its cells are a range of [`Blocks::cells`].
    Row { cells: Span },
    /// Preformatted text.
    Code,
    /// A line of symbols, such as a rule.
    Rule,
}

/// What sets an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marker {
    /// A bullet, which says nothing else.
    Bullet,
    /// A dash, which also opens direct speech.
    Dash,
    /// A number or letter with a full stop or bracket.
    Number,
}

/// A block: the unit that is labelled.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block {
    /// From its first to its last visible character, markers included.
    pub(crate) span: Span,
    pub(crate) shape: Shape,
    /// Depth of quotation, where only a part of the document is quoted.
    pub(crate) quote: u32,
    /// A blank line stands before it.
    pub(crate) after_blank: bool,
}

/// A document as blocks.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    pub(crate) blocks: Vec<Block>,
    /// Cells of table rows.
    pub(crate) cells: Vec<Span>,
    /// Layout marks, sorted by start.
    pub(crate) marks: Vec<Mark>,
}
