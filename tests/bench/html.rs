//! MB/s of pages of HTML (`make bench`), for the scanner, for the tree, and for html5ever beside them.
//!
//!     NUTGRAF_DATA=FOLDER cargo bench --features internals --bench html
//!
//! goes over the pages of the articles that `wcxb-dev/gold.jsonl.gz` in the folder lists; without it over the pages of
//! `tests/html/pages`. `tests/bench/peers.py` measures parsers for Python on the same pages.
//!
//! All take turns over the whole set, so that a machine that slows down slows all; the median of the turns counts.

use std::hint::black_box;
use std::io::Read;
use std::path::Path;
use std::time::{Duration, Instant};

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::RcDom;
use nutgraf::internals;

const TURNS: usize = 7;

fn pages() -> Vec<String> {
    let unpacked = |path: &Path| {
        let mut bytes = Vec::new();
        let file = std::fs::File::open(path).expect("a file");
        flate2::read::MultiGzDecoder::new(file).read_to_end(&mut bytes).expect("gzip");
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let Some(data) = std::env::var_os("NUTGRAF_DATA") else {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/html/pages");
        let pages = std::fs::read_dir(folder).expect("tests/html/pages").map(|entry| entry.expect("an entry").path());
        let pages: Vec<String> = pages.map(|path| std::fs::read_to_string(path).expect("UTF-8")).collect();
        return (0..64).flat_map(|_| pages.iter().cloned()).collect();
    };
    let folder = Path::new(&data).join("wcxb-dev");
    let gold = unpacked(&folder.join("gold.jsonl.gz"));
    let records = gold.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
    let articles = records.filter(|record| record["page_type"] == "article");
    articles
        .map(|record| unpacked(&folder.join(format!("html/{}.html.gz", record["id"].as_str().expect("an id")))))
        .collect()
}

/// What is measured: its name, and what it does with a page.
type Contender = (&'static str, Box<dyn FnMut(&str) -> usize>);

fn main() {
    let pages = pages();
    let bytes: usize = pages.iter().map(String::len).sum();
    let mut buffer = vec![0; pages.iter().map(String::len).max().unwrap_or_default()];
    let mut contenders: Vec<Contender> = vec![
        (
            "memcpy",
            Box::new(move |page| {
                buffer[..page.len()].copy_from_slice(page.as_bytes());
                black_box(&buffer).len()
            }),
        ),
        ("scanner", Box::new(internals::count_tokens)),
        ("scanner and tree", Box::new(internals::count_nodes)),
        (
            "html5ever",
            Box::new(|page| {
                let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
                dom.document.children.borrow().len()
            }),
        ),
    ];
    // An argument names what is measured alone, as a profiler needs it.
    if let Some(only) = std::env::args().skip(1).find(|argument| !argument.starts_with('-')) {
        contenders.retain(|(name, _)| *name == only);
    }
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); contenders.len()];
    for _ in 0..TURNS {
        for ((_, work), times) in contenders.iter_mut().zip(&mut times) {
            let start = Instant::now();
            for page in &pages {
                black_box(work(page));
            }
            times.push(start.elapsed());
        }
    }
    println!(
        "{} pages, {:.1} MB; MB/s in the median of {TURNS} turns, and in the best",
        pages.len(),
        bytes as f64 / 1e6
    );
    for ((name, _), mut times) in contenders.into_iter().zip(times) {
        times.sort();
        let speed = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
        println!("{name:20} {:10.0} {:10.0}", speed(times[times.len() / 2]), speed(times[0]));
    }
}
