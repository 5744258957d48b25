//! Metadata: each fact with where it was found and how sure it is.

pub(crate) mod access;
pub(crate) mod agencies;
pub(crate) mod datelines;
pub(crate) mod dates;
mod declared;
mod identifiers;
pub(crate) mod language;
pub(crate) mod names;
pub(crate) mod rank;
pub(crate) mod rights;
pub(crate) mod roles;
pub(crate) mod structured;
mod titles;
mod visible;

use crate::address::Base;
use crate::article::Record;
use crate::clean::folded;
use crate::label::page_type::PageType;
use crate::model::{Field, Kind, Origin, Span};
use crate::options::Reader;
use structured::Structured;

/// A fact before it goes into the record.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) field: Field,
    pub(crate) subject: u32,
    pub(crate) text: String,
    pub(crate) value: String,
    pub(crate) span: Span,
    /// Where it stands in the input, in bytes, where it stands in no text that is shown.
    pub(crate) source: Span,
    pub(crate) origin: Origin,
    pub(crate) confidence: f32,
    /// What the confidence was before rivals were weighed.
    pub(crate) stated: f32,
    /// Facts of one origin and set stand in one place together.
    pub(crate) set: u32,
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
    pub(crate) fn with_value(field: Field, text: &str, value: String, span: Span, confidence: f32) -> Self {
        Self {
            field,
            subject: 0,
            text: text.to_owned(),
            value,
            span,
            source: Span::NONE,
            origin: Origin::VisibleText,
            confidence,
            stated: confidence,
            set: 0,
        }
    }
}

/// What facts are read with.
pub(crate) struct Context<'a> {
    /// BCP 47 tag, or empty.
    pub(crate) language: &'a str,
    pub(crate) language_origin: Origin,
    /// What the input declares to be its language, as written.
    pub(crate) declared_language: Option<&'a str>,
    pub(crate) reader: &'a Reader,
    /// What addresses of the page are relative to.
    pub(crate) base: Option<&'a Base>,
    pub(crate) structured: &'a Structured,
    /// The range of the input, in bytes, that a range of the document came from.
    pub(crate) place: &'a dyn Fn(Span) -> Span,
}

/// The facts that the labelled segments, the page's own statements and the caller's options give, rivals of one field in
/// order of rank.
///
/// Beside them stands where they contradict each other.
pub(crate) fn collect(record: &Record, context: &Context<'_>) -> (Vec<Found>, Vec<(Span, String)>) {
    let Context { language, language_origin, reader, .. } = *context;
    let mut facts = visible::facts(record, context);
    // Only what a page declares is held against them.
    let headings = if context.structured.statements.is_empty() { Vec::new() } else { headings(record) };
    let sites = declared::sites(context.structured, context.base);
    for title in facts.iter_mut().filter(|fact| fact.field == Field::Title) {
        title.value = titles::headline(&title.value, &sites, &[], &[]).to_owned();
    }
    let subjects = facts.iter().map(|fact| fact.subject).max().unwrap_or(0);
    facts.extend(declared::facts(context, &sites, &headings, subjects));
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
            origin: language_origin,
            ..Found::with_value(Field::Language, language, language.to_owned(), Span::NONE, confidence)
        });
    }
    if let Some(tag) = context.declared_language.and_then(declared::language_tag) {
        let declared =
            Found::with_value(Field::Language, context.declared_language.unwrap_or_default(), tag, Span::NONE, 0.6);
        facts.push(Found { origin: Origin::Input, ..declared });
    }
    if let Some(url) = &reader.url {
        facts
            .push(Found { origin: Origin::Option, ..Found::with_value(Field::Url, url, url.clone(), Span::NONE, 1.0) });
    }
    let ranked = rank::rank(facts, record, &sites, &declared::publishers(context.structured));
    let contradictions = rank::contradictions(&ranked);
    (ranked, contradictions)
}

/// What the title and the headings of the body say, as [`structured::letters`].
fn headings(record: &Record) -> Vec<String> {
    const MOST: usize = 64;
    let headings = record.segments.iter().filter(|segment| matches!(segment.kind, Kind::Title | Kind::Heading));
    headings.take(MOST).map(|segment| structured::letters(&record.document[segment.span.range()])).collect()
}
