//! nutgraf gives back the article from the text of a page, however it was obtained.
//!
//! ```
//! let dump = "As Rivers Rise, a Town Looks Up\n\n\
//!     2 MINS READMar 23, 2020 | 10:00 GMT\n\n\
//!     The river came over its bank at four in the morning, and by five the main street was under water. \
//!     Nobody was hurt, the mayor said, but forty families spent the night in the school.\n\n\
//!     Copyright © Example Press. All rights reserved.\n";
//! let article = nutgraf::from_text(dump)?;
//! assert_eq!(article.title(), Some("As Rivers Rise, a Town Looks Up"));
//! assert_eq!(article.date_published().unwrap().to_string(), "2020-03-23T10:00:00Z");
//! for segment in article.segments() {
//!     println!("{} {}: {}", segment.role(), segment.kind(), segment.reason());
//! }
//! # Ok::<(), nutgraf::Error>(())
//! ```
//!
//! The way data takes: [`input`](Input) decodes and finds the lines; `layout` repairs them into blocks; `label` decides
//! what each block is; `facts` reads metadata off the labelled blocks; [`Article`] is the record of it all, and `render`
//! writes it out. Nothing is cut from the record: what is left out of the body is labelled, with reasons.

#![forbid(unsafe_code)]

mod address;
mod article;
mod assemble;
mod bytes;
mod characters;
mod clean;
mod date;
mod error;
mod export;
mod facts;
mod input;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod internals;
mod label;
mod layout;
pub mod model;
mod offsets;
mod options;
mod outline;
mod render;
mod sentence;
mod vocabulary;
mod words;

pub use article::{
    Access, Article, FactRef, MarkRef, ParagraphRef, SectionRef, SegmentRef, SentenceRef, WarningRef, WordRef,
};
pub use date::{Date, Time};
pub use error::{Error, ErrorKind};
pub use export::{ArchiveFormat, Record, Split, Splitter};
pub use input::Input;
pub use model::{AccessStatus, Evidence, Field, Kind, MarkKind, Origin, Role, Span, WarningKind};
pub use offsets::{OffsetUnit, Offsets};
pub use options::{BODY_KINDS, Focus, MAX_BYTES, Reader};
pub use outline::{Paragraph, Section, Sentence, Word};
pub use render::Format;

/// The version of the library.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Reads an article from plain text: a `&str`, or bytes whose encoding is found out. See [`Reader`] for options.
///
/// # Errors
///
/// [`ErrorKind::TooLarge`] for an input of 4 GiB or more. Any other input, even an empty one, gives an article.
pub fn from_text<'a>(input: impl Into<Input<'a>>) -> Result<Article, Error> {
    Reader::new().from_text(input)
}

/// Reads an article from a page of HTML: a `&str`, or bytes whose encoding is found out as a browser does. See [`Reader`]
/// for options.
///
/// ```
/// let page = "<title>A Town Looks Up - Example Press</title><nav><a href=/>Home</a></nav><h1>A Town Looks Up</h1>\
///     <p>The river came over its bank at four in the <em>morning</em>, and by five the main street was under water.";
/// let article = nutgraf::from_html(page)?;
/// assert_eq!(article.title(), Some("A Town Looks Up"));
/// assert!(article.text().starts_with("The river came over its bank at four in the morning"));
/// # Ok::<(), nutgraf::Error>(())
/// ```
///
/// # Errors
///
/// [`ErrorKind::TooLarge`] for a page of 4 GiB or more. Any other page, even an empty one, gives an article.
pub fn from_html<'a>(input: impl Into<Input<'a>>) -> Result<Article, Error> {
    Reader::new().from_html(input)
}

/// The articles of an archive that holds many: an export of LexisNexis, Nexis Uni, Factiva, ProQuest or Europresse, stories
/// of a newswire, a WET file, an mbox or digest, dumps one after the other. See [`Reader::split`] for what holds of them, and
/// [`Splitter`] for an archive that comes in chunks.
///
/// ```
/// let digest = "From jane@example.org Tue Jan 11 10:15:00 2011\nFrom: Jane Roe <jane@example.org>\n\
///     Subject: The river\nDate: Tue, 11 Jan 2011 10:15:00 +0000\n\nIt has risen over its bank.\n\n\
///     From ali@example.org Tue Jan 11 11:40:00 2011\nFrom: Ali Can <ali@example.org>\n\
///     Subject: Re: The river\nDate: Tue, 11 Jan 2011 11:40:00 +0000\n\nIt falls again.\n";
/// let articles: Vec<_> = nutgraf::split(digest).collect::<Result<_, _>>()?;
/// assert_eq!(articles[1].authors(), ["Ali Can"]);
/// assert_eq!(articles[1].text(), "It falls again.");
/// # Ok::<(), nutgraf::Error>(())
/// ```
pub fn split<'a>(archive: impl Into<Input<'a>>) -> Split<'a> {
    Reader::new().split(archive)
}

/// The sentences of a text that is one paragraph, in a language given as a BCP 47 tag; where that is
/// empty, the language is told from the text.
///
/// ```
/// let sentences: Vec<&str> = nutgraf::split_sentences("Dr. Roe came at 5 p.m. She left at six.", "en").collect();
/// assert_eq!(sentences, ["Dr. Roe came at 5 p.m.", "She left at six."]);
/// ```
pub fn split_sentences<'t>(text: &'t str, language: &str) -> impl Iterator<Item = &'t str> + use<'t> {
    sentence::sentences(text, language).map(|range| &text[range])
}

/// The examples of the README are run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
