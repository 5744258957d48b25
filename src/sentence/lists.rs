//! Items of lists that lost their line breaks, and the numbers and letters before items.

use super::marks::{is_bullet, is_opener, is_plain_bullet};
use super::words::{first_word, is_roman};

/// The number or letter of a list item.
pub(super) struct Label {
    number: String,
    style: &'static str,
}

impl Label {
    /// The item that comes after the one that the text opens with (`2. `, `• 9. `, `b) `, `1.) `).
    pub(super) fn successor(text: &str) -> Option<Self> {
        let text = text.trim_start_matches(|c: char| c.is_whitespace() || is_bullet(c));
        let (number, rest) = text.split_at(text.bytes().take(4).take_while(u8::is_ascii_alphanumeric).count());
        let style = [".)", ")", "."].into_iter().find(|style| rest.starts_with(style))?;
        let digits = number.len() < 4 && number.bytes().all(|b| b.is_ascii_digit());
        let case = |b: u8| b.is_ascii_lowercase() || style != "." && b.is_ascii_uppercase();
        let letter = number.len() == 1 && number.bytes().all(case);
        if !(digits || letter) || !rest[style.len()..].starts_with(' ') {
            return None;
        }
        let number = match number.parse::<u16>() {
            Ok(number) => (number + 1).to_string(),
            Err(_) => char::from_u32(u32::from(number.chars().next()?) + 1)?.to_string(),
        };
        Some(Self { number, style })
    }

    /// The length of what stands before this label, where the label stands at the end of `before` and the start of `after`.
    pub(super) fn end_before(&self, before: &str, after: &str) -> Option<usize> {
        let before = before.strip_suffix(self.number.as_str())?;
        let after = after.strip_prefix(self.style)?;
        let end = before.trim_end_matches(|c: char| c.is_whitespace() || is_bullet(c)).len();
        (end > 0 && end < before.len() && after.starts_with(' ')).then_some(end)
    }
}

/// Does a bullet after `sentence` begin an item: the next of a list, or the first after a colon?
pub(super) fn bullet_begins(sentence: &str, bullet: char) -> bool {
    let said = sentence.trim_end();
    is_plain_bullet(bullet) && said.len() < sentence.len() && (said.starts_with(bullet) || said.ends_with(':'))
}

/// Does a list item with a letter open here (`b) `, `iv) `, `a. `)? Its lower case says nothing.
pub(super) fn begins_item(text: &str) -> bool {
    let label = first_word(text);
    let rest = &text[label.len()..];
    match label {
        "a" | "i" if rest.starts_with(". ") => true,
        _ => is_item(label) && rest.starts_with(") "),
    }
}

/// Is all of the sentence so far the number or letter of a list item (`1`, `• 9`, `a`, `iv`)?
pub(super) fn is_item(sentence: &str) -> bool {
    if sentence.len() > 12 {
        return false;
    }
    let number = sentence.trim_start_matches(|c: char| c.is_whitespace() || is_opener(c));
    match number.len() {
        0 => false,
        1 => number.bytes().all(|b| b.is_ascii_alphanumeric()),
        2..=4 => {
            number.len() < 4 && number.bytes().all(|b| b.is_ascii_digit())
                || number.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
                || is_roman(number)
        }
        _ => false,
    }
}
