"""What docs/clusters.md shows works."""

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet

from conftest import PAGES, Rows

ROOT = Path(__file__).parents[2]


def test_examples(tmp_path: Path, warc: Path, table: Path, expected: Rows) -> None:
    (tmp_path / "crawl").symlink_to(warc.parent)
    (tmp_path / "pages").symlink_to(table.parent)
    command = [sys.executable, str(ROOT / "tests/python/snippets.py"), str(ROOT / "docs/clusters.md")]
    environment = {**os.environ, "RAY_USAGE_STATS_ENABLED": "0", "SPARK_LOCAL_IP": "127.0.0.1"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr

    texts = {row["text"] for row in expected}
    spark = pyarrow.parquet.read_table(tmp_path / "articles-of-spark")
    assert set(spark["text"].to_pylist()) == texts
    ray = pyarrow.parquet.read_table(tmp_path / "articles-of-ray")
    assert {row["text"] for row in ray["article"].to_pylist()} == texts
    crawls = pyarrow.parquet.read_table(tmp_path / "articles-of-crawls")
    assert set(crawls["text"].to_pylist()) == texts - {None}
    parts = [gzip.decompress(part.read_bytes()) for part in (tmp_path / "articles").iterdir()]
    assert sum(len(part.splitlines()) for part in parts) == len(PAGES)
