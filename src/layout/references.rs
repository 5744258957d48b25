//! The numbers that text browsers put before links, `[12]Home`, and the list of where they lead at the end of the dump.

use std::collections::HashSet;

use super::lines::Lines;
use crate::model::{Mark, Span};

/// Shorter lists of addresses are the article's.
const FEWEST: usize = 3;

/// Numbers that may be left out between two: hidden links and buttons have some.
const GAP: u32 = 8;

/// The numbers and the list, as layout; nothing where a text browser set none.
pub(super) fn marks(document: &str, lines: &Lines) -> Vec<Mark> {
    let Some((list, numbers)) = list(document, lines) else { return Vec::new() };
    let start = list.last().map_or(0, |line| line.start as usize);
    let text = &document[..start];
    let mut marks = Vec::new();
    let (mut last, mut attached) = (0, 0);
    for open in memchr::memchr_iter(b'[', text.as_bytes()) {
        let digits = text[open + 1..].bytes().take_while(u8::is_ascii_digit).count();
        let end = open + 1 + digits;
        let Some(number) = text[open + 1..end].parse().ok().filter(|_| text[end..].starts_with(']')) else { continue };
        if last < number && number <= last + GAP && numbers.contains(&number) {
            last = number;
            marks.push(Mark::layout(Span::new(open, end + 1)));
            // What a note is for stands before its number, and what a link says behind it.
            let before = text[..open].chars().next_back();
            let behind = text[end + 1..].chars().next();
            attached +=
                usize::from(before.is_none_or(|c| !c.is_alphanumeric()) && behind.is_some_and(|c| c.is_alphanumeric()));
        }
    }
    if marks.len() * 2 < numbers.len() || attached * 2 < marks.len() {
        return Vec::new();
    }
    marks.extend(list.into_iter().rev().map(Mark::layout));
    marks
}

/// The lines of the list of addresses that ends a document, from the last to those that head it, and its numbers.
fn list(document: &str, lines: &Lines) -> Option<(Vec<Span>, HashSet<u32>)> {
    /// Lines that head the list, at most.
    const MOST_HEADS: usize = 2;
    let mut numbers = HashSet::new();
    let mut list = Vec::new();
    let mut heads = 0;
    for line in lines.lines.iter().rev().filter(|line| !line.is_blank()) {
        let text = line.text(document);
        match entry(text) {
            Some(number) => {
                numbers.insert(number);
                heads = 0;
            }
            // `References`, `Visible links:`
            None if heads < MOST_HEADS
                && text.split_whitespace().count() <= 2
                && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | ':')) =>
            {
                heads += 1;
            }
            None => break,
        }
        list.push(line.span());
    }
    (numbers.len() >= FEWEST).then_some((list, numbers))
}

/// The number of `12. https://example.org` or `[12] /news`.
fn entry(text: &str) -> Option<u32> {
    let bare = text.trim_start_matches('[');
    let (number, target) = bare.split_once(['.', ']'])?;
    let target = target.trim();
    let is_target =
        !target.is_empty() && !target.contains(char::is_whitespace) && target.contains([':', '/', '#', '-']);
    number.parse().ok().filter(|_| is_target)
}

#[cfg(test)]
mod tests {
    use super::super::lines::Lines;
    use super::marks;

    fn found(document: &str) -> Vec<&str> {
        marks(document, &Lines::new(document, std::slice::from_ref(&(0..document.len()))))
            .iter()
            .map(|mark| &document[mark.span.range()])
            .collect()
    }

    #[test]
    fn numbers_of_links() {
        let list = [
            "References",
            "Visible links",
            "1. https://a.example/",
            "2. https://a.example/news",
            "4. mailto:a@a.example",
        ];
        let body = "   [1]Home [2]News\n\n   The river rose,[3] said [4]the mayor in [2020].";
        let expected: Vec<&str> = ["[1]", "[2]", "[4]"].into_iter().chain(list).collect();
        assert_eq!(found(&format!("{body}\n\n{}\n", list.join("\n   "))), expected);
    }

    #[test]
    fn notes_of_an_article() {
        let list = "References\n\n1. https://a.example/\n2. https://b.example/\n3. https://c.example/\n";
        assert_eq!(found(&format!("The river rose.[1] The mayor[2] looked up [3].\n\n{list}")), [""; 0]);
        assert_eq!(found("[1]Home [2]News [3]Sport\n"), [""; 0]);
        let menu = "[1]Home [2]News [3]Sport\n\nContact\n\nReferences\n\nVisible links:\n1. /a\n2. /b\n3. /c\n";
        assert!(!found(menu).contains(&"Contact"), "{:?}", found(menu));
    }
}
