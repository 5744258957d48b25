//! Preformatted text, which a text browser sets at the left edge while paragraphs stand further in, and does not wrap.

use super::lines::Line;
use super::shape;
use super::wrap::Wrap;
use crate::bytes;

/// The line behind the text that begins at `at` if it is preformatted; else the line up to which none begins.
///
/// It begins left of the paragraphs, as a heading does. But a heading has a blank line above it, and one of several lines
/// was wrapped, so that each of them is full; lines of a program are not.
pub(super) fn end(document: &str, lines: &[Line], at: usize, wrap: &Wrap) -> Result<usize, usize> {
    let first = lines[at];
    if !wrap.is_outdented(&first) {
        return Err(at);
    }
    let run = lines[at..].iter().take_while(|line| !line.is_blank() && line.quote == first.quote).count();
    let below_text = at > 0 && !lines[at - 1].is_blank() && wrap.is_at_left(&lines[at - 1]);
    let lines = &lines[at..at + run];
    // A heading of a list's item has the item's text or list below it.
    if lines.get(1).is_some_and(|second| second.indent > first.indent + 8) {
        return Err(at + run);
    }
    // Programs are indented by steps of two, four or eight columns, and paragraphs and lists where the browser does.
    let is_free = |line: &&Line| {
        wrap.is_outdented(line)
            || line.indent.abs_diff(first.indent).is_multiple_of(2)
                && !wrap.is_at_left(line)
                && shape::marker(document, line).is_none()
    };
    let wrapped = || lines.windows(2).all(|pair| !wrap.had_room(document, &pair[0], &pair[1]));
    let is_free = || lines.iter().filter(is_free).count() * 2 > run && !wrapped();
    let text = &document[first.start as usize..lines[run - 1].end as usize];
    if below_text || is_free() || is_program(text) { Ok(at + run) } else { Err(at + run) }
}

/// Whether a text holds as many marks as programs do, and sentences do not.
fn is_program(text: &str) -> bool {
    let is_mark = |byte| matches!(byte, b'['..=b'`' | b'{'..=b'~' | b';'..=b'>' | b'#' | b'$' | b'@');
    let marks = bytes::count(text.as_bytes(), is_mark);
    let letters = bytes::count(text.as_bytes(), |byte: u8| byte.is_ascii_alphanumeric() | (byte >= 0x80));
    letters > 0 && marks >= 2 && marks * 9 >= letters
}
