//! CommonMark with GFM tables, written so that a parser reads back the same blocks.

use crate::article::{Article, SegmentRef};
use crate::model::{Kind, Role};

pub(crate) fn render(article: &Article) -> String {
    let mut writer = Writer { out: String::new(), prefix: String::new(), pending_marker: None };
    if let Some(title) = article.title() {
        writer.block(&format!("# {}", escape_inline(title)));
    }
    let mut index = 0;
    while let Some(segment) = article.segment(index) {
        if segment.role() == Role::Body && article.body_kinds().contains(&segment.kind()) {
            writer.segment(article, segment);
        }
        index = segment.record().end;
    }
    if !writer.out.is_empty() {
        writer.out.push('\n');
    }
    writer.out
}

struct Writer {
    out: String,
    /// What every line inside the open containers begins with.
    prefix: String,
    /// Marker of a list item that has been opened and not yet written.
    pending_marker: Option<String>,
}

impl Writer {
    fn segment(&mut self, article: &Article, segment: SegmentRef<'_>) {
        if !article.body_kinds().contains(&segment.kind()) {
            return;
        }
        match segment.kind() {
            Kind::Heading => {
                let hashes = "#".repeat(segment.level().clamp(1, 6) as usize);
                self.block(&format!("{hashes} {}", escape_inline(segment.text())));
            }
            Kind::List => {
                for (i, item) in segment.children().enumerate() {
                    let marker = if segment.is_ordered() {
                        format!("{}. ", u64::from(segment.record().list_start) + i as u64)
                    } else {
                        "- ".to_owned()
                    };
                    self.container(article, item, &marker);
                }
            }
            Kind::BlockQuote => {
                let outer = self.prefix.len();
                self.prefix.push_str("> ");
                segment.children().for_each(|child| self.segment(article, child));
                self.prefix.truncate(outer);
            }
            Kind::Table => self.table(segment),
            Kind::Code => {
                let fence = fence_for(segment.text());
                let language = segment.code_language().unwrap_or_default();
                self.block(&format!("{fence}{language}\n{}\n{fence}", segment.text().trim_matches('\n')));
            }
            kind if kind.is_container() => segment.children().for_each(|child| self.segment(article, child)),
            _ if segment.continues().is_some_and(|before| before.role() == Role::Body) && !self.out.is_empty() => {
                self.out.push(' ');
                self.out.push_str(&escape_inline(segment.text()));
            }
            _ => self.block(&escape_block(segment.text())),
        }
    }

    fn container(&mut self, article: &Article, item: SegmentRef<'_>, marker: &str) {
        let outer = self.prefix.len();
        self.pending_marker = Some(marker.to_owned());
        self.prefix.extend(std::iter::repeat_n(' ', marker.len()));
        item.children().for_each(|child| self.segment(article, child));
        self.prefix.truncate(outer);
        self.pending_marker = None;
    }

    fn table(&mut self, table: SegmentRef<'_>) {
        let rows: Vec<Vec<String>> = table
            .children()
            .map(|row| {
                row.children()
                    .map(|cell| {
                        let texts: Vec<_> = cell.children().map(|leaf| escape_inline(leaf.text())).collect();
                        texts.join(" ").replace('|', "\\|").replace('\n', " ")
                    })
                    .collect()
            })
            .collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let line = |row: &[String]| {
            let cells: Vec<&str> = (0..columns).map(|i| row.get(i).map_or("", String::as_str)).collect();
            format!("| {} |", cells.join(" | "))
        };
        let mut lines: Vec<String> = rows.iter().map(|row| line(row)).collect();
        if !lines.is_empty() {
            lines.insert(1, format!("|{}", " --- |".repeat(columns)));
            self.block(&lines.join("\n"));
        }
    }

    /// Writes a block, a blank line after the one before, every line behind the prefix.
    fn block(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.out.is_empty() {
            self.out.push('\n');
            self.out.push_str(self.prefix.trim_end());
            self.out.push('\n');
        }
        for (i, line) in text.split('\n').enumerate() {
            if i > 0 {
                self.out.push('\n');
            }
            match self.pending_marker.take() {
                Some(marker) => {
                    self.out.push_str(&self.prefix[..self.prefix.len() - marker.len()]);
                    self.out.push_str(&marker);
                }
                None if line.is_empty() => self.out.push_str(self.prefix.trim_end()),
                None => self.out.push_str(&self.prefix),
            }
            self.out.push_str(line);
        }
    }
}

/// A fence longer than any run of backticks in the code.
fn fence_for(code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    "`".repeat(longest.max(2) + 1)
}

/// Escapes what would be read as inline markup. Line feeds become hard breaks.
fn escape_inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '&' => out.extend(['\\', c]),
            '\n' => out.push_str("\\\n"),
            _ => out.push(c),
        }
    }
    out
}

/// Escapes a paragraph, whose lines must not be read as the beginning of another block.
fn escape_block(text: &str) -> String {
    let escaped = escape_inline(text);
    let lines: Vec<String> = escaped.split('\n').map(escape_line_start).collect();
    lines.join("\n")
}

fn escape_line_start(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let at = match line.as_bytes().get(digits) {
        Some(b'#' | b'>' | b'+' | b'-' | b'=' | b'|' | b':') if digits == 0 => 0,
        Some(b'.' | b')') if (1..=9).contains(&digits) => digits,
        _ => return line.to_owned(),
    };
    format!("{}\\{}", &line[..at], &line[at..])
}
