//! What the state that a page carries for its scripts (`__NEXT_DATA__` and the like) says of the article: only the item that
//! bears the page's own title speaks of it.

use std::sync::LazyLock;

use super::graph::{self, Graph, ItemId, Written};
use super::{PageNames, Statement};
use crate::model::{Field, Origin};
use crate::words::WordMap;

/// Words of a title at least, as short ones name menus and sections as well.
const LEAST_WORDS: usize = 3;

/// Names under which publishing systems keep the same things.
const NAMES: &[(&str, Field, f32)] = &[
    ("datePublished", Field::DatePublished, 0.75),
    ("publishedAt", Field::DatePublished, 0.7),
    ("published_at", Field::DatePublished, 0.7),
    ("publishedDate", Field::DatePublished, 0.7),
    ("publishDate", Field::DatePublished, 0.7),
    ("publicationDate", Field::DatePublished, 0.7),
    ("firstPublishedAt", Field::DatePublished, 0.75),
    ("published", Field::DatePublished, 0.6),
    ("date", Field::DatePublished, 0.55),
    ("dateModified", Field::DateModified, 0.7),
    ("updatedAt", Field::DateModified, 0.6),
    ("updated_at", Field::DateModified, 0.6),
    ("lastModified", Field::DateModified, 0.6),
    ("modifiedDate", Field::DateModified, 0.6),
];

/// Names of authors there.
const AUTHORS: &[&str] = &["author", "authors", "byline", "writer", "writers"];

/// Names of titles there.
const TITLES: [&str; 2] = ["headline", "title"];

/// Names that are asked for.
static ASKED: LazyLock<WordMap<&str, ()>> = LazyLock::new(|| {
    let dates = NAMES.iter().map(|&(name, ..)| name);
    let names = TITLES.into_iter().chain(AUTHORS.iter().copied()).chain(graph::NAMING).chain(["@id"]);
    names.chain(dates).map(|name| (name, ())).collect()
});

/// Whether a property of a name is asked for: most state is of other things.
pub(super) fn is_asked(name: &str) -> bool {
    ASKED.contains_key(name)
}

/// Adds what the item that bears the page's title says.
pub(super) fn add(graph: &Graph<'_>, names: &PageNames, statements: &mut Vec<Statement>) {
    let Some(item) = graph.items().find(|&item| is_article(graph, item, names)) else { return };
    let mut said: Vec<Field> = Vec::new();
    for &(name, field, confidence) in NAMES {
        // The best name of each is enough.
        let written = graph.first(item, name).filter(|_| !said.contains(&field));
        if let Some(written) = written {
            said.push(field);
            statements.push(Statement::new(field, 0, written, Origin::EmbeddedState, confidence));
        }
    }
    let authors = AUTHORS.iter().find(|name| graph.values(item, name).next().is_some());
    for value in authors.iter().flat_map(|name| graph.values(item, name)).take(super::MOST_NAMES) {
        if let Some(name) = graph.name(value).filter(is_text) {
            let subject = super::subject(statements);
            statements.push(Statement::new(Field::AuthorName, subject, name, Origin::EmbeddedState, 0.65));
        }
    }
}

fn is_article(graph: &Graph<'_>, item: ItemId, names: &PageNames) -> bool {
    let titles = TITLES.into_iter().filter_map(|name| graph.first(item, name));
    let is_own =
        |title: Written| title.text.split_whitespace().nth(LEAST_WORDS - 1).is_some() && names.is_title(&title.text);
    let dated = || NAMES.iter().any(|(name, ..)| graph.first(item, name).is_some());
    titles.into_iter().any(is_own) && dated()
}

/// References to other items of the state are numbers or codes.
fn is_text(written: &Written) -> bool {
    written.text.contains(' ')
}
