//! What the head of a page says of it: `meta`, `link` and `title`.

use super::Statement;
use super::graph::Written;
use crate::clean::folded;
use crate::input::html::scanner::{self, raw_attributes};
use crate::input::html::tree::{NodeId, Tree};
use crate::model::{Field, Origin};
use crate::vocabulary;

/// What a `meta` element is about, by its name: Open Graph, Twitter cards, Dublin Core, Highwire Press (`citation_`), PRISM,
/// Parse.ly, Sailthru, and what many use without a standard.
fn meaning(name: &str) -> Option<(Field, Origin, f32)> {
    use Field::*;
    use Origin::{DublinCore, Highwire, Meta, OpenGraph, TwitterCard};
    Some(match name {
        "og:title" => (Title, OpenGraph, 0.75),
        "twitter:title" => (Title, TwitterCard, 0.7),
        "title" | "headline" | "hdl" | "sailthru.title" | "parsely-title" | "cxenseparse:title" | "mrf:title" => {
            (Title, Meta, 0.65)
        }
        "dc.title" | "dcterms.title" | "dc:title" => (Title, DublinCore, 0.65),
        "citation_title" => (Title, Highwire, 0.9),
        "og:description" => (Description, OpenGraph, 0.7),
        "twitter:description" => (Description, TwitterCard, 0.7),
        "description" | "sailthru.description" | "parsely-description" => (Description, Meta, 0.7),
        "dc.description" | "dcterms.description" | "dcterms.abstract" => (Description, DublinCore, 0.7),

        "author"
        | "authors"
        | "article:author"
        | "og:article:author"
        | "article:author_name"
        | "sailthru.author"
        | "parsely-author"
        | "byl"
        | "byline"
        | "cxenseparse:author"
        | "mrf:authors"
        | "article.author"
        | "article:authors" => (AuthorName, Meta, 0.75),
        "dc.creator" | "dcterms.creator" | "dc:creator" | "dc.creator.personalname" => (AuthorName, DublinCore, 0.75),
        "citation_author" | "citation_authors" => (AuthorName, Highwire, 0.95),

        "article:published_time" | "og:article:published_time" | "article:published" | "og:published_time" => {
            (DatePublished, OpenGraph, 0.9)
        }
        "article:modified_time" | "og:article:modified_time" | "article:modified" | "og:modified_time" => {
            (DateModified, OpenGraph, 0.85)
        }
        "og:updated_time" => (DateModified, OpenGraph, 0.7),
        "datepublished"
        | "date_published"
        | "pubdate"
        | "publishdate"
        | "publish-date"
        | "publish_date"
        | "published"
        | "publication_date"
        | "publication-date"
        | "og:pubdate"
        | "sailthru.date"
        | "parsely-pub-date"
        | "article.published"
        | "article:published_date"
        | "article_date_original"
        | "originalpublicationdate"
        | "published_date"
        | "published-date"
        | "published_time"
        | "cxenseparse:recs:publishtime"
        | "cxenseparse:publishtime"
        | "rnews:datepublished"
        | "displaydate"
        | "bt:pubdate"
        | "ptime"
        | "release_date"
        | "first_published"
        | "shareaholic:article_published_time" => (DatePublished, Meta, 0.8),
        "date" | "created" | "creation_date" | "timestamp" => (DatePublished, Meta, 0.6),
        "dc.date.issued" | "dcterms.issued" | "dc.issued" | "dcterms.available" | "prism.publicationdate" => {
            (DatePublished, DublinCore, 0.85)
        }
        "dc.date" | "dcterms.date" | "dc.date.created" | "dcterms.created" | "dc:date" | "dc.created" => {
            (DatePublished, DublinCore, 0.7)
        }
        "citation_publication_date" | "citation_date" | "citation_online_date" => (DatePublished, Highwire, 0.85),
        "datemodified"
        | "date_modified"
        | "last-modified"
        | "lastmod"
        | "last_modified"
        | "lastmodified"
        | "revised"
        | "updated"
        | "utime"
        | "article.updated"
        | "article:updated_time"
        | "article:updated"
        | "modified_time"
        | "modified-date"
        | "modificationdate" => (DateModified, Meta, 0.75),
        "dc.date.modified" | "dcterms.modified" | "dc.modified" => (DateModified, DublinCore, 0.8),

        "og:site_name" => (Publisher, OpenGraph, 0.8),
        "publisher" | "sailthru.publisher" | "cre" | "source" => (Publisher, Meta, 0.6),
        "application-name" | "apple-mobile-web-app-title" => (Publisher, Meta, 0.55),
        "dc.publisher" | "dcterms.publisher" => (Publisher, DublinCore, 0.7),
        "citation_publisher" => (Publisher, Highwire, 0.8),
        "citation_journal_title" | "prism.publicationname" => (IsPartOf, Highwire, 0.9),
        "dcterms.ispartof" | "dc.relation.ispartof" => (IsPartOf, DublinCore, 0.7),
        "copyright" => (CopyrightHolder, Meta, 0.6),
        "dc.rights" | "dcterms.rights" | "dcterms.rightsholder" => (CopyrightHolder, DublinCore, 0.6),
        "dcterms.license" => (License, DublinCore, 0.8),

        "article:section" | "og:article:section" | "og:section" => (ArticleSection, OpenGraph, 0.8),
        "section" | "parsely-section" | "sailthru.section" | "cxenseparse:section" | "mrf:sections" => {
            (ArticleSection, Meta, 0.75)
        }
        "article:tag" | "og:article:tag" => (Keywords, OpenGraph, 0.8),
        "keywords" | "news_keywords" | "parsely-tags" | "sailthru.tags" | "mrf:tags" => (Keywords, Meta, 0.7),
        "dc.subject" | "dcterms.subject" => (Keywords, DublinCore, 0.7),
        "citation_keywords" => (Keywords, Highwire, 0.8),

        "citation_doi" | "citation_issn" | "citation_pmid" | "citation_isbn" => (Identifier, Highwire, 0.9),
        "prism.doi" | "prism.issn" | "dc.identifier" | "dcterms.identifier" => (Identifier, DublinCore, 0.7),
        "og:url" => (CanonicalUrl, OpenGraph, 0.8),
        "citation_firstpage" => (Pagination, Highwire, 0.7),
        "dc.language" | "dcterms.language" => (Language, DublinCore, 0.6),
        "citation_language" => (Language, Highwire, 0.7),
        "content-language" | "language" => (Language, Meta, 0.5),
        "og:locale" => (Language, OpenGraph, 0.5),
        "og:image" | "og:image:url" | "og:image:secure_url" => (ImageUrl, OpenGraph, 0.8),
        "twitter:image" | "twitter:image:src" => (ImageUrl, TwitterCard, 0.75),
        "og:image:alt" => (ImageCaption, OpenGraph, 0.6),
        "article:content_tier" | "og:article:content_tier" => (IsAccessibleForFree, OpenGraph, 0.7),
        _ => return None,
    })
}

/// Reads one `meta` element.
pub(super) fn meta(tree: &Tree<'_>, id: NodeId, statements: &mut Vec<Statement>, head: &mut Head) {
    let (mut names, mut content) = ([None; 3], None);
    for (name, value) in raw_attributes(tree.page, tree.node(id).span) {
        match name.to_ascii_lowercase().as_str() {
            // Of each the first counts.
            "property" => names[0] = names[0].or(Some(value)),
            "name" => names[1] = names[1].or(Some(value)),
            "itemprop" | "http-equiv" => names[2] = names[2].or(Some(value)),
            "content" => content = content.or(Some(value)),
            _ => {}
        }
    }
    let Some(span) = content else { return };
    for name in names.into_iter().flatten() {
        let name = tree.page[name.range()].trim();
        if name.len() > 48 {
            continue;
        }
        let name = name.to_ascii_lowercase();
        let written = || {
            let text = scanner::decoded_value(tree.page, span);
            Written { text: folded(&text).trim().to_owned(), span }
        };
        // Two cards of free form: `Written by`, `Est. reading time`.
        if let Some(number) = name.strip_prefix("twitter:label").or(name.strip_prefix("twitter:data")) {
            if let (Ok(at @ 1..=2), is_label) = (number.parse::<usize>(), name.starts_with("twitter:label")) {
                let slot = &mut head.labels[at - 1];
                *(if is_label { &mut slot.0 } else { &mut slot.1 }) = Some(written());
            }
            continue;
        }
        let Some((field, origin, confidence)) = meaning(&name) else { continue };
        // These two give another address of the picture before them.
        if matches!(&*name, "og:image:url" | "og:image:secure_url") && head.picture > 0 {
            return;
        }
        let written = written();
        if written.text.is_empty() {
            continue;
        }
        let subject = match field {
            Field::AuthorName | Field::ImageUrl => super::subject(statements),
            // What is said of the picture right before it.
            Field::ImageCaption => head.picture,
            _ => 0,
        };
        // Sites give one name to whom they publish under, and another to who wrote.
        let set = head.set(name);
        head.picture = if field == Field::ImageUrl { subject } else { head.picture };
        statements.push(Statement { set, ..Statement::new(field, subject, written, origin, confidence) });
        return;
    }
}

/// What labels of times to read hold, in the languages that plug-ins speak most.
const READING: &[&str] = &[
    "read",
    "lese",
    "lecture",
    "lectura",
    "lettura",
    "leitura",
    "lees",
    "läs",
    "læse",
    "czytania",
    "чтения",
    "читання",
    "čtení",
    "okuma",
    "阅读",
    "閱讀",
    "読",
    "읽",
];

/// What is known of a head between its elements.
#[derive(Default)]
pub(super) struct Head {
    /// The two labels of a Twitter card with what stands behind them.
    labels: [(Option<Written>, Option<Written>); 2],
    /// Names of elements; the place of each is its set.
    names: Vec<String>,
    /// Subject of the last picture; 0 before the first.
    picture: u32,
}

impl Head {
    fn set(&mut self, name: String) -> u32 {
        let known = self.names.iter().position(|held| *held == name);
        let at = known.unwrap_or(self.names.len());
        if known.is_none() {
            self.names.push(name);
        }
        at as u32
    }

    /// Adds what the labels say.
    pub(super) fn statements(self, statements: &mut Vec<Statement>) {
        for (label, data) in self.labels {
            let (Some(label), Some(written)) = (label, data) else { continue };
            let label = label.text.to_lowercase();
            let label = label.trim_end_matches(':').trim();
            let origin = Origin::TwitterCard;
            let is_by = || vocabulary::every("byline").any(|(.., mut entries)| entries.any(|entry| entry == label));
            // Plug-ins translate them, as they do `Written by`.
            let is_reading = || READING.iter().any(|stem| label.contains(stem));
            if !written.text.contains(|c: char| c.is_numeric()) && is_by() {
                let subject = super::subject(statements);
                statements.push(Statement::new(Field::AuthorName, subject, written, origin, 0.7));
            } else if written.text.contains(|c: char| c.is_numeric()) && is_reading() {
                statements.push(Statement::new(Field::ReadingTime, 0, written, origin, 0.8));
            }
        }
    }
}

/// Reads one `link` element, or another that says what it leads to.
pub(super) fn link(tree: &Tree<'_>, id: NodeId, statements: &mut Vec<Statement>) {
    let (mut rel, mut href) = (None, None);
    for (name, value) in raw_attributes(tree.page, tree.node(id).span) {
        match name {
            _ if name.eq_ignore_ascii_case("rel") => rel = Some(value),
            _ if name.eq_ignore_ascii_case("href") => href = Some(value),
            _ => {}
        }
    }
    let (Some(rel), Some(span)) = (rel, href) else { return };
    let rel = tree.page[rel.range()].to_ascii_lowercase();
    let field = rel.split_ascii_whitespace().find_map(|word| match word {
        "canonical" => Some((Field::CanonicalUrl, 0.9)),
        "license" | "copyright" => Some((Field::License, 0.8)),
        "image_src" => Some((Field::ImageUrl, 0.7)),
        _ => None,
    });
    let Some((field, confidence)) = field else { return };
    let text = scanner::decoded_value(tree.page, span).trim().to_owned();
    if text.is_empty() {
        return;
    }
    let subject = if field == Field::ImageUrl { super::subject(statements) } else { 0 };
    let written = Written { text, span };
    statements.push(Statement::new(field, subject, written, Origin::Link, confidence));
}

/// What the page calls itself in its `title`.
pub(super) fn title(tree: &Tree<'_>, id: NodeId) -> Option<Statement> {
    let span = tree.node(tree.children(id).next()?).span;
    let mut text = String::new();
    for node in tree.children(id) {
        tree.pieces(node).for_each(|piece| text.push_str(&piece.text));
    }
    let text = folded(&text).trim().to_owned();
    let written = Written { text, span };
    (!written.text.is_empty()).then(|| Statement::new(Field::Title, 0, written, Origin::TitleElement, 0.6))
}
