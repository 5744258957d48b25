//! Archives of many articles: the golden ones, and what holds of every archive.

mod checks;
mod golden;

use golden::archives::{Archive, archives, check, projection};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

use nutgraf::{ArchiveFormat, Article, ErrorKind, Field, Input, OffsetUnit, Reader, Record, Splitter, WarningKind};

#[test]
fn every_archive_comes_out_as_expected() {
    let only = std::env::var("CASE").ok();
    let mut archives = archives();
    archives.retain(|archive| only.as_ref().is_none_or(|only| archive.name.contains(only.as_str())));
    check(archives.iter().map(|archive| (archive, archive.articles().iter().map(projection).collect())));
}

fn records<'a>(reader: &Reader, archive: impl Into<Input<'a>>) -> Vec<Record> {
    let mut split = reader.split(archive);
    std::iter::from_fn(|| split.next_record()).map(|record| record.expect("a record")).collect()
}

/// The archive fed in chunks of so many bytes.
fn fed(reader: &Reader, archive: &[u8], size: usize) -> Vec<Article> {
    let mut splitter = Splitter::new(reader.clone()).expect("options that can be");
    let mut articles = Vec::new();
    for chunk in archive.chunks(size) {
        splitter.push(chunk);
        while let Some(article) = splitter.next() {
            articles.push(article.expect("an article"));
        }
    }
    splitter.finish();
    while let Some(article) = splitter.next() {
        articles.push(article.expect("an article"));
    }
    assert!(splitter.next().is_none());
    articles
}

fn is_utf8(archive: &Archive) -> Option<&str> {
    std::str::from_utf8(&archive.input).ok()
}

#[test]
fn records_tile_the_archive() {
    for archive in archives() {
        let mut at = Encoding::bom(&archive.input);
        let mut text = String::new();
        for record in records(&archive.reader(), &archive.input) {
            assert_eq!(record.start() as usize, at, "{}", archive.name);
            at += record.source_len() as usize;
            text += record.text();
            assert_eq!(record.read().expect("an article").document(), record.text(), "{}", archive.name);
        }
        assert_eq!(at, archive.input.len(), "{}", archive.name);
        let whole = nutgraf::from_text(&archive.input).expect("an article");
        assert_eq!(text, whole.document(), "{}", archive.name);
    }
}

/// Byte order marks.
struct Encoding;

impl Encoding {
    fn bom(bytes: &[u8]) -> usize {
        [&b"\xEF\xBB\xBF"[..], b"\xFF\xFE", b"\xFE\xFF"]
            .iter()
            .find(|bom| bytes.starts_with(bom))
            .map_or(0, |bom| bom.len())
    }
}

#[test]
fn chunks_of_any_size_give_the_same_articles() {
    for archive in archives() {
        let whole = archive.articles();
        for size in [1, 2, 3, 7, 64, 1021, 1 << 20] {
            assert_eq!(fed(&archive.reader(), &archive.input, size), whole, "{} in chunks of {size}", archive.name);
        }
    }
}

#[test]
fn chunks_of_str_are_as_the_whole_and_count_in_the_unit_of_the_caller() {
    for archive in archives() {
        let Some(text) = is_utf8(&archive) else { continue };
        for unit in [OffsetUnit::Byte, OffsetUnit::CodePoint, OffsetUnit::Utf16] {
            let reader = archive.reader().source_unit(unit);
            let whole: Vec<Article> = reader.split(text).map(|article| article.expect("an article")).collect();
            let mut splitter = Splitter::new(reader).expect("options that can be");
            let mut articles = Vec::new();
            for c in text.chars() {
                splitter.push(c.encode_utf8(&mut [0; 4]) as &str);
                articles.extend(std::iter::from_fn(|| splitter.next()).map(|article| article.expect("an article")));
            }
            splitter.finish();
            articles.extend(std::iter::from_fn(|| splitter.next()).map(|article| article.expect("an article")));
            assert_eq!(articles, whole, "{} in {unit:?}", archive.name);
            // What a source names is what the document holds there.
            let offsets: Vec<usize> = match unit {
                OffsetUnit::CodePoint => text.char_indices().map(|(at, _)| at).chain([text.len()]).collect(),
                OffsetUnit::Utf16 => text
                    .char_indices()
                    .flat_map(|(at, c)| std::iter::repeat_n(at, c.len_utf16()))
                    .chain([text.len()])
                    .collect(),
                _ => (0..=text.len()).collect(),
            };
            for article in &whole {
                let fact_places = article.facts().filter_map(|fact| Some((fact.span()?, fact.source()?)));
                let places = article.segments().map(|segment| (segment.span(), segment.source())).chain(fact_places);
                for (span, source) in places {
                    let source = offsets[source.start as usize]..offsets[source.end as usize];
                    assert_eq!(&text[source], &article.document()[span.range()], "{}", archive.name);
                }
            }
        }
    }
}

#[test]
fn sources_count_from_the_start_of_the_archive() {
    for archive in archives() {
        // Where the encoding is one of single bytes or UTF-8, what stands there is known.
        let utf8 = is_utf8(&archive);
        for article in archive.articles() {
            for segment in article.segments().filter(|segment| !segment.span().is_empty()) {
                let bytes = &archive.input[segment.source().range()];
                let text = &article.document()[segment.span().range()];
                match utf8 {
                    Some(_) => assert_eq!(bytes, text.as_bytes(), "{}", archive.name),
                    None if archive.input.starts_with(b"\xFF\xFE") => {
                        let units: Vec<u16> =
                            bytes.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
                        assert_eq!(String::from_utf16(&units).expect("UTF-16"), text, "{}", archive.name);
                    }
                    None => assert_eq!(bytes.len(), text.chars().count(), "{}", archive.name),
                }
            }
        }
    }
}

#[test]
fn two_archives_together_give_the_articles_of_both() {
    let archives = archives();
    // Those that are whole at the seam, and told by their own marks.
    let whole: Vec<&Archive> = archives
        .iter()
        .filter(|archive| {
            archive.format() == ArchiveFormat::Auto
                && is_utf8(archive).is_some()
                && !archive.name.ends_with("damaged")
                && archive.records().iter().all(|record| !record["format"].is_null())
        })
        .collect();
    let titles = |articles: &[Article]| -> Vec<(Option<String>, String)> {
        let tell = |article: &Article| (article.title().map(str::to_owned), article.text().to_owned());
        articles.iter().map(tell).collect()
    };
    let mut pairs = 0;
    for first in &whole {
        for second in &whole {
            // A story without a mark above it is part of what stands there.
            if second.name.starts_with("newswire") || second.name.starts_with("dumps-labels") {
                continue;
            }
            let both = [&first.input[..], b"\n", &second.input].concat();
            let articles: Vec<Article> = nutgraf::split(&both).map(|article| article.expect("an article")).collect();
            let expected = [titles(&first.articles()), titles(&second.articles())].concat();
            assert_eq!(titles(&articles), expected, "{} and {}", first.name, second.name);
            pairs += 1;
        }
    }
    assert!(pairs >= 300, "{pairs} pairs");
}

#[test]
fn a_text_of_no_form_is_one_article_the_same_as_of_from_text() {
    let mut texts: Vec<Vec<u8>> =
        golden::cases().into_iter().filter(|case| !case.is_page()).map(|case| case.input).collect();
    assert!(texts.len() >= 30);
    texts.push(Vec::new());
    texts.push(b"\xEF\xBB\xBF".to_vec());
    texts.push(b"\n\n \n".to_vec());
    for text in &texts {
        let articles: Vec<Article> = nutgraf::split(text).map(|article| article.expect("an article")).collect();
        assert_eq!(articles, [nutgraf::from_text(text).expect("an article")]);
        assert_eq!(fed(&Reader::new(), text, 5), articles);
    }
}

#[test]
fn articles_of_archives_keep_what_holds_of_every_article() {
    for archive in archives() {
        for article in archive.articles() {
            checks::check(&article);
        }
    }
}

#[test]
fn an_archive_cut_anywhere_loses_and_merges_nothing() {
    for archive in archives().into_iter().filter(|archive| is_utf8(archive).is_some()) {
        let whole = records(&archive.reader(), &archive.input);
        let step = (archive.input.len() / 40).max(1);
        for end in (0..archive.input.len()).step_by(step) {
            let cut = &archive.input[..end];
            let found = records(&archive.reader(), cut);
            let length: usize = found.iter().map(|record| record.source_len() as usize).sum();
            assert_eq!(length + Encoding::bom(cut).min(end), end, "{} cut at {end}", archive.name);
            // Every record that ends well before the cut is there as it was.
            let before = whole.iter().filter(|record| ((record.start() + record.source_len()) as usize) + 900 < end);
            for record in before {
                let same = found.iter().any(|other| other.start() == record.start() && other.text() == record.text());
                assert!(same, "{} cut at {end}: {:?}", archive.name, record.text());
            }
        }
    }
}

#[test]
fn a_form_that_is_given_is_the_only_one() {
    let archive = archives().into_iter().find(|archive| archive.name == "two-forms").expect("two-forms");
    let formats = |format| -> Vec<Option<String>> {
        let articles = Reader::new().format(format).split(&archive.input).map(|article| article.expect("an article"));
        articles.map(|article| article.value(Field::ArchiveFormat).map(str::to_owned)).collect()
    };
    assert_eq!(formats(ArchiveFormat::Lexisnexis), [Some("lexisnexis".to_owned())]);
    assert_eq!(formats(ArchiveFormat::Wet), [None]);
    assert_eq!(formats(ArchiveFormat::Auto).len(), 4);
    for &format in ArchiveFormat::all() {
        assert_eq!(ArchiveFormat::from_name(format.name()).expect("a format"), format);
        assert_eq!(ArchiveFormat::from_discriminant(format as u32), Some(format));
    }
    assert_eq!(ArchiveFormat::from_name("lexis").expect_err("none").kind(), ErrorKind::InvalidOption);
}

#[test]
fn a_record_over_the_limit_is_an_error_and_the_others_come() {
    let message =
        |text: &str| format!("From jane@example.org Tue Jan 11 10:15:00 2011\nSubject: {}\n\n{text}\n\n", text.len());
    let long = "The river rose over its bank and fell. ".repeat(20_000);
    let archive = [message("One."), message(&long), message("Three.")].concat();
    for size in [1000, 1 << 16, 1 << 22] {
        let mut splitter = Splitter::new(Reader::new().max_bytes(10_000)).expect("options");
        let mut found = Vec::new();
        for chunk in archive.as_bytes().chunks(size) {
            splitter.push(chunk);
            found.extend(std::iter::from_fn(|| splitter.next()));
        }
        splitter.finish();
        found.extend(std::iter::from_fn(|| splitter.next()));
        let found: Vec<Result<String, ErrorKind>> =
            found.into_iter().map(|a| a.map(|a| a.text().to_owned()).map_err(|error| error.kind())).collect();
        assert_eq!(found, [Ok("One.".into()), Err(ErrorKind::TooLarge), Ok("Three.".into())], "in chunks of {size}");
    }
    let options = Reader::new().language("no tag").split("a").map(|article| article.map_err(|error| error.kind()));
    assert_eq!(options.collect::<Vec<_>>(), [Err(ErrorKind::InvalidOption)]);
}

#[test]
fn what_breaks_off_is_told() {
    let archive = archives().into_iter().find(|archive| archive.name == "lexisnexis-damaged").expect("an archive");
    let articles = archive.articles();
    let messages: Vec<Vec<&str>> = articles
        .iter()
        .map(|article| {
            let truncated = article.warnings().filter(|warning| warning.kind() == WarningKind::TruncatedRecord);
            truncated.map(|warning| warning.message()).collect()
        })
        .collect();
    assert_eq!(messages[0], ["its head is missing: the archive begins or was cut within it"]);
    assert!(messages[1].is_empty());
    assert_eq!(messages[2], ["it breaks off: the archive was cut within it"]);
}

/// Lines of all golden archives, in any order: records that tile what they make, the same in chunks, with articles whose
/// invariants hold.
#[test]
fn lines_of_archives_in_any_order() {
    let archives: &'static [Archive] = archives().leak();
    let texts: Vec<&str> = archives.iter().filter_map(is_utf8).collect();
    let mut lines: Vec<&str> = texts.iter().flat_map(|text| text.split_inclusive('\n')).collect();
    lines.extend([
        "\n",
        "\r\n",
        "\r",
        "\u{FEFF}",
        "\u{C}",
        "p.\u{A0}3\n",
        "BODY\u{A0}: a\n",
        "BYLINE: \u{212A}y \u{130}\n",
    ]);
    // Addresses in angle brackets are for the tests of Markdown.
    let plain = |line: &&str| !(line.contains('<') && line.contains('@'));
    lines.retain(plain);
    // Marks are few among lines of text: every other line is one of the first of its archive's records.
    let heads: Vec<&str> = texts.iter().flat_map(|text| text.split_inclusive('\n').take(14)).filter(plain).collect();
    let config = ProptestConfig {
        cases: 200,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(0x6e75_7467),
        ..ProptestConfig::default()
    };
    let parts = vec((prop_oneof![select(lines), select(heads)], prop_oneof![Just(""), Just("\n")]), 0..60);
    proptest!(config, |(parts in parts, size in 1_usize..300)| {
        let archive: String = parts.into_iter().flat_map(|(line, blank)| [line, blank]).collect();
        let found = records(&Reader::new(), &archive);
        let text: String = found.iter().map(Record::text).collect();
        prop_assert_eq!(text.as_str(), archive.strip_prefix('\u{FEFF}').unwrap_or(&archive));
        let articles: Vec<Article> = nutgraf::split(archive.as_bytes()).map(|article| article.expect("an article")).collect();
        articles.iter().for_each(checks::check);
        prop_assert_eq!(fed(&Reader::new(), archive.as_bytes(), size), articles);
    });
}
