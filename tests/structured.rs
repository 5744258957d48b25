//! What a page says of itself for programs, in every syntax that pages use for it, whole and broken.

mod checks;

use nutgraf::{Article, Field, Origin, WarningKind};

const PROSE: &str = "<p>The river came over its bank at four in the morning, and by five the main street was under water.</p>\
    <p>Nobody was hurt, the mayor said, but forty families had to leave their houses before the school bus came.</p>";

/// A page with a head and what stands above its prose.
fn page(head: &str, body: &str) -> Article {
    let page = format!("<!DOCTYPE html><html><head>{head}</head><body><main>{body}{PROSE}</main></body></html>");
    let article = nutgraf::from_html(&page).expect("any page gives an article");
    checks::facts(&article);
    for fact in article.facts() {
        if let (Some(source), None) = (fact.source(), fact.span()) {
            assert!(page.get(source.range()).is_some(), "{:?} at {source:?}", fact.field());
        }
    }
    article
}

fn json_ld(json: &str) -> Article {
    page(&format!("<script type=\"application/ld+json\">{json}</script>"), "")
}

/// The values of a field with the origin that they are from.
fn of(article: &Article, field: Field, origin: Origin) -> Vec<&str> {
    article.facts_of(field).filter(|fact| fact.origin() == origin).map(|fact| fact.value()).collect()
}

fn value(article: &Article, field: Field) -> &str {
    article.value(field).unwrap_or_default()
}

#[test]
fn json_ld_of_an_article() {
    let article = json_ld(
        r#"{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The river that rose",
        "alternativeHeadline": "A night on the roof", "description": "Forty families leave their houses.",
        "datePublished": "2024-05-03T09:30:00+02:00", "dateModified": "2024-05-04", "inLanguage": "en_GB",
        "author": [{"@type": "Person", "name": "Jane Q. Roe, Ph.D.", "jobTitle": "Reporter", "url": "https://p.example/jane",
            "worksFor": {"@type": "Organization", "name": "Harbour Gazette"}}, {"@type": "Person", "name": "Ali Can"}],
        "publisher": {"@type": "Organization", "name": "Harbour Gazette"}, "articleSection": "Weather",
        "keywords": ["floods", "rivers, banks"], "wordCount": 44, "timeRequired": "PT3M", "license": "https://p.example/terms",
        "copyrightYear": 2024, "copyrightHolder": {"name": "Harbour Press"}, "isAccessibleForFree": false,
        "image": {"@type": "ImageObject", "url": "https://p.example/river.jpg", "caption": "The bank", "creditText": "Ben Lo"}}"#,
    );
    for (field, expected) in [
        (Field::Title, "The river that rose"),
        (Field::AlternativeTitle, "A night on the roof"),
        (Field::Description, "Forty families leave their houses."),
        (Field::DatePublished, "2024-05-03T09:30:00+02:00"),
        (Field::DateModified, "2024-05-04"),
        (Field::Publisher, "Harbour Gazette"),
        (Field::ArticleSection, "Weather"),
        (Field::WordCount, "44"),
        (Field::ReadingTime, "PT3M"),
        (Field::License, "https://p.example/terms"),
        (Field::CopyrightYear, "2024"),
        (Field::CopyrightHolder, "Harbour Press"),
        (Field::ImageUrl, "https://p.example/river.jpg"),
        (Field::ImageCaption, "The bank"),
        (Field::ImageCredit, "Ben Lo"),
        (Field::AuthorRole, "Reporter"),
        (Field::AuthorUrl, "https://p.example/jane"),
        (Field::AuthorAffiliation, "Harbour Gazette"),
        (Field::IsAccessibleForFree, "false"),
    ] {
        assert_eq!(value(&article, field), expected, "{field}");
    }
    assert_eq!(article.authors(), ["Jane Q. Roe, Ph.D.", "Ali Can"]);
    assert_eq!(of(&article, Field::Keywords, Origin::JsonLd), ["floods", "rivers", "banks"]);
    assert_eq!(of(&article, Field::Language, Origin::JsonLd), ["en-GB"]);
    assert_eq!(article.access().is_accessible_for_free(), Some(false));
}

#[test]
fn graphs_and_references() {
    let article = json_ld(
        r##"{"@graph": [
        {"@type": "WebSite", "@id": "#site", "name": "Harbour Gazette"},
        {"@type": ["Article", "NewsArticle"], "headline": "The river that rose", "author": {"@id": "#jane"}, "isPartOf": {"@id": "#site"}},
        {"@type": "Person", "@id": "#jane", "name": "Jane Roe"},
        {"@type": "BreadcrumbList", "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Home"}, {"@type": "ListItem", "position": 2, "item": {"name": "Weather"}},
            {"@type": "ListItem", "position": 3, "name": "The river that rose"}]}]}"##,
    );
    assert_eq!(article.title(), Some("The river that rose"));
    assert_eq!(article.authors(), ["Jane Roe"]);
    assert_eq!(article.publisher(), Some("Harbour Gazette"));
    assert_eq!(of(&article, Field::IsPartOf, Origin::JsonLd), [""; 0]);
}

/// One mistake costs the value that it is in.
#[test]
fn broken_json() {
    for (what, json) in [
        (
            "a raw line end",
            "{\"@type\": \"Article\", \"description\": \"one\ntwo\", \"headline\": \"The river that rose\"}",
        ),
        ("a comma too many", r#"{"@type": "Article", "keywords": ["a", "b",], "headline": "The river that rose",}"#),
        ("a comma too few", "{\"@type\": \"Article\"\n\"headline\": \"The river that rose\"}"),
        (
            "quotation marks within",
            r#"{"@type": "Article", "description": "the "great" river, it said", "headline": "The river that rose"}"#,
        ),
        ("a comment around it", "<!-- {\"@type\": \"Article\", \"headline\": \"The river that rose\"} -->"),
        ("a section around it", "//<![CDATA[\n{\"@type\": \"Article\", \"headline\": \"The river that rose\"}\n//]]>"),
        ("two texts", r#"{"@type": "WebSite", "name": "x"}{"@type": "Article", "headline": "The river that rose"}"#),
        ("no end", r#"{"@type": "Article", "headline": "The river that rose", "author": {"name": "Ja"#),
        ("references", r#"{"@type": "Article", "headline": "The river &#116;hat <b>rose</b>"}"#),
        ("escapes", r#"{"@type": "Article", "headline": "The\u0020river that rose"}"#),
        ("a bracket too many", r#"[{"@type": "Article", "headline": "The river that rose"}]}]"#),
        ("something before a name", r#"{ ; "@type": "Article", "headline": "The river that rose"}"#),
        (
            "an address for a name",
            r#"{"http://schema.org/headline": "The river that rose", "@type": "http://schema.org/Article"}"#,
        ),
    ] {
        assert_eq!(json_ld(json).title(), Some("The river that rose"), "{what}");
    }
}

#[test]
fn what_others_pieces_say_is_theirs() {
    let listing = json_ld(
        r#"[{"@type": "NewsArticle", "headline": "A first piece", "author": "Jane Roe", "datePublished": "2024-05-01"},
        {"@type": "NewsArticle", "headline": "A second piece", "author": "Ali Can", "datePublished": "2024-05-02"}]"#,
    );
    assert_eq!(listing.authors(), [""; 0]);
    assert_eq!(listing.date_published(), None);
    let nested = json_ld(
        r#"{"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item":
        {"@type": "Article", "headline": "A piece", "author": "Jane Roe"}}]}"#,
    );
    assert_eq!(nested.authors(), [""; 0]);
    // Of several the one that has the page's address or title is its own.
    let own = page(
        r#"<link rel=canonical href="https://p.example/second"><script type="application/ld+json">[
        {"@type": "Article", "url": "https://p.example/first", "headline": "A first piece", "author": "Jane Roe"},
        {"@type": "Article", "url": "https://p.example/second/", "headline": "A second piece", "author": "Ali Can"}]</script>"#,
        "",
    );
    assert_eq!(own.authors(), ["Ali Can"]);
}

#[test]
fn other_syntaxes() {
    let microdata = page(
        "",
        r#"<article itemscope itemtype="https://schema.org/BlogPosting"><h1 itemprop="headline">The river that rose</h1>
        <span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="url" href="/jane"><b itemprop="name">Jane Roe</b></a></span>
        <meta itemprop="datePublished" content="2024-05-03"></article>"#,
    );
    assert_eq!(of(&microdata, Field::Title, Origin::Microdata), ["The river that rose"]);
    assert_eq!(of(&microdata, Field::AuthorName, Origin::Microdata), ["Jane Roe"]);
    assert_eq!(value(&microdata, Field::DatePublished), "2024-05-03");
    let rdfa = page(
        "",
        r#"<div vocab="https://schema.org/" typeof="schema:Article"><h1 property="schema:headline">The river that rose</h1>
        <span property="author" typeof="Person"><span property="name">Jane Roe</span></span></div>"#,
    );
    assert_eq!(of(&rdfa, Field::Title, Origin::Rdfa), ["The river that rose"]);
    assert_eq!(rdfa.authors(), ["Jane Roe"]);
    let microformats = page(
        "",
        r#"<div class="post hentry"><h1 class="entry-title">The river that rose</h1><abbr class="published" title="2024-05-03">Friday</abbr>
        <span class="author vcard">by <a class="url fn" href="/jane">Jane Roe</a></span></div>"#,
    );
    assert_eq!(of(&microformats, Field::Title, Origin::Microformats), ["The river that rose"]);
    assert_eq!(of(&microformats, Field::AuthorName, Origin::Microformats), ["Jane Roe"]);
    assert_eq!(value(&microformats, Field::DatePublished), "2024-05-03");
}

#[test]
fn the_head() {
    let article = page(
        r#"<title>The river that rose | Weather | Harbour Gazette</title><meta property="og:site_name" content="Harbour Gazette">
        <meta property="og:title" content="The river that rose - Harbour Gazette"><meta name="twitter:label1" content="Written by">
        <meta name="twitter:data1" content="Jane Roe"><meta property="article:published_time" content="2024-05-03T09:30:00Z">
        <meta property="article:section" content="Weather"><meta property="article:content_tier" content="locked">
        <meta name="citation_doi" content="10.1000/182"><meta property="og:image" content="/river.jpg">
        <meta property="og:image:alt" content="The bank"><link rel="license" href="https://creativecommons.org/licenses/by/4.0/">
        <link rel="canonical" href="https://p.example/2024/05/03/river">"#,
        "<h1>The river that rose</h1>",
    );
    assert_eq!(article.title(), Some("The river that rose"));
    assert_eq!(article.authors(), ["Jane Roe"]);
    for (field, origin, expected) in [
        (Field::Title, Origin::OpenGraph, "The river that rose"),
        (Field::Title, Origin::TitleElement, "The river that rose"),
        (Field::DatePublished, Origin::OpenGraph, "2024-05-03T09:30:00Z"),
        (Field::DatePublished, Origin::Address, "2024-05-03"),
        (Field::ArticleSection, Origin::OpenGraph, "Weather"),
        (Field::IsAccessibleForFree, Origin::OpenGraph, "false"),
        (Field::Identifier, Origin::Highwire, "doi:10.1000/182"),
        (Field::ImageCaption, Origin::OpenGraph, "The bank"),
        (Field::License, Origin::Link, "CC-BY-4.0"),
        (Field::Publisher, Origin::OpenGraph, "Harbour Gazette"),
    ] {
        assert_eq!(of(&article, field, origin), [expected], "{field}");
    }
    let journal = page(
        r#"<meta name="citation_title" content="On rivers"><meta name="citation_author" content="Roe, Jane Q.">
        <meta name="citation_author" content="Can, Ali"><meta name="citation_publication_date" content="2024/05/03">"#,
        "",
    );
    assert_eq!(journal.authors(), ["Jane Q. Roe", "Ali Can"]);
    assert_eq!(value(&journal, Field::DatePublished), "2024-05-03");
}

/// State that scripts are given speaks of the article where it bears the page's title, and of others' where it does not.
#[test]
fn embedded_state() {
    let state = r#"{"props": {"related": [{"title": "Another piece of the day", "publishedAt": "2020-01-01", "author": {"name": "Ali Can"}}],
        "post": {"title": "The river that rose", "publishedAt": 1714728600000, "authors": [{"name": "Jane Roe"}]}}}"#;
    let of_title = |title: &str| {
        page(&format!("<title>{title}</title><script id=__NEXT_DATA__ type=application/json>{state}</script>"), "")
    };
    let own = of_title("The river that rose | Harbour Gazette");
    assert_eq!(of(&own, Field::DatePublished, Origin::EmbeddedState), ["2024-05-03T09:30:00Z"]);
    assert_eq!(own.authors(), ["Jane Roe"]);
    let other = of_title("What to see in spring");
    assert_eq!(other.authors(), [""; 0]);
    assert_eq!(other.date_published(), None);
}

/// Who is no author, and what is no date.
#[test]
fn nothing_rather_than_junk() {
    for author in [
        "https://p.example/jane",
        "admin@p.example",
        "{{author}}",
        "page.head.author",
        "Written by",
        "By",
        "",
        " ",
        "123",
        "Staff Reporter",
        "www.p.example/jane",
        "Updated by Jane Roe",
    ] {
        let article = page(&format!("<meta name=author content=\"{author}\">"), "");
        assert_eq!(article.authors(), [""; 0], "{author}");
    }
    for date in ["soon", "0000-00-00", "2024-13-45", "99999", "", "0000-01-01T00:00:00Z", "2024-02-30"] {
        let article = page(&format!("<meta property=\"article:published_time\" content=\"{date}\">"), "");
        assert_eq!(article.date_published(), None, "{date}");
    }
}

#[test]
fn contradictions_are_warned_of() {
    let article = page(
        r#"<meta property="article:published_time" content="2019-01-02"><script type="application/ld+json">
        {"@type": "Article", "headline": "The river that rose", "datePublished": "2024-05-03", "isAccessibleForFree": "True"}</script>
        <meta property="article:content_tier" content="locked">"#,
        "",
    );
    let warnings: Vec<String> = article
        .warnings()
        .filter(|warning| warning.kind() == WarningKind::Contradiction)
        .map(|warning| warning.message().to_owned())
        .collect();
    assert_eq!(warnings.len(), 2, "{warnings:?}");
    assert!(
        warnings.iter().any(|message| message.contains("2019-01-02") && message.contains("2024-05-03")),
        "{warnings:?}"
    );
    assert_eq!(article.facts_of(Field::DatePublished).count(), 2);
}

/// Bounded, whatever the page says of itself.
#[test]
fn bombs() {
    let many = |unit: &str, count: usize| unit.repeat(count);
    let bombs = [
        (
            "depth",
            format!(
                "{{\"@type\": \"Article\", \"headline\": \"The river that rose\", \"x\": {}",
                many("{\"a\":[", 100_000)
            ),
        ),
        ("items", format!("[{}]", many("{\"@type\":\"Person\",\"name\":\"Jane Roe\"},", 100_000))),
        (
            "authors",
            format!(
                "{{\"@type\": \"Article\", \"headline\": \"x y\", \"author\": [{}]}}",
                many("\"Jane Roe\",", 100_000)
            ),
        ),
        (
            "cycles",
            many(
                "{\"@id\": \"#a\", \"@type\": \"Article\", \"author\": {\"@id\": \"#b\"}},{\"@id\": \"#b\", \"author\": {\"@id\": \"#a\"}},",
                1000,
            ),
        ),
        ("brackets", many("[{]}", 100_000)),
        ("quotation marks", many("\"\\\"", 100_000)),
    ];
    for (what, json) in bombs {
        let article = json_ld(&json);
        assert!(article.facts().len() < 2000, "{what}: {}", article.facts().len());
        assert!(article.text().contains("The river came over its bank"), "{what}");
    }
    let authors: String = (0..1000).map(|n| format!("<meta name=author content=\"Jane Roe{n}\">")).collect();
    let article = page(&authors, "");
    assert!(article.facts().len() < 1000);
    assert!(article.warnings().any(|warning| warning.kind() == WarningKind::Limit));
}
