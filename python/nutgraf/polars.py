"""Articles in data frames of Polars.

>>> import polars as pl
>>> pages = pl.Series("html", ["<h1>A Town Looks Up</h1><p>The river came over its bank at four.", None])
>>> extract(pages).select("title", "word_count", "error").rows()
[('A Town Looks Up', 8, None), (None, None, 'there is no document: it is null')]
"""

from typing import Any, overload

import polars as pl

from nutgraf._nutgraf import extract_batch


@overload
def extract(documents: pl.Series, **options: Any) -> pl.DataFrame: ...
@overload
def extract(documents: pl.Expr, **options: Any) -> pl.Expr: ...
def extract(documents: pl.Series | pl.Expr, **options: Any) -> pl.DataFrame | pl.Expr:
    """Read a series of documents into a frame of the columns of nutgraf.batch_schema(), one row an article.

    Of an expression it is one of structs: frame.with_columns(article=nutgraf.polars.extract(pl.col("html"))), in lazy
    and streaming frames too. Options are those of nutgraf.extract_batch.
    """
    if isinstance(documents, pl.Expr):
        empty = pl.Series(extract_batch(pl.Series(dtype=pl.String), **options))
        return documents.map_batches(
            lambda series: pl.Series(series.name, extract_batch(series, **options)),
            return_dtype=empty.dtype,
            is_elementwise=True,
        )
    return pl.DataFrame(extract_batch(documents, **options))


def segments(documents: pl.Series, **options: Any) -> pl.DataFrame:
    """Read a series of documents into a frame of one row a segment.

    row is the row of its document. One that gives no article has one row, with its error; an empty one has none.
    """
    frame = extract(documents, segments=True, **options).with_row_index("row").select("row", "error", "segments")
    frame = frame.explode("segments").filter(pl.col("segments").is_not_null() | pl.col("error").is_not_null())
    return frame.unnest("segments")
