//! Lines of metadata, split where two things are glued: `3 MINS READMar 23, 2020 | 10:00 GMT` is two.

use std::ops::Range;

use crate::facts::dates::{self, DateHints};
use crate::facts::names;
use crate::label::phrases::{Anchor, Family, Hit, Matcher};
use crate::model::{Evidence, Kind};

/// Bytes of a line of metadata, at most.
pub(crate) const LONGEST: usize = 240;

/// Characters that part the pieces of a line.
const BARS: [char; 10] = ['|', '•', '·', '●', '∙', '⋅', '◦', '▪', '\u{3000}', '\t'];

/// A piece of a line: what it is, and where in the line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Piece {
    pub(crate) kind: Kind,
    pub(crate) evidence: Evidence,
    pub(crate) range: Range<usize>,
}

/// What a line is made of.
#[derive(Clone, Copy, Debug)]
struct Anchored {
    kind: Kind,
    evidence: Evidence,
    start: usize,
    end: usize,
}

/// Splits a line that is metadata throughout; none where any part of it is not.
pub(crate) fn split(line: &str, language: &str, matcher: &mut Matcher) -> Option<Vec<Piece>> {
    if line.len() > LONGEST {
        return None;
    }
    if let Some(time) = time_alone(line).or_else(|| embargo(line, language, &matcher.hits)) {
        return Some(vec![time]);
    }
    let mut found = anchors(line, language, &matcher.hits);
    if found.is_empty() {
        return None;
    }
    found.sort_by_key(|a| (a.start, std::cmp::Reverse(a.end)));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    for anchor in found {
        if anchor.start < at {
            continue;
        }
        rest(line, at..anchor.start, language, matcher, &mut pieces)?;
        pieces.push(Piece { kind: anchor.kind, evidence: anchor.evidence, range: anchor.start..anchor.end });
        at = anchor.end;
    }
    rest(line, at..line.len(), language, matcher, &mut pieces)?;
    Some(pieces)
}

/// A clock time that is all of a line, as above the entries of a live blog.
fn time_alone(line: &str) -> Option<Piece> {
    if line.len() > 24 || !line.starts_with(|c: char| c.is_ascii_digit() || c == '[' || c == '(') {
        return None;
    }
    let time = dates::scan_time(line)?;
    let rest =
        line[time.range.end..].trim_matches(|c: char| c.is_whitespace() || matches!(c, ']' | ')' | '.' | 'h' | ':'));
    rest.is_empty().then_some(Piece { kind: Kind::Timestamp, evidence: Evidence::DatePattern, range: 0..line.len() })
}

/// `EMBARGOED UNTIL 00:01 FRIDAY 3 MAY`: a label whose day has no year.
fn embargo(line: &str, language: &str, hits: &[Hit]) -> Option<Piece> {
    let labelled = hits.iter().any(|hit| hit.family == Family::Embargoed && hit.anchor == Anchor::Start);
    let short = labelled && line.len() <= 100 && !line.trim_end_matches('.').contains(". ");
    let hints = DateHints { language, reference_date: None };
    let undated = short && dates::scan(line, &hints).is_empty() && dates::scan_day(line, language).is_some();
    undated.then_some(Piece { kind: Kind::Timestamp, evidence: Evidence::DatePattern, range: 0..line.len() })
}

/// The dates, times to read and bylines of a line.
fn anchors(line: &str, language: &str, hits: &[Hit]) -> Vec<Anchored> {
    let mut found = Vec::new();
    let dates = dates::scan(line, &DateHints { language, reference_date: None });
    let labels = || hits.iter().filter(|hit| hit.family.is_date());
    let relative = hits.iter().filter(|hit| hit.family == Family::RelativeTime).map(|hit| hit.start..hit.end);
    for time in dates.iter().map(|date| date.range.clone()).chain(relative) {
        // The label goes with its date when nothing but a mark stands between them.
        let label = labels().filter(|hit| hit.end <= time.start).max_by_key(|hit| (hit.end, usize::MAX - hit.start));
        let start = match label {
            Some(hit) if is_gap(&line[hit.end..time.start], 6) => {
                // The longest of the labels that end there, and one that leads to it (`First published on`).
                let leads = |end: usize| end <= hit.end && is_gap(&line[end.min(hit.start)..hit.start], 0);
                let starts = labels().filter(|other| leads(other.end));
                starts.map(|other| other.start).min().unwrap_or(hit.start).min(hit.start)
            }
            _ => time.start,
        };
        found.push(Anchored {
            kind: Kind::Timestamp,
            evidence: Evidence::DatePattern,
            start,
            end: date_end(line, time.end),
        });
    }
    for hit in hits.iter().filter(|hit| hit.family == Family::Kind(Kind::ReadingTime)) {
        if line[hit.start..hit.end].chars().any(char::is_numeric)
            && !dates.iter().any(|d| hit.start < d.range.start && hit.end > d.range.start)
        {
            found.push(Anchored {
                kind: Kind::ReadingTime,
                evidence: Evidence::ReadingTimePattern,
                start: reading_start(line, hit.start, &dates),
                end: hit.end,
            });
        }
    }
    // A byline runs from its word to the next thing that is known.
    for hit in hits.iter().filter(|hit| hit.family == Family::Byline) {
        if !may_begin(line, hit.start, &found) || may_be_sentence(line, hit, language) {
            continue;
        }
        let stop = found.iter().map(|a| a.start).filter(|&start| start >= hit.end).min().unwrap_or(line.len());
        let body = &line[hit.end..stop];
        // A bar ends it, and a figure: `By Jane Roe 4 Comments`.
        let ends = |c: char| BARS.contains(&c) || c.is_ascii_digit();
        let bar = body.find(ends).unwrap_or(body.len());
        let names_text =
            body[..bar].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '–' | '：' | ':'));
        let lead = names_text.len()
            - names_text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '／' | '/')).len();
        let end = hit.end + names_text.len();
        let people = names::without_place(&names_text[lead..]);
        if lead < names_text.len() && (names::parse(people, language).is_some() || names::is_staff(people, language)) {
            found.push(Anchored { kind: Kind::Byline, evidence: Evidence::BylinePattern, start: hit.start, end });
        }
    }
    found
}

/// In a script without capitals, a word for "by" that sentences begin with as well tells nothing.
fn may_be_sentence(line: &str, hit: &Hit, language: &str) -> bool {
    let label = &line[hit.start..hit.end];
    label.chars().all(|c| !c.is_lowercase() && !c.is_uppercase())
        && crate::vocabulary::of(language).is_some_and(|vocabulary| vocabulary.section("stop_words").contains(&label))
}

/// A digit that runs into a year (`20256 MIN READ`) belongs to the date before.
fn reading_start(line: &str, start: usize, dates: &[dates::FoundDate]) -> usize {
    dates
        .iter()
        .map(|date| date.range.end)
        .find(|&end| start < end && end - start <= 4 && line.is_char_boundary(end))
        .unwrap_or(start)
}

/// A bracket or word that closes what a date opened.
fn date_end(line: &str, end: usize) -> usize {
    match line[end..].chars().next() {
        Some(c @ (')' | ']' | '】')) => end + c.len_utf8(),
        _ => end,
    }
}

/// Whether a byline may begin here: at the line's start, behind a separator, or behind something known.
fn may_begin(line: &str, start: usize, found: &[Anchored]) -> bool {
    let before = line[..start].trim_end();
    before.chars().all(|c| !c.is_alphanumeric())
        || before.ends_with(BARS)
        || before.ends_with(['—', '–', '-', ',', '/', '／'])
        || line[..start].ends_with('\u{3000}')
        || found.iter().any(|a| a.end >= before.len() && a.start < start)
}

/// White space and marks of layout, with at most `words` small letters between.
fn is_gap(text: &str, small: usize) -> bool {
    text.chars().filter(|c| c.is_alphanumeric()).count() <= small
        && !text.contains(char::is_uppercase)
        && !text.contains(char::is_numeric)
}

/// Whether a text is the name of a person, first and last.
fn is_full_name(text: &str) -> bool {
    text.len() <= 48 && text.contains(char::is_whitespace) && names::is_name(text)
}

/// What stands between two known things must be known too, or nothing.
fn rest(line: &str, range: Range<usize>, language: &str, matcher: &mut Matcher, pieces: &mut Vec<Piece>) -> Option<()> {
    for part in line[range.clone()].split(BARS) {
        let text = part.trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—' | '/' | ':' | '(' | ')' | ';' | '.' | '→' | '*')
        });
        if !text.chars().any(char::is_alphanumeric) {
            continue;
        }
        let start = text.as_ptr() as usize - line.as_ptr() as usize;
        let range = start..start + text.len();
        matcher.find(text);
        let hit = matcher
            .hits
            .iter()
            .filter(|hit| hit.anchor >= Anchor::Start)
            .max_by_key(|hit| (hit.anchor, hit.end - hit.start));
        let (kind, evidence) = match hit.map(|hit| (hit.family, hit.anchor)) {
            _ if names::is_staff(text, language) => (Kind::Byline, Evidence::Phrase),
            Some((Family::Kind(kind), anchor)) if anchor == Anchor::Whole || text.len() <= 60 => {
                (kind, Evidence::Phrase)
            }
            Some((family, Anchor::Whole)) if family.is_date() => (Kind::Timestamp, Evidence::DatePattern),
            _ if is_full_name(names::without_topics(text, language)) => (Kind::Byline, Evidence::NamePattern),
            _ => return None,
        };
        pieces.push(Piece { kind, evidence, range });
    }
    Some(())
}
