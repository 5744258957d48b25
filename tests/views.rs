//! Views by index, and places in other units than bytes.

use nutgraf::{Article, Kind, OffsetUnit, Span};

const DUMP: &str = "Über den Fluß 𝄞\n\n\
    Der Fluß trat um vier Uhr über die Ufer, und um fünf stand die Hauptstraße unter Wasser. „Niemand\n\
    wurde verletzt“, sagte die Bürgermeisterin, aber vierzig Familien schliefen in der Schule.\n\n\
    Am Morgen kam die Sonne hervor, und das Wasser ging langsam zurück, wie es in jedem Frühling tut.\n";

fn article() -> Article {
    nutgraf::from_text(DUMP).expect("an article")
}

#[test]
fn an_index_gives_what_the_iterator_gives() {
    let article = article();
    assert!(article.words().len() > 0);
    for (i, word) in article.words().enumerate() {
        assert_eq!(article.word(i as u32).map(|w| w.span()), Some(word.span()));
    }
    for (i, sentence) in article.sentences().enumerate() {
        assert_eq!(article.sentence(i as u32).map(|s| s.text()), Some(sentence.text()));
    }
    for (i, paragraph) in article.paragraphs().enumerate() {
        assert_eq!(article.paragraph(i as u32).map(|p| p.text()), Some(paragraph.text()));
    }
    for (i, fact) in article.facts().enumerate() {
        assert_eq!(article.fact(i as u32).map(|f| f.value()), Some(fact.value()));
    }
    assert!(article.word(article.words().len() as u32).is_none());
    assert!(article.section(article.sections().len() as u32).is_none());
    assert!(article.mark(u32::MAX).is_none() && article.warning(u32::MAX).is_none());
}

#[test]
fn code_points_lead_to_the_same_place_as_bytes() {
    let article = article();
    let (text, document) = (article.text(), article.document());
    let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    for (from, &start) in boundaries.iter().enumerate().step_by(3) {
        for (to, &end) in boundaries.iter().enumerate().skip(from).step_by(7) {
            let bytes = article.locate(start..end);
            let points = article.locate_in(from..to, OffsetUnit::CodePoint);
            let letters = |spans: &[Span], points: bool| -> String {
                let pick = |s: &Span| match points {
                    true => document.chars().skip(s.start as usize).take(s.len()).collect::<String>(),
                    false => document[s.range()].to_owned(),
                };
                spans.iter().map(pick).collect()
            };
            assert_eq!(letters(&bytes, false), letters(&points, true), "{from}..{to}");
        }
    }
    for segment in article.segments().filter(|s| s.kind() == Kind::Paragraph) {
        let length = segment.text().chars().count();
        assert_eq!(segment.locate_in(0..length, OffsetUnit::CodePoint).len(), segment.locate(0..usize::MAX).len());
    }
}

#[test]
#[allow(clippy::reversed_empty_ranges)]
fn an_empty_or_reversed_range_stands_nowhere() {
    let article = article();
    assert!(article.locate(10..10).is_empty());
    assert!(article.locate(20..10).is_empty());
    assert!(article.locate_in(20..10, OffsetUnit::Utf16).is_empty());
}

#[test]
fn a_table_has_rows_of_cells() {
    let dump = "Results of the Day\n\nThe results came in late at night, and the town hall posted them on its door at once.\n\n\
        Name\tVotes\tShare\nRoe\t120\t40 %\nDoe\t180\t60 %\n\nThe council meets on Monday to confirm them, said the clerk.\n";
    let article = nutgraf::from_text(dump).expect("an article");
    if let Some(table) = article.tables().next() {
        assert_eq!(table.rows()[1], ["Roe", "120", "40 %"]);
    }
    assert!(article.segments().filter(|s| s.kind() == Kind::Paragraph).all(|s| s.rows().is_empty()));
}

#[test]
fn an_entry_of_a_live_blog_is_a_section_with_its_time() {
    const LIVE: &str = include_str!("corpus/live-blog-run-in/input.txt");
    const HEADED: &str = include_str!("corpus/de-live-blog/input.txt");
    let times = |dump| {
        let article = nutgraf::from_text(dump).expect("an article");
        let first = |section: nutgraf::SectionRef<'_>| {
            let segments = section.record().segments;
            let first = article.segment(segments.start).expect("its first segment");
            (first.text().to_owned(), section.heading().is_some(), section.paragraphs().len())
        };
        let sections = article.sections().map(first);
        sections.filter(|(time, ..)| time.starts_with(|c: char| c.is_ascii_digit())).collect::<Vec<_>>()
    };
    let entries = |entries: &[(&str, bool, usize)]| -> Vec<(String, bool, usize)> {
        entries.iter().map(|&(time, heading, paragraphs)| (time.to_owned(), heading, paragraphs)).collect()
    };
    assert_eq!(times(LIVE), entries(&[("10.32 GMT", false, 1), ("11.15 GMT", false, 1), ("12.36 GMT", false, 1)]));
    assert_eq!(times(HEADED), entries(&[("14:20 Uhr", true, 1), ("12:05 Uhr", true, 1), ("09:40 Uhr", true, 2)]));
}
