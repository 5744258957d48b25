"""Articles in SQL of DuckDB; it takes pyarrow.

>>> import duckdb
>>> connection = duckdb.connect()
>>> register(connection)
>>> connection.sql("SELECT extract_article('<h1>A Town Looks Up</h1><p>The river came.').title").fetchall()
[('A Town Looks Up',)]
"""

from typing import Any

import duckdb
import pyarrow as pa

from nutgraf._nutgraf import extract_batch


def register(connection: duckdb.DuckDBPyConnection, name: str = "extract_article", **options: Any) -> None:
    """Register a function of SQL from a document to a struct of the columns of nutgraf.batch_schema().

    The document is VARCHAR or BLOB. Its address may follow, against which links are resolved:
    `SELECT extract_article(html, url).title FROM pages`. Options are those of nutgraf.extract_batch. `SELECT
    unnest(extract_article(html)) FROM pages` gives a column for each.
    """

    def article(documents: Any, **url: Any) -> pa.Array:
        return pa.array(extract_batch(documents, **{**options, **url}))

    # DuckDB takes a parameter that may be left out for one that must be given.
    def extract(*columns: Any) -> pa.Array:
        return article(**dict(zip(("documents", "url"), columns, strict=False)))

    rows = pa.table(extract_batch([], **options))
    columns = connection.from_arrow(rows)
    struct = duckdb.struct_type(dict(zip(columns.columns, columns.types, strict=True)))
    connection.create_function(  # type: ignore[call-overload]
        name, extract, None, struct, type="arrow", null_handling="special"
    )
