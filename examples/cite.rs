//! The sentences that hold a word, each with where it stands in the file: the text that is searched is clean, without
//! line breaks, boilerplate and markup, and every range of it leads back.
//!
//!     cargo run --example cite -- reservoir examples/dump.txt

use std::error::Error;

use nutgraf::Reader;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let word = arguments.next().ok_or("usage: cite WORD FILE…")?.to_lowercase();
    let reader = Reader::new();
    for path in arguments {
        let input = std::fs::read(&path)?;
        let article = if reader.is_html(&input) { reader.from_html(&input)? } else { reader.from_text(&input)? };
        for sentence in article.sentences() {
            if sentence.text().to_lowercase().contains(&word) {
                let segment = article.segment(sentence.record().segment).map(|segment| segment.source().range());
                println!("{path}: bytes {:?}: {}", segment.unwrap_or_default(), sentence.text());
            }
        }
    }
    Ok(())
}
