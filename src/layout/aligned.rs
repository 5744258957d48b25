//! Tables whose columns are aligned by blanks alone, as text browsers and mail set them.

use super::columns;
use super::lines::Line;
use super::shape;
use crate::model::Span;

/// Most rows that a table has; the rest is another table.
const MOST_ROWS: usize = 4096;
/// Most columns that a table has.
const MOST_COLUMNS: usize = 64;
/// Fewer lines are aligned by chance.
const FEWEST_ROWS: usize = 3;

/// A piece of a line that two or more blanks part from the next one.
struct Cell {
    /// Columns of the line that it begins and ends at.
    from: u32,
    to: u32,
    span: Span,
}

/// The cells of the rows at the start of `lines`: each stands where one of the first row stands, at its left or its right
/// end. Where a row has no cell below one of the first row's, its cell is empty.
pub(super) fn rows(document: &str, lines: &[Line]) -> Option<Vec<Vec<Span>>> {
    let first = lines.first().filter(|line| line.is_parted)?;
    if !first.text(document).contains("  ") || shape::marker(document, first).is_some() {
        return None;
    }
    let head = cells(document, first);
    if head.len() > MOST_COLUMNS || is_speech(document, &head) {
        return None;
    }
    let rows: Vec<Vec<Span>> = lines
        .iter()
        .take(MOST_ROWS)
        .take_while(|line| !line.is_blank() && line.quote == first.quote)
        .map_while(|line| row(document, &head, &cells(document, line)))
        .collect();
    (rows.len() >= FEWEST_ROWS).then_some(rows)
}

/// Whether a line is someone's speech, set beside the name.
fn is_speech(document: &str, cells: &[Cell]) -> bool {
    let ends = |cell: &Cell, marks: &[char]| document[cell.span.range()].ends_with(marks);
    matches!(cells, [name, speech] if ends(name, &[':', '：']) && ends(speech, &['.', '!', '?', '…', '”', '"']))
}

/// The cells of a row below those of the first row; none where it has no two or where one stands elsewhere.
fn row(document: &str, head: &[Cell], cells: &[Cell]) -> Option<Vec<Span>> {
    let [_, .., last] = cells else { return None };
    let end = last.span.end as usize;
    let mut row = Vec::with_capacity(head.len());
    let mut rest = cells;
    for column in head {
        let Some((cell, others)) = rest.split_first() else {
            row.push(Span::new(end, end));
            continue;
        };
        // What is set to the right are figures; the lines of justified prose end below one another as well.
        let right = || cell.to == column.to && document[cell.span.range()].contains(|c: char| c.is_ascii_digit());
        if cell.from == column.from || right() {
            row.push(cell.span);
            rest = others;
        } else {
            row.push(Span { start: cell.span.start, end: cell.span.start });
        }
    }
    rest.is_empty().then_some(row)
}

fn cells(document: &str, line: &Line) -> Vec<Cell> {
    let text = line.text(document);
    let mut cells = Vec::new();
    let (mut at, mut column) = (0, line.indent);
    while at < text.len() {
        let rest = &text[at..];
        let length = rest.find("  ").unwrap_or(rest.len());
        let blanks = rest[length..].len() - rest[length..].trim_start_matches(' ').len();
        let to = column + columns(&rest[..length]);
        let start = line.start as usize + at;
        cells.push(Cell { from: column, to, span: Span::new(start, start + length) });
        at += length + blanks;
        column = to + blanks as u32;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::super::lines::Lines;
    use super::rows;

    fn table(document: &str) -> Option<Vec<Vec<&str>>> {
        let lines = Lines::new(document, std::slice::from_ref(&(0..document.len())));
        let texts = |row: Vec<_>| row.into_iter().map(|span: super::Span| &document[span.range()]).collect();
        Some(rows(document, &lines.lines)?.into_iter().map(texts).collect())
    }

    #[test]
    fn columns_are_aligned_at_either_end() {
        let document = "   City      Trams   Since\n   Oslo         87   1875\n   Graz         85   1878\n\nText.";
        let rows = [["City", "Trams", "Since"], ["Oslo", "87", "1875"], ["Graz", "85", "1878"]];
        assert_eq!(table(document), Some(rows.map(|row| row.to_vec()).to_vec()));
    }

    #[test]
    fn a_cell_may_be_empty() {
        let document = "Line   From   To\nA      Oslo   Bergen\nB             Hamar";
        assert_eq!(table(document).map(|rows| rows[2].clone()), Some(vec!["B", "", "Hamar"]));
    }

    #[test]
    fn prose_is_no_table() {
        assert_eq!(table("One ends.  Two begins here\nand goes on.  Three is\nshort.  Four is long."), None);
        assert_eq!(table("One ends.  Two begins here."), None);
        assert_eq!(table("ANN:   It rose.\nBOB:   Did it?\nJANE:  It did."), None);
        assert_eq!(table(""), None);
    }
}
