//! WET files of Common Crawl: `WARC/1.0`, header lines, a blank line, and as many bytes of text as they declare.

use super::labels::Meaning;
use super::record::{Entry, Parsed, label, rows};
use super::scan::{self, Event, Line, Past};

/// Bytes of a text beyond which what a record declares is not believed: no crawler keeps so much of a page.
const MOST: u32 = 64 << 20;

#[derive(Debug)]
pub(super) struct Marks;

fn is_version(text: &str) -> bool {
    text.strip_prefix("WARC/").is_some_and(|rest| rest.len() <= 4 && rest.starts_with(|c: char| c.is_ascii_digit()))
}

impl scan::Marks for Marks {
    fn line(&mut self, line: &Line<'_>, past: &Past<'_>) -> Option<Event> {
        // Writers put the length last.
        if !line.begins(b"Cc") {
            return None;
        }
        let (name, value) = label(line.text)?;
        let header = |named: &str| {
            let mut lines = past.lines().take_while(|line| !line.text.is_empty());
            lines.find_map(|line| {
                let (name, value) = label(line.text)?;
                (name.eq_ignore_ascii_case(named)).then(|| &line.text[value..])
            })
        };
        if !name.eq_ignore_ascii_case("Content-Length") {
            return None;
        }
        // Only lines of a header, down from the version.
        let version = past.lines().take(24).scan(true, |tight, line| {
            let go_on = *tight;
            *tight = !line.after_blank;
            go_on.then_some(line)
        });
        let start = version.filter(|line| is_version(line.text)).last()?.start;
        let kind = header("WARC-Type").unwrap_or_default();
        // A record that is not text, such as what describes the file, belongs to the next that is.
        if !matches!(kind, "conversion" | "resource" | "response") {
            return Some(Event::Cover(start));
        }
        let bytes = line.text[value..].trim().parse().unwrap_or(u32::MAX);
        Some(if bytes <= MOST { Event::Payload { start, bytes } } else { Event::Start(start) })
    }
}

/// Bytes of the line ends that part a record from what stands behind it: two, unless the archive ends; none where there
/// are fewer, so that its length is not what it declares.
pub(super) fn parting(rest: &str, last: bool) -> Option<usize> {
    let two = ["\r\n\r\n", "\n\n", "\r\r"].iter().find(|two| rest.starts_with(**two)).map(|two| two.len());
    two.or_else(|| (last && rest.trim_matches(['\r', '\n']).is_empty()).then_some(rest.len()))
}

pub(super) fn parse(text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let rows = rows(text);
    let is_text = |at: usize| {
        let end = (at + 1..rows.len()).find(|&next| rows[next].after_blank).unwrap_or(rows.len());
        rows[at..end]
            .iter()
            .any(|row| matches!(row.text, "WARC-Type: conversion" | "WARC-Type: resource" | "WARC-Type: response"))
    };
    let Some(first) = (0..rows.len()).find(|&at| is_version(rows[at].text) && is_text(at)) else {
        return parsed;
    };
    parsed.add(Entry::unlabelled(rows[first].range(), Meaning::Mark));
    let end = (first + 1..rows.len()).find(|&at| rows[at].after_blank).unwrap_or(rows.len());
    let mut declared = None;
    for row in &rows[first + 1..end] {
        let Some((name, value)) = label(row.text) else { continue };
        let meaning = match name.to_ascii_lowercase().as_str() {
            "warc-target-uri" => Meaning::Url,
            "warc-record-id" => Meaning::Identifier,
            "warc-identified-content-language" => Meaning::Language,
            _ => Meaning::Property,
        };
        if name.eq_ignore_ascii_case("Content-Length") {
            declared = row.text[value..].trim().parse::<usize>().ok();
        }
        parsed.add(Entry { label: row.start..row.start + name.len(), value: row.start + value..row.end(), meaning });
    }
    // The text begins behind one blank line.
    let header = rows[end - 1].end();
    let body = match text[header..].find('\n').map(|at| header + at + 1) {
        Some(line) => text[line..].find('\n').map_or(text.len(), |at| line + at + 1),
        None => text.len(),
    };
    let until = declared.and_then(|declared| body.checked_add(declared)).filter(|&until| text.is_char_boundary(until));
    let until = until.filter(|&until| until <= text.len() && text[until..].trim_matches(['\r', '\n']).is_empty());
    if declared.is_none_or(|declared| body + declared > text.len()) {
        parsed.damage = Some("it breaks off: it is shorter than its Content-Length");
    } else if until.is_none() {
        parsed.damage = Some("its length is not its Content-Length");
    }
    let body = body..until.unwrap_or(text.len());
    if !body.is_empty() {
        parsed.body.push(body);
    }
    parsed
}
