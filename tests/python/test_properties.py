"""What holds of every input."""

import copy
import itertools
import json
import pickle
import unicodedata
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import nutgraf
from strategies import DUMP, PAGE

settings.register_profile(
    "nutgraf", max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.load_profile("nutgraf")

RENDERINGS = (
    "to_json",
    "to_markdown",
    "to_html",
    "to_text",
    "to_jsonld",
    "to_ninjs",
    "to_tei",
    "_repr_html_",
)

# Default_Ignorable_Code_Point that Python calls letters or symbols.
IGNORABLE = "\u115f\u1160\u3164\uffa0"


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def is_visible(c: str) -> bool:
    return unicodedata.category(c)[0] in "LNPS" and c not in IGNORABLE


def check(article: nutgraf.Article) -> None:
    """Check what holds of every article."""
    document, text = article.document, article.text
    covered = [0] * len(document)
    for segment in article.segments:
        assert 0 <= segment.start <= segment.end <= len(document)
        assert 0 <= segment.confidence <= 1
        assert isinstance(segment.kind, nutgraf.Kind)
        assert isinstance(segment.role, nutgraf.Role)
        if segment.is_container:
            assert not segment.text
            for child in segment.children:
                assert segment.start <= child.start <= child.end <= segment.end
        else:
            assert not segment.children
            for at in range(segment.start, segment.end):
                covered[at] += 1
            places = segment.locate(0, len(segment.text))
            found = "".join(document[start:end] for start, end in places)
            assert letters(found) == letters(segment.text)
            assert all(segment.start <= start < end <= segment.end for start, end in places)
    assert all(count == 1 for count, c in zip(covered, document, strict=True) if is_visible(c))
    assert max(covered, default=1) <= 1

    items: list[nutgraf.Paragraph | nutgraf.Sentence | nutgraf.Word]
    items = [*article.paragraphs, *article.sentences, *article.words]
    for item in items:
        assert text[item.text_start : item.text_end] == item.text
        assert 0 <= item.start <= item.end <= len(document)
    for word in article.words:
        places = article.locate(word.text_start, word.text_end)
        assert letters("".join(document[start:end] for start, end in places)) == letters(word.text)
        assert (places[0][0], places[-1][1]) == (word.start, word.end)
    for fact in article.facts:
        if fact.start is not None and fact.end is not None:
            assert 0 <= fact.start <= fact.end <= len(document)
    for mark in article.marks:
        assert mark.text == document[mark.start : mark.end]


@given(DUMP)
def test_spans_of_text(dump: str) -> None:
    article = nutgraf.from_text(dump)
    assert article.document == dump.removeprefix("\ufeff")
    assert article.source_unit == "code_point"
    check(article)
    for segment in article.segments:
        start, end = segment.source
        assert dump[start:end] == article.document[segment.start : segment.end]


@given(DUMP)
def test_spans_of_utf_8(dump: str) -> None:
    data = dump.encode()
    article = nutgraf.from_text(data, encoding="utf-8")
    assert article.source_unit == "byte"
    assert [(s.kind, s.text) for s in article.segments] == [(s.kind, s.text) for s in nutgraf.from_text(dump).segments]
    for segment in article.segments:
        start, end = segment.source
        assert data[start:end].decode() == article.document[segment.start : segment.end]


@given(st.binary(max_size=400) | DUMP.map(lambda dump: dump.encode("utf-16")) | DUMP.map(str.encode))
def test_any_bytes_give_an_article(data: bytes) -> None:
    article = nutgraf.from_text(data)
    check(article)
    assert all(0 <= s.source[0] <= s.source[1] <= len(data) for s in article.segments)
    assert nutgraf.from_text(bytearray(data)) == nutgraf.from_text(memoryview(data)) == article


@given(PAGE)
def test_pages(page: str) -> None:
    article = nutgraf.from_html(page)
    assert article.source_unit == "code_point"
    check(article)
    assert nutgraf.from_html(page) == nutgraf.from_json(article.to_json()) == article
    data = nutgraf.from_html(page.encode(), encoding="utf-8")
    assert (data.source_unit, data.document) == ("byte", article.document)
    for one, other in zip(article.segments, data.segments, strict=True):
        assert (one.kind, one.role, one.text) == (other.kind, other.role, other.text)
        # The same place of the page, counted in another way.
        assert [len(page[:at].encode()) for at in one.source] == list(other.source)
    for mark in article.marks:
        if mark.kind == "image":
            assert page[slice(*mark.source)].startswith("<")


@given(st.binary(max_size=400) | PAGE.map(lambda page: page.encode("utf-16")) | PAGE.map(str.encode))
def test_any_bytes_are_a_page(data: bytes) -> None:
    article = nutgraf.from_html(data)
    check(article)
    assert all(0 <= s.source[0] <= s.source[1] <= len(data) for s in article.segments)
    assert nutgraf.from_html(bytearray(data)) == nutgraf.from_html(memoryview(data)) == article


@given(DUMP, st.data())
def test_locate_gives_the_same_letters(dump: str, data: st.DataObject) -> None:
    article = nutgraf.from_text(dump)
    places = st.integers(0, len(article.text) + 2)
    start, end = data.draw(places), data.draw(places)
    found = article.locate(start, end)
    assert letters("".join(article.document[a:b] for a, b in found)) == letters(article.text[start:end])
    assert all(a < b for a, b in found)
    assert all(b < c for (_, b), (c, _) in itertools.pairwise(found))


@given(DUMP)
def test_same_input_same_output(dump: str) -> None:
    one, other = nutgraf.from_text(dump), nutgraf.from_text(dump)
    assert one == other
    assert hash(one) == hash(other)
    for name in RENDERINGS:
        assert getattr(one, name)() == getattr(other, name)()


@given(DUMP, st.sampled_from(["str", "bytes"]))
def test_round_trips(dump: str, kind: str) -> None:
    article = nutgraf.from_text(dump if kind == "str" else dump.encode())
    back = nutgraf.from_json(article.to_json())
    for other in (back, pickle.loads(pickle.dumps(article)), copy.copy(article), copy.deepcopy(article)):
        assert other == article
        assert hash(other) == hash(article)
    for name in RENDERINGS:
        assert getattr(back, name)() == getattr(article, name)()
    assert nutgraf.from_json(article.to_json().encode()) == article
    assert json.loads(article.to_json()) == article.to_dict()
    views: list[Any] = [article.segments, article.sections, article.words, article.facts, article.segments[::-2]]
    for view in views:
        assert pickle.loads(pickle.dumps(view)) == view
        assert pickle.loads(pickle.dumps(list(view))) == list(view)


@given(DUMP)
def test_body_is_the_text_of_the_body_segments(dump: str) -> None:
    article = nutgraf.from_text(dump)
    body = [s.text for s in article.segments if s.role == "body" and not s.is_container]
    assert "".join(article.text.split()) == "".join("".join(body).split())


@given(st.lists(st.tuples(st.integers(-12, 12), st.integers(-12, 12), st.sampled_from([-3, -1, 1, 2])), max_size=3))
def test_a_view_is_sliced_as_a_list(slices: list[tuple[int, int, int]]) -> None:
    article = nutgraf.from_text("One\n\nTwo\n\nThree\n\nFour words stand in this.\n\nFive words stand in this one.\n")
    views: list[nutgraf.View[Any]] = [article.words, article.words[1:8]]
    for view in views:
        expected = list(view)
        for start, stop, step in slices:
            view, expected = view[start:stop:step], expected[start:stop:step]
        assert list(view) == expected
        assert list(reversed(view)) == expected[::-1]
        assert len(view) == len(expected)
        assert [view[i] for i in range(-len(view), len(view))] == expected + expected
