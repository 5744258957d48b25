//! Extractors in Rust for tests/bench/extractors.py, which pipes pages in, one a line as a JSON string, and an empty line; then
//! the name of an extractor and the numbers of the pages that it is to take, a line. Each such line is answered with the seconds
//! of processor time that it took, and the number of pages that it gave no text for.

use std::hint::black_box;
use std::io::{self, BufRead, Write};

use cpu_time::ProcessTime;

/// The length of the text that an extractor finds, if it finds any.
type Extract = fn(&str) -> Option<usize>;

fn extractor(name: &str) -> Extract {
    match name {
        "nutgraf" => |page| Some(nutgraf::from_html(page).ok()?.text().len()),
        "dom_smoothie" => {
            |page| Some(dom_smoothie::Readability::new(page, None, None).ok()?.parse().ok()?.text_content.len())
        }
        "rs-trafilatura" => |page| Some(rs_trafilatura::extract(page).ok()?.content_text.len()),
        _ => panic!("no extractor is called {name:?}"),
    }
}

fn main() -> io::Result<()> {
    let mut lines = io::stdin().lock().lines();
    let mut pages: Vec<String> = Vec::new();
    while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
        pages.push(serde_json::from_str(&line)?);
    }
    for line in lines {
        let line = line?;
        let (name, numbers) = line.split_once(' ').expect("a name and numbers");
        let numbers: Vec<usize> = numbers.split(' ').map(|number| number.parse().expect("a number")).collect();
        let extract = extractor(name);
        let start = ProcessTime::now();
        let texts =
            numbers.iter().filter(|&&number| black_box(extract(&pages[number])).is_some_and(|length| length > 0));
        let empty = numbers.len() - texts.count();
        println!("{} {empty}", start.elapsed().as_secs_f64());
        io::stdout().flush()?;
    }
    Ok(())
}
