//! Tree construction of the WHATWG HTML standard (13.2.6), for whole documents, with scripting off.
//!
//! Where the standard takes more than linear time, two caps hold: [`DEPTH`] open elements, deeper ones are siblings; and
//! [`FORMATTING`](formatting) active formatting elements. Neither loses text.
//!
//! `head` has the insertion modes before and behind the body, `body` the mode that nearly all tokens meet, `table` those of
//! tables, `foreign` the rules for SVG and MathML, `formatting` the list of active formatting elements with the adoption
//! agency algorithm, `stack` the stack of open elements.

mod body;
mod foreign;
mod formatting;
mod head;
mod stack;
mod table;

use super::names::Name;
use super::scanner::{Content, Scanner, Tag, TextKind, Token, is_space, pieces};
use super::tree::{DOCUMENT, NONE, Namespace, Node, NodeId, NodeKind, Tree};
use crate::model::Span;
use formatting::Formatting;
use stack::Stack;

/// Open elements, at most.
const DEPTH: usize = 512;

/// The insertion modes (13.2.4.1). Those of selects are gone from the standard; that of text is [`Builder::text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Initial,
    BeforeHtml,
    BeforeHead,
    InHead,
    InHeadNoscript,
    AfterHead,
    InBody,
    Text,
    InTable,
    InTableText,
    InCaption,
    InColumnGroup,
    InTableBody,
    InRow,
    InCell,
    InTemplate,
    AfterBody,
    InFrameset,
    AfterFrameset,
    AfterAfterBody,
    AfterAfterFrameset,
}

/// What becomes of a token once a mode has seen it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Done,
    /// It goes to the mode that is current now.
    Again,
}

use Next::{Again, Done};

/// Where a node goes: at the end of a parent, or before one of its children.
#[derive(Clone, Copy)]
struct Place {
    parent: NodeId,
    before: NodeId,
}

pub(super) struct Builder<'p> {
    tree: Tree<'p>,
    scanner: Scanner<'p>,
    mode: Mode,
    /// The mode to go back to from text and from table text.
    original_mode: Mode,
    template_modes: Vec<Mode>,
    stack: Stack,
    formatting: Formatting,
    head: NodeId,
    form: NodeId,
    frameset_ok: bool,
    foster_parenting: bool,
    /// A line feed right behind the start tag is not part of the text.
    skip_line_feed: bool,
    /// Characters in a table, until it is known whether they are white space.
    table_text: Vec<(Span, TextKind)>,
    /// Start tags that were met at the greatest depth and whose end tags have not come.
    overflow: u32,
}

impl<'p> Builder<'p> {
    pub(super) fn new(page: &'p str) -> Self {
        Self {
            tree: Tree::new(page),
            scanner: Scanner::new(page),
            mode: Mode::Initial,
            original_mode: Mode::Initial,
            template_modes: Vec::new(),
            stack: Stack::default(),
            formatting: Formatting::default(),
            head: NONE,
            form: NONE,
            frameset_ok: true,
            foster_parenting: false,
            skip_line_feed: false,
            table_text: Vec::new(),
            overflow: 0,
        }
    }

    pub(super) fn run(mut self) -> Tree<'p> {
        loop {
            let mut token = self.scanner.next(self.stack.is_foreign());
            if std::mem::take(&mut self.skip_line_feed)
                && let Token::Text(span, kind) = token
            {
                let rest = self.without_line_feed(span, kind);
                if rest.is_empty() {
                    continue;
                }
                token = Token::Text(rest, kind);
            }
            self.take(&token);
            if matches!(token, Token::EndOfFile) {
                self.tree.nodes.shrink_to_fit();
                return self.tree;
            }
        }
    }

    /// The dispatcher (13.2.6).
    fn take(&mut self, token: &Token) {
        if self.stack.is_foreign() && self.is_for_foreign(token) {
            self.foreign(token);
        } else {
            self.process(token);
        }
    }

    /// Has the current mode see a token, and the next ones as long as they pass it on.
    fn process(&mut self, token: &Token) {
        if self.overflow > 0 && matches!(token, Token::End(_)) && self.mode != Mode::Text {
            self.overflow -= 1;
            return;
        }
        // Most tokens come here.
        if self.mode == Mode::InBody && self.in_body(token) == Done {
            return;
        }
        self.pass(token);
    }

    /// The same, where a mode before has seen the token, and may have taken the white space off it.
    fn pass(&mut self, token: &Token) -> Next {
        while self.process_in(self.mode, token) == Again {}
        Done
    }

    fn process_in(&mut self, mode: Mode, token: &Token) -> Next {
        match mode {
            Mode::InBody => self.in_body(token),
            Mode::Text => self.text(token),
            Mode::Initial => self.initial(token),
            Mode::BeforeHtml => self.before_html(token),
            Mode::BeforeHead => self.before_head(token),
            Mode::InHead => self.in_head(token),
            Mode::InHeadNoscript => self.in_head_noscript(token),
            Mode::AfterHead => self.after_head(token),
            Mode::InTable => self.in_table(token),
            Mode::InTableText => self.in_table_text(token),
            Mode::InCaption => self.in_caption(token),
            Mode::InColumnGroup => self.in_column_group(token),
            Mode::InTableBody => self.in_table_body(token),
            Mode::InRow => self.in_row(token),
            Mode::InCell => self.in_cell(token),
            Mode::InTemplate => self.in_template(token),
            Mode::AfterBody => self.after_body(token),
            Mode::InFrameset => self.in_frameset(token),
            Mode::AfterFrameset => self.after_frameset(token),
            Mode::AfterAfterBody => self.after_after_body(token),
            Mode::AfterAfterFrameset => self.after_after_frameset(token),
        }
    }

    /// "Text" (13.2.6.4.8).
    fn text(&mut self, token: &Token) -> Next {
        match *token {
            Token::Text(span, kind) => self.insert_text(span, kind),
            Token::EndOfFile => {
                self.pop();
                self.mode = self.original_mode;
                return Again;
            }
            Token::End(_) => {
                self.pop();
                self.mode = self.original_mode;
            }
            _ => {}
        }
        Done
    }

    /// Begins an element whose content is text.
    fn begin_text(&mut self, tag: &Tag) {
        self.insert(tag);
        self.scanner.set_content(Content::of(tag.name), tag.name);
        self.original_mode = self.mode;
        self.mode = Mode::Text;
    }

    // ---- nodes

    fn pop(&mut self) -> NodeId {
        let node = self.stack.pop();
        if node != NONE {
            self.tree.node_mut(node).set(Node::OPEN, false);
        }
        node
    }

    fn push(&mut self, node: NodeId) {
        self.tree.node_mut(node).set(Node::OPEN, true);
        let Node { name, namespace, .. } = *self.tree.node(node);
        let integration = self.tree.node(node).has(Node::HTML_INTEGRATION);
        self.stack.push(node, name, namespace, integration);
    }

    /// Takes an element off the stack, wherever it is on it.
    fn close(&mut self, node: NodeId) {
        if let Some(at) = self.stack.position(node) {
            self.stack.remove(at);
            self.tree.node_mut(node).set(Node::OPEN, false);
        }
    }

    /// Pops up to and with the topmost element of a name, which is open.
    fn pop_until(&mut self, name: Name) {
        loop {
            let ends = self.stack.current().is(name);
            if self.pop() == NONE || ends {
                return;
            }
        }
    }

    fn pop_until_node(&mut self, node: NodeId) {
        loop {
            let popped = self.pop();
            if popped == node || popped == NONE {
                return;
            }
        }
    }

    fn element(&mut self, tag: &Tag, namespace: Namespace) -> NodeId {
        let mut node = Node::new(NodeKind::Element, tag.span);
        (node.name, node.namespace) = (tag.name, namespace);
        node.set(tag.says.0, true);
        self.tree.add(node)
    }

    /// An element that no tag stands for, where the scanner is.
    fn implied(&mut self, name: Name, at: u32) -> NodeId {
        let mut node = Node::new(NodeKind::Element, Span { start: at, end: at });
        node.name = name;
        self.tree.add(node)
    }

    /// The appropriate place for inserting a node (13.2.6.1).
    #[inline]
    fn place(&self, target: NodeId) -> Place {
        if !self.foster_parenting {
            return Place { parent: target, before: NONE };
        }
        self.foster_place(target)
    }

    /// The same while what may not stand in a table stands before it.
    fn foster_place(&self, target: NodeId) -> Place {
        let node = self.tree.node(target);
        let misplaced = node.namespace == Namespace::Html
            && matches!(node.name, Name::Table | Name::Tbody | Name::Tfoot | Name::Thead | Name::Tr);
        if !misplaced {
            return Place { parent: target, before: NONE };
        }
        match self.stack.foster_parent() {
            stack::Foster::Inside(node) => Place { parent: node, before: NONE },
            stack::Foster::Before { table, above } => match self.tree.node(table).parent {
                NONE => Place { parent: above, before: NONE },
                parent => Place { parent, before: table },
            },
        }
    }

    #[inline]
    fn put(&mut self, place: Place, node: NodeId) {
        match place.before {
            NONE => self.tree.append(place.parent, node),
            before => self.tree.insert_before(before, node),
        }
    }

    /// Inserts an HTML element and opens it.
    fn insert(&mut self, tag: &Tag) -> NodeId {
        let node = self.insert_void(tag);
        self.tree.node_mut(node).set(Node::OPEN, true);
        self.stack.push(node, tag.name, Namespace::Html, false);
        node
    }

    /// Inserts an HTML element that is closed at once.
    fn insert_void(&mut self, tag: &Tag) -> NodeId {
        let node = self.element(tag, Namespace::Html);
        self.put(self.place(self.current()), node);
        node
    }

    fn insert_implied(&mut self, name: Name, at: u32) -> NodeId {
        let node = self.implied(name, at);
        self.put(self.place(self.current()), node);
        self.push(node);
        node
    }

    fn insert_text(&mut self, span: Span, kind: TextKind) {
        if span.is_empty() {
            return;
        }
        let place = self.place(self.current());
        if place.parent == DOCUMENT {
            return;
        }
        let is_blank = self.tree.page.as_bytes()[span.range()].iter().all(|&byte| is_space(byte));
        let before = match place.before {
            NONE => self.tree.node(place.parent).last_child,
            before => self.tree.node(before).previous,
        };
        if before != NONE {
            let node = self.tree.node_mut(before);
            if node.kind == NodeKind::Text && node.span.end == span.start && node.text_kind() == kind {
                node.lengthen(span.end, is_blank);
                return;
            }
        }
        let node = self.tree.add(Node::text(span, kind, is_blank));
        self.put(place, node);
    }

    fn insert_comment(&mut self, data: Span) {
        let place = self.place(self.current());
        let node = self.tree.add(Node::new(NodeKind::Comment, data));
        self.put(place, node);
    }

    fn append_comment(&mut self, parent: NodeId, data: Span) {
        let node = self.tree.add(Node::new(NodeKind::Comment, data));
        self.tree.append(parent, node);
    }

    /// The current node; the document where none is open.
    fn current(&self) -> NodeId {
        self.stack.current().node
    }

    // ---- white space

    /// How much of a text is white space at its start, in bytes of the page.
    fn leading_space(&self, span: Span, kind: TextKind) -> u32 {
        let bytes = &self.tree.page.as_bytes()[span.range()];
        let space = bytes.iter().take_while(|&&byte| is_space(byte)).count();
        match bytes.get(space) {
            Some(b'&') if kind == TextKind::References => {}
            _ => return space as u32,
        }
        let mut length = 0;
        for piece in pieces(self.tree.page, span, kind) {
            let space = piece.text.bytes().take_while(|&byte| is_space(byte)).count();
            if space < piece.text.len() {
                // A piece that is not a copy is one character, or more that are no white space.
                return length + if piece.is_copy { space as u32 } else { 0 };
            }
            length += piece.source.len() as u32;
        }
        length
    }

    fn is_all_space(&self, span: Span, kind: TextKind) -> bool {
        self.leading_space(span, kind) as usize == span.len()
    }

    /// A text parted into its leading white space and the rest.
    fn part(&self, span: Span, kind: TextKind) -> (Span, Span) {
        let middle = span.start + self.leading_space(span, kind);
        (Span { start: span.start, end: middle }, Span { start: middle, end: span.end })
    }

    fn without_line_feed(&self, span: Span, kind: TextKind) -> Span {
        let bytes = &self.tree.page.as_bytes()[span.range()];
        let length = match bytes {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            [b'&', ..] if kind == TextKind::References => {
                let first = pieces(self.tree.page, span, kind).next();
                first.filter(|piece| piece.text == "\n").map_or(0, |piece| piece.source.len() as u32)
            }
            _ => 0,
        };
        Span { start: span.start + length, end: span.end }
    }

    /// Inserts the white space in a text and leaves out the rest.
    fn insert_space_only(&mut self, span: Span, kind: TextKind) {
        for piece in pieces(self.tree.page, span, kind) {
            if !piece.is_copy {
                if piece.text.bytes().all(is_space) {
                    self.insert_text(piece.source, kind);
                }
                continue;
            }
            let mut at = piece.source.start;
            for run in piece.text.as_bytes().chunk_by(|&a, &b| is_space(a) == is_space(b)) {
                let end = at + run.len() as u32;
                if is_space(run[0]) {
                    self.insert_text(Span { start: at, end }, kind);
                }
                at = end;
            }
        }
    }
}

/// Where in the page a token begins.
fn start(token: &Token, page: &str) -> u32 {
    match *token {
        Token::Start(tag) | Token::End(tag) => tag.span.start,
        Token::Text(span, _) | Token::Nul(span) | Token::Doctype(span) | Token::Comment { span, .. } => span.start,
        Token::EndOfFile => page.len() as u32,
    }
}
