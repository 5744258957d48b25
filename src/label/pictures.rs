//! Pictures that no text stands beside: what one is to the article, its caption and its neighbours say.

use super::{Unit, insert_all};
use crate::input::{Block, Container, ContainerKind, Landmark, Picture, Shape};
use crate::model::{Evidence, Kind, Role, Span};

/// Puts the pictures of a page between its units, which have been labelled.
pub(super) fn place(document: &str, units: &mut Vec<Unit>, pictures: &[Picture], containers: &[Container]) {
    if pictures.is_empty() {
        return;
    }
    let captions = captions(units, containers);
    // The role of the first unit, from each one on, that is not only layout.
    let role = |unit: &Unit| (unit.kind != Kind::Layout).then_some(unit.role);
    let mut behind: Vec<Option<Role>> = units.iter().map(role).collect();
    for at in (1..behind.len()).rev() {
        behind[at - 1] = behind[at - 1].or(behind[at]);
    }
    let labelled = |picture: &Picture, before, behind| {
        let figure = figure(containers, picture.container);
        let of_page = match picture.landmark {
            None | Some(Landmark::Caption) => false,
            // A picture that grows when it is clicked.
            Some(Landmark::Control) => figure.is_none(),
            Some(_) => true,
        };
        let caption = figure.and_then(|figure| captions[figure as usize]);
        labelled(document, picture, if of_page { Some(false) } else { caption }, [before, behind])
    };
    let (mut at, mut before) = (0, None);
    let place = |picture: &Picture| {
        while let Some(unit) = units.get(at).filter(|unit| unit.span.start < picture.at) {
            before = role(unit).or(before);
            at += 1;
        }
        (at, labelled(picture, before, behind.get(at).copied().flatten()))
    };
    let placed = pictures.iter().map(place).collect();
    insert_all(units, placed);
}

/// Of each container that is a figure with text, whether some of that is the article's.
fn captions(units: &[Unit], containers: &[Container]) -> Vec<Option<bool>> {
    let mut captions = vec![None; containers.len()];
    for unit in units {
        if let Some(figure) = figure(containers, unit.container) {
            let caption = captions[figure as usize].get_or_insert(false);
            *caption |= unit.role != Role::Boilerplate;
        }
    }
    captions
}

/// A picture as a unit: of the article as what its markup says is, else as what stands before and behind it is.
fn labelled(document: &str, picture: &Picture, by_markup: Option<bool>, beside: [Option<Role>; 2]) -> Unit {
    let (is_body, evidence) = match by_markup {
        Some(is_body) => (is_body, Evidence::Markup),
        None => {
            // At the edge of the article it is as likely another's: a logo, or the first of the pieces that come next.
            let beside = || beside.into_iter().flatten();
            let among_its_own = beside().next().is_some() && beside().all(|role| role != Role::Boilerplate);
            (among_its_own, Evidence::Neighbours)
        }
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
