"""MB/s of parsers of HTML for Python, on the pages that tests/bench/html.rs measures.

    pip install -r tests/bench/requirements.txt
    NUTGRAF_DATA=FOLDER python tests/bench/peers.py

They take turns over the whole set; the median of the turns counts.
"""

import gzip
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

TURNS = 5


def pages() -> list[str]:
    folder = Path(os.environ["NUTGRAF_DATA"]) / "wcxb-dev"
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    names = [folder / "html" / f"{record['id']}.html.gz" for record in records if record["page_type"] == "article"]
    return [gzip.decompress(name.read_bytes()).decode("utf-8", "replace") for name in names]


def parsers() -> dict[str, Callable[[str], object]]:
    found: dict[str, Callable[[str], object]] = {}
    try:
        from resiliparse.parse.html import HTMLTree

        found["resiliparse"] = HTMLTree.parse
    except ImportError:
        print("resiliparse is not installed", file=sys.stderr)
    try:
        from selectolax.lexbor import LexborHTMLParser

        found["selectolax"] = LexborHTMLParser
    except ImportError:
        print("selectolax is not installed", file=sys.stderr)
    return found


def main() -> None:
    if "NUTGRAF_DATA" not in os.environ:
        sys.exit("NUTGRAF_DATA names no folder of data")
    texts, found = pages(), parsers()
    size = sum(len(text.encode()) for text in texts) / 1e6
    times: dict[str, list[float]] = {name: [] for name in found}
    for _ in range(TURNS):
        for name, parse in found.items():
            start = time.perf_counter()
            for text in texts:
                parse(text)
            times[name].append(time.perf_counter() - start)
    print(f"{len(texts)} pages, {size:.1f} MB; MB/s in the median of {TURNS} turns, and in the best")
    for name, taken in times.items():
        print(f"{name:20} {size / statistics.median(taken):10.0f} {size / min(taken):10.0f}")


if __name__ == "__main__":
    main()
