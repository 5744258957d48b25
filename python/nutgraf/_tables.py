"""A column of articles beside the columns of a table."""

from typing import Any, TypeVar

import pyarrow as pa

from nutgraf._nutgraf import extract_batch

_Table = TypeVar("_Table", pa.Table, pa.RecordBatch)


def with_articles(table: _Table, column: str, into: str, url: str | None, options: dict[str, Any]) -> _Table:
    """Append the articles of a column of documents, as structs; url names a column of addresses."""
    address = None if url is None else table.column(url)
    batch = extract_batch(table.column(column), url=address, **options)
    return table.append_column(into, pa.array(batch))
