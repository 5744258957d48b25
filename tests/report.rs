//! The report for people.

use nutgraf::{Article, Role};

fn report(dump: &str) -> (Article, String) {
    let article = nutgraf::from_text(dump).expect("an article");
    let report = article.to_report();
    (article, report)
}

/// What a browser would show of the document: without tags and labels, escapes resolved.
fn shown(report: &str) -> String {
    let (_, rest) = report.split_once("<pre").expect("a document");
    let (_, rest) = rest.split_once('>').expect("its start");
    let (pre, _) = rest.split_once("</pre>").expect("its end");
    let (mut out, mut rest) = (String::new(), pre);
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let close = if rest[at..].starts_with("<small ") { "</small>" } else { ">" };
        rest = &rest[at + rest[at..].find(close).expect("a closed tag") + close.len()..];
    }
    out.push_str(rest);
    let escapes = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#13;", "\r"), ("&amp;", "&")];
    escapes.iter().fold(out, |out, (escape, c)| out.replace(escape, c))
}

const DUMP: &str = "As Rivers Rise, a Town Looks Up\n\n\
    2 MINS READMar 23, 2020 | 10:00 GMT\n\n\
    The river came over its bank at four in the morning, and by five the main street was under water. \
    Nobody was hurt, the mayor said, but forty families spent the night in the school.\n\n\
    Sign up for our newsletter\nYour email address\n\nCopyright © Example Press. All rights reserved.\n";

#[test]
fn it_shows_the_document_and_says_what_is_what() {
    let (article, report) = report(DUMP);
    assert_eq!(shown(&report), article.document());
    assert!(report.contains(&format!("<strong>{}</strong>", article.title().expect("a title"))));
    assert!(article.date_published().is_none_or(|date| report.contains(&date.to_string())));
    for segment in article.segments().filter(|s| s.role() == Role::Boilerplate) {
        assert!(report.contains(&format!("<span class=\"boilerplate k-{} dropped\" title=", segment.kind())));
        assert!(report.contains(&segment.reason().replace('\'', "&#39;").replace('"', "&quot;")));
    }
    assert!(!report.contains("<span class=\"body k-paragraph dropped\""));
}

#[test]
fn nothing_of_the_input_is_markup() {
    for hostile in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</pre></div><script>alert(1)</script>",
        "' onmouseover='alert(1)",
        "&lt;script&gt; &amp; </style><!-- <![CDATA[",
        "\0\u{8}<\0script>\r<b>",
    ] {
        for dump in
            [hostile.to_owned(), format!("{hostile}\n\nBy {hostile}\n\n{DUMP}"), format!("{DUMP}\n© {hostile}\n")]
        {
            let (article, report) = report(&dump);
            let tags: Vec<&str> =
                report.split('<').skip(1).map(|tag| tag.split([' ', '>']).next().unwrap_or_default()).collect();
            for tag in tags {
                let known = ["div", "style", "header", "strong", "span", "i", "pre", "small", "footer"];
                assert!(known.contains(&tag.trim_start_matches('/')), "<{tag} in the report of {hostile:?}");
            }
            let clean = |text: &str| text.replace(|c: char| c.is_control() && !"\n\r\t".contains(c), "\u{FFFD}");
            assert_eq!(shown(&report), clean(article.document()));
        }
    }
}

#[test]
fn a_large_document_is_shown_in_part() {
    let (article, report) = report(&"é".repeat(1 << 20));
    let shown = shown(&report);
    assert!(shown.len() <= 256 * 1024 && article.document().starts_with(&shown));
    assert!(report.contains(&format!("{} more characters", (1 << 20) - shown.chars().count())));
    let (_, empty) = self::report("");
    assert!(empty.ends_with("<pre></pre></div>\n"));
}
