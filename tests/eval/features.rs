//! Writes the features of pages and texts for training: reads `{"id", "fold", "html"}` or `{"id", "fold", "text"}` a line, pages or
//! texts alone. The first line has the features of units and those of the page, `[name, steps, family of evidence]` each; then
//! come `{"id", "fold", "page": steps, "units": [[text, steps, source], …]}` a line, `source` being bytes of the page.
//!
//!     cargo run --release --features internals --example features < pages.jsonl

use std::io::{self, BufRead, Write};

use nutgraf::internals::{self, UnitFeatures};
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for (at, line) in io::stdin().lock().lines().enumerate() {
        let page: Value = serde_json::from_str(&line?)?;
        let text = page["text"].as_str();
        if at == 0 {
            let names = match text {
                Some(_) => json!([internals::text_unit_features(), []]),
                None => json!([internals::unit_features(), internals::page_features()]),
            };
            writeln!(out, "{names}")?;
        }
        let (units, whole) = match text {
            Some(text) => (internals::text_features(text), Vec::new()),
            None => internals::features(page["html"].as_str().unwrap_or_default()),
        };
        let unit = |unit: UnitFeatures| json!([unit.text, unit.steps, [unit.source.start, unit.source.end]]);
        let units: Vec<Value> = units.into_iter().map(unit).collect();
        writeln!(out, "{}", json!({ "id": page["id"], "fold": page["fold"], "page": whole, "units": units }))?;
    }
    Ok(())
}
