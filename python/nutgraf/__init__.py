"""Gives back the article from the text of a page, however it was obtained.

>>> import nutgraf
>>> article = nutgraf.from_text('''As Rivers Rise, a Town Looks Up
...
... 2 MINS READMar 23, 2020 | 10:00 GMT
...
... The river came over its bank at four in the morning, and by five the main street was under water.
...
... Copyright © Example Press. All rights reserved.
... ''')
>>> article.title
'As Rivers Rise, a Town Looks Up'
>>> article.date_published
datetime.datetime(2020, 3, 23, 10, 0, tzinfo=datetime.timezone.utc)
>>> for segment in article.segments:
...     print(segment.role, segment.kind, segment.text[:25])
furniture title As Rivers Rise, a Town Lo
furniture reading_time 2 MINS READ
furniture timestamp Mar 23, 2020 | 10:00 GMT
body paragraph The river came over its b
furniture copyright_notice Copyright © Example Press

Offsets are code points: ``article.document[s.start:s.end]`` are the characters of a segment ``s``. Nothing is cut from
the record: what is left out of the body is labelled, with reasons.

Many documents at a time are read by extract_batch, over columns of Arrow, and extract_many, over any iterable;
nutgraf.polars, .pandas, .duckdb and .datasets put what comes out where it belongs.
"""

from nutgraf._many import extract_many
from nutgraf._nutgraf import (
    Access,
    AccessStatus,
    Article,
    Batch,
    BatchSchema,
    Error,
    Evidence,
    Fact,
    Field,
    Kind,
    Mark,
    MarkKind,
    Origin,
    Paragraph,
    Reason,
    Role,
    Section,
    Segment,
    Sentence,
    Split,
    View,
    Warning,
    WarningKind,
    Word,
    __version__,
    batch_schema,
    extract_batch,
    from_html,
    from_json,
    from_text,
    split,
    split_sentences,
)

__all__ = [
    "Access",
    "AccessStatus",
    "Article",
    "Batch",
    "BatchSchema",
    "Error",
    "Evidence",
    "Fact",
    "Field",
    "Kind",
    "Mark",
    "MarkKind",
    "Origin",
    "Paragraph",
    "Reason",
    "Role",
    "Section",
    "Segment",
    "Sentence",
    "Split",
    "View",
    "Warning",
    "WarningKind",
    "Word",
    "__version__",
    "batch_schema",
    "extract_batch",
    "extract_many",
    "from_html",
    "from_json",
    "from_text",
    "split",
    "split_sentences",
]
