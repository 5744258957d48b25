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


def main(folder, only=None):
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as file:
        for page in map(json.loads, file):
            fold = hashlib.sha1(site(page).encode()).digest()[1] % FOLDS
            if only not in (None, fold):
                continue
            with gzip.open(folder / "html" / f"{page['id']}.html.gz") as html:
                text = html.read().decode("utf-8", "replace")
            print(json.dumps({"id": page["id"], "fold": fold, "html": text}))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
