//! Names of people in a byline.

use std::ops::Range;

use super::roles;
use crate::characters::{are_alike, folded};
use crate::clean;
use crate::vocabulary;

/// Names that a byline has, at most; more is no byline.
const MOST_NAMES: usize = 12;

/// Words of a name, or of its title, that are written small.
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "di", "del", "della", "der", "den", "van", "von", "vom", "zu", "zur", "la", "le",
    "les", "du", "des", "el", "al", "bin", "ibn", "bint", "ben", "y", "e", "i", "af", "av", "ter", "ten", "te", "'t",
    "d'",
];

/// A part of a byline: a person, or what is said of the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// Bytes of the text.
    pub(crate) range: Range<usize>,
    pub(crate) is_name: bool,
}

/// Reads a text as names with roles between them (`Jane Roe, Berlin correspondent, and Ali Can`); none where it holds
/// anything else. `text` stands behind the word `by`.
pub(crate) fn parse(text: &str, language: &str) -> Option<Vec<Part>> {
    let mut parts: Vec<Part> = Vec::new();
    // Most lines that are none show it at once: a name begins with a capital or a particle.
    let first = text.split_whitespace().next()?;
    if first.starts_with(|c: char| c.is_ascii_digit() || c.is_lowercase() && !PARTICLES.contains(&first)) {
        return None;
    }
    for range in pieces(text, language) {
        let piece = &text[range.clone()];
        // Degrees are of the name that they stand behind.
        if let Some(named) = parts.last_mut().filter(|named| named.is_name)
            && text[named.range.end..range.start].trim() == ","
            && roles::is_credential(
                piece,
                roles::without_credentials(&text[named.range.clone()]).len() < named.range.len(),
            )
        {
            named.range.end = range.end;
            continue;
        }
        let reads_so = is_name(piece)
            && !begins_as_sentence(piece, language)
            && !is_date_label(piece, language)
            && !is_of_calendar(piece, language);
        // What is no name can only say something of a name before it.
        if !reads_so && (parts.is_empty() || !may_be_role(piece)) || parts.len() == MOST_NAMES {
            return None;
        }
        // What stands in brackets says where someone is, or for whom; one word behind the comma of a name of several says
        // what someone is: `Jane Roe, Dietitian`.
        let before = text[..range.start].trim_end();
        let several = parts.first().is_some_and(|first| text[first.range.clone()].contains(' '));
        let goes_on = before.ends_with(',') || parts.last().is_some_and(|last| !last.is_name);
        let said = before.ends_with('(') || goes_on && several && !piece.contains(char::is_whitespace);
        // Where there are no capitals, a name stands before its role without a comma.
        if parts.is_empty() && roles::is_role(piece, language) && roles::without_role(piece, language) == piece {
            return None;
        }
        let is_role = !parts.is_empty() && piece.contains(char::is_lowercase) && roles::is_role(piece, language);
        let is_name = reads_so && (parts.is_empty() || !said && !is_role);
        let end = range.start + if is_name { roles::without_role(piece, language).len() } else { piece.len() };
        parts.push(Part { range: range.start..end, is_name });
    }
    (!parts.is_empty()).then_some(parts)
}

/// A byline without the words for "by" that it begins with.
pub(crate) fn without_label<'t>(text: &'t str, language: &str) -> &'t str {
    let behind = |label: &str| {
        let (head, rest) = text.split_at_checked(label.len())?;
        if !are_alike(head, label) {
            return None;
        }
        // A name can be glued to it: `ByJane Roe`.
        let glued = || label.ends_with(char::is_lowercase) && rest.starts_with(char::is_uppercase);
        let blanks = [' ', ':', '\u{A0}'];
        (rest.starts_with(blanks) || glued()).then(|| rest.trim_start_matches(blanks))
    };
    labels(language).filter_map(behind).min_by_key(|rest| rest.len()).unwrap_or(text)
}

/// Whether a text names the people of a house together: `NETGEAR Orbi Team`, `The Currency editors`.
pub(crate) fn is_team(text: &str, language: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let last = words.last().map(|word| word.to_lowercase()).unwrap_or_default();
    (2..=6).contains(&words.len())
        && words.iter().any(|word| word.starts_with(char::is_uppercase))
        && vocabulary::with_english(language).any(|vocabulary| vocabulary.lists("teams", &last))
}

/// Whether a declared name says what someone else has done with the piece: `Updated by Jane Roe`.
pub(crate) fn names_another(text: &str, language: &str) -> bool {
    let lower = text.to_lowercase();
    vocabulary::with_english(language).flat_map(|vocabulary| vocabulary.section("modified")).any(|label| {
        let label = label.trim_end_matches(':');
        lower.strip_prefix(label).is_some_and(|rest| rest.starts_with(' '))
    })
}

/// The first two characters of each word for "by", folded, by which most lines show that they begin with none.
pub(crate) struct LabelBeginnings(Vec<[Option<char>; 2]>);

impl LabelBeginnings {
    pub(crate) fn of(language: &str) -> Self {
        let mut all: Vec<_> = labels(language).map(beginning).collect();
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// Whether a text may begin with such a word.
    pub(crate) fn may_begin(&self, text: &str) -> bool {
        let [first, second] = beginning(text);
        self.0.iter().any(|label| label[0] == first && label[1].is_none_or(|_| label[1] == second))
    }
}

fn beginning(text: &str) -> [Option<char>; 2] {
    let mut folded = text.chars().map(folded);
    [folded.next(), folded.next()]
}

/// Whether a text is a word for "by" and nothing else.
pub(crate) fn is_label(text: &str, language: &str) -> bool {
    let lower = text.to_lowercase();
    labels(language).any(|label| label == lower)
}

/// The words for "by".
fn labels(language: &str) -> impl Iterator<Item = &'static str> {
    vocabulary::with_english(language).flat_map(|vocabulary| vocabulary.section("byline").iter().copied())
}

/// A byline up to the word behind which it names where the piece is filed: `Jane Roe in Travel, Tips`.
pub(crate) fn without_topics<'t>(text: &'t str, language: &str) -> &'t str {
    let Some(vocabulary) = vocabulary::of(language) else { return text };
    let words = vocabulary.section("filed_under");
    let is_word = |word: &&str| words.iter().any(|one| one.eq_ignore_ascii_case(word));
    let at = text.split_whitespace().find(is_word).map(|word| word.as_ptr() as usize - text.as_ptr() as usize);
    // At the end it is of the name.
    at.filter(|&at| text[at..].trim_end().contains(char::is_whitespace)).map_or(text, |at| text[..at].trim_end())
}

/// A byline without the place behind its dash: `Jane Roe — Berlin`.
pub(crate) fn without_place(text: &str) -> &str {
    let dash = text.char_indices().find(|&(at, c)| {
        let blanks =
            text[..at].ends_with(char::is_whitespace) && text[at + c.len_utf8()..].starts_with(char::is_whitespace);
        matches!(c, '—' | '–' | '-') && blanks
    });
    dash.map_or(text, |(at, _)| text[..at].trim_end())
}

/// Ranges between commas, separators, words for "and" and addresses of mail.
fn pieces(text: &str, language: &str) -> Vec<Range<usize>> {
    let ands: Vec<&str> =
        vocabulary::with_english(language).flat_map(|vocabulary| vocabulary.section("and").iter().copied()).collect();
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut push = |range: Range<usize>| {
        let piece = &text[range.clone()];
        let trimmed = piece.trim();
        if !trimmed.is_empty() {
            let from = range.start + (piece.len() - piece.trim_start().len());
            ranges.push(from..from + trimmed.len());
        }
    };
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let width = c.len_utf8();
        if matches!(
            c,
            ',' | ';' | '&' | '/' | '、' | '，' | '；' | '／' | '،' | '|' | '·' | '•' | '+' | '(' | ')' | '\n'
        ) {
            push(start..at);
            start = at + width;
        } else if c.is_whitespace() {
            let rest = text[at + width..].trim_start();
            let from = text.len() - rest.len();
            let word = rest.split_whitespace().next().unwrap_or_default();
            let is_and = ands.iter().any(|and| and.eq_ignore_ascii_case(word))
                || !word.is_ascii() && ands.contains(&word.to_lowercase().as_str());
            // `y`, `e` and `i` are parts of names as well, between two capitals: they part two names of two words.
            let parts = is_and && (text[start..at].trim().contains(char::is_whitespace) || word.chars().count() > 1);
            if parts && from + word.len() < text.len() || word.contains('@') {
                push(start..at);
                start = from + word.len();
                at = start;
                continue;
            }
        }
        at += width;
    }
    push(start..text.len());
    ranges
}

/// Whether a text has the form of a person's name.
pub(crate) fn is_name(text: &str) -> bool {
    let text = roles::without_credentials(text);
    if text.len() > 64 || text.is_empty() {
        return false;
    }
    let caseless = text.chars().filter(|c| c.is_alphabetic()).all(|c| !c.is_lowercase() && !c.is_uppercase());
    if caseless {
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let others = text.chars().any(|c| c.is_numeric() || matches!(c, '。' | '：' | '？' | '！' | ':' | '」' | '「'));
        let unspaced = text.chars().any(crate::clean::joins_lines);
        return !others
            && if unspaced {
                (2..=12).contains(&letters)
            } else {
                letters >= 4 && text.split_whitespace().count() <= 5
            };
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let capitalised = |word: &str| {
        let word = word.trim_start_matches(['"', '“', '\'', '‘', '(']);
        let word = word.strip_prefix("d'").or(word.strip_prefix("d’")).unwrap_or(word);
        word.chars().next().is_some_and(char::is_uppercase)
    };
    let letters_only = |word: &str| {
        word.chars().all(|c| {
            c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | '‐' | '"' | '“' | '”' | '\u{300}'..='\u{36F}')
        })
    };
    (1..=6).contains(&words.len())
        && words.iter().all(|word| letters_only(word))
        && words.first().is_some_and(|word| capitalised(word) || words.len() > 1 && PARTICLES.contains(word))
        && words.last().is_some_and(|word| capitalised(word))
        && words.iter().all(|word| capitalised(word) || PARTICLES.contains(&word.to_lowercase().as_str()))
        && words.iter().any(|word| word.chars().count() > 2)
        // `Dr.` and `J.` end in a full stop, a name does not.
        && !words.last().is_some_and(|word| word.ends_with('.') && !matches!(*word, "Jr." | "Sr.") && word.len() > 3)
}

/// Whether a text of several words begins with one that sentences begin with and names do not.
fn begins_as_sentence(text: &str, language: &str) -> bool {
    let Some((first, _)) = text.split_once(char::is_whitespace) else { return false };
    let first = first.to_lowercase();
    !PARTICLES.contains(&first.as_str())
        && vocabulary::of(language).is_some_and(|vocabulary| vocabulary.section("stop_words").contains(&first.as_str()))
}

/// Whether a text stands for a name and is none: `Staff and agencies`, `Our correspondent`, `Redacción`.
pub(crate) fn is_staff(text: &str, language: &str) -> bool {
    let lower = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    lower.len() <= 64
        && vocabulary::with_english(language)
            .any(|vocabulary| vocabulary.section("staff").contains(&&*clean::folded(&lower)))
}

/// Whether a text is the name of a month or a day of the week, which look like those of people.
pub(crate) fn is_of_calendar(text: &str, language: &str) -> bool {
    const LONGEST: usize = 40;
    text.len() <= LONGEST && !text.contains(' ') && {
        let lower = text.to_lowercase();
        let lists = |section| vocabulary::with_english(language).any(|vocabulary| vocabulary.lists(section, &lower));
        lists("months") || lists("weekdays")
    }
}

/// Whether a text is what stands before a date, and looks like a name: `Posted On`.
fn is_date_label(text: &str, language: &str) -> bool {
    let lower = text.to_lowercase();
    let lower = lower.trim_end_matches(':');
    vocabulary::with_english(language)
        .flat_map(|vocabulary| ["published", "modified", "embargoed"].map(|section| vocabulary.section(section)))
        .any(|labels| labels.contains(&lower))
}

/// Whether a text may say what a person is: a few words, with no stop.
fn may_be_role(text: &str) -> bool {
    text.split_whitespace().count() <= 8
        && text.len() <= 80
        && !text.contains(['.', '!', '?', ':'])
        && !text.starts_with(|c: char| c.is_numeric())
}

/// A name in ordinary capitals: `AMANDA FURRER` as `Amanda Furrer`. Initials, and what is not all capitals, stay.
pub(crate) fn in_ordinary_capitals(whole: &str) -> String {
    let name = roles::without_credentials(whole);
    let credentials = &whole[name.len()..];
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    if letters().any(|c| !c.is_uppercase()) || letters().count() < 4 {
        return whole.to_owned();
    }
    let mut out = String::with_capacity(name.len());
    for (i, word) in name.split(' ').enumerate() {
        if i > 0 {
            out.push(' ');
        }
        let lower = word.to_lowercase();
        if i > 0 && PARTICLES.contains(&lower.as_str()) {
            out.push_str(&lower);
            continue;
        }
        let mut begins = true;
        for c in word.chars() {
            if begins {
                out.push(c)
            } else {
                out.extend(c.to_lowercase())
            }
            begins = !c.is_alphabetic();
        }
        // `MCDONALD` gives no hint at its second capital; it is left as the rule makes it.
    }
    out + credentials
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str, language: &str) -> Vec<String> {
        let parts = parse(text, language).unwrap_or_default();
        parts.into_iter().filter(|part| part.is_name).map(|part| in_ordinary_capitals(&text[part.range])).collect()
    }

    #[test]
    fn roles_and_addresses_behind_a_name() {
        assert_eq!(names("한지수 기자 jisu@paper.example", "ko"), ["한지수"]);
        assert_eq!(names("한지수 기자·박민수 특파원", "ko"), ["한지수", "박민수"]);
        assert_eq!(names("Jane Roe jane.roe@paper.example", "en"), ["Jane Roe"]);
        assert_eq!(names("Jane Roe (jane@paper.example), Ali Can", "en"), ["Jane Roe", "Ali Can"]);
    }

    #[test]
    fn words_for_by_in_whatever_letters() {
        assert_eq!(without_label("BY Jane Roe", "en"), "Jane Roe");
        assert_eq!(without_label("ByJane Roe", "en"), "Jane Roe");
        assert_eq!(without_label("ΣΥΝΤΑΚΤΗΣ: Άννα Ρο", "el"), "Άννα Ρο");
        assert_eq!(without_label("Byron Roe", "en"), "Byron Roe");
        let beginnings = LabelBeginnings::of("en");
        assert!(beginnings.may_begin("BY Jane Roe") && !beginnings.may_begin("Bonn Roe") && !beginnings.may_begin(""));
    }

    #[test]
    fn several_names() {
        assert_eq!(
            names("TESSA LINDQVIST, OMAR REYES AND BEA CASTELLAN", "en"),
            ["Tessa Lindqvist", "Omar Reyes", "Bea Castellan"]
        );
        assert_eq!(names("Jane Roe, Berlin correspondent", "en"), ["Jane Roe"]);
        assert_eq!(names("Jane Roe, Dietitian", "en"), ["Jane Roe"]);
        assert_eq!(names("Jane Roe, Co-Founder & COO", "en"), ["Jane Roe"]);
        assert_eq!(names("Jane Roe, Ph.D., and Ali Can, M.D.", "en"), ["Jane Roe, Ph.D.", "Ali Can, M.D."]);
        assert_eq!(names("JANE ROE, MS, RD, FAND", "en"), ["Jane Roe, MS, RD, FAND"]);
        assert_eq!(names("Jane Roe, Senior Analyst", "en"), ["Jane Roe"]);
        assert_eq!(names("Jana Roth Redakteurin, Ali Can", "de"), ["Jana Roth", "Ali Can"]);
        assert_eq!(names("Jane Q. Roe & Ludwig van der Meer", "en"), ["Jane Q. Roe", "Ludwig van der Meer"]);
    }

    #[test]
    fn what_is_no_byline() {
        for text in [
            "the river in spring",
            "2020",
            "Click here to read more.",
            "",
            "a",
            "Monday 3 March",
            "Posted On",
            "October",
            "Tues.",
        ] {
            assert_eq!(names(text, "en"), [""; 0], "{text}");
        }
    }
}
