"""Many documents at a time: in order, each with its article or its error, on several threads."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest

import nutgraf
from golden import pages, texts

STRINGS = [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())]
BINARY = [pa.binary(), pa.large_binary(), pa.binary_view()]


def rows(documents: Any, **options: Any) -> list[dict[str, Any]]:
    table: list[dict[str, Any]] = pa.record_batch(nutgraf.extract_batch(documents, **options)).to_pylist()
    return table


def row(article: nutgraf.Article) -> dict[str, Any]:
    """What the row of an article is, by the article."""
    value = {fact.field: fact.value for fact in reversed(list(article.facts)) if fact.confidence >= 0.5}
    return {
        "url": value.get(nutgraf.Field.CANONICAL_URL, value.get(nutgraf.Field.URL)),
        "title": article.title,
        "authors": article.authors,
        "date_published": value.get(nutgraf.Field.DATE_PUBLISHED),
        "date_modified": value.get(nutgraf.Field.DATE_MODIFIED),
        "publisher": article.publisher,
        "language": article.language,
        "page_type": article.page_type,
        "is_accessible_for_free": article.access.is_accessible_for_free,
        "access_status": str(article.access.status),
        "confidence": article.confidence,
        "word_count": article.word_count,
        "text": article.text,
        "error": None,
    }


def segment_rows(article: nutgraf.Article) -> list[dict[str, Any]]:
    return [
        {
            "role": str(segment.role),
            "kind": str(segment.kind),
            "level": segment.level,
            "start": segment.start,
            "end": segment.end,
            "confidence": segment.confidence,
            "reason": segment.reason,
            "text": segment.text,
        }
        for segment in article.segments
    ]


def test_rows_are_what_the_articles_are() -> None:
    found = rows(pa.array(pages()), input="html", segments=True)
    assert len(found) == len(pages()) > 50
    for page, got in zip(pages(), found, strict=True):
        article = nutgraf.from_html(page)
        assert got == row(article) | {"document": article.document, "segments": segment_rows(article)}
    assert rows(pa.array(texts()), input="text") == [row(nutgraf.from_text(text)) for text in texts()]


def test_columns_are_those_of_the_schema() -> None:
    for segments in (False, True):
        schema = nutgraf.batch_schema(segments=segments)
        batch = nutgraf.extract_batch([], segments=segments)
        assert batch.schema.names == schema.names == pa.schema(schema).names
        assert pa.schema(schema) == pa.record_batch(batch).schema == pa.table(batch).schema
        for field in pa.schema(schema):
            assert f"{field.name} (" in (nutgraf.batch_schema.__doc__ or "") or "date" in field.name
    assert schema.names[: len(nutgraf.batch_schema().names)] == nutgraf.batch_schema().names


@pytest.mark.parametrize("kind", STRINGS + BINARY, ids=str)
def test_columns_of_any_layout_and_chunks(kind: pa.DataType) -> None:
    documents: list[Any] = [*texts()[:5], None, ""]
    if kind in BINARY:
        documents = [document if document is None else document.encode() for document in documents]
    expected = rows(pa.array(documents, pa.binary() if isinstance(documents[0], bytes) else pa.string()))
    column = (
        pa.array(documents).dictionary_encode().cast(kind)
        if pa.types.is_dictionary(kind)
        else pa.array(documents, kind)
    )
    assert rows(column) == expected == rows(documents)
    assert rows(pa.chunked_array([column[4:], column[:4]])) == expected[4:] + expected[:4]
    assert expected[5]["error"] == "there is no document: it is null"
    assert expected[6]["error"] is None


def test_what_is_no_document_is_a_row_with_its_error() -> None:
    got = rows(
        [3, None, "A line.", "\ud800", ("<h1>Title</h1>", "https://example.com/a"), ("one",), b"x" * 100], max_bytes=50
    )
    errors = [row.pop("error") for row in got]
    assert errors[0] == "the input must be str or a bytes-like object, not int"
    assert errors[1] == "there is no document: it is null"
    assert "surrogates not allowed" in errors[3]
    assert "length 1" in errors[5]
    assert errors[6].startswith("the input has 100 bytes and the limit is 50")
    assert errors[2] is errors[4] is None
    assert all(value is None for index in (0, 1, 3, 5, 6) for value in got[index].values())
    assert got[4]["url"] == "https://example.com/a"
    assert rows(pa.nulls(2)) == rows([None, None])


def test_addresses_and_content_types_come_as_columns_or_for_all() -> None:
    pages = pa.array(["<a href=x>The river came over its bank at four.</a>"] * 3)
    urls = ["https://example.com/a/", None, "https://example.org/"]
    assert [row["url"] for row in rows(pages, url=pa.chunked_array([urls[:1], urls[1:]]))] == urls
    assert {row["url"] for row in rows(pages, url=urls[0])} == {urls[0]}
    latin = pa.array(["Caf\xe9 Fran\xe7ois, au bord de la rivi\xe8re, est ferm\xe9.".encode("latin-1")] * 2)
    types = pa.array(["text/plain; charset=iso-8859-1", "text/plain; charset=iso-8859-2"])
    assert [row["text"][3] for row in rows(latin, content_type=types)] == ["é", "é"]
    assert ["ç" in row["text"] for row in rows(latin, content_type=types)] == [True, True]
    with pytest.raises(ValueError, match="argument 'url': 2 rows for 3 documents"):
        rows(pages, url=pa.array(urls[:2]))


def test_mistakes_of_the_caller_raise() -> None:
    column = pa.array(["A line."])
    with pytest.raises(
        TypeError, match="argument 'documents': a column of strings or binary is expected, not of Int64"
    ):
        nutgraf.extract_batch(pa.array([1, 2]))
    with pytest.raises(
        TypeError, match="argument 'documents': a column with the Arrow PyCapsule interface is expected"
    ):
        nutgraf.extract_batch("A line.")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match='option `input` cannot be "pdf"'):
        nutgraf.extract_batch(column, input="pdf")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="option `threads` cannot be 0"):
        nutgraf.extract_batch(column, threads=0)
    with pytest.raises(nutgraf.Error, match="option `language` cannot be"):
        nutgraf.extract_batch(column, language="not a tag")
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        nutgraf.extract_batch(column, colour="red")  # type: ignore[call-arg]
    with pytest.raises(nutgraf.Error, match="option `language` cannot be"):
        nutgraf.extract_many([], language="not a tag")


def test_the_same_on_any_number_of_threads() -> None:
    column = pa.array(pages() * 2)
    expected = pa.record_batch(nutgraf.extract_batch(column, segments=True, threads=1))
    for threads in (2, 3, 16):
        assert pa.record_batch(nutgraf.extract_batch(column, segments=True, threads=threads)) == expected


def test_extract_many_gives_articles_in_order_and_exceptions_in_their_place() -> None:
    documents: list[Any] = [*texts(), None, 3, *pages(), "x" * 200_000]
    for threads in (None, 1):
        got = list(nutgraf.extract_many(iter(documents), max_bytes=150_000, threads=threads))
        assert len(got) == len(documents)
        for document, result in zip(documents, got, strict=True):
            if isinstance(document, str | bytes) and len(document) < 150_000:
                assert result in (nutgraf.from_text(document), nutgraf.from_html(document))
        many = len(texts())
        assert [type(got[at]) for at in (many, many + 1, -1)] == [TypeError, TypeError, nutgraf.Error]
        assert isinstance(got[-1], nutgraf.Error)
        assert got[-1].kind == "too_large"


def test_extract_many_gives_what_came_before_a_failure() -> None:
    def crawl() -> Iterator[str]:
        yield "<h1>A Town Looks Up</h1><p>The river came."
        raise ConnectionError("the crawl ended")

    articles = nutgraf.extract_many(crawl())
    article = next(articles)
    assert isinstance(article, nutgraf.Article)
    assert article.title == "A Town Looks Up"
    with pytest.raises(ConnectionError, match="the crawl ended"):
        next(articles)


def test_extract_many_reads_a_few_documents_ahead() -> None:
    taken = 0

    def documents() -> Iterator[str]:
        nonlocal taken
        for _ in range(10_000):
            taken += 1
            yield "The river came over its bank at four in the morning."

    articles = nutgraf.extract_many(documents(), threads=2)
    assert taken == 0
    next(articles)
    assert 0 < taken <= 100
    articles.close()  # type: ignore[attr-defined]
    large = nutgraf.extract_many(("x" * 9_000_000 for _ in range(100) if (taken := taken + 1)), threads=2, max_bytes=10)
    taken = 0
    next(large)
    assert taken <= 3


def run(code: str, *, wait: bool = True) -> Any:
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if not wait:
        return child
    out, err = child.communicate(timeout=120)
    assert child.returncode == 0, err
    return out


def test_memory_does_not_grow_with_the_number_of_documents() -> None:
    code = """if True:
        import resource, nutgraf
        page = "<h1>A Town Looks Up</h1>" + "<p>The river came over its bank at four in the morning, they said." * 60
        for count in ({counts}):
            for article in nutgraf.extract_many(page for _ in range(count)):
                assert not isinstance(article, Exception)
            print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    """
    first, last = map(int, run(code.format(counts="100, 1000")).split())
    assert last - first < 6 * 1024  # KiB


@pytest.mark.parametrize("call", ["list(nutgraf.extract_many(pages))", "nutgraf.extract_batch(pages)"])
def test_ctrl_c_ends_the_work_soon(call: str) -> None:
    code = f"""if True:
        import nutgraf
        pages = ["<p>The river came over its bank at four in the morning, they said." * 100] * 200_000
        print("started", flush=True)
        {call}
    """
    child = run(code, wait=False)
    assert child.stdout.readline() == "started\n"
    time.sleep(0.5)
    assert child.poll() is None
    child.send_signal(signal.SIGINT)
    start = time.monotonic()
    _, err = child.communicate(timeout=60)
    assert time.monotonic() - start < 3
    assert "KeyboardInterrupt" in err
    assert child.returncode != 0


def test_a_bar_of_progress_is_shown_where_it_makes_sense(capfd: pytest.CaptureFixture[str]) -> None:
    documents = ["The river came over its bank at four in the morning."] * 50
    list(nutgraf.extract_many(documents))
    assert capfd.readouterr().err == ""
    list(nutgraf.extract_many(documents, progress=True))
    assert "50/50" in capfd.readouterr().err
    list(nutgraf.extract_many(iter(documents), progress=True))
    assert "50 documents" in capfd.readouterr().err
