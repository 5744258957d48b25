//! The boxes and the lists of a page: what a unit is with those that an element holds together.

use super::Unit;
use super::features::Page;
use super::phrases::Anchor;
use crate::input::html::hints::{Hint, Hints};
use crate::input::html::names::Name;
use crate::input::{Element, Landmark};
use crate::model::{Kind, NO_INDEX};

/// Where a unit stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    /// What the box around it is.
    pub(super) kind: Option<Kind>,
    /// It stands in `article` or `main`.
    pub(super) in_article: bool,
    /// It stands in a small form that asks for an address.
    pub(super) asks: bool,
}

/// Words of a form that asks for an address, at most.
const SMALL_FORM: f32 = 50.0;

impl Page<'_> {
    /// Whether of each unit's list, with those in it, three of four items are of the body, and two at least.
    pub(super) fn lists(&self, is_body: impl Fn(usize) -> bool) -> Vec<bool> {
        let mut lists = vec![NO_INDEX; self.elements.len()];
        for at in 0..lists.len() {
            let Element { name, parent, .. } = self.elements[at];
            let around = lists.get(parent as usize).copied().unwrap_or(NO_INDEX);
            lists[at] = match name {
                Name::Ul | Name::Ol if around == NO_INDEX => at as u32,
                Name::Ul | Name::Ol | Name::Li | Name::P | Name::Pre => around,
                _ => NO_INDEX,
            };
        }
        let list = |unit: &Unit| lists.get(unit.element as usize).copied().unwrap_or(NO_INDEX) as usize;
        let mut counts = vec![(0, 0); self.elements.len()];
        for (at, unit) in self.units.iter().enumerate() {
            if let Some((taken, all)) = counts.get_mut(list(unit)) {
                *taken += u32::from(is_body(at));
                *all += 1;
            }
        }
        let mostly = |&(taken, all): &(u32, u32)| taken >= 2 && taken * 4 >= all * 3;
        self.units.iter().map(|unit| counts.get(list(unit)).is_some_and(mostly)).collect()
    }

    /// The boxes in which units stand that are not of the body: the innermost one that its names tell, or the label that
    /// it begins with. An element that holds the title, or mostly body, is no box.
    pub(super) fn boxes(&self, is_body: impl Fn(usize) -> bool) -> Vec<Place> {
        #[derive(Clone, Copy)]
        struct Held {
            units: u32,
            body: f32,
            /// Index of its first unit, or [`NO_INDEX`].
            first: u32,
            title: bool,
            /// It holds a button, or words that ask for something.
            asks: bool,
            place: Place,
        }
        let nothing = Held { units: 0, body: 0.0, first: NO_INDEX, title: false, asks: false, place: Place::default() };
        let mut held = vec![nothing; self.elements.len()];
        for (at, unit) in self.units.iter().enumerate() {
            let Some(held) = held.get_mut(unit.element as usize) else { continue };
            held.units += 1;
            held.body += if is_body(at) { unit.measure.words as f32 } else { 0.0 };
            held.first = held.first.min(at as u32);
            held.title |= self.title == Some(at);
            held.asks |= unit.landmark == Some(Landmark::Control)
                || unit.phrase.is_some_and(|(kind, _)| matches!(kind, Kind::NewsletterPrompt | Kind::Login));
        }
        for element in (0..held.len()).rev() {
            let inner = held[element];
            if let Some(outer) = held.get_mut(self.elements[element].parent as usize) {
                outer.units += inner.units;
                outer.body += inner.body;
                outer.first = outer.first.min(inner.first);
                outer.title |= inner.title;
                outer.asks |= inner.asks;
            }
        }
        for (at, unit) in self.units.iter().enumerate() {
            let Some(kind) = label(unit).filter(|_| !is_body(at)) else { continue };
            // A label speaks for the innermost element that holds more than itself.
            let mut element = Some(unit.element).filter(|&element| element != NO_INDEX);
            while let Some(around) = element.filter(|&element| held[element as usize].units == 1) {
                element = self.parent(around);
            }
            if let Some(held) =
                element.map(|element| &mut held[element as usize]).filter(|held| held.first == at as u32)
            {
                held.place.kind.get_or_insert(kind);
            }
        }
        for element in 0..held.len() {
            let Element { parent, hints, name } = self.elements[element];
            let (branch, inner) = (&self.branches[element], held[element]);
            let outer = held.get(parent as usize).map_or(Place::default(), |outer| outer.place);
            let in_article = outer.in_article || matches!(name, Name::Article | Name::Main);
            let own = named(hints)
                // The menu has its labels, too.
                .or(inner.place.kind.filter(|_| outer.kind != Some(Kind::Navigation)))
                .filter(|&kind| match kind {
                    _ if branch.depth <= 1 || inner.title => false,
                    // A small form that asks for an address is one, however much it reads like prose.
                    Kind::NewsletterPrompt => {
                        inner.asks && (branch.words <= SMALL_FORM || 2.0 * inner.body < branch.words)
                    }
                    // An article's own head and foot are not the page's.
                    Kind::SiteHeader | Kind::SiteFooter if in_article => false,
                    // What stands in such a box is of it, but for the boxes that others have put there.
                    kind if outer.kind.is_some_and(|kind| matches!(kind, Kind::RelatedLinks | Kind::Comments)) => {
                        matches!(kind, Kind::Advertisement | Kind::AccessNotice)
                    }
                    _ => 2.0 * inner.body < branch.words,
                });
            let asks = own == Some(Kind::NewsletterPrompt) && branch.words <= SMALL_FORM;
            held[element].place =
                Place { kind: own.or(outer.kind), in_article, asks: asks || own.is_none() && outer.asks };
        }
        let place = |unit: &Unit| held.get(unit.element as usize).map_or(Place::default(), |held| held.place);
        self.units.iter().map(place).collect()
    }
}

/// What a unit is the label of, by its words.
fn label(unit: &Unit) -> Option<Kind> {
    let (kind, anchor) = unit.phrase?;
    let box_kind = matches!(
        kind,
        Kind::RelatedLinks | Kind::NewsletterPrompt | Kind::Comments | Kind::Advertisement | Kind::ConsentNotice
    );
    // The name of a field is not that of its form.
    let is_field = kind == Kind::NewsletterPrompt && unit.measure.words <= 2;
    (box_kind && !is_field && anchor > Anchor::Inside && unit.measure.words <= 8).then_some(kind)
}

/// What an element with such names is, where it is not of the body.
fn named(hints: Hints) -> Option<Kind> {
    const KINDS: [(Hint, Kind); 14] = [
        (Hint::Comments, Kind::Comments),
        (Hint::Reviews, Kind::Comments),
        (Hint::Consent, Kind::ConsentNotice),
        (Hint::Wall, Kind::AccessNotice),
        (Hint::Signup, Kind::NewsletterPrompt),
        (Hint::Advertisement, Kind::Advertisement),
        (Hint::Related, Kind::RelatedLinks),
        (Hint::Share, Kind::ShareTools),
        (Hint::Biography, Kind::AuthorBio),
        (Hint::Tags, Kind::Tags),
        (Hint::Navigation, Kind::Navigation),
        (Hint::Contact, Kind::Contact),
        (Hint::Footer, Kind::SiteFooter),
        (Hint::Header, Kind::SiteHeader),
    ];
    KINDS.into_iter().find(|&(hint, _)| hints.has(hint)).map(|(_, kind)| kind)
}
