//! Metadata: each fact with where it was found and how sure it is.

pub(crate) mod access;
pub(crate) mod agencies;
pub(crate) mod datelines;
pub(crate) mod dates;
pub(crate) mod language;
pub(crate) mod names;
pub(crate) mod rights;
mod visible;

use crate::article::Record;
use crate::clean::folded;
use crate::label::page_type::PageType;
use crate::model::{Field, Origin, Span};
use crate::options::Reader;

/// A fact before it goes into the record.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) field: Field,
    pub(crate) subject: u32,
    pub(crate) text: String,
    pub(crate) value: String,
    pub(crate) span: Span,
    pub(crate) origin: Origin,
    pub(crate) confidence: f32,
}

impl Found {
    /// Something that a reader sees in the text; the value is as written, with its white space folded.
    fn visible(field: Field, text: &str, span: Span, confidence: f32) -> Self {
        Self::with_value(field, text, folded(text).into_owned(), span, confidence)
    }

    /// What the page as a whole is.
    pub(crate) fn page_type(found: PageType) -> Self {
        let PageType { name, probability } = found;
        let found = Self::with_value(Field::PageType, name, name.to_owned(), Span::NONE, probability);
        Self { origin: Origin::Body, ..found }
    }

    /// The same with a value of its own.
    fn with_value(field: Field, text: &str, value: String, span: Span, confidence: f32) -> Self {
        Self { field, subject: 0, text: text.to_owned(), value, span, origin: Origin::VisibleText, confidence }
    }
}

/// The facts that the labelled segments and the caller's options give, rivals of one field in order of rank.
pub(crate) fn collect(record: &Record, language: &str, language_origin: Origin, reader: &Reader) -> Vec<Found> {
    let mut facts = visible::facts(record, language, reader);
    facts.extend(rights::publisher(record, language, &facts));
    access::facts(record, language, &mut facts);
    if !language.is_empty() {
        let confidence = match language_origin {
            Origin::Option => 1.0,
            // Templates declare what their maker speaks.
            Origin::Input => 0.6,
            _ => 0.9,
        };
        facts.push(Found {
            field: Field::Language,
            subject: 0,
            text: language.to_owned(),
            value: language.to_owned(),
            span: Span::NONE,
            origin: language_origin,
            confidence,
        });
    }
    if let Some(url) = &reader.url {
        facts.push(Found {
            field: Field::Url,
            subject: 0,
            text: url.clone(),
            value: url.clone(),
            span: Span::NONE,
            origin: Origin::Option,
            confidence: 1.0,
        });
    }
    facts
}
