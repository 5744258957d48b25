//! Reads every file of a folder into a row, one after the other, and prints the seconds that took, the best of some passes:
//! what tests/bench/batch.py measures the Python module against.

use std::time::Instant;

use nutgraf::{Input, Reader};
use nutgraf_batch::{Document, Form, Row};

fn main() -> std::io::Result<()> {
    let folder = std::env::args_os().nth(1).expect("a folder of pages");
    let files = std::fs::read_dir(folder)?.map(|file| std::fs::read(file?.path()));
    let pages: Vec<Vec<u8>> = files.collect::<Result<_, _>>()?;
    let reader = Reader::new();
    let pass = || {
        let start = Instant::now();
        for page in &pages {
            let article = Document::from(Some(Input::Bytes(page))).read(&reader, Form::Html);
            std::hint::black_box(article.map(|article| Row::new(&article)).ok());
        }
        start.elapsed().as_secs_f64()
    };
    let best = (0..5).map(|_| pass()).fold(f64::INFINITY, f64::min);
    println!("{best}");
    Ok(())
}
