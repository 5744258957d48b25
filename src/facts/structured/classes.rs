//! Names that stand in elements whose class says that their author does: `author-name`, `byline__author`, `post-author`.

use super::Statement;
use super::graph::{Graph, Value};
use crate::facts::names;
use crate::input::html::scanner::raw_attributes;
use crate::input::html::tree::NodeId;
use crate::model::{Field, Origin};

/// Names of different people, from which on they are those of cards of other pieces.
const MANY: usize = 4;

/// Characters that a name has at most.
const LONGEST: usize = 48;

/// Adds whom classes name, unless they name many.
pub(super) fn add(graph: &Graph<'_>, statements: &mut Vec<Statement>) {
    let page = graph.tree.page;
    let mut found: Vec<Statement> = Vec::new();
    let mut last = None;
    for node in graph.tree.elements_at(memchr::memmem::find_iter(page.as_bytes(), "author")) {
        if last.replace(node) == Some(node) {
            continue;
        }
        let Some(name) = named(graph, node) else { continue };
        if found.iter().any(|one| one.text == name.text) {
            continue;
        }
        if found.len() + 1 == MANY {
            return;
        }
        let subject = super::subject(statements) + found.len() as u32;
        found.push(Statement::new(Field::AuthorName, subject, name, Origin::ClassName, 0.7));
    }
    statements.append(&mut found);
}

/// The name in an element, where its class says that there is one.
fn named(graph: &Graph<'_>, node: NodeId) -> Option<super::graph::Written> {
    let tag = graph.tree.node(node).span;
    let (_, class) = raw_attributes(graph.tree.page, tag).find(|(name, _)| name.eq_ignore_ascii_case("class"))?;
    let class = graph.tree.page[class.range()].to_ascii_lowercase();
    // Those who comment are authors of comments, and a biography names others.
    let others = ["comment", "related", "bio", "desc", "avatar", "recent", "sidebar"];
    let says_so = |word: &str| word.contains("author") && !others.iter().any(|other| word.contains(other));
    if !class.split_ascii_whitespace().any(says_so) {
        return None;
    }
    let mut name = graph.text(Value::Content(node)).filter(|name| name.text.chars().count() <= LONGEST)?;
    name.text = names::without_label(&name.text, "").to_owned();
    let is_name = name.text.contains(' ') && names::parse(&name.text, "").is_some_and(|parts| parts.len() == 1);
    is_name.then_some(name)
}
