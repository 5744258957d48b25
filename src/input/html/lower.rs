//! From the tree to the document: the text that a browser would show, block by block, with what the markup says of it.

use std::collections::{HashMap, HashSet};

use super::attributes::{self, Attributes, landmark_of};
use super::hints::{Hints, Said};
use super::names::Name;
use super::place::PageMap;
use super::scanner::{TextKind, decoded_value, is_space};
use super::tables::data_tables;
use super::tree::{DOCUMENT, NONE, Namespace, Node, NodeId, NodeKind, Tree};
use super::{push, push_str};
use crate::address;
use crate::assemble::is_visible;
use crate::clean::folded;
use crate::input::{Block, Blocks, Container, ContainerKind, Element, Landmark, Marker, Picture, Shape};
use crate::model::{Mark, MarkKind, NO_INDEX, Span};

/// A page as a document with its blocks.
pub(crate) struct Lowered {
    pub(crate) document: String,
    pub(crate) blocks: Blocks,
    pub(crate) map: PageMap,
    /// The language that the page declares (`<html lang>`), as written.
    pub(crate) language: Option<String>,
    /// Something with content in it was left out as hidden.
    hides: bool,
}

/// Bytes of a page's title that count.
const LONGEST_TITLE: usize = 1000;

/// Lowers a tree.
pub(crate) fn lower(tree: &Tree<'_>) -> Lowered {
    let shown = lower_with(tree, false);
    if shown.document.len() >= LITTLE || !shown.hides {
        return shown;
    }
    // A page that shows next to nothing is hidden until a script has run.
    let all = lower_with(tree, true);
    if all.document.len() >= LITTLE { all } else { shown }
}

/// Bytes of text that a page which hides itself does not show.
const LITTLE: usize = 500;

/// Lowers a tree, with or without what is hidden.
fn lower_with(tree: &Tree<'_>, with_hidden: bool) -> Lowered {
    let mut lowering = Lowering {
        tree,
        data_tables: data_tables(tree),
        streamed: streamed(tree),
        placed: HashSet::new(),
        with_hidden,
        hides: false,
        document: String::with_capacity(text_length(tree)),
        out: Blocks::default(),
        map: PageMap::default(),
        language: None,
        frames: Vec::with_capacity(48),
        context: Context::default(),
        last_children: Vec::new(),
        said: Said::default(),
        block: None,
        space: None,
        breaks: 0,
        open_marks: Vec::new(),
        block_marks: 0,
    };
    lowering.run();
    Lowered {
        document: lowering.document,
        blocks: lowering.out,
        map: lowering.map,
        language: lowering.language,
        hides: lowering.hides,
    }
}

/// Bytes of a tree's texts that are not white space alone, with a line end each.
fn text_length(tree: &Tree<'_>) -> usize {
    let is_shown =
        |node: &&Node| node.kind == NodeKind::Text && node.text_kind() == TextKind::References && !node.is_blank();
    tree.nodes.iter().filter(is_shown).map(|node| node.span.len() + 1).sum()
}

/// What the open elements say of a text.
#[derive(Clone, Copy)]
struct Context {
    container: u32,
    landmark: Option<Landmark>,
    /// Level of the heading that it stands in; 0 outside.
    heading: u8,
    preformatted: bool,
    code_language: Span,
    /// It stands in the article or the main part of the page: a header there is not the page's.
    in_article: bool,
}

impl Default for Context {
    fn default() -> Self {
        Self {
            container: NO_INDEX,
            landmark: None,
            heading: 0,
            preformatted: false,
            code_language: Span::NONE,
            in_article: false,
        }
    }
}

/// An element that is open.
struct Frame {
    /// The child that comes next.
    next: NodeId,
    node: NodeId,
    /// Its index among the elements that hold blocks, once it holds one.
    element: u32,
    /// What held before it.
    context: Context,
    /// It begins and ends a block.
    is_block: bool,
    /// It has opened an inline mark.
    has_mark: bool,
}

/// A block that has begun.
struct OpenBlock {
    start: usize,
    context: Context,
    /// Index of the innermost element around it.
    element: u32,
    /// Something visible stands in it.
    is_visible: bool,
}

#[derive(Clone, Copy)]
struct OpenMark {
    kind: MarkKind,
    start: usize,
    target: Span,
    /// Index of the first mark that can stand in it.
    marks: usize,
}

struct Lowering<'t, 'p> {
    tree: &'t Tree<'p>,
    data_tables: HashSet<NodeId>,
    /// Content that was streamed to the end of the page, by the number of its place.
    streamed: HashMap<String, NodeId>,
    /// Of that, what has been put in its place.
    placed: HashSet<NodeId>,
    with_hidden: bool,
    hides: bool,
    document: String,
    out: Blocks,
    map: PageMap,
    language: Option<String>,
    frames: Vec<Frame>,
    context: Context,
    /// The last child of each container.
    last_children: Vec<u32>,
    /// What classes have said of elements.
    said: Said,
    block: Option<OpenBlock>,
    /// White space that was seen and not written yet.
    space: Option<Span>,
    /// Line breaks (`<br>`) that were seen and not written yet.
    breaks: u32,
    open_marks: Vec<OpenMark>,
    /// Index of the first mark of the block that has begun, or will.
    block_marks: usize,
}

impl<'p> Lowering<'_, 'p> {
    fn run(&mut self) {
        self.enter_children(DOCUMENT, false);
        while let Some(frame) = self.frames.last_mut() {
            let node = frame.next;
            if node == NONE {
                self.leave();
                continue;
            }
            frame.next = self.tree.node(node).next;
            self.node(node);
        }
        self.end_block();
    }

    fn node(&mut self, id: NodeId) {
        let node = self.tree.node(id);
        match node.kind {
            NodeKind::Text => self.text(id),
            NodeKind::Element => match node.namespace {
                Namespace::Html => self.element(id),
                Namespace::Svg => self.svg(id),
                Namespace::MathMl => {
                    // `annotation` says again what the formula says, for programs.
                    if !self.tree.written_name(id).starts_with("annotation") {
                        self.enter_children(id, false);
                    }
                }
            },
            NodeKind::Document | NodeKind::Doctype | NodeKind::Comment => {}
        }
    }

    /// Of a drawing a browser shows as text what stands in `text`, and the HTML in it.
    fn svg(&mut self, id: NodeId) {
        let node = self.tree.node(id);
        match node.name {
            Name::Title | Name::Desc | Name::Script | Name::Style => {}
            Name::ForeignObject => self.enter_children(id, true),
            Name::Other if self.tree.written_name(id).eq_ignore_ascii_case("text") => self.enter_children(id, true),
            _ => {
                let elements_only = self.tree.children(id).any(|child| self.tree.node(child).is_element());
                if elements_only {
                    self.frames.push(Frame {
                        next: self.first_element(id),
                        node: id,
                        element: NO_INDEX,
                        context: self.context,
                        is_block: false,
                        has_mark: false,
                    });
                }
            }
        }
    }

    fn first_element(&self, id: NodeId) -> NodeId {
        self.tree.children(id).find(|&child| self.tree.node(child).is_element()).unwrap_or(NONE)
    }

    fn element(&mut self, id: NodeId) {
        let name = self.tree.node(id).name;
        match name {
            Name::Head => return self.head(id),
            Name::Template => return self.streamed_into(id),
            Name::Script => return self.script(id),
            Name::Noscript if self.repeats_neighbours(id) => return,
            _ if is_never_shown(name) => return,
            _ => {}
        }
        let page = self.tree.page;
        let own = Attributes::of(self.tree, id);
        let attributes = own.as_ref().unwrap_or(&Attributes::NONE);
        if !self.with_hidden && attributes.is_hidden(page) {
            self.hides |= self.tree.node(id).first_child != NONE;
            return;
        }
        if name == Name::Dialog && attributes.open.is_none() || self.placed.contains(&id) {
            return;
        }
        match name {
            Name::Br => {
                self.breaks += 1;
                return;
            }
            Name::Hr => return self.end_block(),
            Name::Img => return self.image(id, attributes),
            Name::Html => self.language = self.tree.attribute(id, "lang").map(|lang| lang.trim().to_owned()),
            _ => {}
        }
        // What is shown where it stands is not shown elsewhere too.
        if !self.streamed.is_empty() && name == Name::Div {
            self.placed.insert(id);
        }
        let outer = self.context;
        let is_block = is_block(name);
        if is_block {
            self.end_block();
        }
        self.landmark(name, attributes);
        self.structure(id, attributes);
        let mark = match attributes.href {
            Some(href) if name == Name::A => Some((MarkKind::Link, self.address(href))),
            // All of it is code.
            _ if self.context.preformatted && inline_mark(name) == Some(MarkKind::Code) => None,
            _ => inline_mark(name).map(|kind| (kind, Span::NONE)),
        };
        let marks = self.out.marks.len();
        self.open_marks.extend(mark.map(|(kind, target)| OpenMark { kind, start: NOT_YET, target, marks }));
        let next = self.tree.node(id).first_child;
        let has_mark = mark.is_some();
        self.frames.push(Frame { next, node: id, element: NO_INDEX, context: outer, is_block, has_mark });
    }

    fn landmark(&mut self, name: Name, attributes: &Attributes) {
        let Some(landmark) = attributes.landmark(self.tree.page).or_else(|| landmark_of(name)) else { return };
        // The head and the foot of an article are not the page's.
        let of_article = self.context.in_article && matches!(landmark, Landmark::Header | Landmark::Footer);
        // A button in a menu is of the menu, a menu in the footer of the footer.
        let inner = matches!(landmark, Landmark::Control | Landmark::Caption) && self.context.landmark.is_some()
            || self.context.landmark == Some(Landmark::Footer);
        if !of_article && !inner {
            self.context.landmark = Some(landmark);
        }
    }

    /// What an element says of the structure of the text in it.
    fn structure(&mut self, id: NodeId, attributes: &Attributes) {
        use Name::*;
        let name = self.tree.node(id).name;
        let number = |value| number(self.tree.page, value);
        match name {
            Article | Main => self.context.in_article = true,
            H1 | H2 | H3 | H4 | H5 | H6 => self.context.heading = name as u8 - H1 as u8 + 1,
            Pre | Listing | Xmp | Plaintext => {
                self.context.preformatted = true;
                self.context.code_language = self.code_language(id, attributes);
            }
            Blockquote => self.contain(ContainerKind::BlockQuote),
            Figure => self.contain(ContainerKind::Figure),
            Ul | Menu | Dir | Dl => self.contain(ContainerKind::List { ordered: false, start: 0 }),
            Ol => {
                let start = number(attributes.start).unwrap_or(1);
                self.contain(ContainerKind::List { ordered: true, start });
            }
            Li | Dt => self.item(),
            Dd => self.definition(),
            Table if self.data_tables.contains(&id) => self.contain(ContainerKind::Table),
            Tr if self.innermost() == Some(ContainerKind::Table) => {
                self.contain(ContainerKind::TableRow);
            }
            Td | Th if self.innermost() == Some(ContainerKind::TableRow) => {
                // The most that browsers allow (WHATWG 4.9.12.1).
                let columns = number(attributes.column_span).unwrap_or(1).clamp(1, 1000);
                let rows = number(attributes.row_span).unwrap_or(1).clamp(1, 65534);
                self.contain(ContainerKind::TableCell { header: name == Th, columns, rows });
            }
            _ => {}
        }
    }

    fn enter_children(&mut self, id: NodeId, is_block: bool) {
        if is_block {
            self.end_block();
        }
        let (next, context) = (self.tree.node(id).first_child, self.context);
        self.frames.push(Frame { next, node: id, element: NO_INDEX, context, is_block, has_mark: false });
    }

    fn leave(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        if frame.is_block {
            self.end_block();
        }
        if let Some(mark) = self.open_marks.pop_if(|_| frame.has_mark) {
            self.close_mark(mark);
        }
        self.context = frame.context;
    }

    // ---- elements

    /// Nothing in the head is shown; what it says of the page is kept for the rules.
    fn head(&mut self, id: NodeId) {
        let children: Vec<NodeId> = self.tree.children(id).collect();
        for child in children {
            match self.tree.node(child).name {
                Name::Title if self.out.page_title.is_empty() => {
                    let title = self.content(child);
                    // The lines of a page are looked for in it.
                    let end =
                        title.char_indices().map(|(at, _)| at).find(|&at| at > LONGEST_TITLE).unwrap_or(title.len());
                    self.out.page_title = folded(&title[..end]).into_owned();
                }
                Name::Meta => {
                    let property = self.tree.attribute(child, "property");
                    if property.is_some_and(|property| property == "og:type") {
                        let content = self.tree.attribute(child, "content").unwrap_or_default();
                        self.out.declared.add(&content.to_ascii_lowercase());
                    }
                }
                Name::Script => self.script(child),
                Name::Base if self.out.base.is_none() => {
                    self.out.base = self.tree.attribute(child, "href").map(|href| href.to_string());
                }
                _ => {}
            }
        }
    }

    /// What a script says that only holds data.
    fn script(&mut self, id: NodeId) {
        let kind = self.tree.attribute(id, "type");
        if kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json")) {
            // The text of a script holds no references.
            for text in self.tree.children(id) {
                self.out.declared.add_all(&self.tree.page[self.tree.node(text).span.range()]);
            }
        }
    }

    /// The text right in an element.
    fn content(&self, id: NodeId) -> String {
        let mut whole = String::new();
        for text in self.tree.children(id) {
            self.tree.pieces(text).for_each(|piece| whole.push_str(&piece.text));
        }
        whole
    }

    /// A place that content was streamed for.
    fn streamed_into(&mut self, id: NodeId) {
        if self.streamed.is_empty() {
            return;
        }
        let Some(place) = self.tree.attribute(id, "id") else { return };
        let content = place.strip_prefix("B:").and_then(|number| self.streamed.get(number)).copied();
        if let Some(content) = content.filter(|content| self.placed.insert(*content)) {
            // What stood there until it came goes, up to the comment that ends the place.
            let end = self.end_of_place(id);
            if let (Some(frame), Some(end)) = (self.frames.last_mut(), end) {
                frame.next = end;
            }
            self.enter_children(content, false);
        }
    }

    /// The `<!--/$-->` that ends the place of a template; places can stand in it.
    fn end_of_place(&self, template: NodeId) -> Option<NodeId> {
        let mut depth = 0;
        let mut id = self.tree.node(template).next;
        for _ in 0..FEW {
            if id == NONE {
                break;
            }
            let node = self.tree.node(id);
            if node.kind == NodeKind::Comment {
                match &self.tree.page[node.span.range()] {
                    "/$" if depth == 0 => return Some(id),
                    "/$" => depth -= 1,
                    says if says.starts_with('$') => depth += 1,
                    _ => {}
                }
            }
            id = node.next;
        }
        None
    }

    /// Whether a `noscript` only says what stands beside it: a picture that a script would have loaded, or the same text.
    fn repeats_neighbours(&self, id: NodeId) -> bool {
        let node = self.tree.node(id);
        let neighbours = [node.previous, node.next].map(|beside| self.nearest_element(beside, beside == node.next));
        let text: String = self.letters(id).collect();
        if text.is_empty() {
            return neighbours.into_iter().flatten().any(|beside| self.has_image(beside));
        }
        neighbours.into_iter().flatten().any(|beside| self.letters(beside).eq(text.chars()))
    }

    fn nearest_element(&self, mut id: NodeId, forward: bool) -> Option<NodeId> {
        while id != NONE {
            let node = self.tree.node(id);
            if node.is_element() {
                return Some(id);
            }
            id = if forward { node.next } else { node.previous };
        }
        None
    }

    /// The first letters in an element, one by one: it may be a script of any length.
    fn letters(&self, id: NodeId) -> impl Iterator<Item = char> {
        let texts = self.descendants(id).filter(|&node| self.tree.node(node).kind == NodeKind::Text);
        let characters = texts.flat_map(|text| self.tree.pieces(text)).flat_map(|piece| {
            let mut at = 0;
            std::iter::from_fn(move || {
                let next = piece.text[at..].chars().next()?;
                at += next.len_utf8();
                Some(next)
            })
        });
        characters.filter(|&c| is_visible(c)).take(FEW)
    }

    fn has_image(&self, id: NodeId) -> bool {
        self.descendants(id).any(|node| self.tree.node(node).is(Name::Img))
    }

    /// A node and the first of those in it.
    fn descendants(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        let mut stack = vec![id];
        let next = move || {
            let node = stack.pop()?;
            let at = self.tree.node(node);
            if node != id && at.next != NONE {
                stack.push(at.next);
            }
            if at.first_child != NONE {
                stack.push(at.first_child);
            }
            Some(node)
        };
        std::iter::from_fn(next).take(FEW)
    }

    fn image(&mut self, id: NodeId, attributes: &Attributes) {
        let source = |span: Option<Span>| span.filter(|span| !span.is_empty());
        let (own, late) = (source(attributes.src), source(attributes.late_src));
        let is_data = |span: Span| self.tree.page[span.range()].starts_with("data:");
        let Some(src) = own.filter(|&own| !is_data(own)).or(late).or(own) else { return };
        // What a page inlines is no address.
        if is_data(src) {
            return;
        }
        let alt = attributes.alt.filter(|alt| !alt.is_empty()).map_or(Span::NONE, |alt| self.intern(alt));
        let target = self.address(src);
        // The white space before it stands before it.
        if let (Some(_), 0, Some(space)) = (&self.block, self.breaks, self.space) {
            self.space = None;
            self.map.push(self.document.len(), Span { start: space.start, end: space.start + 1 }, true);
            self.document.push(' ');
        }
        let at = self.document.len();
        // It comes from no character: its source is its tag.
        let source = self.tree.node(id).span;
        push(&mut self.out.marks, Mark { target, alt, source, ..mark(MarkKind::Image, at, at) });
    }

    fn code_language(&mut self, id: NodeId, attributes: &Attributes) -> Span {
        let page = self.tree.page;
        // Some put an empty element before it.
        let inner = self.tree.children(id).take(4).find(|&child| self.tree.node(child).is(Name::Code));
        let inner = inner.and_then(|inner| Attributes::of(self.tree, inner));
        let language = attributes.code_language(page).or_else(|| inner?.code_language(page));
        language.map_or(Span::NONE, |language| self.pool(&language))
    }

    /// A value of an attribute in the pool.
    fn intern(&mut self, value: Span) -> Span {
        let value = decoded_value(self.tree.page, value);
        self.pool(value.trim())
    }

    /// An address in the pool.
    fn address(&mut self, value: Span) -> Span {
        let value = decoded_value(self.tree.page, value);
        self.pool(&address::tidy(&value))
    }

    fn pool(&mut self, text: &str) -> Span {
        let start = self.out.pool.len();
        push_str(&mut self.out.pool, text);
        Span::new(start, self.out.pool.len())
    }

    // ---- containers

    fn innermost(&self) -> Option<ContainerKind> {
        self.out.containers.get(self.context.container as usize).map(|container| container.kind)
    }

    fn contain(&mut self, kind: ContainerKind) {
        let (parent, index) = (self.context.container, self.out.containers.len() as u32);
        push(&mut self.out.containers, Container { kind, parent });
        push(&mut self.last_children, NO_INDEX);
        if let Some(last) = self.last_children.get_mut(parent as usize) {
            *last = index;
        }
        self.context.container = index;
    }

    /// An item; of a list of its own where it stands in none.
    fn item(&mut self) {
        if !matches!(self.innermost(), Some(ContainerKind::List { .. })) {
            self.contain(ContainerKind::List { ordered: false, start: 0 });
        }
        self.contain(ContainerKind::ListItem);
    }

    /// What a term means is of the item that the term has begun.
    fn definition(&mut self) {
        let last = self.last_children.get(self.context.container as usize).copied().unwrap_or(NO_INDEX);
        let in_list = matches!(self.innermost(), Some(ContainerKind::List { .. }));
        match self.out.containers.get(last as usize) {
            Some(Container { kind: ContainerKind::ListItem, .. }) if in_list => self.context.container = last,
            _ => self.item(),
        }
    }

    // ---- text

    fn text(&mut self, id: NodeId) {
        let node = self.tree.node(id);
        // Most text between blocks is white space.
        if !self.context.preformatted && node.is_blank() {
            self.space = self.space.or(Some(node.span));
            return;
        }
        let raw = &self.tree.page.as_bytes()[node.span.range()];
        if node.text_kind() == TextKind::Verbatim || memchr::memchr3(b'&', b'\r', 0, raw).is_some() {
            for piece in self.tree.pieces(id) {
                self.piece(&piece.text, piece.source, piece.is_copy);
            }
        } else {
            self.piece(&self.tree.page[node.span.range()], node.span, true);
        }
    }

    fn piece(&mut self, text: &str, source: Span, is_copy: bool) {
        if self.context.preformatted {
            self.begin_block();
            for _ in 0..std::mem::take(&mut self.breaks) {
                self.document.push('\n');
            }
            return self.write(text, source, is_copy);
        }
        if !is_copy {
            if text.bytes().all(is_space) {
                self.space = self.space.or(Some(source));
            } else {
                self.begin_words();
                self.write(text, source, false);
            }
            return;
        }
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let start = at;
            while bytes.get(at).is_some_and(|&byte| is_space(byte)) {
                at += 1;
            }
            if at > start {
                let here = source.start + start as u32;
                self.space = self.space.or(Some(Span { start: here, end: source.start + at as u32 }));
            }
            let words = at;
            at += words_end(&bytes[at..]);
            if at > words {
                self.begin_words();
                let here = Span { start: source.start + words as u32, end: source.start + at as u32 };
                self.write(&text[words..at], here, true);
            }
        }
    }

    /// Before words: the block that they stand in, and the white space or line break before them.
    fn begin_words(&mut self) {
        // Two breaks are a blank line.
        if self.breaks >= 2 {
            self.end_block();
        }
        let begun = self.block.is_some();
        self.begin_block();
        let space = self.space.take();
        let breaks = std::mem::take(&mut self.breaks);
        if !begun {
            return;
        }
        let at = self.document.len();
        if breaks > 0 {
            self.document.push('\n');
            push(&mut self.out.marks, mark(MarkKind::LineBreak, at, at + 1));
        } else if let Some(space) = space {
            self.document.push(' ');
            self.map.push(at, Span { start: space.start, end: space.start + 1 }, true);
        }
    }

    fn begin_block(&mut self) {
        if self.block.is_none() {
            let (start, element) = (self.document.len(), self.innermost_element());
            self.block = Some(OpenBlock { start, context: self.context, element, is_visible: false });
        }
    }

    fn write(&mut self, text: &str, source: Span, is_copy: bool) {
        let at = self.document.len();
        for mark in self.open_marks.iter_mut().rev().take_while(|mark| mark.start == NOT_YET) {
            mark.start = at;
        }
        self.map.push(at, source, is_copy);
        push_str(&mut self.document, text);
        if let Some(block) = &mut self.block {
            block.is_visible = block.is_visible || text.chars().any(is_visible);
        }
    }

    fn close_mark(&mut self, open: OpenMark) {
        let end = self.document.len();
        if open.start < end {
            push(&mut self.out.marks, Mark { target: open.target, ..mark(open.kind, open.start, end) });
        } else if open.kind == MarkKind::Link && open.marks < self.out.marks.len() {
            // A link around a picture and no text has no characters either: it stands where the picture does, before it.
            // Of links in each other the innermost is the one.
            for inner in self.out.marks.split_off(open.marks) {
                let last = self.out.marks[open.marks..].last();
                let has_link = last.is_some_and(|last| last.kind == MarkKind::Link && last.span == inner.span);
                if inner.kind == MarkKind::Image && !has_link {
                    push(&mut self.out.marks, Mark { kind: MarkKind::Link, target: open.target, ..inner });
                }
                push(&mut self.out.marks, inner);
            }
        }
    }

    /// Ends the block that has begun, if one has, and the marks in it.
    fn end_block(&mut self) {
        (self.space, self.breaks) = (None, 0);
        let block = self.block.take();
        if block.is_none() && self.block_marks == self.out.marks.len() {
            return;
        }
        // Those around text from the outermost on, as they are nested; those around pictures alone from the innermost on,
        // as they put marks where the outer ones have counted them.
        let (count, end) = (self.open_marks.len(), self.document.len());
        let around_text = (0..count).map(|at| (at, true));
        let around_pictures = (0..count).rev().map(|at| (at, false));
        for (at, has_text) in around_text.chain(around_pictures) {
            let mark = self.open_marks[at];
            if (mark.start < end) == has_text {
                self.close_mark(mark);
            }
        }
        self.open_marks.iter_mut().for_each(|mark| mark.start = NOT_YET);
        let context = block.as_ref().map_or(self.context, |block| block.context);
        match block {
            Some(OpenBlock { start, element, is_visible: true, .. }) => self.push_block(start, &context, element),
            _ => self.push_pictures(block.map(|block| block.start), &context),
        }
        // Those that were closed first are the inner ones. What comes next stands behind all of them.
        self.out.marks[self.block_marks..].sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
        self.block_marks = self.out.marks.len();
        self.open_marks.iter_mut().for_each(|mark| mark.marks = self.block_marks);
    }

    /// A picture is seen where no text is: each has a line of its own.
    fn push_pictures(&mut self, start: Option<usize>, context: &Context) {
        if let Some(start) = start {
            self.document.truncate(start);
            self.map.truncate(start);
        }
        // The others were over characters that nobody sees.
        let marks = self.out.marks.split_off(self.block_marks);
        for mark in marks.into_iter().filter(|mark| mark.span.is_empty()) {
            let here = self.document.len();
            push(&mut self.out.marks, Mark { span: Span::new(here, here), ..mark });
            if mark.kind == MarkKind::Image {
                let (container, landmark) = (context.container, context.landmark);
                push(&mut self.out.pictures, Picture { at: here as u32, container, landmark });
                self.document.push('\n');
            }
        }
    }

    fn push_block(&mut self, start: usize, context: &Context, element: u32) {
        let text = &self.document[start..];
        let mut lead = text.len() - text.trim_start_matches(|c| !is_visible(c)).len();
        if context.preformatted {
            // The indentation of the first line is of the text.
            lead = text[..lead].rfind('\n').map_or(0, |end| end + 1);
        }
        let tail = text.trim_end_matches(|c| !is_visible(c)).len();
        let span = Span::new(start + lead, start + tail);
        self.document.push('\n');
        let block = Block {
            container: context.container,
            element,
            landmark: context.landmark,
            code_language: context.code_language,
            ..Block::plain(span, self.shape(context), 0, true)
        };
        push(&mut self.out.blocks, block);
        // A picture at the end of a block is in it, before the blanks that are not.
        for mark in self.out.marks[self.block_marks..].iter_mut().filter(|mark| mark.span.is_empty()) {
            let at = mark.span.start.clamp(span.start, span.end);
            mark.span = Span { start: at, end: at };
        }
    }

    /// The index of the innermost open element that begins and ends blocks.
    fn innermost_element(&mut self) -> u32 {
        let open = &mut self.frames;
        let known = open.iter().rposition(|frame| frame.element != NO_INDEX);
        let mut element = known.map_or(NO_INDEX, |at| open[at].element);
        for frame in &mut open[known.map_or(0, |at| at + 1)..] {
            if frame.is_block {
                let name = self.tree.node(frame.node).name;
                // What the root and the body say is said of the whole page.
                let holds_all = self.out.elements.get(element as usize).is_none_or(|outer| outer.parent == NO_INDEX);
                let hints =
                    if holds_all { Hints::default() } else { attributes::hints(self.tree, frame.node, &mut self.said) };
                push(&mut self.out.elements, Element { name, parent: element, hints });
                element = self.out.elements.len() as u32 - 1;
            }
            frame.element = element;
        }
        element
    }

    fn shape(&self, context: &Context) -> Shape {
        if context.heading > 0 {
            return Shape::Heading { level: context.heading.into() };
        }
        if context.preformatted {
            return Shape::Code;
        }
        match self.out.containers.get(context.container as usize).map(|container| container.kind) {
            Some(ContainerKind::ListItem) => {
                let list = self.out.containers[context.container as usize].parent;
                let ordered = matches!(
                    self.out.containers.get(list as usize).map(|list| list.kind),
                    Some(ContainerKind::List { ordered: true, .. })
                );
                let marker = if ordered { Marker::Number } else { Marker::Bullet };
                Shape::Item { marker, number: 0, width: 0 }
            }
            Some(ContainerKind::TableCell { .. } | ContainerKind::TableRow | ContainerKind::Table) => Shape::Cell,
            _ => Shape::Text,
        }
    }
}

/// Start of a mark that nothing has been written in.
const NOT_YET: usize = usize::MAX;

/// Nodes and letters that are looked at to tell whether two small elements say the same, or where a place ends.
const FEW: usize = 400;

fn mark(kind: MarkKind, start: usize, end: usize) -> Mark {
    Mark { kind, ..Mark::layout(Span::new(start, end)) }
}

/// Content that React streams to the end of the page: `<div hidden id="S:0">` for `<template id="B:0">`.
fn streamed(tree: &Tree<'_>) -> HashMap<String, NodeId> {
    let mut streamed = HashMap::new();
    if memchr::memmem::find(tree.page.as_bytes(), b"\"S:").is_none() {
        return streamed;
    }
    for (id, node) in (0..).zip(&tree.nodes) {
        if node.is(Name::Div)
            && let Some(number) = tree.attribute(id, "id").as_deref().and_then(|id| id.strip_prefix("S:"))
        {
            streamed.entry(number.to_owned()).or_insert(id);
        }
    }
    streamed
}

/// Where the words that a text begins with end: a lone space between two of them ends nothing.
fn words_end(text: &[u8]) -> usize {
    /// Bytes that are looked at together; without an early exit it is done in vectors.
    const STRIDE: usize = 64;
    let mut at = 0;
    while let Some(stride) = text.get(at..at + STRIDE + 1) {
        let pairs = stride.iter().zip(&stride[1..]);
        if pairs.fold(false, |ends, (&a, &b)| ends | (a < b' ') | (a == b' ') & (b <= b' ')) {
            break;
        }
        at += STRIDE;
    }
    while let Some(&byte) = text.get(at) {
        let lone = byte == b' ' && text.get(at + 1).is_some_and(|&next| !is_space(next));
        if is_space(byte) && !lone {
            break;
        }
        at += 1;
    }
    at
}

/// The number in an attribute.
fn number(page: &str, value: Option<Span>) -> Option<u32> {
    page[value?.range()].trim().parse().ok()
}

/// Whether a browser shows nothing of an element's content, as text.
fn is_never_shown(name: Name) -> bool {
    use Name::*;
    matches!(
        name,
        Script
            | Style
            | Title
            | Iframe
            | Noembed
            | Noframes
            | Canvas
            | Audio
            | Video
            | Rp
            | Param
            | Source
            | Track
            | Link
            | Meta
            | Base
            | Area
            | Frame
            | Frameset
            | Selectedcontent
            | Wbr
            | Input
            | Embed
            | Keygen
    )
}

fn inline_mark(name: Name) -> Option<MarkKind> {
    Some(match name {
        Name::Em | Name::I | Name::Dfn | Name::Var | Name::Cite => MarkKind::Emphasis,
        Name::Strong | Name::B => MarkKind::Strong,
        Name::Code | Name::Kbd | Name::Samp | Name::Tt => MarkKind::Code,
        Name::Sub => MarkKind::Sub,
        Name::Sup => MarkKind::Sup,
        _ => return None,
    })
}

/// Whether an element begins and ends a block: those that the standard's style sheet (15.3) does not render inline, and
/// controls, which stand apart from the text around them.
fn is_block(name: Name) -> bool {
    use Name::*;
    matches!(
        name,
        Address
            | Article
            | Aside
            | Blockquote
            | Body
            | Button
            | Caption
            | Center
            | Dd
            | Details
            | Dialog
            | Dir
            | Div
            | Dl
            | Dt
            | Fieldset
            | Figcaption
            | Figure
            | Footer
            | Form
            | H1
            | H2
            | H3
            | H4
            | H5
            | H6
            | Header
            | Hgroup
            | Html
            | Legend
            | Li
            | Listing
            | Main
            | Menu
            | Nav
            | Ol
            | Optgroup
            | Option
            | P
            | Plaintext
            | Pre
            | Search
            | Section
            | Select
            | Summary
            | Table
            | Tbody
            | Td
            | Textarea
            | Tfoot
            | Th
            | Thead
            | Tr
            | Ul
            | Xmp
    )
}
