//! Texts one after the other: `==> name <==` above each, as `head` and `tail` write it, or a rule above lines such as
//! `URL: …` and `Title: …`.

use super::labels::{self, Meaning};
use super::record::{self, Entry, Parsed, Row, label, rows};
use super::scan::{self, Event, Line, Past};

#[derive(Debug)]
pub(super) struct Marks {
    /// The caller says that it is one: every rule that stands alone parts two texts.
    is_given: bool,
    /// A rule above what may be a text, and the labels since then.
    rule: Option<(u64, u32)>,
}

impl Marks {
    pub(super) fn new(is_given: bool) -> Self {
        Self { is_given, rule: None }
    }
}

impl scan::Marks for Marks {
    fn line(&mut self, line: &Line<'_>, _: &Past<'_>) -> Option<Event> {
        if line.begins(b"=<") && is_name(line.text) && line.after_blank {
            self.rule = None;
            return Some(Event::Start(line.start));
        }
        if line.begins(b"=-*#_~+%") && is_rule(line.text) {
            // Two rules are a box around a title.
            if self.rule.is_none() {
                self.rule = Some((line.start, 0));
                if self.is_given && line.after_blank {
                    self.rule = None;
                    return Some(Event::Start(line.start));
                }
            }
            return None;
        }
        let (start, labels) = self.rule.as_mut()?;
        if is_label(line.text) {
            *labels += 1;
            let is_address = label(line.text).is_some_and(|(_, value)| line.text[value..].starts_with("http"));
            if *labels >= 2 || is_address {
                let start = *start;
                self.rule = None;
                return Some(Event::Start(start));
            }
        } else {
            self.rule = None;
        }
        None
    }
}

/// `==> name <==`.
fn is_name(text: &str) -> bool {
    text.starts_with("==> ") && text.ends_with(" <==") && text.len() > 8
}

/// Ten or more of one symbol.
fn is_rule(text: &str) -> bool {
    let first = text.as_bytes().first();
    (10..=200).contains(&text.len()) && text.bytes().all(|byte| Some(&byte) == first)
}

/// A label that stands above a text.
fn is_label(text: &str) -> bool {
    label(text).is_some_and(|(name, value)| {
        let meaning = labels::meaning(name);
        value < text.len()
            && matches!(
                meaning,
                Some(
                    Meaning::Title
                        | Meaning::Url
                        | Meaning::Published
                        | Meaning::Byline
                        | Meaning::Publisher
                        | Meaning::Language
                        | Meaning::Section
                        | Meaning::Keywords
                        | Meaning::Identifier
                )
            )
    })
}

pub(super) fn parse(text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let rows = rows(text);
    let mut at = rows.iter().take_while(|row| is_rule(row.text) || is_name(row.text)).count();
    rows[..at].iter().for_each(|row| parsed.add(Entry::unlabelled(row.range(), Meaning::Mark)));
    let of_labels = |row: &Row<'_>| is_label(row.text);
    // Two labels, or an address: one line with a colon is a headline.
    let first = at;
    let labels = rows[at..].iter().take_while(|row| of_labels(row)).count();
    let is_address =
        rows.get(at).is_some_and(|row| label(row.text).is_some_and(|(_, value)| row.text[value..].starts_with("http")));
    while (labels >= 2 || is_address)
        && at < first + labels
        && let Some((entry, _)) = record::field(&rows[..=at], at, &of_labels)
    {
        parsed.add(entry);
        at += 1;
    }
    at += rows[at..].iter().take(1).filter(|row| is_rule(row.text)).count();
    if let (Some(first), Some(last)) = (rows.get(at), rows.last()) {
        parsed.body.push(first.start - first.indent..last.end());
    }
    parsed
}
