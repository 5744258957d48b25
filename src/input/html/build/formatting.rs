//! The list of active formatting elements (13.2.4.3), and the adoption agency algorithm (13.2.6.4.7).

use super::super::names::Name;
use super::super::scanner::{self, Says, Tag};
use super::super::tree::{NONE, NodeId};
use super::super::tree::{Namespace, Node};
use super::Builder;
use super::stack::{Open, SPECIAL};

/// Active formatting elements behind the last marker, at most; the first of them goes where more come.
const FORMATTING: usize = 32;

/// Elements that are the same in name and attributes behind the last marker, at most (the "Noah's Ark clause").
const ALIKE: usize = 3;

/// How often the adoption agency goes over an element, and how many elements it clones on the way.
const ROUNDS: usize = 8;
const CLONES: usize = 3;

#[derive(Clone, Copy)]
struct Entry {
    /// The element; none for a marker.
    node: NodeId,
    name: Name,
}

#[derive(Default)]
pub(super) struct Formatting {
    entries: Vec<Entry>,
}

impl Formatting {
    pub(super) fn push_marker(&mut self) {
        self.entries.push(Entry { node: NONE, name: Name::Other });
    }

    pub(super) fn clear_to_marker(&mut self) {
        while self.entries.pop().is_some_and(|entry| entry.node != NONE) {}
    }

    /// The entries behind the last marker, the last first.
    fn behind_marker(&self) -> impl Iterator<Item = (usize, Entry)> {
        self.entries.iter().copied().enumerate().rev().take_while(|(_, entry)| entry.node != NONE)
    }

    /// The last element of a name behind the last marker.
    pub(super) fn last(&self, name: Name) -> Option<NodeId> {
        self.behind_marker().find(|(_, entry)| entry.name == name).map(|(_, entry)| entry.node)
    }

    fn position(&self, node: NodeId) -> Option<usize> {
        self.entries.iter().rposition(|entry| entry.node == node)
    }

    pub(super) fn remove(&mut self, node: NodeId) {
        if let Some(at) = self.position(node) {
            self.entries.remove(at);
        }
    }
}

impl Builder<'_> {
    /// Inserts a formatting element and makes it active.
    pub(super) fn insert_formatting(&mut self, tag: &Tag) {
        let node = self.insert(tag);
        self.forget_alike(node);
        if self.formatting.behind_marker().nth(FORMATTING - 1).is_some()
            && let Some((first, _)) = self.formatting.behind_marker().last()
        {
            self.formatting.entries.remove(first);
        }
        self.formatting.entries.push(Entry { node, name: tag.name });
    }

    /// The "Noah's Ark clause": where there are three like an element, the first of them goes.
    fn forget_alike(&mut self, node: NodeId) {
        let of = |node: NodeId| self.tree.node(node);
        let name = of(node).name;
        let named = || self.formatting.behind_marker().filter(|(_, entry)| entry.name == name);
        if named().nth(ALIKE - 1).is_none() {
            return;
        }
        let page = self.tree.page;
        let attributes = |node| {
            let mut attributes: Vec<_> = scanner::attributes(page, of(node).span).collect();
            attributes.sort_unstable();
            attributes
        };
        let (tag, mut own) = (&page[of(node).span.range()], None);
        let bare = |node| !of(node).has(Says::ANYTHING);
        let mut alike = named().filter(|&(_, Entry { node: other, .. })| {
            page[of(other).span.range()] == *tag
                || bare(node) && bare(other)
                || !bare(node) && !bare(other) && attributes(other) == *own.get_or_insert_with(|| attributes(node))
        });
        if let Some((first, _)) = alike.nth(ALIKE - 1) {
            drop(alike);
            self.formatting.entries.remove(first);
        }
    }

    /// A second element of the start tag of one.
    fn clone_element(&mut self, node: NodeId) -> NodeId {
        let clone = self.tree.node(node).again();
        self.tree.add(clone)
    }

    /// "Reconstruct the active formatting elements".
    pub(super) fn reconstruct(&mut self) {
        let is_open = |entry: &Entry| entry.node == NONE || self.tree.node(entry.node).has(Node::OPEN);
        let entries = &self.formatting.entries;
        if entries.last().is_none_or(is_open) {
            return;
        }
        let first = entries.iter().rposition(is_open).map_or(0, |at| at + 1);
        for at in first..self.formatting.entries.len() {
            if self.stack.len() >= super::DEPTH {
                return;
            }
            let node = self.clone_element(self.formatting.entries[at].node);
            let place = self.place(self.current());
            self.put(place, node);
            self.push(node);
            self.formatting.entries[at].node = node;
        }
    }

    /// The adoption agency algorithm for an end tag, or for a start tag that ends an open element of its name.
    pub(super) fn adopt(&mut self, tag: &Tag) {
        let subject = tag.name;
        let current = self.stack.current();
        if current.is(subject) && self.formatting.position(current.node).is_none() {
            self.pop();
            return;
        }
        for _ in 0..ROUNDS {
            let Some(element) = self.formatting.last(subject) else { return self.any_other_end(tag) };
            let Some(at) = self.stack.position(element) else { return self.formatting.remove(element) };
            if !self.stack.has_node_in_scope(element) {
                return;
            }
            let Some(furthest) = (at + 1..self.stack.len()).find(|&below| self.stack.get(below).has(SPECIAL)) else {
                self.pop_until_node(element);
                return self.formatting.remove(element);
            };
            self.adopt_furthest(element, at, furthest);
        }
    }

    /// One round of it: `element` is at `at` on the stack, and the furthest block at `furthest`.
    fn adopt_furthest(&mut self, element: NodeId, at: usize, mut furthest: usize) {
        let block = self.stack.get(furthest).node;
        let ancestor = if at > 0 { self.stack.get(at - 1).node } else { self.stack.get(at).node };
        let mut bookmark = self.formatting.position(element).unwrap_or(0);
        let mut last = block;
        let mut above = furthest;
        for round in 1.. {
            above -= 1;
            if above == at {
                break;
            }
            let node = self.stack.get(above).node;
            let mut entry = self.formatting.position(node);
            if round > CLONES
                && let Some(active) = entry
            {
                self.formatting.entries.remove(active);
                bookmark -= usize::from(active < bookmark);
                entry = None;
            }
            let Some(entry) = entry else {
                self.tree.node_mut(node).set(Node::OPEN, false);
                self.stack.remove(above);
                furthest -= 1;
                continue;
            };
            let clone = self.clone_element(node);
            self.tree.node_mut(node).set(Node::OPEN, false);
            self.tree.node_mut(clone).set(Node::OPEN, true);
            self.formatting.entries[entry].node = clone;
            self.stack.replace(above, clone);
            if last == block {
                bookmark = entry + 1;
            }
            self.tree.detach(last);
            self.tree.append(clone, last);
            last = clone;
        }
        self.tree.detach(last);
        let place = self.place(ancestor);
        self.put(place, last);
        let clone = self.clone_element(element);
        self.tree.move_children(block, clone);
        self.tree.append(block, clone);
        let name = self.tree.node(element).name;
        if let Some(active) = self.formatting.position(element) {
            self.formatting.entries.remove(active);
            bookmark -= usize::from(active < bookmark);
        }
        self.formatting.entries.insert(bookmark.min(self.formatting.entries.len()), Entry { node: clone, name });
        self.tree.node_mut(element).set(Node::OPEN, false);
        self.tree.node_mut(clone).set(Node::OPEN, true);
        self.stack.remove(at);
        // The block has moved up by one.
        self.stack.insert(furthest, Open { node: clone, name, namespace: Namespace::Html, integration: false });
    }
}
