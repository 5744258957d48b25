//! What elements say of their content by attributes: microdata (WHATWG HTML 5), RDFa Lite 1.1, and the classes of
//! microformats (`h-entry`, `hentry`, `h-card`, `vcard`).

use super::graph::{Graph, ItemId, Value};
use crate::input::html::names::Name;
use crate::input::html::scanner::{Says, raw_attributes};
use crate::input::html::tree::{DOCUMENT, NONE, NodeId, Tree};
use crate::model::{Origin, Span};

/// Reads the items of a page into a graph; nothing is looked at of a page that has none, and no tag that says nothing of them.
pub(super) fn read<'t>(graph: &mut Graph<'t>) {
    let tree = graph.tree;
    let page = tree.page.as_bytes();
    let is_entry = |at: usize| page[..at].ends_with(b"h") || page[..at].ends_with(b"h-");
    let microformats = memchr::memmem::find_iter(page, b"entry").any(is_entry);
    let microdata = tree.elements().any(|(_, node)| node.has(Says::ITEM));
    // What Open Graph says, it says in the head by `property` as well.
    let rdfa = tree.elements().any(|(_, node)| node.has(Says::PROPERTY) && node.name != Name::Meta);
    let syntaxes = [
        microdata.then_some(Syntax::Microdata),
        rdfa.then_some(Syntax::Rdfa),
        microformats.then_some(Syntax::Microformats),
    ];
    let mut walks: Vec<Walk> =
        syntaxes.into_iter().flatten().map(|syntax| Walk { syntax, open: Vec::new(), page: None }).collect();
    if walks.is_empty() {
        return;
    }
    let mut node = tree.node(DOCUMENT).first_child;
    while node != NONE {
        let at = tree.node(node);
        let speaks = || {
            at.has(Says::ITEM | Says::PROPERTY) || microformats && at.has(Says::ANYTHING) && has_known_class(tree, node)
        };
        if at.is_element() && speaks() {
            let element = Element::of(tree, node);
            for walk in &mut walks {
                walk.enter(graph, &element);
            }
        }
        let mut up = node;
        node = at.first_child;
        while node == NONE && up != DOCUMENT && up != NONE {
            for walk in &mut walks {
                walk.open.pop_if(|open| open.0 == up);
            }
            node = tree.node(up).next;
            up = tree.node(up).parent;
        }
    }
}

/// Whether a class of an element is one of microformats.
fn has_known_class(tree: &Tree<'_>, node: NodeId) -> bool {
    let class = raw_attributes(tree.page, tree.node(node).span).find(|(name, _)| name.eq_ignore_ascii_case("class"));
    let is_known = |class| root(class).is_some() || property(class, true).is_some() || property(class, false).is_some();
    class.is_some_and(|(_, value)| tree.page[value.range()].split_ascii_whitespace().any(is_known))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Syntax {
    Microdata,
    Rdfa,
    Microformats,
}

/// The attributes of an element that the syntaxes know.
#[derive(Default)]
struct Element<'t> {
    node: NodeId,
    name: Option<Name>,
    is_scope: bool,
    item_type: Option<&'t str>,
    item_property: Option<&'t str>,
    type_of: Option<&'t str>,
    property: Option<&'t str>,
    class: Option<&'t str>,
    content: Option<Span>,
    date_time: Option<Span>,
    value: Option<Span>,
    href: Option<Span>,
    src: Option<Span>,
    title: Option<Span>,
}

impl<'t> Element<'t> {
    fn of(tree: &'t Tree<'t>, node: NodeId) -> Self {
        let mut element = Self { node, name: Some(tree.node(node).name), ..Self::default() };
        for (name, value) in raw_attributes(tree.page, tree.node(node).span) {
            let mut lower = [0; 9];
            let Some(lower) = lower.get_mut(..name.len()) else { continue };
            lower.copy_from_slice(name.as_bytes());
            lower.make_ascii_lowercase();
            let text = || Some(tree.page[value.range()].trim());
            match &*lower {
                b"itemscope" => element.is_scope = true,
                b"itemtype" => element.item_type = text(),
                b"itemprop" => element.item_property = text(),
                b"typeof" => element.type_of = text(),
                b"property" => element.property = text(),
                b"class" => element.class = text(),
                b"content" => element.content = Some(value),
                b"datetime" => element.date_time = Some(value),
                b"value" => element.value = Some(value),
                b"href" => element.href = Some(value),
                b"src" => element.src = Some(value),
                b"title" => element.title = Some(value),
                _ => {}
            }
        }
        element
    }

    /// What the element says of a property.
    fn value(&self, property: &str) -> Value<'t> {
        let is_link = matches!(
            property,
            "url"
                | "sameAs"
                | "mainEntityOfPage"
                | "license"
                | "image"
                | "logo"
                | "thumbnailUrl"
                | "contentUrl"
                | "item"
        );
        let attribute = match self.name {
            Some(Name::Time) => self.content.or(self.date_time),
            // What a link says is a name more often than an address, whatever the standard wants.
            Some(Name::A | Name::Area | Name::Link) if is_link || self.name == Some(Name::Link) => {
                self.content.or(self.href)
            }
            Some(Name::Img | Name::Source | Name::Embed) => self.content.or(self.src),
            // `<abbr class="published" title="2020-03-23">`
            Some(Name::Abbr) if property.starts_with("date") => self.content.or(self.title),
            // `<data value="3">`
            _ => self.content.or(self.value),
        };
        attribute.map_or(Value::Content(self.node), Value::Attribute)
    }
}

/// One syntax on its way through the tree.
struct Walk {
    syntax: Syntax,
    /// The items whose elements are open, from the outermost on; whether each is a card (`vcard`).
    open: Vec<(NodeId, ItemId, bool)>,
    /// Stands for the page, of which properties outside of all items speak.
    page: Option<ItemId>,
}

impl Walk {
    fn enter<'t>(&mut self, graph: &mut Graph<'t>, element: &Element<'t>) {
        let around = self.open.last().map(|&(_, item, _)| item);
        match self.syntax {
            Syntax::Microdata => {
                let names = element.item_property.unwrap_or_default().split_ascii_whitespace();
                let starts = element.is_scope || element.item_type.is_some();
                let types = element.item_type.unwrap_or_default();
                self.take(graph, element, around, names, starts, types);
            }
            Syntax::Rdfa => {
                // What Open Graph says in such attributes, it says in the head.
                let names = element.property.unwrap_or_default().split_ascii_whitespace();
                let names = names.filter(|name| !name.starts_with("og:") && around.is_some());
                self.take(
                    graph,
                    element,
                    around,
                    names,
                    element.type_of.is_some(),
                    element.type_of.unwrap_or_default(),
                );
            }
            Syntax::Microformats => {
                let Some(classes) = element.class else { return };
                let in_card = self.open.last().is_some_and(|&(_, _, is_card)| is_card);
                let root = classes.split_ascii_whitespace().find_map(root);
                let names = classes.split_ascii_whitespace().filter_map(|class| property(class, in_card));
                let names = names.filter(|_| around.is_some());
                self.take(graph, element, around, names, root.is_some(), root.unwrap_or_default());
            }
        }
    }

    /// Takes an element's properties, and the item that begins with it.
    fn take<'t>(
        &mut self,
        graph: &mut Graph<'t>,
        element: &Element<'t>,
        around: Option<ItemId>,
        mut names: impl Iterator<Item = &'t str>,
        starts: bool,
        types: &'t str,
    ) {
        let origin = match self.syntax {
            Syntax::Microdata => Origin::Microdata,
            Syntax::Rdfa => Origin::Rdfa,
            Syntax::Microformats => Origin::Microformats,
        };
        if starts {
            let parent = around.and_then(|around| names.next().map(|name| (around, name)));
            let Some(item) = graph.add_item(origin, parent) else { return };
            for one in types.split_ascii_whitespace() {
                graph.add(item, "@type", Value::Name(one));
            }
            self.open.push((element.node, item, types == "Person"));
            return;
        }
        for name in names {
            let holder = around.or(self.page).or_else(|| graph.add_item(origin, None));
            let Some(holder) = holder else { return };
            if around.is_none() {
                self.page = Some(holder);
            }
            graph.add(holder, name, element.value(super::graph::local(name)));
        }
    }
}

/// The type of an item that a class begins, by the names of schema.org.
fn root(class: &str) -> Option<&'static str> {
    Some(match class {
        "hentry" | "h-entry" => "BlogPosting",
        "vcard" | "h-card" => "Person",
        _ => return None,
    })
}

/// The property that a class names, by the names of schema.org.
fn property(class: &str, in_card: bool) -> Option<&'static str> {
    Some(match class {
        "fn" | "p-name" if in_card => "name",
        "url" | "u-url" if in_card => "url",
        "p-job-title" | "role" if in_card => "jobTitle",
        "org" | "p-org" if in_card => "affiliation",
        _ if in_card => return None,
        "entry-title" | "p-name" => "headline",
        "published" | "dt-published" => "datePublished",
        "updated" | "dt-updated" => "dateModified",
        "author" | "p-author" => "author",
        "p-summary" => "description",
        "p-category" => "keywords",
        "u-url" => "url",
        _ => return None,
    })
}
