//! CommonMark with GFM tables, written so that a parser reads back the same blocks.
//!
//! What Markdown has no sign for is written as the inline HTML that CommonMark takes: sub- and superscript; a line break in
//! a heading or a cell; and emphasis that ends where asterisks would not be read as its end (`**Note:**this`).

mod escape;
mod table;

use super::blocks::{Block, BlockKind, blocks};
use super::inline::{Inline, Style};
use crate::article::Article;
use escape::{Place, inline};

pub(crate) fn render(article: &Article) -> String {
    let mut writer = Writer::default();
    writer.blocks(&blocks(article), false, false);
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
    /// What every line inside the open containers begins with.
    prefix: String,
    /// What the next line begins with, where an item has just begun.
    first: Option<String>,
}

impl Writer {
    /// Blocks that follow one another; in a tight list without blank lines, and in an item with the other marker for a
    /// list at its beginning.
    fn blocks(&mut self, blocks: &[Block<'_>], tight: bool, other_marker: bool) {
        // Lists that touch would be one.
        let mut other_marker = other_marker;
        for (at, block) in blocks.iter().enumerate() {
            if at > 0 && !tight {
                self.blank();
            }
            self.block(block, other_marker);
            other_marker = matches!(block.kind, BlockKind::List { .. }) && !other_marker;
        }
    }

    fn block(&mut self, block: &Block<'_>, other_marker: bool) {
        match block.kind {
            BlockKind::Heading { level } => {
                let hashes = "#".repeat(level as usize);
                self.line(&format!("{hashes} {}", inline(&block.text, Place::Heading)));
            }
            BlockKind::Paragraph | BlockKind::Picture => self.lines(&inline(&block.text, Place::Paragraph)),
            BlockKind::Caption => self.lines(&inline(&emphasised(&block.text), Place::Paragraph)),
            BlockKind::Code { language } => self.code(&block.text, language.unwrap_or_default()),
            BlockKind::Quote => {
                let outer = self.prefix.len();
                self.prefix.push_str("> ");
                self.first.iter_mut().for_each(|first| first.push_str("> "));
                self.blocks(&block.children, false, false);
                self.prefix.truncate(outer);
            }
            BlockKind::List { start } => self.list(block, start, other_marker),
            BlockKind::Table => table::lines(block).iter().for_each(|line| self.line(line)),
            BlockKind::Figure | BlockKind::Item | BlockKind::Row | BlockKind::Cell { .. } => {
                self.blocks(&block.children, false, other_marker);
            }
        }
    }

    fn list(&mut self, list: &Block<'_>, start: Option<u32>, other_marker: bool) {
        /// The highest number of an item (CommonMark 5.2).
        const MOST: u32 = 999_999_999;
        let tight = list.is_tight();
        for (at, item) in list.children.iter().enumerate() {
            if at > 0 && !tight {
                self.blank();
            }
            let marker = match (start, other_marker) {
                (None, false) => "- ".to_owned(),
                (None, true) => "* ".to_owned(),
                (Some(start), _) => {
                    let number = start.saturating_add(at as u32).min(MOST);
                    format!("{number}{} ", if other_marker { ')' } else { '.' })
                }
            };
            let outer = self.prefix.len();
            let mut first = self.first.take().unwrap_or_else(|| self.prefix.clone());
            first.push_str(&marker);
            self.first = Some(first);
            self.prefix.extend(std::iter::repeat_n(' ', marker.len()));
            // A marker right behind another of its kind could be read as a rule.
            self.blocks(&item.children, tight, !other_marker && begins_with_list(item));
            self.prefix.truncate(outer);
        }
    }

    fn code(&mut self, text: &[Inline<'_>], language: &str) {
        let Some(Inline::Text(code)) = text.first() else { return };
        let fence = "`".repeat(escape::longest_run(code, '`').max(2) + 1);
        self.line(&format!("{fence}{}", escape::info(language)));
        self.lines(code.strip_suffix('\n').unwrap_or(code));
        self.line(&fence);
    }

    fn lines(&mut self, text: &str) {
        text.split('\n').for_each(|line| self.line(line));
    }

    fn line(&mut self, text: &str) {
        let first = self.first.take();
        let start = first.as_deref().unwrap_or(&self.prefix);
        self.out.push_str(if text.is_empty() { start.trim_end() } else { start });
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn blank(&mut self) {
        self.line("");
    }
}

fn begins_with_list(item: &Block<'_>) -> bool {
    item.children.first().is_some_and(|first| matches!(first.kind, BlockKind::List { .. }))
}

/// The text of a caption, which emphasis tells from the body; none within it.
fn emphasised<'a>(text: &[Inline<'a>]) -> Vec<Inline<'a>> {
    let mut out = vec![Inline::Open(Style::Emphasis)];
    for inline in text {
        match (inline, out.last_mut()) {
            (Inline::Open(Style::Emphasis) | Inline::Close(Style::Emphasis), _) => {}
            (Inline::Text(words), Some(Inline::Text(last))) | (Inline::Code(words), Some(Inline::Code(last))) => {
                last.push_str(words);
            }
            _ => out.push(inline.clone()),
        }
    }
    out.push(Inline::Close(Style::Emphasis));
    out
}
