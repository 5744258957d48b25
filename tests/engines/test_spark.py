"""nutgraf.spark in a real Spark."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

import nutgraf.spark
from conftest import PAGES, Rows, pages_of


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    # What the workers run imports this folder's conftest.
    os.environ["PYTHONPATH"] = str(Path(__file__).parent)
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.shuffle.partitions", "2").config("spark.driver.host", "127.0.0.1").getOrCreate()
    yield session
    session.stop()


def plain(rows: list[object]) -> Rows:
    return [row.asDict(recursive=True) for row in rows]  # type: ignore[attr-defined]


def test_a_table(session: SparkSession, table: Path, expected: Rows) -> None:
    frame = session.read.parquet(str(table)).repartition(3)
    got = nutgraf.spark.extract(frame, url="url").orderBy("n")
    assert got.columns == ["n", "url", "html", "article"]
    assert plain(got.select("article.*").collect()) == expected
    segments = nutgraf.spark.extract(frame, into="read", url="url", segments=True)
    counted = segments.selectExpr("sum(size(read.segments)) AS n").collect()[0]["n"]
    assert counted == sum(len(nutgraf.from_html(page).segments) for page in PAGES)


def test_a_function_of_sql(session: SparkSession, table: Path, expected: Rows) -> None:
    session.read.parquet(str(table)).createOrReplaceTempView("pages")
    nutgraf.spark.register(session)
    got = session.sql("SELECT n, extract_article(html, url) AS article FROM pages").orderBy("n").select("article.*")
    assert plain(got.collect()) == expected
    titles = session.sql("SELECT extract_article(CAST(html AS BINARY)).title FROM pages ORDER BY n").collect()
    assert [title for (title,) in titles] == [row["title"] for row in expected]


def test_a_crawl(session: SparkSession, warc: Path, expected: Rows) -> None:
    crawls = session.sparkContext.binaryFiles(str(warc))
    pages = crawls.flatMap(lambda crawl: pages_of(crawl[1])).toDF("url string, html binary")
    got = nutgraf.spark.extract(pages, url="url").select("article.*").collect()
    assert plain(got) == expected[:-1]
