//! Factiva: with codes at the start of lines (`HD`, `BY`, `WC`), or as displayed, where the order tells what a line is; an
//! accession number below each.

use super::labels::{self, Meaning};
use super::record::{Entry, Parsed, Row, date_line, is_page_number, label, rows};
use super::scan::{self, Event, Line, Past};
use crate::facts::{dates, names};

/// What the word before the accession number is, in the languages of the interface.
const DOCUMENT: &[&str] = &["Document", "Dokument", "Documento", "Документ", "文件", "文書", "文档", "文書番号"];

/// Codes in the order in which they stand, with what they mean.
const CODES: &[(&str, Meaning)] = &[
    ("CLM", Meaning::Kicker),
    ("SE", Meaning::Section),
    ("HD", Meaning::Title),
    ("BY", Meaning::Byline),
    ("CR", Meaning::Credit),
    ("WC", Meaning::Words),
    ("PD", Meaning::Published),
    ("ET", Meaning::Time),
    ("SN", Meaning::Publisher),
    ("SC", Meaning::Property),
    ("ED", Meaning::Edition),
    ("PG", Meaning::Pages),
    ("VOL", Meaning::Property),
    ("LA", Meaning::Language),
    ("CY", Meaning::Copyright),
    ("LP", Meaning::Body),
    ("TD", Meaning::Body),
    ("CT", Meaning::Property),
    ("ART", Meaning::Caption),
    ("RF", Meaning::Property),
    ("CO", Meaning::Property),
    ("IN", Meaning::Property),
    ("NS", Meaning::Property),
    ("RE", Meaning::Property),
    ("IPD", Meaning::Keywords),
    ("IPC", Meaning::Property),
    ("PUB", Meaning::Property),
    ("AN", Meaning::Identifier),
];

/// The rank of the code that a line at the margin begins with, and where its value begins.
fn code(text: &str, indent: usize) -> Option<(usize, usize)> {
    let end = text.bytes().take_while(u8::is_ascii_uppercase).count();
    if !(2..=3).contains(&end) || indent > 1 {
        return None;
    }
    let rest = &text[end..];
    let value = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ':');
    let parted = rest.is_empty() || value.len() < rest.len();
    let rank = CODES.iter().position(|&(code, _)| code == &text[..end]).filter(|_| parted)?;
    Some((rank, text.len() - value.len()))
}

fn rank(code: &str) -> usize {
    CODES.iter().position(|&(known, _)| known == code).unwrap_or(CODES.len())
}

/// The accession number of a line that is one, with or without its code: `Document NYTF000020100111e61b0001a`.
fn accession(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("AN").filter(|rest| rest.starts_with(char::is_whitespace)).unwrap_or(text);
    let (word, number) = rest.trim_start().split_once(char::is_whitespace)?;
    let number = number.trim();
    let letters = number.bytes().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    (DOCUMENT.contains(&word)
        && letters == number.len()
        && (16..=40).contains(&number.len())
        && digits >= 8
        && number.starts_with(|c: char| c.is_ascii_alphabetic()))
    .then_some(number)
}

/// `877 words`, `1.204 Wörter`, `877 字`.
fn is_word_count(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "words", "word", "Wörter", "mots", "palabras", "parole", "woorden", "palavras", "слов", "字", "語", "文字",
        "sanaa", "ord",
    ];
    if text.len() > 24 {
        return false;
    }
    let number =
        text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | ' ' | '\u{A0}' | '\u{202F}'));
    WORDS.contains(&number)
}

/// `NYTF`: what the source is called for short.
fn is_source_code(text: &str) -> bool {
    (2..=8).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && text.bytes().any(|byte| byte.is_ascii_uppercase())
}

#[derive(Debug)]
pub(super) struct Marks;

impl scan::Marks for Marks {
    fn line(&mut self, line: &Line<'_>, past: &Past<'_>) -> Option<Event> {
        let &[first, second, ..] = line.text.as_bytes() else { return None };
        let document = matches!(first, b'D' | 0xD0 | 0xE6) || first == b'A' && second == b'N';
        if document && line.text.len() < 80 && accession(line.text).is_some() {
            return Some(Event::End(line.end));
        }
        if !first.is_ascii_uppercase() {
            return None;
        }
        if line.text.starts_with("PD") && code(line.text, line.indent).is_some() {
            return coded_head(past).map(Event::Start);
        }
        if line.text.len() <= 8 && is_source_code(line.text) {
            return displayed_head(past).map(Event::Start);
        }
        None
    }
}

/// Where the codes above a date begin.
fn coded_head(past: &Past<'_>) -> Option<u64> {
    let mut head = None;
    for line in past.lines() {
        match code(line.text, line.indent).map(|(rank, _)| rank) {
            Some(found) if found <= rank("WC") => {
                head = Some(line.start).filter(|_| head.is_some() || found >= rank("HD")).or(head);
                if found <= rank("SE") {
                    break;
                }
            }
            // Another record.
            Some(_) => break,
            None if accession(line.text).is_some() => break,
            // A headline goes on, further in; above the codes there is something else.
            None if head.is_some_and(|_| line.indent == 0) && line.after_blank => break,
            None => {}
        }
    }
    head
}

/// Where the lines of a displayed record begin, seen from the code of its source.
fn displayed_head(past: &Past<'_>) -> Option<u64> {
    // Most lines that look like the code of a source are none.
    past.lines().skip(2).take(2).find(|line| is_word_count(line.text))?;
    let above: Vec<Line<'_>> = past.lines().take(16).collect();
    // Source, perhaps a time, date, number of words; then author, headline, section.
    let words = (2..=3).find(|&at| above.get(at).is_some_and(|line| is_word_count(line.text)))?;
    date_line(above[words - 1].text)?;
    let tight = !above[words].after_blank;
    let mut first = words;
    for at in words + 1..above.len() {
        let line = &above[at];
        let ends = line.text.ends_with(['.', ':', ';']) && !line.text.ends_with("...") && line.text.len() > 60;
        // Where every line stands apart, each field has one.
        let far = at > words + if tight { 6 } else { 3 };
        let is_other = line.indent >= 8 || is_copyright(line.text) || is_field(line.text);
        let breaks = tight && above[at - 1].after_blank;
        if breaks || far || ends || is_other || accession(line.text).is_some() || is_page_number(line.text) {
            break;
        }
        first = at;
    }
    // One line at least is the headline.
    (first > words).then(|| above[first].start)
}

/// Whether a line begins what stands below the last record.
pub(super) fn is_trailer(text: &str) -> bool {
    text.starts_with("Search Summary") || text.contains("Factiva, Inc") || text.contains("Dow Jones")
}

pub(super) fn parse(text: &str) -> Parsed {
    let rows = rows(text);
    let mut parsed = Parsed::labelled(false);
    let end = rows.iter().rposition(|row| accession(row.text).is_some());
    let coded = rows.iter().position(|row| code(row.text, row.indent).is_some_and(|(found, _)| found <= rank("HD")));
    let has_date =
        |at: &usize| rows[*at..].iter().any(|row| code(row.text, row.indent).is_some_and(|(r, _)| r == rank("PD")));
    let last = end.unwrap_or(rows.len());
    let mut has_head = true;
    match coded.filter(has_date) {
        Some(first) => codes(&rows, first, last, &mut parsed),
        None => match displayed(&rows[..last], &mut parsed) {
            Some(body) => push_body(&rows[body..last], &mut parsed),
            None if end.is_some() => {
                // What codes are left are those below the body.
                has_head = false;
                let first = (0..last).find(|&at| {
                    rows[at].after_blank
                        && code(rows[at].text, rows[at].indent).is_some_and(|(found, _)| found >= rank("LP"))
                });
                push_body(&rows[..first.unwrap_or(last)], &mut parsed);
                first.into_iter().for_each(|first| codes(&rows, first, last, &mut parsed));
            }
            None => return Parsed::default(),
        },
    }
    if let Some(row) = end.map(|end| &rows[end]) {
        let number = accession(row.text).unwrap_or_default();
        let start = row.start + (number.as_ptr() as usize - row.text.as_ptr() as usize);
        let value = start..start + number.len();
        let label = row.start..row.start + row.text[..start - row.start].trim_end().len();
        parsed.add(Entry { label, value, meaning: Meaning::Identifier });
    }
    parsed.damage = match end {
        _ if !has_head => Some("its head is missing: the archive begins or was cut within it"),
        None => Some("it breaks off: its accession number is missing"),
        Some(_) => None,
    };
    parsed
}

/// A record with codes. Each stands behind those of a lower rank, so that a line that begins with such letters is none.
fn codes(rows: &[Row<'_>], first: usize, last: usize, parsed: &mut Parsed) {
    let column = rows.iter().find_map(|row| {
        let (found, value) = code(row.text, row.indent)?;
        (value < row.text.len()).then(|| column(row, found))
    });
    let codes = Codes { rows, last, column, last_body: (0..last).rev().find(|&at| is_ranked(&rows[at], rank("TD"))) };
    let mut here = codes.next(first, None);
    while let Some((begin, found, value)) = here {
        here = codes.next(begin + 1, Some(found));
        let next = here.map_or(last, |(next, ..)| next);
        let (name, meaning) = CODES[found];
        let (start, end) = (rows[begin].start, rows[next - 1].end());
        let label = start..start + name.len();
        let value = (start + value).min(end)..end;
        if meaning == Meaning::Body {
            parsed.add(Entry { label: label.clone(), value: label.end..label.end, meaning });
            parsed.body.extend((!value.is_empty()).then_some(value));
        } else {
            parsed.add(Entry { label, value, meaning });
        }
    }
}

/// The rows of a record with codes.
struct Codes<'r, 't> {
    rows: &'r [Row<'t>],
    /// Index behind the last row.
    last: usize,
    /// The column in which the first code that has a value has it.
    column: Option<usize>,
    /// The last row that begins the rest of the body.
    last_body: Option<usize>,
}

impl Codes<'_, '_> {
    /// The next row that begins with a code of a higher rank, with that and where its value begins.
    fn next(&self, from: usize, reached: Option<usize>) -> Option<(usize, usize, usize)> {
        let in_body = reached.is_some_and(|reached| CODES[reached].1 == Meaning::Body);
        (from..self.last).find_map(|at| {
            let row = &self.rows[at];
            let (found, value) = code(row.text, row.indent)?;
            let follows = reached.is_none_or(|reached| found > reached);
            (follows && (!in_body || self.ends_body(at, found, value))).then_some((at, found, value))
        })
    }

    /// Whether a code within the body is one, as a line of it may begin with such letters: it stands below a blank line or
    /// another code, its value where those of all do, and there is no more of the body below.
    fn ends_body(&self, at: usize, found: usize, value: usize) -> bool {
        let row = &self.rows[at];
        let is_code = |at: usize| code(self.rows[at].text, self.rows[at].indent).is_some();
        (row.after_blank || at.checked_sub(1).is_some_and(is_code))
            && (found <= rank("TD") || self.last_body.is_none_or(|last| last < at))
            && (value == row.text.len() || Some(column(row, found)) == self.column)
    }
}

fn is_ranked(row: &Row<'_>, rank: usize) -> bool {
    code(row.text, row.indent).is_some_and(|(found, _)| found == rank)
}

/// The column in which the value of a code begins; behind a tab, one that no blanks make.
fn column(row: &Row<'_>, found: usize) -> usize {
    let rest = &row.text[CODES[found].0.len()..];
    if rest.starts_with('\t') { usize::MAX } else { row.text.len() - rest.trim_start().len() }
}

/// A record as displayed; the index of the first row of its body.
fn displayed(rows: &[Row<'_>], parsed: &mut Parsed) -> Option<usize> {
    const HEAD: usize = 60;
    let words = (1..rows.len().min(HEAD)).find(|&at| {
        is_word_count(rows[at].text) && rows.get(at + 1).is_some_and(|row| date_line(row.text).is_some())
    })?;
    // Above: section, headline, author.
    let tight = !rows[words].after_blank;
    let mut first = words - 1;
    while first > 0
        && words - first < 7
        && !(tight && rows[first].after_blank)
        && !is_trailer(rows[first - 1].text)
        && !is_page_number(rows[first - 1].text)
    {
        first -= 1;
    }
    let mut above = first..words;
    let author = &rows[words - 1];
    if above.len() > 1 && is_author(author.text) {
        above.end -= 1;
    }
    if above.len() > 1 && is_section(rows[above.start].text, rows[above.start + 1].text) {
        parsed.add(Entry::unlabelled(rows[above.start].range(), Meaning::Section));
        above.start += 1;
    }
    parsed.add(Entry::unlabelled(rows[above.start].start..rows[above.end - 1].end(), Meaning::Title));
    if above.end < words {
        parsed.add(Entry::unlabelled(author.range(), Meaning::Byline));
    }
    parsed.add(Entry::unlabelled(rows[words].range(), Meaning::Words));
    parsed.add(Entry::unlabelled(rows[words + 1].range(), Meaning::Published));
    let mut at = words + 2;
    if rows.get(at).is_some_and(|row| row.text.len() <= 16 && dates::scan_time(row.text).is_some()) {
        parsed.add(Entry::unlabelled(rows[at].range(), Meaning::Time));
        at += 1;
    }
    let code = (at..rows.len().min(at + 3)).find(|&at| is_source_code(rows[at].text));
    if let Some(code) = code.filter(|&code| code > at) {
        parsed.add(Entry::unlabelled(rows[at].start..rows[code - 1].end(), Meaning::Publisher));
        parsed.add(Entry::unlabelled(rows[code].range(), Meaning::Property));
        at = code + 1;
    } else if let Some(row) = rows.get(at) {
        parsed.add(Entry::unlabelled(row.range(), Meaning::Publisher));
        at += 1;
    }
    // Edition, pages, language.
    let language = (at..rows.len().min(at + 5))
        .find(|&at| labels::language_tag(rows[at].text).is_some() && rows[at].text.len() <= 32);
    let signed = (at..rows.len().min(at + 6)).find(|&at| is_copyright(rows[at].text));
    let ends = language.map_or(at, |language| language + 1).max(signed.unwrap_or(at));
    for (index, row) in rows.iter().enumerate().take(ends).skip(at) {
        let number = row.text.len() <= 12 && row.text.chars().any(|c| c.is_ascii_digit());
        let meaning = match number {
            _ if Some(index) == language => Meaning::Language,
            true => Meaning::Pages,
            false => Meaning::Edition,
        };
        parsed.add(Entry::unlabelled(row.range(), meaning));
    }
    at = ends;
    if let Some(signed) = signed {
        let end = (signed + 1..rows.len()).find(|&at| rows[at].after_blank).unwrap_or(rows.len());
        // Without blank lines it is one line.
        let end = if end - signed > 3 { signed + 1 } else { end };
        let rights =
            rows.get(end).is_some_and(|row| row.text.len() < 60 && row.text.to_lowercase().contains("rights reserved"));
        let end = end + usize::from(rights);
        parsed.add(Entry::unlabelled(rows[signed].start..rows[end - 1].end(), Meaning::Copyright));
        at = end;
    }
    Some(at)
}

/// A field of another form.
fn is_field(text: &str) -> bool {
    label(text).is_some_and(|(name, _)| labels::meaning(name).is_some())
}

fn is_copyright(text: &str) -> bool {
    ["©", "Copyright", "COPYRIGHT", "(c)", "(C)"].iter().any(|sign| text.starts_with(sign))
}

fn is_author(text: &str) -> bool {
    const BY: &[&str] = &["By ", "BY ", "by ", "Von ", "Par ", "Por ", "Di ", "Door "];
    BY.iter().any(|by| text.starts_with(by)) && text.len() < 160
        || names::is_name(text) && (2..=3).contains(&text.split_whitespace().count())
        || text.len() < 120 && text.contains(", ") && text.split([',', ';']).all(|part| names::is_name(part.trim()))
}

/// `Business/Financial Desk; SECTB` above a headline.
fn is_section(text: &str, below: &str) -> bool {
    let words = text.split_whitespace().count();
    text.contains(';')
        || words <= 3 && below.split_whitespace().count() > words
        || words <= 5 && text.contains(['/', '&'])
        || words <= 4 && text.chars().all(|c| !c.is_lowercase())
}

/// The body, between the numbers of printed pages.
fn push_body(rows: &[Row<'_>], parsed: &mut Parsed) {
    let mut first: Option<usize> = None;
    for at in 0..=rows.len() {
        let breaks = at == rows.len() || is_page_number(rows[at].text);
        match first {
            Some(start) if breaks => {
                parsed.body.push(rows[start].start..rows[at - 1].end());
                first = None;
            }
            None if !breaks => first = Some(at),
            _ => {}
        }
    }
}
