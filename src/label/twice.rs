//! Text that a page says twice: a picture's text and its caption, or its link, run together by a text browser.

use super::measure::Measure;

/// Words that must be said twice; names and menus have fewer.
const FEWEST: usize = 2;
/// Words of a line that is told again by the next one; short labels come again by chance.
const FEWEST_AGAIN: usize = 4;
/// Words that the first of two lines may hold before, such as `Image of`.
const MOST_BEFORE: usize = 6;
/// Bytes of the longest text that is looked at.
const LONGEST: usize = 600;

/// Whether a text is one text two times.
pub(super) fn is_twice(text: &str, measure: &Measure) -> bool {
    // Of what is said twice there is an even number of everything: few other texts have that.
    let counts = [measure.words, measure.letters, measure.capitals, measure.digits];
    if measure.words == 0 || text.len() > LONGEST || counts.iter().any(|count| count % 2 == 1) {
        return false;
    }
    // And of every byte, all the more.
    let sum = |sum, &byte: &u8| sum ^ if byte > b' ' && byte.is_ascii() { byte } else { 0 };
    if text.as_bytes().iter().fold(0, sum) != 0 {
        return false;
    }
    let words = text.split_whitespace();
    let half = words.clone().count() / 2;
    half >= FEWEST && words.clone().skip(half).eq(words.take(half))
}

/// Whether a line says no more than what the one above it says, or ends in: a picture's text, and the link it stands in.
pub(super) fn is_again(above: &str, text: &str) -> bool {
    if text.len() > LONGEST || above.len() > LONGEST || !ends_alike(above.as_bytes(), text.as_bytes()) {
        return false;
    }
    let mut held = above.split_whitespace().rev();
    let mut words = 0;
    for word in text.split_whitespace().rev() {
        if held.next() != Some(word) {
            return false;
        }
        words += 1;
    }
    words >= FEWEST_AGAIN && held.nth(MOST_BEFORE).is_none()
}

/// Whether two lines end in the same bytes, up to a blank or what is not ASCII; most do not.
fn ends_alike(above: &[u8], text: &[u8]) -> bool {
    let ends = || above.iter().rev().zip(text.iter().rev());
    above.last() == text.last()
        && ends().take_while(|(_, byte)| byte.is_ascii_graphic()).all(|(held, byte)| held == byte)
}

#[cfg(test)]
mod tests {
    use super::{Measure, is_again, is_twice};

    #[test]
    fn the_same_words_two_times() {
        let is_twice = |text| is_twice(text, &Measure::of(text));
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
