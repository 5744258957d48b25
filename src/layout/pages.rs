//! Pages, as the text of a PDF, a print view or a typescript holds them: running heads and feet, and page numbers, which
//! stand between two lines of one paragraph.

use std::borrow::Cow;
use std::collections::HashMap;

use super::lines::{Line, Lines};

/// Lines at each end of a page that may be its head or foot.
const ZONE: usize = 3;

/// A head or foot is no longer than this, in columns.
const WIDEST: u32 = 160;

/// Lines from one page's number to the next, at least: what stands closer are notes or items.
const SHORTEST_PAGE: usize = 12;

/// A line that holds only a page's number is no longer than this, in bytes.
const LONGEST_NUMBER: usize = 24;

/// Which end of the page a running line stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Head,
    Foot,
}

/// The lines that are the pages' and not the text's, in order.
pub(super) fn running(document: &str, lines: &Lines) -> Vec<(usize, Place)> {
    if lines.pages.is_empty() {
        return numbered(document, &lines.lines);
    }
    let ends = lines.pages.iter().copied().chain([lines.lines.len()]);
    let starts = [0].into_iter().chain(lines.pages.iter().copied());
    let pages: Vec<&[Line]> = starts.zip(ends).map(|(start, end)| &lines.lines[start..end]).collect();
    let mut out = of_zones(document, &lines.lines, pages.iter().map(|page| (head(page), foot(page))));
    // What heads the first page alone says what the document is.
    out.retain(|&(at, place)| {
        place == Place::Foot
            || at >= lines.pages[0]
            || lines.lines[at].text(document).contains(|c: char| c.is_numeric())
    });
    out
}

/// The first lines of a page that hold text, from its start.
fn head(page: &[Line]) -> Vec<Line> {
    page.iter().filter(|line| !line.is_blank()).take(ZONE).copied().collect()
}

/// The last lines of a page that hold text, from its end.
fn foot(page: &[Line]) -> Vec<Line> {
    page.iter().rev().filter(|line| !line.is_blank()).take(ZONE).copied().collect()
}

/// The running lines among the heads and feet of pages: those that a third of the pages repeat, but for their digits, with
/// nothing else between them and the page's edge.
fn of_zones(
    document: &str,
    lines: &[Line],
    zones: impl Iterator<Item = (Vec<Line>, Vec<Line>)>,
) -> Vec<(usize, Place)> {
    let zones: Vec<_> = zones.filter(|(head, _)| !head.is_empty()).collect();
    let mut counts: [HashMap<Cow<str>, usize>; 2] = Default::default();
    for (head, foot) in &zones {
        for (zone, counts) in [head, foot].into_iter().zip(&mut counts) {
            for line in zone.iter().filter(|line| line.width <= WIDEST) {
                *counts.entry(digitless(line.text(document))).or_default() += 1;
            }
        }
    }
    let enough = (zones.len() / 3).max(2);
    let mut out = Vec::new();
    for (head, foot) in &zones {
        for ((zone, counts), place) in [head, foot].into_iter().zip(&counts).zip([Place::Head, Place::Foot]) {
            let repeated =
                |line: &&Line| counts.get(&digitless(line.text(document))).is_some_and(|&count| count >= enough);
            out.extend(zone.iter().take_while(repeated).map(|line| (line.span().start, place)));
        }
    }
    out.sort_unstable_by_key(|&(start, _)| start);
    out.dedup_by_key(|&mut (start, _)| start);
    out.iter().map(|&(start, place)| (lines.partition_point(|line| line.span().start < start), place)).collect()
}

/// A text with each of its numbers written `0`.
fn digitless(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| c.is_numeric()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c.is_numeric() {
            true if out.ends_with('0') => {}
            true => out.push('0'),
            false => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Running lines where nothing but the numbers of the pages tells them: lines that hold a number, each the next one of the
/// former. Lists are numbered as well, but they do not break off sentences.
fn numbered(document: &str, lines: &[Line]) -> Vec<(usize, Place)> {
    /// The longest run of numbers that ends with a number.
    struct Run {
        length: usize,
        at: usize,
        before: Option<usize>,
    }
    let mut runs: Vec<Run> = Vec::new();
    // Numbers with a word or their total are no others' successors.
    let mut last: HashMap<(u32, &str, u32), usize> = HashMap::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.width as usize <= LONGEST_NUMBER) {
        let text = line.text(document);
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let Some((label, number, total)) = page_number(text) else { continue };
        let before = number.checked_sub(1).and_then(|before| last.get(&(before, label, total)).copied());
        let length = before.map_or(0, |before| runs[before].length) + 1;
        last.insert((number, label, total), runs.len());
        runs.push(Run { length, at, before });
    }
    let Some(mut best) = (0..runs.len()).max_by_key(|&run| runs[run].length) else { return Vec::new() };
    let mut breaks = vec![runs[best].at];
    while let Some(before) = runs[best].before {
        best = before;
        breaks.push(runs[best].at);
    }
    breaks.reverse();
    // Heads and feet may stand between the number and the sentence that it interrupts.
    let interrupts = |&&at: &&usize| {
        let open = |line: &Line| line.text(document).ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-'));
        let begins_small = |line: &Line| line.text(document).starts_with(char::is_lowercase);
        foot(&lines[at.saturating_sub(2 * ZONE)..at]).iter().any(open)
            && head(&lines[at + 1..lines.len().min(at + 1 + 2 * ZONE)]).iter().any(begins_small)
    };
    let is_page = |pair: &[usize]| pair[1] - pair[0] >= SHORTEST_PAGE;
    if breaks.len() < 2
        || !breaks.windows(2).all(is_page)
        || breaks.iter().filter(interrupts).count() * 3 < breaks.len()
    {
        return Vec::new();
    }
    // Beside each number stand the foot of the one page and the head of the next one.
    let zones = breaks.iter().map(|&at| {
        let near = at + 1..lines.len().min(at + 1 + 2 * ZONE);
        let before = at.saturating_sub(2 * ZONE)..at + 1;
        (head(&lines[near]), foot(&lines[before]))
    });
    of_zones(document, lines, zones)
}

/// `12`, `- 12 -`, `Page 12`, `12 / 40`, `Page 12 of 40`: the word before the number, the number and its total, or 0. `12.` and
/// `12)` are numbers of lists.
fn page_number(text: &str) -> Option<(&str, u32, u32)> {
    const MARKS: [char; 6] = ['/', '|', '-', '–', '—', '~'];
    let mut pieces = text.split(|c: char| c.is_whitespace() || MARKS.contains(&c)).filter(|piece| !piece.is_empty());
    let number = |piece: &str| piece.parse().ok().filter(|_| piece.bytes().all(|byte| byte.is_ascii_digit()));
    let is_word = |piece: &&str| piece.trim_end_matches('.').chars().all(char::is_alphabetic);
    let mut piece = pieces.next()?;
    let mut label = "";
    if is_word(&piece) {
        label = piece;
        piece = pieces.next()?;
    }
    let page = number(piece)?;
    let Some(mut piece) = pieces.next() else { return Some((label, page, 0)) };
    if is_word(&piece) {
        piece = pieces.next()?;
    }
    let total = number(piece)?;
    pieces.next().is_none().then_some((label, page, total))
}

#[cfg(test)]
mod tests {
    use super::super::lines::Lines;
    use super::{Place, page_number, running};

    fn found(document: &str) -> Vec<(&str, Place)> {
        let lines = Lines::new(document, std::slice::from_ref(&(0..document.len())));
        running(document, &lines).into_iter().map(|(at, place)| (lines.lines[at].text(document), place)).collect()
    }

    #[test]
    fn numbers_of_pages() {
        for (text, number) in [
            ("12", Some(("", 12, 0))),
            ("- 12 -", Some(("", 12, 0))),
            ("Page 12", Some(("Page", 12, 0))),
            ("Page 12 of 40", Some(("Page", 12, 40))),
            ("Seite 3 von 9", Some(("Seite", 3, 9))),
            ("3/9", Some(("", 3, 9))),
            ("May 3, 2024", None),
            ("p. 7", Some(("p.", 7, 0))),
            ("Chapter", None),
            ("2.", None),
            ("2. Front end", None),
            ("2 Front end", None),
            ("1.2.3", None),
            ("4x4", None),
        ] {
            assert_eq!(page_number(text), number, "{text}");
        }
    }

    #[test]
    fn form_feeds_part_pages() {
        let document = "A Report\n\nThe first page says that the\n\nThe Paper 1\n\x0CA Report\n\nriver rose at\n\nThe Paper 2\n\
            \x0CA Report\n\nfour.\n\nThe Paper 3\n";
        let foot = Place::Foot;
        let expected = [
            ("The Paper 1", foot),
            ("A Report", Place::Head),
            ("The Paper 2", foot),
            ("A Report", Place::Head),
            ("The Paper 3", foot),
        ];
        assert_eq!(found(document), expected);
    }

    #[test]
    fn numbers_part_pages_where_they_interrupt() {
        let words = ["mill", "bank", "street", "school", "mayor", "bridge", "town", "night", "house", "clock", "field"];
        let line = |first: &str, word: &str| format!("of the {first} and the {word} that it had\n");
        let lines = |first: &str| words.iter().map(|word| line(first, word)).collect::<String>();
        let pages = words.iter().zip(7..10);
        let page = |(first, number): (&&str, u32)| format!("{}\nThe Paper\n\n{number}\n\nThe Ledger\n\n", lines(first));
        let document: String = pages.map(page).collect::<String>() + "reached by then.\n";
        let expected = [("The Paper", Place::Foot), ("7", Place::Foot), ("The Ledger", Place::Head)];
        assert_eq!(found(&document).len(), 9, "{:?}", found(&document));
        assert_eq!(found(&document)[..3], expected);
    }

    #[test]
    fn a_numbered_list_has_no_pages() {
        let item = |number: u32| format!("{number}\n\nThe Old Bridge\n\nIt was built long ago, and it stands.\n\n");
        assert_eq!(found(&(1..9).map(item).collect::<String>()), []);
    }
}
