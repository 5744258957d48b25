//! The articles of an archive from standard input, whatever its size, as lines of JSON: an export of a database, a WET file, a
//! digest. Memory holds a chunk and little more than two records.
//!
//!     cargo run --example archive < export.txt

use std::error::Error;
use std::io::{self, Read, Write};

use nutgraf::{Reader, Splitter};

fn main() -> Result<(), Box<dyn Error>> {
    let mut splitter = Splitter::new(Reader::new())?;
    let mut archive = io::stdin().lock();
    let mut chunk = vec![0; 1 << 16];
    let mut failed = 0;
    loop {
        let length = archive.read(&mut chunk)?;
        match length {
            0 => splitter.finish(),
            _ => splitter.push(&chunk[..length]),
        }
        while let Some(article) = splitter.next() {
            match article {
                Ok(article) => writeln!(io::stdout(), "{}", article.to_json())?,
                // One record that cannot be read is no reason to lose the others.
                Err(error) => {
                    eprintln!("{error}");
                    failed += 1;
                }
            }
        }
        if length == 0 {
            return if failed == 0 { Ok(()) } else { Err(format!("{failed} records were not read").into()) };
        }
    }
}
