//! Everything that files say of their articles, rivals too, one fact a line: file, line and column where it stands (of pages,
//! in the source), field, confidence, where it was found, value.
//!
//!     cargo run --example facts -- examples/dump.txt

use std::error::Error;

use nutgraf::Reader;

fn main() -> Result<(), Box<dyn Error>> {
    let reader = Reader::new();
    for path in std::env::args().skip(1) {
        let input = std::fs::read(&path)?;
        let article = if reader.is_html(&input) { reader.from_html(&input)? } else { reader.from_text(&input)? };
        for fact in article.facts() {
            // What was worked out stands nowhere; so does the language, as it is told from all words.
            let place = fact.source().map_or("-".into(), |source| {
                let before = &input[..source.start as usize];
                let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
                let column = before.iter().rev().take_while(|&&byte| byte != b'\n').count() + 1;
                format!("{line}:{column}")
            });
            println!("{path}:{place}\t{}\t{:.2}\t{}\t{}", fact.field(), fact.confidence(), fact.origin(), fact.value());
        }
    }
    Ok(())
}
