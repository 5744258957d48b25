//! What Markdown and HTML say of an article, read back by parsers of others.

mod checks;
mod golden;

use checks::renderings::{check, check_letters};

/// The corpus, the pages of the tree's tests, and texts that are made to cost time.
#[test]
fn parsers_of_others_read_the_same_blocks() {
    for case in golden::cases() {
        println!("{}", case.name);
        check(&case.article());
    }
    let pages = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/html/pages");
    for page in std::fs::read_dir(pages).expect("a folder") {
        let page = page.expect("an entry").path();
        println!("{}", page.display());
        check(&nutgraf::from_html(&std::fs::read(page).expect("a page")).expect("an article"));
    }
    for (name, text) in checks::hostile::hostile(3_000) {
        println!("{name}");
        check(&nutgraf::from_text(&text).expect("an article"));
        check(&nutgraf::from_html(&text).expect("an article"));
    }
}

// ---- records that no input gives

use nutgraf::Article;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

const WORDS: &[&str] = &[
    "river", "rose", "Größe", "東京", "は、", "「重要」", "#", "##", "-", "+", "*", "**", "***", "_", "__", "a_b", "_a", "a_",
    "1.", "2)", "12345678901.", ">", "<", "<b>", "</b>", "<!--", "<?x", "a<b", "&", "&amp;", "&#35;", "&copy", "&;", "\\",
    "\\\\", "\\|", "|", "||", "a|b", "`", "``", "```", "`a`", "~", "~~", "~~~", "[", "]", "[a]", "[^1]:", "[a]:", "(b)", "[ ]",
    "![", "!", "=", "===", "---", "--", ":--", "| --- |", "http://a.b/c", "www.a.b", "<http://a.b>", "a@b.c", ":", "“a”", "—",
    "Note:", "(x)", "e\u{301}", "😀", "ab\u{AD}c", "$a$", "\"", "'", "Setext", "<div>", "<script>alert(1)</script>", "javascript:a",
    "Ⓐ", "٣", "।", "…", "\u{200B}",
];

const TARGETS: &[&str] = &[
    "https://example.com/a_(b)?c=d&copy;=e#f", "/a b", "a)b", "((", "", "#a", "javascript:alert(1)", " java\nscript:a",
    "\u{1}javascript:a", "\u{85} javascript:a", "data:text/html,<b>", "mailto:a@b.c", "a`b`c", "a|b", "<a>", "a\\b", "\"onclick=\"a",
    "//example.com/é", "vbscript:a", "tel:+1", "&amp;", "*a*",
];

/// What one segment is, and what stands in it.
#[derive(Clone, Debug)]
enum Tree {
    Leaf(&'static str, Vec<&'static str>),
    Around(&'static str, u32, Vec<Tree>),
}

fn words() -> impl Strategy<Value = Vec<&'static str>> {
    let others = vec(select([WORDS, &[" ", " ", "\n", "\u{2028}", "\t"]].concat()), 0..12);
    // A leaf is not of white space alone.
    (select(&WORDS[..WORDS.len() - 1]), others).prop_map(|(first, others)| [vec![first], others].concat())
}

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = (select(&["paragraph", "paragraph", "heading", "code", "footnote", "pull_quote", "caption", "image"][..]), words());
    let leaf = leaf.prop_map(|(kind, words)| Tree::Leaf(kind, words));
    let containers =
        &["list", "ordered", "list_item", "list_item", "block_quote", "table", "table_row", "table_cell", "header", "figure"][..];
    leaf.prop_recursive(5, 40, 4, move |inner| {
        (select(containers), 0_u32..12, vec(inner, 0..4)).prop_map(|(kind, number, inner)| Tree::Around(kind, number, inner))
    })
}

/// Lists, quotes and tables as inputs have them.
fn sound_tree() -> impl Strategy<Value = Tree> {
    let leaf = (select(&["paragraph", "paragraph", "heading", "code", "image"][..]), words());
    let leaf = leaf.prop_map(|(kind, words)| Tree::Leaf(kind, words));
    leaf.prop_recursive(4, 60, 4, move |inner| {
        let around = |kind: &'static str| move |inner: Vec<Tree>| Tree::Around(kind, 1, inner);
        let item = vec(inner.clone(), 0..3).prop_map(around("list_item"));
        let list = (select(&["list", "ordered"][..]), select(&[0_u32, 1, 1, 7, u32::MAX][..]), vec(item, 0..4));
        let cell = (select(&["table_cell", "header"][..]), 1_u32..3, vec(inner.clone(), 0..3));
        let row = vec(cell.prop_map(|(kind, span, inner)| Tree::Around(kind, span, inner)), 0..4);
        let table = vec(row.prop_map(around("table_row")), 0..4).prop_map(around("table"));
        let quote = vec(inner, 0..4).prop_map(around("block_quote"));
        prop_oneof![list.prop_map(|(kind, start, inner)| Tree::Around(kind, start, inner)), table, quote]
    })
}

/// Writes the record of trees, with marks over random ranges of the document.
fn article(trees: &[Tree], marks: &[(usize, usize, &str, &str)]) -> Article {
    fn write(tree: &Tree, document: &mut String, segments: &mut Vec<Value>) {
        let (at, start) = (segments.len(), document.len());
        segments.push(Value::Null);
        let (kind, mut value) = match tree {
            Tree::Leaf(kind, words) => {
                if *kind != "image" {
                    words.iter().for_each(|word| document.push_str(word));
                }
                (*kind, json!({}))
            }
            Tree::Around(kind, number, inner) => {
                inner.iter().for_each(|tree| write(tree, document, segments));
                match *kind {
                    "ordered" => ("list", json!({ "ordered": true, "list_start": number })),
                    "header" => ("table_cell", json!({ "header": true, "column_span": number })),
                    "table_cell" => ("table_cell", json!({ "row_span": number })),
                    kind => (kind, json!({})),
                }
            }
        };
        let role = if kind == "caption" { "furniture" } else { "body" };
        let level = if kind == "heading" { 2 } else { 0 };
        let own = json!({
            "kind": kind, "role": role, "level": level, "end": segments.len(), "span": [start, document.len()],
            "source": [0, 0], "confidence": 0.5, "reasons": [],
        });
        let value = value.as_object_mut().expect("an object");
        value.extend(own.as_object().expect("an object").clone());
        segments[at] = Value::Object(value.clone());
        if matches!(tree, Tree::Leaf(..)) {
            document.push('\n');
        }
    }
    let (mut document, mut segments) = (String::new(), Vec::new());
    trees.iter().for_each(|tree| write(tree, &mut document, &mut segments));
    let boundary = |at: usize| (0..=at % (document.len() + 1)).rev().find(|&at| document.is_char_boundary(at)).unwrap_or(0);
    let mut links_end = 0;
    let mut places: Vec<(usize, usize, &str, &str)> = marks
        .iter()
        .map(|&(start, length, kind, target)| (boundary(start), length, kind, target))
        .map(|(start, length, kind, target)| match kind {
            "image" => (start, start, kind, target),
            // Whatever its length, at a line feed or not: it is white space.
            "line_break" => (start, start, kind, target),
            _ => (start, boundary((start + length).min(document.len())).max(start), kind, target),
        })
        .collect();
    places.extend(segments.iter().filter(|segment| segment["kind"] == "image").map(|segment| {
        let at = segment["span"][0].as_u64().expect("an offset") as usize;
        (at, at, "image", "/a.png")
    }));
    places.sort();
    let mut values = Vec::new();
    for (start, mut end, kind, target) in places {
        if kind == "line_break" {
            let Some(line_feed) = document[start..].find(['\n', ' ']).map(|at| start + at) else { continue };
            values.push(json!({ "kind": kind, "span": [line_feed, line_feed + 1], "source": [0, 0] }));
            continue;
        }
        if kind == "link" {
            // Links do not cross.
            if start < links_end || start == end {
                continue;
            }
            links_end = end;
        }
        end = end.max(start);
        values.push(json!({ "kind": kind, "span": [start, end], "source": [0, 0], "target": target, "alt": target }));
    }
    values.sort_by_key(|mark| mark["span"][0].as_u64());
    let kinds: Vec<&str> = nutgraf::BODY_KINDS.iter().map(|kind| kind.name()).collect();
    let article = json!({
        "schema": 1, "generator": { "name": "nutgraf", "version": "0", "weights": null }, "offset_unit": "byte",
        "source_unit": "byte", "confidence": 0.5, "body_kinds": kinds, "document": document, "segments": segments,
        "marks": values, "facts": [], "warnings": [],
    });
    Article::from_json(&article.to_string()).expect("an article")
}

fn marks() -> impl Strategy<Value = Vec<(usize, usize, &'static str, &'static str)>> {
    let kinds = &["link", "emphasis", "strong", "emphasis", "strong", "code", "sub", "sup", "image", "line_break"][..];
    vec((0_usize..400, 0_usize..20, select(kinds), select(TARGETS)), 0..10)
}

fn config() -> ProptestConfig {
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(0x6e75_7467);
    }
    config
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn records_of_any_shape(trees in vec(tree(), 1..4), marks in marks()) {
        check_letters(&article(&trees, &marks));
    }

    #[test]
    fn records_as_inputs_have_them(trees in vec(sound_tree(), 1..4), marks in marks()) {
        check(&article(&trees, &marks));
    }

    #[test]
    fn a_paragraph_of_any_signs(words in words(), marks in marks()) {
        check(&article(&[Tree::Leaf("paragraph", words)], &marks));
    }
}
