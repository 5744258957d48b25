"""Every case of the golden corpus, through the attributes of Python."""

from typing import Any

import pytest

import nutgraf
from golden import Case, cases, lines, narrowed, projection

CASES = pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)


def test_there_are_cases() -> None:
    assert len(cases()) >= 30


@CASES
def test_every_case_comes_out_as_labelled(case: Case) -> None:
    found = narrowed(projection(case.article()), case.expected)
    if case.is_open:
        assert found != case.expected, "it comes out as labelled: take it off tests/corpus/OPEN"
        return
    for key in ("title", "facts", "access"):
        assert found.get(key) == case.expected.get(key)
    assert lines(found.get("segments", [])) == lines(case.expected.get("segments", []))
    assert found == case.expected


@CASES
def test_attributes_say_what_the_record_says(case: Case) -> None:
    article = case.article()
    record = article.to_dict()
    assert record["schema"] == 1
    assert record["generator"]["version"] == nutgraf.__version__
    assert record["offset_unit"] == "code_point"
    assert record["source_unit"] == article.source_unit == "byte"
    assert record["document"] == article.document
    assert record["confidence"] == article.confidence
    assert record["body_kinds"] == list(article.body_kinds)

    assert len(record["segments"]) == len(article.segments)
    for index, (segment, data) in enumerate(zip(article.segments, record["segments"], strict=True)):
        assert segment.index == index
        assert [segment.start, segment.end] == data["span"]
        assert list(segment.source) == data["source"]
        for name, default in {
            "kind": None,
            "role": None,
            "confidence": None,
            "level": 0,
            "ordered": False,
            "header": False,
            "list_start": 0,
            "column_span": 0,
            "row_span": 0,
            "code_language": None,
        }.items():
            assert getattr(segment, name) == data.get(name, default), name
        before = segment.continues
        assert (before and before.index) == data.get("continues")
        reasons = [{"evidence": str(r.evidence), "weight": r.weight} for r in segment.reasons]
        assert reasons == data["reasons"]
        assert [child.index for child in segment.children] == children(record["segments"], index)

    assert [mark_data(mark) for mark in article.marks] == record["marks"]
    assert [fact_data(fact) for fact in article.facts] == record["facts"]
    assert len(article.warnings) == len(record["warnings"])
    for warning, data in zip(article.warnings, record["warnings"], strict=True):
        assert (warning.kind, warning.message) == (data["kind"], data["message"])
        assert ([warning.start, warning.end] if warning.start is not None else None) == data["span"]


def children(segments: list[dict[str, Any]], index: int) -> list[int]:
    found, at = [], index + 1
    while at < segments[index]["end"]:
        found.append(at)
        at = segments[at]["end"]
    return found


def mark_data(mark: nutgraf.Mark) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": mark.kind, "span": [mark.start, mark.end], "source": list(mark.source)}
    return data | {name: value for name in ("target", "alt") if (value := getattr(mark, name)) is not None}


def fact_data(fact: nutgraf.Fact) -> dict[str, Any]:
    return {
        "field": fact.field,
        "subject": fact.subject,
        "text": fact.text,
        "value": fact.value,
        "span": None if fact.start is None else [fact.start, fact.end],
        "source": None if fact.source is None else list(fact.source),
        "origin": fact.origin,
        "confidence": fact.confidence,
    }


@CASES
def test_structure_hangs_together(case: Case) -> None:
    article = case.article()
    text = article.text
    for items in (article.paragraphs, article.sentences, article.words):
        for item in items:
            assert text[item.text_start : item.text_end] == item.text
    assert article.word_count == len(article.words)
    assert article.reading_time.total_seconds() >= 0
    for paragraph in article.paragraphs:
        # What stands between the sentences of a paragraph is white space.
        rest = paragraph.text
        for sentence in paragraph.sentences:
            before, found, rest = rest.partition(sentence.text)
            assert found
            assert not before.strip()
        assert not rest.strip()

    def own(section: nutgraf.Section) -> list[nutgraf.Paragraph]:
        return [*section.paragraphs, *(p for inner in section.sections for p in own(inner))]

    assert [p for section in article.sections for p in own(section)] == list(article.paragraphs)
    for section in article.sections:
        assert section.heading is None or section.segments[0].text.startswith(section.heading)
        assert all(segment.role == "body" for segment in section.segments)
    assert article.to_text() == (text + "\n" if text else "")
