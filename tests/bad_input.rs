//! Inputs that no one would call an article: an empty or sensible article, in linear time, or an error that says what
//! was wrong.

mod checks;
mod golden;

use checks::hostile::hostile;
use nutgraf::{Article, ErrorKind, Reader, Role, Splitter};

fn read(input: &str) -> Article {
    nutgraf::from_text(input).expect("any text gives an article")
}

fn read_page(page: &str) -> Article {
    nutgraf::from_html(page).expect("any page gives an article")
}

/// What can be checked of a long article in little time.
fn check_long(article: &Article) {
    checks::tree(article);
    checks::tiling(article);
    checks::marks(article);
    checks::body(article);
}

#[test]
fn names_of_few_letters_in_lines_with_dates() {
    let prose =
        "The harbour was rebuilt by hand over nine years, and those who did it say that they would do it again.";
    for line in [
        "Embargoed until 3 May by Ñ.",
        "Embargoed until 00:01 Friday 3 May by Öl.",
        "Posted on July 1, 2024 by é. And on",
        "May by .",
    ] {
        checks::check(&read(&format!("How the harbour was rebuilt\n{line}\n\n{prose}\n\n{prose}")));
    }
}

#[test]
fn nothing_is_an_empty_article() {
    for input in [
        "",
        " ",
        "\n",
        "\r\n\r\n",
        "\t\u{A0}\u{3000}\n \u{2028}",
        "\u{FEFF}",
        "\u{FEFF}\n",
        "\u{AD}\u{200B}",
        "\0",
        "\0\0\n\0",
    ] {
        let article = read(input);
        checks::check(&article);
        assert_eq!(article.segments().len(), 0, "{input:?}");
        assert_eq!((article.text(), article.title(), article.date_published()), ("", None, None), "{input:?}");
        assert_eq!((article.to_text() + &article.to_markdown(), article.to_html()), Default::default(), "{input:?}");
        assert_eq!((article.word_count(), article.reading_time(), article.sections().len()), (0, 0, 0), "{input:?}");
        let bytes = nutgraf::from_text(input.as_bytes()).expect("an article");
        assert_eq!(bytes.document(), article.document());
    }
}

const SENTENCES: [&str; 3] = [
    "The ferry to the outer islands left an hour late on Monday, as it has done every week since the new pier was built.",
    "Passengers waited in the café, where the owner had opened early and was selling rolls at the price of last year.",
    "The harbour master said that the tide was to blame, and that the timetable would be changed before the summer.",
];

/// An article of a page, about something of its own.
fn entry(number: usize) -> String {
    let paragraphs: String =
        SENTENCES.iter().map(|text| format!("<p>{text} It was the {number}th time.</p>")).collect();
    format!("<article class=post><h2>Late ferry number {number}</h2>{paragraphs}</article>")
}

fn page_of(body: &str) -> String {
    let menu: String = (0..12).map(|i| format!("<li><a href=/{i}>Section {i}</a></li>")).collect();
    format!(
        "<!DOCTYPE html><html lang=en><head><title>The Islander</title></head><body><header><nav><ul>{menu}</ul></nav></header>\
         {body}<footer><a href=/terms>Terms</a> <a href=/privacy>Privacy</a> © 2024 The Islander</footer></body></html>"
    )
}

#[test]
fn a_page_without_an_article_says_so() {
    let links: String = (0..80).map(|i| format!("<li><a href=/topic/{i}>Topic {i}</a></li>")).collect();
    let pages = [
        ("navigation only", page_of(&format!("<ul class=menu>{links}</ul>"))),
        ("an empty body", page_of("")),
        ("one word", page_of("<p>Hello</p>")),
        (
            "a login page",
            page_of(
                "<form class=login-form action=/login><h1>Sign in</h1><label>Email</label><input><label>Password</label><input>\
                 <button>Sign in</button><a href=/forgot>Forgot your password?</a></form>",
            ),
        ),
        ("an error page", page_of("<div class=error><h1>404</h1><p>Page not found</p><a href=/>Home</a></div>")),
        ("pictures only", page_of(&"<figure><img src=/a.jpg alt='A pier'></figure>".repeat(20))),
    ];
    for (about, page) in pages {
        let article = read_page(&page);
        checks::check(&article);
        let words = article.word_count();
        assert!(article.confidence() < 0.5, "{about}: {} for {words} words: {}", article.confidence(), article.text());
        assert!(words <= 12, "{about}: {}", article.text());
    }
}

#[test]
fn a_page_of_many_articles_is_all_of_them() {
    for count in [2, 10] {
        let article = read_page(&page_of(&format!("<main>{}</main>", (0..count).map(entry).collect::<String>())));
        checks::check(&article);
        for number in 0..count {
            assert!(article.text().contains(&format!("It was the {number}th time.")), "{count}: {}", article.text());
        }
        assert!(!article.text().contains("Section 3") && !article.text().contains("Privacy"), "{}", article.text());
    }
}

#[test]
fn a_page_in_a_language_that_nobody_knows_has_a_body() {
    let text =
        "Tolomi varesu kandi polorra, ne suvi talemra koni dur valapesh orrimi tesku palanda vorresi. ".repeat(3);
    let article = read_page(&page_of(&format!("<main><h1>Varesu kandi</h1><p>{text}</p><p>{text}</p></main>")));
    checks::check(&article);
    assert!(article.text().contains("Tolomi varesu kandi polorra"), "{}", article.text());
    assert_eq!(article.title(), Some("Varesu kandi"));
}

#[test]
fn a_page_of_nothing_is_an_empty_article() {
    for page in [
        "",
        " ",
        "\r\n\t\u{A0}\n",
        "\u{FEFF}",
        "\0",
        "\0\0\n\0",
        "<p>",
        "</p>",
        "<br>",
        "<html>",
        "<!doctype html>",
        "<!-- a comment -->",
        "<!--",
        "<p",
        "<a href=\"",
        "<title>A page</title>",
        "<p>&nbsp;&#8203;&shy;</p>",
        "<script>a</script><style>b</style>",
        "<div hidden>c</div>",
        "<table><tr><td></table>",
        "<ul><li><li></ul>",
    ] {
        let article = read_page(page);
        checks::check(&article);
        assert_eq!(article.segments().len(), 0, "{page:?}");
        assert_eq!((article.text(), article.title(), article.language()), ("", None, None), "{page:?}");
        assert_eq!((article.to_text() + &article.to_markdown(), article.to_html()), Default::default(), "{page:?}");
        let bytes = nutgraf::from_html(page.as_bytes()).expect("an article");
        assert_eq!(bytes.document(), article.document(), "{page:?}");
    }
    // A picture is there, though nothing is said.
    let article = read_page("<p>&nbsp;<img src=a.png alt=boat></p>");
    checks::check(&article);
    let images: Vec<_> = article.marks().map(|mark| (mark.target(), mark.alt())).collect();
    assert_eq!((article.segments().len(), images), (1, vec![(Some("a.png"), Some("boat"))]));
    assert_eq!((article.text(), article.to_markdown(), article.to_html()), ("", String::new(), String::new()));
}

#[test]
fn nested_ten_thousand_deep() {
    for tag in ["div", "span", "b", "a href=x", "ul><li", "blockquote", "table><tr><td", "svg", "section><h1", "font"] {
        let article = read_page(&format!("{}The river came over its bank.", format!("<{tag}>").repeat(10_000)));
        check_long(&article);
        checks::json(&article);
        assert_eq!(article.document(), "The river came over its bank.\n", "{tag}");
    }
    let closed = format!("{}The river.{}", "<div>".repeat(10_000), "</div>".repeat(10_000));
    assert_eq!(read_page(&closed).document(), "The river.\n");
    assert_eq!(read_page(&"</div>".repeat(10_000)).segments().len(), 0);
}

#[test]
fn every_start_of_a_page() {
    for case in
        golden::cases().iter().filter(|case| ["html-streamed", "html-table-layout"].contains(&case.name.as_str()))
    {
        for end in 0..=case.input.len() {
            let start = &case.input[..end];
            let article = nutgraf::from_html(start).expect("any page gives an article");
            check_long(&article);
            checks::page::source_of_bytes(&article, start);
        }
    }
}

#[test]
fn pages_in_utf_16() {
    let page = "<!doctype html><meta charset=utf-8><h1>Die Fähre</h1><p>Der Fluß kam um vier, 😀 und um fünf stand alles still.";
    let units: Vec<u16> = page.encode_utf16().collect();
    let little: Vec<u8> = [0xFEFF].iter().chain(&units).flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = [0xFEFF].iter().chain(&units).flat_map(|unit| unit.to_be_bytes()).collect();
    for bytes in [little, big] {
        let article = nutgraf::from_html(&bytes).expect("an article");
        checks::check(&article);
        checks::page::source_of_bytes(&article, &bytes);
        assert_eq!(article.document(), read_page(page).document());
        // Without its last byte, and with half a surrogate pair.
        let cut = nutgraf::from_html(&bytes[..bytes.len() - 1]).expect("an article");
        checks::check(&cut);
    }
    let half = nutgraf::from_html(b"\xFF\xFE<\0p\0>\0a\0\x3D\xD8b\0").expect("an article");
    assert_eq!((half.document(), half.warnings().len()), ("a\u{FFFD}b\n", 1));
}

#[test]
fn blanks_by_the_million() {
    for blank in [" ", "\n", "\t", "\r", "\r\n", "\u{A0}", "\u{3000}\n", "\u{AD}", "\0"] {
        let article = read(&blank.repeat(1_000_000 / blank.len()));
        assert_eq!((article.segments().len(), article.text()), (0, ""), "{blank:?}");
    }
}

#[test]
fn ten_megabytes_on_one_line() {
    let input = "The river came over its bank at four in the morning. ".repeat(10_000_000 / 53);
    let article = read(&input);
    check_long(&article);
    assert_eq!(
        checks::letters(article.segments().map(|s| s.text()).collect::<String>().as_str()).len(),
        checks::letters(&input).len()
    );
    // And without a blank to break at.
    for (word, bytes) in [
        ("x", 10_000_000),
        ("日", 1_000_000),
        ("-", 1_000_000),
        (".", 1_000_000),
        ("\u{301}", 1_000_000),
        ("😀", 1_000_000),
    ] {
        let article = read(&word.repeat(bytes / word.len()));
        check_long(&article);
    }
}

#[test]
fn a_million_lines_of_one_character() {
    for (character, lines) in [
        ("x", 1_000_000),
        ("日", 100_000),
        ("-", 100_000),
        ("*", 100_000),
        (">", 1_000_000),
        ("1", 100_000),
        ("|", 100_000),
    ] {
        let article = read(&format!("{character}\n").repeat(lines));
        check_long(&article);
    }
}

#[test]
fn binary_bytes() {
    // Every byte, runs of them, and what a generator of numbers gives.
    let every: Vec<u8> = (0..=255).collect();
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    })
    .take(100_000)
    .collect();
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0".repeat(100);
    for input in
        [&every, &every.repeat(40), &noise, &png, &vec![0xFF; 10_000], &vec![0x80; 10_000], &vec![0x1B; 10_000]]
    {
        let article = nutgraf::from_text(input).expect("any bytes give an article");
        check_long(&article);
        for label in [
            "utf-8",
            "utf-16le",
            "shift_jis",
            "gb18030",
            "iso-2022-jp",
            "big5",
            "euc-kr",
            "replacement",
            "x-user-defined",
        ] {
            let article = Reader::new().encoding(label).from_text(input).expect("any bytes give an article");
            check_long(&article);
        }
    }
}

#[test]
fn cut_in_the_middle_of_a_character() {
    for bytes in
        [&b"Caf\xC3"[..], b"\xEF\xBB", b"\xFF\xFE\x41", b"\xFE\xFF\xD8", b"\xFF\xFE\x00\xD8\x41\x00", b"\xE6\x97"]
    {
        let article = nutgraf::from_text(bytes).expect("any bytes give an article");
        checks::check(&article);
    }
    let article = Reader::new().encoding("utf-8").from_text(b"Caf\xC3").expect("an article");
    assert_eq!(article.document(), "Caf\u{FFFD}");
    assert_eq!(article.warnings().len(), 1);
}

#[test]
fn over_the_limit_the_error_says_what_to_do() {
    let reader = Reader::new().max_bytes(10);
    assert!(reader.from_text("0123456789").is_ok());
    let error = reader.from_text("0123456789a").expect_err("it has 11 bytes");
    assert_eq!((error.kind(), error.offset()), (ErrorKind::TooLarge, Some(10)));
    let message = error.to_string();
    for part in ["11 bytes", "10", "max_bytes", "split"] {
        assert!(message.contains(part), "{message}");
    }
    // Decoded it is longer than it was.
    let error = reader.encoding("windows-1252").from_text(&[0x80; 8]).expect_err("8 bytes become 24");
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    assert!(error.to_string().contains("24 bytes"), "{error}");
    let error = Reader::new().max_bytes(10).from_html("<p>01234567").expect_err("it has 11 bytes");
    assert_eq!((error.kind(), error.offset()), (ErrorKind::TooLarge, Some(10)));
    assert!(Reader::new().max_bytes(0).from_text("").is_ok());
    assert!(Reader::new().max_bytes(u64::MAX).from_text("x").is_ok());
}

#[test]
fn options_that_cannot_be_are_named() {
    for (reader, name) in [
        (Reader::new().encoding("utf-99"), "encoding"),
        (Reader::new().language("not a tag"), "language"),
        (Reader::new().language(""), "language"),
        (Reader::new().reference_date("yesterday"), "reference_date"),
        (Reader::new().reference_date("2024"), "reference_date"),
    ] {
        let error = reader.from_text(b"x").expect_err(name);
        assert_eq!(reader.from_html(b"x").expect_err(name).to_string(), error.to_string());
        assert_eq!(error.kind(), ErrorKind::InvalidOption);
        assert!(error.to_string().contains(&format!("`{name}`")), "{error}");
    }
}

#[test]
fn hostile_texts_keep_the_invariants() {
    for (name, input) in hostile(3000) {
        println!("{name}");
        checks::check(&read(&input));
    }
}

/// The record does not outgrow the input by more than a factor, whatever it holds.
#[test]
fn the_record_grows_with_the_input() {
    for ((name, short), (_, long)) in hostile(3000).iter().zip(hostile(12_000)) {
        let count = |input: &str| {
            let article = read(input);
            let records = article.segment_records().len()
                + article.reason_records().len()
                + article.mark_records().len()
                + article.fact_records().len();
            assert!(records <= 64 + input.len() * 8, "{name}: {records} records of {} bytes", input.len());
            records
        };
        let (a, b) = (count(short), count(&long));
        assert!(b <= a * 6 + 100, "{name}: {a} records became {b}");
    }
}

#[test]
fn what_no_one_reads_is_no_article() {
    // Symbols alone are layout or boilerplate, never a title or a byline.
    for input in ["***\n---\n===\n", "• • •\n\n|\n\n||\n", "→\n←\n"] {
        let article = read(input);
        checks::check(&article);
        assert_eq!(article.title(), None, "{input:?}");
        assert!(article.authors().is_empty(), "{input:?}");
        assert!(article.segments().all(|segment| segment.role() != Role::Body), "{input:?}");
    }
}

/// The records of an archive that comes in chunks, of which nothing is kept.
fn count_records(chunks: impl Iterator<Item = String>) -> (usize, u64) {
    let mut splitter = Splitter::new(Reader::new()).expect("options that can be");
    let (mut records, mut bytes) = (0, 0);
    let mut take = |splitter: &mut Splitter| {
        while let Some(record) = splitter.next_record() {
            records += 1;
            bytes += u64::from(record.expect("a record").source_len());
        }
    };
    for chunk in chunks {
        splitter.push(chunk.as_bytes());
        take(&mut splitter);
    }
    splitter.finish();
    take(&mut splitter);
    (records, bytes)
}

#[test]
fn an_archive_of_100_000_documents() {
    let document = |n: usize| {
        format!(
            "                     {n} of 100000 DOCUMENTS\n\n\nThe Gazette\n\nMay 3, 2010\n\nTitle {n}\n\nLENGTH: 3 words\n\n\nIt rained again.\n\n"
        )
    };
    let length: u64 = (1..=100_000).map(|n| document(n).len() as u64).sum();
    let chunks = (1..=100_000).step_by(1000).map(|n| (n..n + 1000).map(document).collect());
    assert_eq!(count_records(chunks), (100_000, length));
}

#[test]
fn an_archive_with_a_line_of_100_megabytes() {
    let message = |text: &str| format!("From jane@example.org Tue Jan 11 10:15:00 2011\nSubject: A line\n\n{text}\n\n");
    let long = "The river rose. ".repeat(6_250_000);
    let archive = [message("One."), message(&long), message("Three.")].concat();
    let length = archive.len() as u64;
    let chunk = |at: usize| archive[at..archive.len().min(at + (1 << 20))].to_owned();
    assert_eq!(count_records((0..archive.len()).step_by(1 << 20).map(chunk)), (3, length));
    let mut split = nutgraf::split(&archive);
    let records = std::iter::from_fn(|| split.next_record()).map(|record| record.expect("a record").text().len());
    assert_eq!(records.collect::<Vec<_>>(), [message("One.").len(), message(&long).len(), message("Three.").len()]);
}

#[test]
fn archives_of_marks_alone() {
    let marks = [
        "1 of 2 DOCUMENTS\n\n",
        "Body\n",
        "Length: 3 words\nBody\n",
        "End of Document\n",
        "HD   \n",
        "PD   3 May 2010\n",
        "LP\n",
        "Document ABCD000020100111e61b0001a\n",
        "877 words\n3 May 2010\nThe Paper\nTHEP\n",
        "____________________________________________________________\n",
        "Document 1 of 2\n\n",
        "Full text: \n",
        "Publication info: a\n",
        "Numéro de document : 1\n\n",
        "Certificat émis\n",
        "WARC/1.0\nWARC-Type: conversion\nContent-Length: 9\n\n",
        "WARC/1.0\nWARC-Type: warcinfo\nContent-Length: 99999999999\n\n",
        "WARC/1.0\n",
        "From a@b Tue Jan 11 10:15:00 2011\nSubject: a\n",
        "------------------------------\n\nDate: 1\nFrom: a\n",
        "From: a\n",
        "###\n\nPARIS (AP) — A.\n",
        "==> a <==\n",
        "==========\nURL: http://a\n",
        "Job Number: 1\n",
        "Date and Time: 1\nJob Number: 1\n",
        "Copyright 2010 A\n\n",
        "LANGUAGE: ENGLISH\n\n",
        "\u{FEFF}",
        "\u{C}",
        "\r",
    ];
    for (i, first) in marks.iter().enumerate() {
        for second in &marks[i..] {
            for archive in
                [first.repeat(40), format!("{first}{second}").repeat(20), format!("{second}\n\n{first}x\n").repeat(9)]
            {
                let mut split = nutgraf::split(&archive);
                let mut text = String::new();
                while let Some(record) = split.next_record() {
                    let record = record.expect("a record");
                    text += record.text();
                    check_long(&record.read().expect("an article"));
                }
                assert_eq!(text, archive.strip_prefix('\u{FEFF}').unwrap_or(&archive));
            }
        }
    }
}
