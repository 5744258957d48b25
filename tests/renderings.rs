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
    "river",
    "rose",
    "Größe",
    "東京",
    "は、",
    "「重要」",
    "#",
    "##",
    "-",
    "+",
    "*",
    "**",
    "***",
    "_",
    "__",
    "a_b",
    "_a",
    "a_",
    "1.",
    "2)",
    "12345678901.",
    ">",
    "<",
    "<b>",
    "</b>",
    "<!--",
    "<?x",
    "a<b",
    "&",
    "&amp;",
    "&#35;",
    "&copy",
    "&;",
    "\\",
    "\\\\",
    "\\|",
    "|",
    "||",
    "a|b",
    "`",
    "``",
    "```",
    "`a`",
    "~",
    "~~",
    "~~~",
    "[",
    "]",
    "[a]",
    "[^1]:",
    "[a]:",
    "(b)",
    "[ ]",
    "![",
    "!",
    "=",
    "===",
    "---",
    "--",
    ":--",
    "| --- |",
    "http://a.b/c",
    "www.a.b",
    "<http://a.b>",
    "a@b.c",
    ":",
    "“a”",
    "—",
    "Note:",
    "(x)",
    "e\u{301}",
    "😀",
    "ab\u{AD}c",
    "$a$",
    "\"",
    "'",
    "Setext",
    "<div>",
    "<script>alert(1)</script>",
    "javascript:a",
    "Ⓐ",
    "٣",
    "।",
    "…",
    "\u{200B}",
];

const TARGETS: &[&str] = &[
    "https://example.com/a_(b)?c=d&copy;=e#f",
    "/a b",
    "a)b",
    "((",
    "",
    "#a",
    "javascript:alert(1)",
    " java\nscript:a",
    "\u{1}javascript:a",
    "\u{85} javascript:a",
    "data:text/html,<b>",
    "mailto:a@b.c",
    "a`b`c",
    "a|b",
    "<a>",
    "a\\b",
    "\"onclick=\"a",
    "//example.com/é",
    "vbscript:a",
    "tel:+1",
    "&amp;",
    "*a*",
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
    let leaf = (
        select(&["paragraph", "paragraph", "heading", "code", "footnote", "pull_quote", "caption", "image"][..]),
        words(),
    );
    let leaf = leaf.prop_map(|(kind, words)| Tree::Leaf(kind, words));
    let containers = &[
        "list",
        "ordered",
        "list_item",
        "list_item",
        "block_quote",
        "table",
        "table_row",
        "table_cell",
        "header",
        "figure",
    ][..];
    leaf.prop_recursive(5, 40, 4, move |inner| {
        (select(containers), 0_u32..12, vec(inner, 0..4))
            .prop_map(|(kind, number, inner)| Tree::Around(kind, number, inner))
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
    let boundary =
        |at: usize| (0..=at % (document.len() + 1)).rev().find(|&at| document.is_char_boundary(at)).unwrap_or(0);
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

// ---- what people see

const PAGE: &str = "<!doctype html><html lang=en><head><base href=\"/2024/\"><title>The River Rose</title></head><body>
<nav><a href=/><img src=/logo.svg alt=Logo></a> <a href=/news>News</a></nav><main><article><h1>The River Rose</h1>
<figure><a href=big.jpg><img src=hero.jpg alt=\"The [river]\"></a><figcaption>The river at <em>four</em> in the morning. Photo: \
Ann Lee/AP</figcaption></figure>
<p>The river came over its bank at four in the <em>morn</em>ing, and <b>by five:</b>the main street was \
<a href=\"../map?a=b&amp;copy=1#c\">under <code>water</code></a>, said Mr. snake_case of H<sub>2</sub>O &amp; 5 * 3 &lt; 4.</p>
<img src=//example.org/mid.png alt=Mid>
<p>- The council met on Monday to confirm all of it,<br>1. said the clerk of the town, who had counted the houses twice \
<img src=\"a b.png\" alt=i> by hand.</p>
<h2>What comes next #</h2>
<ul><li>The first thing that the town will do is<ol><li>to build a dam that is higher</li><li>and to build it soon</li></ol></li>
<li>The second thing is to pay for it.</li></ul><ul><li>A list of its own, which says one more thing.</li></ul>
<blockquote><p>Nobody was hurt by the water that came into the town, said the mayor.</p></blockquote>
<pre><code class=language-rust>fn main() {\n\n    ```x```\n}</code></pre>
<table><tr><th>Name of the river<th>Metres</tr><tr><td rowspan=2>Aar|Aare<td><code>x|y</code></tr><tr><td>4</tr></table>
<p>Now <a href=\"java&#10;script:alert(1)\">click</a> on this: the river has gone back to its bed, and so has the town.</p>
</article></main>";

fn page() -> Article {
    nutgraf::Reader::new().url("https://example.com/a/b.html").from_html(PAGE).expect("an article")
}

#[test]
fn markdown_for_people() {
    let markdown = "\
# The River Rose

[![The \\[river\\]](https://example.com/2024/hero.jpg)](https://example.com/2024/big.jpg)

*The river at four in the morning. Photo: Ann Lee/AP*

The river came over its bank at four in the *morn*ing, and <strong>by five:</strong>the main street was \
[under `water`](https://example.com/map?a=b&copy=1#c), said Mr. snake_case of H<sub>2</sub>O & 5 * 3 < 4.

![Mid](https://example.org/mid.png)

\\- The council met on Monday to confirm all of it,\\
1\\. said the clerk of the town, who had counted the houses twice ![i](https://example.com/2024/a%20b.png) by hand.

## What comes next \\#

- The first thing that the town will do is
  1. to build a dam that is higher
  2. and to build it soon
- The second thing is to pay for it.

* A list of its own, which says one more thing.

> Nobody was hurt by the water that came into the town, said the mayor.

````rust
fn main() {

    ```x```
}
````

| Name of the river | Metres |
| --- | --- |
| Aar\\|Aare | `x\\|y` |
|  | 4 |

Now click on this: the river has gone back to its bed, and so has the town.
";
    assert_eq!(page().to_markdown(), markdown);
    check(&page());
}

#[test]
fn html_for_people() {
    let html = "\
<article lang=\"en\">
<h1>The River Rose</h1>
<figure>
<a href=\"https://example.com/2024/big.jpg\"><img src=\"https://example.com/2024/hero.jpg\" alt=\"The [river]\"></a>
<figcaption>The river at <em>four</em> in the morning. Photo: Ann Lee/AP</figcaption>
</figure>
<p>The river came over its bank at four in the <em>morn</em>ing, and <strong>by five:</strong>the main street was \
<a href=\"https://example.com/map?a=b&amp;copy=1#c\">under <code>water</code></a>, said Mr. snake_case of H<sub>2</sub>O \
&amp; 5 * 3 &lt; 4.</p>
<p><img src=\"https://example.org/mid.png\" alt=\"Mid\"></p>
<p>- The council met on Monday to confirm all of it,<br>1. said the clerk of the town, who had counted the houses twice \
<img src=\"https://example.com/2024/a b.png\" alt=\"i\"> by hand.</p>
<h2>What comes next #</h2>
<ul>
<li>The first thing that the town will do is
<ol>
<li>to build a dam that is higher</li>
<li>and to build it soon</li>
</ol>
</li>
<li>The second thing is to pay for it.</li>
</ul>
<ul>
<li>A list of its own, which says one more thing.</li>
</ul>
<blockquote>
<p>Nobody was hurt by the water that came into the town, said the mayor.</p>
</blockquote>
<pre><code class=\"language-rust\">fn main() {

    ```x```
}</code></pre>
<table>
<thead>
<tr>
<th>Name of the river</th>
<th>Metres</th>
</tr>
</thead>
<tbody>
<tr>
<td rowspan=\"2\">Aar|Aare</td>
<td><code>x|y</code></td>
</tr>
<tr>
<td>4</td>
</tr>
</tbody>
</table>
<p>Now click on this: the river has gone back to its bed, and so has the town.</p>
</article>
";
    assert_eq!(page().to_html(), html);
}

#[test]
fn links_images_and_tables_are_those_of_the_body() {
    let article = page();
    let links: Vec<_> = article.links().map(|link| (link.text().into_owned(), link.target(), link.alt())).collect();
    assert_eq!(
        links,
        [
            (String::new(), Some("https://example.com/2024/big.jpg"), Some("The [river]")),
            ("under water".to_owned(), Some("https://example.com/map?a=b&copy=1#c"), None),
            // What it says stays in the record, though no rendering follows it.
            ("click".to_owned(), Some("javascript:alert(1)"), None),
        ]
    );
    let images: Vec<_> = article.images().filter_map(|image| image.alt()).collect();
    assert_eq!(images, ["The [river]", "Mid", "i"]);
    assert_eq!(article.marks().filter_map(|mark| mark.target()).filter(|target| target.ends_with("/news")).count(), 1);
    let tables: Vec<_> = article.tables().map(|table| table.rows()).collect();
    assert_eq!(tables, [[vec!["Name of the river", "Metres"], vec!["Aar|Aare", "x|y"], vec!["4"]]]);
    // A picture came from its tag, and its figure from there on.
    let figure = article.segments().find(|segment| segment.kind() == nutgraf::Kind::Figure).expect("a figure");
    assert!(PAGE[figure.source().range()].starts_with("<img src=hero.jpg"));
    // Without the address of the page, what is relative stays so.
    let article =
        nutgraf::from_html("<p>The <a href=' ../river '>river</a> came over its bank at four.").expect("an article");
    assert_eq!(article.links().filter_map(|link| link.target()).collect::<Vec<_>>(), ["../river"]);
}

#[test]
fn no_page_makes_html_that_runs() {
    let prose =
        "The river came over its bank at four in the morning, and by five the main street was under water. ".repeat(4);
    for attack in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href=javascript:alert(1)>a</a>",
        "<a href='&#1;javascript:alert(1)'>a</a>",
        "<a href='java&Tab;script:alert(1)'>a</a>",
        "<a href='&#x80; javascript:alert(1)'>a</a>",
        "<a href='\"onmouseover=alert(1)//'>a</a>",
        "<img alt='\"><script>alert(1)</script>' src='\"><script>alert(1)</script>'>",
        "<img src=data:image/svg+xml,<svg/onload=alert(1)>>",
        "<svg><text><script>alert(1)</script></text><a xlink:href=javascript:a><text>b</text></a></svg>",
        "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<pre class='language-\"><script>'>a</pre>",
        "<pre><code class='language-x\" onclick=alert(1)'>&lt;/code>&lt;script>alert(1)&lt;/script></code></pre>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<textarea></article><script>alert(1)</script></textarea>",
        "<noscript><p title='</noscript><script>alert(1)</script>'></noscript>",
        "<base href=javascript:alert(1)//><a href=a>b</a>",
        "<table><tr><td colspan='2\" onclick=\"a'>a<td>b</table>",
        "<ol start='1\" onclick=\"a'><li>a</ol>",
    ] {
        let page = format!(
            "<html lang='en\" onclick=\"a'><h1>A title of {attack}</h1><p>{prose}<p>{prose}{attack}<p>{attack}{prose}"
        );
        for url in ["https://example.com/", "javascript:alert(1)//"] {
            check(&nutgraf::Reader::new().url(url).from_html(&page).expect("an article"));
        }
    }
}

#[test]
fn tables_and_code_of_plain_text_keep_their_form() {
    let prose = "The river came over its bank at four in the morning, and by five the main street was under water.";
    let end = "Nobody was hurt, the mayor said, but forty families spent the night in the school by the mill.";
    let table = "| Town | Water |\n| --- | --- |\n| Oslo | high |\n| Graz | low |";
    let other = "| Dam | Gates |\n| --- | --- |\n| Upper | two |\n| Lower | six |";
    let code = "```python\ndef f(x):\n    return x\n```\n\n> ```\n> quoted\n>   deeper\n> ```";
    let text = format!("# The River\n\nBy Jane Roe\n\n{prose}\n\n{table}\n\n{other}\n\n{code}\n\n{end}\n");
    let article = nutgraf::from_text(&text).expect("an article");
    assert_eq!(article.to_markdown(), text.replace("By Jane Roe\n\n", ""));
    let spelled = nutgraf::from_text(&format!("The Proﬁle\n\nBy Ann Coﬀey\n\n{prose}\n")).expect("an article");
    assert_eq!((spelled.title(), &*spelled.authors()), (Some("The Profile"), &["Ann Coffey"][..]));
}
