//! A page or a dump as Markdown, with what is known of the article above it.
//!
//!     cargo run --example markdown -- examples/dump.txt

use std::error::Error;

use nutgraf::Reader;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: markdown FILE")?;
    let input = std::fs::read(path)?;
    let reader = Reader::new();
    let article = if reader.is_html(&input) { reader.from_html(&input)? } else { reader.from_text(&input)? };
    println!("---");
    println!("authors: [{}]", article.authors().join(", "));
    if let Some(date) = article.date_published() {
        println!("date: {date}");
    }
    println!("words: {}", article.word_count());
    println!("---\n");
    print!("{}", article.to_markdown());
    Ok(())
}
