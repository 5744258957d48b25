"""Prints the article in a dump through the C interface, with ctypes alone. (The package nutgraf is what Python has of its own.)

python3 article.py dump.txt
"""

import ctypes
import sys

BOILERPLATE = 2  # NUTGRAF_ROLE_BOILERPLATE


class Str(ctypes.Structure):
    _fields_ = [("data", ctypes.c_void_p), ("len", ctypes.c_size_t)]

    def __str__(self):
        return ctypes.string_at(self.data, self.len).decode()


class Segment(ctypes.Structure):
    _fields_ = [("kind", ctypes.c_uint32), ("role", ctypes.c_uint32), ("rest", ctypes.c_uint32 * 18)]


def function(name, result, *arguments):
    found = getattr(library, name)
    found.restype, found.argtypes = result, arguments
    return found


library = ctypes.CDLL("libnutgraf.so.1")
P, N = ctypes.c_void_p, ctypes.c_size_t
from_text = function("nutgraf_from_text", ctypes.c_uint32, ctypes.c_char_p, N, P, ctypes.POINTER(P))
free = function("nutgraf_article_free", None, P)
status_message = function("nutgraf_status_message", Str, ctypes.c_uint32)
kind_name = function("nutgraf_kind_name", Str, ctypes.c_uint32)
title = function("nutgraf_article_title", Str, P)
author_count = function("nutgraf_article_author_count", N, P)
author = function("nutgraf_article_author", Str, P, N)
date_published = function("nutgraf_article_date_published", Str, P)
text = function("nutgraf_article_text", Str, P)
segments = function("nutgraf_article_segments", ctypes.POINTER(Segment), P, ctypes.POINTER(N))
segment_text = function("nutgraf_article_segment_text", Str, P, N)
segment_reason = function("nutgraf_article_segment_reason", Str, P, N)


def main():
    with open(sys.argv[1], "rb") as file:
        dump = file.read()
    article, count = P(), N()
    status = from_text(dump, len(dump), None, ctypes.byref(article))
    if status != 0:
        sys.exit(str(status_message(status)))
    print(title(article))
    for index in range(author_count(article)):
        print(f"By {author(article, index)}")
    print(f"Published {date_published(article)}\n\n{text(article)}")
    all_segments = segments(article, ctypes.byref(count))
    for index in range(count.value):
        dropped = str(segment_text(article, index))
        if all_segments[index].role == BOILERPLATE and dropped:
            print(f"\nLeft out: {dropped}\nAs: {kind_name(all_segments[index].kind)}")
            print(f"Why: {segment_reason(article, index)}")
    free(article)  # All that was read from it is a copy by now.


main()
