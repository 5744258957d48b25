//! Tables of GFM: a row a line, a column for each, and cells of one line.

use super::escape::{Place, code_span, inline};
use crate::render::blocks::{Block, BlockKind};
use crate::render::inline::Inline;

/// The lines of a table. A first row of headers is its head; a table without one has an empty head, as GFM wants one.
pub(super) fn lines(table: &Block<'_>) -> Vec<String> {
    let rows = grid(table);
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let line = |row: &[Option<&Block<'_>>]| {
        let mut line = String::from("|");
        for cell in row {
            line.push(' ');
            line.push_str(&cell.map(text).unwrap_or_default());
            line.push_str(" |");
        }
        line
    };
    let has_head = table.children.first().is_some_and(Block::is_header);
    let mut lines = Vec::with_capacity(rows.len() + 2);
    let (head, body) = rows.split_at(usize::from(has_head));
    // The head has every column; what a row below lacks is empty.
    let head = head.first().map_or(&[][..], Vec::as_slice);
    lines.push(line(head) + &"  |".repeat(columns - head.len()));
    lines.push(format!("|{}", " --- |".repeat(columns)));
    lines.extend(body.iter().map(|row| line(row)));
    lines
}

/// The cells of each row in their columns. Where a cell spans several, and where one spans down from above, it is none.
fn grid<'t, 'a>(table: &'t Block<'a>) -> Vec<Vec<Option<&'t Block<'a>>>> {
    let cells: usize = table.children.iter().map(|row| row.children.len()).sum();
    // Spans that claim many times the cells there are set no page.
    let mut budget = 64 + 8 * cells;
    // Columns that cells above hold, and for how many rows.
    let mut held: Vec<(usize, u32)> = Vec::new();
    let mut rows = Vec::with_capacity(table.children.len());
    for row in &table.children {
        let mut line: Vec<Option<&Block<'_>>> = Vec::with_capacity(row.children.len());
        let mut above = std::mem::take(&mut held).into_iter().peekable();
        for cell in &row.children {
            let BlockKind::Cell { columns, rows, .. } = cell.kind else { continue };
            while let Some((column, left)) = above.next_if(|&(column, _)| column <= line.len()) {
                if column == line.len() {
                    line.push(None);
                }
                held.push((column, left - 1));
            }
            let (column, columns) = (line.len(), (columns as usize).min(1 + budget));
            budget -= columns - 1;
            line.push(Some(cell));
            line.resize(column + columns, None);
            held.extend((column..line.len()).map(|column| (column, rows - 1)));
        }
        held.extend(above.map(|(column, left)| (column, left - 1)));
        held.retain(|&(_, left)| left > 0);
        if held.len() > budget {
            held.clear();
        }
        budget -= held.len();
        held.sort_unstable();
        rows.push(line);
    }
    rows
}

/// What stands in a cell on one line: its blocks, one from the next by a line break.
fn text(cell: &Block<'_>) -> String {
    let mut parts = Vec::new();
    collect(cell, &mut parts);
    parts.join("<br>")
}

fn collect(block: &Block<'_>, parts: &mut Vec<String>) {
    match (block.kind, block.text.as_slice()) {
        (BlockKind::Code { .. }, [Inline::Text(code)]) => {
            let lines = code.split('\n').map(str::trim_end).filter(|line| !line.is_empty());
            parts.extend(lines.map(|line| code_span(line, Place::Cell)));
        }
        (_, []) => {}
        (_, text) => parts.push(inline(text, Place::Cell)),
    }
    block.children.iter().for_each(|child| collect(child, parts));
}
