//! JSON-LD, ninjs and TEI: what people see, and that ninjs is valid. PyLD and RELAX NG read the others in tests/python.

mod checks;
mod golden;

use std::path::Path;

use nutgraf::{Article, Field};
use serde_json::{Value, json};

const DUMP: &str = "A Town by the Rosé Looks Up\n\nBy Jane Roe, Berlin correspondent\n\nPublished: 3 May 2024\n\n\
    COLD BROOK (Reuters) — The river came over its bank at four in the morning, and by five the main street was under \
    water. Nobody was hurt, the mayor said, but forty families spent the night in the school.\n\n\
    What happened\n=============\n\n\
    A gauge above the bridge had stopped sending in the evening, and no one drove out in the rain to look at it. The \
    first call came from the baker, who stood in water when he opened the door.\n\n\
    Copyright 2024 Example Press. All rights reserved.\n";

fn dump() -> Article {
    nutgraf::from_text(DUMP).expect("an article")
}

/// Where something stands in a text for the first time, in code points.
fn place(text: &str, part: &str) -> (usize, usize) {
    let start = text[..text.find(part).expect("a part")].chars().count();
    (start, start + part.chars().count())
}

fn object(text: &str) -> Value {
    assert!(text.ends_with("}\n") && text.matches('\n').count() == 1, "{text}");
    serde_json::from_str(text).expect("JSON")
}

// ---- JSON-LD

#[test]
fn jsonld_for_people() {
    let target = |part: &str| {
        let (start, end) = place(DUMP, part);
        json!({
            "source": "_:document",
            "selector": { "@type": "TextPositionSelector", "start": start, "end": end },
        })
    };
    let fact = |name: &str, value: &str, part: &str| {
        json!({
            "@type": "Annotation",
            "motivation": "describing",
            "body": { "@type": "PropertyValue", "name": name, "value": value },
            "target": [target(part)],
        })
    };
    let class = |kind: &str, parts: &[&str]| {
        let targets: Vec<Value> = parts.iter().map(|part| target(part)).collect();
        json!({ "@type": "Annotation", "motivation": "classifying", "bodyValue": kind, "target": targets })
    };
    let paragraphs: Vec<&str> = DUMP.split("\n\n").filter(|block| block.len() > 100).collect();
    let [first, second] = paragraphs[..] else { panic!("{paragraphs:?}") };
    let notice = "Copyright 2024 Example Press. All rights reserved.";
    let mut expected = json!({
        "@type": "NewsArticle",
        "author": [{ "@type": "Person", "name": "Jane Roe", "jobTitle": "Berlin correspondent" }],
        "headline": "A Town by the Rosé Looks Up",
        "creditText": "By Jane Roe, Berlin correspondent",
        "sourceOrganization": [{ "@type": "NewsMediaOrganization", "name": "Reuters" }],
        "datePublished": "2024-05-03",
        "locationCreated": [{ "@type": "Place", "name": "COLD BROOK" }],
        "publisher": { "@type": "Organization", "name": "Example Press" },
        "inLanguage": "en",
        "copyrightHolder": { "@type": "Organization", "name": "Example Press" },
        "copyrightYear": 2024,
        "copyrightNotice": notice,
        "wordCount": 79,
        "timeRequired": "PT19S",
        "articleBody": format!("{first}\n\nWhat happened\n\n{second}"),
        "additionalProperty": [{ "@type": "PropertyValue", "name": "access_status", "value": "complete" }],
        "isBasedOn": {
            "@id": "_:document", "@type": "DigitalDocument", "encodingFormat": "text/plain",
            "isBasedOn": { "@id": "_:input", "@type": "DigitalDocument" },
        },
        "subjectOf": [
            fact("title", "A Town by the Rosé Looks Up", "A Town by the Rosé Looks Up"),
            fact("author_name", "Jane Roe", "Jane Roe"),
            fact("author_role", "Berlin correspondent", "Berlin correspondent"),
            fact("byline", "By Jane Roe, Berlin correspondent", "By Jane Roe, Berlin correspondent"),
            fact("agency", "Reuters", "Reuters"),
            fact("date_published", "2024-05-03", "3 May 2024"),
            fact("dateline_place", "COLD BROOK", "COLD BROOK"),
            fact("publisher", "Example Press", notice),
            fact("copyright_holder", "Example Press", notice),
            fact("copyright_year", "2024", notice),
            fact("copyright_notice", notice, notice),
            fact("access_status", "complete", second),
            class("title", &["A Town by the Rosé Looks Up"]),
            class("byline", &["By Jane Roe, Berlin correspondent"]),
            class("timestamp", &["Published: 3 May 2024"]),
            class("paragraph", &[first, second]),
            class("heading", &["What happened\n============="]),
            class("copyright_notice", &[notice]),
        ],
    });
    let context = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/article.context.json"));
    expected["@context"] = serde_json::from_slice(&context.expect("the context")).expect("JSON");
    let text = dump().to_jsonld();
    assert!(text.starts_with("{\"@context\":{\"@vocab\":\"https://schema.org/\","), "{text}");
    similar_json(&object(&text), &expected);
}

/// The same, said member by member.
fn similar_json(found: &Value, expected: &Value) {
    for name in expected.as_object().expect("an object").keys() {
        assert_eq!(found[name], expected[name], "{name}");
    }
    assert_eq!(found, expected);
}

/// What a page says for programs stands in its bytes.
#[test]
fn what_is_not_shown_stands_in_the_input() {
    const PAGE: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>Die Rosé</title>
<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"The Rosé Looks Up\",\
\"datePublished\":\"2024-05-03T09:30:00Z\"}</script></head><body><article><h1>The Rosé Looks Up</h1>
<p>The river came over its bank at four in the morning, and by five the main street was under water.</p>
<p>Nobody was hurt, the mayor said, but forty families spent the night in the school.</p></article></body></html>";
    let article = nutgraf::Reader::new().url("https://example.com/a").from_html(PAGE.as_bytes()).expect("an article");
    let found = object(&article.to_jsonld());
    let input = json!({ "@id": "_:input", "@type": "DigitalDocument", "url": "https://example.com/a" });
    assert_eq!(found["isBasedOn"]["isBasedOn"], input);
    let annotations = found["subjectOf"].as_array().expect("annotations");
    let date = annotations.iter().find(|annotation| annotation["body"]["name"] == "date_published").expect("a date");
    assert_eq!(date["target"][0]["source"], "_:input");
    let selector = &date["target"][0]["selector"];
    assert_eq!(selector["@type"], "DataPositionSelector");
    let [start, end] = ["start", "end"].map(|name| selector[name].as_u64().expect("an offset") as usize);
    assert!(PAGE[start..end].contains("2024-05-03T09:30:00Z"), "{}", &PAGE[start..end]);
    let tei = article.to_tei();
    assert!(tei.contains(&format!(" source=\"input:{start},{end}\">2024-05-03T09:30:00Z</date>")), "{tei}");
    assert!(tei.contains("input#selector(type=DataPositionSelector,start=$1,end=$2)"), "{tei}");
}

#[test]
fn what_a_page_is_is_its_type() {
    let kinds = [
        ("article", "Article"),
        ("forum", "DiscussionForumPosting"),
        ("product", "ItemPage"),
        ("listing", "CollectionPage"),
        ("documentation", "TechArticle"),
        ("service", "WebPage"),
        ("other", "WebPage"),
        ("of a later version", "Article"),
    ];
    for (page, kind) in kinds {
        let text = record(&[("page_type", 0, page)]).to_jsonld();
        assert_eq!(object(&text)["@type"], kind);
        // Only an article has a body.
        assert_eq!(object(&text)["text"].is_string(), kind.ends_with("Page"), "{text}");
    }
    let dated = record(&[("page_type", 0, "article"), ("date_published", 0, "2024")]);
    assert_eq!(object(&dated.to_jsonld())["@type"], "NewsArticle");
}

// ---- ninjs

#[test]
fn ninjs_for_people() {
    let article = dump();
    let text = article.text();
    let expected = json!({
        "uri": "urn:uuid:",
        "standard": {
            "name": "ninjs", "version": "3.3", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.3.json#",
        },
        "type": "text",
        "representationType": "full",
        "language": "en",
        "headlines": [{ "role": "main", "value": "A Town by the Rosé Looks Up" }],
        "by": "By Jane Roe, Berlin correspondent",
        "located": "COLD BROOK",
        "descriptions": [
            // Of the time of day and the zone nothing is known.
            { "role": "date_published", "value": "2024-05-03" },
            { "role": "copyright_year", "value": "2024" },
            { "role": "access_status", "value": "complete" },
        ],
        "bodies": [
            {
                "role": "text", "contentType": "text/plain", "charCount": text.chars().count(), "wordCount": 79,
                "value": text,
            },
            {
                "role": "html", "contentType": "text/html",
                "value": format!(
                    "<article lang=\"en\">\n<p>{}</p>\n<h2>What happened</h2>\n<p>{}</p>\n</article>\n",
                    text.split("\n\n").next().expect("a paragraph"), text.split("\n\n").last().expect("a paragraph"),
                ),
            },
        ],
        "people": [{ "name": "Jane Roe", "rel": "author" }],
        "infoSources": [
            { "name": "Jane Roe", "role": "Berlin correspondent" },
            { "name": "Reuters", "role": "agency" },
            { "name": "Example Press", "role": "publisher" },
        ],
        "copyrightHolder": "Example Press",
        "copyrightNotice": "Copyright 2024 Example Press. All rights reserved.",
    });
    let mut found = object(&article.to_ninjs());
    let uri = found["uri"].as_str().expect("a string").to_owned();
    assert_eq!(uri.len(), "urn:uuid:".len() + 36);
    found["uri"] = json!(&uri[.."urn:uuid:".len()]);
    similar_json(&found, &expected);
    let elsewhere = nutgraf::from_text(&DUMP.replace("four", "five")).expect("an article");
    assert_ne!(object(&elsewhere.to_ninjs())["uri"], uri);
}

fn schema() -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/ninjs.schema.json");
    let schema: Value = serde_json::from_slice(&std::fs::read(path).expect("the schema")).expect("JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("a schema of draft 2020-12");
    jsonschema::draft202012::options().should_validate_formats(true).build(&schema).expect("a schema")
}

fn valid(schema: &jsonschema::Validator, article: &Article) {
    let value = object(&article.to_ninjs());
    let errors: Vec<_> = schema.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{value:#}");
}

#[test]
fn ninjs_is_valid() {
    let schema = schema();
    for case in golden::cases() {
        valid(&schema, &case.article());
    }
    for archive in golden::archives::archives() {
        archive.articles().iter().for_each(|article| valid(&schema, article));
    }
    for (_, text) in checks::hostile::hostile(3_000) {
        valid(&schema, &nutgraf::from_text(&text).expect("an article"));
        let page = nutgraf::Reader::new().url("https://example.com/a b/[c]?d#e#f").from_html(&text);
        valid(&schema, &page.expect("an article"));
    }
    // The schema says no.
    for spoilt in [json!({}), json!({ "uri": "a", "type": "text", "standard": {} })] {
        assert!(!schema.is_valid(&spoilt));
    }
}

// ---- TEI

const PAGE: &str = "<!doctype html><html lang=en><head><title>The River Rose</title></head><body><main><article>\
    <p class=kicker>WEATHER</p><h1>The River Rose</h1>\
    <p class=standfirst>Nobody was hurt by it, and the council has a plan.</p><p class=byline>By <a href=/jane>Jane Roe</a></p>\
    <time>3 May 2024, 09:30</time>
<figure><img src=hero.jpg alt=\"The <river>\"><figcaption>The river at <em>four</em> in the morning.</figcaption></figure>
<p>The river came over its bank at four in the <em>morn</em>ing, and by <b>five</b> the main street was \
<a href=\"map?a=b&amp;c=1#d\">under <code>water</code></a>, said the clerk of H<sub>2</sub>O &amp; 5<sup>2</sup>.</p>
<h2>What comes next</h2>
<ul><li>The first thing that the town will do is<ol start=4><li>to build a dam that is higher</li><li>to build it \
soon</li></ol></li><li>The second thing is to pay for it.</li></ul>
<h3>Of the dam</h3>
<blockquote><p>Nobody was hurt by the water that came into the town, said the mayor.</p></blockquote>
<pre><code class=language-rust>fn main() {\n    a &lt; b;\n}</code></pre>
<h2>Of the rivers</h2>
<table><tr><th>Name of the river<th>Metres</tr><tr><td colspan=2>Aare</tr></table>
<p>The council met on Monday to confirm all of it,<br>said the clerk of the town, who had counted the houses \
<img src=i.png alt=i> by hand.</p></article></main>";

#[test]
fn tei_for_people() {
    let article = nutgraf::Reader::new().url("https://example.com/a/b.html").from_html(PAGE).expect("an article");
    let document = article.document();
    let at = |part: &str| {
        let (start, end) = place(document, part);
        format!("source=\"document:{start},{end}\"")
    };
    let code = "fn main() {\n    a < b;\n}";
    let prose = "The river came over its bank at four in the morning, and by five the main street was under water, said \
                 the clerk of H2O & 52.";
    let council = "The council met on Monday to confirm all of it,\nsaid the clerk of the town, who had counted the \
                   houses  by hand.";
    let expected = format!(
        "<text xml:lang=\"en\">
<front>
<docTitle><titlePart type=\"main\" {title}>The River Rose</titlePart></docTitle>
<titlePart type=\"kicker\" {kicker}>WEATHER</titlePart>
<titlePart type=\"desc\" {dek}>Nobody was hurt by it, and the council has a plan.</titlePart>
<byline {byline}>By <ref target=\"https://example.com/jane\">Jane Roe</ref></byline>
<docDate when-iso=\"2024-05-03T09:30\" {date}>3 May 2024, 09:30</docDate>
</front>
<body>
<figure>
<graphic url=\"https://example.com/a/hero.jpg\"/><figDesc>The &lt;river&gt;</figDesc>
<head {caption}>The river at <hi rend=\"italic\">four</hi> in the morning.</head>
</figure>
<p {prose}>The river came over its bank at four in the <hi rend=\"italic\">morn</hi>ing, and by <hi rend=\"bold\">five</hi> \
the main street was <ref target=\"https://example.com/a/map?a=b&amp;c=1#d\">under <code>water</code></ref>, said the clerk of \
H<hi rend=\"subscript\">2</hi>O &amp; 5<hi rend=\"superscript\">2</hi>.</p>
<div>
<head {next}>What comes next</head>
<list rend=\"bulleted\">
<item {one}>The first thing that the town will do is
<list rend=\"numbered\">
<item n=\"4\" {four}>to build a dam that is higher</item>
<item n=\"5\" {five}>to build it soon</item>
</list>
</item>
<item {two}>The second thing is to pay for it.</item>
</list>
<div>
<head {dam}>Of the dam</head>
<quote>
<p {quote}>Nobody was hurt by the water that came into the town, said the mayor.</p>
</quote>
<ab xml:space=\"preserve\" {code}><code lang=\"rust\">fn main() {{
    a &lt; b;
}}</code></ab>
</div>
</div>
<div>
<head {rivers}>Of the rivers</head>
<table>
<row role=\"label\">
<cell role=\"label\" {name}>Name of the river</cell>
<cell role=\"label\" {metres}>Metres</cell>
</row>
<row>
<cell cols=\"2\" {aare}>Aare</cell>
</row>
</table>
<p {council}>The council met on Monday to confirm all of it,<lb/>said the clerk of the town, who had counted the houses \
<graphic url=\"https://example.com/a/i.png\"><desc>i</desc></graphic> by hand.</p>
</div>
</body>
</text>
</TEI>
",
        title = at("The River Rose"),
        kicker = at("WEATHER"),
        dek = at("Nobody was hurt by it, and the council has a plan."),
        byline = at("By Jane Roe"),
        date = at("3 May 2024, 09:30"),
        caption = at("The river at four in the morning."),
        prose = at(prose),
        next = at("What comes next"),
        one = at("The first thing that the town will do is"),
        four = at("to build a dam that is higher"),
        five = at("to build it soon"),
        two = at("The second thing is to pay for it."),
        dam = at("Of the dam"),
        quote = at("Nobody was hurt by the water that came into the town, said the mayor."),
        code = at(code),
        rivers = at("Of the rivers"),
        name = at("Name of the river"),
        metres = at("Metres"),
        aare = at("Aare"),
        council = at(council),
    );
    let found = article.to_tei();
    let text = &found[found.find("<text").expect("a text")..];
    assert_eq!(text, expected);
}

#[test]
fn what_stands_among_the_blocks_stays_there() {
    let text = "Storm Ottilie: as it happens\n\n\
        The storm has come over the coast in the night, and the trains stand still. We will say more as it comes.\n\n\
        14:35\n\nThe river has risen\n-------------------\n\n\
        The river is over its bank, and the main street is under water. Nobody was hurt, said the mayor of the town.\n\n\
        13:10\n\nThe bridge is shut\n------------------\n\n\
        The bridge has been shut by the police, who say that it will not be open before the evening of the next day.\n";
    let tei = nutgraf::from_text(text).expect("an article").to_tei();
    let order: Vec<usize> =
        ["as it comes.</p>", ">14:35<", ">The river has risen<", ">13:10<", ">The bridge is shut<", "</body>"]
            .iter()
            .map(|part| tei.find(part).unwrap_or_else(|| panic!("{part} in {tei}")))
            .collect();
    assert!(order.is_sorted(), "{tei}");
    // The time of an entry is of its division.
    assert!(tei.contains("<div>\n<note type=\"timestamp\""), "{tei}");
}

// ---- records

/// A record of a paragraph with these facts: field, subject, value.
fn record(facts: &[(&str, u32, &str)]) -> Article {
    let article = nutgraf::from_text("The river came over its bank at four in the morning.").expect("an article");
    let mut value: Value = serde_json::from_str(&article.to_json()).expect("JSON");
    value["facts"] = facts.iter().map(fact).collect();
    Article::from_json(&value.to_string()).expect("an article")
}

fn fact((field, subject, value): &(&str, u32, &str)) -> Value {
    json!({
        "field": field, "subject": subject, "text": value, "value": value, "span": null, "source": null,
        "origin": "option", "confidence": 0.5,
    })
}

fn member(text: &str, name: &str) -> Value {
    object(text)[name].clone()
}

#[test]
fn several_authors_with_what_is_known_of_each() {
    let article = record(&[
        ("author_name", 1, "Jane Roe"),
        ("author_role", 1, "translator"),
        ("author_name", 2, "dpa"),
        ("author_name", 3, "Ali Can"),
        ("author_affiliation", 3, "The Post"),
        ("author_url", 3, "https://example.com/ali"),
        // The same again, as another source names her.
        ("author_name", 4, "Jane Roe"),
        ("author_url", 4, "/jane"),
        ("author_role", 9, "of nobody"),
        ("author_name", 5, "The Desk"),
        ("author_type", 5, "Organization"),
        ("agency", 0, "dpa"),
    ]);
    let authors = json!([
        { "@type": "Person", "name": "Jane Roe", "jobTitle": "translator", "identifier": ["/jane"] },
        { "@type": "Organization", "name": "dpa" },
        {
            "@type": "Person", "name": "Ali Can", "affiliation": { "@type": "Organization", "name": "The Post" },
            "url": "https://example.com/ali",
        },
        { "@type": "Organization", "name": "The Desk" },
    ]);
    assert_eq!(member(&article.to_jsonld(), "author"), authors);
    let ninjs = article.to_ninjs();
    assert_eq!(member(&ninjs, "by"), "Jane Roe, dpa, Ali Can, The Desk");
    let page = |address| json!([{ "type": "web", "value": address }]);
    let people = json!([
        { "name": "Jane Roe", "rel": "author", "contactInfo": page("/jane") },
        { "name": "Ali Can", "rel": "author", "contactInfo": page("https://example.com/ali") },
    ]);
    assert_eq!(member(&ninjs, "people"), people);
    assert_eq!(member(&ninjs, "organisations"), json!([{ "name": "The Post", "rel": "affiliation" }]));
    let tei = article.to_tei();
    let authors = "\
<author><persName ref=\"/jane\">Jane Roe</persName><roleName>translator</roleName></author>
<author><orgName>dpa</orgName></author>
<author><persName ref=\"https://example.com/ali\">Ali Can</persName><affiliation>The Post</affiliation></author>
<author><orgName>The Desk</orgName></author>
";
    assert!(tei.contains(authors), "{tei}");
}

/// A picture is one, whether the body shows it, facts name it, or both.
#[test]
fn a_picture_with_what_facts_say_of_it() {
    let page = "<article><h1>The River Rose</h1><figure><img src=/a.png alt=A></figure><p>The river came over its bank at \
                four in the morning, and by five the main street was under water, said the mayor of the town.</article>";
    let article = nutgraf::Reader::new().url("https://example.com/").from_html(page).expect("an article");
    let mut value: Value = serde_json::from_str(&article.to_json()).expect("JSON");
    let said = [
        ("image_url", 1, "https://example.com/a.png"),
        ("image_caption", 1, "The river"),
        ("image_credit", 1, "Ann Lee"),
        ("image_url", 2, "https://example.com/b.png"),
        ("image_url", 3, "https://example.com/b.png"),
    ];
    value["facts"] = said.iter().map(fact).collect();
    let article = Article::from_json(&value.to_string()).expect("an article");
    let (jsonld, tei) = (article.to_jsonld(), article.to_tei());
    let images = json!([
        {
            "@type": "ImageObject", "url": "https://example.com/a.png", "description": "A", "caption": "The river",
            "creditText": "Ann Lee",
        },
        { "@type": "ImageObject", "url": "https://example.com/b.png" },
    ]);
    assert_eq!(member(&jsonld, "image"), images);
    for note in [
        "<note type=\"image\"><graphic url=\"https://example.com/a.png\"/>The river Ann Lee</note>",
        "<note type=\"image\"><graphic url=\"https://example.com/b.png\"/></note>",
    ] {
        assert_eq!(tei.matches(note).count(), 1, "{tei}");
    }
    value["facts"] = said[..2].iter().map(fact).collect();
    let shown = Article::from_json(&value.to_string()).expect("an article").to_tei();
    assert!(!shown.contains("type=\"image\""), "{shown}");
}

#[test]
fn dates_are_as_exact_as_they_are_known() {
    for (value, ninjs, tei) in [
        ("2024-05-03T09:30:00+02:00", true, " when=\"2024-05-03T09:30:00+02:00\""),
        ("2024-05-03T09:30:00", false, " when=\"2024-05-03T09:30:00\""),
        ("2024-05-03T09:30", false, " when-iso=\"2024-05-03T09:30\""),
        ("2024-05-03", false, " when=\"2024-05-03\""),
        ("2024-05", false, " when=\"2024-05\""),
        ("2024", false, " when=\"2024\""),
        ("XXXX-05-03", false, " when=\"--05-03\""),
        ("2024-05-03/2024-05-06", false, ""),
    ] {
        let article = record(&[("date_published", 0, value)]);
        assert_eq!(member(&article.to_jsonld(), "datePublished"), value);
        let found = object(&article.to_ninjs());
        let described = json!([{ "role": "date_published", "value": value }]);
        assert_eq!((found["firstCreated"] == value, found["descriptions"] == described), (ninjs, !ninjs), "{found}");
        let date = format!("<date type=\"published\"{tei}>{value}</date>");
        assert!(article.to_tei().contains(&date), "{date}");
    }
}

#[test]
fn rights_and_what_has_no_place_of_its_own() {
    let article = record(&[
        ("title", 0, "One"),
        ("title", 0, "A rival"),
        ("keywords", 0, "rivers"),
        ("keywords", 0, "rivers"),
        ("keywords", 0, ""),
        ("copyright_year", 0, "2019–2024"),
        ("license", 0, "https://creativecommons.org/licenses/by/4.0/"),
        ("is_part_of", 0, "The Weekly"),
        ("canonical_url", 0, "javascript:alert(1)"),
        ("url", 0, "https://example.com/ü?a=b c"),
        ("word_count", 0, "355"),
        ("reading_time", 0, "PT3M"),
        ("is_accessible_for_free", 0, "false"),
        ("desk", 0, "National Desk"),
        ("image_caption", 7, "The river"),
        ("image_credit", 7, "Ann Lee"),
        ("property_name", 5, "LOAD-DATE"),
        ("property_value", 5, "May 4, 2024"),
        ("property_value", 6, "of no name"),
        ("image_url", 8, "/a.png"),
    ]);
    let found = object(&article.to_jsonld());
    let property = |name: &str, value: &str| json!({ "@type": "PropertyValue", "name": name, "value": value });
    for (name, value) in [
        ("@type", json!("NewsArticle")),
        ("headline", json!("One")),
        ("keywords", json!(["rivers"])),
        ("copyrightYear", json!("2019–2024")),
        ("license", json!("https://creativecommons.org/licenses/by/4.0/")),
        ("isPartOf", json!([{ "@type": "CreativeWork", "name": "The Weekly" }])),
        ("url", json!("https://example.com/%C3%BC?a=b%20c")),
        ("wordCount", json!(355)),
        ("timeRequired", json!("PT3M")),
        ("isAccessibleForFree", json!(false)),
        (
            "image",
            json!([
                { "@type": "ImageObject", "contentUrl": "/a.png" },
                { "@type": "ImageObject", "caption": "The river", "creditText": "Ann Lee" },
            ]),
        ),
        (
            "additionalProperty",
            json!([
                property("desk", "National Desk"),
                property("LOAD-DATE", "May 4, 2024"),
                { "@type": "PropertyValue", "value": "of no name" },
            ]),
        ),
    ] {
        assert_eq!(found[name], value, "{name}");
    }
    let found = object(&article.to_ninjs());
    for (name, value) in [
        ("uri", json!("https://example.com/%C3%BC?a=b%20c")),
        ("rightsInfo", json!({ "linkedRights": "https://creativecommons.org/licenses/by/4.0/" })),
        ("subjects", json!([{ "name": "rivers", "rel": "keyword", "creator": "nutgraf", "confidence": 50 }])),
        (
            "associations",
            json!([
                { "uri": "https://example.com/%C3%BC?a=b%20c#image-1", "name": "image-1", "rel": "image", "type": "picture" },
                {
                    "uri": "https://example.com/%C3%BC?a=b%20c#image-2", "name": "image-2", "rel": "image",
                    "type": "picture", "by": "Ann Lee", "descriptions": [{ "role": "caption", "value": "The river" }],
                },
            ]),
        ),
    ] {
        assert_eq!(found[name], value, "{name}");
    }
    let tei = article.to_tei();
    for part in [
        "<licence target=\"https://creativecommons.org/licenses/by/4.0/\">https://creativecommons.org/licenses/by/4.0/</licence>",
        "<idno type=\"URI\">https://example.com/%C3%BC?a=b%20c</idno>",
        "<relatedItem type=\"host\"><bibl><title>The Weekly</title></bibl></relatedItem>",
        "<note type=\"desk\">National Desk</note>",
        "<note type=\"image\"><graphic url=\"/a.png\"/></note>",
        "<note type=\"image\">The river Ann Lee</note>",
        "<note type=\"property_value\" n=\"LOAD-DATE\">May 4, 2024</note>",
        "<textClass><keywords>\n<term>rivers</term>\n</keywords></textClass>",
    ] {
        assert!(tei.contains(part), "{part} in {tei}");
    }
    assert!(!tei.contains("javascript"), "{tei}");
    let named = record(&[("license", 0, "CC-BY-4.0")]);
    assert_eq!(member(&named.to_jsonld(), "license"), json!({ "@type": "CreativeWork", "name": "CC-BY-4.0" }));
    assert_eq!(member(&named.to_ninjs(), "usageTerms"), "CC-BY-4.0");
}

/// Whatever a field holds, what is written is valid and says it.
#[test]
fn values_that_nobody_would_write() {
    let schema = schema();
    let values =
        [" ", "\0<&\"'>]]>\u{FFFE}", "@id", "_:b", "9999-99-99", "XXXX-02-30", "2024-05-03T25:00", "https://a b/["];
    for field in Field::all() {
        let facts: Vec<_> = values.iter().zip(0_u32..).map(|(&value, at)| (field.name(), at % 3, value)).collect();
        let article = record(&facts);
        valid(&schema, &article);
        assert!(!article.to_jsonld().contains('<'), "a script of a page could end in it");
        let (jsonld, tei) = (object(&article.to_jsonld()), article.to_tei());
        assert_eq!(jsonld["@context"]["@vocab"], "https://schema.org/");
        assert!(!tei.contains(['\0', '\u{FFFE}']), "{tei:?}");
        checks::json(&article);
    }
}
