"""nutgraf.ray in a real Ray."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["RAY_USAGE_STATS_ENABLED"] = "0"

import ray
import ray.data

import nutgraf.ray
from conftest import Rows, pages_of


@pytest.fixture(scope="module", autouse=True)
def session() -> Iterator[None]:
    # What the workers run imports this folder's conftest.
    os.environ["PYTHONPATH"] = str(Path(__file__).parent)
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    yield
    ray.shutdown()


def test_a_table(table: Path, expected: Rows) -> None:
    dataset = nutgraf.ray.extract(ray.data.read_parquet(str(table)), url="url", batch_size=8)
    rows = sorted(dataset.take_all(), key=lambda row: row["n"])
    assert [row["article"] for row in rows] == expected
    assert set(rows[0]) == {"n", "url", "html", "article"}


def test_a_crawl(warc: Path, expected: Rows) -> None:
    crawls = ray.data.read_binary_files(str(warc))
    pages = crawls.flat_map(lambda row: pages_of(row["bytes"]))
    rows = nutgraf.ray.extract(pages, url="url").take_all()
    rows.sort(key=lambda row: int(row["url"].rsplit("/")[-1]))
    assert [row["article"] for row in rows] == expected[:-1]
