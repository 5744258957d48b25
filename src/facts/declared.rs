//! Facts from what a page says of itself for programs: its statements brought to values.

use super::dates::{self, DateHints};
use super::structured::{Statement, Structured, letters};
use super::{Context, Found, agencies, identifiers, names, rights, roles, titles};
use crate::address::{Base, begins_address};
use crate::model::{Field, Origin, Span};

/// The statements of a page as facts, in the order in which the page makes them. `sites` are the site's names and `headings`
/// what the page's headings say, as [`letters`]; the subjects up to `subjects` are taken.
pub(super) fn facts(context: &Context<'_>, sites: &[String], headings: &[String], subjects: u32) -> Vec<Found> {
    let Context { language, base, structured, .. } = *context;
    let statements = &structured.statements;
    let titles = statements.iter().filter(|one| one.field == Field::Title).map(|one| letters(&one.text)).collect();
    let mut declared = Declared { language, base, headings, sites, titles, facts: Vec::new(), subjects };
    let mut at = 0;
    while let Some(first) = statements.get(at) {
        // What is said of one person or picture stands together.
        let of_one = |one: &&Statement| first.subject > 0 && one.subject == first.subject;
        let count = statements[at..].iter().take_while(of_one).count().max(1);
        declared.take(&statements[at..at + count]);
        at += count;
    }
    declared.dated_address(context);
    declared.facts
}

struct Declared<'a> {
    language: &'a str,
    base: Option<&'a Base>,
    headings: &'a [String],
    /// What the site calls itself, as [`letters`].
    sites: &'a [String],
    /// All titles, as [`letters`].
    titles: Vec<String>,
    facts: Vec<Found>,
    subjects: u32,
}

impl Declared<'_> {
    fn take(&mut self, group: &[Statement]) {
        let first = &group[0];
        match first.field {
            Field::AuthorName => self.authors(group),
            Field::ImageUrl => {
                self.subjects += 1;
                for one in group {
                    let value = if one.field == Field::ImageUrl { self.absolute(&one.text) } else { one.text.clone() };
                    self.push(one, self.subjects, value);
                }
            }
            Field::Title | Field::AlternativeTitle => {
                let title = titles::headline(&first.text, self.sites, self.headings, &self.titles).to_owned();
                self.push(first, 0, title);
            }
            Field::DatePublished | Field::DateModified | Field::DateCreated | Field::DateEmbargoed => self.date(first),
            Field::Keywords => {
                let parts = first.text.split([',', ';', '、', '，']).map(str::trim).filter(|part| !part.is_empty());
                for part in parts.filter(|part| part.len() <= 120).take(MOST_KEYWORDS) {
                    let Statement { field, source, origin, confidence, set, .. } = *first;
                    let fact = Found::with_value(field, part, part.to_owned(), Span::NONE, confidence);
                    self.facts.push(Found { source, origin, set, ..fact });
                }
            }
            Field::CanonicalUrl => {
                let value = self.absolute(&first.text);
                self.push(first, 0, value);
            }
            Field::License => {
                let named = identifiers::creative_commons(&first.text);
                self.push(first, 0, named.unwrap_or_else(|| self.absolute(&first.text)));
            }
            Field::Identifier => {
                let labels = ["", "doi:", "ISSN "].into_iter();
                let known = labels.filter_map(|label| identifiers::find(&format!("{label}{}", first.text))).next();
                self.push(first, 0, known.map_or_else(|| first.text.clone(), |known| known.value));
            }
            Field::IsAccessibleForFree => {
                if let Some(free) = is_free(&first.text) {
                    self.push(first, 0, free.to_string());
                }
            }
            Field::ReadingTime => {
                if let Some(minutes) = minutes(&first.text) {
                    self.push(first, 0, format!("PT{minutes}M"));
                }
            }
            Field::WordCount => {
                let digits: String = first.text.chars().filter(char::is_ascii_digit).collect();
                if !digits.is_empty() && digits.len() <= 7 {
                    self.push(first, 0, digits);
                }
            }
            Field::Language => {
                if let Some(tag) = language_tag(&first.text) {
                    self.push(first, 0, tag);
                }
            }
            Field::CopyrightHolder | Field::CopyrightNotice => self.copyright(first),
            Field::Publisher | Field::IsPartOf if begins_address(&first.text) => {}
            _ => self.push(first, 0, first.text.clone()),
        }
    }

    fn push(&mut self, statement: &Statement, subject: u32, value: String) {
        if value.is_empty() {
            return;
        }
        let Statement { field, source, origin, confidence, set, .. } = *statement;
        let fact = Found::with_value(field, &statement.text, value, Span::NONE, confidence);
        self.facts.push(Found { subject, source, origin, set, ..fact });
    }

    fn absolute(&self, address: &str) -> String {
        self.base.map_or_else(|| address.to_owned(), |base| base.resolve(address))
    }

    /// The people or organisation that a group of statements is of; one name can stand for several.
    fn authors(&mut self, group: &[Statement]) {
        let first = &group[0];
        let text = first.text.trim();
        if begins_address(text) || text.contains('@') || text.len() > 400 {
            return;
        }
        let is_organization = group.iter().any(|one| one.field == Field::AuthorType && one.text == "Organization");
        let names = if is_organization { vec![text.to_owned()] } else { self.names(text, first.origin) };
        let alone = names.len() == 1;
        for name in names {
            self.subjects += 1;
            let named = Statement { text: name.clone(), ..first.clone() };
            let is_site = self.sites.contains(&letters(&name));
            let confidence = if is_site || is_organization { first.confidence - 0.3 } else { first.confidence };
            self.push(&Statement { confidence, ..named }, self.subjects, names::in_ordinary_capitals(&name));
            for one in group[1..].iter().filter(|_| alone) {
                let value = if one.field == Field::AuthorUrl { self.absolute(&one.text) } else { one.text.clone() };
                self.push(one, self.subjects, value);
            }
        }
    }

    /// The names in a text.
    fn names(&self, text: &str, origin: Origin) -> Vec<String> {
        if matches!(origin, Origin::Highwire | Origin::DublinCore)
            && let Some(names) = family_first(text, origin == Origin::Highwire)
        {
            return names;
        }
        // A mark behind a name leads to a note on it.
        let text = names::without_label(text, self.language).trim_end_matches(['*', '†', '‡']);
        // Who has reviewed or changed it says so, and templates that are not filled have the form of code.
        let is_other = names::names_another(text, self.language) || names::is_label(text, self.language);
        let is_code = !text.contains(' ') && (text.matches('.').count() > 1 || text.contains(['/', '{', '_', '=']));
        if is_other || is_code {
            return Vec::new();
        }
        let Some(parts) = names::parse(text, self.language) else {
            // One that is written as no name is, such as a pen name, is taken as it stands.
            let is_junk = names::is_staff(text, self.language)
                || text.chars().count() > 60
                || !text.contains(char::is_alphabetic);
            return if is_junk { Vec::new() } else { vec![text.to_owned()] };
        };
        let named = parts.into_iter().filter(|part| part.is_name).map(|part| text[part.range].to_owned());
        named.filter(|name| !names::is_staff(name, self.language) && !agencies::is(name)).collect()
    }

    fn date(&mut self, statement: &Statement) {
        if let Some(moment) = dates::of_epoch(&statement.text) {
            return self.push(statement, 0, moment);
        }
        let found = dates::scan(&statement.text, &DateHints { language: self.language, reference_date: None });
        if let Some(date) = found.into_iter().next() {
            let confidence = statement.confidence - if date.ambiguous { 0.2 } else { 0.0 };
            self.push(&Statement { confidence, ..statement.clone() }, 0, date.value);
        }
    }

    /// The day that the page's address names, as news and blogs have it: `/2024/05/03/`, `/2024-05-03-`.
    fn dated_address(&mut self, context: &Context<'_>) {
        let canonical = context.structured.statements.iter().filter(|one| one.field == Field::CanonicalUrl);
        let given = context.reader.url.iter().map(|url| (&**url, Span::NONE));
        let addresses = given.chain(canonical.map(|one| (&*one.text, one.source)));
        for (address, source) in addresses {
            let Some((text, value)) = day_in(address) else { continue };
            self.facts.push(Found {
                source,
                origin: Origin::Address,
                ..Found::with_value(Field::DatePublished, text, value, Span::NONE, 0.7)
            });
            return;
        }
    }

    fn copyright(&mut self, statement: &Statement) {
        let found = rights::copyright(&statement.text, self.language, Span::NONE);
        let has_holder = found.iter().any(|fact| fact.field == Field::CopyrightHolder);
        if statement.field == Field::CopyrightHolder && !has_holder {
            let name = statement.text.trim_matches(|c: char| !c.is_alphabetic() && !matches!(c, '.' | ')'));
            return self.push(statement, 0, name.to_owned());
        }
        for fact in found {
            let one = Statement { field: fact.field, text: fact.text, ..statement.clone() };
            self.push(&one, 0, fact.value);
        }
    }
}

/// Names of the site that are told.
const MOST_SITES: usize = 32;

/// Topics that are read of one list.
const MOST_KEYWORDS: usize = 64;

/// What is said to publish the page, as [`letters`].
pub(super) fn publishers(structured: &Structured) -> Vec<String> {
    let named = structured.statements.iter().filter(|one| one.field == Field::Publisher).map(|one| letters(&one.text));
    named.filter(|name| !name.is_empty()).take(MOST_SITES).collect()
}

/// What the site calls itself, as [`letters`]: its publishers and its hosts.
pub(super) fn sites(structured: &Structured, base: Option<&Base>) -> Vec<String> {
    let mut sites = publishers(structured);
    for host in structured.hosts(base) {
        // `paper.example.org` is `paper`, as few names are shorter than the ends of addresses.
        sites.extend([letters(host), letters(host.split('.').next().unwrap_or_default())]);
    }
    sites.truncate(MOST_SITES);
    // Addresses write in one what names write apart.
    let joined: Vec<String> =
        sites.iter().filter(|site| site.contains(' ')).map(|site| site.replace(' ', "")).collect();
    sites.extend(joined);
    sites.retain(|site| !site.is_empty());
    sites.sort_unstable();
    sites.dedup();
    sites
}

/// The people of a list in which each family name stands first, `Roe, Jane; Can, Ali`; where others may write so, too, one of
/// several words is none.
fn family_first(text: &str, is_usual: bool) -> Option<Vec<String>> {
    let people = text.split(';').map(str::trim).filter(|person| !person.is_empty());
    people
        .map(|person| {
            let (family, given) = person.split_once(", ")?;
            let is_name =
                !given.contains(',') && (is_usual || !family.contains(' ') && !roles::is_credential(given, false));
            is_name.then(|| format!("{given} {family}"))
        })
        .collect()
}

/// The first day in the path of an address, as written and as ISO 8601.
fn day_in(address: &str) -> Option<(&str, String)> {
    let path = address.split(['?', '#']).next()?;
    let bytes = path.as_bytes();
    let digit = |at: usize| bytes.get(at).filter(|byte| byte.is_ascii_digit()).map(|byte| u32::from(byte - b'0'));
    let number = |at: usize, count: usize| (at..at + count).try_fold(0, |sum, at| Some(sum * 10 + digit(at)?));
    let apart = |at: usize| digit(at).is_none();
    (0..bytes.len()).find_map(|at| {
        if !matches!(bytes[at], b'/' | b'-' | b'_') || number(at + 1, 4).is_none() {
            return None;
        }
        let start = at + 1;
        let sign = bytes.get(start + 4).copied()?;
        let (month, day, end) = if matches!(sign, b'/' | b'-' | b'_') && bytes.get(start + 7) == Some(&sign) {
            (number(start + 5, 2)?, number(start + 8, 2)?, start + 10)
        } else {
            (number(start + 4, 2)?, number(start + 6, 2)?, start + 8)
        };
        let year = number(start, 4)?;
        let value = format!("{year:04}-{month:02}-{day:02}");
        ((1990..=2100).contains(&year) && apart(end) && dates::is_day(&value)).then(|| (&path[start..end], value))
    })
}

/// `true`, `free`, `https://schema.org/False`, `locked`; nothing of `metered`, which is free for some.
fn is_free(text: &str) -> Option<bool> {
    let word = text.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    match word.as_str() {
        "true" | "yes" | "1" | "free" => Some(true),
        "false" | "no" | "0" | "locked" | "premium" | "paid" => Some(false),
        _ => None,
    }
}

/// The minutes of `PT5M`, `PT1H5M`, `P0Y0M0DT0H4M30S` or `5 minutes`.
fn minutes(text: &str) -> Option<u32> {
    let found = match text.strip_prefix('P').and_then(|rest| rest.split_once('T')) {
        Some((_, time)) => {
            let (mut minutes, mut number) = (0_u32, 0_u32);
            for c in time.chars() {
                match (c.to_digit(10), c) {
                    (Some(digit), _) => number = number.saturating_mul(10).saturating_add(digit),
                    (_, 'H') => minutes = minutes.saturating_add(std::mem::take(&mut number).saturating_mul(60)),
                    (_, 'M') => minutes = minutes.saturating_add(std::mem::take(&mut number)),
                    // Begun minutes count.
                    (_, 'S') => minutes = minutes.saturating_add(std::mem::take(&mut number).div_ceil(60)),
                    _ => number = 0,
                }
            }
            minutes
        }
        None => {
            let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
            digits[..digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len())].parse().ok()?
        }
    };
    (1..=600).contains(&found).then_some(found)
}

/// A BCP 47 tag in its usual form: `en-US` of `en_us`.
pub(super) fn language_tag(text: &str) -> Option<String> {
    let mut parts = text.split(['-', '_']);
    let language =
        parts.next().filter(|part| matches!(part.len(), 2 | 3) && part.bytes().all(|b| b.is_ascii_alphabetic()))?;
    let mut tag = language.to_ascii_lowercase();
    for part in parts.take(3) {
        if !(2..=8).contains(&part.len()) || !part.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_ascii_uppercase()),
            4 => tag.push_str(&format!("{}{}", part[..1].to_ascii_uppercase(), part[1..].to_ascii_lowercase())),
            _ => tag.push_str(&part.to_ascii_lowercase()),
        }
    }
    Some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_addresses() {
        for (address, expected) in [
            ("https://paper.example/2024/05/03/tides", "2024-05-03"),
            ("https://paper.example/news/2024-05-03-tides.html", "2024-05-03"),
            ("https://paper.example/20240503/tides", "2024-05-03"),
        ] {
            assert_eq!(day_in(address).map(|(_, day)| day).as_deref(), Some(expected), "{address}");
        }
        for address in [
            "https://paper.example/2024/tides",
            "https://paper.example/a-202405031",
            "",
            "/2024/13/40/",
            "/2024/02/30/",
            "x?d=/2024/05/03",
        ] {
            assert_eq!(day_in(address), None, "{address}");
        }
    }

    #[test]
    fn durations() {
        for (text, expected) in
            [("PT5M", 5), ("PT1H5M", 65), ("P0Y0M0DT0H4M30S", 5), ("7 minutes", 7), ("ca. 3 Min.", 3)]
        {
            assert_eq!(minutes(text), Some(expected), "{text}");
        }
        for text in ["PT0M", "", "soon", "PT99999999999H"] {
            assert_eq!(minutes(text), None, "{text}");
        }
    }

    #[test]
    fn tags_of_languages() {
        for (text, expected) in [("en_US", "en-US"), ("de", "de"), ("zh-hant-tw", "zh-Hant-TW")] {
            assert_eq!(language_tag(text).as_deref(), Some(expected));
        }
        for text in ["English", "", "e", "en-", "en us"] {
            assert_eq!(language_tag(text), None, "{text}");
        }
    }
}
