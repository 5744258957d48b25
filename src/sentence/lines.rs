//! Line breaks inside a paragraph.

use super::lists::is_item;
use super::marks::{is_line_break, is_plain_bullet};

/// A line of as many characters was wrapped.
const LONG: usize = 60;

/// Is the line break between these a boundary? Not where a sentence was wrapped: before lower case, after a comma, after
/// a long line without an end; nor after the number of a list item. `casual` where lower case tells nothing.
pub(super) fn ends(before: &str, after: &str, casual: bool) -> bool {
    let before = before.trim_end();
    let next = after.trim_start();
    let space = &after[..after.len() - next.len()];
    let Some(head) = next.chars().next() else { return true };
    if is_item(before.trim_end_matches(['.', ')'])) || head == '.' {
        return false;
    }
    let paragraph = space.matches('\n').count() > 1 || space.contains('\u{2029}');
    if paragraph || is_plain_bullet(head) {
        return true;
    }
    // A rule under or between lines belongs to the line before.
    if !next.chars().take_while(|c| !is_line_break(*c)).any(char::is_alphanumeric) {
        return false;
    }
    let line = before.chars().rev().take(LONG).take_while(|c| !is_line_break(*c));
    let (length, capitals) = (line.clone().count(), line.take_while(|c| c.is_uppercase()).count());
    let wrapped = length == LONG && head.is_alphabetic() && !before.ends_with([':', '!', '?', '"', '”']);
    // A drop capital, or letters set one below the other.
    let letters = length < 3 && length == capitals;
    let unfinished = before.ends_with([',', ';', '-', '–', '，', '、', 'の', 'は', 'を', 'に']);
    !wrapped && !letters && !unfinished && !is_aside(next) && (casual || !head.is_lowercase())
}

/// Does the line begin with something in brackets after which the sentence goes on or ends?
fn is_aside(line: &str) -> bool {
    let mut inside = line.char_indices().take(LONG).skip_while(|(_, c)| *c != ')').skip(1);
    line.starts_with('(') && inside.find(|(_, c)| *c != ' ').is_some_and(|(_, c)| matches!(c, '.' | ',' | ';'))
}
