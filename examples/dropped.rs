//! What of a page or a dump is not in the body, why, and how sure that is.
//!
//!     cargo run --example dropped -- examples/dump.txt

use std::error::Error;

use nutgraf::{Reader, Role};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: dropped FILE")?;
    let input = std::fs::read(path)?;
    let reader = Reader::new();
    let article = if reader.is_html(&input) { reader.from_html(&input)? } else { reader.from_text(&input)? };
    for segment in article.segments() {
        if segment.role() == Role::Body || segment.kind().is_container() {
            continue;
        }
        let beginning: String = segment.text().chars().take(40).collect();
        println!("{:<11} {:<17} {:.2}  {:<40}", segment.role(), segment.kind(), segment.confidence(), beginning);
        for reason in segment.reasons() {
            println!("{:>12}{:.2} {}", "", reason.weight, reason.evidence.description());
        }
    }
    Ok(())
}
