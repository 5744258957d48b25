//! Nexis Uni and Lexis Advance: a cover sheet; headline, publication, date; labels; `Body`; `Classification` with more
//! labels; `End of Document`.

use super::labels::{self, Meaning};
use super::record::{self, Entry, Parsed, Row, date_line, is_page_number, label, rows};
use super::scan::{self, Event, Line, Past};

const BODY: &[&str] = &["Body", "Corps", "Corps du texte", "Text", "Volltext", "Cuerpo", "Texto", "Testo", "Tekst"];
const CLASSIFICATION: &[&str] = &[
    "Classification",
    "Klassifizierung",
    "Klassifikation",
    "Clasificación",
    "Classificazione",
    "Classificatie",
    "Classificação",
];
const END: &[&str] = &[
    "End of Document",
    "Ende des Dokuments",
    "Fin du document",
    "Fin del documento",
    "Fine del documento",
    "Einde van document",
    "Fim do documento",
];
/// Headings of what stands between the body and its classification.
const BELOW: &[&str] =
    &["Graphic", "Notes", "Correction", "Graphique", "Grafik", "Gráfico", "Corrections", "Correction-Date"];

#[derive(Debug)]
pub(super) struct Marks;

impl scan::Marks for Marks {
    fn line(&mut self, line: &Line<'_>, past: &Past<'_>) -> Option<Event> {
        if line.begins(b"J") && line.text.starts_with("Job Number:") {
            // The cover sheet of the next archive.
            let above = past
                .lines()
                .take(2)
                .take_while(|line| line.text.starts_with("Date and Time:") || line.text.starts_with("User Name:"));
            return above.last().map(|first| Event::Cover(first.start));
        }
        if !line.begins(b"EFBCTV") || line.text.len() > 24 {
            return None;
        }
        if END.contains(&line.text) {
            return Some(Event::End(line.end));
        }
        if !BODY.contains(&line.text) {
            return None;
        }
        // `Body` heads a text below labels and a date.
        const HEAD: usize = 24;
        let above: Vec<Line<'_>> = past.lines().take(HEAD).collect();
        let words = above.iter().take(12).position(|line| is_words(line.text))?;
        let date = above.iter().skip(words).position(|line| date_line(line.text).is_some())? + words;
        // Above the date stands the publication, above that the headline, in one paragraph.
        let title = above.get(date + 2)?;
        let more = (date + 2..above.len()).take_while(|&at| !above[at].after_blank);
        let first = above.get(more.last().map_or(date + 2, |last| last + 1)).unwrap_or(title);
        // A printed page bears its number and the headline above it.
        let from = above.iter().position(|line| line.start == first.start).unwrap_or(0);
        let printed = above[from + 1..].iter().take_while(|line| is_page_number(line.text) || line.text == first.text);
        Some(Event::Start(printed.last().unwrap_or(first).start))
    }
}

fn is_words(text: &str) -> bool {
    label(text).is_some_and(|(name, value)| {
        text[value..].starts_with(|c: char| c.is_ascii_digit()) && labels::meaning(name) == Some(Meaning::Words)
    })
}

fn is_label(row: &Row<'_>) -> bool {
    label(row.text).is_some_and(|(name, _)| name.starts_with(char::is_uppercase) && labels::meaning(name).is_some())
}

pub(super) fn parse(text: &str) -> Parsed {
    let rows = rows(text);
    let mut parsed = Parsed::labelled(false);
    let is_end = |row: &Row<'_>| END.contains(&row.text);
    let end = rows.iter().rposition(is_end).unwrap_or(rows.len());
    let words = rows.iter().position(|row| is_words(row.text));
    let body = words.and_then(|words| (words..end).find(|&at| BODY.contains(&rows[at].text)));
    let class = rows[..end].iter().rposition(|row| CLASSIFICATION.contains(&row.text) && row.after_blank);
    let class = class.filter(|&class| body.is_none_or(|body| class > body));
    // Labels of the head: those in a row above `Body`.
    let mut first = body.unwrap_or(0);
    for at in (0..first).rev() {
        let labelled = is_label(&rows[at]) && label(rows[at].text).is_some_and(|(name, _)| !is_of_cover(name));
        if labelled {
            first = at;
        } else if date_line(rows[at].text).is_some() || first - at > 4 {
            break;
        }
    }
    if let Some(body) = body {
        head(&rows[..first], &mut parsed);
        let mut at = first;
        while at < body {
            match record::field(&rows[..body], at, &is_label) {
                Some((entry, end)) => {
                    parsed.add(entry);
                    at = end;
                }
                None => at += 1,
            }
        }
        parsed.add(Entry::unlabelled(rows[body].range(), Meaning::Body));
    }
    let from = body.map_or(0, |body| body + 1);
    let mut below = class.unwrap_or(end);
    // Without a classification the labels stand right below the body.
    while class.is_none() && below > from && is_tail_label(&rows[below - 1]) {
        below -= 1;
    }
    let set = (from..below).find(|&at| rows[at].after_blank && BELOW.contains(&rows[at].text));
    let body_end = set.unwrap_or(below);
    push_body(&rows[from..body_end], text, &mut parsed);
    // What stands under `Graphic` and its like, up to the next of them.
    let mut at = body_end;
    while at < below {
        let next = (at + 1..below).find(|&next| BELOW.contains(&rows[next].text)).unwrap_or(below);
        if next > at + 1 {
            let meaning = labels::meaning(rows[at].text).unwrap_or(Meaning::Note);
            parsed.add(Entry { label: rows[at].range(), value: rows[at + 1].start..rows[next - 1].end(), meaning });
        }
        at = next;
    }
    let mut at = class.map_or(below, |class| class + 1);
    if let Some(class) = class {
        parsed.add(Entry::unlabelled(rows[class].range(), Meaning::Mark));
    }
    while at < end {
        match record::field(&rows[..end], at, &is_label) {
            Some((entry, next)) => {
                parsed.add(entry);
                at = next;
            }
            None => at += 1,
        }
    }
    if let Some(row) = rows.get(end) {
        parsed.add(Entry::unlabelled(row.range(), Meaning::Mark));
    }
    parsed.damage = match (body, end < rows.len()) {
        (None, true) => Some("its head is missing: the archive begins or was cut within it"),
        (_, false) => Some("it breaks off: `End of Document` is missing"),
        _ => None,
    };
    if body.is_none() && class.is_none() && end == rows.len() {
        return Parsed::default();
    }
    parsed
}

/// A label below the body that is known to stand there.
fn is_tail_label(row: &Row<'_>) -> bool {
    label(row.text).is_some_and(|(name, _)| {
        matches!(name, "Load-Date" | "Language" | "Publication-Type" | "Journal Code" | "Subject" | "Date-chargement")
    })
}

/// Labels of the cover sheet.
fn is_of_cover(name: &str) -> bool {
    const COVER: &[&str] =
        &["User Name", "Date and Time", "Job Number", "Client/Matter", "Search Terms", "Search Type", "Narrowed by"];
    COVER.contains(&name)
}

/// Headline, publication, date and copyright above the labels; what stands above them is the cover sheet.
fn head(rows: &[Row<'_>], parsed: &mut Parsed) {
    let is_copyright = |row: &Row<'_>| row.text.starts_with("Copyright") || row.text.starts_with('©');
    // The search for the date ends at a copyright line's paragraph, which may hold a year.
    let Some(date) = rows.iter().rposition(|row| !is_copyright(row) && date_line(row.text).is_some()) else {
        let first = rows.iter().rposition(|row| row.after_blank).unwrap_or(0);
        if let (Some(row), Some(last)) = (rows.get(first), rows.last()) {
            parsed.add(Entry::unlabelled(row.start..last.end(), Meaning::Title));
        }
        return;
    };
    // Headline and publication stand above the date, in one paragraph or in two.
    let top = |at: usize| (0..=at).rev().find(|&at| rows[at].after_blank).unwrap_or(0);
    const WRAPPED: usize = 60;
    if let Some(last) = date.checked_sub(1) {
        let first = top(last);
        let mut publication = last;
        let mut title = first..last;
        if first == last {
            // Two paragraphs.
            title = last.checked_sub(1).map_or(last..last, |above| top(above)..last);
        } else if last - first >= 2 && rows[first].text.len() < WRAPPED {
            // Where the headline is not wrapped, it is one line, and what stands below the publication is its edition.
            (title, publication) = (first..first + 1, first + 1);
        }
        if !title.is_empty() {
            parsed.add(Entry::unlabelled(rows[title.start].start..rows[title.end - 1].end(), Meaning::Title));
        }
        parsed.add(Entry::unlabelled(rows[publication].range(), Meaning::Publisher));
        if publication < last {
            parsed.add(Entry::unlabelled(rows[publication + 1].start..rows[last].end(), Meaning::Edition));
        }
    }
    parsed.add(Entry::unlabelled(rows[date].range(), Meaning::Published));
    let mut at = date + 1;
    while at < rows.len() {
        let end = (at + 1..rows.len()).find(|&next| rows[next].after_blank).unwrap_or(rows.len());
        let range = rows[at].start..rows[end - 1].end();
        let meaning = if is_copyright(&rows[at]) { Meaning::Copyright } else { Meaning::Edition };
        let last =
            (end..rows.len()).take_while(|&next| rows[next].text.to_lowercase().contains("rights reserved")).last();
        match last.filter(|_| meaning == Meaning::Copyright) {
            Some(last) => {
                parsed.add(Entry::unlabelled(range.start..rows[last].end(), meaning));
                at = last + 1;
            }
            None => {
                parsed.add(Entry::unlabelled(range, meaning));
                at = end;
            }
        }
    }
}

/// The body, between the furniture of printed pages.
fn push_body(rows: &[Row<'_>], text: &str, parsed: &mut Parsed) {
    let title =
        parsed.fields.iter().find(|entry| entry.meaning == Meaning::Title).map(|entry| &text[entry.value.clone()]);
    let is_furniture = |at: usize| {
        let beside = |at: Option<usize>| at.and_then(|at| rows.get(at)).is_some_and(|row| is_page_number(row.text));
        let running = title == Some(rows[at].text) && (beside(at.checked_sub(1)) || beside(Some(at + 1)));
        is_page_number(rows[at].text) || running
    };
    let mut first: Option<usize> = None;
    for at in 0..=rows.len() {
        match first {
            Some(start) if at == rows.len() || is_furniture(at) => {
                parsed.body.push(rows[start].start..rows[at - 1].end());
                first = None;
            }
            None if at < rows.len() && !is_furniture(at) => first = Some(at),
            _ => {}
        }
    }
}
