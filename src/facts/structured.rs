//! What a page says of itself for programs: its head, JSON-LD, microdata, RDFa Lite, microformats.
//!
//! `meta` reads the head, `json` and `markup` fill a `graph` of items, and `schema_org` says what those are of them that tell
//! of the article; `classes` takes names that classes promise, `state` what scripts are given. All are statements: what the
//! page claims, as it writes it, with the place. What they are worth beside what a reader sees is for others to say.

mod classes;
mod graph;
mod json;
mod markup;
mod meta;
mod schema_org;
mod state;

use std::collections::HashMap;

use super::{declared, titles};
use crate::address::{self, Base};
use crate::input::html::names::Name;
use crate::input::html::tree::{NONE, NodeId, NodeKind, Tree};
use crate::model::{Field, Origin, Span};
use graph::{Graph, Written};

/// Names of makers that are read of a work; more are no byline.
const MOST_NAMES: usize = 64;

/// Statements on one field that are kept, and addresses and titles that a page is known by.
const MOST_OF_FIELD: usize = 256;
const MOST_NAMES_OF_PAGE: usize = 16;

/// Something that a page says of itself.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    pub(crate) field: Field,
    /// Statements with one subject speak of one person or picture; 0 where they speak of the page.
    pub(crate) subject: u32,
    /// As written, decoded.
    pub(crate) text: String,
    /// Where it stands in the page.
    pub(crate) source: Span,
    pub(crate) origin: Origin,
    /// How often what is said there is right, 0 to 1.
    pub(crate) confidence: f32,
    /// Statements of one origin and set stand in one place together: an item, or elements of one name.
    pub(crate) set: u32,
}

impl Statement {
    fn new(field: Field, subject: u32, written: Written, origin: Origin, confidence: f32) -> Self {
        let Written { text, span } = written;
        Self { field, subject, text, source: span, origin, confidence, set: 0 }
    }
}

/// A date for programs (`<time datetime>`) with the text that readers see there.
#[derive(Clone, Debug)]
pub(crate) struct MachineTime {
    /// Where the text begins in the page.
    pub(crate) at: u32,
    pub(crate) date_time: String,
}

/// All that a page says of itself.
#[derive(Debug, Default)]
pub(crate) struct Structured {
    pub(crate) statements: Vec<Statement>,
    pub(crate) times: Vec<MachineTime>,
    /// Something was left out, as there was too much of it.
    pub(crate) is_limited: bool,
}

impl Structured {
    /// What is said to be the headline, as [`letters`], without names of the site.
    pub(crate) fn headlines(&self) -> Vec<String> {
        let sites = declared::sites(self, None);
        self.said(Field::Title, |title| letters(titles::headline(title, &sites, &[], &[])))
    }

    /// What the page is said to be about, as [`letters`].
    pub(crate) fn descriptions(&self) -> Vec<String> {
        self.said(Field::Description, letters)
    }

    /// What is said of a field, in some form, each once.
    fn said(&self, field: Field, form: impl Fn(&str) -> String) -> Vec<String> {
        let said = self.statements.iter().filter(|one| one.field == field);
        let mut texts: Vec<String> = said.take(MOST_NAMES).map(|one| form(&one.text)).collect();
        texts.sort_unstable();
        texts.dedup();
        texts
    }

    /// The hosts of the addresses that are the page's own.
    pub(crate) fn hosts<'a>(&'a self, base: Option<&'a Base>) -> Vec<&'a str> {
        let own = self.statements.iter().filter(|one| one.field == Field::CanonicalUrl).map(|one| &*one.text);
        let mut hosts: Vec<&str> = own.chain(base.map(Base::as_str)).filter_map(address::host).collect();
        hosts.sort_unstable();
        hosts.dedup();
        hosts.retain(|host| !host.is_empty());
        hosts
    }

    /// Brings all places of the page to where they came from.
    pub(crate) fn place(&mut self, source: impl Fn(Span) -> Span) {
        let known = self.statements.iter_mut().filter(|one| !one.source.is_none());
        known.for_each(|one| one.source = source(one.source));
        self.times.iter_mut().for_each(|time| time.at = source(Span { start: time.at, end: time.at }).start);
    }
}

/// Reads what a page says of itself; `url` is its address where the caller knows it.
pub(crate) fn read(tree: &Tree<'_>, url: Option<&str>) -> Structured {
    let mut statements = Vec::new();
    let mut names = PageNames::default();
    names.add_address(url.unwrap_or_default());
    let mut head = meta::Head::default();
    let mut blocks: Vec<(Span, Origin)> = Vec::new();
    let mut times = Vec::new();
    let mut has_title = false;
    for (id, node) in tree.elements() {
        match node.name {
            Name::Meta => meta::meta(tree, id, &mut statements, &mut head),
            Name::Link => meta::link(tree, id, &mut statements),
            Name::Title if !has_title => {
                let title = meta::title(tree, id);
                has_title = title.is_some();
                statements.extend(title);
            }
            Name::Script => blocks.extend(json_block(tree, id)),
            Name::Time => times.extend(machine_time(tree, id)),
            _ => {}
        }
    }
    head.statements(&mut statements);
    for statement in &statements {
        match statement.field {
            Field::CanonicalUrl => names.add_address(&statement.text),
            Field::Title => names.add_title(&statement.text),
            _ => {}
        }
    }
    let mut graph = Graph::new(tree, |_| true);
    let mut state = Graph::new(tree, state::is_asked);
    let starts: Vec<&str> =
        statements.iter().filter(|one| one.field == Field::Title).map(|one| start(&one.text)).collect();
    for (block, origin) in blocks {
        // Most state is of other things, and there is much of it.
        let text = &tree.page.as_bytes()[block.range()];
        let has = |start: &&str| memchr::memmem::find(text, start.as_bytes()).is_some();
        if origin == Origin::EmbeddedState && !starts.iter().take(2).any(has) {
            continue;
        }
        let graph = if origin == Origin::JsonLd { &mut graph } else { &mut state };
        json::read(graph, block, origin);
    }
    markup::read(&mut graph);
    graph.index();
    schema_org::add(&graph, &names, &mut statements);
    classes::add(&graph, &mut statements);
    state.index();
    state::add(&state, &names, &mut statements);
    let is_limited = graph.is_full();
    let is_limited = limit(&mut statements) || is_limited;
    Structured { statements, times, is_limited }
}

/// The text of a script that holds JSON-LD, or state that may have the page's article in it.
fn json_block(tree: &Tree<'_>, id: NodeId) -> Option<(Span, Origin)> {
    let kind = tree.attribute(id, "type")?;
    let essence = kind.split(';').next()?.trim();
    // The text of a script holds no references.
    let text = tree.node(tree.children(id).next()?).span;
    if essence.eq_ignore_ascii_case("application/ld+json") {
        return Some((text, Origin::JsonLd));
    }
    essence.eq_ignore_ascii_case("application/json").then_some((text, Origin::EmbeddedState))
}

fn machine_time(tree: &Tree<'_>, id: NodeId) -> Option<MachineTime> {
    let date_time = tree.attribute(id, "datetime")?.trim().to_owned();
    let mut node = tree.node(id).first_child;
    // The text stands in it, or in what it holds first.
    for _ in 0..8 {
        let at = (node != NONE).then(|| tree.node(node))?;
        let is_blank = || tree.page[at.span.range()].trim().is_empty();
        match at.kind {
            NodeKind::Text if !is_blank() => {
                let text = &tree.page[at.span.range()];
                let blank = text.len() - text.trim_start().len();
                return Some(MachineTime { at: at.span.start + blank as u32, date_time });
            }
            NodeKind::Element if at.first_child != NONE => node = at.first_child,
            _ => node = at.next,
        }
    }
    None
}

/// How a title begins, in whatever way it is written: up to the first sign that JSON or a page may write otherwise.
fn start(title: &str) -> &str {
    let end = title.find(|c: char| !c.is_ascii_alphanumeric() && c != ' ').unwrap_or(title.len());
    title[..end].trim_end()
}

/// A number that no statement has for its subject yet.
fn subject(statements: &[Statement]) -> u32 {
    statements.len() as u32 + 1
}

/// Leaves out what is said of one field too often, with all that is said of the same person or picture. Whether anything was.
fn limit(statements: &mut Vec<Statement>) -> bool {
    let all = statements.len();
    let mut counts: HashMap<Field, usize> = HashMap::new();
    let mut dropped = 0;
    statements.retain(|one| {
        let count = counts.entry(one.field).or_default();
        *count += 1;
        if *count > MOST_OF_FIELD {
            dropped = if one.subject > 0 { one.subject } else { dropped };
            return false;
        }
        one.subject == 0 || one.subject != dropped
    });
    statements.len() < all
}

/// By what a page is known: its addresses, and what it calls itself.
#[derive(Debug, Default)]
struct PageNames {
    addresses: Vec<String>,
    titles: Vec<String>,
}

impl PageNames {
    fn add_address(&mut self, address: &str) {
        let place = place(address);
        let has_room = self.addresses.len() < MOST_NAMES_OF_PAGE;
        if has_room && place.len() > 1 && !self.addresses.iter().any(|held| held == place) {
            self.addresses.push(place.to_owned());
        }
    }

    fn add_title(&mut self, title: &str) {
        if self.titles.len() < MOST_NAMES_OF_PAGE && title.len() <= titles::LONGEST {
            self.titles.push(letters(title));
        }
    }

    /// Whether an address is the page's.
    fn is_own(&self, address: &str) -> bool {
        let place = place(address);
        place.contains('/') && place.len() > 1 && self.addresses.iter().any(|own| own == place)
    }

    /// Whether a text is one of the page's titles, or what one begins with before the site's name.
    fn is_title(&self, text: &str) -> bool {
        let text = letters(text);
        self.titles
            .iter()
            .any(|title| title.strip_prefix(&*text).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    }

    /// Whether the page bears a headline in one of its titles.
    fn has_title(&self, headline: &str) -> bool {
        let headline = letters(headline);
        headline.len() >= 4 && self.titles.iter().any(|title| title.contains(&*headline))
    }
}

/// An address without its scheme, `www.`, query, fragment and last slash.
fn place(address: &str) -> &str {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    address.strip_prefix("www.").unwrap_or(address).trim_end_matches('/')
}

/// A text as what matters when two are compared: its letters and digits in small, words parted by one blank.
pub(crate) fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        if word.is_ascii() {
            let start = out.len();
            out.push_str(word);
            out[start..].make_ascii_lowercase();
        } else {
            out.extend(word.chars().flat_map(char::to_lowercase));
        }
    }
    out
}
