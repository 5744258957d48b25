//! JSON-LD: the article in the terms of schema.org, and where its facts and segments stand as annotations of the W3C.
//!
//! The context, `schema/article.context.json`, stands in the output itself, so that nothing has to be fetched to read it: all
//! terms are those of schema.org, dates and addresses are typed as in its own context, and those of the annotations are
//! named as in that of the Web Annotation Data Model.

use super::blocks;
use super::facts::{Facts, Image, Place, Text, absolute, is_many};
use super::object::{Json, Object};
use crate::address::is_absolute;
use crate::article::Article;
use crate::model::{Field, Kind, Role};

const CONTEXT: &str = include_str!("../../schema/article.context.json");

/// The nodes that stand for the document, whose characters the annotations count, and for the input that it is made of.
const DOCUMENT: &str = "_:document";
const INPUT: &str = "_:input";

/// How a value is written.
#[derive(Clone, Copy)]
enum Form {
    Text,
    /// In digits; else it is text.
    Number,
    /// `true` or `false`; else nothing.
    Bool,
    /// A thing of this type that has a name.
    Named(&'static str),
    /// An address, else a thing of this type that has a name.
    Address(&'static str),
}

/// The fields that schema.org has a property for, in the order in which they are written. What has none is an
/// `additionalProperty`.
const PROPERTIES: &[(Field, &str, Form)] = &[
    (Field::Title, "headline", Form::Text),
    (Field::AlternativeTitle, "alternativeHeadline", Form::Text),
    (Field::Description, "description", Form::Text),
    (Field::Byline, "creditText", Form::Text),
    (Field::Agency, "sourceOrganization", Form::Named("NewsMediaOrganization")),
    (Field::DatePublished, "datePublished", Form::Text),
    (Field::DateModified, "dateModified", Form::Text),
    (Field::DateCreated, "dateCreated", Form::Text),
    (Field::DatelinePlace, "locationCreated", Form::Named("Place")),
    (Field::Publisher, "publisher", Form::Named("Organization")),
    (Field::IsPartOf, "isPartOf", Form::Address("CreativeWork")),
    (Field::ArticleSection, "articleSection", Form::Text),
    (Field::Pagination, "pagination", Form::Text),
    (Field::PrintEdition, "printEdition", Form::Text),
    (Field::Keywords, "keywords", Form::Text),
    (Field::Genre, "genre", Form::Text),
    (Field::Language, "inLanguage", Form::Text),
    (Field::Identifier, "identifier", Form::Text),
    (Field::CopyrightHolder, "copyrightHolder", Form::Named("Organization")),
    (Field::CopyrightYear, "copyrightYear", Form::Number),
    (Field::CopyrightNotice, "copyrightNotice", Form::Text),
    (Field::License, "license", Form::Address("CreativeWork")),
    (Field::IsAccessibleForFree, "isAccessibleForFree", Form::Bool),
    (Field::Correction, "correction", Form::Text),
    (Field::WordCount, "wordCount", Form::Number),
    (Field::ReadingTime, "timeRequired", Form::Text),
];

pub(crate) fn render(article: &Article) -> String {
    let facts = Facts::new(article);
    let body = blocks::body(article);
    let kind = kind(&facts);
    let mut object = Object::default().with("@type", kind);
    object.set("url", facts.address());
    object.set("mainEntityOfPage", facts.address());
    object.set("author", authors(&facts));
    for &(field, name, form) in PROPERTIES {
        let mut values = facts.of(field).into_iter().filter_map(|fact| written(fact.value(), form));
        match field {
            _ if is_many(field) => object.set(name, values.collect::<Vec<_>>()),
            Field::WordCount if !body.is_empty() => {
                object.set(name, values.next().unwrap_or(Json::Number(article.word_count() as u64)));
            }
            Field::ReadingTime if !body.is_empty() => {
                object.set(name, values.next().unwrap_or_else(|| duration(article.reading_time()).into()));
            }
            _ => object.set(name, values.next()),
        }
    }
    object.set("image", facts.images(&body).into_iter().map(image).collect::<Vec<_>>());
    // Only an article has a body (schema.org); any work has a text.
    object.set(if kind.ends_with("Page") { "text" } else { "articleBody" }, article.text());
    object.set("additionalProperty", additional(&facts));
    let annotations = annotations(&facts);
    if !annotations.is_empty() {
        let text = |name| Object::default().with("@id", name).with("@type", "DigitalDocument");
        let input = text(INPUT).with("url", facts.value(Field::Url).and_then(absolute));
        object.set("isBasedOn", text(DOCUMENT).with("encodingFormat", "text/plain").with("isBasedOn", input));
        object.set("subjectOf", annotations);
    }
    // No string in the context has white space in it, so that this is the same JSON on one line.
    let context: String = CONTEXT.split_ascii_whitespace().collect();
    // It can be put into a `script` of a page as it is, whatever the text says (JSON-LD 1.1, 7.1).
    let members = object.to_string()[1..].replace('<', "\\u003c");
    format!("{{\"@context\":{context},{members}\n")
}

/// The type of schema.org that a page or text is, by what its facts say.
fn kind(facts: &Facts<'_>) -> &'static str {
    match facts.value(Field::PageType) {
        Some("forum") => "DiscussionForumPosting",
        Some("documentation") => "TechArticle",
        Some("product") => "ItemPage",
        Some("listing") => "CollectionPage",
        Some("service" | "other") => "WebPage",
        _ => {
            // What news has and a recipe has not.
            const NEWS: &[Field] = &[
                Field::Agency,
                Field::Desk,
                Field::DatePublished,
                Field::DateEmbargoed,
                Field::DatelinePlace,
                Field::DatelineDate,
                Field::PrintEdition,
            ];
            if NEWS.iter().any(|&field| facts.value(field).is_some()) { "NewsArticle" } else { "Article" }
        }
    }
}

fn written<'a>(value: &'a str, form: Form) -> Option<Json<'a>> {
    let named = |kind| Object::default().with("@type", kind).with("name", value).into();
    Some(match form {
        Form::Text => value.into(),
        // As a number it has to be written as it was.
        Form::Number => match value.parse::<u32>() {
            Ok(number) if number.to_string() == value => u64::from(number).into(),
            _ => value.into(),
        },
        Form::Bool => value.parse::<bool>().ok()?.into(),
        Form::Named(kind) => named(kind),
        Form::Address(kind) => absolute(value).map_or_else(|| named(kind), Json::from),
    })
}

fn authors<'a>(facts: &Facts<'a>) -> Vec<Object<'a>> {
    let organisation = |name: &'a str| Object::default().with("@type", "Organization").with("name", name);
    let authors = facts.authors().into_iter().map(|author| {
        let kind = if author.is_organisation { "Organization" } else { "Person" };
        let (url, relative) = split(author.url);
        Object::default()
            .with("@type", kind)
            .with("name", author.name.value())
            .with("jobTitle", author.role.map(|role| role.value()))
            .with("affiliation", author.affiliation.map(|affiliation| organisation(affiliation.value())))
            .with("url", url)
            .with("identifier", relative.map(|address| vec![address]))
    });
    authors.collect()
}

/// An address as one that is absolute, which is an IRI, or as one that is not, which is text: what it is relative to is
/// not known where this is read.
fn split(address: Option<String>) -> (Option<String>, Option<String>) {
    address.map_or(
        (None, None),
        |address| if is_absolute(&address) { (Some(address), None) } else { (None, Some(address)) },
    )
}

fn image(image: Image<'_>) -> Object<'_> {
    let (url, relative) = split(image.url);
    Object::default()
        .with("@type", "ImageObject")
        .with("url", url)
        .with("contentUrl", relative)
        .with("description", image.alt)
        .with("caption", image.caption)
        .with("creditText", image.credit)
}

/// ISO 8601.
fn duration(seconds: u32) -> Option<String> {
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    Some(match (minutes, seconds) {
        (0, 0) => return None,
        (0, seconds) => format!("PT{seconds}S"),
        (minutes, 0) => format!("PT{minutes}M"),
        (minutes, seconds) => format!("PT{minutes}M{seconds}S"),
    })
}

fn property<'a>(name: Option<&'a str>, value: &'a str) -> Object<'a> {
    Object::default().with("@type", "PropertyValue").with("name", name).with("value", value)
}

/// What an archive says beside, and the fields that schema.org has no property for.
fn additional<'a>(facts: &Facts<'a>) -> Vec<Object<'a>> {
    let is_placed = |field| PROPERTIES.iter().any(|property| property.0 == field);
    let others = facts.others(is_placed).map(|fact| property(Some(fact.field().name()), fact.value()));
    others.chain(facts.properties().into_iter().map(|(name, fact)| property(name, fact.value()))).collect()
}

/// Where each fact stands, rivals too, and where the segments of each kind do (W3C, Web Annotation Data Model).
fn annotations<'a>(facts: &Facts<'a>) -> Vec<Object<'a>> {
    let target = |Place { text, start, end }| {
        let selector = Object::default().with("@type", facts.selector(text));
        let selector = selector.with("start", u64::from(start)).with("end", u64::from(end));
        Object::default().with("source", if text == Text::Input { INPUT } else { DOCUMENT }).with("selector", selector)
    };
    let annotation =
        |motivation: &'static str| Object::default().with("@type", "Annotation").with("motivation", motivation);
    let mut annotations = Vec::new();
    for fact in facts.article.facts() {
        if let Some(place) = facts.place_of(fact) {
            let property = property(Some(fact.field().name()), fact.value());
            annotations.push(annotation("describing").with("body", property).with("target", vec![target(place)]));
        }
    }
    let mut targets: Vec<(Kind, Vec<Object<'a>>)> = Vec::new();
    for segment in facts.article.segments() {
        let kind = segment.kind();
        let is_said = segment.role() != Role::Boilerplate && kind != Kind::Layout && !kind.is_container();
        if is_said && !segment.span().is_empty() {
            match targets.iter_mut().find(|(other, _)| *other == kind) {
                Some((_, targets)) => targets.push(target(facts.place(segment.span()))),
                None => targets.push((kind, vec![target(facts.place(segment.span()))])),
            }
        }
    }
    let classes = targets.into_iter();
    annotations.extend(
        classes.map(|(kind, targets)| annotation("classifying").with("bodyValue", kind.name()).with("target", targets)),
    );
    annotations
}

#[cfg(test)]
mod tests {
    use super::{CONTEXT, PROPERTIES, duration, is_many};
    use crate::model::Field;

    #[test]
    fn no_string_of_the_context_has_white_space_in_it() {
        let one_line: String = CONTEXT.split_ascii_whitespace().collect();
        let parse = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        assert_eq!(parse(&one_line), parse(CONTEXT));
    }

    #[test]
    fn every_field_that_names_a_property_of_schema_org_is_written_as_that() {
        for &field in Field::all() {
            let term = field.description().split("schema.org `").nth(1).and_then(|rest| rest.split('`').next());
            let Some(term) = term.filter(|term| !term.contains('.')) else { continue };
            let elsewhere = ["jobTitle", "affiliation"].contains(&term);
            assert!(elsewhere || PROPERTIES.iter().any(|(other, name, _)| *other == field && *name == term), "{field}");
        }
    }

    #[test]
    fn what_has_several_values_is_a_set() {
        let context: serde_json::Value = serde_json::from_str(CONTEXT).expect("JSON");
        for &(field, name, _) in PROPERTIES {
            assert_eq!(context[name]["@container"] == "@set", is_many(field), "{name}");
        }
    }

    #[test]
    fn durations() {
        assert_eq!([0, 5, 60, 200].map(|s| duration(s).unwrap_or_default()), ["", "PT5S", "PT1M", "PT3M20S"]);
    }
}
