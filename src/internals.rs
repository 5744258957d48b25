//! What benchmarks and fuzz targets of this repository call. It is no part of the interface and may change at any time.

use std::ops::Range;

use crate::input::html::lower;
use crate::input::html::scanner::{Content, Scanner, Token, lowered};
use crate::input::html::tree::{DOCUMENT, NodeKind, Tree};
use crate::label::features::Feature;
use crate::label::page_type;
use crate::model::Span;

/// Runs through the tokens of a page; how many there are.
#[must_use]
pub fn count_tokens(page: &str) -> usize {
    let mut scanner = Scanner::new(page);
    let mut tokens = 0;
    loop {
        match scanner.next(false) {
            Token::EndOfFile => return tokens,
            Token::Start(tag) => match Content::of(tag.name) {
                Content::Data => {}
                content => scanner.set_content(content, tag.name),
            },
            _ => {}
        }
        tokens += 1;
    }
}

/// Parses a page; how many nodes its tree has.
#[must_use]
pub fn count_nodes(page: &str) -> usize {
    Tree::parse(page).len()
}

/// Parses a page and lowers it to blocks; how many there are.
#[must_use]
pub fn count_blocks(page: &str) -> usize {
    lower::lower(&Tree::parse(page)).blocks.blocks.len()
}

/// A tree as text: a line for each element and text, indented by depth. Texts that touch are one.
#[derive(Default)]
pub struct Outline {
    lines: String,
    text: String,
    depth: usize,
}

impl Outline {
    /// A text at a depth.
    pub fn text(&mut self, depth: usize, text: &str) {
        if depth != self.depth {
            self.part();
        }
        self.depth = depth;
        self.text.push_str(text);
    }

    /// The start of an element at a depth.
    pub fn element(&mut self, depth: usize, name: &str) {
        self.part();
        self.lines.push_str(&format!("{:depth$}<{name}>\n", ""));
    }

    /// What stands between two texts and is not written.
    pub fn part(&mut self) {
        if !self.text.is_empty() {
            let depth = self.depth;
            self.lines.push_str(&format!("{:depth$}{:?}\n", "", self.text));
            self.text.clear();
        }
    }

    /// The lines.
    #[must_use]
    pub fn finish(mut self) -> String {
        self.part();
        self.lines
    }
}

/// The tree of a page, without attributes, comments and the document type.
#[must_use]
pub fn outline(page: &str) -> String {
    let tree = Tree::parse(page);
    let mut outline = Outline::default();
    let mut open = vec![(DOCUMENT, 0)];
    while let Some((id, depth)) = open.pop() {
        let node = tree.node(id);
        match node.kind {
            NodeKind::Text => tree.pieces(id).for_each(|piece| outline.text(depth, &piece.text)),
            NodeKind::Element => outline.element(depth, &lowered(tree.written_name(id))),
            NodeKind::Document | NodeKind::Doctype | NodeKind::Comment => outline.part(),
        }
        let first = open.len();
        open.extend(tree.children(id).map(|child| (child, depth + 1)));
        open[first..].reverse();
    }
    outline.finish()
}

/// A unit and what is known of it.
#[derive(Debug)]
pub struct UnitFeatures {
    /// Its words.
    pub text: String,
    /// Bytes of the page, or of the text.
    pub source: Range<u32>,
    /// The step of each feature.
    pub steps: Vec<u8>,
}

/// The names of the features of a unit of a page, each with the number of its steps and what it is where it speaks against a unit.
#[must_use]
pub fn unit_features() -> Vec<(&'static str, usize, &'static str)> {
    Feature::ALL.iter().map(|feature| (feature.name(), feature.steps(), feature.evidence().name())).collect()
}

/// The same of a unit of a text.
#[must_use]
pub fn text_unit_features() -> Vec<(&'static str, usize, &'static str)> {
    crate::label::text_feature_names()
}

/// The same of a page as a whole.
#[must_use]
pub fn page_features() -> Vec<(String, usize)> {
    page_type::features()
}

/// The units of a page, and the steps of the page.
#[must_use]
pub fn features(page: &str) -> (Vec<UnitFeatures>, Vec<u8>) {
    let lower::Lowered { document, blocks, map, .. } = lower::lower(&Tree::parse(page));
    let language = crate::facts::language::detect(&document, &blocks);
    let (units, whole) = crate::label::features(&document, &blocks, &language);
    let unit = |(span, steps): (Span, Vec<u8>)| {
        let source = map.page(span);
        UnitFeatures { text: document[span.range()].to_owned(), source: source.start..source.end, steps }
    };
    (units.into_iter().map(|(span, steps)| unit((span, steps.to_vec()))).collect(), whole)
}

/// The lines of a text after the rules have labelled them.
#[must_use]
pub fn text_features(text: &str) -> Vec<UnitFeatures> {
    let (given, blocks) = crate::export::alone(text);
    let language = crate::facts::language::detect(text, &blocks);
    let unit = |(span, steps): (Span, Vec<u8>)| UnitFeatures {
        text: text[span.range()].to_owned(),
        source: span.start..span.end,
        steps,
    };
    crate::label::text_features(text, blocks, &language, given.scope).into_iter().map(unit).collect()
}
