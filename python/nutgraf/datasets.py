"""Articles in datasets of Hugging Face.

>>> import datasets
>>> pages = datasets.Dataset.from_dict({"html": ["<h1>A Town Looks Up</h1><p>The river came over its bank at four."]})
>>> extract(pages)[0]["article"]["title"]
'A Town Looks Up'
"""

from typing import Any, TypeVar

import datasets

from nutgraf._tables import with_articles

_Dataset = TypeVar("_Dataset", datasets.Dataset, datasets.IterableDataset)


def extract(
    dataset: _Dataset, column: str = "html", into: str = "article", *, url: str | None = None, **options: Any
) -> _Dataset:
    """Add a column of structs of the columns of nutgraf.batch_schema(), read from a column of documents.

    url names a column of addresses. dataset.flatten() makes columns of their own of the structs. Options are those of
    nutgraf.extract_batch.
    """
    arguments = {"column": column, "into": into, "url": url, "options": options}
    return dataset.with_format("arrow").map(with_articles, batched=True, fn_kwargs=arguments).with_format(None)
