//! Entries of a live blog that begin with their time: `10.32 GMT The minister is on her feet.`, `+++ 14:05 Bridge closed +++`.

use super::measure::Measure;
use crate::facts::dates;
use crate::input::{Block, Shape};
use crate::model::Span;

/// Entries that make a live blog, at least.
const FEWEST: usize = 3;

/// Blocks within which the text of an entry begins.
const NEAR: usize = 5;

/// A block that begins with a time of day, and goes on.
struct Entry {
    block: usize,
    time: Span,
    rest: Span,
    /// Since midnight.
    minutes: u32,
}

/// The blocks, where entries begin with their time: time and entry are blocks of their own. None where there are no
/// such entries.
pub(super) fn split(document: &str, blocks: &[Block]) -> Option<Vec<Block>> {
    let entries: Vec<Entry> = (0..blocks.len()).filter_map(|at| entry(document, blocks, at)).collect();
    if entries.len() < FEWEST || !are_in_order(&entries) {
        return None;
    }
    let mut split = Vec::with_capacity(blocks.len() + entries.len());
    let mut entries = entries.iter().peekable();
    for (at, block) in blocks.iter().enumerate() {
        match entries.next_if(|entry| entry.block == at) {
            Some(entry) => {
                split.push(Block { span: entry.time, ..*block });
                split.push(Block { span: entry.rest, after_blank: false, ..*block });
            }
            None => split.push(*block),
        }
    }
    Some(split)
}

fn entry(document: &str, blocks: &[Block], at: usize) -> Option<Entry> {
    let block = &blocks[at];
    let text = &document[block.span.range()];
    // Most blocks begin otherwise.
    if !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | ' ' | '[' | '(')) {
        return None;
    }
    let body = text.trim_start_matches(['+', ' ']);
    if !matches!(block.shape, Shape::Text) || !body.starts_with(|c: char| c.is_ascii_digit() || c == '[' || c == '(') {
        return None;
    }
    let time = dates::scan_time(body)?;
    let is_mark = |c: char| c.is_whitespace() || matches!(c, ']' | ')' | '-' | '–' | '—' | ':' | '|' | '·' | '•' | '+');
    // What stands between belongs to neither.
    let rest = body[time.range.end..].trim_start_matches(is_mark);
    let start = text.len() - body.len();
    let from = text.len() - rest.len();
    let rest = rest.trim_end_matches(['+', ' ']);
    let apart = start + time.range.end < from;
    let tells = |text: &str| Measure::of(text).is_prose();
    let near = &blocks[at + 1..blocks.len().min(at + 1 + NEAR)];
    let next = || near.iter().any(|next| tells(&document[next.span.range()]));
    let begins = rest.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase() || "\"“„«‘'@#".contains(c));
    if !apart || !begins || !(tells(rest) || next()) {
        return None;
    }
    let base = block.span.start as usize;
    let open = usize::from(body.starts_with(['[', '(']));
    let close = usize::from(open > 0 && body[time.range.end..].starts_with([']', ')']));
    Some(Entry {
        block: at,
        time: Span::new(base + start + time.range.start - open, base + start + time.range.end + close),
        rest: Span::new(base + from, base + from + rest.len()),
        minutes: time.minutes(),
    })
}

/// Whether nearly all times go up, or down, as those of one day do; a timetable does so, too, but tells nothing.
fn are_in_order(entries: &[Entry]) -> bool {
    let pairs = || entries.windows(2);
    let rising = pairs().filter(|pair| pair[0].minutes <= pair[1].minutes).count();
    let falling = pairs().filter(|pair| pair[0].minutes >= pair[1].minutes).count();
    rising.max(falling) * 5 >= pairs().count() * 4
}
