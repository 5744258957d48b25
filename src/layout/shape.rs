//! What the characters of a line set: list markers, headings, rules and the columns of tables.

use super::lines::Line;
use crate::input::Marker;
use crate::model::Span;

/// Most rows that a table has; the rest is another table.
const MOST_ROWS: usize = 4096;

/// A list marker at the start of a line: what it is, its number, and its width in bytes with the white space behind it.
pub(super) fn marker(document: &str, line: &Line) -> Option<(Marker, u32, u32)> {
    let text = line.text(document);
    let first = text.chars().next()?;
    let (marker, number, width) = match first {
        // The bullet of inner lists in text browsers and word processors.
        'o' if line.indent >= 4 && text.as_bytes().get(1).is_some_and(|b| matches!(b, b' ' | b'\t')) => {
            (Marker::Bullet, 0, 1)
        }
        // The bullets of the innermost lists in text browsers.
        '#' | '@' if line.indent >= 8 => (Marker::Bullet, 0, 1),
        '*' | '+' | '•' | '·' | '◦' | '▪' | '▫' | '■' | '□' | '●' | '○' | '‣' | '⁃' | '∙' | '▢' | '►' | '▸' | '✓'
        | '✔' | '☐' => (Marker::Bullet, 0, first.len_utf8()),
        '-' | '–' | '—' => (Marker::Dash, 0, first.len_utf8()),
        '0'..='9' | '(' | 'a'..='z' | 'A'..='Z' => {
            let (number, width) = numbering(text)?;
            (Marker::Number, number, width)
        }
        _ => return None,
    };
    let rest = &text[width..];
    let gap = rest.len() - rest.trim_start().len();
    // A marker stands apart from its text and has some.
    (gap > 0 && gap < rest.len() && !is_rule(rest)).then_some((marker, number, (width + gap) as u32))
}

/// `1.`, `1)`, `(1)`, `a)`, `(a)`: a letter needs its bracket, as `A.` begins a name.
fn numbering(text: &str) -> Option<(u32, usize)> {
    let bytes = text.as_bytes();
    let open = usize::from(bytes[0] == b'(');
    let digits = bytes[open..].iter().take(3).take_while(|b| b.is_ascii_digit()).count();
    let (number, end) = match bytes.get(open)? {
        b'0'..=b'9' => (text[open..open + digits].parse().ok()?, open + digits),
        letter @ b'a'..=b'z' => (u32::from(letter - b'a') + 1, open + 1),
        _ => return None,
    };
    match bytes.get(end)? {
        b')' => Some((number, end + 1)),
        b'.' if open == 0 && digits > 0 => Some((number, end + 1)),
        _ => None,
    }
}

/// `## Heading` (CommonMark 4.2): its level in the article, whose title is level 1, and the width of its marks in bytes.
pub(super) fn hashes(text: &str) -> Option<(u32, u32)> {
    let count = text.bytes().take_while(|&b| b == b'#').count();
    let rest = &text[count..];
    let gap = rest.len() - rest.trim_start().len();
    ((1..=6).contains(&count) && gap > 0 && !is_rule(rest)).then_some((count as u32, (count + gap) as u32))
}

/// Bytes of the hashes that close a heading, with the white space before them.
pub(super) fn closing_hashes(text: &str) -> u32 {
    let body = text.trim_end_matches('#');
    let gap = body.trim_end();
    if body.len() < text.len() && gap.len() < body.len() { (text.len() - gap.len()) as u32 } else { 0 }
}

/// `**Heading**`, `__Heading__`: bytes of the marks at each end, where they set all of a text bold; 0 elsewhere.
pub(super) fn bold(text: &str) -> u32 {
    let inner = |mark: &str| text.strip_prefix(mark)?.strip_suffix(mark);
    let sets = |mark: &&str| {
        inner(mark).is_some_and(|inner| !inner.contains(mark) && inner.trim() == inner && !is_rule(inner))
    };
    ["***", "**", "__"].iter().find(|mark| sets(mark)).map_or(0, |mark| mark.len() as u32)
}

/// A line of `=` or `-` below a line of about its length underlines it: the level of the heading.
pub(super) fn underline(text: &str, under: &str) -> Option<u32> {
    let mark = under.bytes().next().filter(|b| matches!(b, b'=' | b'-' | b'~'))?;
    let width = text.chars().count();
    let underlines = under.len() >= 3
        && under.bytes().all(|b| b == mark)
        && under.len().abs_diff(width) <= 2.max(width / 8)
        && text.chars().any(char::is_alphabetic);
    underlines.then_some(if mark == b'=' { 1 } else { 2 })
}

/// Whether a line has neither letters nor digits.
pub(super) fn is_rule(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

/// The cells of the rows at the start of `lines`: two or more lines of equally many cells, parted by tabs or bars. A
/// rule between them (`---|---`) has none.
pub(super) fn table_rows(document: &str, lines: &[Line]) -> Option<Vec<Vec<Span>>> {
    let first = lines.first().filter(|line| line.is_parted)?;
    let separator = separator(first.text(document))?;
    // A bar parts two pieces of a byline as well; it makes a table in three columns, or with bars at the ends.
    let framed = first.text(document).starts_with('|');
    let columns = cells(first.text(document), first.start, separator).len();
    if columns < 2 || separator == '|' && columns < 3 && !framed {
        return None;
    }
    let mut rows: Vec<Vec<Span>> = Vec::new();
    for line in lines.iter().take(MOST_ROWS) {
        let text = line.text(document);
        if line.is_blank() || line.quote != first.quote {
            break;
        }
        if separator == '|' && !rows.is_empty() && text.contains('|') && is_rule(text) {
            rows.push(Vec::new());
            continue;
        }
        let cells = cells(text, line.start, separator);
        if cells.len() != columns {
            break;
        }
        rows.push(cells);
    }
    while rows.last().is_some_and(Vec::is_empty) {
        rows.pop();
    }
    (rows.iter().filter(|row| !row.is_empty()).count() >= 2).then_some(rows)
}

fn separator(text: &str) -> Option<char> {
    match memchr::memchr2(b'\t', b'|', text.as_bytes())? {
        at if text.as_bytes()[at] == b'|' && !text[at..].contains('\t') => Some('|'),
        _ => Some('\t'),
    }
}

fn cells(text: &str, start: u32, separator: char) -> Vec<Span> {
    let mut cells = Vec::new();
    let mut at = 0;
    let framed = separator == '|' && text.starts_with('|');
    for part in text.split(separator) {
        let lead = part.len() - part.trim_start().len();
        let cell = part.trim();
        let from = start as usize + at + lead.min(part.len() - cell.len());
        at += part.len() + 1;
        // The bars at both ends frame the row and part no cells.
        let outside = framed && cell.is_empty() && (at == 1 || at > text.len());
        let indent = separator == '\t' && cell.is_empty() && cells.is_empty();
        if !outside && !indent {
            cells.push(Span::new(from, from + cell.len()));
        }
    }
    cells
}
