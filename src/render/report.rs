//! A report for people, as a fragment of HTML: the whole document, each segment tinted by its role, and why what was left
//! out was.
//!
//! Colours are translucent and text keeps the colour around it, so that the fragment can be read on a light and on a
//! dark page, whoever chose which; nothing is said by colour alone; every character of the article is escaped.

use std::fmt::Write;

use super::html::{Attribute, Escaped};
use crate::article::{Article, SegmentRef};
use crate::model::{Kind, Role};

/// Writes to a `String`, which cannot fail.
macro_rules! push {
    ($out:expr, $($argument:tt)*) => {{ let _ = write!($out, $($argument)*); }};
}
/// Bytes of the document that a report shows, at most: a browser has to lay it out.
const SHOWN: usize = 256 * 1024;

const STYLE: &str = "\
.nutgraf-report{font:14px/1.5 system-ui,sans-serif;max-width:60em;--body:34,139,87;--furniture:52,112,214;\
--boilerplate:150,110,90;--tint:.14}\
@media(prefers-color-scheme:dark){.nutgraf-report{--body:70,200,130;--furniture:110,165,255;--boilerplate:205,165,140;\
--tint:.2}}\
.nutgraf-report header{border-bottom:1px solid rgba(128,128,128,.4);margin-bottom:.75em;padding-bottom:.5em}\
.nutgraf-report header strong{font-size:1.3em;line-height:1.3}\
.nutgraf-report header span,.nutgraf-report footer{display:block;opacity:.75}\
.nutgraf-report header i{font-style:normal;border-radius:3px;padding:0 .4em;margin-right:.4em}\
.nutgraf-report pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;margin:0;padding:0;background:none;\
color:inherit;border:0;unicode-bidi:plaintext}\
.nutgraf-report .body{background:rgba(var(--body),var(--tint))}\
.nutgraf-report .furniture{background:rgba(var(--furniture),var(--tint))}\
.nutgraf-report .boilerplate{background:rgba(var(--boilerplate),var(--tint))}\
.nutgraf-report pre span{border-radius:3px;padding:1px 0}\
.nutgraf-report .k-heading{font-weight:bold}\
.nutgraf-report .dropped{opacity:.75}\
.nutgraf-report small{font-size:.72em;border:1px solid rgba(128,128,128,.5);border-radius:3px;padding:0 .3em;\
margin-right:.4em;user-select:none;-webkit-user-select:none}";

pub(crate) fn render(article: &Article) -> String {
    let mut out = String::with_capacity(article.document().len() * 2 + STYLE.len() + 1024);
    out.push_str("<div class=\"nutgraf-report\" role=\"region\" aria-label=\"What is kept of the document, and what is left out\"><style>");
    out.push_str(STYLE);
    out.push_str("</style>");
    header(article, &mut out);
    match article.language() {
        Some(language) => push!(out, "<pre lang=\"{}\">", Attribute(language)),
        None => out.push_str("<pre>"),
    }
    let shown = document(article, &mut out);
    out.push_str("</pre>");
    if shown < article.document().len() {
        let rest = article.document()[shown..].chars().count();
        push!(out, "<footer>{rest} more characters of the document are not shown here.</footer>");
    }
    out.push_str("</div>\n");
    out
}

fn header(article: &Article, out: &mut String) {
    out.push_str("<header>");
    if let Some(title) = article.title() {
        push!(out, "<strong>{}</strong>", Escaped(title));
    }
    let date = article.date_published().map(|date| date.to_string());
    let authors = article.authors().join(", ");
    let line = [Some(authors.as_str()), date.as_deref(), article.publisher(), article.language()];
    let line: Vec<&str> = line.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    if !line.is_empty() {
        push!(out, "<span>{}</span>", Escaped(&line.join(" · ")));
    }
    out.push_str("<span>");
    for &role in Role::all() {
        let segments = article.segments().filter(|s| s.role() == role && !s.kind().is_container()).count();
        push!(out, "<i class=\"{role}\" title=\"{}\">{role} {segments}</i>", Attribute(role.description()));
    }
    out.push_str("</span></header>");
}

/// Writes the leaves with what stands between them; the end of what was written, as an offset of the document.
fn document(article: &Article, out: &mut String) -> usize {
    let document = article.document();
    let mut limit = document.len().min(SHOWN);
    while !document.is_char_boundary(limit) {
        limit -= 1;
    }
    // Segments before this index are left out of the body with the container around them.
    let mut excluded_until = 0;
    let mut at = 0;
    for segment in article.segments() {
        let left_out = segment.role() == Role::Boilerplate || !article.body_kinds().contains(&segment.kind());
        if left_out {
            excluded_until = excluded_until.max(segment.record().end);
        }
        let (start, end) = (segment.span().start as usize, (segment.span().end as usize).min(limit));
        if segment.kind().is_container() || start < at {
            continue;
        }
        if start >= limit {
            break;
        }
        push!(out, "{}", Escaped(&document[at..start]));
        leaf(segment, &document[start..end], segment.index() < excluded_until, out);
        at = end;
    }
    push!(out, "{}", Escaped(&document[at..limit]));
    limit
}

fn leaf(segment: SegmentRef<'_>, text: &str, left_out: bool, out: &mut String) {
    let (kind, role) = (segment.kind(), segment.role());
    // The article's furniture is not cut away, it stands elsewhere: in the facts.
    let dropped = left_out && role != Role::Furniture;
    push!(out, "<span class=\"{role} k-{kind}{}\" title=\"", if dropped { " dropped" } else { "" });
    push!(out, "{role}: {kind}");
    if segment.level() != 0 {
        push!(out, ", level {}", segment.level());
    }
    push!(out, " ({:.2}). {}\">", segment.confidence(), Attribute(segment.reason()));
    if left_out && kind != Kind::Layout {
        // The tip is for those who point; this is for those who listen.
        let label = kind.name().replace('_', " ");
        push!(out, "<small role=\"note\" aria-label=\"{label}. {}\">{label}</small>", Attribute(segment.reason()));
    }
    push!(out, "{}</span>", Escaped(text));
}
