"""Articles in datasets of Ray Data.

Each task reads on one thread, as Ray starts one for each core. docs/clusters.md has a recipe with sizes.
"""

from typing import TYPE_CHECKING, Any

from nutgraf._tables import with_articles

if TYPE_CHECKING:
    from ray.data import Dataset

# Documents of a batch: some tens of megabytes of pages.
BATCH = 256


def extract(
    dataset: "Dataset", column: str = "html", into: str = "article", *, url: str | None = None, **options: Any
) -> "Dataset":
    """Add a column of structs of the columns of nutgraf.batch_schema(), read from a column of strings or binary.

    url names a column of addresses. A document that gives no article has its error in the struct, and fails no task.
    batch_size is as for Dataset.map_batches; the other options are those of nutgraf.extract_batch.
    """
    size = options.pop("batch_size", BATCH)
    arguments = {"column": column, "into": into, "url": url, "options": {"threads": 1, **options}}
    return dataset.map_batches(with_articles, batch_format="pyarrow", batch_size=size, fn_kwargs=arguments)
