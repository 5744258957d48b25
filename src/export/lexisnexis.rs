//! LexisNexis TXT: `3 of 50 DOCUMENTS` centred above each record; publication, date and headline; labels in capitals above
//! and below the body; hard-wrapped.

use std::ops::Range;

use super::labels::{self, Meaning};
use super::record::{self, Entry, Parsed, Row, counted, date_line, label, rows};
use super::scan::{self, Event, Line, Past};

/// Bytes of white space from which on a line is centred.
const CENTRED: usize = 8;

/// Labels of the cover page above its job number.
const COVER: &[&str] =
    &["Print Request:", "Time of Request:", "Date/Time:", "Number of Lines:", "Number of Documents:"];

#[derive(Debug, Default)]
pub(super) struct Marks {
    /// The number of the record above, and how many there are.
    last: (u32, u32),
}

impl scan::Marks for Marks {
    fn line(&mut self, line: &Line<'_>, past: &Past<'_>) -> Option<Event> {
        if line.begins(b"J") && line.text.starts_with("Job Number:") {
            // The cover page of the next archive.
            let is_cover = |line: &Line<'_>| COVER.iter().any(|label| line.text.starts_with(label));
            return past.lines().take(6).take_while(is_cover).last().map(|first| Event::Cover(first.start));
        }
        if !line.begins(b"0123456789D") || !line.after_blank {
            return None;
        }
        let (n, m) = number(line.text, line.indent)?;
        // What is not centred follows on the one above, or is the first.
        let follows = (n, m) == (self.last.0 + 1, self.last.1) || n == 1;
        (line.indent >= CENTRED || follows).then(|| {
            self.last = (n, m);
            Event::Start(line.start)
        })
    }
}

/// `3 of 50 DOCUMENTS`, `3 de 50 DOCUMENTOS`; `Dokument 3 von 50`, `Document 3 de 50` where it is centred, as others write
/// that too.
fn number(text: &str, indent: usize) -> Option<(u32, u32)> {
    const LONGEST: usize = 40;
    if text.len() > LONGEST {
        return None;
    }
    if let Some((n, m, rest)) = counted(text) {
        let plural = rest.strip_prefix("DO")?;
        return (matches!(plural.as_bytes().first(), Some(b'C' | b'K')) && !rest.contains(' ')).then_some((n, m));
    }
    let rest = ["Dokument ", "Document ", "Documento "].iter().find_map(|word| text.strip_prefix(word))?;
    counted(rest).filter(|(.., rest)| indent >= CENTRED && rest.is_empty()).map(|(n, m, _)| (n, m))
}

/// A label in capitals, at the margin.
fn capital_label<'t>(row: &Row<'t>) -> Option<&'t str> {
    let (name, _) = label(row.text)?;
    let capital = |c: char| c.is_uppercase() || matches!(c, '-' | '/' | ' ' | '&' | '\'' | '_');
    (row.indent < CENTRED && name.chars().all(capital) && name.len() > 1).then_some(name)
}

fn is_label(row: &Row<'_>) -> bool {
    meaning(row).is_some()
}

/// What the label of a row means; one of two words that we do not know is a property.
fn meaning(row: &Row<'_>) -> Option<Meaning> {
    let name = capital_label(row)?;
    labels::meaning(name).or_else(|| (name.len() >= 8 && name.contains('-')).then_some(Meaning::Property))
}

/// A label that stands above the body alone, so that below it somebody says it.
fn is_of_head(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Section | Meaning::Byline | Meaning::Words | Meaning::Body | Meaning::Title | Meaning::Dateline
    )
}

fn is_copyright(text: &str) -> bool {
    ["Copyright", "COPYRIGHT", "©", "(c) ", "(C) "].iter().any(|mark| text.starts_with(mark))
}

fn is_rights(text: &str) -> bool {
    let text = text.trim_end_matches('.').to_lowercase();
    ["all rights reserved", "tous droits réservés", "alle rechte vorbehalten", "todos los derechos reservados"]
        .contains(&text.as_str())
}

pub(super) fn parse(text: &str) -> Parsed {
    let rows = rows(text);
    let mut parsed = Parsed::labelled(true);
    let first = rows.iter().position(|row| number(row.text, row.indent).is_some());
    let at = match first {
        Some(first) => {
            parsed.add(Entry::unlabelled(rows[first].range(), Meaning::Mark));
            head(&rows, first + 1, &mut parsed)
        }
        None => {
            parsed.damage = Some("its head is missing: the archive begins or was cut within it");
            0
        }
    };
    let (end, whole) = tail(&rows, at, &mut parsed);
    if end > at {
        parsed.body.push(rows[at].start..rows[end - 1].end());
    }
    if first.is_none() && !whole {
        return Parsed::default();
    }
    if !whole && parsed.damage.is_none() && !ends_as_text(&rows) {
        parsed.damage = Some("it breaks off: the archive was cut within it");
    }
    parsed
}

/// Whether the last line could be the last of an article.
fn ends_as_text(rows: &[Row<'_>]) -> bool {
    let last = rows.last().map_or("", |row| row.text).trim_end_matches(['"', '”', '\'', '’', ')', '»', '“']);
    rows.len() > 1 && last.ends_with(['.', '!', '?', '…', '*', '#', '-', '。'])
}

/// The index behind the rows of a paragraph.
fn paragraph_end(rows: &[Row<'_>], at: usize) -> usize {
    (at + 1..rows.len()).find(|&next| rows[next].after_blank).unwrap_or(rows.len())
}

/// The head: copyright, publication, date, edition, headline and labels; the index of the first row of the body.
fn head(rows: &[Row<'_>], mut at: usize, parsed: &mut Parsed) -> usize {
    let mut labelled = false;
    while at < rows.len() {
        if is_label(&rows[at]) {
            let Some((entry, end)) = record::field_of(rows, at, meaning(&rows[at]), &is_label) else { return at };
            // What stands below a body is not here before there is one.
            if entry.meaning == Meaning::Body {
                parsed.add(Entry { value: entry.value.start..entry.value.start, ..entry.clone() });
                return body_behind(rows, at, &entry, parsed);
            }
            labelled = true;
            parsed.add(entry);
            at = end;
            continue;
        }
        let end = paragraph_end(rows, at);
        let range = rows[at].start..rows[end - 1].end();
        // `ABSTRACT` and `FULL TEXT` stand above theirs, without a mark.
        let heading = labelled && end == at + 1 && rows[at].text.chars().all(|c| c.is_uppercase() || c == ' ');
        match labels::meaning(rows[at].text).filter(|_| heading) {
            Some(Meaning::Body) => {
                parsed.add(Entry::unlabelled(range, Meaning::Body));
                return end;
            }
            Some(Meaning::Description) if end < rows.len() => {
                let below = paragraph_end(rows, end);
                let value = rows[end].start..rows[below - 1].end();
                parsed.add(Entry { label: range, value, meaning: Meaning::Description });
                at = below;
                continue;
            }
            _ => {}
        }
        if is_copyright(rows[at].text) {
            // What stands below the rights is the publication.
            let rights = (at..end).find(|&row| is_rights(rows[row].text)).filter(|&rights| rights + 1 < end);
            if let Some(rights) = rights {
                parsed.add(Entry::unlabelled(range.start..rows[rights].end(), Meaning::Copyright));
                at = rights + 1;
                continue;
            }
            // The rights may stand in a paragraph of their own.
            let more = rows.get(end).is_some_and(|row| is_rights(row.text));
            let last = if more { end } else { end - 1 };
            parsed.add(Entry::unlabelled(range.start..rows[last].end(), Meaning::Copyright));
            at = last + 1;
            continue;
        }
        let dated = (at..end).find(|&row| date_line(rows[row].text).is_some());
        if !labelled && !parsed.has(Meaning::Published) && dated.is_some() {
            let dated = dated.unwrap_or(at);
            if dated > at && !parsed.has(Meaning::Publisher) {
                parsed.add(Entry::unlabelled(rows[at].start..rows[dated - 1].end(), Meaning::Publisher));
            }
            parsed.add(Entry::unlabelled(rows[dated].range(), Meaning::Published));
            if dated + 1 < end {
                parsed.add(Entry::unlabelled(rows[dated + 1].start..range.end, Meaning::Edition));
            }
        } else if !labelled && !parsed.has(Meaning::Publisher) && !parsed.has(Meaning::Published) {
            parsed.add(Entry::unlabelled(range, Meaning::Publisher));
        } else if !parsed.has(Meaning::Title) && !titled_below(rows, end) && (!labelled || is_label_next(rows, end)) {
            parsed.add(Entry::unlabelled(range, Meaning::Title));
        } else if !labelled && (is_label_next(rows, end) && end - at <= 4) {
            // A second deck, an edition behind the headline.
            parsed.add(Entry::unlabelled(range, Meaning::Description));
        } else {
            break;
        }
        at = end;
    }
    at
}

/// The index of the first row of the body behind its label, on whose line it may begin.
fn body_behind(rows: &[Row<'_>], at: usize, entry: &Entry, parsed: &mut Parsed) -> usize {
    if entry.value.start == rows[at].end() {
        return at + 1;
    }
    let end = paragraph_end(rows, at);
    parsed.body.push(entry.value.start..rows[end - 1].end());
    end
}

fn is_label_next(rows: &[Row<'_>], at: usize) -> bool {
    rows.get(at).is_some_and(is_label)
}

/// Whether a label among those that follow names the headline.
fn titled_below(rows: &[Row<'_>], mut at: usize) -> bool {
    while at < rows.len() && is_label(&rows[at]) {
        if capital_label(&rows[at]).and_then(labels::meaning) == Some(Meaning::Title) {
            return true;
        }
        at = paragraph_end(rows, at);
    }
    false
}

/// The tail: labels and the copyright line, found from the end; the index behind the body, and whether there is a tail.
fn tail(rows: &[Row<'_>], from: usize, parsed: &mut Parsed) -> (usize, bool) {
    let mut starts: Vec<usize> = (from..rows.len()).filter(|&at| at == from || rows[at].after_blank).collect();
    // Labels may stand on lines in a row.
    starts.extend((from..rows.len()).filter(|&at| !rows[at].after_blank && at > from && is_label(&rows[at])));
    starts.sort_unstable();
    let mut end = rows.len();
    let (mut seen, mut fields, mut whole): (Vec<Meaning>, Vec<Entry>, bool) = (Vec::new(), Vec::new(), false);
    let mut pending: Option<Range<usize>> = None;
    for at in starts.into_iter().rev() {
        let row = &rows[at];
        let stretch = row.start..rows[end - 1].end();
        let name = capital_label(row);
        match meaning(row) {
            Some(meaning) if !is_of_head(meaning) => {
                let (_, value) = label(row.text).unwrap_or(("", 0));
                // Somebody says what the tail says once more below.
                let again = meaning != Meaning::Property && meaning != Meaning::Genre && seen.contains(&meaning);
                if again {
                    break;
                }
                seen.push(meaning);
                let name = row.start..row.start + name.unwrap_or_default().len();
                let last = pending.take().map_or(stretch.end, |more| more.end);
                fields.push(Entry { label: name, value: row.start + value..last, meaning });
                whole = true;
            }
            _ if pending.is_some() => break,
            _ if is_copyright(row.text) && !seen.contains(&Meaning::Copyright) => {
                seen.push(Meaning::Copyright);
                let last = rows[end - 1].end();
                fields.push(Entry::unlabelled(row.start..last, Meaning::Copyright));
                whole = true;
            }
            // The rights stand below the copyright line.
            _ if is_rights(row.text) && at > from => continue,
            // A caption may have a second paragraph, below its label.
            None if whole && at > from && follows_caption(rows, at, from) => pending = Some(stretch),
            _ => break,
        }
        if pending.is_none() {
            end = at;
        }
    }
    fields.reverse();
    fields.into_iter().for_each(|entry| parsed.add(entry));
    (end, whole)
}

/// Whether the paragraph above begins with the label of a caption.
fn follows_caption(rows: &[Row<'_>], at: usize, from: usize) -> bool {
    let above = (from..at).rev().find(|&row| rows[row].after_blank || is_label(&rows[row]));
    above.and_then(|above| capital_label(&rows[above])).and_then(labels::meaning) == Some(Meaning::Caption)
}
