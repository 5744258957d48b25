"""Archives of many articles: the Python part of tests/archives.rs."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import nutgraf
from golden import ROOT

ARCHIVES = sorted((ROOT / "tests" / "exports").glob("*/input.txt"))


def expected(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((file.parent / "expected.json").read_text(encoding="utf-8"))
    return found


def options(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = expected(file).get("options", {})
    return found


@pytest.mark.parametrize("file", ARCHIVES, ids=lambda file: file.parent.name)
def test_every_archive_comes_out_as_expected(file: Path) -> None:
    articles = list(nutgraf.split(file.read_bytes(), **options(file)))
    records = expected(file)["records"]
    assert len(articles) == len(records)
    for article, record in zip(articles, records, strict=True):
        check(article, record)


def check(article: nutgraf.Article, record: dict[str, Any]) -> None:
    values: dict[str, list[str]] = {}
    for fact in article.facts:
        values.setdefault(fact.field, []).append(fact.value)
    found = {
        "format": values.get("archive_format", [None])[0],
        "title": article.title,
        "authors": article.authors,
        "date": values.get("date_published", [None])[0],
        "publisher": article.publisher,
        "section": values.get("article_section", [None])[0],
        "damaged": any(warning.kind == "truncated_record" for warning in article.warnings),
    }
    for key, value in record.items():
        if key == "from":
            lines = [text.replace("\r\n", "\n") for text in (article.document.lstrip(), value)]
            assert lines[0].startswith(lines[1])
        elif key == "begins":
            assert article.text.startswith(value)
        elif key == "ends":
            assert article.text.endswith(value)
        elif key == "holds":
            assert value in article.text
        elif key == "facts":
            assert {field: values.get(field) for field in value} == value
        else:
            assert found[key] == value, key


@pytest.mark.parametrize("file", ARCHIVES, ids=lambda file: file.parent.name)
def test_files_and_chunks_give_the_same(file: Path) -> None:
    data = file.read_bytes()
    articles = list(nutgraf.split(data, **options(file)))
    with file.open("rb") as archive:
        assert list(nutgraf.split(archive, **options(file))) == articles
    chunks = (memoryview(data)[at : at + 100] for at in range(0, len(data), 100))
    assert list(nutgraf.split(chunks, **options(file))) == articles
    assert list(nutgraf.split(bytearray(data), **options(file))) == articles


@pytest.mark.parametrize("file", ARCHIVES, ids=lambda file: file.parent.name)
def test_sources_count_code_points_from_the_start_of_the_archive(file: Path) -> None:
    text = "\N{CRAB}\n" + file.read_bytes().decode("utf-8", "replace")
    articles = list(nutgraf.split(text, **options(file)))
    assert "".join(article.document for article in articles) == text
    for article in articles:
        for segment in article.segments:
            assert text[slice(*segment.source)] == article.document[segment.start : segment.end]
        for fact in article.facts:
            if fact.source is not None:
                assert text[slice(*fact.source)] == article.document[fact.start : fact.end]
    lines = text.splitlines(keepends=True)
    assert list(nutgraf.split(lines, **options(file))) == articles
    assert list(nutgraf.split(io.StringIO(text, newline=""), **options(file))) == articles


ARCHIVE = """==> one <==
A First Title

A river rose over its bank at four in the morning, and by five the main street was under water.

==> two <==
A Second Title

It fell again before noon, and left mud on the floors of sixty houses and a boat that no one claimed.
"""


def test_articles_come_as_soon_as_they_are_complete() -> None:
    taken = []

    def chunks() -> Iterator[str]:
        for line in ARCHIVE.splitlines(keepends=True):
            taken.append(line)
            yield line

    articles = nutgraf.split(chunks())
    assert iter(articles) is articles
    assert next(articles).title == "A First Title"
    assert taken[-1] == "==> two <==\n"
    assert next(articles).title == "A Second Title"
    assert next(articles, None) is None
    assert next(articles, None) is None


def test_an_error_is_of_one_record() -> None:
    articles = nutgraf.split(ARCHIVE.replace("A river", "A river, " * 100), max_bytes=400)
    with pytest.raises(nutgraf.Error) as caught:
        next(articles)
    assert caught.value.kind == "too_large"
    assert next(articles).title == "A Second Title"


def test_wrong_arguments() -> None:
    with pytest.raises(nutgraf.Error) as caught:
        nutgraf.split(ARCHIVE, format="lexis")  # type: ignore[arg-type]
    assert caught.value.kind == "invalid_option"
    with pytest.raises(nutgraf.Error):
        nutgraf.split(ARCHIVE, language="no tag")
    with pytest.raises(TypeError, match="archive must be"):
        nutgraf.split(7)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="unexpected keyword"):
        nutgraf.split(ARCHIVE, colour="red")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        list(nutgraf.split([1, 2]))  # type: ignore[arg-type]

    def broken() -> Iterator[bytes]:
        yield ARCHIVE.encode()
        raise OSError("the tape")

    with pytest.raises(OSError, match="the tape"):
        list(nutgraf.split(broken()))


def test_other_threads_run_and_empty_archives_are_one_article() -> None:
    assert [article.text for article in nutgraf.split("")] == [""]
    assert [article.text for article in nutgraf.split([])] == [""]
    assert [article.text for article in nutgraf.split(io.BytesIO())] == [""]
