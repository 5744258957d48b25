//! What a page says of things in a vocabulary such as schema.org's, in whatever syntax: items with their properties.
//!
//! Texts stay where they are until someone asks for them: a page says much that nobody asks for.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::address::begins_address;
use crate::clean::folded;
use crate::input::html::scanner::{self, TextKind};
use crate::input::html::tree::{NONE, NodeId, NodeKind, Tree};
use crate::model::{Origin, Span};

/// Index of an item.
pub(super) type ItemId = usize;

/// Items that are kept of a page, and properties of all of them: what says more says nothing that could be told apart.
const MOST_ITEMS: usize = 4096;
const MOST_PROPERTIES: usize = 32_768;

/// Bytes of a text that are read, and nodes that it may be scattered over.
const LONGEST: usize = 4096;
const MOST_NODES: usize = 256;

/// Properties that name an item.
pub(super) const NAMING: [&str; 4] = ["name", "@value", "legalName", "headline"];

pub(super) struct Graph<'t> {
    pub(super) tree: &'t Tree<'t>,
    /// Whether a property of a name, as it is written, is asked for; others are not kept.
    is_asked: fn(&str) -> bool,
    items: Vec<Item<'t>>,
    properties: usize,
    /// Items by what their `@id` says.
    ids: HashMap<&'t str, ItemId>,
}

pub(super) struct Item<'t> {
    pub(super) origin: Origin,
    /// The item that it is a property of, and of what name.
    pub(super) parent: Option<(ItemId, &'t str)>,
    properties: Vec<(&'t str, Value<'t>)>,
}

/// What a property says.
#[derive(Clone, Copy, Debug)]
pub(super) enum Value<'t> {
    /// A string of JSON without its quotation marks, or a number or name.
    Json(Span),
    /// The value of an attribute.
    Attribute(Span),
    /// The text of an element.
    Content(NodeId),
    /// The name of a type.
    Name(&'t str),
    Item(ItemId),
}

/// A text with its place in the page.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) text: String,
    pub(super) span: Span,
}

impl<'t> Graph<'t> {
    pub(super) fn new(tree: &'t Tree<'t>, is_asked: fn(&str) -> bool) -> Self {
        Self { tree, is_asked, items: Vec::new(), properties: 0, ids: HashMap::new() }
    }

    /// A new item, unless there are too many.
    pub(super) fn add_item(&mut self, origin: Origin, parent: Option<(ItemId, &'t str)>) -> Option<ItemId> {
        if self.items.len() == MOST_ITEMS {
            return None;
        }
        let id = self.items.len();
        self.items.push(Item {
            origin,
            parent: parent.map(|(item, name)| (item, local(name))),
            properties: Vec::new(),
        });
        if let Some((item, name)) = parent {
            self.add(item, name, Value::Item(id));
        }
        Some(id)
    }

    /// Adds a property; its name may have a prefix or be an address.
    pub(super) fn add(&mut self, item: ItemId, name: &'t str, value: Value<'t>) {
        if self.properties == MOST_PROPERTIES || !(self.is_asked)(name) {
            return;
        }
        self.properties += 1;
        self.items[item].properties.push((local(name), value));
    }

    /// Lets references find what they refer to; to be called when all items are there.
    pub(super) fn index(&mut self) {
        let page = self.tree.page;
        for (id, item) in self.items.iter().enumerate().filter(|(_, item)| item.properties.len() > 1) {
            let named = item.properties.iter().find(|(name, _)| *name == "@id");
            if let Some((_, Value::Json(span))) = named {
                self.ids.entry(&page[span.range()]).or_insert(id);
            }
        }
    }

    /// Whether something was left out.
    pub(super) fn is_full(&self) -> bool {
        self.items.len() == MOST_ITEMS || self.properties == MOST_PROPERTIES
    }

    pub(super) fn item(&self, id: ItemId) -> &Item<'t> {
        &self.items[id]
    }

    pub(super) fn items(&self) -> impl Iterator<Item = ItemId> + use<> {
        0..self.items.len()
    }

    /// What a property of an item says, value by value.
    pub(super) fn values(&self, item: ItemId, name: &str) -> impl Iterator<Item = Value<'t>> {
        self.items[item].properties.iter().filter(move |(held, _)| *held == name).map(|&(_, value)| value)
    }

    /// The item that a value is, or refers to.
    pub(super) fn referred(&self, value: Value<'t>) -> Option<ItemId> {
        let Value::Item(item) = value else { return None };
        match self.items[item].properties[..] {
            [("@id", Value::Json(span))] => self.ids.get(&self.tree.page[span.range()]).copied(),
            _ => Some(item),
        }
    }

    /// Whether an item is of one of some types.
    pub(super) fn is(&self, item: ItemId, types: &[&str]) -> bool {
        self.values(item, "@type").filter_map(|value| self.text(value)).any(|written| {
            // Markup may name several in one attribute.
            written.text.split_ascii_whitespace().any(|one| types.contains(&local(one)))
        })
    }

    /// The first text of a property.
    pub(super) fn first(&self, item: ItemId, name: &str) -> Option<Written> {
        self.values(item, name).find_map(|value| self.name(value))
    }

    /// The text of a value, or the name of the item that it is.
    pub(super) fn name(&self, value: Value<'t>) -> Option<Written> {
        let Value::Item(_) = value else { return self.text(value) };
        let item = self.referred(value)?;
        NAMING.iter().flat_map(|name| self.values(item, name)).find_map(|value| self.text(value))
    }

    /// The address of a value, or of the item that it is.
    pub(super) fn address(&self, value: Value<'t>) -> Option<Written> {
        let Value::Item(item) = value else { return self.text(value).filter(|written| is_address(&written.text)) };
        let item = self.referred(value).unwrap_or(item);
        let names = ["url", "contentUrl", "@id"].into_iter();
        let texts = names.flat_map(|name| self.values(item, name)).filter_map(|value| self.text(value));
        texts.into_iter().find(|written| is_address(&written.text))
    }

    /// The text of a value that is one, with its white space folded; none where nothing is left.
    pub(super) fn text(&self, value: Value<'t>) -> Option<Written> {
        let page = self.tree.page;
        let (text, span) = match value {
            Value::Json(span) => (without_markup(unescaped(cut(&page[span.range()], LONGEST))), span),
            Value::Attribute(span) => (cut(&scanner::decoded_value(page, span), LONGEST).to_owned(), span),
            Value::Content(node) => self.content(node)?,
            Value::Name(name) => (name.to_owned(), Span::NONE),
            Value::Item(_) => return None,
        };
        let text = folded(&text).trim().to_owned();
        (!text.is_empty()).then_some(Written { text, span })
    }

    /// The text in an element, and from where to where it goes.
    fn content(&self, of: NodeId) -> Option<(String, Span)> {
        let (mut text, mut place) = (String::new(), None::<Span>);
        let mut node = self.tree.node(of).first_child;
        for _ in 0..MOST_NODES {
            if node == NONE || text.len() > LONGEST {
                break;
            }
            let at = self.tree.node(node);
            let is_shown = at.kind == NodeKind::Text && at.text_kind() == TextKind::References;
            if is_shown {
                for piece in self.tree.pieces(node) {
                    text.push_str(cut(&piece.text, LONGEST.saturating_sub(text.len())));
                }
                let start = place.map_or(at.span.start, |place| place.start.min(at.span.start));
                let end = place.map_or(at.span.end, |place| place.end.max(at.span.end));
                place = Some(Span { start, end });
            } else if at.is_element() {
                text.push(' ');
            }
            // On to the next node within.
            let mut up = node;
            node = at.first_child;
            while node == NONE && up != of && up != NONE {
                node = self.tree.node(up).next;
                up = self.tree.node(up).parent;
            }
        }
        Some((text, place?))
    }
}

/// A name without what stands before it: `schema:name`, `http://schema.org/name`, `https://ogp.me/ns#title`.
pub(super) fn local(name: &str) -> &str {
    let start = memchr::memrchr3(b'/', b'#', b':', name.as_bytes()).map_or(0, |at| at + 1);
    &name[start..]
}

fn is_address(text: &str) -> bool {
    begins_address(text) && !text.contains(' ')
}

/// The first bytes of a text.
fn cut(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = (0..=most).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    &text[..end]
}

/// A string of JSON with its escapes read; those that are none stay.
fn unescaped(text: &str) -> Cow<'_, str> {
    if memchr::memchr(b'\\', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'\\', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let mut length = 1;
        match rest.as_bytes().first() {
            Some(b'n' | b'r' | b't' | b'b' | b'f') => out.push(' '),
            Some(b'u') => {
                let unit = |at: usize| u16::from_str_radix(rest.get(at..at + 4)?, 16).ok();
                let low = || rest.get(5..7).filter(|&mark| mark == "\\u").and_then(|_| unit(7));
                let (units, used) = match (unit(1), low()) {
                    (Some(high @ 0xD800..0xDC00), Some(low @ 0xDC00..0xE000)) => (vec![high, low], 11),
                    (Some(one), _) => (vec![one], 5),
                    (None, _) => (vec![u16::from(b'u')], 1),
                };
                out.extend(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
                length = used;
            }
            Some(_) => {
                length = rest.chars().next().map_or(0, char::len_utf8);
                out.push_str(&rest[..length]);
            }
            None => break,
        }
        rest = &rest[length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// A text with its character references read and its tags left out: many put what they would show into JSON as it is, some
/// with its references referred to once more.
fn without_markup(mut text: Cow<'_, str>) -> String {
    for _ in 0..2 {
        if memchr::memchr2(b'&', b'<', text.as_bytes()).is_none() {
            break;
        }
        let mut plain = String::with_capacity(text.len());
        let mut rest = &*text;
        while let Some(at) = rest.find('<') {
            plain.push_str(&rest[..at]);
            rest = &rest[at..];
            let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
            if !is_tag {
                plain.push('<');
                rest = &rest[1..];
                continue;
            }
            // Where none ends, no other does.
            let Some(end) = memchr::memchr(b'>', rest.as_bytes()) else { break };
            rest = &rest[end + 1..];
        }
        plain.push_str(rest);
        let decoded = scanner::decoded_text(&plain).into_owned();
        text = Cow::Owned(decoded);
    }
    text.into_owned()
}

#[cfg(test)]
mod tests {
    use super::{local, unescaped, without_markup};

    #[test]
    fn escapes_of_json() {
        assert_eq!(unescaped(r#"a \"b\" \/ \u00e9\ud83d\ude00 \n c"#), "a \"b\" / é😀   c");
        // What is no escape loses its backslash and nothing else.
        assert_eq!(unescaped(r"\q \u12 \ud800 x\"), "q u12 \u{FFFD} x");
        assert_eq!(unescaped("\\é"), "é");
    }

    #[test]
    fn markup_in_strings() {
        assert_eq!(without_markup("Caf&eacute; &amp;amp; <b>Bar</b> 3 < 4".into()), "Café & Bar 3 < 4");
    }

    #[test]
    fn prefixes_of_names() {
        for name in ["name", "schema:name", "http://schema.org/name", "https://ogp.me/ns#name"] {
            assert_eq!(local(name), "name");
        }
    }
}
