//! From a record to its article: what its fields say as facts, what is left as its body.

use std::collections::HashSet;
use std::ops::Range;

use super::labels::{self, Meaning};
use super::{ArchiveFormat, Record, dumps, europresse, factiva, lexisnexis, mail, newswire, nexis_uni, proquest, wet};
use crate::article::Article;
use crate::bytes;
use crate::clean::{folded, joins_lines};
use crate::error::{Error, Inner};
use crate::facts::dates::{self, DateHints};
use crate::facts::{Found, names, rights};
use crate::input::{self, Blocks, Given, Input, Source};
use crate::label::Scope;
use crate::layout;
use crate::model::{Field, Kind, Origin, Role, Span, WarningKind};

/// A field of a record.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// Its label, with the mark behind it; empty where its place in the record tells what it is.
    pub(super) label: Range<usize>,
    pub(super) value: Range<usize>,
    pub(super) meaning: Meaning,
}

impl Entry {
    /// A field that its place tells.
    pub(super) fn unlabelled(value: Range<usize>, meaning: Meaning) -> Self {
        Self { label: value.start..value.start, value, meaning }
    }

    fn whole(&self) -> Range<usize> {
        self.label.start.min(self.value.start)..self.value.end.max(self.label.end)
    }
}

/// What the form of a record says of its text. What is neither a field nor of the body is boilerplate.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    pub(super) fields: Vec<Entry>,
    seen: HashSet<Meaning>,
    /// In order.
    pub(super) body: Vec<Range<usize>>,
    pub(crate) scope: Scope,
    /// Every line that can be longer was broken by a wrapper.
    pub(super) is_wrapped: bool,
    /// Why it is not whole, in words for people.
    pub(super) damage: Option<&'static str>,
}

impl Parsed {
    /// A record whose labels tell all but its body; `is_wrapped` as in [`layout::blocks`].
    pub(super) fn labelled(is_wrapped: bool) -> Self {
        Self { scope: Scope::Body, is_wrapped, ..Self::default() }
    }

    /// A text that no form says anything of.
    fn plain(text: &str) -> Self {
        Self { body: std::iter::once(0..text.len()).collect(), ..Self::default() }
    }

    pub(super) fn add(&mut self, entry: Entry) {
        self.seen.insert(entry.meaning);
        self.fields.push(entry);
    }

    /// Whether there is a field of a meaning.
    pub(super) fn has(&self, meaning: Meaning) -> bool {
        self.seen.contains(&meaning)
    }
}

/// A line of a record that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'t> {
    pub(super) text: &'t str,
    /// Offset of the text in the record.
    pub(super) start: usize,
    /// Bytes of white space before it.
    pub(super) indent: usize,
    /// A blank line stands above, or nothing.
    pub(super) after_blank: bool,
}

impl Row<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.end()
    }
}

/// The lines of a record that are not blank.
pub(super) fn rows(text: &str) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let mut after_blank = true;
    // A carriage return before a line feed makes an empty line of its own here, which is none.
    let mut before = '\n';
    for part in text.split_inclusive(['\n', '\r']) {
        let row = part.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
        let start = row.as_ptr() as usize - text.as_ptr() as usize;
        if row.is_empty() {
            after_blank |= !(part == "\n" && before == '\r');
        } else {
            let indent = start - (part.trim_start_matches('\u{FEFF}').as_ptr() as usize - text.as_ptr() as usize);
            rows.push(Row { text: row, start, indent, after_blank });
            after_blank = false;
        }
        before = part.chars().next_back().unwrap_or('\n');
    }
    rows
}

/// The label that a line begins with, up to its colon, and where its value begins.
pub(super) fn label(text: &str) -> Option<(&str, usize)> {
    const LONGEST: usize = 48;
    let colon = memchr::memchr(b':', &text.as_bytes()[..text.len().min(LONGEST)])?;
    let label = text[..colon].trim_end();
    let value = text[colon + 1..].trim_start();
    let is_address = text[colon..].starts_with("://");
    let parted = value.len() < text.len() - colon - 1 || value.is_empty();
    let worded = label.starts_with(char::is_alphabetic) && label.split_whitespace().count() <= 6;
    (worded && parted && !is_address).then(|| (label, text.len() - value.len()))
}

/// The field that begins at a row with a label that is known, and the index behind its last row. Its value goes on over the
/// rows below, up to a blank line or another label.
pub(super) fn field(rows: &[Row<'_>], at: usize, is_label: &dyn Fn(&Row<'_>) -> bool) -> Option<(Entry, usize)> {
    let meaning = labels::meaning(label(rows.get(at)?.text)?.0);
    field_of(rows, at, meaning, is_label)
}

/// The same for a label of a meaning.
pub(super) fn field_of(
    rows: &[Row<'_>],
    at: usize,
    meaning: Option<Meaning>,
    is_label: &dyn Fn(&Row<'_>) -> bool,
) -> Option<(Entry, usize)> {
    let row = rows.get(at)?;
    let (name, value) = label(row.text)?;
    let meaning = meaning?;
    let mut end = at + 1;
    // A value may begin on the line below its label.
    let empty = value == row.text.len();
    while let Some(next) = rows.get(end)
        && !next.after_blank
        && !is_label(next)
        && !(empty && end > at + 1)
    {
        end += 1;
    }
    let value = row.start + value..rows[end - 1].end();
    Some((Entry { label: row.start..row.start + name.len(), value, meaning }, end))
}

fn parse(format: ArchiveFormat, text: &str) -> Parsed {
    match format {
        ArchiveFormat::Lexisnexis => lexisnexis::parse(text),
        ArchiveFormat::NexisUni => nexis_uni::parse(text),
        ArchiveFormat::Factiva => factiva::parse(text),
        ArchiveFormat::Proquest => proquest::parse(text),
        ArchiveFormat::Europresse => europresse::parse(text),
        ArchiveFormat::Wet => wet::parse(text),
        ArchiveFormat::Mail => mail::parse(text),
        ArchiveFormat::Dumps => dumps::parse(text),
        ArchiveFormat::Newswire => newswire::parse(text),
        ArchiveFormat::Auto => Parsed::plain(text),
    }
}

/// What the form of a text says of it, and its blocks.
fn interpret(text: &str, mut format: Option<ArchiveFormat>) -> (Given, Blocks) {
    let mut parsed = format.map_or_else(|| Parsed::plain(text), |format| parse(format, text));
    // What bears no mark of its neighbours' form is a text like any other.
    if parsed.fields.is_empty() {
        parsed = Parsed::plain(text);
        format = format.filter(|format| matches!(format, ArchiveFormat::Newswire | ArchiveFormat::Dumps));
    }
    let mut given = Given { scope: parsed.scope, ..Given::default() };
    let mut facts = Facts { text, found: Vec::new(), authors: 0, properties: FIRST_PROPERTY };
    parsed.fields.iter().for_each(|entry| facts.entry(entry));
    given.facts = facts.found;
    given.facts.extend(format.map(|format| found(Field::ArchiveFormat, "", format.name().into(), Span::NONE)));
    given.language =
        given.facts.iter().find(|fact| fact.field == Field::Language).map(|language| language.value.clone());
    given.parts = parts(text, &parsed);
    let damage = parsed.damage.map(str::to_owned).or_else(|| missing_words(text, &parsed, &given.facts));
    given.warnings.extend(damage.map(|damage| (WarningKind::TruncatedRecord, Span::NONE, damage)));
    let blocks = layout::blocks(text, &parsed.body, parsed.is_wrapped);
    (given, blocks)
}

/// What a text by itself says, which may be a message with its header, and its blocks.
pub(crate) fn alone(text: &str) -> (Given, Blocks) {
    interpret(text, mail::is_message(text).then_some(ArchiveFormat::Mail))
}

pub(super) fn read(record: &Record) -> Result<Article, Error> {
    let text = record.text.as_str();
    let reader = &*record.reader;
    let (given, blocks) = match record.format {
        None => alone(text),
        format => interpret(text, format),
    };
    let replaced = record.replaced.first().map(|&first| (Some(first as usize), record.replaced.len()));
    let source = Source {
        input: if record.of_bytes { Input::Bytes(text.as_bytes()) } else { Input::Text(text) },
        encoding: record.encoding,
        replaced,
        place: &|span| record.source.input(span),
        start: record.start,
    };
    if u64::from(record.start) + u64::from(record.length) > crate::MAX_BYTES {
        let size = u64::from(record.start) + u64::from(record.length);
        return Err(Inner::TooLarge { size, limit: crate::MAX_BYTES }.into());
    }
    Ok(input::article(reader, text.to_owned(), blocks, given, source))
}

/// Whether the body has far fewer words than the record declares.
fn missing_words(text: &str, parsed: &Parsed, facts: &[Found]) -> Option<String> {
    const FEW: usize = 25;
    let declared: usize = facts.iter().find(|fact| fact.field == Field::WordCount)?.value.parse().ok()?;
    let body = || parsed.body.iter().map(|range| &text[range.clone()]);
    // Where words are not parted by spaces, the count is one of characters.
    if body().any(|body| body.contains(joins_lines)) {
        return None;
    }
    let words: usize = body().map(|body| bytes::words(body.as_bytes())).sum();
    let missing = declared.saturating_sub(words);
    (missing > FEW && missing * 10 > declared * 3)
        .then(|| format!("the body has {words} of the {declared} words that the record declares"))
}

/// What stands beside the body: labels, values and, between them, what no field is.
fn parts(text: &str, parsed: &Parsed) -> Vec<(Span, Role, Kind)> {
    let mut parts = Vec::new();
    for entry in &parsed.fields {
        let kind = kind_of(entry.meaning);
        if kind == Kind::Metadata {
            parts.push((entry.whole(), Role::Furniture, kind));
        } else {
            let label = entry.label.start..entry.value.start.max(entry.label.start);
            let label = label.start..label.start + text[label.clone()].trim_end().len();
            parts.push((label, Role::Furniture, Kind::Metadata));
            parts.push((entry.value.clone(), Role::Furniture, kind));
        }
    }
    // A field that is told from within another is a fact alone.
    parts.sort_by_key(|(range, ..): &(Range<usize>, Role, Kind)| (range.start, std::cmp::Reverse(range.end)));
    let mut reached = 0;
    parts.retain(|(range, ..)| {
        let apart = range.start >= reached;
        reached = reached.max(range.end);
        apart
    });
    let mut known: Vec<Range<usize>> =
        parts.iter().map(|(range, ..)| range.clone()).chain(parsed.body.iter().cloned()).collect();
    known.sort_by_key(|range| (range.start, range.end));
    known.push(text.len()..text.len());
    let mut at = 0;
    for range in known {
        if let Some(gap) = text.get(at..range.start) {
            let mut paragraph: Option<Range<usize>> = None;
            for row in rows(gap) {
                let range = at + row.start..at + row.end();
                match &mut paragraph {
                    Some(above) if !row.after_blank => above.end = range.end,
                    above => parts.extend(above.replace(range).map(|range| rest(text, range))),
                }
            }
            parts.extend(paragraph.map(|range| rest(text, range)));
        }
        at = at.max(range.end);
    }
    let mut parts: Vec<(Span, Role, Kind)> = parts
        .into_iter()
        .filter(|(range, ..)| text[range.clone()].chars().any(crate::assemble::is_visible))
        .map(|(range, role, kind)| (Span::new(range.start, range.end), role, kind))
        .collect();
    parts.sort_by_key(|(span, ..)| span.start);
    parts
}

fn rest(text: &str, range: Range<usize>) -> (Range<usize>, Role, Kind) {
    let says = text[range.clone()].chars().any(char::is_alphanumeric);
    if says { (range, Role::Boilerplate, Kind::Other) } else { (range, Role::Furniture, Kind::Layout) }
}

fn kind_of(meaning: Meaning) -> Kind {
    match meaning {
        Meaning::Title => Kind::Title,
        Meaning::Kicker => Kind::Kicker,
        Meaning::Byline => Kind::Byline,
        Meaning::Published | Meaning::Time | Meaning::Modified => Kind::Timestamp,
        Meaning::Dateline => Kind::Dateline,
        Meaning::Description => Kind::Dek,
        Meaning::Keywords => Kind::Tags,
        Meaning::Copyright => Kind::CopyrightNotice,
        Meaning::Caption => Kind::Caption,
        Meaning::Credit => Kind::Credit,
        Meaning::Correction => Kind::Correction,
        Meaning::Note => Kind::EditorsNote,
        Meaning::Agency => Kind::AgencyCredit,
        _ => Kind::Metadata,
    }
}

/// Subjects of properties are numbered apart from those of authors.
const FIRST_PROPERTY: u32 = 1000;

fn found(field: Field, text: &str, value: String, span: Span) -> Found {
    Found { origin: Origin::Archive, ..Found::with_value(field, text, value, span, 0.95) }
}

/// The facts that the fields of a record state.
struct Facts<'t> {
    text: &'t str,
    found: Vec<Found>,
    authors: u32,
    properties: u32,
}

impl Facts<'_> {
    fn entry(&mut self, entry: &Entry) {
        let value = &self.text[entry.value.clone()];
        let range = {
            let start = entry.value.start + (value.len() - value.trim_start().len());
            start..start + value.trim().len()
        };
        if range.is_empty() {
            return;
        }
        match entry.meaning {
            Meaning::Title => self.fact(Field::Title, range),
            Meaning::Kicker => self.fact(Field::Kicker, range),
            Meaning::Byline => self.byline(range),
            Meaning::Section => self.section(range),
            Meaning::Publisher => self.fact(Field::Publisher, range),
            Meaning::Published => self.date(Field::DatePublished, entry, range),
            Meaning::Modified => self.date(Field::DateModified, entry, range),
            Meaning::Time => self.time(entry, range),
            Meaning::Words => self.words(entry, range),
            Meaning::Pages => self.fact(Field::Pagination, range),
            Meaning::Edition => self.fact(Field::PrintEdition, range),
            Meaning::Language => match labels::language_tag(&self.text[range.clone()]) {
                Some(tag) => self.valued(Field::Language, range, tag.into()),
                None => self.property(entry, range),
            },
            Meaning::Keywords => self.keywords(range),
            Meaning::Identifier => self.fact(Field::Identifier, range),
            Meaning::Copyright => {
                let span = Span::new(range.start, range.end);
                let given = |fact| Found { origin: Origin::Archive, ..fact };
                let text = folded(&self.text[range]).into_owned();
                self.found.extend(rights::copyright(&text, "", span).into_iter().map(given));
            }
            Meaning::Url => self.fact(Field::Url, range),
            Meaning::Dateline => self.dateline(range),
            Meaning::Description => self.fact(Field::Description, range),
            Meaning::Genre => self.fact(Field::Genre, range),
            Meaning::Caption => self.fact(Field::ImageCaption, range),
            Meaning::Credit => self.fact(Field::ImageCredit, range),
            Meaning::Correction => self.fact(Field::Correction, range),
            Meaning::Agency => self.fact(Field::Agency, range),
            Meaning::License => self.fact(Field::License, range),
            Meaning::Note | Meaning::Property => self.property(entry, range),
            Meaning::Body | Meaning::Mark => {}
        }
    }

    fn fact(&mut self, field: Field, range: Range<usize>) {
        let value = folded(&self.text[range.clone()]).into_owned();
        self.valued(field, range, value);
    }

    fn valued(&mut self, field: Field, range: Range<usize>, value: String) {
        let span = Span::new(range.start, range.end);
        self.found.push(found(field, &self.text[range], value, span));
    }

    /// What no field of ours is for: its label and what it says.
    fn property(&mut self, entry: &Entry, range: Range<usize>) {
        self.properties += 1;
        let first = self.found.len();
        if !entry.label.is_empty() {
            self.fact(Field::PropertyName, entry.label.clone());
        }
        self.fact(Field::PropertyValue, range);
        self.found[first..].iter_mut().for_each(|fact| fact.subject = self.properties);
    }

    fn byline(&mut self, range: Range<usize>) {
        self.fact(Field::Byline, range.clone());
        for (part, name) in authors(&self.text[range.clone()]) {
            let part = range.start + part.start..range.start + part.end;
            self.authors += 1;
            self.valued(Field::AuthorName, part, name);
            self.found.iter_mut().next_back().into_iter().for_each(|fact| fact.subject = self.authors);
        }
    }

    /// `Section A; Column 0; National Desk; Pg. 1`: the page is a fact of its own.
    fn section(&mut self, range: Range<usize>) {
        const PAGE: &[&str] = &["pg.", "pg", "page", "p.", "s.", "seite", "pág.", "pag.", "pagina", "página", "blz."];
        let text = &self.text[range.clone()];
        let mut end = text.len();
        for at in [text.rfind(';'), text.rfind(',')].into_iter().flatten().filter(|&at| at < text.len()) {
            let last = text[at + 1..].trim();
            let word = last.split_whitespace().next().unwrap_or_default().to_lowercase();
            let number = last.split_whitespace().nth(1).is_some_and(|word| word.chars().any(char::is_numeric));
            if number && PAGE.contains(&word.as_str()) {
                end = text[..at].trim_end().len();
                let start = range.start + text.len() - last.len();
                let value = last.split_whitespace().skip(1).collect::<Vec<_>>().join(" ");
                self.valued(Field::Pagination, start..start + last.len(), value);
                break;
            }
        }
        self.fact(Field::ArticleSection, range.start..range.start + end);
    }

    fn date(&mut self, field: Field, entry: &Entry, range: Range<usize>) {
        let text = &self.text[range.clone()];
        let dates = dates::scan(text, &DateHints::default());
        let Some(date) = dates.first() else { return self.property(entry, range) };
        let part = range.start + date.range.start..range.start + date.range.end;
        self.valued(field, part, date.value.clone());
    }

    /// A time on a line of its own belongs to the date above.
    fn time(&mut self, entry: &Entry, range: Range<usize>) {
        let text = &self.text[range.clone()];
        let date = self.found.iter_mut().find(|fact| fact.field == Field::DatePublished);
        let value = date.and_then(|date| Some((dates::scan_time(text)?.on(&date.value)?, date)));
        match value {
            Some((value, date)) if !date.value.contains('T') => date.value = value,
            _ => self.property(entry, range),
        }
    }

    fn words(&mut self, entry: &Entry, range: Range<usize>) {
        let text = &self.text[range.clone()];
        let number = text.find(char::is_alphabetic).map_or(text, |end| &text[..end]);
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        if digits.is_empty() || digits.len() > 7 {
            return self.property(entry, range);
        }
        self.valued(Field::WordCount, range, digits.trim_start_matches('0').to_owned());
    }

    /// Topics, each without the weight that it may have in brackets: `Floods (93%); Rivers (88%)`.
    fn keywords(&mut self, range: Range<usize>) {
        let text = &self.text[range.clone()];
        let mark = if text.contains(';') {
            ';'
        } else if text.contains('|') {
            '|'
        } else {
            ','
        };
        for part in text.split(mark) {
            let topic = part.trim();
            let name = match topic.rsplit_once('(') {
                Some((name, weight)) if weight.ends_with("%)") => name.trim_end(),
                _ => topic,
            };
            if !name.is_empty() {
                let start = range.start + (name.as_ptr() as usize - text.as_ptr() as usize);
                self.fact(Field::Keywords, start..start + name.len());
            }
        }
    }

    /// `WASHINGTON, Jan. 10`.
    fn dateline(&mut self, range: Range<usize>) {
        let text = &self.text[range.clone()];
        let date = dates::scan(text, &DateHints::default()).into_iter().next();
        let place = &text[..date.as_ref().map_or(text.len(), |date| date.range.start)];
        let digit = place.find(|c: char| c.is_ascii_digit()).map(|digit| &place[..digit]);
        // A day without its year dates nothing: the place stands before the month.
        let place = match (digit, &date) {
            (Some(before), None) => before.rsplit_once(',').map_or(before, |(place, _)| place),
            _ => place,
        };
        let place = place.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | '-' | '–'));
        let place =
            if text[place.len()..].starts_with('.') && place.contains('.') { &text[..=place.len()] } else { place };
        if !place.is_empty() {
            self.fact(Field::DatelinePlace, range.start..range.start + place.len());
        }
        if let Some(date) = date {
            let part = range.start + date.range.start..range.start + date.range.end;
            self.valued(Field::DatelineDate, part, date.value);
        }
    }
}

/// The names in a byline, each with its range: `By JANE ROE and Ali Can; Staff Writers`, `Roe, Jane; Can, Ali`,
/// `Jane Roe <jane@example.org>`.
fn authors(text: &str) -> Vec<(Range<usize>, String)> {
    const BY: &[&str] =
        &["by", "par", "von", "por", "di", "de", "da", "door", "af", "av", "text:", "propos recueillis par"];
    const ELSE: &[&str] = &["compiled", "contributed", "edited by", "photographs by", "mit ", "avec "];
    /// More are no byline.
    const MOST: usize = 64;
    let offset = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    let mut names = Vec::new();
    for part in text.split([';', '\n', '<', '|']).take(MOST) {
        let mut part = part.trim().trim_end_matches(['.', ',']).trim_start_matches('*').trim_matches(['"', '“', '”']);
        let lower = part.to_lowercase();
        if lower.len() == part.len()
            && let Some(by) = BY.iter().find(|by| lower.strip_prefix(**by).is_some_and(|rest| rest.starts_with(' ')))
        {
            part = part.get(by.len()..).unwrap_or(part).trim_start();
        }
        // `jane@example.org (Jane Roe)`.
        if let Some((address, name)) = part.split_once('(')
            && address.contains('@')
        {
            part = name.trim_end_matches(')').trim();
        }
        if part.is_empty() || part.contains('@') || ELSE.iter().any(|word| lower.contains(word)) {
            continue;
        }
        let mut push = |name: &str, value: String| {
            let start = offset(name);
            if !names.iter().any(|(_, known)| *known == value) {
                names.push((start..start + name.len(), value));
            }
        };
        if let Some((last, first)) = inverted(part) {
            push(part, names::in_ordinary_capitals(&format!("{first} {last}")));
            continue;
        }
        let people = names::without_place(part);
        let parsed = people_of(people);
        let mut any = false;
        for name in parsed.iter().filter(|part| part.is_name) {
            // Behind the first name stand papers and places as well as names: a name has two words.
            let name = before_job(&people[name.range.clone()]);
            if name.contains(char::is_whitespace) || !any && parsed.len() == 1 && !name.is_empty() {
                push(name, names::in_ordinary_capitals(&folded(name)));
                any = true;
            }
        }
        // Places stand behind the names: `Jane Roe in Paris and Ali Can in London`.
        if !any {
            for person in [" and ", " AND ", " und ", " et ", " y ", " & "]
                .iter()
                .fold(vec![people], |all, and| all.into_iter().flat_map(|text| text.split(*and)).collect())
            {
                let name = person.split([',', '(']).next().unwrap_or_default();
                let name = [" in ", " IN ", " at ", " à ", " en ", " aus "]
                    .iter()
                    .fold(name, |name, word| name.split_once(*word).map_or(name, |(name, _)| name));
                let name = before_job(name.trim());
                if names::is_name(name) && name.contains(char::is_whitespace) {
                    push(name, names::in_ordinary_capitals(&folded(name)));
                }
            }
        }
    }
    names
}

/// Languages of the bylines that archives hold, for their words for "and".
const LANGUAGES: &[&str] = &["en", "de", "fr", "es", "it", "pt", "nl", "sv", "no", "pl"];

/// The parts of a byline in the language that finds most names in it, as their words for "and" differ.
fn people_of(text: &str) -> Vec<names::Part> {
    let parsed = LANGUAGES.iter().filter_map(|language| names::parse(text, language));
    let count = |parts: &Vec<names::Part>| {
        parts.iter().filter(|part| part.is_name && text[part.range.clone()].contains(char::is_whitespace)).count()
    };
    // Of equals the first, which is the same in every run.
    parsed.fold(Vec::new(), |best, parts| if best.is_empty() || count(&parts) > count(&best) { parts } else { best })
}

/// Words that names of papers, agencies and jobs have, and those of people do not.
fn is_of_job(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "the",
        "press",
        "times",
        "post",
        "news",
        "tribune",
        "herald",
        "gazette",
        "journal",
        "staff",
        "writer",
        "writers",
        "correspondent",
        "editor",
        "reporter",
        "bureau",
        "service",
        "agency",
        "agence",
        "zeitung",
        "special",
        "sun",
        "star",
        "globe",
        "mail",
        "chronicle",
        "associated",
        "political",
        "sports",
        "business",
        "economics",
        "science",
        "health",
        "chief",
        "senior",
        "deputy",
        "assistant",
        "contributing",
        "columnist",
        "redaktion",
        "korrespondent",
    ];
    WORDS.contains(&word.to_lowercase().as_str())
}

fn is_organisation(name: &str) -> bool {
    name.split_whitespace().any(is_of_job)
}

/// A name without the job behind it: `JOHN SMITH POLITICAL CORRESPONDENT`. Empty where there is nothing else.
fn before_job(name: &str) -> &str {
    let job = name.split_whitespace().find(|word| is_of_job(word));
    job.map_or(name, |job| name[..job.as_ptr() as usize - name.as_ptr() as usize].trim_end())
}

/// `Roe, Jane Q`: one comma, one word or two before it, and given names behind.
fn inverted(part: &str) -> Option<(&str, &str)> {
    let (last, first) = part.split_once(',')?;
    let (last, first) = (last.trim(), first.trim());
    let given = |word: &str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let few = first.split_whitespace().count() <= 2 && last.split_whitespace().count() <= 2;
    let is_name = few
        && !first.is_empty()
        && first.split_whitespace().all(|word| given(word) && capital(word))
        && last.split_whitespace().next_back().is_some_and(capital)
        && !is_organisation(first)
        && !is_organisation(last);
    // `Jane Roe, Berlin`: two words before the comma are a name in its order, unless a particle is the first.
    let particle = last.split_whitespace().count() == 1 || !capital(last);
    (is_name && particle).then_some((last, first))
}

/// Whether a line is a page's number or running head, as a printed export has them: `Page 2 of 10`.
pub(super) fn is_page_number(text: &str) -> bool {
    const PAGE: &[&str] = &["Page", "Seite", "Página", "Pagina", "Strona"];
    const OF: &[&str] = &["of", "von", "de", "di", "van", "sur", "/"];
    let mut words = text.split_whitespace();
    let number = |word: Option<&str>| word.is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    words.next().is_some_and(|word| PAGE.contains(&word))
        && number(words.next())
        && words.next().is_none_or(|word| OF.contains(&word) && number(words.next()))
        && words.next().is_none()
}

/// A date that is most of a line.
pub(super) fn date_line(text: &str) -> Option<dates::FoundDate> {
    const LONGEST: usize = 120;
    if text.len() > LONGEST {
        return None;
    }
    let date = dates::scan(text, &DateHints::default()).into_iter().next()?;
    (date.precision >= dates::Precision::Month).then_some(date)
}

/// `3 of 50`, in the languages of the interfaces: the two numbers, and what follows them.
pub(super) fn counted(text: &str) -> Option<(u32, u32, &str)> {
    const OF: &[&str] = &["of", "von", "de", "di", "van", "sur", "OF", "VON", "DE", "DI", "VAN", "SUR"];
    let number = |text: &str| -> Option<(u32, usize)> {
        let end = text.bytes().take_while(u8::is_ascii_digit).count();
        Some((text[..end].parse().ok().filter(|_| end <= 7)?, end))
    };
    let (n, end) = number(text)?;
    let rest = text[end..].trim_start();
    let of = OF.iter().find(|of| rest.strip_prefix(**of).is_some_and(|rest| rest.starts_with(' ')))?;
    let rest = rest[of.len()..].trim_start();
    let (m, end) = number(rest)?;
    (n >= 1 && n <= m).then(|| (n, m, rest[end..].trim()))
}
