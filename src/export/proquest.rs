//! ProQuest: a line of underscores, `Document 3 of 50`, the headline, labels, `Full text:`, and more labels below it.

use super::labels::{self, Meaning};
use super::record::{self, Entry, Parsed, Row, counted, label, rows};
use super::scan::{self, Event, Line, Past};
use crate::facts::dates::{self, DateHints};

/// Lines behind a rule within which something must tell that a record begins.
const NEAR: u32 = 20;

#[derive(Debug, Default)]
pub(super) struct Marks {
    /// A rule that may begin a record, and the lines since it.
    rule: Option<(u64, u32)>,
    last: (u32, u32),
}

impl scan::Marks for Marks {
    fn line(&mut self, line: &Line<'_>, _: &Past<'_>) -> Option<Event> {
        if line.begins(b"_") && is_rule(line.text) {
            self.rule = Some((line.start, 0));
            return None;
        }
        if let Some((start, lines)) = &mut self.rule {
            let start = *start;
            *lines += 1;
            if line.text.starts_with("Report Information from ProQuest") {
                self.rule = None;
                return Some(Event::Cover(start));
            }
            if *lines > NEAR || is_cover(line.text) || is_trailer(line.text) {
                self.rule = None;
            } else if let Some(number) = document(line.text).filter(|_| *lines <= 3) {
                self.last = number;
                self.rule = None;
                return Some(Event::Start(start));
            } else if is_own_label(line.text) {
                self.rule = None;
                return Some(Event::Start(start));
            }
        } else if line.begins(b"D") && line.after_blank && line.indent < 8 {
            // Without a rule it follows on the one above.
            let number = document(line.text)?;
            let follows = number == (self.last.0 + 1, self.last.1) && self.last.0 > 0;
            if follows {
                self.last = number;
                return Some(Event::Start(line.start));
            }
        }
        None
    }
}

fn is_rule(text: &str) -> bool {
    text.len() >= 20 && text.bytes().all(|byte| byte == b'_')
}

/// `Document 3 of 50`.
fn document(text: &str) -> Option<(u32, u32)> {
    if text.len() > 32 {
        return None;
    }
    let rest = ["Document ", "Dokument ", "Documento "].iter().find_map(|word| text.strip_prefix(word))?;
    counted(rest).filter(|(.., rest)| rest.is_empty()).map(|(n, m, _)| (n, m))
}

fn is_cover(text: &str) -> bool {
    ["Table of contents", "Table des matières", "Inhaltsverzeichnis", "Índice", "Tabla de contenido"]
        .iter()
        .any(|heading| text.starts_with(heading))
}

fn is_trailer(text: &str) -> bool {
    text.starts_with("Contact us at") || text.starts_with("Database copyright") || text.starts_with("Bibliography")
}

/// A label that no one else writes.
fn is_own_label(text: &str) -> bool {
    const OWN: &[&str] = &[
        "Publication info",
        "ProQuest document",
        "Informations de publication",
        "Publikationsinfo",
        "Información de publicación",
    ];
    OWN.iter().any(|own| text.starts_with(own)) || is_full_text(text)
}

fn is_full_text(text: &str) -> bool {
    const FULL: &[&str] = &[
        "Full text:",
        "FULL TEXT",
        "Full Text:",
        "Texte intégral :",
        "Texte intégral:",
        "Volltext:",
        "Texto completo:",
        "Texto completo :",
        "TEXTE INTÉGRAL",
        "VOLLTEXT",
        "TEXTO COMPLETO",
        "Testo completo:",
    ];
    FULL.iter().any(|full| {
        text.strip_prefix(full).is_some_and(|rest| full.ends_with(':') || rest.is_empty() || rest.starts_with(':'))
    })
}

fn is_label(row: &Row<'_>) -> bool {
    let known = |name: &str| labels::meaning(name).is_some();
    label(row.text).is_some_and(|(name, _)| name.starts_with(char::is_uppercase) && known(name))
}

pub(super) fn parse(text: &str) -> Parsed {
    let rows = rows(text);
    let mut parsed = Parsed::labelled(false);
    // Behind the last rule there is only what closes the archive.
    let trailer = rows.iter().rposition(|row| is_trailer(row.text));
    let mut end = trailer.unwrap_or(rows.len());
    let number = rows.iter().position(|row| document(row.text).is_some() || is_own_label(row.text));
    let number = number.filter(|&at| document(rows[at].text).is_some());
    let first_rule = rows.iter().take(number.map_or(1, |number| number + 1)).rposition(|row| is_rule(row.text));
    while end > 0 && is_rule(rows[end - 1].text) && Some(end - 1) != first_rule {
        end -= 1;
    }
    let has_head = number.is_some() || first_rule.is_some();
    let mut at = number.or(first_rule).map_or(0, |at| at + 1);
    if let Some(number) = number {
        parsed.add(Entry::unlabelled(rows[number].range(), Meaning::Mark));
    }
    // The headline is the paragraph above the first label.
    if has_head && at < end && !is_label(&rows[at]) && !is_full_text(rows[at].text) {
        let last = (at + 1..end).find(|&next| rows[next].after_blank || is_label(&rows[next])).unwrap_or(end);
        parsed.add(Entry::unlabelled(rows[at].start..rows[last - 1].end(), Meaning::Title));
        at = last;
    }
    let body = (at..end).find(|&at| is_full_text(rows[at].text));
    // Labels above the body: there is nothing else but links.
    let head_end = body.unwrap_or(if has_head { end } else { at });
    while at < head_end {
        if let Some((entry, next)) = record::field(&rows[..head_end], at, &is_label) {
            let next = if entry.meaning == Meaning::Description || entry.meaning == Meaning::Byline {
                (next..head_end).find(|&next| is_label(&rows[next]) || is_link(rows[next].text)).unwrap_or(head_end)
            } else {
                next
            };
            push(Entry { value: entry.value.start..rows[next - 1].end().max(entry.value.start), ..entry }, &mut parsed);
            at = next;
        } else {
            if rows[at].text.starts_with("http") {
                parsed.add(Entry::unlabelled(rows[at].range(), Meaning::Url));
            } else if body.is_none() && !is_rule(rows[at].text) && has_head {
                // Without a label for the body, the text behind the labels is it.
                break;
            }
            at += 1;
        }
    }
    let from = match body {
        Some(body) => {
            let value = label(rows[body].text).map_or(rows[body].text.len(), |(_, value)| value);
            let start = rows[body].start + value.min(rows[body].text.len());
            let name = rows[body].text[..value].trim_end().len();
            let name = rows[body].start..rows[body].start + name;
            parsed.add(Entry { label: name.clone(), value: name.end..name.end, meaning: Meaning::Body });
            (body, start)
        }
        None => (at, rows.get(at).map_or(text.len(), |row| row.start)),
    };
    // Labels below the body, found from the end.
    let (first, whole) = tail(&rows, from.0 + usize::from(body.is_some()), end);
    let body_end = first.checked_sub(1).map_or(from.1, |last| rows[last].end());
    if body_end > from.1 {
        parsed.body.push(from.1..body_end);
    }
    let mut at = first;
    while at < end {
        match record::field(&rows[..end], at, &is_label) {
            Some((entry, next)) => {
                push(entry, &mut parsed);
                at = next;
            }
            None => at += 1,
        }
    }
    // What the line on the publication says stands behind what the labels say.
    let info = |entry: &Entry| text[entry.label.clone()].to_lowercase().contains("info");
    if let Some(info) = parsed.fields.iter().find(|entry| entry.meaning == Meaning::Property && info(entry)).cloned() {
        publication(text, &info, &mut parsed);
    }
    if !has_head && !whole {
        return Parsed::default();
    }
    parsed.damage = match (has_head, whole) {
        (false, _) => Some("its head is missing: the archive begins or was cut within it"),
        (_, false) => Some("it breaks off: the labels below its text are missing"),
        _ => None,
    };
    parsed
}

fn is_link(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

/// A field; one that only one of can be, and that stands again below the body, is a property there.
fn push(entry: Entry, parsed: &mut Parsed) {
    let single = matches!(entry.meaning, Meaning::Title | Meaning::Byline | Meaning::Published);
    let meaning = if single && parsed.has(entry.meaning) { Meaning::Property } else { entry.meaning };
    parsed.add(Entry { meaning, ..entry });
}

/// Where the labels begin that stand below the body, and whether there are any.
fn tail(rows: &[Row<'_>], from: usize, end: usize) -> (usize, bool) {
    let mut first = end;
    let mut at = end;
    // Paragraphs from the last one up; a label's value may take several lines, but no other paragraph.
    while at > from {
        let start = (from..at).rev().find(|&row| rows[row].after_blank || is_label(&rows[row])).unwrap_or(from);
        let is_heading = matches!(rows[start].text, "DETAILS" | "DÉTAILS" | "DETALLES") && start + 1 == at;
        if !is_label(&rows[start]) && !is_heading && !is_rule(rows[start].text) {
            break;
        }
        // Somebody says a label: it stands alone, with prose between it and the rest, so that no label is below it.
        first = start;
        at = start;
    }
    (first, first < end)
}

/// `The Paper; City [City]11 Jan 2010: A.1.`
fn publication(text: &str, info: &Entry, parsed: &mut Parsed) {
    let value = &text[info.value.clone()];
    if !parsed.has(Meaning::Publisher) {
        let end = value.find([';', '[', '(', ',']).unwrap_or(value.len());
        let name = value[..end].trim_end();
        if !name.is_empty() && end < value.len() {
            parsed.add(Entry::unlabelled(info.value.start..info.value.start + name.len(), Meaning::Publisher));
        }
    }
    let date = dates::scan(value, &DateHints::default()).into_iter().next_back();
    if let Some(date) = date {
        let range = info.value.start + date.range.start..info.value.start + date.range.end;
        if !parsed.has(Meaning::Published) {
            parsed.add(Entry::unlabelled(range, Meaning::Published));
        }
        let pages = value[date.range.end..].trim_start_matches([':', ' ']).trim_end_matches('.');
        if !parsed.has(Meaning::Pages)
            && !pages.is_empty()
            && pages.len() < 16
            && value[date.range.end..].starts_with(':')
        {
            let start = info.value.start + (pages.as_ptr() as usize - value.as_ptr() as usize);
            parsed.add(Entry::unlabelled(start..start + pages.len(), Meaning::Pages));
        }
    }
}
