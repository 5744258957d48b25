"""Articles in data frames of pandas; it takes pyarrow.

>>> import pandas as pd
>>> pages = pd.Series(["<h1>A Town Looks Up</h1><p>The river came over its bank at four.", None], index=["a", "b"])
>>> extract(pages)["title"]["a"]
'A Town Looks Up'
"""

from typing import Any

import pandas as pd
import pyarrow as pa

from nutgraf._nutgraf import extract_batch


def extract(documents: "pd.Series[Any]", **options: Any) -> pd.DataFrame:
    """Read a series of documents into a frame of the columns of nutgraf.batch_schema(), one row an article.

    It has the index of the series. Options are those of nutgraf.extract_batch.
    """
    pairs = zip(documents.tolist(), documents.isna(), strict=True)
    listed = [None if missing else document for document, missing in pairs]
    frame = pa.record_batch(extract_batch(listed, **options)).to_pandas(types_mapper=pd.ArrowDtype)
    return frame.set_axis(documents.index)


def segments(documents: "pd.Series[Any]", **options: Any) -> pd.DataFrame:
    """Read a series of documents into a frame of one row a segment, with the index of its document.

    A document that gives no article has one row, with its error; an empty one has none.
    """
    frame = extract(documents, segments=True, **options)[["error", "segments"]].explode("segments")
    frame = frame[frame["segments"].notna() | frame["error"].notna()]
    return pd.concat([frame[["error"]], frame["segments"].struct.explode()], axis="columns")
