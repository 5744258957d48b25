//! Semantic HTML: a fragment that shows an article and can do nothing, by construction. Only the elements and attributes that
//! are named here are written, all text is escaped, and links and images come with their addresses judged.

use std::fmt::{self, Display, Write};

use super::blocks::{Block, BlockKind, blocks};
use super::inline::{Inline, Style};
use crate::article::Article;

/// Writes to a `String`, which cannot fail.
macro_rules! push {
    ($out:expr, $($argument:tt)*) => {{ let _ = write!($out, $($argument)*); }};
}

/// The title and the body.
pub(crate) fn render(article: &Article) -> String {
    fragment(article, &blocks(article))
}

/// Some of its blocks.
pub(super) fn fragment(article: &Article, blocks: &[Block<'_>]) -> String {
    if blocks.is_empty() {
        return String::new();
    }
    let mut out = String::with_capacity(article.document().len() + 64);
    out.push_str("<article");
    if let Some(language) = article.language() {
        push!(out, " lang=\"{}\"", Attribute(language));
        out.push_str(if is_written_leftwards(language) { " dir=\"rtl\"" } else { "" });
    }
    out.push_str(">\n");
    blocks.iter().for_each(|block| self::block(block, &mut out));
    out.push_str("</article>\n");
    out
}

/// Whether a language is written from right to left, in the script that it is written in where the tag names none (CLDR,
/// likely subtags).
fn is_written_leftwards(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    match subtags.find(|subtag| subtag.len() == 4) {
        Some(script) => ["arab", "hebr", "syrc", "thaa", "nkoo"].iter().any(|other| script.eq_ignore_ascii_case(other)),
        None => matches!(language, "ar" | "ckb" | "dv" | "fa" | "he" | "iw" | "ps" | "sd" | "ug" | "ur" | "yi"),
    }
}

fn block(block: &Block<'_>, out: &mut String) {
    match block.kind {
        BlockKind::Heading { level } => {
            push!(out, "<h{level}>");
            inline(&block.text, out);
            push!(out, "</h{level}>\n");
        }
        BlockKind::Paragraph | BlockKind::Picture => leaf("p", block, out),
        BlockKind::Caption => leaf("figcaption", block, out),
        BlockKind::Code { language } => {
            out.push_str("<pre><code");
            if let Some(language) = language {
                push!(out, " class=\"language-{}\"", Attribute(language));
            }
            out.push('>');
            inline(&block.text, out);
            out.push_str("</code></pre>\n");
        }
        BlockKind::Quote => container("blockquote", block, out),
        BlockKind::Figure => {
            out.push_str("<figure>\n");
            for child in &block.children {
                if child.kind == BlockKind::Picture {
                    inline(&child.text, out);
                    out.push('\n');
                } else {
                    self::block(child, out);
                }
            }
            out.push_str("</figure>\n");
        }
        BlockKind::List { start: None } => container("ul", block, out),
        BlockKind::List { start: Some(start) } => {
            out.push_str("<ol");
            if start != 1 {
                push!(out, " start=\"{start}\"");
            }
            out.push_str(">\n");
            children(block, out);
            out.push_str("</ol>\n");
        }
        BlockKind::Item => cell("li", block, out),
        BlockKind::Table => table(block, out),
        BlockKind::Row => container("tr", block, out),
        BlockKind::Cell { header, columns, rows } => {
            let name = if header { "th" } else { "td" };
            push!(out, "<{name}");
            for (attribute, span) in [("colspan", columns), ("rowspan", rows)] {
                if span > 1 {
                    push!(out, " {attribute}=\"{span}\"");
                }
            }
            out.push('>');
            content(block, out);
            push!(out, "</{name}>\n");
        }
    }
}

fn children(block: &Block<'_>, out: &mut String) {
    block.children.iter().for_each(|child| self::block(child, out));
}

fn container(name: &str, block: &Block<'_>, out: &mut String) {
    push!(out, "<{name}>\n");
    children(block, out);
    push!(out, "</{name}>\n");
}

fn leaf(name: &str, block: &Block<'_>, out: &mut String) {
    push!(out, "<{name}>");
    inline(&block.text, out);
    push!(out, "</{name}>\n");
}

fn cell(name: &str, block: &Block<'_>, out: &mut String) {
    push!(out, "<{name}>");
    content(block, out);
    push!(out, "</{name}>\n");
}

fn content(block: &Block<'_>, out: &mut String) {
    let (alone, blocks) = block.content();
    alone.iter().for_each(|first| inline(&first.text, out));
    if !blocks.is_empty() {
        out.push('\n');
        blocks.iter().for_each(|block| self::block(block, out));
    }
}

/// Rows of headers at the top are the head.
fn table(table: &Block<'_>, out: &mut String) {
    let heads = table.children.iter().take_while(|row| row.is_header()).count();
    out.push_str("<table>\n");
    for (name, rows) in [("thead", &table.children[..heads]), ("tbody", &table.children[heads..])] {
        if !rows.is_empty() {
            push!(out, "<{name}>\n");
            rows.iter().for_each(|row| block(row, out));
            push!(out, "</{name}>\n");
        }
    }
    out.push_str("</table>\n");
}

fn inline(text: &[Inline<'_>], out: &mut String) {
    for inline in text {
        match inline {
            Inline::Text(words) => push!(out, "{}", Escaped(words)),
            Inline::Code(code) => push!(out, "<code>{}</code>", Escaped(code)),
            Inline::Break => out.push_str("<br>"),
            Inline::Image { target, alt } => {
                push!(out, "<img src=\"{}\" alt=\"{}\">", Attribute(target), Attribute(alt));
            }
            Inline::Open(Style::Link(target)) => push!(out, "<a href=\"{}\">", Attribute(target)),
            Inline::Open(style) => push!(out, "<{}>", name(style)),
            Inline::Close(style) => push!(out, "</{}>", name(style)),
        }
    }
}

fn name(style: &Style<'_>) -> &'static str {
    match style {
        Style::Link(_) => "a",
        Style::Strong => "strong",
        Style::Emphasis => "em",
        Style::Sub => "sub",
        Style::Sup => "sup",
    }
}

/// Text in an element, escaped as the standard serialises it (WHATWG HTML 13.3).
pub(super) struct Escaped<'a>(pub(super) &'a str);

/// Text in a quoted attribute.
pub(super) struct Attribute<'a>(pub(super) &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        escape(self.0, false, f)
    }
}

impl Display for Attribute<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        escape(self.0, true, f)
    }
}

fn escape(text: &str, quotes: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let escape = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '\u{A0}' => "&nbsp;",
            '"' if quotes => "&quot;",
            // None of these belongs in HTML, escaped or not.
            '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\x7F'..='\u{9F}' => "\u{FFFD}",
            // The parser would take a lone one for a line feed.
            '\r' => "&#13;",
            _ => continue,
        };
        f.write_str(&text[from..at])?;
        f.write_str(escape)?;
        from = at + c.len_utf8();
    }
    f.write_str(&text[from..])
}

#[cfg(test)]
mod tests {
    use super::{Attribute, Escaped};

    #[test]
    fn nothing_hostile_survives() {
        assert_eq!(Escaped("<script>\"'&\0é\r\n\u{A0}").to_string(), "&lt;script&gt;\"'&amp;\u{FFFD}é&#13;\n&nbsp;");
        assert_eq!(Attribute("\"><b>'").to_string(), "&quot;&gt;&lt;b&gt;'");
    }
}
