//! Where a piece comes from and whose it is: agencies, datelines, copyright, publisher.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::Found;
use super::dates::{self, DateHints};
use crate::article::Record;
use crate::model::{Field, Kind, Segment, Span};

/// News agencies, as they sign.
const AGENCIES: &[&str] = &[
    "Reuters",
    "REUTERS",
    "AP",
    "Associated Press",
    "The Associated Press",
    "AFP",
    "UPI",
    "dpa",
    "DPA",
    "dpa-AFX",
    "epd",
    "KNA",
    "APA",
    "sda",
    "SDA",
    "Keystone-SDA",
    "EFE",
    "Europa Press",
    "ANSA",
    "Adnkronos",
    "AGI",
    "Lusa",
    "LUSA",
    "Agência Brasil",
    "ANP",
    "Belga",
    "TT",
    "NTB",
    "Ritzau",
    "STT",
    "PAP",
    "ČTK",
    "TASS",
    "ТАСС",
    "РИА Новости",
    "Интерфакс",
    "Interfax",
    "Xinhua",
    "新华社",
    "中新社",
    "中央社",
    "共同",
    "共同通信",
    "時事",
    "時事通信",
    "연합뉴스",
    "Yonhap",
    "Kyodo",
    "Jiji",
    "ANI",
    "PTI",
    "IANS",
    "رويترز",
    "واس",
    "وام",
    "أ ف ب",
    "د ب أ",
    "الأناضول",
    "Anadolu",
    "Anadolu Ajansı",
    "AA",
    "DHA",
    "İHA",
    "ANKA",
    "Укрінформ",
    "УНІАН",
    "Інтерфакс-Україна",
    "ΑΠΕ-ΜΠΕ",
    "ΑΠΕ",
    "ΚΥΠΕ",
    "ANTARA",
    "Antara",
    "Bernama",
    "AGERPRES",
    "Agerpres",
    "Mediafax",
    "MTI",
    "TTXVN",
    "БТА",
    "Tanjug",
    "Танјуг",
    "Hina",
    "TASR",
    "Bloomberg",
    "PA",
    "PA Media",
    "AAP",
    "CP",
    "The Canadian Press",
    "PR Newswire",
    "PRNewswire",
    "Business Wire",
    "BUSINESS WIRE",
    "GLOBE NEWSWIRE",
    "ots",
    "news aktuell",
];

static AGENCY_NAMES: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(AGENCIES).ok());

/// The first agency that a text names, as a word of its own.
pub(crate) fn agency(text: &str) -> Option<Range<usize>> {
    let at_boundary = |at: usize| {
        let (before, after) = (text[..at].chars().next_back(), text[at..].chars().next());
        !before
            .zip(after)
            .is_some_and(|(a, b)| a.is_alphanumeric() && b.is_alphanumeric() && !crate::clean::joins_lines(b))
    };
    let names = AGENCY_NAMES.as_ref()?;
    names.find_iter(text).map(|found| found.range()).find(|range| at_boundary(range.start) && at_boundary(range.end))
}

/// A wire dateline that opens a paragraph.
pub(crate) struct Dateline {
    pub(crate) place: Range<usize>,
    pub(crate) agency: Option<Range<usize>>,
    pub(crate) date: Option<(Range<usize>, String)>,
}

/// Bytes within which a dateline ends.
const LONGEST_DATELINE: usize = 120;

/// Reads `PLACE (Agency) —`, `PLACE, May 3 (Agency) -`, `PLACE –`, `【PLACE共同】`, `新华社PLACE5月3日电`.
pub(crate) fn dateline(text: &str, language: &str) -> Option<Dateline> {
    let head = &text[..(0..=text.len().min(LONGEST_DATELINE)).rev().find(|&i| text.is_char_boundary(i))?];
    east_asian(head, language).or_else(|| between_slashes(head, language)).or_else(|| {
        // The dash that ends it stands between blanks, and what is before it is a place in capitals or in brackets.
        let (dash, _) = head.char_indices().filter(|&(_, c)| matches!(c, '—' | '–' | '-')).find(|&(i, c)| {
            let blank_behind = head[i + c.len_utf8()..].starts_with(char::is_whitespace);
            let after_bracket = head[..i].trim_end().trim_end_matches('.').ends_with(')');
            after_bracket || c == '—' || blank_behind && head[..i].ends_with(char::is_whitespace)
        })?;
        let before = head[..dash].trim_end().trim_end_matches('.').trim_end();
        let before = if before.ends_with(')') { before } else { head[..dash].trim_end() };
        let lead = before.len() - before.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        let open = before.find('(');
        let agency = open.and_then(|open| agency(&before[open..]).map(|range| open + range.start..open + range.end));
        let dates = dates::scan(before, &DateHints { language, reference_date: None });
        let mut date = dates.first().map(|date| (date.range.clone(), date.value.clone()));
        // `DULUTH, Minnesota — October 7, 2025 — Kestrel Point …`: the date stands behind a dash of its own.
        if date.is_none() {
            let behind = dates::scan(head, &DateHints { language, reference_date: None });
            date = behind.first().map(|date| (date.range.clone(), date.value.clone())).filter(|(range, _)| {
                let gap = head.get(dash..range.start).unwrap_or("x");
                let follows = head[range.end..].trim_start();
                !gap.chars().any(char::is_alphanumeric) && follows.starts_with(['—', '–', '-', ')'])
            });
        }
        let unread = date.is_none() && before.bytes().any(|b| b.is_ascii_digit());
        let end =
            open.into_iter().chain(date.iter().map(|(range, _)| range.start)).chain([before.len()]).min().unwrap_or(0);
        let mut place =
            before.get(lead..end)?.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '/'));
        if unread {
            // `COMMACK, N.Y., Feb 26 -`: a day without its year dates nothing, and the place stands before it.
            let digit = place.find(|c: char| c.is_ascii_digit()).unwrap_or(place.len());
            place = place[..digit].rsplit_once(',')?.0.trim_end_matches([',', ' ']);
        }
        let capitals = place.chars().filter(|c| c.is_uppercase()).count() * 2
            > place.chars().filter(|c| c.is_alphabetic()).count();
        let words = place.split_whitespace().count();
        let begins_well = place.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        let bracketed = open.is_some_and(|open| before.ends_with(')') && before.len() - open <= 40);
        let sure = agency.is_some() || date.is_some() || capitals && words <= 4 || bracketed && words <= 3;
        let from = lead;
        (sure && begins_well && (1..=6).contains(&words) && !place.contains(['?', '!', ':', '"', '“']))
            .then(|| Dateline { place: from..from + place.len(), agency, date })
    })
}

/// `НОВОСИБИРСК, 3 мая. /ТАСС/.`
fn between_slashes(head: &str, language: &str) -> Option<Dateline> {
    let open = head.find('/')?;
    let close = open + 1 + head[open + 1..].find('/')?;
    let found = agency(&head[open + 1..close]).filter(|range| range.len() == close - open - 1)?;
    let end = head[..open].find([',', '.']).unwrap_or(open);
    let place = head[..end].trim();
    let dates = dates::scan(&head[..open], &DateHints { language, reference_date: None });
    let date = dates.first().map(|date| (date.range.clone(), date.value.clone()));
    (!place.is_empty() && place.split_whitespace().count() <= 4 && head.starts_with(place)).then(|| Dateline {
        place: 0..place.len(),
        agency: Some(open + 1 + found.start..open + 1 + found.end),
        date,
    })
}

/// `新华社武汉5月3日电`, `【ロンドン共同】`.
fn east_asian(head: &str, language: &str) -> Option<Dateline> {
    if !matches!(language, "zh" | "ja") {
        return None;
    }
    if let Some(inner) = head.strip_prefix('【') {
        let inner = &inner[..inner.find('】')?];
        let start = '【'.len_utf8();
        let found = agency(inner)?;
        let place = inner[..found.start].trim_end_matches(['=', '＝', ' ', '・']);
        return (!place.is_empty() && place.len() <= 48).then(|| Dateline {
            place: start..start + place.len(),
            agency: Some(start + found.start..start + found.end),
            date: None,
        });
    }
    let found = agency(head).filter(|range| range.start == 0 || head[..range.start].trim().is_empty())?;
    let rest = &head[found.end..];
    let end = rest.find(|c: char| c.is_numeric() || matches!(c, '电' | '電' | '讯' | '訊'))?;
    let wired = rest[end..].find(['电', '電', '讯', '訊']).is_some_and(|i| i <= 40);
    (wired && end > 0 && end <= 48).then(|| Dateline {
        place: found.end..found.end + end,
        agency: Some(found),
        date: None,
    })
}

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
        let find = |words: &str| memchr::memmem::find(lower.as_bytes(), words.as_bytes());
        let sentences =
            crate::vocabulary::with_english(language).flat_map(|vocabulary| vocabulary.section("copyright_notice"));
        let sentences =
            sentences.map(|phrase| phrase.trim_start_matches(['=', '^'])).filter(|phrase| phrase.len() >= 8);
        let rights = sentences.filter(|phrase| !phrase.contains(['©', '0'])).filter_map(find);
        let links = ["terms", "privacy", "| "].into_iter().filter_map(find);
        end = rights.chain(links).min().unwrap_or(end);
    }
    let mut holder = rest[..end].trim_end();
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
    word.len() <= 3 || matches!(word, "Corp" | "Bros" | "GmbH" | "Pty")
}

/// The publication: a name on a line of its own outside the article that holds the copyright or heads the page, or that a
/// line `About …` explains.
pub(super) fn publisher(record: &Record, language: &str, facts: &[Found]) -> Option<Found> {
    let holder = facts.iter().find(|fact| fact.field == Field::CopyrightHolder);
    let text = |segment: &Segment| record.document[segment.span.range()].trim();
    let lines = || {
        let outside = |segment: &&Segment| {
            matches!(segment.kind, Kind::SiteHeader | Kind::SiteFooter | Kind::Other | Kind::Navigation)
                && (2..=60).contains(&text(segment).len())
        };
        record.segments.iter().filter(outside)
    };
    let found = |text: &str, span, confidence| Some(Found::visible(Field::Publisher, text, span, confidence));
    if let Some(holder) = holder.map(|holder| &holder.value) {
        // The holder's own name, or one that shares its first word (`Stratfor Enterprises, LLC`, `Stratfor Worldview`).
        let first = |text| str::split_whitespace(text).find(|word| word.chars().count() > 3);
        let same = lines().find(|line| text(line).split_whitespace().eq(holder.split_whitespace()));
        let own = first(holder).map(str::to_lowercase);
        let same_word = |word: &str, own: &str| {
            // Most words differ in their first letter.
            let differ =
                word.bytes().zip(own.bytes()).next().is_some_and(|(a, b)| a.is_ascii() && a.to_ascii_lowercase() != b);
            !differ && word.to_lowercase() == own
        };
        let kin = || {
            let few = |line: &&Segment| text(line).split_whitespace().take(5).count() <= 4;
            let own = own.as_deref()?;
            lines().filter(few).find(|line| first(text(line)).is_some_and(|word| same_word(word, own)))
        };
        if let Some(line) = same.or_else(kin) {
            return found(text(line), line.span, 0.85);
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
        let line = text(segment);
        let lower = line.to_lowercase();
        let words = crate::vocabulary::of(language)?.section("about");
        let word = words.iter().find(|word| lower.strip_prefix(**word).is_some_and(|rest| rest.starts_with(' ')))?;
        let name = line.get(word.len()..)?.trim();
        // `Sobre a Sargália`: the article is not part of the name.
        let name = name
            .split_once(' ')
            .filter(|(article, _)| article.chars().count() <= 3 && !article.starts_with(char::is_uppercase))
            .map_or(name, |(_, name)| name);
        let start = segment.span.start as usize
            + (name.as_ptr() as usize - record.document[segment.span.range()].as_ptr() as usize);
        Some((name.to_owned(), Span::new(start, start + name.len())))
    });
    if let Some((name, span)) = about.filter(|(name, _)| name.len() <= 80) {
        return found(&name, span, 0.75);
    }
    // A holder that is no company is the publication's name.
    let holder = holder.filter(|holder| {
        !COMPANIES.iter().any(|form| holder.value.contains(form)) && holder.value.split_whitespace().count() <= 5
    })?;
    found(&holder.value, holder.span, 0.55)
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

#[cfg(test)]
mod tests {
    use super::dateline;

    #[test]
    fn a_bracket_alone_is_no_place() {
        for text in ["(Reporting by Jane Roe — and more", "(a (b) — c", "( — c", "((Reuters) — c"] {
            assert!(dateline(text, "en").is_none(), "{text}");
        }
    }
}
