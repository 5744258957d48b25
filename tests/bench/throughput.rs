//! MB/s of the input (`make bench`), for reading an article and for what is computed of it when asked.
//!
//!     cargo bench --bench throughput -- --sort location
//!
//! goes over the golden corpus, and with `NUTGRAF_DATA` set to a folder of data over the dumps
//! (`textdumps-dev/*.jsonl.gz`) and gold texts (`wcxb-dev/gold.jsonl.gz`) in it.
//!
//! Every row is the time for a whole set of texts, ten times over; its median is the figure to quote. `memcpy` copies the
//! same bytes in the same run. What reads an article also drops it, as a program that goes through many would.

use std::fmt;
use std::hint::black_box;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use divan::Bencher;
use divan::counter::BytesCount;
use nutgraf::Article;

fn main() {
    divan::main();
}

/// Texts that are measured together.
struct Set {
    name: String,
    texts: Vec<String>,
    bytes: usize,
}

impl Set {
    fn new(name: impl Into<String>, texts: Vec<String>) -> Self {
        let bytes = texts.iter().map(String::len).sum();
        Self { name: name.into(), texts, bytes }
    }
}

impl fmt::Display for Set {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({:.1} MB)", self.name, self.bytes as f64 / 1e6)
    }
}

static SETS: LazyLock<Vec<Set>> = LazyLock::new(|| {
    let mut sets = vec![corpus()];
    if let Some(data) = std::env::var_os("NUTGRAF_DATA").map(PathBuf::from) {
        let mut dumps: Vec<PathBuf> = std::fs::read_dir(data.join("textdumps-dev"))
            .expect("NUTGRAF_DATA names a folder with textdumps-dev in it")
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.to_string_lossy().ends_with(".jsonl.gz"))
            .collect();
        dumps.sort();
        for path in dumps {
            let name = path.file_name().expect("a name").to_string_lossy().replace(".jsonl.gz", "");
            sets.push(Set::new(name, lines(&path, "text")));
        }
        let gold = data.join("wcxb-dev/gold.jsonl.gz");
        if gold.is_file() {
            sets.push(Set::new("gold", lines(&gold, "main_content")));
        }
    }
    sets
});

fn sets() -> impl Iterator<Item = &'static Set> {
    SETS.iter()
}

/// The golden corpus, as often as makes a time that can be measured.
fn corpus() -> Set {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut inputs: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("tests/corpus")
        .map(|entry| entry.expect("an entry").path().join("input.txt"))
        .filter(|path| path.is_file())
        .collect();
    inputs.sort();
    let texts: Vec<String> = inputs.iter().map(|path| std::fs::read_to_string(path).expect("UTF-8")).collect();
    Set::new("corpus", (0..16).flat_map(|_| texts.iter().cloned()).collect())
}

/// One field of every line of compressed JSON lines.
fn lines(path: &Path, field: &str) -> Vec<String> {
    let mut text = String::new();
    let file = std::fs::File::open(path).expect("a file");
    flate2::read::MultiGzDecoder::new(file).read_to_string(&mut text).expect("gzip of UTF-8");
    let value = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("JSON")[field].clone();
    text.lines().filter_map(|line| value(line).as_str().map(str::to_owned)).collect()
}

fn read(text: &str) -> Article {
    nutgraf::from_text(text).expect("any text gives an article")
}

/// Something that is done with each text of a set.
fn each_text<T>(bencher: Bencher<'_, '_>, set: &Set, mut work: impl FnMut(&str) -> T) {
    bencher.counter(BytesCount::new(set.bytes)).bench_local(|| {
        for text in &set.texts {
            black_box(work(text));
        }
    });
}

/// Something that is computed of each article of a set at its first call; the body text is there already.
fn each_article<T>(bencher: Bencher<'_, '_>, set: &Set, work: impl Fn(&Article) -> T) {
    let articles = || {
        let articles: Vec<Article> = set.texts.iter().map(|text| read(text)).collect();
        black_box(articles.iter().map(|article| article.text().len()).sum::<usize>());
        articles
    };
    bencher.counter(BytesCount::new(set.bytes)).with_inputs(articles).bench_local_refs(|articles| {
        for article in articles {
            black_box(work(article));
        }
    });
}

#[divan::bench(args = sets(), sample_count = 10, sample_size = 1)]
fn memcpy(bencher: Bencher<'_, '_>, set: &Set) {
    let mut buffer = vec![0; set.texts.iter().map(String::len).max().unwrap_or_default()];
    each_text(bencher, set, |text| {
        buffer[..text.len()].copy_from_slice(text.as_bytes());
        black_box(&mut buffer);
    });
}

#[divan::bench(args = sets(), sample_count = 10, sample_size = 1)]
fn from_text(bencher: Bencher<'_, '_>, set: &Set) {
    each_text(bencher, set, read);
}

#[divan::bench(args = sets(), sample_count = 10, sample_size = 1)]
fn from_text_and_text(bencher: Bencher<'_, '_>, set: &Set) {
    each_text(bencher, set, |text| read(text).text().len());
}

#[divan::bench(args = sets(), sample_count = 10, sample_size = 1)]
fn sentences(bencher: Bencher<'_, '_>, set: &Set) {
    each_article(bencher, set, |article| article.sentences().len());
}

/// The sentences alone, a line of the text a paragraph, in a language that is told from the line.
#[divan::bench(args = sets(), sample_count = 10, sample_size = 1)]
fn split_sentences(bencher: Bencher<'_, '_>, set: &Set) {
    each_text(bencher, set, |text| text.lines().map(|line| nutgraf::split_sentences(line, "").count()).sum::<usize>());
}

#[divan::bench(args = sets(), sample_count = 10, sample_size = 1)]
fn words(bencher: Bencher<'_, '_>, set: &Set) {
    each_article(bencher, set, |article| article.words().len());
}

#[divan::bench(args = sets(), sample_count = 10, sample_size = 1)]
fn counts(bencher: Bencher<'_, '_>, set: &Set) {
    each_article(bencher, set, |article| (article.word_count(), article.reading_time()));
}

#[divan::bench(args = sets(), sample_count = 10, sample_size = 1)]
fn to_json(bencher: Bencher<'_, '_>, set: &Set) {
    each_article(bencher, set, Article::to_json);
}
