//! Text that a page says twice: a picture's text and its caption, or its link, run together by a text browser.

/// Words that must be said twice; names and menus have fewer.
const FEWEST: usize = 2;
/// Bytes of the longest text that is looked at.
const LONGEST: usize = 600;

/// Whether a text is one text two times.
pub(super) fn is_twice(text: &str) -> bool {
    if text.len() > LONGEST || text.len() < 8 {
        return false;
    }
    // The second time begins about the middle, where wrapping puts no more than some blanks.
    let Some(first) = text.split_whitespace().next() else { return false };
    let middle = text.len() / 2;
    let near = &text.as_bytes()[middle.saturating_sub(24)..(middle + 24 + first.len()).min(text.len())];
    if memchr::memmem::find(near, first.as_bytes()).is_none() {
        return false;
    }
    let words = text.split_whitespace();
    let count = words.clone().count();
    let letters = first.chars().any(char::is_alphanumeric);
    letters && count.is_multiple_of(2) && count / 2 >= FEWEST && words.clone().skip(count / 2).eq(words.take(count / 2))
}

/// Words of a line that is told again by the next one; short labels come again by chance.
const FEWEST_AGAIN: usize = 4;
/// Words that the first of the two may hold before, such as `Image of`.
const MOST_BEFORE: usize = 6;

/// Whether a line says no more than what the one above it says, or ends in: a picture's text, and the link it stands in.
pub(super) fn is_again(above: &str, text: &str) -> bool {
    if text.len() > LONGEST || above.len() > LONGEST || text.len() < 8 {
        return false;
    }
    // Most lines do not even end alike.
    if above.as_bytes().last() != text.as_bytes().last() {
        return false;
    }
    let words = text.split_whitespace().count();
    let held = above.split_whitespace().count();
    (FEWEST_AGAIN..).contains(&words)
        && (words..=words + MOST_BEFORE).contains(&held)
        && above.split_whitespace().skip(held - words).eq(text.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::{is_again, is_twice};

    #[test]
    fn the_same_words_two_times() {
        assert!(is_twice("A boat on the lake. A boat on the lake."));
        assert!(is_twice("A long boat\n     on the lake A long\n     boat on the lake"));
        assert!(!is_twice("A boat on the lake. A boat on the river."));
        assert!(!is_twice("Home Home"));
        assert!(!is_twice("____ ____ ____ ____"));
        assert!(!is_twice(""));
    }

    #[test]
    fn a_line_says_again_what_the_one_above_says() {
        assert!(is_again("Image of a boat on the lake", "a boat on\n  the lake"));
        assert!(is_again("A boat on the lake", "A boat on the lake"));
        assert!(!is_again("A boat on the lake", "A boat on the river"));
        assert!(!is_again("The lake", "The lake"));
        assert!(!is_again("What the captain of the old ferry saw from a boat on the lake", "a boat on the lake"));
    }
}
