//! Stories of news agencies, one behind the other: what parts them is the end mark of one, followed by the headline and the
//! dateline of the next.

use super::labels::Meaning;
use super::record::{Entry, Parsed, Row, rows};
use super::scan::{self, Event, Line, Past};
use crate::facts::datelines;

/// Lines between the end mark of a story and the dateline of the next.
const NEAR: u32 = 8;

#[derive(Debug)]
pub(super) struct Marks {
    /// The caller says that it is one: stories may do without an end mark.
    is_given: bool,
    /// Where a story has ended, and the lines since then.
    ended: Option<(u64, u32)>,
    /// Whether there has been a dateline.
    has_begun: bool,
}

impl Marks {
    pub(super) fn new(is_given: bool) -> Self {
        Self { is_given, ended: None, has_begun: false }
    }
}

impl scan::Marks for Marks {
    fn line(&mut self, line: &Line<'_>, past: &Past<'_>) -> Option<Event> {
        if line.text.len() <= 32 && line.begins(b"#-ERN(FXAU/\xE2") && is_end_mark(line.text) {
            // What was sent when stands below the mark, and belongs to it.
            self.ended = Some((line.end, 0));
            return None;
        }
        if !self.is_given && self.ended.is_none() {
            return None;
        }
        let opens = line.after_blank || line.indent >= 2;
        if opens && opens_story(line.text) {
            let (is_given, has_begun) = (self.is_given, std::mem::replace(&mut self.has_begun, true));
            return match self.ended.take() {
                // What a press release says below its end mark is no other story.
                Some((end, _)) => {
                    let first = past.lines().take_while(|line| line.start >= end).last();
                    let is_release = first.is_some_and(|line| RELEASE.iter().any(|words| line.text.starts_with(words)));
                    (!is_release).then_some(Event::Start(end))
                }
                None if is_given && has_begun => headline(past).map(Event::Start),
                None => None,
            };
        }
        if let Some((_, lines)) = &mut self.ended {
            *lines += 1;
            if *lines > NEAR {
                self.ended = None;
            }
        }
        None
    }
}

/// How the parts of a press release begin that stand below its end mark.
const RELEASE: &[&str] = &[
    "About ",
    "ABOUT ",
    "Notes",
    "NOTES",
    "Note to",
    "Contact",
    "CONTACT",
    "Media",
    "MEDIA",
    "Press",
    "For more",
    "For further",
    "Über ",
    "À propos",
    "Contatti",
    "Contacto",
];

/// A line that ends a story: `###`, `-30-`, `ENDS`, ` Reuter`, `AP-NY-02-26-87 1530EST`, `NNNN`.
fn is_end_mark(text: &str) -> bool {
    const MARKS: &[&str] = &[
        "###",
        "# # #",
        "-30-",
        "- 30 -",
        "--30--",
        "—30—",
        "-0-",
        "ENDS",
        "Ends",
        "-ENDS-",
        "- ENDS -",
        "-ends-",
        "END",
        "(END)",
        "-END-",
        "Reuter",
        "REUTER",
        "Reuters",
        "REUTERS",
        "(REUTERS)",
        "NNNN",
        "-- END --",
        "(ENDS)",
        "(FIN)",
        "FIN",
        "/ENDE/",
        "--AP--",
        "-XXX-",
        "XXX",
    ];
    let text = text.trim_end_matches(['\u{3}', '<', ' ']).trim_end_matches("&#3;").trim_end();
    MARKS.contains(&text) || sent(text)
}

/// `AP-NY-02-26-87 1530EST`.
fn sent(text: &str) -> bool {
    let Some((slug, time)) = text.split_once(' ') else { return false };
    let time = time.trim();
    slug.matches('-').count() >= 4
        && (slug.starts_with("AP-") || slug.starts_with("UPI-") || slug.starts_with("AFP-"))
        && time.bytes().take(4).filter(u8::is_ascii_digit).count() == 4
}

/// Whether a line opens a story: a dateline, and behind it a sentence. (AP once wrote its dash as an underscore.)
fn opens_story(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_uppercase() || c == '(');
    let dash = ["- ", "— ", "– ", "_ "].iter().filter_map(|dash| Some((text.find(*dash)?, dash.len()))).min();
    let Some((dash, width)) = dash.filter(|_| begins) else { return false };
    let said = text[dash + width..].trim_start().chars().find(|c| c.is_alphanumeric());
    said.is_none_or(|c| !c.is_lowercase())
        && if text[dash..].starts_with('_') {
            datelines::read(&text.replacen('_', "-", 1), "").is_some()
        } else {
            datelines::read(text, "").is_some()
        }
}

/// Where the lines begin that head a dateline: up to three short ones, of which the first stands apart.
fn headline(past: &Past<'_>) -> Option<u64> {
    let mut first = None;
    for line in past.lines().take(4) {
        if line.text.len() > 90 || line.text.ends_with(['.', ',', '"', '”', ';']) {
            break;
        }
        if line.after_blank {
            first = Some(line.start);
        }
    }
    first
}

/// A story: its headline and byline stand above its dateline. A text without one is like any other.
pub(super) fn parse(text: &str) -> Parsed {
    const HEAD: usize = 10;
    let rows = rows(text);
    let opening = (0..rows.len().min(HEAD))
        .find(|&at| (rows[at].after_blank || rows[at].indent >= 2) && opens_story(rows[at].text));
    let Some(opening) = opening.filter(|&opening| opening > 0) else { return Parsed::default() };
    let mut parsed = Parsed::labelled(true);
    head(&rows[..opening], &mut parsed);
    let first = &rows[opening];
    parsed.body.push(first.start - first.indent..rows.last().map_or(first.end(), |row| row.end()));
    parsed
}

/// Headline and byline. On old wires a `^` stands before each, and a slug above them.
fn head(rows: &[Row<'_>], parsed: &mut Parsed) {
    let coded = rows.iter().any(|row| row.text.starts_with('^'));
    let is_slug = |text: &str| ["^BC-", "^AM-", "^PM-", "^EDITORS"].iter().any(|slug| text.starts_with(slug));
    let mut title = false;
    let mut at = 0;
    while at < rows.len() {
        let row = &rows[at];
        let inner = row.text.trim_start_matches('^').trim_end_matches(['<', '=']).trim();
        let start = row.start + (inner.as_ptr() as usize - row.text.as_ptr() as usize);
        let value = start..start + inner.len();
        let end = if coded {
            at + 1
        } else {
            (at + 1..rows.len()).find(|&next| rows[next].after_blank).unwrap_or(rows.len())
        };
        let is_notice = ["RELEASE", "EMBARGO"].iter().any(|word| row.text.contains(word)) && row.text.len() < 60;
        if is_byline(inner) {
            parsed.add(Entry::unlabelled(value, Meaning::Byline));
            at += 1;
            continue;
        }
        let heads = !title && !is_notice && !is_slug(row.text) && (!coded || row.text.starts_with('^'));
        if heads {
            // A byline may be a line of the headline's paragraph.
            let end = (at + 1..end).find(|&next| is_byline(rows[next].text)).unwrap_or(end);
            let value = if coded { value } else { value.start..rows[end - 1].end() };
            parsed.add(Entry::unlabelled(value, Meaning::Title));
            title = true;
            at = end;
        } else {
            parsed.add(Entry::unlabelled(row.start..rows[end - 1].end(), Meaning::Mark));
            at = end;
        }
    }
}

fn is_byline(text: &str) -> bool {
    ["By ", "BY ", "Von ", "Par ", "Por "].iter().any(|by| text.starts_with(by)) && text.len() <= 100
}
