"""Writes labelled texts as `{"id", "fold", "text"}` a line, for the examples `features` and `extract`.

    python training/texts.py FOLDER SET RENDERER [FOLD] > TEXTS.jsonl

Where FOLDER has `textdumps-dev/RENDERER.jsonl.gz` and SET is `wcxb-dev`, the texts are those; else they are made from the pages
of the set here, of `wcxb-dev` from every third article, by one of the renderers below. Folds are those of the pages.
"""

import gzip
import json
import sys
from pathlib import Path

from pages import folded, read_page, records

# Share of the gold text that a dump has, at the least.
LEAST_COVERAGE = 0.9


def inscriptis(page):
    import inscriptis

    return inscriptis.get_text(page)


def resiliparse(page):
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(page)


def html2text(page):
    import html2text

    renderer = html2text.HTML2Text(bodywidth=0)
    renderer.ignore_links = renderer.ignore_images = True
    return renderer.handle(page)


def text_nodes(page):
    """Every text of a page on a line of its own."""
    import bs4

    soup = bs4.BeautifulSoup(page, "lxml")
    for element in soup(["script", "style", "noscript", "template"]):
        element.decompose()
    return soup.get_text("\n")


RENDERERS = {function.__name__: function for function in (inscriptis, resiliparse, html2text, text_nodes)}


def main(data, name, renderer, only=None):
    folds = {record["id"]: folded(record) for record in records(data / name)}
    dumps = data / "textdumps-dev" / f"{renderer}.jsonl.gz"
    if name == "wcxb-dev" and dumps.exists():
        with gzip.open(dumps, "rt", encoding="utf-8") as file:
            # What a renderer lost of a page cannot be labelled.
            whole = [dump for dump in map(json.loads, file) if dump.get("gold_coverage", 1) >= LEAST_COVERAGE]
            texts = [(dump["id"], dump["text"]) for dump in whole]
    else:
        articles = [record["id"] for record in records(data / name) if record.get("page_type", "article") == "article"]
        some = articles[::3] if name == "wcxb-dev" else articles
        texts = ((page, RENDERERS[renderer](read_page(data / name, page))) for page in some)
    for page, text in texts:
        if only in (None, folds[page]):
            print(json.dumps({"id": page, "fold": folds[page], "text": text}))


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), *sys.argv[2:4], *map(int, sys.argv[4:]))
