//! Mail: an mbox, where a line `From jane@example.org Tue Jan 11 10:15:00 2011` begins each message, and digests of lists
//! (RFC 1153), where a rule does.

use super::labels::Meaning;
use super::record::{Entry, Parsed, rows};
use super::scan::{self, Event, Line, Past};

/// Lines of a header, at most.
const MOST_HEADERS: usize = 100;

#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Where a message may begin, what tells so, the header lines since then, and whether one has been that tells.
    candidate: Option<Candidate>,
}

#[derive(Clone, Copy, Debug)]
struct Candidate {
    start: u64,
    /// A rule, and not a line of an mbox.
    by_rule: bool,
    headers: u32,
}

impl scan::Marks for Marks {
    fn line(&mut self, line: &Line<'_>, past: &Past<'_>) -> Option<Event> {
        if line.begins(b"T") && TOPICS.iter().any(|topics| line.text.starts_with(topics)) {
            // The masthead of the next digest, up to its own header.
            let mut header = past.lines().skip_while(|line| self::header(line.text).is_none());
            let mut first = header.next()?;
            for line in header.take_while(|line| self::header(line.text).is_some()) {
                first = if first.after_blank { first } else { line };
            }
            return first.after_blank.then_some(Event::Cover(first.start));
        }
        if line.begins(b"F") && line.after_blank && line.indent == 0 && is_from(line.text) {
            self.candidate = Some(Candidate { start: line.start, by_rule: false, headers: 0 });
            return None;
        }
        if line.begins(b"-") && is_rule(line.text) {
            self.candidate = Some(Candidate { start: line.start, by_rule: true, headers: 0 });
            return None;
        }
        let candidate = self.candidate.as_mut()?;
        // Header lines stand below one another.
        if candidate.headers > 0 && line.after_blank {
            self.candidate = None;
            return None;
        }
        if header(line.text).is_none() {
            // A header line goes on further in.
            if candidate.headers == 0 || line.indent == 0 {
                self.candidate = None;
            }
            return None;
        }
        candidate.headers += 1;
        let enough = if candidate.by_rule { 2 } else { 1 };
        let start = (candidate.headers >= enough).then_some(candidate.start)?;
        self.candidate = None;
        Some(Event::Start(start))
    }
}

/// What stands above the list of a digest's messages.
const TOPICS: &[&str] = &["Today's Topics", "Today’s Topics", "Topics of the day", "Topics in this digest"];

/// `From jane@example.org Tue Jan 11 10:15:00 2011`.
fn is_from(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("From ") else { return false };
    let words: Vec<&str> = rest.split_whitespace().take(12).collect();
    let clock = words.iter().any(|word| {
        let mut parts = word.split(':');
        let number =
            |part: Option<&str>| part.is_some_and(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()));
        number(parts.next()) && number(parts.next())
    });
    let year = words.iter().rev().take(3).any(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()));
    (4..=11).contains(&words.len()) && clock && year
}

/// The rule above a message of a digest: 30 hyphens, or 70 above the first.
fn is_rule(text: &str) -> bool {
    (28..=80).contains(&text.len()) && text.bytes().all(|byte| byte == b'-')
}

/// The rule above the notice of a list: 47 underscores.
fn is_notice(text: &str) -> bool {
    text.len() >= 40 && text.bytes().all(|byte| byte == b'_')
}

/// A header line of a mail, its name and where its value begins.
fn header(text: &str) -> Option<(&str, usize)> {
    const HEADERS: &[&str] = &[
        "date",
        "from",
        "subject",
        "to",
        "cc",
        "reply-to",
        "sender",
        "message-id",
        "message",
        "in-reply-to",
        "references",
        "content-type",
        "content-transfer-encoding",
        "mime-version",
        "received",
        "return-path",
        "delivered-to",
        "organization",
        "newsgroups",
        "list-id",
        "comments",
        "keywords",
        "approved",
        "lines",
        "path",
        "resent-from",
        "status",
        "user-agent",
    ];
    let colon = memchr::memchr(b':', &text.as_bytes()[..text.len().min(40)])?;
    let name = &text[..colon];
    let known = HEADERS.iter().any(|header| name.eq_ignore_ascii_case(header))
        || name.len() > 2 && (name.starts_with("X-") || name.starts_with("x-"));
    let value = text[colon + 1..].trim_start();
    known.then(|| (name, text.len() - value.len()))
}

/// Whether a text begins with the header of a message: whom it is from, and of when or of what it is.
pub(super) fn is_message(text: &str) -> bool {
    // Few texts begin so, and their first line tells.
    let first = text.trim_start_matches('\u{FEFF}').trim_start();
    if header(first.lines().next().unwrap_or_default()).is_none() {
        return false;
    }
    let names: Vec<&str> = first
        .lines()
        .take(MOST_HEADERS)
        .take_while(|line| any_header(line).is_some() || line.starts_with([' ', '\t']))
        .filter_map(|line| Some(any_header(line)?.0))
        .collect();
    let has = |name: &str| names.iter().any(|other| other.eq_ignore_ascii_case(name));
    names.len() >= 3 && has("from") && (has("subject") || has("date"))
}

/// Any field of a header (RFC 5322), its name and where its value begins.
fn any_header(text: &str) -> Option<(&str, usize)> {
    let colon = memchr::memchr(b':', &text.as_bytes()[..text.len().min(78)])?;
    let name = &text[..colon];
    let is_name =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let value = text[colon + 1..].trim_start();
    is_name.then(|| (name, text.len() - value.len()))
}

/// Whether a text is what stands above the messages of a digest.
pub(super) fn is_masthead(text: &str) -> bool {
    ["Digest", "digest", "DIGEST", "Today's Topics", "Topics of the day"].iter().any(|word| text.contains(word))
}

pub(super) fn parse(text: &str) -> Parsed {
    let mut parsed = Parsed::labelled(true);
    let rows = rows(text);
    // Above the first message of a digest stands its masthead.
    let is_header = |at: usize| rows.get(at).is_some_and(|row| header(row.text).is_some());
    let mark = (0..rows.len())
        .find(|&at| is_header(at + 1) && (is_from(rows[at].text) || is_rule(rows[at].text) && is_header(at + 2)));
    let first = match mark {
        Some(mark) => mark + 1,
        None if is_message(text) => 0,
        None => return Parsed::default(),
    };
    if let Some(mark) = mark {
        parsed.add(Entry::unlabelled(rows[mark].range(), Meaning::Mark));
    }
    let mut at = first;
    while at < rows.len() && (at == first || !rows[at].after_blank) {
        let Some((name, value)) = any_header(rows[at].text) else { break };
        let end =
            (at + 1..rows.len()).find(|&next| rows[next].after_blank || rows[next].indent == 0).unwrap_or(rows.len());
        let meaning = match name.to_ascii_lowercase().as_str() {
            "subject" => Meaning::Title,
            "from" => Meaning::Byline,
            "date" => Meaning::Published,
            "message-id" => Meaning::Identifier,
            "keywords" => Meaning::Keywords,
            _ => Meaning::Property,
        };
        let row = &rows[at];
        let (start, last) = (row.start + value, rows[end - 1].end());
        parsed.add(Entry { label: row.start..row.start + name.len(), value: start.min(last)..last, meaning });
        at = end;
    }
    if at == rows.len() && text[rows[at - 1].end()..].matches('\n').count() < 2 {
        parsed.damage = Some("it breaks off within its header");
    }
    // What closes a digest, and the signature, which a line `-- ` parts from the text.
    let mut end = rows.len();
    let footer = (at..end).rev().take(12).find(|&row| {
        let text = rows[row].text;
        text.starts_with("End of ") && (text.contains("igest") || text.contains("DIGEST"))
            || text == "Subject: Digest Footer"
    });
    if let Some(footer) = footer {
        end = footer;
        while end > at
            && (is_rule(rows[end - 1].text) || rows[end - 1].text.bytes().all(|byte| byte == b'*' || byte == b'_'))
        {
            end -= 1;
        }
    }
    // The notice that the list puts below every message.
    let notice = (at.max(end.saturating_sub(8))..end).find(|&row| is_notice(rows[row].text));
    end = notice.unwrap_or(end);
    while end > at && is_rule(rows[end - 1].text) {
        end -= 1;
    }
    let signature = (at..end).find(|&row| rows[row].text == "--");
    let end = signature.unwrap_or(end);
    if end > at {
        parsed.body.push(rows[at].start - rows[at].indent.min(rows[at].start)..rows[end - 1].end());
    }
    parsed
}
