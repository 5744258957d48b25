//! What the attributes of an element say of its content, read in one pass.

use std::borrow::Cow;

use super::hints::{Hints, Said};
use super::names::Name;
use super::scanner::{Says, decoded_value, raw_attributes};
use super::tree::{NodeId, Tree};
use crate::input::Landmark;
use crate::model::Span;

/// The attributes that the blocks of a page depend on, as ranges of the page; the first of each.
#[derive(Clone, Copy)]
pub(super) struct Attributes {
    pub(super) hidden: Option<Span>,
    style: Option<Span>,
    pub(super) id: Option<Span>,
    pub(super) class: Option<Span>,
    role: Option<Span>,
    pub(super) href: Option<Span>,
    pub(super) src: Option<Span>,
    pub(super) alt: Option<Span>,
    pub(super) start: Option<Span>,
    pub(super) column_span: Option<Span>,
    pub(super) row_span: Option<Span>,
    pub(super) open: Option<Span>,
    /// Where pages that load their pictures late keep the address.
    pub(super) late_src: Option<Span>,
}

impl Attributes {
    pub(super) const NONE: Self = Self {
        hidden: None,
        style: None,
        id: None,
        class: None,
        role: None,
        href: None,
        src: None,
        alt: None,
        start: None,
        column_span: None,
        row_span: None,
        open: None,
        late_src: None,
    };

    /// Those of an element, if it has any that are asked for, as few have.
    pub(super) fn of(tree: &Tree<'_>, id: NodeId) -> Option<Self> {
        let mut attributes = Self::NONE;
        let node = tree.node(id);
        if !node.has(if has_own_attributes(node.name) { Says::ANYTHING } else { Says::LOOK | Says::ROLE }) {
            return None;
        }
        for (name, value) in raw_attributes(tree.page, node.span) {
            let mut lower = [0; 8];
            let Some(lower) = lower.get_mut(..name.len()) else { continue };
            lower.copy_from_slice(name.as_bytes());
            lower.make_ascii_lowercase();
            let slot = match &*lower {
                b"hidden" => &mut attributes.hidden,
                b"style" => &mut attributes.style,
                b"id" => &mut attributes.id,
                b"class" => &mut attributes.class,
                b"role" => &mut attributes.role,
                b"href" => &mut attributes.href,
                b"src" => &mut attributes.src,
                b"alt" => &mut attributes.alt,
                b"start" => &mut attributes.start,
                b"colspan" => &mut attributes.column_span,
                b"rowspan" => &mut attributes.row_span,
                b"open" => &mut attributes.open,
                b"data-src" => &mut attributes.late_src,
                _ => continue,
            };
            slot.get_or_insert(value);
        }
        Some(attributes)
    }

    /// Whether a browser does not show the element: `hidden`, or an inline style that says so. Not hidden is what a reader
    /// opens, as `details` are (the panels of tabs and accordions), and what a script moves into its place when the page has
    /// arrived (`<div hidden id="S:0">`).
    pub(super) fn is_hidden(&self, page: &str) -> bool {
        let panel = self.role.is_some_and(|role| matches!(&page[role.range()], "tabpanel" | "region"));
        if panel {
            return false;
        }
        if let Some(hidden) = self.hidden {
            let until_found = page[hidden.range()].eq_ignore_ascii_case("until-found");
            let streamed = self.id.is_some_and(|id| page[id.range()].starts_with("S:"));
            return !until_found && !streamed;
        }
        self.style.is_some_and(|style| is_hidden_by(&page[style.range()]))
    }

    /// What the WAI-ARIA role says that the element is to the page.
    pub(super) fn landmark(&self, page: &str) -> Option<Landmark> {
        Some(match &page[self.role?.range()] {
            "navigation" | "menu" | "menubar" | "toolbar" | "tablist" => Landmark::Navigation,
            "search" => Landmark::Search,
            "banner" => Landmark::Header,
            "contentinfo" => Landmark::Footer,
            "complementary" => Landmark::Aside,
            "dialog" | "alertdialog" => Landmark::Dialog,
            "button" => Landmark::Control,
            _ => return None,
        })
    }

    /// Whether the role says that a table only sets the page.
    pub(super) fn is_presentation(&self, page: &str) -> bool {
        self.role.is_some_and(|role| matches!(&page[role.range()], "presentation" | "none"))
    }

    /// The language of a program, as highlighters want it in a class: `language-rust`, `lang-rust`, `highlight-source-rust`.
    pub(super) fn code_language<'p>(&self, page: &'p str) -> Option<Cow<'p, str>> {
        let class = decoded_value(page, self.class?);
        let prefixes = ["language-", "lang-", "highlight-source-"];
        let named = |word: &str| prefixes.iter().find_map(|prefix| word.strip_prefix(prefix)).map(str::to_owned);
        class
            .split_ascii_whitespace()
            .find_map(named)
            .filter(|name| !name.is_empty() && name.len() <= 32)
            .map(Cow::Owned)
    }
}

/// What the class and id of an element say of it; `said` is what those before have said.
pub(super) fn hints(tree: &Tree<'_>, id: NodeId, said: &mut Said) -> Hints {
    let node = tree.node(id);
    let mut hints = Hints::default();
    if node.has(Says::ANYTHING) {
        for (name, value) in raw_attributes(tree.page, node.span) {
            if name.eq_ignore_ascii_case("class") {
                hints = hints.and(said.hints(tree.page, value));
            } else if name.eq_ignore_ascii_case("id") {
                // Each has its own.
                hints = hints.and(Hints::of(&tree.page[value.range()]));
            }
        }
    }
    hints
}

/// Elements of which more is asked than how they look and which role they have.
fn has_own_attributes(name: Name) -> bool {
    use Name::*;
    matches!(name, A | Code | Dialog | Img | Listing | Ol | Pre | Td | Th)
}

/// Whether an inline style hides its element. Only the last declaration of a property counts.
fn is_hidden_by(style: &str) -> bool {
    let (mut display, mut visibility) = (false, false);
    for declaration in style.split(';') {
        let Some((property, value)) = declaration.split_once(':') else { continue };
        let is = |word: &str| {
            let value = value.trim_ascii().trim_end_matches("!important").trim_ascii_end();
            value.eq_ignore_ascii_case(word)
        };
        match property.trim_ascii() {
            name if name.eq_ignore_ascii_case("display") => display = is("none"),
            name if name.eq_ignore_ascii_case("visibility") => visibility = is("hidden") || is("collapse"),
            _ => {}
        }
    }
    display || visibility
}

/// What an element is to the page by its name.
pub(super) fn landmark_of(name: Name) -> Option<Landmark> {
    Some(match name {
        Name::Nav => Landmark::Navigation,
        Name::Search => Landmark::Search,
        Name::Header => Landmark::Header,
        Name::Footer => Landmark::Footer,
        Name::Aside => Landmark::Aside,
        Name::Figcaption => Landmark::Caption,
        Name::Dialog => Landmark::Dialog,
        Name::Button | Name::Select | Name::Textarea => Landmark::Control,
        _ => return None,
    })
}
