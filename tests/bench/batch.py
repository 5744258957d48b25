"""How nutgraf.extract_batch keeps up with a loop in Rust, and what a second processor gives.

`make bench-batch FOLDER=…` reads the pages in a folder. Times are the best of passes that take turns, as the machine may have other work.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa

import nutgraf

ROOT = Path(__file__).parents[2]
PASSES = 5


def main() -> None:
    """Print seconds and ratios."""
    folder = Path(sys.argv[1])
    pages = [path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()]
    column = pa.array(pages, pa.large_binary())
    loop = ["cargo", "run", "--quiet", "--release", "--locked", "--package=nutgraf-batch", "--example=rows", "--", str(folder)]
    ways: dict[str, Callable[[], float]] = {
        "loop in Rust": lambda: float(subprocess.run(loop, check=True, cwd=ROOT, capture_output=True, text=True).stdout),
        "extract_batch, one thread": lambda: timed(lambda: nutgraf.extract_batch(column, input="html", threads=1)),
        "extract_batch, two threads": lambda: timed(lambda: nutgraf.extract_batch(column, input="html", threads=2)),
        "extract_many, two threads": lambda: timed(lambda: all(nutgraf.extract_many(pages, input="html", threads=2))),
        "from_html, with text and facts": lambda: timed(lambda: [values(page) for page in pages]),
    }
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(PASSES):
        for name, way in ways.items():
            best[name] = min(best[name], way())
    size = sum(map(len, pages))
    print(f"{len(pages)} pages of {size / 1e6:.1f} MB")
    for name, seconds in best.items():
        ratio = seconds / best["loop in Rust"]
        print(f"{name:32}{seconds:8.3f} s{len(pages) / seconds:8.0f} pages/s{size / seconds / 1e6:8.1f} MB/s{ratio:7.2f} of the loop")


def values(page: bytes) -> tuple[object, ...]:
    """What a row holds, asked for one by one."""
    article = nutgraf.from_html(page)
    return (article.title, article.authors, article.date_published, article.access, article.word_count, article.text)


def timed(work: Callable[[], object]) -> float:
    """Seconds of a call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


main()
