"""A crawl and a table of pages, as the engines read them, and what is to come out."""

import gzip
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest
from warcio.archiveiterator import ArchiveIterator

import nutgraf

CORPUS = Path(__file__).parents[1] / "corpus"
PAGES = [path.read_bytes() for path in sorted(CORPUS.glob("*/input.html"))[:40]]
PAGES = [page for page in PAGES if page.decode("utf-8", errors="replace").encode() == page]
URLS = [f"https://example.com/{number}" for number in range(len(PAGES))]

Rows = list[dict[str, Any]]


def record(kind: str, headers: dict[str, str], block: bytes) -> bytes:
    """Write a record of a crawl, as a member of its own."""
    lines = ["WARC/1.0", f"WARC-Type: {kind}", *(f"{name}: {value}" for name, value in headers.items())]
    head = "\r\n".join([*lines, f"Content-Length: {len(block)}", "", ""])
    return gzip.compress(head.encode() + block + b"\r\n\r\n")


@pytest.fixture(scope="session")
def warc(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a crawl."""
    path = tmp_path_factory.mktemp("crawl") / "pages.warc.gz"
    records = [record("warcinfo", {"Content-Type": "application/warc-fields"}, b"software: tests\r\n")]
    for number, (page, url) in enumerate(zip(PAGES, URLS, strict=True)):
        headers = {
            "WARC-Record-ID": f"<urn:uuid:00000000-0000-0000-0000-{number:012}>",
            "WARC-Target-URI": url,
            "WARC-Date": "2026-01-02T03:04:05Z",
            "WARC-Identified-Payload-Type": "text/html",
            "Content-Type": "application/http; msgtype=response",
        }
        records.append(record("response", headers, b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page))
    path.write_bytes(b"".join(records))
    return path


@pytest.fixture(scope="session")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a table of the same pages, and of a row that has none."""
    path = tmp_path_factory.mktemp("table") / "pages.parquet"
    columns = {"n": range(len(PAGES) + 1), "url": [*URLS, None], "html": [*(page.decode() for page in PAGES), None]}
    pyarrow.parquet.write_table(pa.table(columns), path)
    return path


@pytest.fixture(scope="session")
def expected() -> Rows:
    """Read the pages without an engine."""
    return articles([*PAGES, None], [*URLS, None])


def articles(pages: list[bytes | None], urls: list[str | None]) -> Rows:
    """Read pages without an engine."""
    rows: Rows = pa.record_batch(nutgraf.extract_batch(list(zip(pages, urls, strict=True)))).to_pylist()
    return rows


def pages_of(crawl: bytes) -> Iterator[dict[str, Any]]:
    """Find the pages in a crawl, by warcio: what docs/clusters.md shows."""
    for found in ArchiveIterator(io.BytesIO(crawl)):
        if found.rec_type == "response":
            yield {"url": found.rec_headers["WARC-Target-URI"], "html": found.content_stream().read()}
