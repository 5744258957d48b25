//! Any bytes as an archive: records that tile it, the same in chunks of any size, and articles whose invariants hold.

#![no_main]

#[path = "../../checks/mod.rs"]
mod checks;

use nutgraf::{ArchiveFormat, Article, Reader, Splitter};

libfuzzer_sys::fuzz_target!(|input: (u8, u8, &[u8])| {
    let (format, size, archive) = input;
    let formats = ArchiveFormat::all();
    let reader = Reader::new().format(formats[usize::from(format) % formats.len()]);
    let mut split = reader.split(archive);
    let mut end = None;
    let mut articles = Vec::new();
    while let Some(record) = split.next_record() {
        let record = record.expect("no record is over the limit");
        assert!(end.is_none_or(|end| end == record.start()), "records tile the archive");
        end = Some(record.start() + record.source_len());
        let article = record.read().expect("any record gives an article");
        assert_eq!(article.document(), record.text());
        checks::check(&article);
        articles.push(article);
    }
    assert_eq!(end.map(|end| end as usize), Some(archive.len()));
    assert_eq!(fed(&reader, archive, usize::from(size) + 1), articles);
});

fn fed(reader: &Reader, archive: &[u8], size: usize) -> Vec<Article> {
    let mut splitter = Splitter::new(reader.clone()).expect("options that can be");
    let mut articles = Vec::new();
    for chunk in archive.chunks(size) {
        splitter.push(chunk);
        articles.extend(std::iter::from_fn(|| splitter.next()).map(|article| article.expect("an article")));
    }
    splitter.finish();
    articles.extend(std::iter::from_fn(|| splitter.next()).map(|article| article.expect("an article")));
    articles
}
