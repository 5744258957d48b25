//! nutgraf gives back the article from the text of a page, however it was obtained: what was said, by whom, when and in which
//! sections, and what around it was furniture or boilerplate, with a reason for each.
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
//! # What goes in
//!
//! [`from_text`] takes a plain-text dump (copied from a page, exported from a database, printed by a text browser, written
//! in Markdown), [`from_html`] a page. Both take a `&str`, or bytes whose encoding is found out as a browser does. Any input,
//! however broken, gives an article: an [`Error`] is an input of 4 GiB or more, or an option that cannot be.
//!
//! ```
//! // Bytes of windows-1252, as the page declares.
//! let page = b"<meta charset=windows-1252><h1>Caf\xE9s Close Early</h1><p>By nine in the evening the square was dark.";
//! assert_eq!(nutgraf::from_html(page)?.title(), Some("Cafés Close Early"));
//! assert_eq!(nutgraf::from_text("")?.text(), "");
//! # Ok::<(), nutgraf::Error>(())
//! ```
//!
//! The library does no input or output, asks no clock, starts no threads and has no unsafe code; time and memory grow
//! linearly with the input, whatever it holds.
//!
//! # What comes out
//!
//! An [`Article`] is one immutable record. Its [`document`](Article::document) is the text that all else points into: of a
//! dump the decoded input, of a page its visible text. [`segments`](Article::segments) tile it: every visible character is
//! in exactly one that has no children. Nothing is cut; what is left out of [`text`](Article::text), the body, is labelled.
//!
//! Each segment has a [`Role`] (body, furniture of the article, boilerplate of the page), a [`Kind`] (paragraph, byline,
//! newsletter prompt, …), a confidence from 0 to 1, and reasons, the strongest first: an [`Evidence`] with its weight.
//!
//! ```
//! use nutgraf::{Kind, Role};
//!
//! let page = "<nav><a href=/>Home</a></nav><h1>A Town Looks Up</h1><p>The river came over its bank at four in the morning, \
//!     and by five the main street was under water.<p>Sign up for our newsletter";
//! let article = nutgraf::from_html(page)?;
//! let dropped: Vec<_> = article.segments().filter(|segment| segment.role() == Role::Boilerplate).collect();
//! assert_eq!(dropped.last().unwrap().kind(), Kind::NewsletterPrompt);
//! for segment in dropped {
//!     let why = segment.reasons()[0];
//!     println!("{} ({:.2}): {} {}", segment.kind(), segment.confidence(), why.evidence, why.evidence.description());
//!     println!("{}", &page[segment.source().range()]);
//! }
//! # Ok::<(), nutgraf::Error>(())
//! ```
//!
//! Above the segments stand [`sections`](Article::sections), [`paragraphs`](Article::paragraphs),
//! [`sentences`](Article::sentences) and [`words`](Article::words) of the body; within them [`marks`](Article::marks):
//! links, emphasis, code, pictures. [`warnings`](Article::warnings) say what a caller may want to know, such as bytes that
//! were none of the encoding.
//!
//! ## The way back
//!
//! Spans are bytes of the document, and `source` spans are ranges of the input as it was given. Texts that are handed out
//! are clean (unwrapped, white space folded), and [`locate`](Article::locate) leads from any range of the body text back
//! into the document. [`Offsets`] turns bytes into code points or UTF-16 units.
//!
//! ```
//! let dump = "A Town Looks Up\n\nThe river came over its bank at four in the morning, and by five the\nmain street was under \
//!     water. Nobody was hurt, the mayor said, but\nforty families spent the night in the school.\n";
//! let article = nutgraf::from_text(dump)?;
//! let at = article.text().find("the main street").unwrap();
//! let places: Vec<&str> = article.locate(at..at + 15).into_iter().map(|span| &dump[span.range()]).collect();
//! assert_eq!(places, ["the\nmain street"]);
//! # Ok::<(), nutgraf::Error>(())
//! ```
//!
//! ## Facts
//!
//! A fact is one piece of metadata: a [`Field`], the text as written, the value normalised (dates in ISO 8601, at their own
//! precision), the place, the [`Origin`] and a confidence. Places that agree make a value surer, rivals stay below it.
//! [`title`](Article::title), [`authors`](Article::authors), [`date_published`](Article::date_published) and the like take the
//! best, where it is more likely right than not; [`value`](Article::value) does so for any field.
//! [`access`](Article::access) says whether the text is declared free, and how much of the article it is.
//!
//! ```
//! use nutgraf::Field;
//!
//! let page = "<meta name=author content='Jane Q. Roe'><h1>A Town Looks Up</h1><p>By Jane Q. Roe, 23 March 2020\
//!     <p>The river came over its bank at four in the morning, and by five the main street was under water.";
//! let article = nutgraf::from_html(page)?;
//! assert_eq!(article.authors(), ["Jane Q. Roe"]);
//! assert_eq!(article.value(Field::DatePublished), Some("2020-03-23"));
//! for fact in article.facts() {
//!     println!("{} = {} ({}, {:.2})", fact.field(), fact.value(), fact.origin(), fact.confidence());
//! }
//! # Ok::<(), nutgraf::Error>(())
//! ```
//!
//! # Renderings
//!
//! Each is a function of the record alone: [`to_text`](Article::to_text), [`to_markdown`](Article::to_markdown),
//! [`to_html`](Article::to_html) (which can run nothing, whatever the page held), [`to_jsonld`](Article::to_jsonld)
//! (schema.org), [`to_ninjs`](Article::to_ninjs) (IPTC), [`to_tei`](Article::to_tei), [`to_report`](Article::to_report) (what was
//! left out, for people), and [`to_json`](Article::to_json), the whole record, which reads back as an equal article.
//!
//! ```
//! let page = "<h1>A Town Looks Up</h1><p>The <a href=/river>river</a> came over its bank at <em>four</em> in the morning.";
//! let article = nutgraf::Reader::new().url("https://example.com/2020/flood").from_html(page)?;
//! assert_eq!(
//!     article.to_markdown(),
//!     "# A Town Looks Up\n\nThe [river](https://example.com/river) came over its bank at *four* in the morning.\n"
//! );
//! assert_eq!(nutgraf::Article::from_json(&article.to_json())?, article);
//! # Ok::<(), nutgraf::Error>(())
//! ```
//!
//! # Options
//!
//! What a caller knows of an input, or wants of it, is said to a [`Reader`]: the address and content type that it came with,
//! encoding, language, the day that "yesterday" counts from, what is done with doubtful segments, the kinds that make up
//! the body, the most bytes.
//!
//! ```
//! use nutgraf::{BODY_KINDS, Focus, Kind, Reader};
//!
//! let reader = Reader::new()
//!     .reference_date("2024-05-03")
//!     .focus(Focus::Precision)
//!     .body_kinds([BODY_KINDS, &[Kind::Title]].concat());
//! let article = reader.from_text("A Town Looks Up\n\nYesterday\n\nThe river came over its bank at four in the morning.\n")?;
//! assert_eq!(article.date_published().unwrap().to_string(), "2024-05-02");
//! assert!(article.text().starts_with("A Town Looks Up\n\n"));
//! # Ok::<(), nutgraf::Error>(())
//! ```
//!
//! # Archives
//!
//! [`split`] iterates over the articles of an archive that is in memory, [`Splitter`] takes one in chunks. Records are found
//! many times as fast as they are read, and [`Splitter::next_record`] finds them without, so that threads can share the reading.
//!
//! ```
//! let archive = "==> one.txt <==\nA First Title\n\nThe river came over its bank at four in the morning, and by five the \
//!     main street was under water.\n\n==> two.txt <==\nA Second Title\n\nThe water fell again before noon. It left mud on \
//!     the floors of sixty houses.\n";
//! let mut records = nutgraf::split(archive);
//! let records: Vec<_> = std::iter::from_fn(|| records.next_record()).collect::<Result<_, _>>()?;
//! let titles: Vec<Option<String>> = std::thread::scope(|scope| {
//!     let title = |record: &nutgraf::Record| record.read().ok()?.title().map(str::to_owned);
//!     let threads: Vec<_> = records.iter().map(|record| scope.spawn(move || title(record))).collect();
//!     threads.into_iter().map(|thread| thread.join().unwrap()).collect()
//! });
//! assert_eq!(titles, [Some("A First Title".into()), Some("A Second Title".into())]);
//! # Ok::<(), nutgraf::Error>(())
//! ```
//!
//! # Features
//!
//! There are none for callers: everything is always there. `internals` is for the benchmarks and fuzz targets of the
//! repository, and holds for no version. The oldest toolchain is the `rust-version` of the package, which rises with a minor
//! version at the most. The core builds for `wasm32-unknown-unknown`.
//!
//! # Dependencies
//!
//! | | why |
//! |---|---|
//! | [`aho-corasick`] | names of agencies and words of walls, thousands in one pass |
//! | [`chardetng`] | the encoding of an input that does not say it, as browsers find it out |
//! | [`encoding_rs`] | decoding by the WHATWG Encoding Standard, as browsers do it |
//! | [`jiff`] | the calendar: whether a date is one, and times in other zones |
//! | [`memchr`] | searches of bytes, at the speed of memory |
//! | [`miniz_oxide`] | the vocabularies, which are packed when the library is built and unpacked when a language is met |
//! | [`serde`] | the JSON of an article, written and read back |
//! | [`serde_json`] | the same, and the JSON-LD of pages |
//! | [`strum`] | names, discriminants and documentation of enums, from one place |
//! | [`thiserror`] | the error behind [`Error`] |
//! | [`unicode-segmentation`] | words by the rules of Unicode (UAX 29) |
//!
//! None of them shows in the interface, but for the traits that `strum` derives (`FromStr` and the like).
//!
//! [`aho-corasick`]: https://docs.rs/aho-corasick
//! [`chardetng`]: https://docs.rs/chardetng
//! [`encoding_rs`]: https://docs.rs/encoding_rs
//! [`jiff`]: https://docs.rs/jiff
//! [`memchr`]: https://docs.rs/memchr
//! [`miniz_oxide`]: https://docs.rs/miniz_oxide
//! [`serde`]: https://docs.rs/serde
//! [`serde_json`]: https://docs.rs/serde_json
//! [`strum`]: https://docs.rs/strum
//! [`thiserror`]: https://docs.rs/thiserror
//! [`unicode-segmentation`]: https://docs.rs/unicode-segmentation

// The way data takes: `input` decodes and finds the lines; `layout` repairs them into blocks; `label` decides what each block
// is; `facts` reads metadata off the labelled blocks; `Article` is the record of it all, and `render` writes it out.

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
