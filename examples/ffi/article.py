"""Prints the article in a dump through the C interface, with ctypes alone.

python3 article.py dump.txt

(Python has the package nutgraf of its own.)
"""

import ctypes
import sys
from pathlib import Path
from typing import Any

BOILERPLATE = 2  # NUTGRAF_ROLE_BOILERPLATE
P, N, U32 = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_uint32


class Str(ctypes.Structure):
    """nutgraf_str."""

    _fields_ = (("data", P), ("len", N))

    def text(self) -> str:
        """Copy what is lent."""
        return ctypes.string_at(self.data, self.len).decode()


class Segment(ctypes.Structure):
    """nutgraf_segment."""

    _fields_ = (("kind", U32), ("role", U32), ("rest", U32 * 18))


SIGNATURES: dict[str, tuple[Any, ...]] = {
    "nutgraf_from_text": (U32, ctypes.c_char_p, N, P, ctypes.POINTER(P)),
    "nutgraf_article_free": (None, P),
    "nutgraf_status_message": (Str, U32),
    "nutgraf_kind_name": (Str, U32),
    "nutgraf_article_title": (Str, P),
    "nutgraf_article_author_count": (N, P),
    "nutgraf_article_author": (Str, P, N),
    "nutgraf_article_date_published": (Str, P),
    "nutgraf_article_text": (Str, P),
    "nutgraf_article_segments": (ctypes.POINTER(Segment), P, ctypes.POINTER(N)),
    "nutgraf_article_segment_text": (Str, P, N),
    "nutgraf_article_segment_reason": (Str, P, N),
}

c = ctypes.CDLL("libnutgraf.so.1")
for name, (result, *arguments) in SIGNATURES.items():
    function = getattr(c, name)
    function.restype, function.argtypes = result, arguments

dump = Path(sys.argv[1]).read_bytes()
article, count = P(), N()
status = c.nutgraf_from_text(dump, len(dump), None, ctypes.byref(article))
if status != 0:
    sys.exit(c.nutgraf_status_message(status).text())
print(c.nutgraf_article_title(article).text())
for index in range(c.nutgraf_article_author_count(article)):
    print("By", c.nutgraf_article_author(article, index).text())
print("Published", c.nutgraf_article_date_published(article).text())
print(f"\n{c.nutgraf_article_text(article).text()}")
segments = c.nutgraf_article_segments(article, ctypes.byref(count))
for index in range(count.value):
    dropped = c.nutgraf_article_segment_text(article, index).text()
    if segments[index].role == BOILERPLATE and dropped:
        print(f"\nLeft out: {dropped}\nAs: {c.nutgraf_kind_name(segments[index].kind).text()}")
        print("Why:", c.nutgraf_article_segment_reason(article, index).text())
c.nutgraf_article_free(article)  # All that was read from it is a copy by now.
