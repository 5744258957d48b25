"""nutgraf.datatrove in real pipelines."""

import gzip
import json
from pathlib import Path
from typing import Any

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import ParquetReader, WarcReader
from datatrove.pipeline.writers import JsonlWriter

from conftest import PAGES, Rows
from nutgraf.datatrove import ArticleExtractor, Articles


def run(tmp_path: Path, *steps: Any) -> Rows:
    pipeline = [*steps, JsonlWriter(str(tmp_path / "out"))]
    LocalPipelineExecutor(pipeline, logging_dir=str(tmp_path / "logs"), tasks=1).run()
    (file,) = (tmp_path / "out").iterdir()
    # The writer leaves out what is empty.
    return [{"text": "", **json.loads(line)} for line in gzip.decompress(file.read_bytes()).splitlines()]


def test_a_crawl_keeps_its_metadata(tmp_path: Path, warc: Path, expected: Rows) -> None:
    rows = run(tmp_path, WarcReader(str(warc.parent), glob_pattern="*.gz"), Articles())
    assert len(rows) == len(PAGES)
    for number, (row, article) in enumerate(zip(rows, expected, strict=False)):
        assert row["text"] == article["text"]
        assert row["id"].endswith(f"{number:012}>")
        assert row["metadata"]["date"] == "2026-01-02T03:04:05Z"
        assert row["metadata"]["article"] == {name: value for name, value in article.items() if name != "text"}


def test_a_table_and_what_fails(tmp_path: Path, table: Path, expected: Rows) -> None:
    def reader() -> ParquetReader:
        return ParquetReader(str(table.parent), text_key="html", id_key="n")

    limit = max(map(len, PAGES)) - 1
    good = run(tmp_path / "a", reader(), Articles(max_bytes=limit))
    every = run(tmp_path / "b", reader(), Articles(max_bytes=limit, keep_errors=True))
    failed = [row for row in every if row["metadata"]["article"]["error"] is not None]
    assert len(failed) >= 1
    assert all(row["text"] == "" and "limit" in row["metadata"]["article"]["error"] for row in failed)
    assert len(good) == len(every) - len(failed)
    assert {row["text"] for row in good} <= {row["text"] for row in expected}


def test_the_extractor(tmp_path: Path, warc: Path, expected: Rows) -> None:
    rows = run(tmp_path, WarcReader(str(warc.parent), glob_pattern="*.gz"), ArticleExtractor(timeout=30))
    # What has no body is dropped by datatrove.
    assert [row["text"] for row in rows] == [row["text"] for row in expected if row["text"]]
