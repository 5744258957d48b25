//! The tests of the encoding of pages: those of html5lib-tests where `NUTGRAF_DATA` names the folder that holds them, and in
//! the same format (`#data`, `#encoding`) our own.

use std::path::Path;

use memchr::memmem;

use super::*;

/// Runs the tests of a file: how many passed and failed. A page that is ASCII and declares nothing is UTF-8 here and
/// `undeclared` in the file.
fn run(path: &Path, undeclared: &str) -> (usize, usize) {
    let file = std::fs::read(path).unwrap();
    let starts = memmem::find_iter(&file, "#data\n").filter(|&at| at == 0 || file[at - 1] == b'\n');
    let mut starts: Vec<usize> = starts.collect();
    starts.push(file.len());
    let (mut passed, mut failed) = (0, 0);
    for test in starts.windows(2).map(|ends| &file[ends[0] + 6..ends[1]]) {
        let end = memmem::rfind(test, b"\n#encoding\n").unwrap();
        let (page, expected) = (&test[..end], std::str::from_utf8(&test[end + 11..]).unwrap().trim());
        let found = decode(&Reader::new(), page, Form::Html).unwrap().encoding;
        let expected_here =
            page.is_ascii() && declared::by_page(page).is_none() && expected.eq_ignore_ascii_case(undeclared);
        if found.eq_ignore_ascii_case(expected) || expected_here && found == "UTF-8" {
            passed += 1;
        } else {
            failed += 1;
            println!("{}: expected {expected}, found {found}\n{}", path.display(), String::from_utf8_lossy(page));
        }
    }
    println!("{}: {passed} passed, {failed} failed", path.display());
    (passed, failed)
}

#[test]
fn our_tests_pass() {
    let (passed, failed) = run(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/html/encoding.dat"), "UTF-8");
    assert!(failed == 0 && passed >= 40, "{passed} passed, {failed} failed");
}

#[test]
fn html5lib_tests_pass() {
    let Some(data) = std::env::var_os("NUTGRAF_DATA") else {
        println!("NOT RUN: NUTGRAF_DATA does not name the folder of html5lib-tests");
        return;
    };
    // Not `scripted`, whose pages write their `meta` by a script, nor `chardet`, which is a text and no page.
    for (name, number) in [("tests1.dat", 59), ("tests2.dat", 22), ("test-yahoo-jp.dat", 1)] {
        let path = Path::new(&data).join("html5lib-tests/encoding").join(name);
        assert_eq!(run(&path, "windows-1252"), (number, 0), "{name}");
    }
}

fn encoding_of(reader: &Reader, page: &[u8]) -> &'static str {
    decode(reader, page, Form::Html).unwrap().encoding
}

#[test]
fn what_the_caller_says_comes_before_what_the_page_says() {
    let page = b"<meta charset=koi8-r>\xE9";
    assert_eq!(encoding_of(&Reader::new(), page), "KOI8-R");
    assert_eq!(encoding_of(&Reader::new().content_type("text/html; charset=iso-8859-2"), page), "ISO-8859-2");
    assert_eq!(encoding_of(&Reader::new().content_type("text/html"), page), "KOI8-R");
    assert_eq!(encoding_of(&Reader::new().encoding("gbk"), page), "GBK");
    assert_eq!(encoding_of(&Reader::new().encoding("gbk"), b"\xEF\xBB\xBF<meta charset=koi8-r>"), "UTF-8");
}

#[test]
fn a_text_declares_nothing() {
    let page = "<meta charset=koi8-r>\u{e9}";
    assert_eq!(decode(&Reader::new(), page.as_bytes(), Form::Text).unwrap().encoding, "UTF-8");
}

#[test]
fn a_page_of_utf_16_may_begin_with_an_xml_declaration() {
    let page = "<?xml version='1.0'?><p>a";
    let little: Vec<u8> = page.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = page.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (bytes, encoding) in [(little, "UTF-16LE"), (big, "UTF-16BE")] {
        let decoded = decode(&Reader::new(), &bytes, Form::Html).unwrap();
        assert_eq!((&*decoded.text, decoded.encoding), (page, encoding));
    }
}

#[test]
fn a_declaration_counts_wherever_a_parser_comes_to_it() {
    let filler = "x".repeat(2000);
    let found = |page: String| encoding_of(&Reader::new(), page.as_bytes());
    assert_eq!(found(format!("<!--{filler}--><meta charset=koi8-r>")), "KOI8-R");
    assert_eq!(found("<script>'<meta charset=koi8-r>'</script>".into()), "KOI8-R");
    assert_eq!(found(format!("<script>{filler}'<meta charset=koi8-r>'</script>")), "UTF-8");
    assert_eq!(found(format!("{}<meta charset=koi8-r>", " ".repeat(DETECTION_PREFIX))), "UTF-8");
}

#[test]
fn a_guess_looks_at_what_is_not_ascii() {
    let text = "Река вышла из берегов в четыре часа утра, и в пять главная улица была под водой.".repeat(4);
    let (body, ..) = encoding_rs::WINDOWS_1251.encode(&text);
    let page = [b"<script>".as_slice(), &b"var a; ".repeat(20_000), b"</script>", &body].concat();
    let decoded = decode(&Reader::new(), &page, Form::Html).unwrap();
    assert_eq!(decoded.encoding, "windows-1251");
    assert!(decoded.text.ends_with(&text));
}

#[test]
fn what_breaks_a_sequence_off_stands_in_its_own_place() {
    let page = b"<meta charset=gbk><p>\xC1\xEC\xA2</p>x";
    let Decoded { text, source, .. } = decode(&Reader::new(), page, Form::Html).unwrap();
    let end = text.find("</p>").unwrap();
    assert_eq!(source.input(Span::new(end, end + 4)), Span::new(24, 28));
    assert_eq!(&page[24..28], b"</p>");
}
