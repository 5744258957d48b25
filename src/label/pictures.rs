//! Pictures that no text stands beside: what one is to the article, its caption and its neighbours say.

use super::Unit;
use crate::input::{Block, Container, ContainerKind, Landmark, Picture, Shape};
use crate::model::{Evidence, Kind, Role, Span};

/// What says something of a picture beside it.
#[derive(Clone, Copy)]
struct Neighbour {
    role: Role,
    container: u32,
}

impl Neighbour {
    fn of(unit: &Unit) -> Option<Self> {
        (unit.kind != Kind::Layout).then_some(Self { role: unit.role, container: unit.container })
    }
}

/// Puts the pictures of a page between its units, which have been labelled.
pub(super) fn place(document: &str, units: Vec<Unit>, pictures: &[Picture], containers: &[Container]) -> Vec<Unit> {
    if pictures.is_empty() {
        return units;
    }
    // The first neighbour from each unit on.
    let mut behind: Vec<Option<Neighbour>> = units.iter().map(Neighbour::of).collect();
    for at in (1..behind.len()).rev() {
        behind[at - 1] = behind[at - 1].or(behind[at]);
    }
    let mut placed: Vec<Unit> = Vec::with_capacity(units.len() + pictures.len());
    let mut pictures = pictures.iter().peekable();
    let mut before = None;
    for (unit, behind) in units.into_iter().zip(behind) {
        while let Some(picture) = pictures.next_if(|picture| picture.at <= unit.span.start) {
            placed.push(labelled(document, picture, [before, behind], containers));
        }
        before = Neighbour::of(&unit).or(before);
        placed.push(unit);
    }
    placed.extend(pictures.map(|picture| labelled(document, picture, [before, None], containers)));
    placed
}

fn labelled(document: &str, picture: &Picture, beside: [Option<Neighbour>; 2], containers: &[Container]) -> Unit {
    let own = figure(containers, picture.container);
    let beside = || beside.into_iter().flatten();
    let caption = beside().find(|beside| own.is_some() && figure(containers, beside.container) == own);
    let (is_body, evidence) = match (picture.landmark, caption) {
        (None | Some(Landmark::Caption), Some(caption)) => (caption.role != Role::Boilerplate, Evidence::Markup),
        (None | Some(Landmark::Caption), None) => {
            // At the edge of the article it is as likely another's: a logo, or the first of the pieces that come next.
            let among_its_own = beside().next().is_some() && beside().all(|beside| beside.role != Role::Boilerplate);
            (among_its_own, Evidence::Neighbours)
        }
        _ => (false, Evidence::Markup),
    };
    let at = Span { start: picture.at, end: picture.at };
    let block =
        Block { container: picture.container, landmark: picture.landmark, ..Block::plain(at, Shape::Text, 0, true) };
    let mut unit = Unit::new(document, &block, at);
    unit.set(if is_body { Role::Body } else { Role::Boilerplate }, Kind::Image, evidence, 0.7);
    unit
}

/// Index of the innermost figure around what stands in a container.
fn figure(containers: &[Container], mut at: u32) -> Option<u32> {
    while let Some(container) = containers.get(at as usize) {
        if container.kind == ContainerKind::Figure {
            return Some(at);
        }
        at = container.parent;
    }
    None
}
