//! `--explain`: what every segment is taken for, and why.

use std::borrow::Cow;
use std::io::{self, Write};

use nutgraf::{Article, Field, Role, SegmentRef};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::args::Color;

/// Columns when neither COLUMNS nor a terminal says how many there are.
const COLUMNS: usize = 100;

/// Columns of the names in the header.
const NAMES: usize = 11;

/// How the output is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    color: bool,
    columns: usize,
}

impl Style {
    pub(crate) fn new(color: Color, terminal: bool) -> Self {
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let plain = || set("NO_COLOR").is_some() || set("TERM").is_some_and(|term| term == "dumb");
        let color = match color {
            Color::Auto => terminal && !plain(),
            Color::Always => true,
            Color::Never => false,
        };
        let declared = set("COLUMNS").and_then(|columns| columns.to_str()?.parse().ok()).filter(|&columns| columns > 0);
        let measured = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
        Self { color, columns: declared.or_else(measured).unwrap_or(COLUMNS) }
    }

    fn paint<'a>(&self, sequence: &str, text: &'a str) -> Cow<'a, str> {
        if self.color { format!("\x1b[{sequence}m{text}\x1b[0m").into() } else { text.into() }
    }
}

const BOLD: &str = "1";
const DIM: &str = "2";
const WARNING: &str = "33";

fn color(role: Role) -> &'static str {
    match role {
        Role::Body => "32",
        Role::Furniture => "36",
        Role::Boilerplate => "35",
        _ => "39",
    }
}

pub(crate) struct Explain<'a> {
    pub(crate) article: &'a Article,
    pub(crate) style: Style,
}

impl Explain<'_> {
    pub(crate) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        self.header(out)?;
        for (segment, depth) in with_depth(self.article) {
            self.segment(out, segment, depth)?;
        }
        Ok(())
    }

    fn header(&self, out: &mut impl Write) -> io::Result<()> {
        let article = self.article;
        let date = |field| article.value(field).map(str::to_owned);
        let authors = article.authors();
        let access = article.access();
        let free = match access.is_accessible_for_free() {
            Some(true) => "declared free",
            Some(false) => "declared not free",
            None => "nothing declared",
        };
        let facts = [
            ("title", article.title().map(str::to_owned)),
            ("authors", (!authors.is_empty()).then(|| authors.join(", "))),
            ("published", date(Field::DatePublished)),
            ("modified", date(Field::DateModified)),
            ("publisher", article.publisher().map(str::to_owned)),
            ("language", article.language().map(str::to_owned)),
            ("access", Some(format!("{}, {free}", access.status()))),
            ("words", Some(article.word_count().to_string())),
            ("confidence", Some(format!("{:.2}", article.confidence()))),
        ];
        for (name, value) in facts {
            // The absence of what a reader looks for is worth a line; that of the rest is not.
            if value.is_none() && matches!(name, "modified" | "publisher") {
                continue;
            }
            self.line(out, name, value.as_deref().unwrap_or("none found"), if name == "title" { BOLD } else { "39" })?;
        }
        for warning in article.warnings() {
            let place = warning.span().map_or(String::new(), |span| format!(" at {}..{}", span.start, span.end));
            self.line(out, "warning", &format!("{}{place}: {}", warning.kind(), warning.message()), WARNING)?;
        }
        writeln!(out)
    }

    fn line(&self, out: &mut impl Write, name: &str, value: &str, sequence: &str) -> io::Result<()> {
        let value = shorten(value, self.style.columns.saturating_sub(NAMES + 1));
        writeln!(out, "{} {}", self.style.paint(DIM, &format!("{name:NAMES$}")), self.style.paint(sequence, &value))
    }

    /// A line of what it is taken for and why, and one of its text.
    fn segment(&self, out: &mut impl Write, segment: SegmentRef<'_>, depth: usize) -> io::Result<()> {
        let indent = " ".repeat((depth * 2).min(self.style.columns / 4));
        let level = if segment.level() == 0 { String::new() } else { format!(" {}", segment.level()) };
        let name = format!("{indent}{} {}{level}", segment.role(), segment.kind());
        let (span, confidence) = (segment.span(), segment.confidence());
        let continues = segment.continues().map_or(String::new(), |before| format!(" continues {}", before.index()));
        let place = format!("{:>4} {confidence:.2} {}..{}{continues}", segment.index(), span.start, span.end);
        let role = color(segment.role());
        writeln!(
            out,
            "{}  {}  {}",
            self.style.paint(role, &format!("{name:<28}")),
            self.style.paint(DIM, &format!("{place:<22}")),
            segment.reason()
        )?;
        if segment.kind().is_container() {
            return Ok(());
        }
        let text = shorten(segment.text(), self.style.columns.saturating_sub(indent.len() + 4));
        // Layout and the like have no clean text: what stands there is shown instead.
        let text = match &*text {
            "" => shorten(&self.article.document()[span.range()], self.style.columns.saturating_sub(indent.len() + 4)),
            _ => text,
        };
        let sequence = if segment.role() == Role::Body { "39" } else { DIM };
        writeln!(out, "{indent}    {}", self.style.paint(sequence, &text))
    }
}

/// Segments in pre-order with the number of containers around each.
fn with_depth(article: &Article) -> impl Iterator<Item = (SegmentRef<'_>, usize)> {
    let mut open: Vec<u32> = Vec::new();
    article.segments().map(move |segment| {
        while open.last().is_some_and(|&end| end <= segment.index()) {
            open.pop();
        }
        let depth = open.len();
        open.push(segment.record().end);
        (segment, depth)
    })
}

/// A text on one line of so many columns, with an ellipsis where it was cut, and without characters that would do
/// something to a terminal.
fn shorten(text: &str, columns: usize) -> Cow<'_, str> {
    let strange = |c: char| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    // What cannot fit is not looked at: a text may be long, and most characters take a column.
    let head_end =
        text.char_indices().nth(columns.saturating_mul(4).saturating_add(1)).map_or(text.len(), |(end, _)| end);
    let head = &text[..head_end];
    if head_end == text.len() && head.width() <= columns && !head.contains(strange) {
        return Cow::Borrowed(text);
    }
    let (mut out, mut width) = (String::new(), 0);
    let mut rest = head.chars().map(|c| if strange(c) { ' ' } else { c }).peekable();
    while let Some(c) = rest.next() {
        let next = width + c.width().unwrap_or(0);
        let last = rest.peek().is_none() && head_end == text.len();
        if next > columns.saturating_sub(usize::from(!last)) {
            out.truncate(out.trim_end().len());
            out.push('…');
            break;
        }
        out.push(c);
        width = next;
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn a_text_takes_no_more_columns_than_there_are() {
        assert_eq!(shorten("short", 5), "short");
        assert_eq!(shorten("longer", 5), "long…");
        assert_eq!(shorten("ends with a blank", 6), "ends…");
        assert_eq!(shorten("日本語の文", 6), "日本…");
        assert_eq!(shorten("日本語", 6), "日本語");
        assert_eq!(shorten("a\u{1b}[31mb\tc\nd", 40), "a [31mb c d");
        assert_eq!(shorten("anything", 0), "…");
        assert_eq!(shorten("", 0), "");
        let long = "word ".repeat(100_000);
        assert_eq!(shorten(&long, 10), "word word…");
    }
}
