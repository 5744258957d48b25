//! The headline among the titles of a page: what each says without the names around it, and which one is printed.

use super::structured::letters;
use crate::label::measure::Measure;

/// What parts a title from the names beside it, between blanks.
const SIGNS: [char; 10] = ['|', '-', '–', '—', '·', '•', '»', '«', '/', ':'];

/// Bytes of a title that is looked through.
pub(super) const LONGEST: usize = 400;

/// Words that a headline has at least before a bar, behind which sites name their sections and themselves.
const LEAST_BEFORE_BAR: u32 = 3;

/// Names of site and sections that are taken off a title.
const MOST_NAMES: usize = 8;

/// A title without the names of site and section beside it: what a heading of the page or another title says alone, else what
/// is left when the site's name goes. `sites`, `headings` and `titles` are as [`letters`] has them.
pub(super) fn headline<'t>(title: &'t str, sites: &[String], headings: &[String], titles: &[String]) -> &'t str {
    if title.len() > LONGEST {
        return title;
    }
    let is_site = |part: &str| {
        let part = letters(part);
        !part.is_empty() && (sites.contains(&part) || sites.contains(&part.replace(' ', "")))
    };
    // Behind a headline a site may stand in short; before one its first word may be the headline's.
    let is_short_site = |part: &str| {
        let part = letters(part);
        let begins = |site: &String| site.strip_prefix(&*part).is_some_and(|rest| rest.starts_with(' '));
        !part.is_empty() && sites.iter().any(begins)
    };
    let mut title = title;
    for _ in 0..if sites.is_empty() { 0 } else { MOST_NAMES } {
        let mut parts = cuts(title).filter(|(before, behind)| !before.is_empty() && !behind.is_empty());
        let without = parts.find_map(|(before, behind)| {
            let by_colon = title[before.len()..].trim_start().starts_with(':');
            if is_site(behind) || !by_colon && is_short_site(behind) {
                Some(before)
            } else {
                (is_site(before) && (!by_colon || before.contains(' '))).then_some(behind)
            }
        });
        let Some(part) = without else { break };
        title = part;
    }
    let bar = title.find(" | ").map(|at| title[..at].trim());
    if let Some(before) = bar.filter(|before| Measure::of(before).words >= LEAST_BEFORE_BAR) {
        title = before;
    }
    if headings.is_empty() && titles.is_empty() || headings.contains(&letters(title)) {
        return title;
    }
    let alone = |part: &&str| {
        let part = letters(part);
        Measure::of(&part).words >= 2 && (headings.contains(&part) || titles.contains(&part))
    };
    cuts(title).flat_map(|(before, behind)| [before, behind]).find(alone).unwrap_or(title)
}

/// A title in two at every separator: one of the signs between blanks, a colon before one, a wide bar.
fn cuts(title: &str) -> impl Iterator<Item = (&str, &str)> {
    title.char_indices().filter_map(|(at, c)| {
        let rest = &title[at..];
        let length = match c {
            ' ' => {
                let sign = rest[1..].chars().next().filter(|sign| SIGNS.contains(sign))?;
                let signs = rest[1..].len() - rest[1..].trim_start_matches(sign).len();
                // Twice only the colon stands for one.
                let fits = signs == sign.len_utf8() && sign != ':' || sign == ':' && signs == 2;
                (fits && rest[1 + signs..].starts_with(' ')).then_some(signs + 2)?
            }
            ':' if rest[1..].starts_with(' ') => 2,
            '｜' => c.len_utf8(),
            _ => return None,
        };
        Some((title[..at].trim(), rest[length..].trim()))
    })
}

/// The share of the words of the shorter of two titles that the other has, too; 0 to 1.
pub(super) fn likeness(one: &str, other: &str) -> f32 {
    let (one, other) = (letters(one), letters(other));
    let (mut few, mut many): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    if few.len() > many.len() {
        std::mem::swap(&mut few, &mut many);
    }
    // Where words are not parted, the one in the other.
    let within = few.len() == 1 && many.len() <= 2 && (one.contains(&*other) || other.contains(&*one));
    let shared = few.iter().filter(|word| many.contains(word)).count();
    if within { 1.0 } else { shared as f32 / few.len() as f32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_without_their_sites() {
        let sites = ["harbour gazette".to_owned(), "gazette example".to_owned()];
        let of = |title| headline(title, &sites, &["the pier that came back".to_owned()], &[]);
        assert_eq!(of("The Pier That Came Back | Culture | Harbour Gazette"), "The Pier That Came Back");
        assert_eq!(of("Tides - and what they bring - Harbour Gazette"), "Tides - and what they bring");
        assert_eq!(of("Harbour Gazette: A night at sea"), "A night at sea");
        assert_eq!(of("A night at sea – Gazette"), "A night at sea");
        assert_eq!(of("Harbour Gazette"), "Harbour Gazette");
    }

    #[test]
    fn bars() {
        assert_eq!(headline("How tides work | Science | Elsewhere", &[], &[], &[]), "How tides work");
        assert_eq!(headline("Tides | Science", &[], &[], &[]), "Tides | Science");
    }

    #[test]
    fn titles_that_are_alike() {
        assert!(likeness("Ten ways to mend a net", "How to mend a net: ten ways") > 0.9);
        assert!(likeness("Find a shop near you", "Ten ways to mend a net") < 0.34);
        assert!(likeness("潮汐的秘密", "潮汐的秘密：新发现") > 0.9);
    }
}
