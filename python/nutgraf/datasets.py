"""Articles in datasets of Hugging Face.

>>> import datasets
>>> pages = datasets.Dataset.from_dict({"html": ["<h1>A Town Looks Up</h1><p>The river came over its bank at four."]})
>>> extract(pages)[0]["article"]["title"]
'A Town Looks Up'
"""

from typing import Any, TypeVar

import datasets
import pyarrow as pa

from nutgraf._nutgraf import extract_batch

_Dataset = TypeVar("_Dataset", datasets.Dataset, datasets.IterableDataset)


def extract(dataset: _Dataset, column: str = "html", into: str = "article", **options: Any) -> _Dataset:
    """Add a column of structs of the columns of nutgraf.batch_schema(), read from a column of documents.

    dataset.flatten() makes columns of its own of them. Options are those of nutgraf.extract_batch; url may be the name
    of a column of addresses.
    """
    url = options.pop("url", None)

    def read(table: pa.Table) -> pa.Table:
        address = table[url] if url in table.column_names else url
        return table.append_column(into, pa.array(extract_batch(table[column], url=address, **options)))

    return dataset.with_format("arrow").map(read, batched=True).with_format(None)
