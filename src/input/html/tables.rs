//! Which tables hold data, and which only set the page as pages of the nineties do.

use std::collections::HashSet;

use super::attributes::Attributes;
use super::names::Name;
use super::tree::{DOCUMENT, NONE, NodeId, NodeKind, Tree};

/// What stands in a table, tables within it apart.
#[derive(Default)]
struct Content {
    rows: u32,
    /// Cells of the row with the most.
    columns: u32,
    cells_of_row: u32,
    /// Headings, lists, paragraphs and such in the cells.
    blocks: u32,
    cells: u32,
    heads: u32,
    /// Another table, a form, a heading, a part of the page.
    structure: bool,
}

impl Content {
    fn is_data(&self) -> bool {
        let grid = self.rows >= 2 && self.columns >= 2;
        // A paragraph in each cell is how editors write tables; several are a page.
        let plain = self.blocks <= self.cells;
        !self.structure && plain && (grid || self.heads > 0 && self.rows >= 2)
    }
}

/// The tables that hold data.
pub(super) fn data_tables(tree: &Tree<'_>) -> HashSet<NodeId> {
    let mut data = HashSet::new();
    if !tree.has_tables {
        return data;
    }
    // The tables around the node, and how deep each stands.
    let mut open: Vec<(NodeId, Content)> = Vec::new();
    let mut node = tree.node(DOCUMENT).first_child;
    while node != NONE {
        let element = tree.node(node);
        if element.kind == NodeKind::Element {
            note(element.name, &mut open);
            if element.is(Name::Table) {
                open.push((node, Content::default()));
            }
        }
        if element.first_child != NONE {
            node = element.first_child;
            continue;
        }
        // Up to the next node that has a sibling.
        loop {
            if open.last().is_some_and(|(table, _)| *table == node)
                && let Some((table, content)) = open.pop()
                && content.is_data()
                && !Attributes::of(tree, table).is_some_and(|own| own.is_presentation(tree.page))
            {
                data.insert(table);
            }
            let &super::tree::Node { next, parent, .. } = tree.node(node);
            if next != NONE {
                node = next;
                break;
            }
            if parent == NONE || parent == DOCUMENT {
                node = NONE;
                break;
            }
            node = parent;
        }
    }
    data
}

fn note(name: Name, open: &mut [(NodeId, Content)]) {
    use Name::*;
    let Some((_, content)) = open.last_mut() else { return };
    match name {
        Tr => {
            content.rows += 1;
            content.cells_of_row = 0;
        }
        Td | Th => {
            content.cells += 1;
            content.heads += u32::from(name == Th);
            content.cells_of_row += 1;
            content.columns = content.columns.max(content.cells_of_row);
        }
        Table | Form | H1 | H2 | H3 | Article | Section | Main | Nav | Aside | Header | Footer => {
            content.structure = true;
        }
        P | Div | Ul | Ol | Blockquote | H4 | H5 | H6 | Dl | Pre => content.blocks += 1,
        _ => {}
    }
}
