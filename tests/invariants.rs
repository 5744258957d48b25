//! What holds of every article, over inputs that no one wrote.
//!
//! The inputs are the same in every run; `PROPTEST_RNG_SEED=… PROPTEST_CASES=…` makes others, and more of them.

mod checks;
mod golden;

use encoding_rs::{GBK, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use nutgraf::{
    AccessStatus, ArchiveFormat, Evidence, Field, Focus, Format, Input, Kind, MarkKind, OffsetUnit, Origin, Reader,
    Role, WarningKind,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

fn config() -> ProptestConfig {
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(0x6e75_7467);
    }
    config
}

const WORDS: &[&str] = &[
    "the",
    "river",
    "rose",
    "over",
    "its",
    "bank",
    "at",
    "four",
    "in",
    "morning",
    "said",
    "mayor",
    "on",
    "Tuesday",
    "and",
    "Nobody",
    "U.S.",
    "Mr.",
    "Iranian-backed",
    "U.S.-led",
    "3.5",
    "don't",
    "it’s",
    "e.g.",
    "families",
    "school",
    "(later)",
    "“Stay",
    "home,”",
    "Größe",
    "über",
    "Straße",
    "Jahrhundert",
    "élève",
    "aujourd’hui",
    "¿Qué?",
    "mañana",
    "não",
    "São",
    "река",
    "поднялась",
    "утром.",
    "город",
    "الكتاب",
    "مدينة،",
    "صباحا",
    "שלום",
    "東京都",
    "は、",
    "雨です。",
    "今日は",
    "北京",
    "新闻，",
    "สวัสดี",
    "नमस्ते",
    "한국어",
    "ab\u{AD}schnitt",
    "zero\u{200B}width",
    "😀",
    "👩‍👩‍👧",
    "🇩🇪",
    "e\u{301}te\u{301}",
    "ﬁne",
    "\u{202B}rtl\u{202C}",
    "𝒳",
    "a\u{FE0F}",
    "—",
    "–",
    "…",
    "&amp;",
    "<b>",
    "https://example.com/a?b=c",
    "jane@example.org",
];

const LINES: &[&str] = &[
    "As Rivers Rise, a Town Looks Up",
    "What Happened",
    "OPINION",
    "By Jane Roe",
    "By JANE ROE and Ali Can",
    "Von Jana Roth",
    "Par Jeanne Dupont",
    "3 MINS READMar 23, 2020 | 10:00 GMT",
    "5 min read",
    "Published: 3 May 2024, 10:30",
    "Updated 2 hours ago",
    "Mar 23, 2020",
    "23.03.2020, 14:05 Uhr",
    "2024-05-03T09:30:00Z",
    "2024年5月3日",
    "BERLIN, May 3 (dpa) —",
    "Share",
    "Facebook",
    "Tweet",
    "Copy link",
    "Advertisement",
    "Home",
    "News",
    "Log in",
    "Subscribe to continue reading",
    "Already a subscriber? Log in",
    "Sign up for our newsletter",
    "Your email address",
    "Read more:",
    "Related articles",
    "12 Comments",
    "Leave a comment",
    "Accept all cookies",
    "Copyright © Example Press. All rights reserved.",
    "© 2024 The Example Company, Inc.",
    "Photo: Ann Lee/AP",
    "Tags: rivers, towns",
    "Reporting by A. Bee; Editing by C. Dee",
    "Correction: An earlier version misspelled a name.",
    "Editor's note: This is a note.",
    "###",
    "-30-",
    "ENDS",
    "* * *",
    "---",
    "=====",
    "-----",
    "~~~",
    "```",
    "````rust",
    "| a | b | c |",
    "|---|---|---|",
    "| d | e | f |",
    "Oslo   [a](https://a.example/)\nGraz   [b](https://b.example/)\nBern   [c](https://c.example/)",
    "```toml",
    "```",
    "a\tb\tc",
    "d\te\tf",
    "\t\tx",
    "[1] A note.",
    "* A note",
    "1. First",
    "2. Second",
    "10) Tenth",
    "(a) letter",
    "- dash",
    "• bullet",
    "•",
    "-",
    ">",
    "> > nested",
    ">>> arrows",
    "# Heading",
    "## Heading ##",
    "####### seven",
    "1.2 Numbered",
    "Q: What happened?",
    "A: It rained.",
    "Article Search",
    "Search",
    "Skip to content",
    "Terms of use",
    "Privacy policy",
    "Download our app",
    "0:00 / 3:21",
    "Listen to this article",
    "About the author",
    "Jane Roe teaches law at Example University.",
    "Yesterday",
    "14:35",
];

const SPACES: &[&str] =
    &[" ", " ", " ", " ", " ", " ", "  ", "\u{A0}", "\t", "\u{3000}", "\u{2009}", " \u{AD}", "\u{2028}", "\u{85}"];

const PREFIXES: &[&str] =
    &["> ", ">", ">> ", "> > ", "  ", "    ", "\t", "* ", "- ", "• ", "1. ", "a) ", "\u{A0}", "\u{FEFF}", "| ", "## "];

const ENDS: &[&str] =
    &["\n", "\n", "\n", "\n", "\n\n", "\n\n", "\r\n", "\r", "\n\r", " \n", "\u{A0}\n", "-\n", "\u{AD}\n", "\n \n"];

fn sentence() -> impl Strategy<Value = String> {
    (vec((select(WORDS), select(SPACES)), 1..24), select(&[".", "!", "?", "", "...", ".”", "。", ":"][..])).prop_map(
        |(words, end)| {
            let mut text: String = words.into_iter().flat_map(|(word, space)| [word, space]).collect();
            text.truncate(text.trim_end().len());
            text + end
        },
    )
}

fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => vec(sentence(), 1..5).prop_map(|sentences| sentences.join(" ")),
        4 => select(LINES).prop_map(str::to_owned),
        1 => (select(LINES), select(LINES)).prop_map(|(a, b)| format!("{a}{b}")),
        1 => (select(LINES), sentence()).prop_map(|(a, b)| format!("{a} {b}")),
        1 => sentence(),
    ]
}

/// A text in the shape of a dump, of up to some twenty lines.
fn dump() -> impl Strategy<Value = String> {
    let prefix = prop_oneof![6 => Just(""), 1 => select(PREFIXES)];
    let lines = vec((prefix, line(), select(ENDS)), 0..20);
    // The whole may be wrapped at a margin, or quoted.
    (
        lines,
        prop_oneof![4 => Just(None), 1 => (36_usize..90).prop_map(Some)],
        prop_oneof![6 => Just(""), 1 => Just("> ")],
    )
        .prop_map(|(lines, margin, quote)| {
            let text: String = lines.iter().flat_map(|(prefix, line, end)| [*prefix, line, end]).collect();
            let text = margin.map_or(text.clone(), |margin| wrapped(&text, margin));
            if quote.is_empty() { text } else { text.lines().map(|line| format!("{quote}{line}\n")).collect() }
        })
}

fn wrapped(text: &str, margin: usize) -> String {
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        let mut width = 0;
        for word in line.split_inclusive(' ') {
            let columns = word.chars().count();
            if width > 0 && width + columns > margin + 1 {
                out.truncate(out.trim_end_matches(' ').len());
                out.push('\n');
                width = 0;
            }
            out.push_str(word);
            width += columns;
        }
    }
    out
}

/// Tags as pages have them, and as they should not.
const TAGS: &[&str] = &[
    "<p>",
    "</p>",
    "<p class='a b'>",
    "<div>",
    "</div>",
    "<div hidden>",
    "<div hidden id=\"S:0\">",
    "<template id=\"B:0\">",
    "</template>",
    "<!--$?-->",
    "<!--/$-->",
    "<div style=\"display: none\">",
    "<span>",
    "</span>",
    "<br>",
    "<br><br>",
    "<hr>",
    "<h1>",
    "</h1>",
    "<h2>",
    "</h2>",
    "<ul>",
    "</ul>",
    "<ol start=4>",
    "<ol start=-1>",
    "</ol>",
    "<li>",
    "</li>",
    "<dl>",
    "<dt>",
    "<dd>",
    "</dl>",
    "<blockquote>",
    "</blockquote>",
    "<figure>",
    "<figcaption>",
    "</figure>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "<td colspan=2 rowspan=0>",
    "<th>",
    "</tr>",
    "<caption>",
    "<pre>",
    "<pre>\n<code class=\"language-rust\">",
    "</code></pre>",
    "<a href=\"/a?b=c&amp;d\">",
    "<a href=''>",
    "</a>",
    "<em>",
    "</em>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<sup>",
    "</sup>",
    "<code>",
    "</code>",
    "<img src=/a.png alt=\"A &quot;boat&quot;\">",
    "<img data-src=b.png>",
    "<noscript>",
    "</noscript>",
    "<nav>",
    "</nav>",
    "<header>",
    "</header>",
    "<main>",
    "<article>",
    "</article>",
    "<footer>",
    "</footer>",
    "<aside>",
    "</aside>",
    "<button>",
    "</button>",
    "<select><option>",
    "</select>",
    "<textarea>",
    "</textarea>",
    "<form>",
    "<svg><text>",
    "</svg>",
    "<math><mi>",
    "</math>",
    "<title>",
    "</title>",
    "<script>if (a<b) '<p>'</script>",
    "<style>p{}</style>",
    "<!-- a comment -->",
    "<!-->",
    "<!doctype html>",
    "<html lang=de>",
    "<head>",
    "<body>",
    "</body>",
    "<unknown-tag a=\"<p>\">",
    "</>",
    "<?php ?>",
    "<",
    "</",
    "<p",
    "<a href=\"",
];

const REFERENCES: &[&str] = &[
    "&amp;",
    "&lt;",
    "&nbsp;",
    "&#8217;",
    "&#x1F600;",
    "&#0;",
    "&#x80;",
    "&copy",
    "&notit;",
    "&ngE;",
    "&",
    "&#",
    "&#x;",
    "\0",
    "\r\n",
    "\u{A0}",
    "\u{AD}",
    "\u{FEFF}",
];

/// A page of some tags, with or without their ends, around anything.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => select(TAGS).prop_map(str::to_owned),
        3 => sentence(),
        2 => select(LINES).prop_map(str::to_owned),
        2 => select(REFERENCES).prop_map(str::to_owned),
        1 => select(SPACES).prop_map(str::to_owned),
    ];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// All that is checked of a page, which need not be one.
fn check_page(page: Input<'_>) {
    let article = nutgraf::from_html(page).expect("any page gives an article");
    checks::check(&article);
    assert_eq!(nutgraf::from_html(page).expect("an article"), article);
    match page {
        Input::Bytes(bytes) => checks::page::source_of_bytes(&article, bytes),
        Input::Text(text) => {
            for unit in checks::UNITS {
                let article = Reader::new().source_unit(unit).from_html(text).expect("an article");
                checks::page::source_of_text(&article, text, unit);
            }
            let bytes = Reader::new().encoding("utf-8").from_html(text.as_bytes()).expect("an article");
            assert_eq!((bytes.document(), bytes.text()), (article.document(), article.text()));
            checks::page::source_of_bytes(&bytes, text.as_bytes());
        }
        _ => unreachable!("an input is text or bytes"),
    }
}

/// All that is checked of a text as an input, in every unit of `source`.
fn check_text(text: &str) {
    let article = nutgraf::from_text(text).expect("any text gives an article");
    assert_eq!(article.document(), text.strip_prefix('\u{FEFF}').unwrap_or(text));
    checks::check(&article);
    for unit in checks::UNITS {
        let article = Reader::new().source_unit(unit).from_text(text).expect("an article");
        checks::source_of_text(&article, text, unit);
        checks::json(&article);
    }
    // The same again, and the same from bytes but for what is said of the bytes.
    let again = nutgraf::from_text(text).expect("an article");
    assert_eq!(again, article);
    assert_eq!(again.to_json(), article.to_json());
    let bytes = nutgraf::from_text(text.as_bytes()).expect("an article");
    assert_eq!((bytes.document(), bytes.text()), (article.document(), article.text()));
    checks::source_of_bytes(&bytes, text.as_bytes(), encoding_rs::UTF_8);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn dumps(text in dump()) {
        check_text(&text);
    }

    #[test]
    fn strings(text in any::<String>()) {
        check_text(&text);
    }

    #[test]
    fn strings_of_few_characters(text in "[ a.>\\-*|\t\n\r`#1\u{AD}é日😀]{0,60}") {
        check_text(&text);
    }

    #[test]
    fn bytes(bytes in vec(any::<u8>(), 0..400)) {
        let article = nutgraf::from_text(&bytes).expect("any bytes give an article");
        checks::check(&article);
        assert_eq!(nutgraf::from_text(&bytes).expect("an article"), article);
        let length = bytes.len() as u32;
        for segment in article.segments() {
            let source = segment.source();
            assert!(source.start <= source.end && source.end <= length, "{source:?} of {length}");
        }
    }

    #[test]
    fn pages(page in soup()) {
        check_page(Input::Text(&page));
    }

    #[test]
    fn pages_of_few_characters(page in "[ a<>/!\\-=\"'&;#bp\n]{0,60}") {
        check_page(Input::Text(&page));
    }

    #[test]
    fn pages_of_bytes(page in soup(), encoding in select(vec![WINDOWS_1252, SHIFT_JIS, GBK, UTF_8])) {
        check_page(Input::Bytes(&encoding.encode(&page).0));
        let utf_16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(page.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        check_page(Input::Bytes(&utf_16));
    }

    #[test]
    fn bytes_as_pages(bytes in vec(any::<u8>(), 0..400)) {
        check_page(Input::Bytes(&bytes));
    }

    #[test]
    fn dumps_in_other_encodings(text in dump()) {
        check_encodings(&text);
    }

    #[test]
    fn options_change_no_record_that_they_do_not_speak_of(text in dump(), focus in select(&[Focus::Precision, Focus::Balanced, Focus::Recall][..])) {
        let reader = Reader::new().focus(focus).language("de-AT").url("https://example.com/a").reference_date("2024-05-03");
        let article = reader.from_text(&text).expect("an article");
        checks::check(&article);
        assert_eq!(article.language(), Some("de-AT"));
        assert_eq!(article.value(Field::Url), Some("https://example.com/a"));
        let narrow = reader.body_kinds([Kind::Heading, Kind::Title]).from_text(&text).expect("an article");
        checks::check(&narrow);
        assert!(narrow.segment_records() == article.segment_records());
    }

    #[test]
    fn json_of_no_article_is_an_error(text in any::<String>(), at in any::<proptest::sample::Index>(), with in any::<char>()) {
        let json = nutgraf::from_text(&text).expect("an article").to_json();
        let places: Vec<usize> = json.char_indices().map(|(i, _)| i).collect();
        let at = places[at.index(places.len())];
        // Cut short it is none, and with a character changed it is one or none.
        assert!(nutgraf::Article::from_json(&json[..at]).is_err());
        let mut changed = json.clone();
        let end = at + json[at..].chars().next().map_or(1, char::len_utf8);
        changed.replace_range(at..end, &with.to_string());
        if let Ok(article) = nutgraf::Article::from_json(&changed) {
            let again = nutgraf::Article::from_json(&article.to_json()).expect("what was read can be written and read");
            assert_eq!(again, article);
            let _ = (article.text(), article.to_markdown() + &article.to_html(), article.sentences().len(), article.words().len());
        }
    }
}

/// The text as bytes of encodings that have all or some of its characters: `source` finds the bytes of every segment.
fn check_encodings(text: &str) {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    for (encoding, bom) in [(UTF_16LE, &b"\xFF\xFE"[..]), (UTF_16BE, b"\xFE\xFF")] {
        let units = text.encode_utf16();
        let bytes: Vec<u8> = if encoding == UTF_16LE {
            bom.iter().copied().chain(units.flat_map(u16::to_le_bytes)).collect()
        } else {
            bom.iter().copied().chain(units.flat_map(u16::to_be_bytes)).collect()
        };
        let article = nutgraf::from_text(&bytes).expect("an article");
        assert_eq!(article.document(), text);
        checks::source_of_bytes(&article, &bytes, encoding);
    }
    for encoding in [WINDOWS_1252, SHIFT_JIS] {
        let text: String = text.chars().filter(|c| !encoding.encode(c.encode_utf8(&mut [0; 4])).2).collect();
        let (bytes, _, unmappable) = encoding.encode(&text);
        assert!(!unmappable);
        let article = Reader::new().encoding(encoding.name()).from_text(&bytes[..]).expect("an article");
        assert_eq!(article.document(), encoding.decode_without_bom_handling(&bytes).0);
        checks::source_of_bytes(&article, &bytes, encoding);
        checks::tiling(&article);
    }
}

#[test]
fn the_corpus() {
    for case in golden::cases() {
        if case.is_page() {
            check_page(Input::Bytes(&case.input));
            continue;
        }
        let text = String::from_utf8(case.input).expect("UTF-8");
        check_text(&text);
        check_encodings(&text);
    }
}

#[test]
fn discriminants_are_pinned() {
    macro_rules! pinned {
        ($type:ident, $table:literal $(,)?) => {{
            let found: Vec<String> =
                $type::all().iter().map(|value| format!("{}={}", value.name(), *value as u32)).collect();
            let expected: Vec<&str> = $table.split(' ').collect();
            assert_eq!(found, expected, stringify!($type));
            for value in $type::all() {
                assert_eq!($type::from_discriminant(*value as u32), Some(*value));
                assert_eq!(value.name().parse(), Ok(*value));
                assert!(value.description().ends_with('.'), "{value} has no sentence");
            }
            assert_eq!($type::from_discriminant(u32::MAX), None);
        }};
    }
    pinned!(Role, "body=0 furniture=1 boilerplate=2",);
    pinned!(
        Kind,
        "other=0 heading=100 paragraph=101 list=102 list_item=103 block_quote=104 pull_quote=105 code=106 \
         table=107 table_row=108 table_cell=109 footnote=110 figure=111 image=112 kicker=200 title=201 \
         dek=202 byline=203 dateline=204 timestamp=205 reading_time=206 caption=207 credit=208 \
         author_bio=209 editors_note=210 correction=211 tags=212 agency_credit=213 copyright_notice=214 \
         end_mark=215 layout=216 metadata=217 navigation=300 search=301 login=302 share_tools=303 \
         newsletter_prompt=304 access_notice=305 advertisement=306 related_links=307 comments=308 \
         consent_notice=309 app_promo=310 contact=311 media_player=312 site_header=313 site_footer=314",
    );
    pinned!(MarkKind, "layout=0 link=1 emphasis=2 strong=3 code=4 sub=5 sup=6 line_break=7 image=8",);
    pinned!(
        Field,
        "other=0 title=100 alternative_title=101 kicker=102 description=103 article_section=104 \
         keywords=105 genre=106 language=107 reading_time=108 correction=109 word_count=110 author_name=200 \
         author_role=201 author_affiliation=202 author_url=203 byline=204 agency=205 desk=206 author_type=207 \
         date_published=300 date_modified=301 date_created=302 date_embargoed=303 dateline_place=304 \
         dateline_date=305 publisher=400 copyright_holder=401 copyright_year=402 copyright_notice=403 \
         license=404 is_part_of=405 identifier=406 url=407 canonical_url=408 pagination=409 print_edition=410 \
         image_url=500 \
         image_caption=501 image_credit=502 is_accessible_for_free=600 access_status=601 page_type=602 \
         encoding=603 archive_format=604 property_name=700 property_value=701",
    );
    pinned!(
        Origin,
        "other=0 visible_text=1 body=2 option=3 input=4 archive=5 json_ld=6 microdata=7 rdfa=8 microformats=9 open_graph=10 \
         twitter_card=11 dublin_core=12 highwire=13 meta=14 link=15 title_element=16 time_element=17 address=18 class_name=19 embedded_state=20",
    );
    pinned!(WarningKind, "other=0 encoding_replaced=1 mojibake=2 truncated_record=3 contradiction=4 limit=5",);
    pinned!(
        Evidence,
        "other=0 prose=100 short_line=101 list_marker=102 heading_markup=103 heads_prose=104 \
         quote_marker=105 columns=106 preformatted=107 symbols_only=108 note_marker=109 markup=110 \
         class_name=111 links=112 archive_field=113 \
         phrase=200 date_pattern=201 reading_time_pattern=202 byline_pattern=203 name_pattern=204 agency_pattern=205 \
         copyright_pattern=206 contact_pattern=207 end_mark_pattern=208 dateline_pattern=209 inside_prose=300 \
         before_article=301 after_article=302 first_line=303 under_title=304 under_label=305 \
         neighbours=306 outside_prose=307 repeated=400 repeats_heading=401",
    );
    pinned!(AccessStatus, "unknown=0 complete=1 partial=2 notice_only=3",);
    let numbers = |of: &dyn Fn(u32) -> Option<&'static str>| -> String {
        let names: Vec<String> = (0..1000).filter_map(|i| Some(format!("{}={i}", of(i)?))).collect();
        names.join(" ")
    };
    assert_eq!(numbers(&|i| Some(OffsetUnit::from_discriminant(i)?.name())), "byte=0 code_point=1 utf16=2");
    assert_eq!(
        numbers(&|i| Some(Format::from_discriminant(i)?.name())),
        "text=0 markdown=1 json=2 html=3 jsonld=4 ninjs=5 tei=6"
    );
    assert_eq!(numbers(&|i| Some(Focus::from_discriminant(i)?.name())), "balanced=0 precision=1 recall=2");
    assert_eq!(
        numbers(&|i| Some(ArchiveFormat::from_discriminant(i)?.name())),
        "auto=0 lexisnexis=1 nexis_uni=2 factiva=3 proquest=4 europresse=5 newswire=6 wet=7 mail=8 dumps=9"
    );
}

/// Inputs that once broke an invariant.
#[test]
fn what_once_broke() {
    for text in [
        "||!\n#|x\t",
        "(later) — 東京都 the.\n",
        "||é\né\té|",
        "# #\t",
        "# # #",
        "## a ##",
        "3 MINS\u{A0} READMar 23, 2020",
        "> Iranian-backed the the the the-\n> don't Iranian-backed families. Straße river\n> mañana the Nobody river. \
         Iranian-backed the\n> the the.\n",
    ] {
        check_text(text);
    }
}
