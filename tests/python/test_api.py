"""What users write, thing by thing."""

import copy
import datetime as dt
import json
import pickle
import weakref
from collections.abc import Sequence
from pathlib import Path

import pytest

import nutgraf

DUMP = """\
Über den Fluß

By Jane Roe and Ali Can

3 MINS READMar 23, 2020 | 10:00 GMT

The river came over its bank at four in the morning, and by five the main street of Straße 𝄞 was under water. \
Nobody was hurt, the mayor said, but forty families spent the night in the school.

The water went down slowly in the days that followed, as it does in every spring that anyone in the town remembers. \
The school opened its doors again on Monday, and the families went home.

Sign up for our newsletter

Copyright © Example Press. All rights reserved.
"""


@pytest.fixture
def article() -> nutgraf.Article:
    return nutgraf.from_text(DUMP)


def with_facts(*facts: tuple[str, str]) -> nutgraf.Article:
    """Make an article with facts of the test's choice."""
    record = nutgraf.from_text("").to_dict()
    record["facts"] = [
        {
            "field": field,
            "subject": 0,
            "text": value,
            "value": value,
            "span": None,
            "source": None,
            "origin": "option",
            "confidence": 1.0,
        }
        for field, value in facts
    ]
    return nutgraf.from_json(json.dumps(record))


def test_names_are_strings() -> None:
    kind = nutgraf.Kind.PULL_QUOTE
    assert kind == "pull_quote"
    assert str(kind) == f"{kind}" == format(kind) == kind.value == "pull_quote"
    assert f"{kind:>12}" == "  pull_quote"
    assert isinstance(kind, str)
    assert nutgraf.Kind("pull_quote") is kind
    assert hash(kind) == hash("pull_quote")
    assert {"pull_quote": 1}[kind] == 1
    assert repr(kind) == "<Kind.PULL_QUOTE: 'pull_quote'>"
    assert kind.__doc__ == "A sentence of the article, set apart for show."
    assert pickle.loads(pickle.dumps(kind)) is kind
    assert copy.deepcopy(kind) is kind
    with pytest.raises(ValueError, match="paragraf"):
        nutgraf.Kind("paragraf")
    for enum in (
        nutgraf.Role,
        nutgraf.Kind,
        nutgraf.MarkKind,
        nutgraf.Field,
        nutgraf.Origin,
        nutgraf.WarningKind,
        nutgraf.Evidence,
        nutgraf.AccessStatus,
    ):
        assert enum.__module__ == "nutgraf"
        for member in enum:
            assert member.name == member.value.upper()
            assert member.__doc__


def test_unknown_names_are_read_as_other() -> None:
    later = (
        nutgraf.from_text("A line of text stands here.").to_json().replace('"kind":"paragraph"', '"kind":"hologram"')
    )
    assert {s.kind for s in nutgraf.from_json(later).segments} <= {nutgraf.Kind.OTHER, nutgraf.Kind.TITLE}


def test_segments(article: nutgraf.Article) -> None:
    segments = article.segments
    assert isinstance(segments, Sequence)
    assert isinstance(segments, nutgraf.View)
    paragraph = next(s for s in segments if s.kind == "paragraph" and s.text.startswith("The river"))
    assert paragraph.role == nutgraf.Role.BODY
    assert article.document[paragraph.start : paragraph.end] == paragraph.text
    assert paragraph.source == (paragraph.start, paragraph.end)
    assert paragraph.level == 0
    assert 0 <= paragraph.confidence <= 1
    assert paragraph.reason == paragraph.reasons[0].description
    evidence, weight, description = paragraph.reasons[0]
    assert isinstance(evidence, nutgraf.Evidence)
    assert isinstance(weight, float)
    assert evidence.__doc__ == description
    assert list(paragraph.children) == []
    assert paragraph.continues is None
    at = paragraph.text.index("𝄞")
    assert paragraph.locate(at, at + 1) == [(paragraph.start + at, paragraph.start + at + 1)]
    assert paragraph in segments
    assert segments.index(paragraph) == paragraph.index
    assert segments.count(paragraph) == 1
    assert "a string" not in segments
    with pytest.raises(ValueError, match="not among"):
        segments.index(paragraph, paragraph.index + 1)
    with pytest.raises(IndexError, match="out of range"):
        segments[len(segments)]
    with pytest.raises(IndexError):
        segments[-len(segments) - 1]
    with pytest.raises(TypeError, match="str"):
        segments["0"]  # type: ignore[call-overload]
    assert repr(paragraph).startswith(
        f"<nutgraf.Segment body paragraph {paragraph.start}:{paragraph.end} 'The river came"
    )
    assert repr(segments).startswith("[<nutgraf.Segment ")
    assert "more]" in repr(article.words)
    assert repr(article.images) == "[]"


def test_locate(article: nutgraf.Article) -> None:
    at = article.text.index("Straße 𝄞")
    assert [article.document[start:end] for start, end in article.locate(at, at + 8)] == ["Straße 𝄞"]
    assert article.locate(5, 5) == article.locate(9, 3) == article.locate(10**9, 10**10) == []
    with pytest.raises(ValueError, match="counts from 0"):
        article.locate(-3, 4)


def test_immutable(article: nutgraf.Article) -> None:
    with pytest.raises(AttributeError):
        article.title = "Another"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        article.segments[0].kind = "other"  # type: ignore[misc, assignment]
    with pytest.raises(AttributeError):
        article.other = 1  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        article.segments[0] = 1  # type: ignore[index]
    for made in (nutgraf.Article, nutgraf.Segment, nutgraf.View):
        with pytest.raises(TypeError):
            made()


def test_equality_and_copies(article: nutgraf.Article) -> None:
    again, other = nutgraf.from_text(DUMP), nutgraf.from_text(DUMP + "More.\n")
    assert article == again
    assert article != other
    assert article != DUMP
    assert len({article, again, other}) == 2
    assert article.segments == again.segments
    assert article.segments[0] == again.segments[0]
    assert article.segments[0] != again.segments[1]
    assert article.segments[0] != other.segments[0]
    assert len({article.segments[0], again.segments[0]}) == 1
    assert article.words[0] != article.sentences[0]
    assert copy.copy(article) is article
    assert copy.deepcopy(article.segments[0]) is not None
    assert pickle.loads(pickle.dumps(article)) == article
    assert pickle.loads(pickle.dumps(article.segments[3])) == article.segments[3]
    assert pickle.loads(pickle.dumps(article.access)) == article.access
    assert weakref.ref(article)() is article
    bytes_article = nutgraf.from_text(DUMP.encode())
    # Its sources count bytes, so it is another record.
    assert bytes_article != article
    assert bytes_article.text == article.text


def test_a_view_keeps_its_article() -> None:
    segment = nutgraf.from_text(DUMP).segments[0]
    assert segment.text


def test_dates() -> None:
    day = with_facts(("date_published", "2024-05-03")).date_published
    assert type(day) is dt.date
    assert day == dt.date(2024, 5, 3)
    naive = with_facts(("date_published", "2024-05-03T09:30")).date_published
    assert naive == dt.datetime(2024, 5, 3, 9, 30)
    aware = with_facts(("date_modified", "2024-05-03T09:30:15Z")).date_modified
    assert aware == dt.datetime(2024, 5, 3, 9, 30, 15, tzinfo=dt.timezone.utc)
    zone = with_facts(("date_published", "2024-05-03T09:30:00-03:30")).date_published
    assert isinstance(zone, dt.datetime)
    assert zone.utcoffset() == -dt.timedelta(hours=3, minutes=30)
    for none in ("2024", "2024-05", "2024-02-30", "soon"):
        article = with_facts(("date_published", none))
        assert article.date_published is None
        assert article.facts[0].value == none
    assert nutgraf.from_text("").date_published is None


def test_access_and_resolved_facts() -> None:
    article = with_facts(
        ("title", "A"),
        ("author_name", "Jane Roe"),
        ("author_name", "Ali Can"),
        ("language", "de"),
        ("publisher", "P"),
        ("is_accessible_for_free", "false"),
        ("access_status", "partial"),
        ("page_type", "article"),
        ("reading_time", "PT3M"),
    )
    assert article.title == "A"
    assert article.authors == ["Jane Roe", "Ali Can"]
    assert (article.language, article.publisher, article.page_type) == ("de", "P", "article")
    assert article.reading_time == dt.timedelta(minutes=3)
    access = article.access
    assert access.is_accessible_for_free is False
    assert access.status is nutgraf.AccessStatus.PARTIAL
    assert [fact.field for fact in access.evidence] == ["is_accessible_for_free", "access_status"]
    nothing = with_facts()
    assert nothing.access.is_accessible_for_free is None
    assert nothing.access.status == "unknown"
    assert (nothing.title, nothing.authors, nothing.publisher, nothing.page_type) == (None, [], None, None)


def test_links_images_tables() -> None:
    record = nutgraf.from_text("A line with a link stands here.").to_dict()
    record["marks"] = [
        {"kind": "link", "span": [14, 18], "source": [14, 18], "target": "https://example.org/"},
        {"kind": "image", "span": [19, 19], "source": [19, 19], "target": "a.png", "alt": "An image"},
    ]
    article = nutgraf.from_json(json.dumps(record))
    (link,) = article.links
    assert (link.kind, link.text, link.target, link.alt) == ("link", "link", "https://example.org/", None)
    (image,) = article.images
    assert (image.target, image.alt) == ("a.png", "An image")
    assert repr(link) == "<nutgraf.Mark link 14:18 'link' 'https://example.org/'>"
    assert len(article.marks) == 2
    line = "A line with a [link](https://example.org/) ![An image](a.png)stands here.\n"
    assert article.to_markdown() == line
    assert '<a href="https://example.org/">link</a> <img src="a.png" alt="An image">stands' in article.to_html()

    table = nutgraf.from_text("Name\tVotes\nRoe\t120\nDoe\t180\n").to_dict()
    cells = [(0, 4), (5, 10), (11, 14), (15, 18), (19, 22), (23, 26)]

    def segment(kind: str, span: tuple[int, int], end: int) -> dict[str, object]:
        base = {
            "kind": kind,
            "role": "body",
            "span": span,
            "source": span,
            "end": end,
            "confidence": 0.5,
            "reasons": [],
        }
        return base | ({"column_span": 1, "row_span": 1} if kind == "table_cell" else {})

    segments = [segment("table", (0, 26), 16)]
    for row in range(3):
        at = len(segments)
        segments.append(segment("table_row", (cells[2 * row][0], cells[2 * row + 1][1]), at + 5))
        for cell in cells[2 * row : 2 * row + 2]:
            segments.append(segment("table_cell", cell, len(segments) + 2))
            segments.append(segment("paragraph", cell, len(segments) + 1))
    table["segments"], table["marks"], table["facts"] = segments, [], []
    article = nutgraf.from_json(json.dumps(table))
    assert article.tables == [[["Name", "Votes"], ["Roe", "120"], ["Doe", "180"]]]
    assert article.segments[0].children[1].children[0].children[0].text == "Roe"
    assert article.segments[2].column_span == 1
    assert article.text.splitlines() == ["Name\tVotes", "Roe\t120", "Doe\t180"]


def test_options() -> None:
    dump = "Grüße aus der Stadt\n\nDas Wasser kam um vier Uhr, und um fünf stand die ganze Hauptstraße unter Wasser.\n"
    assert nutgraf.from_text(dump, language="pt-BR").language == "pt-BR"
    assert nutgraf.from_text(dump.encode("cp1252"), encoding="windows-1252").document == dump
    assert nutgraf.from_text(dump.encode("cp1252"), content_type="text/plain; charset=latin1").document == dump
    urls = [f.value for f in nutgraf.from_text(dump, url="https://example.org/").facts if f.field == "url"]
    assert urls == ["https://example.org/"]
    for date in ("2024-05-03", dt.date(2024, 5, 3), dt.datetime(2024, 5, 3, 12, tzinfo=dt.timezone.utc)):
        nutgraf.from_text(dump, reference_date=date)
    for focus in ("precision", "balanced", "recall"):
        assert nutgraf.from_text(dump, focus=focus).document == dump
    nothing = nutgraf.from_text(dump, body_kinds=[])
    assert (nothing.text, nothing.body_kinds) == ("", ())
    some = nutgraf.from_text(dump, body_kinds={nutgraf.Kind.HEADING, "paragraph"})
    assert set(some.body_kinds) == {"heading", "paragraph"}
    assert (
        nutgraf.from_text(dump, max_bytes=10**30) == nutgraf.from_text(dump, max_bytes=1000) == nutgraf.from_text(dump)
    )


def test_warnings() -> None:
    article = nutgraf.from_text(b"A line with a broken \xff byte.\n", encoding="utf-8")
    (warning,) = article.warnings
    assert warning.kind is nutgraf.WarningKind.ENCODING_REPLACED
    assert warning.message
    assert warning.start is not None
    assert article.document[warning.start] == "\ufffd"
    assert repr(warning).startswith("<nutgraf.Warning encoding_replaced ")


def test_report_is_escaped() -> None:
    hostile = '<script>alert("1")</script> & \'"><img src=x onerror=alert(1)>'
    article = nutgraf.from_text(f"{hostile}\n\nBy {hostile}\n\n{DUMP}\n{hostile}\n")
    report = article._repr_html_()
    assert "<script" not in report
    assert "<img" not in report
    assert "prefers-color-scheme" in report
    assert '&lt;script&gt;alert("1")&lt;/script&gt;' in report
    for segment in article.segments:
        if segment.role == "boilerplate":
            assert f'<span class="boilerplate k-{segment.kind} dropped" title=' in report
    assert nutgraf.from_text("")._repr_html_()


def test_repr(article: nutgraf.Article) -> None:
    assert repr(article) == f"<nutgraf.Article title={article.title!r} segments={len(article.segments)}>"
    assert repr(nutgraf.from_text("")) == "<nutgraf.Article title=None segments=0>"
    for view in (article.sections, article.paragraphs, article.sentences, article.facts):
        assert all(repr(item).startswith("<nutgraf.") for item in view)


def test_the_package_is_typed() -> None:
    assert (Path(nutgraf.__file__).parent / "py.typed").exists()
    assert nutgraf.__version__.count(".") == 2
    assert set(nutgraf.__all__) <= set(dir(nutgraf))
