//! Time grows with the input and no faster, whatever it holds. A binary of its own, so that no other test runs beside it.

mod checks;

use std::time::{Duration, Instant};

use checks::hostile::hostile;
use nutgraf::Format;

/// Everything that is computed when asked.
fn work(article: &nutgraf::Article) -> usize {
    let json = article.to_json();
    let text = article.text().len();
    let located = article.locate(0..text).len();
    let renderings = Format::all().iter().map(|&format| article.render(format).len());
    renderings.sum::<usize>()
        + json.len()
        + located
        + article.sentences().len()
        + article.words().len()
        + article.sections().len()
        + article.segments().map(|segment| segment.text().len()).sum::<usize>()
}

/// Pages whose renderings a careless writer would take long for, or make long, of `n` bytes or so.
fn pages(n: usize) -> Vec<(&'static str, String)> {
    let json = |text: String| format!("<script type=application/ld+json>{text}</script>");
    let prose = "The river came over its bank at four in the morning, and by five the main street was under water.";
    let many = |unit: &str| unit.repeat(n / unit.len() + 1);
    let pages = [
        ("cells that span rows", format!("<table>{}", many("<tr><td rowspan=65534>the river rose"))),
        ("cells that span columns", format!("<table>{}", many("<tr><td colspan=1000>the river rose<td>x"))),
        ("one wide row", format!("<table><tr>{}{}", many("<td>the river"), many("<tr><td>the river<td>x"))),
        ("addresses by a long base", format!("<base href=http://a/{}>{}", "b/".repeat(900), many("<a href=x>y</a> "))),
        ("styles that cross", many("<b>the <i>river </b>rose </i>")),
        ("styles that touch", many("<b>a</b><i>b</i>")),
        ("lists in lists", many("<ul><li>the river rose")),
        ("lines of code in quotations", format!("{}<pre>x{}y", "<blockquote>".repeat(200), many("\n"))),
        ("pictures", many("<figure><a href=x><img src=y></a></figure>")),
        ("pictures in a text", many("the river <img src=y alt=z> ")),
        ("signs", many("*_`[]&lt;&amp;|~\\")),
        ("line breaks", many("1. a<br>")),
        ("JSON that never closes", json(many("{\"a\":[\"b "))),
        ("strings of JSON", json(format!("{{\"a\":\"{}", many("\"   ")))),
        (
            "items of JSON",
            json(format!("[{}", many("{\"@type\":\"Article\",\"headline\":\"b - c\",\"author\":\"d\"},"))),
        ),
        ("authors in the head", many("<meta name=author content=\"Jane Roe, Ali Can\">")),
        ("titles in the head", many("<meta property=og:title content=\"a - b | c - d: e\">")),
        (
            "sites and titles",
            many("<meta property=og:site_name content=s><meta property=og:title content=\"x - s - s - s - s\">"),
        ),
        (
            "one value under many names",
            format!(
                "<div itemscope itemtype=http://schema.org/Article><meta itemprop=\"{}\" content=\"{}\">",
                "keywords ".repeat(n / 18),
                "a, ".repeat(n / 6)
            ),
        ),
        ("properties in each other", many("<b itemscope itemprop=author>x")),
        ("classes of authors", many("<i class=author-name>")),
        ("entries", many("<div class=hentry><b class=author>x</b>")),
        ("links to authors", many("<a href=/author/x>a b</a> ")),
        ("times", many("<p><time datetime=2024-05-03>May 3, 2024</time>")),
        ("walls", many("<p>The river rose and<div>Subscribe to continue reading</div><h2>Related articles</h2>")),
    ];
    pages.into_iter().map(|(name, page)| (name, format!("<h1>A title</h1><p>{prose} {prose}<p>{page}"))).collect()
}

/// Paragraphs whose sentences a careless splitter would take long for, of `n` bytes or so.
fn paragraphs(n: usize) -> Vec<(&'static str, String)> {
    let units = [
        "stops",
        ".",
        "stops apart",
        ". ",
        "stops in quotes",
        ".\"",
        "marks",
        "?!",
        "wide marks",
        "。",
        "dandas",
        "क|",
        "marks in quotes",
        "「。」",
        "ellipses",
        "… ",
        "abbreviations",
        "z. B. e.g. Dr. ",
        "initials",
        "A. B.",
        "letters",
        "a.b.",
        "numbers",
        "1. ",
        "labels",
        "1) ",
        "bullets",
        "• ",
        "dashes",
        ".-",
        "dashes and brackets",
        "-)",
        "emoticons",
        ":-) ",
        "eyes",
        ":",
        "open brackets",
        "a.(",
        "closed brackets",
        "a.)",
        "footnotes",
        ".[1]",
        "quotes",
        "a. “",
        "lines",
        "a\n",
        "lines of marks",
        "\n/",
        "lines in brackets",
        "\n(a",
        "blanks",
        "a.   ",
        "joiners",
        ".\u{200f}",
        "word spaces",
        "፡፡",
        "one word",
        "a",
        "capitals",
        "A",
        "glued",
        "abc.Abcd",
        "no letters",
        "/",
    ];
    let of_unit = |pair: &[&'static str]| (pair[0], pair[1].repeat(n / pair[1].len() + 1));
    units.chunks(2).map(of_unit).collect()
}

/// Four times the input takes at most eight times as long, in the best of three, with a floor under the shorter time
/// that noise does not reach: quadratic work of this size takes sixteen times as long.
#[test]
fn time_grows_with_the_input() {
    const FLOOR: Duration = Duration::from_millis(20);
    type Work = fn(&str) -> usize;
    let dump: Work = |input| work(&nutgraf::from_text(input).expect("an article"));
    let page: Work = |input| work(&nutgraf::from_html(input).expect("an article"));
    let paragraph: Work =
        |input| ["de", "el", ""].map(|language| nutgraf::split_sentences(input, language).count()).iter().sum();
    let time = |input: &str, work: Work| {
        let runs = (0..3).map(|_| {
            let start = Instant::now();
            std::hint::black_box(work(input));
            start.elapsed()
        });
        runs.min().unwrap_or_default()
    };
    let mut slow = Vec::new();
    let inputs = |n| {
        let sets = [(hostile(n), dump), (pages(n), page), (paragraphs(n), paragraph)];
        sets.into_iter().flat_map(|(inputs, work)| inputs.into_iter().map(move |input| (input, work)))
    };
    for (((name, short), work), ((_, long), _)) in inputs(20_000).zip(inputs(80_000)) {
        let (a, mut b) = (time(&short, work), Duration::MAX);
        // A machine that is busy with something else gets another chance.
        for _ in 0..3 {
            b = b.min(time(&long, work));
            if b <= a.max(FLOOR) * 8 {
                break;
            }
        }
        println!("{name}: {:?} for {} bytes, {:?} for {}", a, short.len(), b, long.len());
        if b > a.max(FLOOR) * 8 {
            slow.push(format!("{name}: {a:?} became {b:?}"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

/// Archives that a careless splitter would take long for, of `n` bytes or so.
fn archives(n: usize) -> Vec<(&'static str, String)> {
    let many = |unit: &str| unit.repeat(n / unit.len() + 1);
    let head = "                    1 of 2 DOCUMENTS\n\nThe Gazette\n\nMay 3, 2010\n\n";
    let warc = "WARC/1.0\nWARC-Type: conversion\nContent-Length: 60000000\n\n";
    vec![
        ("documents", many(&format!("{head}A title\n\nLENGTH: 3 words\n\nIt rained again.\n\n"))),
        ("labels of the head", format!("{head}{}", many("SECTION: a\n\n"))),
        ("labels of the tail", format!("{head}A title\n\nIt rained.\n\n{}", many("COMPANY: a (90%)\n\n"))),
        ("copyright lines", format!("{head}{}", many("Copyright 2010 A\n\n"))),
        ("topics", format!("{head}A title\n\nIt rained.\n\nSUBJECT: {}", many("RAIN (90%); "))),
        ("authors", format!("{head}A title\n\nBYLINE: {}\n\nIt rained.", many("Jane Roe; "))),
        ("codes in the body", format!("HD   A\nPD   3 May 2010\nLP\nA.\n\n{}", many("IN   x\n\nA.\n\n"))),
        ("codes", format!("HD   A\nPD   3 May 2010\nLP\n{}TD\n", many("RE   x\n\n"))),
        (
            "labels of ProQuest",
            format!("{}\n\nDocument 1 of 1\n\nA\n\n{}", "_".repeat(60), many("Publication date: May 3, 2010\n\n")),
        ),
        ("lengths that are too long", many(warc)),
        ("headers of mail", format!("From a@b Tue Jan 11 10:15:00 2011\n{}", many("Received: a\n"))),
        ("rules of digests", many("------------------------------\n\nDate: 1\n\n")),
        ("labels of dumps", format!("==========\n{}", many("URL: http://a\n"))),
        ("pages", format!("A\nB\n\nMay 3, 2010\n\nLength: 3 words\n\nBody\n\n{}", many("Page 2 of 3\nA\n\nx\n\n"))),
        ("one line", many("The river rose. ")),
        ("blanks", many(" ")),
        ("carriage returns", many("\r")),
    ]
}

#[test]
fn time_of_splitting_grows_with_the_archive() {
    const FLOOR: Duration = Duration::from_millis(40);
    let time = |archive: &str| {
        let runs = (0..2).map(|_| {
            let start = Instant::now();
            let articles = nutgraf::split(archive).map(|article| article.expect("an article").segments().len());
            std::hint::black_box(articles.sum::<usize>());
            start.elapsed()
        });
        runs.min().unwrap_or_default()
    };
    let mut slow = Vec::new();
    for ((name, short), (_, long)) in archives(20_000).into_iter().zip(archives(80_000)) {
        let (a, mut b) = (time(&short), Duration::MAX);
        for _ in 0..3 {
            b = b.min(time(&long));
            if b <= a.max(FLOOR) * 8 {
                break;
            }
        }
        println!("{name}: {a:?} for {} bytes, {b:?} for {}", short.len(), long.len());
        if b > a.max(FLOOR) * 8 {
            slow.push(format!("{name}: {a:?} became {b:?}"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}
