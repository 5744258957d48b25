//! MB/s of pages of HTML (`make bench`), for the scanner, the tree, the blocks and the article, and for html5ever and lol_html
//! beside them; and the most memory that they take, in multiples of the page.
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
use lol_html::{HtmlRewriter, Settings, element, text};
use markup5ever_rcdom::RcDom;
use nutgraf::internals;
use peak_alloc::PeakAlloc;

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

/// Runs lol_html over a page with handlers of all elements and texts, which ask where each stands.
fn rewrite(page: &str) -> usize {
    let mut seen = 0;
    let counted = std::rc::Rc::new(std::cell::Cell::new(0));
    let (elements, texts) = (counted.clone(), counted.clone());
    let settings = Settings::new()
        .append_element_content_handler(element!("*", move |element| {
            elements.set(elements.get() + element.source_location().bytes().start % 2 + 1);
            Ok(())
        }))
        .append_element_content_handler(text!("*", move |text| {
            texts.set(texts.get() + text.source_location().bytes().start % 2 + 1);
            Ok(())
        }));
    let mut rewriter = HtmlRewriter::new(settings, |chunk: &[u8]| seen += chunk.len());
    rewriter.write(page.as_bytes()).and_then(|()| rewriter.end()).expect("a page");
    seen + counted.get()
}

/// The most memory that a page takes over what the page itself takes, in multiples of the page: of the median page, of the
/// one that 99 of 100 take less than, and of the worst.
fn memory(pages: &[String], work: &mut dyn FnMut(&str) -> usize) -> [f64; 3] {
    let mut multiples: Vec<f64> = pages
        .iter()
        .map(|page| {
            let before = ALLOCATOR.current_usage();
            ALLOCATOR.reset_peak_usage();
            black_box(work(page));
            ALLOCATOR.peak_usage().saturating_sub(before) as f64 / page.len().max(1) as f64
        })
        .collect();
    multiples.sort_by(f64::total_cmp);
    [multiples.len() / 2, multiples.len() * 99 / 100, multiples.len() - 1].map(|at| multiples[at])
}

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

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
        ("to blocks", Box::new(internals::count_blocks)),
        ("from_html and text", Box::new(|page| nutgraf::from_html(page).expect("an article").text().len())),
        (
            "html5ever",
            Box::new(|page| {
                let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
                dom.document.children.borrow().len()
            }),
        ),
        ("lol_html", Box::new(rewrite)),
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
        "{} pages, {:.1} MB; MB/s in the median of {TURNS} turns, and in the best; memory in the median page, the 99th of 100 and the worst",
        pages.len(),
        bytes as f64 / 1e6
    );
    for ((name, mut work), mut times) in contenders.into_iter().zip(times) {
        times.sort();
        let [median, most, worst] = memory(&pages, &mut work);
        let speed = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
        println!(
            "{name:20} {:10.0} {:10.0}     {median:6.2} {most:6.2} {worst:6.2}",
            speed(times[times.len() / 2]),
            speed(times[0])
        );
    }
}
