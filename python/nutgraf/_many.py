"""Articles of many documents, one after the other."""

import os
import sys
from collections.abc import Iterable, Iterator, Sized
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

from nutgraf._nutgraf import Article, _read

if TYPE_CHECKING:
    from typing_extensions import Buffer

# What is read ahead, at most: documents a thread, and characters or bytes together, but for the last document.
AHEAD = 32
SIZE = 16 << 20

# Seconds of work before a bar of progress is shown.
DELAY = 2.0


def extract_many(
    documents: "Iterable[str | Buffer | tuple[str | Buffer | None, str | None] | None]",
    *,
    input: Literal["auto", "html", "text"] = "auto",
    progress: bool | None = None,
    threads: int | None = None,
    **options: Any,
) -> Iterator[Article | Exception]:
    """Read many documents on several threads, and yield their articles in order.

    documents is any iterable of str or bytes-like objects, or of pairs of one and its address. It is read as far as a
    few dozen documents ahead, so that a crawl of any size goes through in little memory. In place of an article that
    cannot be is the exception that from_html or from_text would have raised: no document ends the iteration.

    - input: "html", "text", or "auto": a page or a dump, whichever the document looks like.
    - progress: a bar of tqdm; without it there is one where tqdm is installed, standard error is a terminal or the
      output of a notebook, and the work takes longer than two seconds.
    - threads: how many read; as many as there are processors without it.

    All else is as for from_html.

    >>> for article in extract_many(["<h1>A Town Looks Up</h1><p>The river came.", None]):
    ...     print(article if isinstance(article, Exception) else article.title)
    A Town Looks Up
    there is no document: it is null
    """
    _read([], input, threads, options)
    return _articles(documents, input, threads, options, _bar(documents, progress))


def _articles(
    documents: Iterable[Any], input: str, threads: int | None, options: dict[str, Any], bar: Any
) -> Iterator[Article | Exception]:
    iterator = iter(documents)
    most = AHEAD * (threads or os.cpu_count() or 1)

    def read(chunk: list[Any]) -> Iterator[Article | Exception]:
        for article in _read(chunk, input, threads, options):
            yield article
            if bar is not None:
                bar.update()

    try:
        while True:
            chunk: list[Any] = []
            try:
                chunk.extend(_up_to(SIZE, islice(iterator, most)))
            except Exception:
                # What came before it is not lost with it.
                yield from read(chunk)
                raise
            if not chunk:
                return
            yield from read(chunk)
    finally:
        if bar is not None:
            bar.close()


def _up_to(size: int, documents: Iterator[Any]) -> Iterator[Any]:
    """Yield documents until they have so many characters or bytes together."""
    for item in documents:
        yield item
        document = item[0] if isinstance(item, tuple) and item else item
        size -= len(document) if isinstance(document, Sized) else 0
        if size <= 0:
            return


def _bar(documents: object, progress: bool | None) -> Any:
    """Make the bar that is asked for, or that makes sense here, if any."""
    # A notebook is no terminal, and shows what is written to it all the same.
    if progress is False or (progress is None and not (sys.stderr.isatty() or "ipykernel" in sys.modules)):
        return None
    try:
        from tqdm import tqdm
    except ImportError:
        if progress:
            raise
        return None
    total = len(documents) if isinstance(documents, Sized) else None
    return tqdm(total=total, unit=" documents", delay=0 if progress else DELAY)
