r"""Gives back the article from the text of a page, however it was obtained.

>>> import nutgraf
>>> article = nutgraf.from_text("As Rivers Rise, a Town Looks Up\n\nThe river came over its bank at four.\n")
>>> article.title
'As Rivers Rise, a Town Looks Up'
>>> for segment in article.segments:
...     print(segment.role, segment.kind, segment.text)
furniture title As Rivers Rise, a Town Looks Up
body paragraph The river came over its bank at four.

Offsets are code points: ``article.document[s.start:s.end]`` are the characters of a segment ``s``. Nothing is cut from
the record: what is left out of the body is labelled, with reasons.
"""

from nutgraf._nutgraf import (
    Access,
    AccessStatus,
    Article,
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
    View,
    Warning,
    WarningKind,
    Word,
    __version__,
    from_json,
    from_text,
)

__all__ = [
    "Access",
    "AccessStatus",
    "Article",
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
    "View",
    "Warning",
    "WarningKind",
    "Word",
    "__version__",
    "from_json",
    "from_text",
]
