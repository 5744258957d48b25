"""The golden corpus: its cases, and what of an article they pin, as tests/golden/mod.rs has it."""

import json
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
    "agency": True,
    "dateline_place": False,
    "date_published": False,
    "date_modified": False,
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

    def article(self) -> nutgraf.Article:
        return nutgraf.from_text(self.input, **self.options)


def cases() -> list[Case]:
    """Give every text case, by name."""
    found = []
    for folder in sorted(CORPUS.iterdir()):
        if (folder / "input.txt").is_file():
            expected = json.loads((folder / "article.json").read_text(encoding="utf-8"))
            del expected["about"]
            options = expected.pop("options")
            for name, values in expected["facts"].items():
                if not FIELDS.get(name, False):
                    del values[1:]
            found.append(Case(folder.name, (folder / "input.txt").read_bytes(), options, expected))
    return found


def projection(article: nutgraf.Article) -> dict[str, Any]:
    """Give what the corpus pins of an article: title, facts, access, and every segment but layout."""
    facts: dict[str, list[str]] = {}
    for field, many in FIELDS.items():
        values = [fact.value for fact in article.facts if fact.field == field]
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
    }


def descendants(segment: nutgraf.Segment) -> int:
    return sum(1 + descendants(child) for child in segment.children)


def segment_projection(segment: nutgraf.Segment) -> list[dict[str, Any]]:
    if segment.kind == "layout":
        return []
    found: dict[str, Any] = {"role": str(segment.role), "kind": str(segment.kind)}
    if segment.level:
        found["level"] = segment.level
    if segment.ordered:
        found["ordered"] = True
    if segment.is_container:
        found["children"] = [child for each in segment.children for child in segment_projection(each)]
    else:
        found["text"] = segment.text
    return [found]


def lines(segments: list[dict[str, Any]], depth: int = 0) -> list[str]:
    """Give segments as lines that people can compare."""
    found = []
    for segment in segments:
        rest = {key: value for key, value in segment.items() if key not in {"children", "text"}}
        found.append("  " * depth + " ".join(map(str, rest.values())) + ": " + segment.get("text", ""))
        found += lines(segment.get("children", []), depth + 1)
    return found
