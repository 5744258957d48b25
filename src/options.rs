//! What a caller can say about an input.

use crate::article::Article;
use crate::error::{Error, Inner};
use crate::export::{ArchiveFormat, Split};
use crate::input::Input;
use crate::model::Kind;
use crate::offsets::OffsetUnit;

/// Kinds that make up the body text when the caller does not say: all of the role `body`.
pub const BODY_KINDS: &[Kind] = &[
    Kind::Heading,
    Kind::Paragraph,
    Kind::List,
    Kind::ListItem,
    Kind::BlockQuote,
    Kind::PullQuote,
    Kind::Code,
    Kind::Table,
    Kind::TableRow,
    Kind::TableCell,
    Kind::Footnote,
    Kind::Figure,
    Kind::Image,
];

/// The most bytes that an input and a document can have: offsets are 32 bits wide, and one value means "none".
pub const MAX_BYTES: u64 = u32::MAX as u64 - 1;

/// Whether a doubtful segment is kept in the body.
#[repr(u32)]
#[non_exhaustive]
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::FromRepr,
)]
#[strum(serialize_all = "snake_case")]
pub enum Focus {
    /// The best of both.
    #[default]
    Balanced = 0,
    /// Left out: what is in the body belongs there.
    Precision = 1,
    /// Kept: what belongs in the body is there.
    Recall = 2,
}

impl Focus {
    /// The name: `balanced`, `precision` or `recall`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The focus with this discriminant.
    pub fn from_discriminant(discriminant: u32) -> Option<Self> {
        Self::from_repr(discriminant)
    }

    /// The focus with this name.
    pub fn from_name(name: &str) -> Result<Self, Error> {
        name.parse().map_err(|_| {
            Inner::InvalidOption { name: "focus", value: name.into(), expected: "precision, balanced or recall" }.into()
        })
    }
}

/// Reads articles with options; without any it does what [`from_text`](crate::from_text) does.
///
/// ```
/// let article = nutgraf::Reader::new().language("de").from_text("Titel\n\nEin Satz steht hier.")?;
/// assert_eq!(article.language(), Some("de"));
/// # Ok::<(), nutgraf::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Reader {
    pub(crate) url: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) encoding: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) reference_date: Option<String>,
    pub(crate) focus: Focus,
    pub(crate) body_kinds: Vec<Kind>,
    pub(crate) max_bytes: u64,
    pub(crate) source_unit: OffsetUnit,
    pub(crate) format: ArchiveFormat,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            url: None,
            content_type: None,
            encoding: None,
            language: None,
            reference_date: None,
            focus: Focus::Balanced,
            body_kinds: BODY_KINDS.to_vec(),
            max_bytes: MAX_BYTES,
            source_unit: OffsetUnit::Byte,
            format: ArchiveFormat::Auto,
        }
    }
}

impl Reader {
    /// A reader with every option at its default.
    pub fn new() -> Self {
        Self::default()
    }

    /// Address that the input came from.
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// The `Content-Type` that the input came with; its `charset` counts for bytes that have no byte order mark.
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// Character encoding of an input of bytes, a label of the WHATWG Encoding Standard. Only a byte order mark is
    /// believed before it.
    pub fn encoding(mut self, label: impl Into<String>) -> Self {
        self.encoding = Some(label.into());
        self
    }

    /// Language of the article as a BCP 47 tag; it is not detected then.
    pub fn language(mut self, tag: impl Into<String>) -> Self {
        self.language = Some(tag.into());
        self
    }

    /// Day against which "yesterday" and "2 hours ago" are read, in ISO 8601 (`2024-05-03`). Without it they give no date.
    pub fn reference_date(mut self, date: impl Into<String>) -> Self {
        self.reference_date = Some(date.into());
        self
    }

    /// Whether a doubtful segment is kept in the body.
    pub fn focus(mut self, focus: Focus) -> Self {
        self.focus = focus;
        self
    }

    /// Kinds that the body text is made of; the default is [`BODY_KINDS`]. A segment counts when its own kind and those
    /// of the containers around it are named, and never when it is boilerplate.
    pub fn body_kinds(mut self, kinds: impl Into<Vec<Kind>>) -> Self {
        self.body_kinds = kinds.into();
        self
    }

    /// Most bytes that an input may have; the default, and the most that is possible, is [`MAX_BYTES`].
    pub fn max_bytes(mut self, bytes: u64) -> Self {
        self.max_bytes = bytes.min(MAX_BYTES);
        self
    }

    /// Unit in which the `source` spans of an input of `str` count; for an input of bytes it is always bytes.
    pub fn source_unit(mut self, unit: OffsetUnit) -> Self {
        self.source_unit = unit;
        self
    }

    /// Form of an archive, for [`split`](Self::split): records are told by its marks alone. The default is to look for those
    /// of every form.
    pub fn format(mut self, format: ArchiveFormat) -> Self {
        self.format = format;
        self
    }

    /// The articles of an archive: an export of a database, a WET file, a digest. `source` spans count from the start of
    /// the archive; `max_bytes` is the limit of one record.
    ///
    /// The records tile the archive: what stands above the first or below the last (a cover sheet, a notice) is boilerplate
    /// of that article, unless it is prose, which is a record of its own. A record that was cut comes with a warning of
    /// kind `truncated_record`. An archive of no known form is one article, the same as of [`from_text`](Self::from_text).
    ///
    /// # Errors
    ///
    /// An item is an error where a record is over the limit of bytes or an option cannot be, as for `from_text`; the
    /// records behind it come all the same.
    pub fn split<'a>(&self, archive: impl Into<Input<'a>>) -> Split<'a> {
        Split::new(self.clone(), archive.into())
    }

    /// Reads an article from plain text.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::TooLarge`](crate::ErrorKind::TooLarge) over the limit of bytes,
    /// [`ErrorKind::InvalidOption`](crate::ErrorKind::InvalidOption) for an option that cannot be. Any text, even an
    /// empty one, gives an article.
    pub fn from_text<'a>(&self, input: impl Into<Input<'a>>) -> Result<Article, Error> {
        crate::input::text::read(self, input.into())
    }

    /// Reads an article from a page of HTML.
    ///
    /// Bytes are decoded as a browser would; a page of `str` is decoded already, whatever it declares. The document of the
    /// article is the text that a browser would show, one block a line; `source` spans are ranges of the page.
    ///
    /// # Errors
    ///
    /// As [`from_text`](Self::from_text). Any page, however broken, gives an article.
    pub fn from_html<'a>(&self, input: impl Into<Input<'a>>) -> Result<Article, Error> {
        crate::input::html::read(self, input.into())
    }

    /// Whether an input is a page of HTML rather than plain text: by the content type where one is given that says either,
    /// else by how the input begins, as the WHATWG MIME Sniffing Standard (7.1) has it.
    ///
    /// ```
    /// let reader = nutgraf::Reader::new();
    /// assert!(reader.is_html("<!doctype html><title>A page</title>"));
    /// assert!(!reader.is_html("A line that says <p> means a paragraph"));
    /// ```
    pub fn is_html<'a>(&self, input: impl Into<Input<'a>>) -> bool {
        let essence = |kind: &str| kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match self.content_type.as_deref().map(essence).as_deref() {
            Some("text/html" | "application/xhtml+xml") => true,
            Some("text/plain" | "text/markdown") => false,
            _ => crate::input::html::begins_page(input.into()),
        }
    }

    /// Checks the options that have a form.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if let Some(date) = &self.reference_date
            && crate::Date::parse(date).is_none_or(|date| date.day.is_none())
        {
            let expected = "a day in ISO 8601, such as 2024-05-03";
            return Err(Inner::InvalidOption { name: "reference_date", value: date.clone(), expected }.into());
        }
        if let Some(tag) = &self.language
            && !tag
                .split('-')
                .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
        {
            let expected = "a BCP 47 tag, such as en or pt-BR";
            return Err(Inner::InvalidOption { name: "language", value: tag.clone(), expected }.into());
        }
        Ok(())
    }
}
