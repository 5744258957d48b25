"""Articles in pipelines of datatrove.

Articles is a step of its own, which keeps what is known of a document; ArticleExtractor stands where datatrove has
Trafilatura.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.extractors.base import BaseExtractor

from nutgraf._nutgraf import extract_batch, from_html, from_text

# Documents that are read at a time.
BATCH = 64


class Articles(PipelineStep):  # type: ignore[misc]
    """Reads pages and texts into articles.

    The text of a document becomes that of its article; its id, media and metadata stay, and metadata["article"] has
    the other columns of nutgraf.batch_schema(). The address is what metadata["url"] says. A document that gives no
    article is dropped and counted, unless keep_errors is true: then it goes on without text, and its error with it.
    Options are those of nutgraf.extract_batch.
    """

    name = "nutgraf"
    type = "🛢 - EXTRAC"

    def __init__(self, *, keep_errors: bool = False, **options: Any) -> None:
        """Take the options."""
        super().__init__()
        self.keep_errors = keep_errors
        self.options = {"threads": 1, **options}

    def run(self, data: Iterable[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Read the documents of one task."""
        documents: list[Document] = []
        for document in data:
            documents.append(document)
            if len(documents) == BATCH:
                yield from self._read(documents)
                documents = []
        yield from self._read(documents)

    def _read(self, documents: list[Document]) -> Iterator[Document]:
        with self.track_time(unit="batch"):
            pairs = [(document.text, document.metadata.get("url")) for document in documents]
            rows = pa.record_batch(extract_batch(pairs, **self.options)).to_pylist()
        for document, row in zip(documents, rows, strict=True):
            self.stat_update("total")
            document.text = row.pop("text") or ""
            document.metadata["article"] = row
            if row["error"] is not None:
                self.stat_update("failed")
            if row["error"] is None or self.keep_errors:
                self.stat_update("forwarded")
                self.update_doc_stats(document)
                yield document
            else:
                self.stat_update("dropped")


class ArticleExtractor(BaseExtractor):  # type: ignore[misc]
    """Extracts the body of pages, or of texts with input="text"; options are those of nutgraf.from_html.

    datatrove runs it in a process of its own, with a limit of seconds for each document.
    """

    name = "nutgraf"

    def __init__(self, timeout: float = 5, input: str = "html", **options: Any) -> None:
        """Take the limit of seconds, the kind of input and the options."""
        super().__init__(timeout)
        self.read = from_text if input == "text" else from_html
        self.options = options

    def extract(self, text: str) -> str:
        """Give the body of a page."""
        return self.read(text, **self.options).text
