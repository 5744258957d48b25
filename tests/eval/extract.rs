//! Runs nutgraf over pages for a scorer: reads `{"id", "text"}` or `{"id", "html"}` a line, writes `{"id", "text", "title", "author",
//! "date", "kept", "facts", "confidence", "segments"}` a line, `kept` being the ranges of code points that went into the body,
//! `facts` all that was found, with its rivals, `segments` the leaves with their role, confidence and text.
//!
//!     cargo run --release --example extract < pages.jsonl > out.jsonl

use std::io::{self, BufRead, Write};

use nutgraf::{OffsetUnit, Role};
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let page: Value = serde_json::from_str(&line?)?;
        let text = page["text"].as_str().unwrap_or_default();
        if let Some(language) = page["lang"].as_str() {
            // A page of the sentence sets is one paragraph.
            let sentences: Vec<&str> = nutgraf::split_sentences(text, language).collect();
            writeln!(out, "{}", json!({ "id": page["id"], "sentences": sentences }))?;
            continue;
        }
        let article = match (page["html"].as_str(), page["url"].as_str()) {
            (Some(html), Some(url)) => nutgraf::Reader::new().url(url).from_html(html),
            (Some(html), None) => nutgraf::from_html(html),
            // Whoever has copied a text seldom knows its address.
            (None, _) => nutgraf::from_text(text),
        };
        let article = article.map_err(io::Error::other)?;
        let offsets = article.offsets();
        let place = |byte: u32| offsets.convert(byte as usize, OffsetUnit::Byte, OffsetUnit::CodePoint);
        let kept: Vec<[usize; 2]> = article
            .segments()
            .filter(|segment| segment.role() == Role::Body && !segment.kind().is_container())
            .map(|segment| [place(segment.span().start), place(segment.span().end)])
            .collect();
        let date = article.date_published().map(|date| date.to_string());
        let facts: Vec<Value> = article
            .facts()
            .map(|fact| {
                json!([fact.field().name(), fact.value(), fact.origin().name(), fact.confidence(), fact.subject()])
            })
            .collect();
        let leaves = article.segments().filter(|segment| !segment.kind().is_container());
        let segments: Vec<Value> =
            leaves.map(|segment| json!([segment.role().name(), segment.confidence(), segment.text()])).collect();
        let row = json!({
            "id": page["id"],
            "text": article.text(),
            "title": article.title(),
            "author": article.authors(),
            "date": date,
            "kept": kept,
            "page_type": article.page_type(),
            "facts": facts,
            "confidence": article.confidence(),
            "segments": segments,
        });
        writeln!(out, "{row}")?;
    }
    Ok(())
}
