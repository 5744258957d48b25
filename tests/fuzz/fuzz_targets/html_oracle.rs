//! Any text as a page: the tree is html5ever's.

#![no_main]

use html5ever::tendril::TendrilSink;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{NodeData, RcDom};
use nutgraf::internals::{Outline, outline};

/// Names that html5ever treats otherwise than the standard has it (tests/html/oracle.rs says how).
const OTHERWISE: &[&str] =
    &["annotation-xml", "desc", "foreignobject", "mi", "mn", "mo", "ms", "mtext", "search", "selectedcontent", "title"];

/// Tags, at most: under our caps of open elements and of formatting ones.
const TAGS: usize = 32;

fn theirs(page: &str) -> String {
    let options = ParseOpts {
        tokenizer: TokenizerOpts { discard_bom: false, ..Default::default() },
        tree_builder: TreeBuilderOpts { scripting_enabled: false, ..Default::default() },
    };
    let dom = parse_document(RcDom::default(), options).one(page);
    let mut outline = Outline::default();
    let mut open = vec![(dom.document.clone(), 0)];
    while let Some((node, depth)) = open.pop() {
        let mut children: Vec<_> = node.children.borrow().iter().cloned().collect();
        match &node.data {
            NodeData::Text { contents } => outline.text(depth, &contents.borrow()),
            NodeData::Element { name, template_contents, .. } => {
                outline.element(depth, &name.local.to_ascii_lowercase());
                children
                    .extend(template_contents.borrow().iter().flat_map(|content| content.children.borrow().clone()));
            }
            _ => outline.part(),
        }
        open.extend(children.into_iter().rev().map(|child| (child, depth + 1)));
    }
    outline.finish()
}

libfuzzer_sys::fuzz_target!(|page: &str| {
    let lower = page.to_ascii_lowercase();
    let otherwise =
        OTHERWISE.iter().any(|name| lower.contains(&format!("<{name}")) || lower.contains(&format!("</{name}")));
    if otherwise || page.matches('<').count() > TAGS {
        return;
    }
    assert_eq!(outline(page), theirs(page), "{page:?}");
});
