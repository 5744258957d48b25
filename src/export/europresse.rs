//! Europresse: publication; section, date and page; headline, author; the text; copyright, `Numéro de document`, `Certificat`.

use super::labels::Meaning;
use super::record::{Entry, Parsed, Row, date_line, label, rows};
use super::scan::{self, Event, Line, Past};
use crate::facts::names;

#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Where the lines end that close a record, once there are some.
    closed: Option<u64>,
}

impl scan::Marks for Marks {
    fn line(&mut self, line: &Line<'_>, past: &Past<'_>) -> Option<Event> {
        let closes = line.begins(b"NCDLT\xC2") && is_closing(line.text);
        if let Some(end) = self.closed {
            if closes || !line.after_blank || is_rights(line.text) {
                self.closed = Some(line.end);
                return None;
            }
            self.closed = None;
            return Some(Event::End(end));
        }
        if closes {
            self.closed = Some(line.end);
            return None;
        }
        // A record whose end is missing ends where the next begins: publication, and below it section, date and page.
        if line.after_blank || line.text.len() > 120 || !ends_in_page(line.text) || date_line(line.text).is_none() {
            return None;
        }
        let above = past.lines().next()?;
        (above.text.len() <= 60 && above.after_blank).then_some(Event::Start(above.start))
    }

    fn finish(&mut self) -> Option<Event> {
        self.closed.take().map(Event::End)
    }
}

/// Whether a line is one of those that close a record, and that nobody else writes.
fn is_closing(text: &str) -> bool {
    const CLOSING: &[&str] = &[
        "Numéro de document",
        "Document number :",
        "Document number: ",
        "Número de documento :",
        "Dokumentnummer :",
        "Certificat émis",
        "Certificate issued",
        "Certificado emitido",
        "Ce certificat est émis",
        "Ce document est destiné",
        "Le présent document",
        "Cet article est protégé",
        "This document is protected",
    ];
    CLOSING.iter().any(|closing| text.starts_with(closing))
}

fn is_rights(text: &str) -> bool {
    ["©", "Tous droits réservés", "All rights reserved", "Usage "].iter().any(|mark| text.starts_with(mark))
}

/// `…, p. 03`.
fn ends_in_page(text: &str) -> bool {
    page(text).is_some()
}

/// Where the page begins at the end of a line, behind a comma: `p. 03`, `p. 3,4`.
fn page(text: &str) -> Option<usize> {
    const LONGEST: usize = 24;
    let from = text.len().saturating_sub(LONGEST);
    memchr::memchr_iter(b',', &text.as_bytes()[from..]).find_map(|comma| {
        let page = text[from + comma + 1..].trim_start();
        let rest = ["p.", "pp.", "page ", "S.", "pág."].iter().find_map(|word| page.strip_prefix(word))?;
        rest.trim_start().starts_with(char::is_numeric).then_some(text.len() - page.len())
    })
}

pub(super) fn parse(text: &str) -> Parsed {
    let rows = rows(text);
    let mut parsed = Parsed::labelled(false);
    let closing = rows.iter().position(|row| is_closing(row.text));
    let mut end = closing.unwrap_or(rows.len());
    // The copyright line stands above what closes the record, or is the last there is.
    let signed = rows[..end].iter().rposition(|row| row.text.starts_with('©') || row.text.starts_with("(c) "));
    if let Some(signed) = signed.filter(|&signed| end - signed <= 4) {
        end = signed;
    }
    const HEAD: usize = 8;
    let date = (0..rows.len().min(HEAD).min(end)).find(|&at| {
        date_line(rows[at].text).is_some() && (rows[at].text.contains(',') || ends_in_page(rows[at].text) || at == 1)
    });
    let mut at = 0;
    if let Some(date) = date {
        if date > 0 {
            parsed.add(Entry::unlabelled(rows[0].start..rows[date - 1].end(), Meaning::Publisher));
        }
        dated(&rows[date], &mut parsed);
        at = date + 1;
        at = head(&rows, at, end, &mut parsed);
    }
    if end > at {
        parsed.body.push(rows[at].start..rows[end - 1].end());
    }
    if let Some(signed) = signed.filter(|_| end < closing.unwrap_or(rows.len())) {
        let last = (signed + 1..closing.unwrap_or(rows.len())).take_while(|&at| is_rights(rows[at].text)).last();
        parsed
            .fields
            .push(Entry::unlabelled(rows[signed].start..rows[last.unwrap_or(signed)].end(), Meaning::Copyright));
    }
    for row in &rows[closing.unwrap_or(rows.len())..] {
        if let Some((name, value)) =
            label(row.text).filter(|(name, _)| is_closing(&format!("{name} : ")) || is_closing(name))
        {
            let label = row.start..row.start + name.len();
            parsed.add(Entry { label, value: row.start + value..row.end(), meaning: Meaning::Identifier });
        }
    }
    parsed.damage = match (date, closing) {
        (None, Some(_)) => Some("its head is missing: the archive begins or was cut within it"),
        (_, None) => Some("it breaks off: its document number and certificate are missing"),
        _ => None,
    };
    if date.is_none() && closing.is_none() {
        return Parsed::default();
    }
    parsed
}

/// `Politique, jeudi 5 octobre 2013, p. 03`.
fn dated(row: &Row<'_>, parsed: &mut Parsed) {
    let Some(date) = date_line(row.text) else { return };
    // The name of the day stands before the date, behind the section.
    let before = row.text[..date.range.start].trim_end();
    let weekday = before.rsplit(',').next().unwrap_or_default();
    let one_word = weekday.split_whitespace().count() <= 1 && !weekday.trim().is_empty();
    let section = if one_word && before.contains(',')
        || !before.contains(',')
            && one_word
            && row.text.starts_with(weekday)
            && weekday.chars().next().is_some_and(char::is_lowercase)
    {
        before[..before.len() - weekday.len()].trim_end_matches([',', ' '])
    } else {
        before.trim_end_matches([',', ' '])
    };
    let is_section = !section.is_empty() && section.len() < before.len() + usize::from(!one_word);
    if is_section {
        parsed.add(Entry::unlabelled(row.start..row.start + section.len(), Meaning::Section));
    }
    let from = if is_section { section.len() } else { 0 };
    let lead = row.text[from..].len() - row.text[from..].trim_start_matches([',', ' ']).len();
    parsed.add(Entry::unlabelled(row.start + from + lead..row.start + date.range.end, Meaning::Published));
    // `1040 mots`
    let behind = row.text[date.range.end..].trim_start_matches([' ', ',', '-']);
    if is_words(behind) {
        let start = row.end() - behind.len();
        parsed.add(Entry::unlabelled(start..row.end(), Meaning::Words));
    }
    if let Some(page) = page(row.text).filter(|&page| page >= date.range.end) {
        let name = row.text[page..].split_whitespace().next().unwrap_or_default().len();
        let digits = row.text[page..].find(char::is_numeric).unwrap_or(name);
        let label = row.start + page..row.start + page + digits;
        let label = label.start..label.end;
        parsed.add(Entry { label, value: row.start + page + digits..row.end(), meaning: Meaning::Pages });
    }
}

/// `543 mots`
fn is_words(text: &str) -> bool {
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{A0}' | '\u{202F}'));
    text.len() < 20 && text.starts_with(|c: char| c.is_ascii_digit()) && matches!(number, "mots" | "words")
}

/// Headline and author below the date; the index behind them.
fn head(rows: &[Row<'_>], mut at: usize, end: usize, parsed: &mut Parsed) -> usize {
    let paragraph = |at: usize| (at + 1..end).find(|&next| rows[next].after_blank).unwrap_or(end);
    while at < end && (rows[at].text.starts_with("Aussi paru dans") || is_words(rows[at].text)) {
        let meaning = if is_words(rows[at].text) { Meaning::Words } else { Meaning::Property };
        parsed.add(Entry::unlabelled(rows[at].range(), meaning));
        at += 1;
    }
    if at >= end {
        return at;
    }
    // Headline and author may be lines of one paragraph.
    let mut last = paragraph(at);
    let author = (at + 1..last).find(|&row| is_author(rows[row].text));
    if let Some(author) = author {
        last = author;
    }
    if last - at > 4 {
        last = at + 1;
    }
    parsed.add(Entry::unlabelled(rows[at].start..rows[last - 1].end(), Meaning::Title));
    at = last;
    while at < end && (is_author(rows[at].text) || is_words(rows[at].text)) {
        let meaning = if is_words(rows[at].text) { Meaning::Words } else { Meaning::Byline };
        parsed.add(Entry::unlabelled(rows[at].range(), meaning));
        at += 1;
    }
    at
}

/// A line of names: `Jean Dupont`, `Dupont Jean; Martin Anne`, `DUPONT, Jean`, `Par Jean Dupont (à Lyon)`.
fn is_author(text: &str) -> bool {
    if text.len() > 100 || text.ends_with(['.', '!', '?', ':']) {
        return false;
    }
    let rest = ["Par ", "par ", "PAR ", "By "].iter().find_map(|by| text.strip_prefix(by));
    let names = rest.unwrap_or(text).split([';', ',']).map(str::trim);
    let word = |name: &str| names::is_name(name) && (1..=4).contains(&name.split_whitespace().count());
    let all = names.clone().all(|name| word(name) || name.split(" et ").all(|name| word(name.trim())));
    rest.is_some() || all && text.split_whitespace().count() >= 2
}
