"""Data frames, SQL and datasets: the real libraries over nutgraf.extract_batch."""

import doctest
from typing import Any

import datasets
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from polars.testing import assert_frame_equal

import nutgraf
import nutgraf._many
import nutgraf.datasets
import nutgraf.duckdb
import nutgraf.pandas
import nutgraf.polars
from golden import pages

STRINGS = [page.decode("utf-8", errors="replace") for page in pages()[:20]]
PAGES: list[str | None] = [*STRINGS, None, "", STRINGS[0]]
URLS = [f"https://example.com/{number}" for number in range(len(PAGES))]
EXPECTED = pa.record_batch(nutgraf.extract_batch(PAGES, input="html")).to_pylist()
ARTICLES = [None if page is None else nutgraf.from_html(page) for page in PAGES]


@pytest.mark.parametrize(
    "module",
    [nutgraf._many, nutgraf.polars, nutgraf.pandas, nutgraf.duckdb, nutgraf.datasets],
    ids=lambda m: m.__name__,
)
def test_examples_of_the_modules(module: Any) -> None:
    datasets.disable_progress_bars()
    results = doctest.testmod(module)
    assert results.attempted > 0
    assert results.failed == 0


def test_polars() -> None:
    series = pl.Series("html", PAGES)
    frame = nutgraf.polars.extract(series, input="html")
    assert frame.to_dicts() == EXPECTED
    assert (
        nutgraf.polars.extract(series.to_frame().to_series(), input="html", url=pl.Series(URLS))["url"].to_list() != []
    )
    binary = series.cast(pl.Binary)
    assert_frame_equal(nutgraf.polars.extract(binary, input="html").drop("error"), frame.drop("error"))


@pytest.mark.parametrize("engine", ["in-memory", "streaming"])
def test_polars_expressions(engine: Any) -> None:
    lazy = pl.LazyFrame({"html": PAGES, "n": range(len(PAGES))})
    article = nutgraf.polars.extract(pl.col("html"), input="html")
    assert lazy.with_columns(article=article).collect_schema()["article"].is_nested()
    frame = lazy.select("n", article=article).collect(engine=engine).sort("n")
    assert frame["article"].struct.unnest().to_dicts() == EXPECTED


def segments() -> list[dict[str, Any]]:
    found = []
    for row, (article, expected) in enumerate(zip(ARTICLES, EXPECTED, strict=True)):
        listed = list(article.segments) if article else []
        found += [{"row": row, "error": None, "kind": str(s.kind), "start": s.start, "text": s.text} for s in listed]
        if expected["error"] is not None:
            found.append({"row": row, "error": expected["error"], "kind": None, "start": None, "text": None})
    return found


def test_one_row_a_segment() -> None:
    frame = nutgraf.polars.segments(pl.Series(PAGES), input="html")
    assert frame.select("row", "error", "kind", "start", "text").to_dicts() == segments()
    series = pd.Series(PAGES)
    table = nutgraf.pandas.segments(series, input="html").rename_axis("row").reset_index()
    assert pa.Table.from_pandas(table).select(["row", "error", "kind", "start", "text"]).to_pylist() == segments()


def test_pandas() -> None:
    index = pd.Index([f"page {number}" for number in range(len(PAGES))])
    for series in (
        pd.Series(PAGES, index),
        pd.Series(PAGES, index, dtype=object),
        pd.Series(PAGES, index, dtype="string"),
    ):
        frame = nutgraf.pandas.extract(series, input="html")
        assert frame.index.equals(index)
        assert pa.Table.from_pandas(frame, preserve_index=False).to_pylist() == EXPECTED
    mixed = nutgraf.pandas.extract(pd.Series([3, float("nan"), b"<p>bytes", pages()[0]], dtype=object), input="html")
    assert mixed["error"].isna().tolist() == [False, False, True, True]


@pytest.mark.parametrize("kind", ["VARCHAR", "BLOB"])
def test_duckdb(kind: str) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE pages (n INTEGER, html {kind})")
        documents = [page if page is None or kind == "VARCHAR" else page.encode() for page in PAGES]
        connection.executemany("INSERT INTO pages VALUES (?, ?)", list(enumerate(documents)))
        nutgraf.duckdb.register(connection, input="html")
        query = "SELECT unnest(article) FROM (SELECT n, extract_article(html) AS article FROM pages) ORDER BY n"
        assert connection.sql(query).to_arrow_table().to_pylist() == EXPECTED
        nutgraf.duckdb.register(connection, "segments_of", input="html", segments=True)
        count = "SELECT count(*) FROM (SELECT unnest(segments_of(html).segments) FROM pages)"
        expected = sum(len(article.segments) for article in ARTICLES if article)
        assert connection.sql(count).fetchall() == [(expected,)]


def test_duckdb_with_addresses() -> None:
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE pages (n INTEGER, html VARCHAR, url VARCHAR)")
        connection.executemany("INSERT INTO pages VALUES (?, ?, ?)", list(zip(range(99), PAGES, URLS, strict=False)))
        nutgraf.duckdb.register(connection, input="html", url="https://example.com/all")
        query = "SELECT extract_article(html, {}).url FROM pages ORDER BY n"
        expected = pa.record_batch(nutgraf.extract_batch(PAGES, input="html", url=pa.array(URLS)))["url"].to_pylist()
        assert [url for (url,) in connection.sql(query.format("url")).fetchall()] == expected
        # The address of a row comes before that of all, which counts without one.
        (alone,) = connection.sql("SELECT extract_article('<h1>A Town</h1><p>The river came.').url").fetchall()
        assert alone == ("https://example.com/all",)
        with pytest.raises(duckdb.InvalidInputException, match="strings or binary"):
            connection.sql("SELECT extract_article(1)").fetchall()


def test_datasets() -> None:
    datasets.disable_progress_bars()
    source = {"html": PAGES, "url": URLS}
    dataset = datasets.Dataset.from_dict(source)
    got = nutgraf.datasets.extract(dataset, input="html")
    assert got["article"][:] == EXPECTED
    assert got.column_names == ["html", "url", "article"]
    streamed = nutgraf.datasets.extract(dataset.to_iterable_dataset(), input="html", url="url", into="read")
    addresses = [row["read"]["url"] for row in streamed]
    assert addresses[20:22] == [None, URLS[21]]
    flat = got.flatten()
    assert flat["article.title"][:] == [row["title"] for row in EXPECTED]
