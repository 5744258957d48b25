"""Articles in data frames and SQL of Spark.

What runs on the workers is the wheel alone, with the pyarrow that PySpark needs; each task reads on one thread, as
Spark starts one for each core. docs/clusters.md has a recipe with sizes.
"""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from nutgraf._nutgraf import batch_schema, extract_batch
from nutgraf._tables import with_articles

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


def extract(
    frame: "DataFrame", column: str = "html", into: str = "article", *, url: str | None = None, **options: Any
) -> "DataFrame":
    """Add a column of structs of the columns of nutgraf.batch_schema(), read from a column of strings or binary.

    url names a column of addresses. `select("article.*")` makes columns of their own of the structs; a document that
    gives no article has its error there, and fails no task. It works by mapInArrow, of Spark 3.3 or later. Options are
    those of nutgraf.extract_batch.
    """
    from pyspark.sql.types import StructField, StructType

    schema = StructType([*frame.schema.fields, StructField(into, _struct(options))])
    read = partial(_read, column=column, into=into, url=url, options={"threads": 1, **options})
    return frame.mapInArrow(read, schema)


def register(session: "SparkSession", name: str = "extract_article", **options: Any) -> None:
    """Register a function of SQL from a document to such a struct: `SELECT extract_article(html).title FROM pages`.

    A second argument is the address of the document. It is an Arrow UDF, of Spark 4.1 or later; before, make a view of
    what extract gives. Options are those of nutgraf.extract_batch.
    """
    from pyspark.sql.functions import arrow_udf

    function = partial(_article, options={"threads": 1, **options})

    def article(*columns: pa.Array) -> pa.Array:
        return function(*columns)

    session.udf.register(name, arrow_udf(article, returnType=_struct(options)))


def _struct(options: dict[str, Any]) -> Any:
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(pa.schema(batch_schema(segments=options.get("segments", False))))


def _read(
    batches: Iterator[pa.RecordBatch], column: str, into: str, url: str | None, options: dict[str, Any]
) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield with_articles(batch, column, into, url, options)


def _article(documents: pa.Array, url: pa.Array | None = None, *, options: dict[str, Any]) -> pa.Array:
    return pa.array(extract_batch(documents, url=url, **options))
