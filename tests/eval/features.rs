//! Writes the features of pages for training: reads `{"id", "fold", "html"}` a line, writes the names of the features and then
//! `{"id", "fold", "page": steps, "units": [[text, steps], …]}` a line.
//!
//!     cargo run --release --features internals --example features < pages.jsonl

use std::io::{self, BufRead, Write};

use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    writeln!(out, "{}", json!([nutgraf::internals::unit_features(), nutgraf::internals::page_features()]))?;
    for line in io::stdin().lock().lines() {
        let page: Value = serde_json::from_str(&line?)?;
        if let Some(text) = page["text"].as_str() {
            let units = nutgraf::internals::text_features(text);
            writeln!(out, "{}", json!({ "id": page["id"], "fold": page["fold"], "page": [], "units": units }))?;
            continue;
        }
        let (units, whole) = nutgraf::internals::features(page["html"].as_str().unwrap_or_default());
        writeln!(out, "{}", json!({ "id": page["id"], "fold": page["fold"], "page": whole, "units": units }))?;
    }
    Ok(())
}
