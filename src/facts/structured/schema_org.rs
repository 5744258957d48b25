//! What the items of a page that are in the vocabulary of schema.org say of its article.

use super::graph::{Graph, ItemId, Value, Written};
use super::{PageNames, Statement};
use crate::model::{Field, Origin};

/// Types of what has been written for readers, with those that say what a page is for.
const ARTICLES: &[&str] = &[
    "Article",
    "NewsArticle",
    "AnalysisNewsArticle",
    "AskPublicNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "ReportageNewsArticle",
    "ReviewNewsArticle",
    "AdvertiserContentArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "SocialMediaPosting",
    "DiscussionForumPosting",
    "ScholarlyArticle",
    "MedicalScholarlyArticle",
    "TechArticle",
    "APIReference",
    "SatiricalArticle",
    "Report",
    "Question",
    "Recipe",
    "HowTo",
    "Review",
    "CriticReview",
    "VideoObject",
    "PodcastEpisode",
    "MedicalWebPage",
    "Product",
    "Event",
    "JobPosting",
    "Book",
    "Course",
    "Dataset",
    "SoftwareApplication",
];

/// Types that say something of the page as a whole.
const PAGES: &[&str] = &["WebPage", "ItemPage", "AboutPage", "FAQPage", "QAPage", "ProfilePage", "CollectionPage"];

/// Properties by which an item is what its page is about, and not something that it names.
const MAIN: &[&str] = &["mainEntity", "mainEntityOfPage", "blogPost"];

/// What the items of a page say of the article that it shows; nothing where they tell of several and do not say which.
pub(super) fn add(graph: &Graph<'_>, names: &PageNames, statements: &mut Vec<Statement>) {
    for item in mains(graph, names) {
        article(graph, item, statements);
    }
    for item in graph.items() {
        // A page's own item knows when it was made, and a site's its name.
        let is_nested =
            graph.item(item).parent.is_some_and(|(_, name)| !matches!(name, "isPartOf" | "mainEntityOfPage"));
        if is_nested {
            continue;
        }
        if graph.is(item, &["BreadcrumbList"]) {
            path(graph, item, names, statements);
        } else if graph.is(item, PAGES) {
            page(graph, item, statements);
        } else if graph.is(item, &["WebSite"]) {
            let name = graph.first(item, "name");
            statements.extend(name.map(|name| said(graph, item, Field::Publisher, name, 0.7)));
        } else if graph.item(item).origin == Origin::Microdata && graph.values(item, "@type").next().is_none() {
            // Properties outside of all items.
            page(graph, item, statements);
        }
    }
}

/// The items that the page is about: one, or one in several syntaxes.
fn mains(graph: &Graph<'_>, names: &PageNames) -> Vec<ItemId> {
    let is_main = |&item: &ItemId| {
        let top = graph.item(item).parent.is_none_or(|(_, name)| MAIN.contains(&name));
        top && graph.is(item, ARTICLES)
    };
    let candidates: Vec<(ItemId, Option<String>)> =
        graph.items().filter(is_main).map(|item| (item, headline(graph, item).map(|written| written.text))).collect();
    let is_own = |item: ItemId, headline: Option<&str>| {
        let addresses = ["url", "mainEntityOfPage", "@id"].into_iter().flat_map(|name| graph.values(item, name));
        let own = addresses.filter_map(|value| graph.address(value)).any(|address| names.is_own(&address.text));
        own || headline.is_some_and(|headline| names.has_title(headline))
    };
    let own: Vec<ItemId> = candidates
        .iter()
        .filter(|(item, headline)| is_own(*item, headline.as_deref()))
        .map(|(item, _)| *item)
        .collect();
    if !own.is_empty() {
        return own;
    }
    // One that does not say where it stands is the page's where there is no other.
    let mut headlines = candidates.iter().map(|(_, headline)| headline);
    let first = headlines.next();
    let alone = first.is_some_and(|first| headlines.all(|other| other == first));
    if alone { candidates.into_iter().map(|(item, _)| item).take(3).collect() } else { Vec::new() }
}

fn headline(graph: &Graph<'_>, item: ItemId) -> Option<Written> {
    graph.first(item, "headline").or_else(|| graph.first(item, "name"))
}

fn said(graph: &Graph<'_>, item: ItemId, field: Field, written: Written, confidence: f32) -> Statement {
    let set = u32::try_from(item).unwrap_or(u32::MAX);
    Statement { set, ..Statement::new(field, 0, written, graph.item(item).origin, confidence) }
}

/// Properties whose first text is a fact as it stands.
const TEXTS: &[(&str, Field, f32)] = &[
    ("alternativeHeadline", Field::AlternativeTitle, 0.7),
    ("description", Field::Description, 0.8),
    ("articleSection", Field::ArticleSection, 0.8),
    ("genre", Field::Genre, 0.7),
    ("inLanguage", Field::Language, 0.6),
    ("timeRequired", Field::ReadingTime, 0.8),
    ("wordCount", Field::WordCount, 0.8),
    ("correction", Field::Correction, 0.8),
    ("dateline", Field::DatelinePlace, 0.7),
    ("datePublished", Field::DatePublished, 0.9),
    ("dateModified", Field::DateModified, 0.9),
    ("dateCreated", Field::DateCreated, 0.8),
    ("copyrightYear", Field::CopyrightYear, 0.8),
    ("copyrightNotice", Field::CopyrightNotice, 0.8),
    ("copyrightHolder", Field::CopyrightHolder, 0.8),
    ("pagination", Field::Pagination, 0.8),
    ("printEdition", Field::PrintEdition, 0.8),
    ("isAccessibleForFree", Field::IsAccessibleForFree, 0.8),
];

/// Properties that name who made a work, with the part that each says.
const MAKERS: &[(&str, &str)] = &[
    ("author", ""),
    ("creator", ""),
    ("editor", "editor"),
    ("translator", "translator"),
    ("contributor", "contributor"),
];

fn article(graph: &Graph<'_>, item: ItemId, statements: &mut Vec<Statement>) {
    let say = |field, written, confidence| said(graph, item, field, written, confidence);
    statements.extend(headline(graph, item).map(|title| say(Field::Title, title, 0.85)));
    for &(name, field, confidence) in TEXTS {
        statements.extend(graph.first(item, name).map(|written| say(field, written, confidence)));
    }
    for value in graph.values(item, "keywords").take(super::MOST_NAMES) {
        statements.extend(graph.name(value).map(|written| say(Field::Keywords, written, 0.8)));
    }
    let mut has_author = false;
    for &(name, role) in MAKERS {
        // `creator` says again what `author` says.
        if name == "creator" && has_author {
            continue;
        }
        for value in graph.values(item, name).take(super::MOST_NAMES) {
            has_author |= maker(graph, item, value, role, statements);
        }
    }
    for value in graph.values(item, "publisher").take(1) {
        statements.extend(graph.name(value).map(|name| say(Field::Publisher, name, 0.9)));
    }
    for value in graph.values(item, "isPartOf").take(super::MOST_NAMES) {
        // The page and the site, of which all are part, say nothing.
        let is_page = graph.referred(value).is_some_and(|part| graph.is(part, PAGES) || graph.is(part, &["WebSite"]));
        let name = graph.name(value).filter(|_| !is_page);
        statements.extend(name.map(|name| say(Field::IsPartOf, name, 0.7)));
    }
    for value in graph.values(item, "identifier").take(4) {
        let number = graph.referred(value).and_then(|number| graph.first(number, "value"));
        statements.extend(number.or_else(|| graph.name(value)).map(|number| say(Field::Identifier, number, 0.7)));
    }
    for value in graph.values(item, "license").take(1) {
        let license = graph.address(value).or_else(|| graph.name(value));
        statements.extend(license.map(|license| say(Field::License, license, 0.9)));
    }
    for (name, field) in [("mainEntityOfPage", Field::CanonicalUrl), ("url", Field::CanonicalUrl)] {
        let address = graph.values(item, name).find_map(|value| graph.address(value));
        statements.extend(address.map(|address| say(field, address, 0.7)));
    }
    for value in graph.values(item, "image").take(8) {
        image(graph, item, value, statements);
    }
    for value in graph.values(item, "hasPart").take(super::MOST_NAMES) {
        let part = graph.referred(value).and_then(|part| graph.first(part, "isAccessibleForFree"));
        let closed = part.filter(|free| is_false(&free.text));
        statements.extend(closed.map(|free| say(Field::IsAccessibleForFree, free, 0.7)));
    }
}

fn is_false(text: &str) -> bool {
    matches!(super::graph::local(text).to_ascii_lowercase().as_str(), "false" | "no" | "0")
}

/// A person or organisation with what is said of it; whether one is named.
fn maker(graph: &Graph<'_>, item: ItemId, value: Value<'_>, role: &str, statements: &mut Vec<Statement>) -> bool {
    let Some(name) = graph.name(value) else { return false };
    let subject = super::subject(statements);
    let mut say = |field, written, confidence| {
        statements.push(Statement { subject, ..said(graph, item, field, written, confidence) });
    };
    let span = name.span;
    say(Field::AuthorName, name, 0.9);
    if !role.is_empty() {
        say(Field::AuthorRole, Written { text: role.to_owned(), span }, 0.9);
    }
    let Some(of) = graph.referred(value) else { return true };
    let kinds = [("Person", "Person"), ("Organization", "Organization"), ("NewsMediaOrganization", "Organization")];
    for (held, kind) in kinds {
        if graph.is(of, &[held]) {
            say(Field::AuthorType, Written { text: kind.to_owned(), span }, 0.8);
            break;
        }
    }
    if let Some(title) = graph.first(of, "jobTitle").filter(|_| role.is_empty()) {
        say(Field::AuthorRole, title, 0.8);
    }
    for name in ["worksFor", "affiliation"] {
        if let Some(works_for) = graph.first(of, name) {
            say(Field::AuthorAffiliation, works_for, 0.8);
            break;
        }
    }
    if let Some(url) = graph.values(of, "url").find_map(|value| graph.address(value)) {
        say(Field::AuthorUrl, url, 0.8);
    }
    true
}

fn image(graph: &Graph<'_>, item: ItemId, value: Value<'_>, statements: &mut Vec<Statement>) {
    let Some(url) = graph.address(value) else { return };
    let subject = super::subject(statements);
    let mut say = |field, written, confidence| {
        statements.push(Statement { subject, ..said(graph, item, field, written, confidence) });
    };
    say(Field::ImageUrl, url, 0.8);
    let Some(of) = graph.referred(value) else { return };
    for name in ["caption", "description"] {
        if let Some(caption) = graph.first(of, name) {
            say(Field::ImageCaption, caption, 0.7);
            break;
        }
    }
    for name in ["creditText", "creator", "author", "copyrightHolder"] {
        if let Some(credit) = graph.first(of, name) {
            say(Field::ImageCredit, credit, 0.7);
            break;
        }
    }
}

/// The way to the page from the front page: the last stop before the article is its section.
fn path(graph: &Graph<'_>, item: ItemId, names: &PageNames, statements: &mut Vec<Statement>) {
    let stops = graph.values(item, "itemListElement").filter_map(|value| graph.referred(value));
    let name = |stop| graph.first(stop, "name").or_else(|| graph.first(stop, "item"));
    let mut names_of: Vec<Written> = stops.filter_map(name).collect();
    if names_of.last().is_some_and(|last| names.has_title(&last.text)) {
        names_of.pop();
    }
    // The first is the front page.
    if names_of.len() >= 2
        && let Some(section) = names_of.pop()
    {
        statements.push(said(graph, item, Field::ArticleSection, section, 0.6));
    }
}

/// What an item says that stands for the whole page, which need not be an article: less sure than what an article says.
fn page(graph: &Graph<'_>, item: ItemId, statements: &mut Vec<Statement>) {
    let own = [
        ("headline", Field::Title, 0.6),
        ("name", Field::Title, 0.5),
        ("description", Field::Description, 0.6),
        ("datePublished", Field::DatePublished, 0.45),
        ("dateModified", Field::DateModified, 0.6),
        ("inLanguage", Field::Language, 0.5),
        ("isAccessibleForFree", Field::IsAccessibleForFree, 0.6),
    ];
    for (name, field, confidence) in own {
        statements.extend(graph.first(item, name).map(|written| said(graph, item, field, written, confidence)));
    }
    for value in graph.values(item, "author").take(super::MOST_NAMES) {
        let from = statements.len();
        maker(graph, item, value, "", statements);
        statements[from..].iter_mut().for_each(|statement| statement.confidence -= 0.3);
    }
    for name in ["publisher", "copyrightHolder"] {
        let field = if name == "publisher" { Field::Publisher } else { Field::CopyrightHolder };
        statements.extend(graph.first(item, name).map(|name| said(graph, item, field, name, 0.7)));
    }
}
