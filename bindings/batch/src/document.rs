//! Reading one document, whatever it holds.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use nutgraf::{Article, Input, Reader};

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

/// A document, or why there is none, with what came beside it.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// What is read.
    pub input: Result<Input<'a>, Failure>,
    /// Address that it came from.
    pub url: Option<&'a str>,
    /// The `Content-Type` that it came with.
    pub content_type: Option<&'a str>,
}

impl<'a> From<Option<Input<'a>>> for Document<'a> {
    fn from(input: Option<Input<'a>>) -> Self {
        Self { input: input.ok_or(Failure::Null), url: None, content_type: None }
    }
}

impl Document<'_> {
    /// Reads the article with the options of a reader; its own address and content type come before the reader's.
    ///
    /// # Errors
    ///
    /// As [`read`], and what there is in place of an input.
    pub fn read(self, reader: &Reader, form: Form) -> Result<Article, Failure> {
        let input = self.input?;
        if self.url.is_none() && self.content_type.is_none() {
            return read(reader, form, input);
        }
        let mut reader = reader.clone();
        if let Some(url) = self.url {
            reader = reader.url(url);
        }
        if let Some(content_type) = self.content_type {
            reader = reader.content_type(content_type);
        }
        read(&reader, form, input)
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
