"""JSON-LD, ninjs and TEI, by the tools of those who read them; tests/standards.rs has ninjs against its schema."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree
from pyld import jsonld

import nutgraf
from golden import ROOT, Case, cases
from strategies import DUMP, PAGE

CASES = pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)

CONTEXT = json.loads((ROOT / "schema" / "article.context.json").read_bytes())
TEI = etree.RelaxNG(etree.parse(ROOT / "schema" / "tei.rng"))
NAMESPACE = "{http://www.tei-c.org/ns/1.0}"

HOSTILE = [
    "",
    "\x00\x01\x1b[0m\x7f\x85\ufffe\uffff",
    "The\x00 Ri\x0bver\n\nBy Jane\x08 Roe\n\n" + "The river \ufffe came\x1f over its bank at four in the morning. " * 5,
    "]]> <![CDATA[ <!-- -- --> &amp; &#0; <?xml?> <!DOCTYPE a [<!ENTITY b 'c'>]> &b;",
    '"}],"@context":{"@vocab":"https://example.org/"},"a":[{"b":"',
    "@id\n\n@type: @vocab\n\n" + "The river came over its bank. " * 20,
    "<p>" * 500 + "The river",
    "<blockquote><ul><li><table><tr><td>" * 60 + "The river came over its bank",
    "<h1>@graph</h1><p>" + "The river came. " * 20 + "<a href='_:b0'>a</a> <a href='@id'>b</a> <a href='1:2'>c</a>"
    "<a href='https://a b/'>d</a> <a href='/%zz[x]#a#b'>e</a> <img src='oa:x' alt='f'> <img src='é ü.png' alt='\x01'>",
    "<ol start=4294967295><li>The river<li>rose</ol><table><tr></tr><tr><td></td></tr></table>",
]


def check(article: nutgraf.Article) -> None:
    check_jsonld(article)
    assert json.loads(article.to_ninjs())["standard"]["name"] == "ninjs"
    check_tei(article)


# ---- JSON-LD


def no_loader(url: str, options: dict[str, Any]) -> None:
    pytest.fail(f"{url} is fetched")


OPTIONS = {"documentLoader": no_loader}


def scalars(value: object) -> Iterator[object]:
    """Give what is said in JSON, without the names under which it is."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from scalars(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scalars(inner)
    else:
        yield value


def check_jsonld(article: nutgraf.Article) -> dict[str, Any]:
    """Check that nothing is lost: compacted again it is the same, and expanded it says every value that it says."""
    text = article.to_jsonld()
    assert text.count("\n") == 1
    document: dict[str, Any] = json.loads(text)
    assert document["@context"] == CONTEXT
    [expanded] = jsonld.expand(document, OPTIONS)
    assert jsonld.compact(expanded, CONTEXT, OPTIONS) == document
    terms = [key for node in nodes(expanded) for key in node if not key.startswith("@")]
    assert all(term.startswith(("https://schema.org/", "http://www.w3.org/ns/oa#")) for term in terms)
    said = {key: value for key, value in document.items() if key != "@context"}
    assert len([*scalars(said)]) == len([value for node in nodes(expanded) for value in said_by(node)])
    return document


def nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and "@value" not in value:
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from nodes(inner)


def said_by(node: dict[str, Any]) -> Iterator[object]:
    yield from node.get("@type", [])
    if "@id" in node:
        yield node["@id"]
    for key, values in node.items():
        if not key.startswith("@"):
            yield from (value["@value"] for value in values if "@value" in value)


@CASES
def test_jsonld_of_the_corpus(case: Case) -> None:
    article = case.article()
    document = check_jsonld(article)
    assert document.get("headline") == article.title
    assert [author["name"] for author in document.get("author", [])] == article.authors
    assert document.get("articleBody", document.get("text", "")) == article.text
    # Every fact and every segment that is no boilerplate is found by its selector, in the document or in the page.
    facts, kinds = Counter[tuple[object, ...]](), Counter[tuple[object, ...]]()
    for annotation in document.get("subjectOf", []):
        for target in annotation["target"]:
            place = (target["source"], target["selector"]["start"], target["selector"]["end"])
            if annotation["motivation"] == "describing":
                facts[(annotation["body"]["name"], annotation["body"]["value"], *place)] += 1
            else:
                kinds[(annotation["bodyValue"], *place)] += 1
    assert facts == Counter((fact.field, fact.value, *place) for fact in article.facts for place in places(fact))
    said = [s for s in article.segments if s.role != "boilerplate" and s.kind != "layout" and not s.is_container]
    assert kinds == Counter((s.kind, "_:document", s.start, s.end) for s in said if s.start != s.end)


def places(fact: nutgraf.Fact) -> Iterator[tuple[str, int, int]]:
    if fact.start is not None and fact.end is not None:
        if fact.start < fact.end:
            yield ("_:document", fact.start, fact.end)
    elif fact.source is not None and fact.source[0] < fact.source[1]:
        yield ("_:input", *fact.source)


# ---- ninjs


@CASES
def test_ninjs_of_the_corpus(case: Case) -> None:
    article = case.article()
    document = json.loads(article.to_ninjs())
    headlines = [headline["value"] for headline in document.get("headlines", []) if headline["role"] == "main"]
    assert headlines == [title for title in [article.title] if title is not None]
    authors = [source["name"] for source in document.get("infoSources", [])][: len(article.authors)]
    assert authors == article.authors
    bodies = {body["contentType"]: body for body in document.get("bodies", [])}
    assert bodies.get("text/plain", {"value": ""})["value"] == article.text
    if article.text:
        assert bodies["text/plain"]["charCount"] == len(article.text)
        assert bodies["text/plain"]["wordCount"] == article.word_count


# ---- TEI


def check_tei(article: nutgraf.Article) -> etree._Element:
    text = article.to_tei()
    root = etree.fromstring(text.encode(), etree.XMLParser(huge_tree=True))
    assert TEI.validate(root), TEI.error_log
    for element in root.iter():
        for pointer in element.get("source", "").split():
            name, _, place = pointer.partition(":")
            start, end = (int(offset) for offset in place.split(","))
            assert 0 <= start < end
            assert name == "input" or end <= len(article.document)
    return root


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


@CASES
def test_tei_of_the_corpus(case: Case) -> None:
    article = case.article()
    root = check_tei(article)
    text = root.find(f"{NAMESPACE}text")
    body = text.find(f"{NAMESPACE}body")
    assert root.findtext(f".//{NAMESPACE}titlePart[@type='main']") == article.title
    # The body says what the body text says, but for what is furniture in it.
    for element in [
        *body.iter(f"{NAMESPACE}dateline", f"{NAMESPACE}figDesc", f"{NAMESPACE}desc"),
        *body.iterfind(f".//{NAMESPACE}figure/{NAMESPACE}head"),
        *(note for note in body.iter(f"{NAMESPACE}note") if note.get("type") != "footnote"),
    ]:
        element.clear(keep_tail=True)
    assert letters("".join(body.itertext())) == letters(article.text)
    # All that is said of the article stands in it once, with its title, wherever that is from.
    own = [s.text for s in article.segments if s.role != "boilerplate" and s.kind not in {"layout", "title"}]
    titles = {s.text for s in article.segments if s.kind == "title" and s.role != "boilerplate"}
    said = letters("".join([*own, *(titles | {article.title or ""})]))
    whole = check_tei(article).find(f"{NAMESPACE}text")
    for alternative in whole.iter(f"{NAMESPACE}figDesc", f"{NAMESPACE}desc"):
        alternative.clear(keep_tail=True)
    assert Counter(letters("".join(whole.itertext()))) == Counter(said)
    # Where an element says that it stands, its letters stand.
    for element in whole.iter(f"{NAMESPACE}p", f"{NAMESPACE}head", f"{NAMESPACE}note", f"{NAMESPACE}byline"):
        if pointers := element.get("source"):
            places = [pointer.removeprefix("document:").split(",") for pointer in pointers.split()]
            found = "".join(article.document[int(start) : int(end)] for start, end in places)
            assert not set(letters("".join(element.itertext()))) - set(letters(found))


@pytest.mark.parametrize(
    ("part", "spoilt"),
    [
        ("<body>", "<body><item/>"),
        ("<body>", "<body><div/>"),
        ("</p>", "<b>rose</b></p>"),
        ("<encodingDesc>", "<encodingDesc><p/>"),
        ('source="document:', 'source="'),
        ('when="2024', 'when="2024-13'),
        ('rend="bold"', 'rend="big"'),
        ('xml:lang="en"', 'xml:lang="e n"'),
        ("<bibl>", '<bibl color="red">'),
    ],
)
def test_the_schema_says_no(part: str, spoilt: str) -> None:
    page = (
        "<h1>A Town Looks Up</h1><p>By Jane Roe<p>3 May 2024<p>The river came over its <b>bank</b> in the night, and "
        "by five the main street was under water, said the mayor of the town, who had slept in the school."
    )
    tei = nutgraf.from_html(page).to_tei()
    assert part in tei
    assert not TEI.validate(etree.fromstring(tei.replace(part, spoilt).encode()))


# ---- whatever the input


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_inputs(text: str) -> None:
    check(nutgraf.from_text(text))
    check(nutgraf.from_html(text))
    check(nutgraf.from_html(text, url="https://example.com/a?b=c d"))


def test_hostile_records() -> None:
    record = nutgraf.from_text("The river\n\nIt came over its bank at four in the morning.\n").to_dict()
    values = [
        "",
        " ",
        "\x00<&\"'>]]>\ufffe",
        "@id",
        "_:b",
        "9999-99-99",
        "XXXX-02-30",
        "2024-05-03T25:00",
        "https://a b/[",
        "javascript:a",
    ]
    for field in nutgraf.Field:
        facts = [
            {"field": field, "subject": at % 3, "text": value, "value": value, "span": [0, 3], "source": None}
            | {"origin": "other", "confidence": 7.5}
            for at, value in enumerate(values)
        ]
        check(nutgraf.from_json(json.dumps(record | {"facts": facts})))


@settings(max_examples=100)
@given(DUMP)
def test_any_dump(dump: str) -> None:
    check(nutgraf.from_text(dump))


@settings(max_examples=100)
@given(PAGE)
def test_any_page(page: str) -> None:
    check(nutgraf.from_html(page))
