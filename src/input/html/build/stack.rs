//! The stack of open elements (13.2.4.2).

use super::super::names::Name;
use super::super::tree::{DOCUMENT, NONE, Namespace, NodeId};

/// An open element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    pub(super) node: NodeId,
    pub(super) name: Name,
    pub(super) namespace: Namespace,
    /// It is an HTML integration point.
    pub(super) integration: bool,
}

impl Open {
    /// Stands for the current node where none is open.
    const DOCUMENT: Self = Self { node: DOCUMENT, name: Name::Other, namespace: Namespace::Html, integration: false };

    pub(super) fn is(&self, name: Name) -> bool {
        self.name == name && self.namespace == Namespace::Html
    }

    pub(super) fn has(&self, class: u16) -> bool {
        match self.namespace {
            Namespace::Html => CLASSES[self.name as usize] & class != 0,
            // The integration points are special, and every scope ends at them.
            Namespace::Svg => {
                class & (SPECIAL | SCOPE) != 0 && matches!(self.name, Name::ForeignObject | Name::Desc | Name::Title)
            }
            Namespace::MathMl => {
                class & (SPECIAL | SCOPE) != 0 && (self.is_text_integration() || self.name == Name::AnnotationXml)
            }
        }
    }

    /// A MathML text integration point.
    pub(super) fn is_text_integration(&self) -> bool {
        self.namespace == Namespace::MathMl
            && matches!(self.name, Name::Mi | Name::Mo | Name::Mn | Name::Ms | Name::Mtext)
    }
}

/// "Special" elements.
pub(super) const SPECIAL: u16 = 1;
/// Elements that a scope ends at.
pub(super) const SCOPE: u16 = 2;
/// … and those that a list item scope, a button scope or a table scope ends at besides or instead.
pub(super) const LIST_SCOPE: u16 = 4;
pub(super) const BUTTON_SCOPE: u16 = 8;
pub(super) const TABLE_SCOPE: u16 = 16;
/// Elements whose end tags are implied.
pub(super) const IMPLIED: u16 = 32;

const fn with(mut classes: [u16; 256], names: &[Name], class: u16) -> [u16; 256] {
    let mut at = 0;
    while at < names.len() {
        classes[names[at] as usize] |= class;
        at += 1;
    }
    classes
}

static CLASSES: [u16; 256] = {
    use Name::*;
    let classes = with(
        [0; 256],
        &[
            Address, Applet, Area, Article, Aside, Base, Basefont, Bgsound, Blockquote, Body, Br, Button, Caption,
            Center, Col, Colgroup, Dd, Details, Dir, Div, Dl, Dt, Embed, Fieldset, Figcaption, Figure, Footer, Form,
            Frame, Frameset, H1, H2, H3, H4, H5, H6, Head, Header, Hgroup, Hr, Html, Iframe, Img, Input, Keygen, Li,
            Link, Listing, Main, Marquee, Menu, Meta, Nav, Noembed, Noframes, Noscript, Object, Ol, P, Param,
            Plaintext, Pre, Script, Search, Section, Select, Source, Style, Summary, Table, Tbody, Td, Template,
            Textarea, Tfoot, Th, Thead, Title, Tr, Track, Ul, Wbr, Xmp,
        ],
        SPECIAL,
    );
    let classes = with(classes, &[Applet, Caption, Html, Table, Td, Th, Marquee, Object, Select, Template], SCOPE);
    let classes = with(classes, &[Ol, Ul], LIST_SCOPE);
    let classes = with(classes, &[Button], BUTTON_SCOPE);
    let classes = with(classes, &[Html, Table, Template], TABLE_SCOPE);
    with(classes, &[Dd, Dt, Li, Optgroup, Option, P, Rb, Rp, Rt, Rtc], IMPLIED)
};

/// Where a misplaced node of a table goes.
pub(super) enum Foster {
    /// At the end of this node.
    Inside(NodeId),
    /// Before this table, if it is in a parent; else at the end of the element above it on the stack.
    Before { table: NodeId, above: NodeId },
}

#[derive(Default)]
pub(super) struct Stack {
    open: Vec<Open>,
    /// How many HTML elements of each name are open, so that nothing is looked for in vain.
    counts: Counts,
}

struct Counts([u16; 256]);

impl Default for Counts {
    fn default() -> Self {
        Self([0; 256])
    }
}

impl Stack {
    pub(super) fn push(&mut self, node: NodeId, name: Name, namespace: Namespace, integration: bool) {
        if namespace == Namespace::Html {
            self.counts.0[name as usize] += 1;
        }
        self.open.push(Open { node, name, namespace, integration });
    }

    /// The node that was current; none where no element is open.
    pub(super) fn pop(&mut self) -> NodeId {
        let Some(open) = self.open.pop() else { return NONE };
        self.forget(open);
        open.node
    }

    fn forget(&mut self, open: Open) {
        if open.namespace == Namespace::Html {
            self.counts.0[open.name as usize] -= 1;
        }
    }

    pub(super) fn remove(&mut self, at: usize) {
        let open = self.open.remove(at);
        self.forget(open);
    }

    pub(super) fn insert(&mut self, at: usize, open: Open) {
        if open.namespace == Namespace::Html {
            self.counts.0[open.name as usize] += 1;
        }
        self.open.insert(at, open);
    }

    /// Puts another element of the same name in the place of one.
    pub(super) fn replace(&mut self, at: usize, node: NodeId) {
        self.open[at].node = node;
    }

    pub(super) fn len(&self) -> usize {
        self.open.len()
    }

    pub(super) fn get(&self, at: usize) -> Open {
        self.open[at]
    }

    /// From the current node to the root.
    pub(super) fn downwards(&self) -> impl Iterator<Item = &Open> {
        self.open.iter().rev()
    }

    pub(super) fn current(&self) -> Open {
        self.open.last().copied().unwrap_or(Open::DOCUMENT)
    }

    /// Whether the current node is not in the HTML namespace.
    pub(super) fn is_foreign(&self) -> bool {
        self.open.last().is_some_and(|open| open.namespace != Namespace::Html)
    }

    pub(super) fn position(&self, node: NodeId) -> Option<usize> {
        self.open.iter().rposition(|open| open.node == node)
    }

    /// Whether an HTML element of this name is open at all.
    pub(super) fn holds(&self, name: Name) -> bool {
        self.counts.0[name as usize] > 0
    }

    fn has_in(&self, classes: u16, is: impl Fn(&Open) -> bool) -> bool {
        for open in self.downwards() {
            if is(open) {
                return true;
            }
            if open.has(classes) {
                return false;
            }
        }
        false
    }

    pub(super) fn has_in_scope(&self, name: Name) -> bool {
        self.holds(name) && self.has_in(SCOPE, |open| open.is(name))
    }

    pub(super) fn has_node_in_scope(&self, node: NodeId) -> bool {
        self.has_in(SCOPE, |open| open.node == node)
    }

    pub(super) fn has_heading_in_scope(&self) -> bool {
        self.has_in(SCOPE, |open| open.namespace == Namespace::Html && is_heading(open.name))
    }

    pub(super) fn has_in_list_scope(&self, name: Name) -> bool {
        self.holds(name) && self.has_in(SCOPE | LIST_SCOPE, |open| open.is(name))
    }

    pub(super) fn has_in_button_scope(&self, name: Name) -> bool {
        self.holds(name) && self.has_in(SCOPE | BUTTON_SCOPE, |open| open.is(name))
    }

    pub(super) fn has_in_table_scope(&self, name: Name) -> bool {
        self.holds(name) && self.has_in(TABLE_SCOPE, |open| open.is(name))
    }

    /// The appropriate place for a misplaced node (13.2.6.1).
    pub(super) fn foster_parent(&self) -> Foster {
        for (at, open) in self.open.iter().enumerate().rev() {
            if open.is(Name::Template) {
                return Foster::Inside(open.node);
            }
            if open.is(Name::Table) {
                let above = self.open[..at].last().map_or(DOCUMENT, |above| above.node);
                return Foster::Before { table: open.node, above };
            }
        }
        Foster::Inside(self.open.first().map_or(DOCUMENT, |root| root.node))
    }
}

pub(super) fn is_heading(name: Name) -> bool {
    matches!(name, Name::H1 | Name::H2 | Name::H3 | Name::H4 | Name::H5 | Name::H6)
}
