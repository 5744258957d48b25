//! MB/s of splitting archives (`make bench`): an archive of each form, made of the golden ones, 16 MB long, with articles of
//! some 600 words.
//!
//! `records` finds where the records begin and hands each out decoded, as `Split::next_record` does; `articles` reads them as
//! well, which goes at the pace of `from_text`. The figure of splitting is the median of `records`.

use std::fmt;
use std::hint::black_box;
use std::path::Path;
use std::sync::LazyLock;

use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

struct Archive {
    name: &'static str,
    bytes: Vec<u8>,
}

impl fmt::Display for Archive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({:.1} MB)", self.name, self.bytes.len() as f64 / 1e6)
    }
}

/// Bytes of an archive.
const LENGTH: usize = 16_000_000;

static ARCHIVES: LazyLock<Vec<Archive>> = LazyLock::new(|| {
    const NAMES: &[&str] = &[
        "lexisnexis-en",
        "lexisnexis-fr",
        "lexisnexis-de",
        "nexis-uni-cover",
        "factiva-indexed",
        "factiva-display",
        "proquest",
        "europresse",
        "newswire-ap",
        "mail-mbox",
        "dumps-labels",
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports");
    let archive = |&name: &&'static str| {
        let bytes = lengthened(&std::fs::read(folder.join(name).join("input.txt")).expect("an archive"), name);
        // A byte order mark stands at the start alone.
        let bom = if bytes.starts_with(b"\xFF\xFE") { 2 } else { 0 };
        let mut all = bytes.clone();
        while all.len() < LENGTH {
            all.extend_from_slice(&bytes[bom..]);
        }
        Archive { name, bytes: all }
    };
    NAMES.iter().map(archive).chain([wet()]).collect()
});

/// The archive with records as long as those of newspapers: behind the first paragraph of each stand six more, of some 600
/// words.
fn lengthened(archive: &[u8], name: &str) -> Vec<u8> {
    let french = name.ends_with("-fr") || name.starts_with("europresse");
    let paragraph = paragraph(french, name.starts_with("lexisnexis") || name.starts_with("mail"));
    let paragraphs = format!("\n\n{paragraph}").repeat(6);
    let mut out = Vec::new();
    let mut at = 0;
    for article in nutgraf::split(archive) {
        let article = article.expect("an article");
        let mut body = article.segments().filter(|segment| segment.role() == nutgraf::Role::Body);
        let end = body.next().expect("a body").source().end as usize;
        out.extend_from_slice(&archive[at..end]);
        match article.value(nutgraf::Field::Encoding) {
            Some("utf-16le") => out.extend(paragraphs.encode_utf16().flat_map(u16::to_le_bytes)),
            Some("windows-1252") => out.extend(paragraphs.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))),
            _ => out.extend_from_slice(paragraphs.as_bytes()),
        }
        at = end;
    }
    out.extend_from_slice(&archive[at..]);
    out
}

/// A paragraph of some 600 bytes, on lines of 76 columns or on one.
fn paragraph(french: bool, is_wrapped: bool) -> String {
    let sentences = if french {
        "Le conseil a choisi hier le projet des quais, après dix-huit réunions. Les travaux dureront trois ans et \
         coûteront, selon le maire, moins qu'un stade et plus qu'une école. "
    } else {
        "The river came over its bank at four in the morning, and by five the main street was under water. Nobody was \
         hurt, the mayor said, but forty families spent the night in the school. "
    };
    let text = sentences.repeat(3);
    let mut lines = String::new();
    let mut column = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        let breaks = is_wrapped && column + length > 76;
        lines.push_str(if breaks {
            "\n"
        } else if column > 0 {
            " "
        } else {
            ""
        });
        lines.push_str(word);
        column = if breaks { length } else { column + length + 1 };
    }
    lines
}

/// Pages of 80 lines, of which half are menus.
fn wet() -> Archive {
    let paragraph = paragraph(false, false);
    let page = format!("{}{}", "Home\nNews\nOpinion\nSign in\n".repeat(10), format!("{paragraph}\n").repeat(8));
    let record = format!(
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://example.com/page\r\nWARC-Date: 2023-03-04T10:00:00Z\r\n\
         WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: text/plain\r\nContent-Length: {}\r\n\r\n{page}\r\n\r\n",
        page.len()
    );
    Archive { name: "wet", bytes: record.repeat(LENGTH / record.len()).into_bytes() }
}

fn archives() -> impl Iterator<Item = &'static Archive> {
    ARCHIVES.iter()
}

#[divan::bench(args = archives(), sample_count = 10, sample_size = 1)]
fn records(bencher: Bencher<'_, '_>, archive: &Archive) {
    bencher.counter(BytesCount::new(archive.bytes.len())).bench_local(|| {
        let mut split = nutgraf::split(&archive.bytes);
        while let Some(record) = split.next_record() {
            black_box(record.expect("a record"));
        }
    });
}

#[divan::bench(args = archives(), sample_count = 1, sample_size = 1)]
fn articles(bencher: Bencher<'_, '_>, archive: &Archive) {
    bencher.counter(BytesCount::new(archive.bytes.len())).bench_local(|| {
        for article in nutgraf::split(&archive.bytes) {
            black_box(article.expect("an article"));
        }
    });
}
