//! Reading one document, whatever it holds.

use std::borrow::Cow;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use nutgraf::{ArchiveFormat, Article, Input, Reader, Record};

/// What a document is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A page or a dump, whichever it looks like.
    #[default]
    Auto,
    /// A page of HTML.
    Html,
    /// Plain text.
    Text,
}

impl Form {
    /// The form with this name: `auto`, `html` or `text`.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "auto" => Self::Auto,
            "html" => Self::Html,
            "text" => Self::Text,
            _ => return None,
        })
    }
}

/// What a document is made of, borrowed from a column or owned.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Content<'a> {
    /// A page or a dump, of an encoding that is found out.
    Bytes(Cow<'a, [u8]>),
    /// One that is decoded, whatever it says of its encoding.
    Text(Cow<'a, str>),
    /// A record of a WET file with its header.
    Conversion(Vec<u8>),
    /// A record of an archive, found already.
    Record(Box<Record>),
}

impl<'a> From<Input<'a>> for Content<'a> {
    fn from(input: Input<'a>) -> Self {
        match input {
            Input::Text(text) => Self::Text(text.into()),
            Input::Bytes(bytes) => Self::Bytes(bytes.into()),
            // There is no other so far.
            _ => Self::Bytes(Cow::default()),
        }
    }
}

/// A document, or why there is none, with what came beside it.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// What is read.
    pub content: Result<Content<'a>, Failure>,
    /// Address that it came from.
    pub url: Option<Cow<'a, str>>,
    /// The `Content-Type` that it came with.
    pub content_type: Option<Cow<'a, str>>,
}

impl<'a, T: Into<Content<'a>>> From<Result<T, Failure>> for Document<'a> {
    fn from(content: Result<T, Failure>) -> Self {
        Self { content: content.map(Into::into), url: None, content_type: None }
    }
}

impl<'a> From<Option<Input<'a>>> for Document<'a> {
    fn from(input: Option<Input<'a>>) -> Self {
        input.ok_or(Failure::Null).into()
    }
}

impl Document<'_> {
    /// Bytes that its content takes.
    pub fn size(&self) -> usize {
        match &self.content {
            Ok(Content::Bytes(bytes)) => bytes.len(),
            Ok(Content::Text(text)) => text.len(),
            Ok(Content::Conversion(record)) => record.len(),
            Ok(Content::Record(record)) => record.text().len(),
            Err(_) => 0,
        }
    }

    /// Reads the article with the options of a reader; its own address and content type come before the reader's. What is
    /// a record is read as one, whatever the form.
    ///
    /// # Errors
    ///
    /// As [`read`], and what there is in place of a content.
    pub fn read(self, reader: &Reader, form: Form) -> Result<Article, Failure> {
        let content = self.content?;
        let mut reader = Cow::Borrowed(reader);
        if let Some(url) = self.url {
            reader = Cow::Owned(reader.into_owned().url(url));
        }
        if let Some(content_type) = self.content_type {
            reader = Cow::Owned(reader.into_owned().content_type(content_type));
        }
        match content {
            Content::Bytes(bytes) => read(&reader, form, Input::Bytes(&bytes)),
            Content::Text(text) => read(&reader, form, Input::Text(&text)),
            Content::Conversion(record) => caught(|| {
                let reader = reader.into_owned().format(ArchiveFormat::Wet);
                reader.split(&record).next().unwrap_or_else(|| reader.from_text(&record)).map_err(Failure::Refused)
            }),
            Content::Record(record) => caught(|| record.read().map_err(Failure::Refused)),
        }
    }
}

/// Why a document gave no article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// There is none.
    Null,
    /// It is something that is no document: why.
    Unreadable(String),
    /// The library refused it.
    Refused(nutgraf::Error),
    /// The library failed on it.
    Panicked,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("there is no document: it is null"),
            Self::Unreadable(why) => f.write_str(why),
            Self::Refused(error) => error.fmt(f),
            Self::Panicked => {
                f.write_str("the library failed on it, by a mistake of its own: report it with the document")
            }
        }
    }
}

impl std::error::Error for Failure {}

/// Reads an article.
///
/// # Errors
///
/// As [`Reader::from_html`], and as [`caught`].
pub fn read(reader: &Reader, form: Form, input: Input<'_>) -> Result<Article, Failure> {
    caught(|| {
        let article = match form {
            Form::Html => reader.from_html(input),
            Form::Auto if reader.is_html(input) => reader.from_html(input),
            Form::Auto | Form::Text => reader.from_text(input),
        };
        article.map_err(Failure::Refused)
    })
}

/// What is made with the library: an article, or what is written of one.
///
/// # Errors
///
/// Its own, and a panic: it has none, but a million other documents are not to be lost should it have one by mistake.
pub fn caught<T>(make: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(make)).unwrap_or(Err(Failure::Panicked))
}
