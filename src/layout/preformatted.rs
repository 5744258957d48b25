//! Preformatted text, which a text browser sets at the left edge while paragraphs stand further in, and does not wrap.

use super::lines::Line;
use super::wrap::Wrap;

/// The line behind the preformatted text that begins at `at`, if there is some.
///
/// It begins left of the paragraphs, as a heading does; but a heading of several lines was wrapped, so that each of them
/// is full, and lines of a program are not.
pub(super) fn end(document: &str, lines: &[Line], at: usize, wrap: &Wrap) -> Option<usize> {
    let first = lines[at];
    if !wrap.is_outdented(&first) {
        return None;
    }
    let run = lines[at..].iter().take_while(|line| !line.is_blank() && line.quote == first.quote).count();
    let lines = &lines[at..at + run];
    let text = &document[first.start as usize..lines[run - 1].end as usize];
    let wrapped = lines.windows(2).all(|pair| !wrap.had_room(document, &pair[0], &pair[1]));
    let outdented = lines.iter().filter(|line| wrap.is_outdented(line)).count();
    (!wrapped && outdented * 2 > run || is_program(text)).then_some(at + run)
}

/// Whether a text holds as many marks as programs do, and sentences do not.
fn is_program(text: &str) -> bool {
    let marks = text.bytes().filter(|b| b"{}[]<>=;$_\\#~^`|@".contains(b)).count();
    let letters = text.bytes().filter(|b| b.is_ascii_alphanumeric() || *b >= 0x80).count();
    letters > 0 && marks >= 2 && marks * 9 >= letters
}
