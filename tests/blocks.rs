//! Every block of a page taken back to the page: over the corpus, and where `NUTGRAF_DATA` names the folder of data over
//! all pages there, which take half a minute optimised (`CARGO_PROFILE_TEST_OPT_LEVEL=1`) and many minutes otherwise.

mod checks;
mod golden;

use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

#[test]
fn blocks_of_the_corpus_stand_where_they_say() {
    let pages: Vec<golden::Case> = golden::cases().into_iter().filter(golden::Case::is_page).collect();
    assert!(pages.len() >= 8, "{} pages", pages.len());
    for case in pages {
        println!("{}", case.name);
        check(&case.input);
    }
}

#[test]
fn blocks_of_the_pages_of_others_stand_where_they_say() {
    let Some(data) = std::env::var_os("NUTGRAF_DATA").map(PathBuf::from) else {
        println!("NOT RUN: NUTGRAF_DATA does not name the folder of pages");
        return;
    };
    let only = std::env::var("CASE").ok();
    let mut pages: Vec<PathBuf> = ["wcxb-dev/html", "news-dev/html"]
        .iter()
        .flat_map(|folder| std::fs::read_dir(data.join(folder)).expect("a folder of pages"))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "gz"))
        .filter(|path| only.as_ref().is_none_or(|only| path.to_string_lossy().contains(only.as_str())))
        .collect();
    pages.sort();
    let (next, failed) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some(path) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
            if catch_unwind(AssertUnwindSafe(|| check(&unpacked(path)))).is_err() {
                failed.lock().expect("no one panics with it").push(path.display().to_string());
            }
        }
    };
    std::thread::scope(|scope| {
        (0..std::thread::available_parallelism().map_or(1, usize::from)).for_each(|_| drop(scope.spawn(work)));
    });
    let failed = failed.into_inner().expect("no one panics with it");
    println!("{} pages", pages.len());
    assert!(failed.is_empty(), "{} of {} fail: {failed:#?}", failed.len(), pages.len());
}

fn check(page: &[u8]) {
    let article = nutgraf::from_html(page).expect("any page gives an article");
    checks::page::source_of_bytes(&article, page);
    checks::check(&article);
}

fn unpacked(path: &Path) -> Vec<u8> {
    let mut page = Vec::new();
    let file = std::fs::File::open(path).expect("a page");
    flate2::read::GzDecoder::new(file).read_to_end(&mut page).expect("gzip");
    page
}
