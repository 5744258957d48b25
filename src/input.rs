//! What comes in, and the blocks that every input is lowered to.

pub(crate) mod encoding;
pub(crate) mod html;
pub(crate) mod mojibake;
pub(crate) mod text;

use std::borrow::Cow;

use crate::address::Base;
use crate::article::Article;
use crate::assemble::Assembly;
use crate::clean::reading;
use crate::error::{Error, Inner};
use crate::facts::structured::Structured;
use crate::facts::{Context, Found};
use crate::label::Scope;
use crate::model::{Kind, Mark, NO_INDEX, Origin, Role, Span, WarningKind};
use crate::options::Reader;
use crate::{facts, label};
use encoding::{Decoded, Form};
use html::declared::Declared;
use html::hints::Hints;

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

impl<'a> Input<'a> {
    /// The input as text, where the options can be and neither is over the limit.
    fn decode(self, reader: &Reader, form: Form) -> Result<Decoded<'a>, Error> {
        reader.check()?;
        check_size(self.bytes().len(), reader)?;
        let decoded = match self {
            Self::Text(text) => encoding::decoded(text),
            Self::Bytes(bytes) => encoding::decode(reader, bytes, form)?,
        };
        check_size(decoded.text.len(), reader)?;
        Ok(decoded)
    }

    pub(crate) fn bytes(self) -> &'a [u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}

fn check_size(size: usize, reader: &Reader) -> Result<(), Error> {
    let (size, limit) = (size as u64, reader.max_bytes);
    if size > limit { Err(Inner::TooLarge { size, limit }.into()) } else { Ok(()) }
}

/// How a document came from its input.
pub(crate) struct Source<'a> {
    pub(crate) input: Input<'a>,
    /// WHATWG name of the encoding.
    pub(crate) encoding: &'static str,
    /// Offset in the document of the first character that was put in place of bytes that are none, where it stands there,
    /// and the number of such bytes.
    pub(crate) replaced: Option<(Option<usize>, usize)>,
    /// The range of the input, in bytes, that a range of the document came from.
    pub(crate) place: &'a dyn Fn(Span) -> Span,
    /// Where the input begins in what the caller gave, in the unit that `source` spans count in.
    pub(crate) start: u32,
}

/// What is known of an input before anyone looks at its text, as the form of an archive tells it of a record.
#[derive(Debug, Default)]
pub(crate) struct Given {
    pub(crate) scope: Scope,
    /// What stands beside the blocks, in order and apart from them.
    pub(crate) parts: Vec<(Span, Role, Kind)>,
    pub(crate) facts: Vec<Found>,
    /// What the page says of itself for programs, its places in the input.
    pub(crate) structured: Structured,
    pub(crate) warnings: Vec<(WarningKind, Span, String)>,
    /// BCP 47 tag of the language that it is said to be in.
    pub(crate) language: Option<String>,
}

/// The way that both inputs take from their blocks on.
pub(crate) fn article(reader: &Reader, document: String, blocks: Blocks, given: Given, source: Source<'_>) -> Article {
    let reading = if blocks.is_inline {
        reading(&document, Span::new(0, document.len()), &blocks.marks)
    } else {
        Cow::Borrowed(&*document)
    };
    let mojibake = mojibake::find(&document);
    let (language, language_origin) = match &reader.language {
        Some(language) => (Cow::Borrowed(language.as_str()), Origin::Option),
        None => match facts::language::detect(&reading, &blocks) {
            unknown if unknown.is_empty() => (Cow::Owned(given.language.clone().unwrap_or_default()), Origin::Input),
            language => (language, Origin::Body),
        },
    };
    let base = Base::of_page(reader.url.as_deref(), blocks.base.as_deref());
    let mut labelled = label::label(&reading, blocks, &language, reader.focus, given.scope);
    labelled.add(&reading, given.parts);
    drop(reading);
    let mut assembly = Assembly::new(document, labelled, reader);
    base.iter().for_each(|base| assembly.resolve(base, source.input.bytes().len()));
    let context = Context {
        language: &language,
        language_origin,
        declared_language: given.language.as_deref().filter(|_| language_origin != Origin::Input),
        reader,
        base: base.as_ref(),
        structured: &given.structured,
        place: source.place,
    };
    assembly.facts(&context, given.facts);
    assembly.mojibake(mojibake);
    given.warnings.into_iter().for_each(|(kind, span, message)| assembly.warn(kind, span, &message));
    assembly.input(source.encoding, source.replaced, matches!(source.input, Input::Bytes(_)));
    assembly.source(source.place, source.input, reader.source_unit, source.start);
    assembly.finish()
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
    /// The text of a cell whose table is one of [`Blocks::containers`].
    Cell,
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

/// What an element around a block says that the block is to its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Landmark {
    Navigation,
    Search,
    /// The head of the page, not of an article in it.
    Header,
    Footer,
    Aside,
    /// Over the page, until the reader closes it.
    Dialog,
    /// A button, a field of a form.
    Control,
    /// The caption of a picture.
    Caption,
    /// The running head of a page of print.
    PageHead,
    /// The running foot of a page of print.
    PageFoot,
}

/// What holds blocks, by the markup of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ContainerKind {
    List { ordered: bool, start: u32 },
    ListItem,
    BlockQuote,
    Figure,
    Table,
    TableRow,
    TableCell { header: bool, columns: u32, rows: u32 },
}

/// A container of blocks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Container {
    pub(crate) kind: ContainerKind,
    /// Index of the container around it, or [`NO_INDEX`].
    pub(crate) parent: u32,
}

/// An element of a page that holds blocks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Element {
    pub(crate) name: html::names::Name,
    /// Index of the element around it, or [`NO_INDEX`].
    pub(crate) parent: u32,
    /// What its class and id say; nothing of the root and the one in it, whose names are the whole page's.
    pub(crate) hints: Hints,
}

impl Blocks {
    /// Takes marks of syntax within the lines in. A block is narrowed to what a reader sees of it, and is a rule where that is
    /// nothing.
    pub(crate) fn take_syntax(&mut self, document: &str, mut syntax: Vec<Mark>) {
        if syntax.is_empty() {
            return;
        }
        self.is_inline = true;
        self.marks.append(&mut syntax);
        self.marks.sort_by_key(|mark| mark.span.start);
        // Code is not read, and rows have their cells.
        let is_whole = |shape| matches!(shape, Shape::Code | Shape::Row { .. });
        for block in self.blocks.iter_mut().filter(|block| !is_whole(block.shape)) {
            let reading = reading(document, block.span, &self.marks);
            let seen = reading.trim_start();
            let start = block.span.start as usize + (reading.len() - seen.len());
            match seen.trim_end() {
                "" => block.shape = Shape::Rule,
                seen => block.span = Span::new(start, start + seen.len()),
            }
        }
    }
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
    /// It goes on with the paragraph before it, which a page of print broke off.
    pub(crate) goes_on: bool,
    /// Index of the innermost container around it, or [`NO_INDEX`].
    pub(crate) container: u32,
    /// Index of the innermost element around it, or [`NO_INDEX`].
    pub(crate) element: u32,
    pub(crate) landmark: Option<Landmark>,
    /// Language of code as a range of [`Blocks::pool`], or [`Span::NONE`].
    pub(crate) code_language: Span,
}

impl Block {
    /// A block that nothing but its characters tells of.
    pub(crate) const fn plain(span: Span, shape: Shape, quote: u32, after_blank: bool) -> Self {
        Self {
            span,
            shape,
            quote,
            after_blank,
            goes_on: false,
            container: NO_INDEX,
            element: NO_INDEX,
            landmark: None,
            code_language: Span::NONE,
        }
    }
}

/// A picture that no text stands beside: a line of its own, without characters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Picture {
    /// Where its marks stand, as an offset of the document.
    pub(crate) at: u32,
    /// Index of the innermost container around it, or [`NO_INDEX`].
    pub(crate) container: u32,
    pub(crate) landmark: Option<Landmark>,
}

/// A document as blocks.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    pub(crate) blocks: Vec<Block>,
    /// Pictures between the blocks, in order.
    pub(crate) pictures: Vec<Picture>,
    /// Cells of table rows.
    pub(crate) cells: Vec<Span>,
    /// Syntax stands within the lines, which those who look at words look past.
    pub(crate) is_inline: bool,
    /// Marks, sorted by start.
    pub(crate) marks: Vec<Mark>,
    /// Containers in pre-order.
    pub(crate) containers: Vec<Container>,
    /// Elements that hold blocks, each behind the one around it.
    pub(crate) elements: Vec<Element>,
    /// Strings that marks and blocks point into.
    pub(crate) pool: String,
    /// What the page calls itself (HTML `title`), white space folded; empty where it does not say.
    pub(crate) page_title: String,
    /// What the page says for programs that its headline is, as `letters` of the structured facts.
    pub(crate) headlines: Vec<String>,
    /// The same of what it says that it is about.
    pub(crate) descriptions: Vec<String>,
    /// What the page says that its addresses are relative to (`<base href>`), as written.
    pub(crate) base: Option<String>,
    /// What the page declares to be, or to hold.
    pub(crate) declared: Declared,
}
