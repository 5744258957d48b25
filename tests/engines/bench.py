"""What engines take with nutgraf, trafilatura and Resiliparse, over pages in a folder: `make bench-engines FOLDER=…`.

Spark and Ray have two tasks at a time, datatrove one. All run in turns, and the least time of each counts; what an
engine takes with a function that does nothing stands beside it. nutgraf gives facts and counts too, the others a text.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import ray
import ray.data
import trafilatura
from datatrove.data import Document
from datatrove.pipeline.extractors.base import BaseExtractor
from pyspark.sql import SparkSession
from resiliparse.extract.html2text import extract_plain_text

import nutgraf.ray
import nutgraf.spark
from nutgraf.datatrove import Articles

TURNS = 3
Text = Callable[[str], str | None]


def of_resiliparse(page: str) -> str:
    """Give the text of the main content."""
    return str(extract_plain_text(page, main_content=True))


LIBRARIES: dict[str, Text | None] = {
    "nothing": lambda page: page[:1],
    "nutgraf": None,
    "Resiliparse": of_resiliparse,
    "trafilatura": trafilatura.extract,
}


class Extractor(BaseExtractor):  # type: ignore[misc]
    """An extractor as datatrove has them: in a process of its own."""

    name = "extractor"

    def __init__(self, text: Text) -> None:
        """Take the function of the library."""
        super().__init__(timeout=60)
        self.text = text

    def extract(self, text: str) -> str:
        """Give the text of a page."""
        return self.text(text) or ""


def column(batch: pa.Table | pa.RecordBatch, text: Text) -> pa.Array:
    """Give the text of each page of a batch."""
    return pa.array([text(page) for page in batch.column("html").to_pylist()], pa.string())


def in_spark(session: SparkSession, table: Path, text: Text | None) -> None:
    """Read all pages, and count what comes out."""
    frame = session.read.parquet(str(table)).repartition(8)
    if text is None:
        nutgraf.spark.extract(frame, input="html").selectExpr("sum(length(article.text))").collect()
        return

    def texts(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield pa.RecordBatch.from_arrays([column(batch, text)], ["text"])

    frame.mapInArrow(texts, "text string").selectExpr("sum(length(text))").collect()


def in_ray(table: Path, text: Text | None) -> None:
    """Read all pages."""
    dataset = ray.data.read_parquet(str(table)).repartition(8)
    if text is None:
        nutgraf.ray.extract(dataset, input="html").materialize()
        return

    def texts(batch: pa.Table) -> pa.Table:
        return pa.table({"text": column(batch, text)})

    dataset.map_batches(texts, batch_format="pyarrow", batch_size=nutgraf.ray.BATCH).materialize()


def in_datatrove(pages: list[str], text: Text | None) -> None:
    """Read all pages by the step that keeps metadata, or by an extractor."""
    step = Articles(input="html") if text is None else Extractor(text)
    documents = (Document(text=page, id=str(number)) for number, page in enumerate(pages))
    for _ in step.run(documents):
        pass


def main() -> None:
    """Print seconds, and how many times those of nutgraf they are."""
    files = [path for path in sorted(Path(sys.argv[1]).iterdir()) if path.is_file()]
    pages = [file.read_bytes().decode(errors="replace") for file in files]
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()
    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "pages.parquet"
        pyarrow.parquet.write_table(pa.table({"html": pages}), table)
        engines: dict[str, Callable[[str], Any]] = {
            "Spark": lambda name: in_spark(session, table, LIBRARIES[name]),
            "Ray": lambda name: in_ray(table, LIBRARIES[name]),
            "datatrove": lambda name: in_datatrove(pages, LIBRARIES[name]),
        }
        print(f"{len(pages)} pages of {sum(map(len, pages)) / 1e6:.1f} million characters")
        for engine, run in engines.items():
            best = dict.fromkeys(LIBRARIES, float("inf"))
            for _ in range(TURNS):
                for name in best:
                    start = time.perf_counter()
                    run(name)
                    best[name] = min(best[name], time.perf_counter() - start)
            for name, seconds in best.items():
                ratio = seconds / best["nutgraf"]
                print(
                    f"{engine:12}{name:14}{seconds:8.2f} s{len(pages) / seconds:8.0f} pages/s{ratio:8.2f} times nutgraf"
                )


if __name__ == "__main__":
    main()
