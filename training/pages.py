"""Writes the pages of a labelled set as `{"id", "fold", "html"}` a line, for the example `features`.

    python training/pages.py FOLDER > PAGES.jsonl

FOLDER has `gold.jsonl.gz`, a page a line with its `id` and its `url` or `publisher`, and the pages as `html/ID.html.gz`. A page
is in one of four folds by its host or publisher, so that no site is in two.
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


def main(folder):
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as file:
        for page in map(json.loads, file):
            with gzip.open(folder / "html" / f"{page['id']}.html.gz") as html:
                text = html.read().decode("utf-8", "replace")
            fold = hashlib.sha1(site(page).encode()).digest()[1] % FOLDS
            print(json.dumps({"id": page["id"], "fold": fold, "html": text}))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
