"""The golden corpus: its cases, and what of an article they pin, as tests/golden/mod.rs has it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nutgraf

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"

# Fields that the cases pin. Those of True have many values, of the others only the best is pinned.
FIELDS = {
    "title": False,
    "kicker": False,
    "description": False,
    "author_name": True,
    "author_role": True,
    "agency": True,
    "dateline_place": True,
    "dateline_date": False,
    "date_published": False,
    "date_modified": False,
    "date_embargoed": False,
    "publisher": False,
    "language": False,
    "copyright_holder": False,
    "copyright_year": False,
    "copyright_notice": False,
    "reading_time": False,
    "keywords": True,
}


@dataclass
class Case:
    """A folder of the corpus."""

    name: str
    input: bytes
    options: dict[str, Any]
    expected: dict[str, Any]
    is_page: bool
    is_open: bool
    """It is in tests/corpus/OPEN: it does not come out as labelled yet."""

    def article(self) -> nutgraf.Article:
        read = nutgraf.from_html if self.is_page else nutgraf.from_text
        return read(self.input, **self.options)


def cases() -> list[Case]:
    """Give every case, by name."""
    found = []
    names = (CORPUS / "OPEN").read_text(encoding="utf-8").splitlines()
    for file in sorted(CORPUS.glob("*/input.*")):
        expected = json.loads((file.parent / "article.json").read_text(encoding="utf-8"))
        del expected["about"]
        options = expected.pop("options")
        if "segments" in expected:
            expected.setdefault("marks", [])
        for name, values in expected.get("facts", {}).items():
            if not FIELDS.get(name, False):
                del values[1:]
        name = file.parent.name
        found.append(Case(name, file.read_bytes(), options, expected, file.suffix == ".html", name in names))
    return found


def texts() -> list[str]:
    """Give the dumps, by name."""
    return [case.input.decode() for case in cases() if not case.is_page]


def pages() -> list[bytes]:
    """Give the pages, by name."""
    return [case.input for case in cases() if case.is_page]


def projection(article: nutgraf.Article) -> dict[str, Any]:
    """Give what the corpus pins of an article.

    Title, facts, access, every segment but layout, and the marks that clean text does not show.
    """
    facts: dict[str, list[str]] = {}
    for field, many in FIELDS.items():
        # Rivals are below, and places that agree say one thing.
        likely = [fact for fact in article.facts if fact.field == field and fact.confidence >= 0.5]
        pairs = zip(likely, [None, *likely], strict=False)
        values = [
            fact.value for fact, before in pairs if not (before and fact.subject and fact.subject == before.subject)
        ]
        if values:
            facts[field] = values if many else values[:1]
    free = article.access.is_accessible_for_free
    segments = []
    inside = 0
    for segment in article.segments:
        if inside == 0:
            segments += segment_projection(segment)
            inside = descendants(segment)
        else:
            inside -= 1
    return {
        "title": article.title,
        "facts": facts,
        "access": {
            "is_accessible_for_free": "unknown" if free is None else str(free).lower(),
            "status": str(article.access.status),
        },
        "segments": segments,
        "marks": [mark_projection(mark) for mark in article.marks if mark.kind not in {"layout", "line_break"}],
    }


def narrowed(found: dict[str, Any], expected: dict[str, Any]) -> dict[str, Any]:
    """Give what a case pins that leaves the segments out: no more than it names."""
    if "segments" in expected:
        return found
    leaves = [leaf for leaf in flat(found["segments"]) if "text" in leaf]
    found["body"] = [leaf["text"] for leaf in leaves if leaf["role"] == "body"]
    found["access_notices"] = [leaf["text"] for leaf in leaves if leaf["kind"] == "access_notice"]
    return {key: value for key, value in found.items() if key in expected}


def flat(segments: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for segment in segments:
        yield segment
        yield from flat(segment.get("children", []))


def descendants(segment: nutgraf.Segment) -> int:
    return sum(1 + descendants(child) for child in segment.children)


def leaf_kinds(segment: nutgraf.Segment) -> list[str]:
    if not segment.is_container:
        return [str(segment.kind)]
    return [kind for child in segment.children for kind in leaf_kinds(child)]


def segment_projection(segment: nutgraf.Segment) -> list[dict[str, Any]]:
    if segment.kind == "layout" or (segment.kind != "table_cell" and set(leaf_kinds(segment)) == {"image"}):
        # Pictures are pinned by their marks, and so is what holds nothing else.
        return []
    found: dict[str, Any] = {"role": str(segment.role), "kind": str(segment.kind)}
    if segment.level:
        found["level"] = segment.level
    if segment.ordered:
        found["ordered"] = True
        if segment.list_start != 1:
            found["start"] = segment.list_start
    found |= {name: span for name, span in (("columns", segment.column_span), ("rows", segment.row_span)) if span > 1}
    if segment.header:
        found["header"] = True
    if segment.code_language is not None:
        found["language"] = segment.code_language
    if segment.is_container:
        found["children"] = [child for each in segment.children for child in segment_projection(each)]
    else:
        found["text"] = segment.text
    return [found]


def mark_projection(mark: nutgraf.Mark) -> dict[str, Any]:
    found = {"kind": str(mark.kind), "text": mark.text}
    return found | {name: value for name in ("target", "alt") if (value := getattr(mark, name)) is not None}


def lines(segments: list[dict[str, Any]], depth: int = 0) -> list[str]:
    """Give segments as lines that people can compare."""
    found = []
    for segment in segments:
        rest = {key: value for key, value in segment.items() if key not in {"children", "text"}}
        found.append("  " * depth + " ".join(map(str, rest.values())) + ": " + segment.get("text", ""))
        found += lines(segment.get("children", []), depth + 1)
    return found
