//! Whose a piece is: copyright, publisher.

use std::ops::Range;

use super::{Found, agencies};
use crate::article::Record;
use crate::model::{Field, Kind, Segment, Span};

/// Holder, years and the whole of a copyright line.
pub(crate) fn copyright(text: &str, language: &str, span: Span) -> Vec<Found> {
    let mut facts = vec![Found::visible(Field::CopyrightNotice, text, span, 0.95)];
    facts.extend(years(text).map(|years| Found::visible(Field::CopyrightYear, &text[years], span, 0.95)));
    facts.extend(holder(text, language).map(|holder| Found::visible(Field::CopyrightHolder, holder, span, 0.85)));
    facts
}

/// `2024`, `2019-2024`, `1998–2024` or `2019, 2024`.
fn years(text: &str) -> Option<Range<usize>> {
    let is_year = |at: usize| {
        let digits = text.as_bytes().get(at..at + 4)?;
        let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
        let alone = !digit(at + 4) && !at.checked_sub(1).is_some_and(digit);
        (digits.iter().all(u8::is_ascii_digit) && alone && matches!(digits[0], b'1' | b'2')).then_some(at + 4)
    };
    let start = (0..text.len()).find(|&at| is_year(at).is_some())?;
    let mut end = start + 4;
    let rest = &text[end..];
    let gap = rest.len() - rest.trim_start_matches([' ', '-', '–', '—', '/']).len();
    if gap > 0
        && rest[..gap].contains(['-', '–', '—', '/'])
        && let Some(second) = is_year(end + gap)
    {
        end = second;
    }
    Some(start..end)
}

/// What is left of a copyright line without its sign, its years and its sentence of rights.
fn holder<'t>(text: &'t str, language: &str) -> Option<&'t str> {
    let sign = ["©", "(c)", "(C)", "Copyright", "COPYRIGHT", "copyright", "Ⓒ"];
    let (at, found) = sign.iter().filter_map(|sign| text.find(sign).map(|at| (at, *sign))).min()?;
    let mut rest = &text[at + found.len()..];
    loop {
        let before = rest.len();
        rest = rest.trim_start_matches(|c: char| {
            c.is_whitespace() || c.is_numeric() || matches!(c, ',' | '-' | '–' | '—' | ':' | '/' | '.' | '|')
        });
        for word in ["©", "(c)", "(C)", "Copyright", "copyright", "COPYRIGHT", "by ", "By "] {
            rest = rest.strip_prefix(word).unwrap_or(rest);
        }
        if rest.len() == before {
            break;
        }
    }
    // The sentence of rights begins behind a stop that ends no abbreviation, or where its words begin.
    let mut end = rest.len();
    let lower = rest.to_lowercase();
    if lower.len() == rest.len() {
        // For texts this short a search by the first byte needs the least preparation.
        let find = |words: &str| {
            let begins = |at: &usize| lower.as_bytes()[*at..].starts_with(words.as_bytes());
            memchr::memchr_iter(*words.as_bytes().first()?, lower.as_bytes()).find(begins)
        };
        let sentences =
            crate::vocabulary::with_english(language).flat_map(|vocabulary| vocabulary.section("copyright_notice"));
        let sentences =
            sentences.map(|phrase| phrase.trim_start_matches(['=', '^'])).filter(|phrase| phrase.len() >= 8);
        let rights = sentences.filter(|phrase| !phrase.contains(['©', '0'])).filter_map(find);
        let links = ["terms", "privacy", "| "].into_iter().filter_map(find);
        end = rights.chain(links).min().unwrap_or(end);
    }
    let mut holder = rest[..end].trim_end();
    // Behind an agency's name stands the number of its report: `dpa-infocom, dpa:240503-99-123456/2`.
    if let Some(agency) = agencies::first(holder).filter(|agency| agency.range.start == 0)
        && holder[agency.range.end..].starts_with([',', ';'])
    {
        holder = &holder[..agency.range.end];
    }
    if let Some(stop) = holder.match_indices(". ").map(|(i, _)| i).find(|&i| !is_abbreviation(&holder[..i])) {
        holder = &holder[..stop];
    }
    let holder = holder.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—' | '|' | ';' | '(' | '。' | '•' | '·')
    });
    let holder = if holder.ends_with('.') && !holder.trim_end_matches('.').contains('.') {
        holder.trim_end_matches('.')
    } else {
        holder
    };
    // A year at the end, as in `© Le Monde 2024`.
    let holder =
        holder.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '–' | ','));
    let letters = holder.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= 2 && holder.len() <= 120).then_some(holder)
}

fn is_abbreviation(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    // Forms of companies end a name, and with a stop behind them the sentence.
    word.len() <= 3 && !matches!(word, "Ltd" | "Inc") || matches!(word, "Corp" | "Bros" | "GmbH" | "Pty")
}

/// The publication: a name on a line of its own outside the article that holds the copyright or heads the page, or that a
/// line `About …` explains.
pub(super) fn publisher(record: &Record, language: &str, facts: &[Found]) -> Option<Found> {
    let holder = facts.iter().find(|fact| fact.field == Field::CopyrightHolder);
    let text = |segment: &Segment| record.document[segment.span.range()].trim();
    let found = |text: &str, span, confidence| Some(Found::visible(Field::Publisher, text, span, confidence));
    if let Some(holder) = holder.map(|holder| &holder.value) {
        let is_outside = |segment: &&Segment| {
            matches!(segment.kind, Kind::SiteHeader | Kind::SiteFooter | Kind::Other | Kind::Navigation)
        };
        let lines = record.segments.iter().filter(is_outside).map(|segment| (text(segment), segment.span));
        let lines: Vec<(&str, Span)> = lines.filter(|(text, _)| (2..=60).contains(&text.len())).collect();
        // The holder's own name, or one that shares its first word (`Stratfor Enterprises, LLC`, `Stratfor Worldview`).
        let first = |text| str::split_whitespace(text).find(|word| word.chars().count() > 3);
        let same = lines.iter().find(|(text, _)| text.split_whitespace().eq(holder.split_whitespace()));
        let own = first(holder).map(str::to_lowercase);
        let same_word = |word: &str, own: &str| {
            // Most words differ in their first letter.
            let differ =
                word.bytes().zip(own.bytes()).next().is_some_and(|(a, b)| a.is_ascii() && a.to_ascii_lowercase() != b);
            !differ && word.to_lowercase() == own
        };
        let kin = || {
            let own = own.as_deref()?;
            let is_few = |text: &str| text.split_whitespace().take(5).count() <= 4;
            lines.iter().find(|(text, _)| first(text).is_some_and(|word| same_word(word, own)) && is_few(text))
        };
        if let Some(&(name, span)) = same.or_else(kin) {
            return found(name, span, 0.85);
        }
    }
    let header = record.segments.iter().find(|segment| segment.kind == Kind::SiteHeader);
    if let Some(header) = header.filter(|header| header.confidence >= 0.65) {
        // The running head of a page of print names the issue and the page beside it, a wide gap away.
        let mut names = text(header).split(['\t', '|']).flat_map(|part| part.split("  ")).map(str::trim);
        if let Some(name) = names.find(|name| !name.is_empty() && !name.contains(char::is_numeric)) {
            let start = header.span.start as usize
                + (name.as_ptr() as usize - record.document[header.span.range()].as_ptr() as usize);
            return found(name, Span::new(start, start + name.len()), 0.6);
        }
    }
    let about = record.segments.iter().filter(|segment| segment.kind == Kind::AuthorBio).find_map(|segment| {
        let line = &record.document[segment.span.range()];
        let name = organisation(line.split(':').next()?, language)?;
        let start = segment.span.start as usize + (name.as_ptr() as usize - line.as_ptr() as usize);
        Some((name.to_owned(), Span::new(start, start + name.len())))
    });
    if let Some((name, span)) = about.filter(|(name, _)| name.len() <= 80) {
        return found(&name, span, 0.75);
    }
    // A holder that is no company and no agency is the publication's name.
    let holder = holder.filter(|holder| {
        !agencies::is(&holder.value)
            && !COMPANIES.iter().any(|form| holder.value.contains(form))
            && holder.value.split_whitespace().count() <= 5
    })?;
    found(&holder.value, holder.span, 0.55)
}

/// Whom a label such as `About X` speaks of, without an article.
pub(crate) fn organisation<'t>(label: &'t str, language: &str) -> Option<&'t str> {
    let words = crate::vocabulary::of(language)?.section("about");
    let name = words.iter().filter_map(|word| behind(label, word)).min_by_key(|name| name.len())?.trim();
    // `Sobre a Sargália`: the article is not part of the name.
    let is_article = |word: &str| word.chars().count() <= 3 && !word.starts_with(char::is_uppercase);
    Some(name.split_once(char::is_whitespace).filter(|(article, _)| is_article(article)).map_or(name, |(_, name)| name))
}

/// What stands behind the words that a text begins with, in whatever capitals and with whatever blanks between them. One
/// that ends in an apostrophe is glued to the next.
fn behind<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let mut rest = text;
    for word in words.split(' ') {
        rest = rest.trim_start();
        for expected in word.chars() {
            let found = rest.chars().next()?;
            let apostrophe = expected == '\'' && found == '’';
            if !apostrophe && !found.to_lowercase().eq([expected]) {
                return None;
            }
            rest = &rest[found.len_utf8()..];
        }
    }
    (words.ends_with('\'') || rest.starts_with(char::is_whitespace)).then_some(rest)
}

/// Words by which the name of a company tells that it is one.
const COMPANIES: &[&str] = &[
    "LLC",
    "Ltd",
    "GmbH",
    "Inc",
    "S.A.",
    "S.L.",
    "AG",
    "plc",
    "PLC",
    "SAS",
    "B.V.",
    "Corp",
    "Group",
    "Media",
    "Enterprises",
];
