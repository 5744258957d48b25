"""Writes the pages of a labelled set, or those of one fold, as `{"id", "fold", "html"}` a line, for the examples `features` and
`extract`.

    python training/pages.py FOLDER [FOLD] > PAGES.jsonl

FOLDER has `gold.jsonl.gz`, a page a line with its `id` and its `url` or `publisher`, and the pages as `html/ID.html.gz`. A page
is in one of four folds by its host, or its publisher in a set that names publishers.
"""

import gzip
import hashlib
import json
import sys
from pathlib import Path
from urllib.parse import urlsplit

FOLDS = 4


def site(page):
    return page.get("publisher") or (urlsplit(page["url"]).hostname or "").removeprefix("www.")


def folded(page):
    return hashlib.sha1(site(page).encode()).digest()[1] % FOLDS


def records(folder):
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def read_page(folder, page):
    with gzip.open(folder / "html" / f"{page}.html.gz") as html:
        return html.read().decode("utf-8", "replace")


def main(folder, only=None):
    for page in records(folder):
        if only in (None, folded(page)):
            print(json.dumps({"id": page["id"], "fold": folded(page), "html": read_page(folder, page["id"])}))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
