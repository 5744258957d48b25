//! The tree of a page: a flat arena of nodes that point into the page. Nothing of the page is copied.

use std::borrow::Cow;

use super::build::Builder;
use super::names::Name;
use super::scanner::{self, Piece, Says, TextKind, ends_name};
use crate::model::Span;

/// The index of a node in its tree.
pub(crate) type NodeId = u32;

/// "No such node".
pub(crate) const NONE: NodeId = NodeId::MAX;

/// The document, which every tree begins with.
pub(crate) const DOCUMENT: NodeId = 0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NodeKind {
    Document,
    Doctype,
    Element,
    Text,
    Comment,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Namespace {
    #[default]
    Html,
    Svg,
    MathMl,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) kind: NodeKind,
    pub(crate) name: Name,
    pub(crate) namespace: Namespace,
    flags: u8,
    pub(crate) parent: NodeId,
    pub(crate) previous: NodeId,
    pub(crate) next: NodeId,
    pub(crate) first_child: NodeId,
    pub(crate) last_child: NodeId,
    /// Of an element its start tag, which is empty where no tag stands; of a text the text; of a comment what it says.
    pub(crate) span: Span,
}

impl Node {
    /// The element is on the stack of open elements.
    pub(super) const OPEN: u8 = 1;
    /// The element is an integration point: HTML stands in it, though it is not in the HTML namespace itself.
    pub(super) const HTML_INTEGRATION: u8 = 2;
    /// The text stands as it is, without character references.
    const VERBATIM: u8 = 4;
    /// The text is white space, as it stands.
    const BLANK: u8 = 8;
    // The bits of `Says` are flags of an element, too.

    pub(super) fn new(kind: NodeKind, span: Span) -> Self {
        Self {
            kind,
            name: Name::Other,
            namespace: Namespace::Html,
            flags: 0,
            parent: NONE,
            previous: NONE,
            next: NONE,
            first_child: NONE,
            last_child: NONE,
            span,
        }
    }

    /// Another element of the same start tag.
    pub(super) fn again(&self) -> Self {
        let mut node = Self::new(self.kind, self.span);
        (node.name, node.namespace, node.flags) = (self.name, self.namespace, self.flags & Says::ALL);
        node
    }

    pub(super) fn text(span: Span, kind: TextKind, is_blank: bool) -> Self {
        let mut node = Self::new(NodeKind::Text, span);
        node.set(Self::VERBATIM, kind == TextKind::Verbatim);
        node.set(Self::BLANK, is_blank);
        node
    }

    /// Adds to a text what stands right behind it.
    pub(super) fn lengthen(&mut self, end: u32, is_blank: bool) {
        self.span.end = end;
        self.set(Self::BLANK, is_blank && self.has(Self::BLANK));
    }

    /// Whether a text is white space, as it stands.
    pub(super) fn is_blank(&self) -> bool {
        self.has(Self::BLANK)
    }

    pub(crate) fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    pub(super) fn set(&mut self, flag: u8, on: bool) {
        self.flags = if on { self.flags | flag } else { self.flags & !flag };
    }

    /// Whether it is an element of HTML with this name.
    pub(crate) fn is(&self, name: Name) -> bool {
        self.name == name && self.namespace == Namespace::Html && self.kind == NodeKind::Element
    }

    pub(crate) fn is_element(&self) -> bool {
        self.kind == NodeKind::Element
    }

    pub(crate) fn text_kind(&self) -> TextKind {
        if self.has(Self::VERBATIM) { TextKind::Verbatim } else { TextKind::References }
    }
}

pub(crate) struct Tree<'p> {
    pub(crate) page: &'p str,
    pub(super) nodes: Vec<Node>,
    /// Start tags whose attributes an element has besides its own: a second `<html>` or `<body>`.
    pub(super) merged: Vec<(NodeId, Span)>,
    pub(super) quirks: bool,
    pub(super) has_tables: bool,
}

impl<'p> Tree<'p> {
    /// Parses a page as a browser does that runs no scripts.
    pub(crate) fn parse(page: &'p str) -> Self {
        Builder::new(page).run()
    }

    pub(super) fn new(page: &'p str) -> Self {
        // Half of all pages have fewer.
        let mut nodes = Vec::with_capacity(page.len() / 64 + 16);
        nodes.push(Node::new(NodeKind::Document, Span { start: 0, end: 0 }));
        Self { page, nodes, merged: Vec::new(), quirks: false, has_tables: false }
    }

    /// How many nodes there are, also those that are in no place.
    #[cfg(feature = "internals")]
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    pub(super) fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    /// The elements of HTML in the order of their tags.
    pub(crate) fn elements(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        let is_html = |(_, node): &(NodeId, &Node)| node.is_element() && node.namespace == Namespace::Html;
        (0..).zip(&self.nodes).filter(is_html)
    }

    /// The elements in whose start tags some offsets of the page lie, which are in order.
    pub(crate) fn elements_at(&self, offsets: impl Iterator<Item = usize>) -> impl Iterator<Item = NodeId> {
        // Nodes are made in the order of the page, but for those of a tag that is made again.
        let mut behind = 0;
        offsets.filter_map(move |at| {
            let is_before = |node: &Node| node.span.start as usize <= at;
            // The next one is mostly near.
            let mut reach = 16;
            while self.nodes.get(behind + reach).is_some_and(is_before) {
                reach *= 2;
            }
            behind += self.nodes[behind..self.nodes.len().min(behind + reach)].partition_point(is_before);
            let mut before = (behind.saturating_sub(4)..behind).rev();
            let node = before.find(|&node| self.nodes[node].span.range().contains(&at))?;
            self.nodes[node].is_element().then_some(node as NodeId)
        })
    }

    pub(crate) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        let first = self.node(id).first_child;
        std::iter::successors((first != NONE).then_some(first), |&child| {
            let next = self.node(child).next;
            (next != NONE).then_some(next)
        })
    }

    /// The value of an attribute of an element; `name` in small letters.
    pub(crate) fn attribute(&self, id: NodeId, name: &str) -> Option<Cow<'p, str>> {
        let node = self.node(id);
        let own = node.has(Says::ANYTHING).then(|| scanner::attribute(self.page, node.span, name)).flatten();
        // Of these two alone a second tag adds to the first.
        if !matches!(node.name, Name::Html | Name::Body) {
            return own;
        }
        own.or_else(|| {
            let merged = self.merged.iter().filter(|(of, _)| *of == id);
            merged.into_iter().find_map(|&(_, tag)| scanner::attribute(self.page, tag, name))
        })
    }

    /// The attributes of an element, of each name the first.
    #[cfg(test)]
    pub(crate) fn attributes(&self, id: NodeId) -> Vec<(Cow<'p, str>, Cow<'p, str>)> {
        let own = self.node(id).has(Says::ANYTHING).then_some(self.node(id).span);
        let merged = self.merged.iter().filter(|(of, _)| *of == id).map(|&(_, tag)| tag);
        let mut attributes: Vec<(Cow<'p, str>, Cow<'p, str>)> = Vec::new();
        for tag in own.into_iter().chain(merged) {
            let first = attributes.len();
            for (name, value) in scanner::attributes(self.page, tag) {
                if first == 0 || !attributes[..first].iter().any(|(held, _)| *held == name) {
                    attributes.push((name, value));
                }
            }
        }
        attributes
    }

    /// The name of an element as its start tag writes it; that of the list of names where no tag stands.
    pub(crate) fn written_name(&self, id: NodeId) -> &'p str {
        let node = self.node(id);
        if node.name != Name::Other {
            return node.name.as_str();
        }
        let tag = self.page[node.span.range()].trim_start_matches('<');
        &tag[..tag.find(|c| u8::try_from(c).is_ok_and(ends_name)).unwrap_or(tag.len())]
    }

    /// The text of a text node, piece by piece.
    pub(crate) fn pieces(&self, id: NodeId) -> impl Iterator<Item = Piece<'p>> + use<'p> {
        let node = self.node(id);
        scanner::pieces(self.page, node.span, node.text_kind())
    }

    #[inline]
    pub(super) fn add(&mut self, node: Node) -> NodeId {
        if self.nodes.len() == self.nodes.capacity() {
            self.grow(node.span.end as usize);
        }
        self.nodes.push(node);
        (self.nodes.len() - 1) as NodeId
    }

    /// Makes room for as many nodes as there will be if the rest of the page is like what stands before an offset.
    #[cold]
    fn grow(&mut self, at: usize) {
        let (count, page) = (self.nodes.len(), self.page.len());
        let left = (count as u128 * (page - at) as u128 / at.max(1) as u128) as usize;
        self.nodes.reserve_exact((left + left / 8).clamp(count / 8, count) + 16);
    }

    #[inline]
    pub(super) fn append(&mut self, parent: NodeId, child: NodeId) {
        let last = std::mem::replace(&mut self.node_mut(parent).last_child, child);
        let node = self.node_mut(child);
        (node.parent, node.previous, node.next) = (parent, last, NONE);
        match last {
            NONE => self.node_mut(parent).first_child = child,
            _ => self.node_mut(last).next = child,
        }
    }

    pub(super) fn insert_before(&mut self, sibling: NodeId, child: NodeId) {
        let &Node { parent, previous, .. } = self.node(sibling);
        let node = self.node_mut(child);
        (node.parent, node.previous, node.next) = (parent, previous, sibling);
        self.node_mut(sibling).previous = child;
        match previous {
            NONE => self.node_mut(parent).first_child = child,
            _ => self.node_mut(previous).next = child,
        }
    }

    /// Takes a node out of its parent, where it has one.
    pub(super) fn detach(&mut self, child: NodeId) {
        let Node { parent, previous, next, .. } = *self.node(child);
        if parent == NONE {
            return;
        }
        match previous {
            NONE => self.node_mut(parent).first_child = next,
            _ => self.node_mut(previous).next = next,
        }
        match next {
            NONE => self.node_mut(parent).last_child = previous,
            _ => self.node_mut(next).previous = previous,
        }
        let node = self.node_mut(child);
        (node.parent, node.previous, node.next) = (NONE, NONE, NONE);
    }

    /// Moves all children of a node to the end of another's, which has none of its own.
    pub(super) fn move_children(&mut self, from: NodeId, to: NodeId) {
        let node = self.node_mut(from);
        let (first, last) =
            (std::mem::replace(&mut node.first_child, NONE), std::mem::replace(&mut node.last_child, NONE));
        let target = self.node_mut(to);
        (target.first_child, target.last_child) = (first, last);
        let mut child = first;
        while child != NONE {
            let node = self.node_mut(child);
            node.parent = to;
            child = node.next;
        }
    }
}
