//! Markdown and HTML read back by parsers of others (pulldown-cmark, html5ever) are the blocks that the record says: kind,
//! level, nesting, characters and their styles. What should stand there is made here from the record alone.

use ammonia::{Builder, UrlRelative};
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use nutgraf::{Article, Kind, MarkKind, Role, SegmentRef};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::{is_visible, letters};

/// The most containers in one another that a rendering shows.
const DEPTH: usize = 32;

/// Characters with the styles that they have: a bit for each of [`STYLES`]; a line feed is a line break.
type Text = Vec<(char, u8)>;

const STYLES: [(MarkKind, &str, u8); 6] = [
    (MarkKind::Strong, "strong", 1),
    (MarkKind::Emphasis, "em", 2),
    (MarkKind::Code, "code", 4),
    (MarkKind::Sub, "sub", 8),
    (MarkKind::Sup, "sup", 16),
    (MarkKind::Link, "a", LINK),
];
const EMPHASIS: u8 = 2;
const CODE: u8 = 4;
const LINK: u8 = 32;

#[derive(Clone, PartialEq)]
enum Node {
    Heading(u32, Text),
    Paragraph(Text),
    Code(String, String),
    Quote(Vec<Node>),
    /// Number of the first item.
    List(Option<u64>, Vec<Node>),
    Item(Vec<Node>),
    Table(Vec<Node>),
    Row(Vec<Node>),
    Cell(Vec<Node>),
}

impl std::fmt::Debug for Node {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let show = |text: &Text| {
            let mut out = String::new();
            let mut last = 0;
            for &(c, style) in text {
                if style != last {
                    out.push_str(&format!("⟨{style}⟩"));
                    last = style;
                }
                out.push(c);
            }
            out
        };
        match self {
            Self::Heading(level, text) => write!(f, "h{level} {:?}", show(text)),
            Self::Paragraph(text) => write!(f, "p {:?}", show(text)),
            Self::Code(language, text) => write!(f, "code {language:?} {text:?}"),
            Self::Quote(nodes) => f.debug_tuple("quote").field(nodes).finish(),
            Self::List(start, nodes) => f.debug_tuple("list").field(start).field(nodes).finish(),
            Self::Item(nodes) => f.debug_tuple("item").field(nodes).finish(),
            Self::Table(nodes) => f.debug_tuple("table").field(nodes).finish(),
            Self::Row(nodes) => f.debug_tuple("row").field(nodes).finish(),
            Self::Cell(nodes) => f.debug_tuple("cell").field(nodes).finish(),
        }
    }
}

/// Both renderings of an article say what its record says.
pub fn check(article: &Article) {
    let (markdown, html) = (article.to_markdown(), article.to_html());
    inert(&html);
    if depth(article) > DEPTH {
        return;
    }
    let expected = expected(article);
    let found = flat(of_markdown(&markdown));
    same(&flat(expected.clone()), &found, &markdown);
    same(&expected, &of_html(&html), &html);
}

/// Whatever the shape of the record, both renderings show the same characters, and none of them is markup.
pub fn check_letters(article: &Article) {
    let (markdown, html) = (article.to_markdown(), article.to_html());
    inert(&html);
    let letters = |nodes: &[Node]| line(nodes).into_iter().map(|(c, _)| c).filter(|&c| c != '\n').collect::<String>();
    assert_eq!(letters(&flat(of_markdown(&markdown))), letters(&of_html(&html)), "{markdown}\n{html}");
}

fn same(expected: &[Node], found: &[Node], rendering: &str) {
    if expected == found {
        return;
    }
    let at = expected.iter().zip(found).take_while(|(a, b)| a == b).count();
    let show = |nodes: &[Node]| format!("{:#?}", nodes.get(at));
    let (expected, found) = (show(expected), show(found));
    let rendering = if rendering.len() < 4000 { rendering } else { "(long)" };
    panic!("block {at}: expected\n{expected}\nfound\n{found}\nin\n{rendering}");
}

fn depth(article: &Article) -> usize {
    let (mut open, mut most) = (Vec::new(), 0);
    for segment in article.segments().filter(|segment| segment.kind().is_container()) {
        open.retain(|&end| end > segment.index());
        open.push(segment.record().end);
        most = most.max(open.len());
    }
    most
}

// ---- what should stand there

struct Expected<'a> {
    article: &'a Article,
    /// Styles of each byte of the document.
    styles: Vec<u8>,
    /// Bytes that layout marks cover, and those of line breaks.
    layout: Vec<bool>,
    breaks: Vec<bool>,
    last: Option<u32>,
    /// The block that came last is a caption.
    after_caption: bool,
}

fn expected(article: &Article) -> Vec<Node> {
    let length = article.document().len();
    let mut expected = Expected {
        article,
        styles: vec![0; length],
        layout: vec![false; length],
        breaks: vec![false; length],
        last: None,
        after_caption: false,
    };
    for mark in article.marks() {
        let range = mark.span().range();
        match mark.kind() {
            MarkKind::Layout => expected.layout[range].fill(true),
            MarkKind::LineBreak => expected.breaks[range].fill(true),
            MarkKind::Link if !mark.target().is_some_and(is_harmless) => {}
            kind => {
                let bit = STYLES.iter().find(|style| style.0 == kind).map_or(0, |style| style.2);
                expected.styles[range].iter_mut().for_each(|styles| *styles |= bit);
            }
        }
    }
    let mut nodes = Vec::new();
    if let Some(title) = article.title().filter(|_| !article.body_kinds().contains(&Kind::Title)) {
        nodes.push(Node::Heading(1, title.chars().filter(|&c| is_visible(c)).map(|c| (c, 0)).collect()));
    }
    let mut index = 0;
    while let Some(segment) = article.segment(index) {
        expected.segment(segment, None, &mut nodes);
        index = segment.record().end;
    }
    nodes
}

/// Where a link can lead, by the list in the documentation.
fn is_harmless(target: &str) -> bool {
    let target: String = target.chars().filter(|c| !c.is_control()).collect();
    let target = target.trim();
    let web = ["http:", "https:"].iter().any(|web| target.to_ascii_lowercase().starts_with(web));
    if web && ammonia::Url::parse(target).is_err() {
        return false;
    }
    match target.split_once([':', '/', '?', '#']) {
        Some((scheme, _)) if target[scheme.len()..].starts_with(':') => {
            let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
            !named || ["http", "https", "mailto", "tel"].contains(&scheme.to_ascii_lowercase().as_str())
        }
        _ => true,
    }
}

impl Expected<'_> {
    fn text(&self, segment: SegmentRef<'_>) -> Text {
        let span = segment.span();
        let mut text = Text::new();
        let mut line_break = false;
        for (at, c) in self.article.document()[span.range()].char_indices() {
            let at = span.start as usize + at;
            line_break |= self.breaks[at];
            if self.layout[at] || !is_visible(c) {
                continue;
            }
            if std::mem::take(&mut line_break) && !text.is_empty() {
                text.push(('\n', 0));
            }
            // A ligature is spelled out.
            text.extend(letters(c.encode_utf8(&mut [0; 4])).chars().map(|c| (c, self.styles[at])));
        }
        text
    }

    /// `figure` is how many containers below the innermost figure the segment stands.
    fn segment(&mut self, segment: SegmentRef<'_>, figure: Option<u32>, out: &mut Vec<Node>) {
        let kind = segment.kind();
        let caption = figure.is_some() && matches!(kind, Kind::Caption | Kind::Credit);
        let in_body = self.article.body_kinds().contains(&kind);
        if segment.role() == Role::Boilerplate || !in_body && !caption {
            return;
        }
        let inner_figure = if kind == Kind::Figure { Some(0) } else { figure.map(|depth| depth + 1) };
        let caption = caption && figure == Some(0);
        let mut inner = Vec::new();
        if kind.is_container() {
            for child in segment.children() {
                // A figure right in a list is an item, with all that it holds.
                if kind == Kind::List && child.kind() == Kind::Figure {
                    let mut held = Vec::new();
                    self.segment(child, inner_figure, &mut held);
                    inner.extend((!held.is_empty()).then_some(Node::Item(held)));
                } else {
                    self.segment(child, inner_figure, &mut inner);
                }
            }
        }
        if kind == Kind::Image || kind == Kind::Figure {
            self.after_caption = false;
        }
        let has_text = !segment.text().trim().is_empty();
        match kind {
            Kind::Figure => out.extend(inner),
            Kind::BlockQuote => out.extend((!inner.is_empty()).then_some(Node::Quote(inner))),
            Kind::List => {
                let mut items: Vec<Node> = Vec::new();
                for node in inner {
                    match (node, items.last_mut()) {
                        (item @ Node::Item(_), _) => items.push(item),
                        (list @ Node::List(..), Some(Node::Item(item))) => item.push(list),
                        (node, _) => items.push(Node::Item(vec![node])),
                    }
                }
                let start = segment.is_ordered().then(|| u64::from(segment.record().list_start).min(999_999_999));
                out.extend((!items.is_empty()).then_some(Node::List(start, items)));
            }
            Kind::ListItem => out.extend((!inner.is_empty()).then_some(Node::Item(inner))),
            Kind::Table => {
                let (rows, others): (Vec<_>, Vec<_>) = inner.into_iter().partition(|node| matches!(node, Node::Row(_)));
                out.extend(others);
                let says = |row: &Node| matches!(row, Node::Row(cells) if cells.iter().any(|cell| *cell != Node::Cell(vec![])));
                out.extend(rows.iter().any(says).then_some(Node::Table(rows)));
            }
            Kind::TableRow => out.extend((!inner.is_empty()).then_some(Node::Row(inner))),
            Kind::TableCell => out.push(Node::Cell(inner)),
            // Its picture is checked with the others.
            Kind::Image => {
                let mut images = self.article.marks().filter(|mark| mark.kind() == MarkKind::Image);
                let shown = images.any(|mark| {
                    let target = mark.target().unwrap_or_default().trim();
                    let fetched = is_harmless(target) && !target.starts_with("mailto:") && !target.starts_with("tel:");
                    mark.span() == segment.span() && !target.is_empty() && fetched
                });
                out.extend(shown.then(|| Node::Paragraph(vec![])));
            }
            _ if !has_text => {}
            Kind::Code => {
                let language = segment.code_language().filter(|language| !language.contains(char::is_whitespace));
                let text = segment.text().replace(|c: char| c.is_control() && c != '\n' && c != '\t', " ");
                let text = text.strip_suffix('\n').unwrap_or(&text).to_owned();
                out.push(Node::Code(language.unwrap_or_default().to_owned(), text));
                self.after_caption = false;
                self.last = Some(segment.index());
            }
            _ => {
                let mut text = self.text(segment);
                if caption {
                    text.iter_mut().filter(|c| c.0 != '\n').for_each(|c| c.1 |= EMPHASIS);
                }
                let goes_on = segment.continues().is_some_and(|before| Some(before.index()) == self.last);
                match (kind, out.last_mut()) {
                    (Kind::Paragraph | Kind::Footnote, Some(Node::Paragraph(before))) if goes_on => before.extend(text),
                    (_, Some(Node::Paragraph(before))) if caption && self.after_caption => {
                        before.push(('\n', 0));
                        before.extend(text);
                    }
                    (Kind::Heading, _) => out.push(Node::Heading(segment.level(), text)),
                    (Kind::Title, _) => out.push(Node::Heading(1, text)),
                    (Kind::PullQuote, _) => out.push(Node::Quote(vec![Node::Paragraph(text)])),
                    _ => out.push(Node::Paragraph(text)),
                }
                self.after_caption = caption;
                self.last = Some(segment.index());
            }
        }
    }
}

/// The text of a cell on one line: its blocks, one from the next by a line break.
fn line(nodes: &[Node]) -> Text {
    let mut parts = Vec::new();
    nodes.iter().for_each(|node| collect(node, &mut parts));
    parts.join(&('\n', 0))
}

fn collect(node: &Node, parts: &mut Vec<Text>) {
    match node {
        Node::Heading(_, text) | Node::Paragraph(text) => parts.push(text.clone()),
        Node::Code(_, code) => {
            let lines = code.split('\n').filter(|line| !line.trim().is_empty());
            parts.extend(lines.map(|line| line.chars().filter(|&c| is_visible(c)).map(|c| (c, CODE)).collect()));
        }
        Node::Quote(nodes)
        | Node::List(_, nodes)
        | Node::Item(nodes)
        | Node::Table(nodes)
        | Node::Row(nodes)
        | Node::Cell(nodes) => nodes.iter().for_each(|node| collect(node, parts)),
    }
}

/// Tables as Markdown has them: cells that say something, each on one line, and no row that says nothing.
fn flat(nodes: Vec<Node>) -> Vec<Node> {
    let inner = |node| match node {
        Node::Quote(nodes) => Node::Quote(flat(nodes)),
        Node::List(start, nodes) => Node::List(start, flat(nodes)),
        Node::Item(nodes) => Node::Item(flat(nodes)),
        Node::Table(rows) => Node::Table(flat(rows).into_iter().filter(|row| *row != Node::Row(vec![])).collect()),
        Node::Row(cells) => {
            let lines = cells.iter().map(|cell| match cell {
                Node::Cell(nodes) => line(nodes),
                _ => vec![],
            });
            Node::Row(
                lines.filter(|line| !line.is_empty()).map(|line| Node::Cell(vec![Node::Paragraph(line)])).collect(),
            )
        }
        other => other,
    };
    nodes.into_iter().map(inner).collect()
}

// ---- what stands there

/// Builds nodes from what a parser meets.
#[derive(Default)]
struct Reader {
    open: Vec<Node>,
    /// Blocks of each open container; the first are those of the document.
    blocks: Vec<Vec<Node>>,
    /// The text that is open; a text outside of a block is a paragraph of a tight item.
    text: Option<Text>,
    styles: Vec<u8>,
    in_image: bool,
    targets: Vec<String>,
}

impl Reader {
    fn new() -> Self {
        Self { blocks: vec![Vec::new()], ..Self::default() }
    }

    fn start(&mut self, node: Node) {
        self.end_text(Node::Paragraph);
        self.open.push(node);
        self.blocks.push(Vec::new());
    }

    fn end(&mut self) {
        self.end_text(Node::Paragraph);
        let inner = self.blocks.pop().expect("a container");
        let node = match self.open.pop().expect("a container") {
            Node::Quote(_) => Node::Quote(inner),
            Node::List(start, _) => Node::List(start, inner),
            Node::Item(_) => Node::Item(inner),
            Node::Table(_) => Node::Table(inner),
            Node::Row(_) => Node::Row(inner),
            _ => Node::Cell(inner),
        };
        self.push(node);
    }

    fn push(&mut self, node: Node) {
        self.blocks.last_mut().expect("the document").push(node);
    }

    fn end_text(&mut self, block: impl FnOnce(Text) -> Node) {
        if let Some(text) = self.text.take() {
            self.push(block(text));
        }
    }

    fn words(&mut self, words: &str) {
        if self.in_image {
            return;
        }
        let style = self.styles.iter().fold(0, |all, style| all | style);
        let words = words.chars().filter(|&c| is_visible(c)).map(|c| (c, style));
        self.text.get_or_insert_default().extend(words);
    }

    fn line_break(&mut self) {
        self.text.get_or_insert_default().push(('\n', 0));
    }

    fn style(&mut self, name: &str, begins: bool) {
        let bit = STYLES.iter().find(|style| style.1 == name).map_or_else(|| panic!("<{name}>"), |style| style.2);
        self.text.get_or_insert_default();
        if begins {
            self.styles.push(bit);
        } else {
            assert_eq!(self.styles.pop(), Some(bit), "<{name}> does not nest");
        }
    }
}

fn of_markdown(markdown: &str) -> Vec<Node> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_GFM
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader::new();
    let mut code: Option<(String, String)> = None;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(text) => match &mut code {
                Some((_, code)) => code.push_str(&text),
                None => reader.words(&text),
            },
            Event::Code(text) => {
                reader.styles.push(CODE);
                reader.words(&text);
                reader.styles.pop();
            }
            Event::HardBreak => reader.line_break(),
            Event::InlineHtml(tag) => match tag.trim_matches(['<', '>']) {
                "br" => reader.line_break(),
                name => reader.style(name.trim_start_matches('/'), !name.starts_with('/')),
            },
            Event::Start(tag) => match tag {
                Tag::Paragraph | Tag::Heading { .. } => {
                    reader.end_text(Node::Paragraph);
                    reader.text = Some(Text::new());
                }
                Tag::BlockQuote(None) => reader.start(Node::Quote(vec![])),
                Tag::CodeBlock(CodeBlockKind::Fenced(language)) => code = Some((language.to_string(), String::new())),
                Tag::List(start) => reader.start(Node::List(start, vec![])),
                Tag::Item => reader.start(Node::Item(vec![])),
                Tag::Table(_) => reader.start(Node::Table(vec![])),
                Tag::TableHead | Tag::TableRow => reader.start(Node::Row(vec![])),
                Tag::TableCell => reader.start(Node::Cell(vec![])),
                Tag::Emphasis => reader.style("em", true),
                Tag::Strong => reader.style("strong", true),
                Tag::Link { dest_url, .. } => {
                    reader.targets.push(dest_url.to_string());
                    reader.style("a", true);
                }
                Tag::Image { dest_url, .. } => {
                    reader.targets.push(dest_url.to_string());
                    reader.text.get_or_insert_default();
                    reader.in_image = true;
                }
                other => panic!("{other:?} in\n{markdown}"),
            },
            Event::End(tag) => match tag {
                TagEnd::Paragraph => reader.end_text(Node::Paragraph),
                TagEnd::Heading(level) => reader.end_text(|text| Node::Heading(level as u32, text)),
                TagEnd::CodeBlock => {
                    reader.end_text(Node::Paragraph);
                    let (language, text) = code.take().expect("code");
                    reader.push(Node::Code(language, text.strip_suffix('\n').unwrap_or(&text).to_owned()));
                }
                TagEnd::Emphasis => reader.style("em", false),
                TagEnd::Strong => reader.style("strong", false),
                TagEnd::Link => reader.style("a", false),
                TagEnd::Image => reader.in_image = false,
                _ => reader.end(),
            },
            other => panic!("{other:?} in\n{markdown}"),
        }
    }
    reader.targets.iter().for_each(|target| assert!(is_harmless(target), "{target:?}"));
    reader.blocks.pop().expect("the document")
}

fn of_html(html: &str) -> Vec<Node> {
    let dom = html5ever::parse_document(RcDom::default(), Default::default()).one(html);
    let mut reader = Reader::new();
    element(&dom.document, &mut reader);
    reader.blocks.pop().expect("the document")
}

fn attribute(node: &Handle, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    attrs.borrow().iter().find(|attribute| &*attribute.name.local == name).map(|a| a.value.to_string())
}

fn element(node: &Handle, reader: &mut Reader) {
    let inside = |reader: &mut Reader| node.children.borrow().iter().for_each(|child| element(child, reader));
    let NodeData::Element { name, .. } = &node.data else {
        match &node.data {
            NodeData::Text { contents } if contents.borrow().trim().is_empty() => {}
            NodeData::Text { contents } => reader.words(&contents.borrow()),
            _ => inside(reader),
        }
        return;
    };
    let mut around = |start: Node| {
        reader.start(start);
        inside(reader);
        reader.end();
    };
    match &*name.local {
        "html" | "head" | "body" | "article" | "thead" | "tbody" => inside(reader),
        "figure" => {
            reader.end_text(Node::Paragraph);
            // Each of its pictures is a block.
            for child in node.children.borrow().iter() {
                element(child, reader);
                reader.end_text(Node::Paragraph);
            }
        }
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            reader.end_text(Node::Paragraph);
            inside(reader);
            let level = name.local[1..].parse().expect("a level");
            reader.end_text(|text| Node::Heading(level, text));
        }
        "p" => {
            reader.end_text(Node::Paragraph);
            inside(reader);
            reader.end_text(Node::Paragraph);
        }
        "figcaption" => {
            reader.end_text(Node::Paragraph);
            reader.styles.push(EMPHASIS);
            inside(reader);
            reader.styles.pop();
            reader.end_text(Node::Paragraph);
        }
        "pre" => {
            reader.end_text(Node::Paragraph);
            let code = node.children.borrow()[0].clone();
            let class = attribute(&code, "class").unwrap_or_default();
            let text: String = code
                .children
                .borrow()
                .iter()
                .map(|text| match &text.data {
                    NodeData::Text { contents } => contents.borrow().to_string(),
                    _ => panic!("{html} in code", html = name.local),
                })
                .collect();
            let text = text.strip_suffix('\n').unwrap_or(&text).to_owned();
            reader.push(Node::Code(class.strip_prefix("language-").unwrap_or_default().to_owned(), text));
        }
        "blockquote" => around(Node::Quote(vec![])),
        "ul" => around(Node::List(None, vec![])),
        "ol" => {
            let start = attribute(node, "start").map_or(1, |start| start.parse().expect("a number"));
            around(Node::List(Some(start.min(999_999_999)), vec![]));
        }
        "li" => around(Node::Item(vec![])),
        "table" => around(Node::Table(vec![])),
        "tr" => around(Node::Row(vec![])),
        "td" | "th" => around(Node::Cell(vec![])),
        "br" => reader.line_break(),
        "img" => {
            reader.text.get_or_insert_default();
        }
        style => {
            reader.style(style, true);
            inside(reader);
            reader.style(style, false);
        }
    }
}

/// A cleaner that allows just what we write has nothing to clean.
fn inert(html: &str) {
    let mut cleaner = Builder::empty();
    let tags = "article h1 h2 h3 h4 h5 h6 p ul ol li blockquote pre code table thead tbody tr th td figure figcaption img a em \
        strong sub sup br";
    cleaner
        .add_tags(tags.split_ascii_whitespace())
        .add_tag_attributes("article", ["lang", "dir"])
        .add_tag_attributes("a", ["href"])
        .add_tag_attributes("img", ["src", "alt"])
        .add_tag_attributes("ol", ["start"])
        .add_tag_attributes("td", ["colspan", "rowspan"])
        .add_tag_attributes("th", ["colspan", "rowspan"])
        .add_tag_attributes("code", ["class"])
        .add_url_schemes(["http", "https", "mailto", "tel"])
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None);
    let cleaned = cleaner.clean(html).to_string();
    if cleaned != html {
        let at = cleaned.bytes().zip(html.bytes()).take_while(|(a, b)| a == b).count();
        let part = |text: &str| text.bytes().skip(at.saturating_sub(80)).take(200).map(char::from).collect::<String>();
        panic!("cleaned\n{}\nof\n{}", part(&cleaned), part(html));
    }
}
