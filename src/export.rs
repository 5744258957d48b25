//! Archives: exports of databases, crawls, mail digests and the like, which hold many articles.
//!
//! [`scan`] goes over the lines once and finds where each record begins; `record` reads one into an article by what its
//! form says of it. What a form looks like stands in a file of its own: its marks for the first, its fields for the second.
//! The records of an archive tile it: every character is in exactly one.

mod dumps;
mod europresse;
mod factiva;
mod labels;
mod lexisnexis;
mod mail;
mod newswire;
mod nexis_uni;
mod proquest;
mod record;
mod scan;
mod wet;

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use encoding_rs::{Encoding, UTF_8};

use crate::article::Article;
use crate::bytes;
use crate::error::{Error, Inner};
use crate::input::Input;
use crate::input::encoding::{self, Decoder, SourceMap, Text};
use crate::offsets::OffsetUnit;
use crate::options::{MAX_BYTES, Reader};
pub(crate) use record::alone;
use scan::Scanner;

/// The form of an archive that holds many articles.
#[repr(u32)]
#[non_exhaustive]
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::FromRepr,
    strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum ArchiveFormat {
    /// Whatever the text looks like; one archive may hold several.
    #[default]
    Auto = 0,
    /// LexisNexis TXT: `3 of 50 DOCUMENTS` above each, in any of seven languages.
    Lexisnexis = 1,
    /// Nexis Uni, Lexis Advance: `Body`, `Classification`, `End of Document`.
    NexisUni = 2,
    /// Factiva, with codes (`HD`, `BY`) or as displayed; `Document` below each.
    Factiva = 3,
    /// ProQuest: a line of underscores, `Document 3 of 50`, `Full text:`.
    Proquest = 4,
    /// Europresse: publication and date above, `Numéro de document` below.
    Europresse = 5,
    /// Stories of agencies, each with its dateline, behind an end mark.
    Newswire = 6,
    /// WET files of Common Crawl, and other WARC files of text.
    Wet = 7,
    /// Mail: mbox, and digests of a mailing list (RFC 1153).
    Mail = 8,
    /// Texts with a line between: `==> name <==`, or a rule above `URL:` and such.
    Dumps = 9,
}

impl ArchiveFormat {
    /// The name: the variant in snake_case.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Every format that this version knows, `auto` first.
    pub fn all() -> &'static [Self] {
        <Self as strum::VariantArray>::VARIANTS
    }

    /// The format with this discriminant.
    pub fn from_discriminant(discriminant: u32) -> Option<Self> {
        Self::from_repr(discriminant)
    }

    /// The format with this name.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidOption`](crate::ErrorKind::InvalidOption) for a name that is none.
    pub fn from_name(name: &str) -> Result<Self, Error> {
        name.parse().map_err(|_| {
            let expected = "auto, lexisnexis, nexis_uni, factiva, proquest, europresse, newswire, wet, mail or dumps";
            Inner::InvalidOption { name: "format", value: name.into(), expected }.into()
        })
    }
}

/// One record of an archive: its text, and what it takes to read the article in it.
///
/// Finding records is many times as fast as reading them, and a record can be read on any thread.
#[derive(Clone, Debug)]
pub struct Record {
    text: String,
    source: SourceMap,
    /// Offsets in the text of characters in place of bytes that are none.
    replaced: Vec<u32>,
    encoding: &'static str,
    /// Whether the archive came as bytes.
    of_bytes: bool,
    /// Where it begins in the archive, in the unit that `source` spans count in.
    start: u32,
    /// Bytes of the archive that it takes.
    length: u32,
    format: Option<ArchiveFormat>,
    reader: Arc<Reader>,
}

impl Record {
    /// Its text, decoded: the document of its article.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The form by which it was told from the others; none for a text that is of no known form.
    pub fn format(&self) -> Option<ArchiveFormat> {
        self.format
    }

    /// Offset of its first byte in the archive; of code points or UTF-16 units for an archive of `str` where the reader's
    /// [`source_unit`](Reader::source_unit) says so.
    pub fn start(&self) -> u32 {
        self.start
    }

    /// Bytes of the archive that it takes. Where records end others begin.
    pub fn source_len(&self) -> u32 {
        self.length
    }

    /// Reads the article in it.
    ///
    /// # Errors
    ///
    /// As [`Reader::from_text`].
    pub fn read(&self) -> Result<Article, Error> {
        record::read(self)
    }
}

/// Splits an archive that comes in chunks into its articles, in memory for little more than two of its records.
///
/// An archive is under 4 GiB, as every input; a larger one is for several splitters.
///
/// ```
/// let mut splitter = nutgraf::Splitter::new(nutgraf::Reader::new())?;
/// let mut titles = Vec::new();
/// let archive = "==> one.txt <==\nA First Title\n\nThe river came over its bank at four in the morning, and by five the \
///     main street was under water.\n\n==> two.txt <==\nA Second Title\n\nThe water fell again before noon. It left mud on \
///     the floors of sixty houses.\n";
/// for chunk in archive.as_bytes().chunks(50) {
///     splitter.push(chunk);
///     while let Some(article) = splitter.next() {
///         titles.push(article?.title().map(str::to_owned));
///     }
/// }
/// splitter.finish();
/// while let Some(article) = splitter.next() {
///     titles.push(article?.title().map(str::to_owned));
/// }
/// assert_eq!(titles, [Some("A First Title".into()), Some("A Second Title".into())]);
/// # Ok::<(), nutgraf::Error>(())
/// ```
#[derive(Debug)]
pub struct Splitter {
    reader: Arc<Reader>,
    declared: Option<&'static Encoding>,
    decoding: Decoding,
    /// What is decoded and was not handed out.
    buffer: Text,
    /// Offset in the decoded archive of the first byte of the buffer.
    base: u64,
    scanner: Scanner,
    ready: VecDeque<Piece>,
    /// Bytes that have been pushed.
    taken: u64,
    /// Units of the archive, in the reader's source unit, before an offset of the decoded archive; of `str` alone.
    units: (u64, u64),
    is_finished: bool,
}

/// How the bytes of an archive become text, which is decided once.
#[derive(Debug)]
enum Decoding {
    /// Nothing has come yet.
    Unknown,
    /// The first bytes, of which fewer came than a byte order mark has.
    Start(Vec<u8>),
    /// All was ASCII so far, up to these bytes.
    Ascii(Vec<u8>),
    Bytes(Box<Decoder>),
    /// It comes as `str`.
    Text,
}

/// A record within the decoded archive.
#[derive(Clone, Debug)]
struct Piece {
    range: Range<u64>,
    format: Option<ArchiveFormat>,
}

/// Bytes that decide on the encoding, from the first that is not ASCII on.
const WINDOW: usize = 64 * 1024;

/// Bytes at the end of a record over the limit that are kept, as the next may begin among them.
const KEPT: u64 = 64 * 1024;

impl Splitter {
    /// A splitter whose articles are read with the options of a reader.
    ///
    /// `max_bytes` is the limit of one record; one over it gives an error, and those behind it their articles.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidOption`](crate::ErrorKind::InvalidOption) for an option that cannot be.
    pub fn new(reader: Reader) -> Result<Self, Error> {
        reader.check()?;
        let declared = encoding::declared_by(&reader)?;
        let scanner = Scanner::new(reader.format);
        Ok(Self {
            reader: Arc::new(reader),
            declared,
            decoding: Decoding::Unknown,
            buffer: Text::new(0),
            base: 0,
            scanner,
            ready: VecDeque::new(),
            taken: 0,
            units: (0, 0),
            is_finished: false,
        })
    }

    /// Takes the next chunk of the archive: all chunks are `str`, or all bytes. What follows [`finish`](Self::finish) is
    /// not taken.
    pub fn push<'a>(&mut self, chunk: impl Into<Input<'a>>) {
        let chunk = chunk.into();
        if self.is_finished || chunk.bytes().is_empty() {
            return;
        }
        self.taken += chunk.bytes().len() as u64;
        if self.taken > MAX_BYTES {
            return;
        }
        match chunk {
            Input::Text(text) => self.push_text(text),
            Input::Bytes(bytes) => self.push_bytes(bytes, false),
        }
        self.scan();
    }

    /// Says that the archive has ended.
    pub fn finish(&mut self) {
        if !self.is_finished {
            self.push_bytes(&[], true);
            self.is_finished = true;
            self.scan();
        }
    }

    /// The next article that is complete; none when that takes more of the archive, or when it has ended.
    #[allow(clippy::should_implement_trait, reason = "more may come after none")]
    pub fn next(&mut self) -> Option<Result<Article, Error>> {
        self.next_record().map(|record| record?.read())
    }

    /// The next record, which has not been read: [`Record::read`] gives its article.
    pub fn next_record(&mut self) -> Option<Result<Record, Error>> {
        let Some(piece) = self.ready.pop_front() else {
            // What is over the limit of an archive was not taken, and is told once.
            let over = self.is_finished && self.taken > MAX_BYTES;
            let size = std::mem::take(&mut self.taken);
            self.taken = if over { 0 } else { size };
            return over.then(|| Err(Inner::TooLarge { size, limit: MAX_BYTES }.into()));
        };
        let size = piece.range.end - piece.range.start;
        let limit = self.reader.max_bytes;
        let record = if size > limit || piece.range.start < self.base {
            Err(Inner::TooLarge { size, limit }.into())
        } else {
            Ok(self.record(&piece))
        };
        self.release(piece.range.end);
        Some(record)
    }

    fn record(&mut self, piece: &Piece) -> Record {
        let range = (piece.range.start - self.base) as usize..(piece.range.end - self.base) as usize;
        let text = self.buffer.text[range.clone()].to_owned();
        let first = self.buffer.replaced.partition_point(|&at| (at as usize) < range.start);
        let replaced = self.buffer.replaced[first..].iter().take_while(|&&at| (at as usize) < range.end);
        let replaced = replaced.map(|&at| at - range.start as u32).collect();
        let of_bytes = !matches!(self.decoding, Decoding::Text);
        let begin = self.buffer.source.input_offset(range.start as u32);
        let length = self.buffer.source.input_offset(range.end as u32) - begin;
        let source = self.buffer.source.part(range.clone()).relative();
        let start = if of_bytes || self.reader.source_unit == OffsetUnit::Byte {
            begin
        } else {
            self.count_units(piece.range.start) as u32
        };
        Record {
            replaced,
            encoding: match &self.decoding {
                Decoding::Bytes(decoder) => decoder.name(),
                _ => UTF_8.name(),
            },
            text,
            source,
            of_bytes,
            start,
            length,
            format: piece.format,
            reader: Arc::clone(&self.reader),
        }
    }

    /// Units of the archive before an offset of its text, which is no less than that of the call before.
    fn count_units(&mut self, at: u64) -> u64 {
        let (from, units) = self.units;
        let text = &self.buffer.text.as_bytes()[(from.max(self.base) - self.base) as usize..(at - self.base) as usize];
        // Every character has one byte that is no continuation; those of four bytes are two UTF-16 units.
        let long =
            if self.reader.source_unit == OffsetUnit::Utf16 { bytes::count(text, |byte| byte >= 0xF0) } else { 0 };
        let units = units + u64::from(bytes::count(text, |byte| byte & 0xC0 != 0x80) + long);
        self.units = (at, units);
        units
    }

    /// Gives back the memory of what was handed out, once it is more than what was not.
    fn release(&mut self, end: u64) {
        let done = (end.max(self.base) - self.base) as usize;
        if done > WINDOW && done * 2 > self.buffer.text.len() {
            self.drain(done);
        }
    }

    fn drain(&mut self, done: usize) {
        if matches!(self.decoding, Decoding::Text) {
            self.count_units(self.base + done as u64);
        }
        self.buffer.text.drain(..done);
        self.buffer.source.drain(done);
        self.buffer.replaced.retain(|&at| at as usize >= done);
        self.buffer.replaced.iter_mut().for_each(|at| *at -= done as u32);
        self.base += done as u64;
    }

    fn push_text(&mut self, text: &str) {
        let text = match self.decoding {
            Decoding::Unknown => {
                let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
                self.buffer.source = SourceMap::from(text.len() - body.len());
                self.units.1 = u64::from(body.len() < text.len());
                self.decoding = Decoding::Text;
                body
            }
            _ => text,
        };
        self.buffer.text.push_str(text);
    }

    fn push_bytes(&mut self, bytes: &[u8], last: bool) {
        match std::mem::replace(&mut self.decoding, Decoding::Unknown) {
            Decoding::Unknown => self.start(bytes.to_vec(), last),
            Decoding::Start(mut held) => {
                held.extend_from_slice(bytes);
                self.start(held, last);
            }
            Decoding::Ascii(held) if held.is_empty() => self.ascii(bytes, last),
            Decoding::Ascii(mut held) => {
                held.extend_from_slice(bytes);
                self.ascii(&held, last);
            }
            Decoding::Bytes(decoder) => self.decode(decoder, bytes, last),
            Decoding::Text => self.decoding = Decoding::Text,
        }
    }

    /// Looks for a byte order mark, once there are enough bytes for one.
    fn start(&mut self, bytes: Vec<u8>, last: bool) {
        if bytes.len() < 3 && !last {
            self.decoding = Decoding::Start(bytes);
            return;
        }
        match Encoding::for_bom(&bytes) {
            Some((encoding, bom)) => {
                self.buffer.source = SourceMap::from(bom);
                self.decode(Box::new(Decoder::new(encoding, bom)), &bytes[bom..], last);
            }
            None => match self.declared {
                Some(encoding) => self.decode(Box::new(Decoder::new(encoding, 0)), &bytes, last),
                None => self.ascii(&bytes, last),
            },
        }
    }

    /// Takes bytes up to the first that is not ASCII, and decides on the encoding when enough have come from there on.
    fn ascii(&mut self, bytes: &[u8], last: bool) {
        let end = Encoding::ascii_valid_up_to(bytes);
        // ASCII is the same in every encoding that a guess can come to.
        self.buffer.text.push_str(std::str::from_utf8(&bytes[..end]).unwrap_or_default());
        let rest = &bytes[end..];
        if rest.is_empty() || rest.len() <= WINDOW && !last {
            self.decoding = Decoding::Ascii(rest.to_vec());
            return;
        }
        let at = self.base as usize + self.buffer.text.len();
        self.decode(Box::new(Decoder::new(encoding::guess(rest), at)), rest, last);
    }

    fn decode(&mut self, mut decoder: Box<Decoder>, bytes: &[u8], last: bool) {
        decoder.feed(bytes, last, &mut self.buffer);
        self.decoding = Decoding::Bytes(decoder);
    }

    /// Finds the records among the lines that have come.
    fn scan(&mut self) {
        self.scanner.scan(&self.buffer, self.base, self.is_finished, &mut self.ready);
        // Of a record over the limit, only what the next may begin in is kept.
        let (start, end) = (self.scanner.needed(), self.base + self.buffer.text.len() as u64);
        let held = self.ready.front().map_or(start, |piece| piece.range.start);
        if held == start && end - start > self.reader.max_bytes.saturating_add(KEPT) {
            let mut done = (end - KEPT).min(self.scanner.reached()).max(self.base);
            while !self.buffer.text.is_char_boundary((done - self.base) as usize) {
                done -= 1;
            }
            if done - self.base > KEPT {
                self.drain((done - self.base) as usize);
            }
        }
    }
}

/// The articles of an archive, as [`split`](crate::split) gives them.
#[derive(Debug)]
pub struct Split<'a> {
    splitter: Result<Splitter, Option<Error>>,
    rest: Input<'a>,
}

/// Bytes that a splitter is given at a time.
const CHUNK: usize = 256 * 1024;

impl<'a> Split<'a> {
    pub(crate) fn new(reader: Reader, archive: Input<'a>) -> Self {
        Self { splitter: Splitter::new(reader).map_err(Some), rest: archive }
    }

    /// The next record, which has not been read: [`Record::read`] gives its article.
    pub fn next_record(&mut self) -> Option<Result<Record, Error>> {
        let splitter = match &mut self.splitter {
            Ok(splitter) => splitter,
            Err(error) => return error.take().map(Err),
        };
        loop {
            if let Some(record) = splitter.next_record() {
                return Some(record);
            }
            if splitter.is_finished {
                return None;
            }
            match &mut self.rest {
                rest if rest.bytes().is_empty() => splitter.finish(),
                Input::Text(text) => {
                    let mut end = text.len().min(CHUNK);
                    while !text.is_char_boundary(end) {
                        end += 1;
                    }
                    let (chunk, rest) = text.split_at(end);
                    *text = rest;
                    splitter.push(chunk);
                }
                Input::Bytes(bytes) => {
                    let (chunk, rest) = bytes.split_at(bytes.len().min(CHUNK));
                    *bytes = rest;
                    splitter.push(chunk);
                }
            }
        }
    }
}

impl Iterator for Split<'_> {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_record().map(|record| record?.read())
    }
}

impl std::iter::FusedIterator for Split<'_> {}
