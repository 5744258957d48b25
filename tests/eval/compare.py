"""What nutgraf and other extractors find on labelled pages, side by side, in one run.

    python tests/eval/compare.py FOLDER [--by-type] [--outputs NAME=FILE…] [--without NAME…]

FOLDER has `gold.jsonl.gz` and the pages as `html/ID.html.gz`. A line of gold is a page: its `id`, its body as `main_content` or as
`sections` with headlines and paragraphs, and where they are known its `title`, its day as `publish_date` or `publishing_date`, and
its `page_type`. Every extractor that is installed (`pip install -r tests/eval/requirements.txt`) gets every page, decoded, with its
own defaults. FILE is what an extractor has written before, `{"id", "text", "title"?, "date"?}` a line; `make folds` makes such a
one of nutgraf, in which no page was seen in training.

- body: F1 of the bags of words, in small letters, by page, and the mean of the pages (as WCXB counts), with its precision and
  recall. A page that an extractor fails on counts 0.
- title: share of the pages with a title in gold whose title is the same but for white space, case and punctuation.
- day: share of the pages with a day in gold whose day is the same; given: share of those without that get one all the same.

The range behind a figure is where 95 % of it lie when pages are drawn again from the set (bootstrap, 1,000 times, one seed for
all). What nutgraf has more than an extractor is drawn page by page for both.
"""

import argparse
import gzip
import json
import random
import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

DRAWS = 1000
WORD = re.compile(r"\w+")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass
class Found:
    text: str
    title: str | None = None
    date: str | None = None


@dataclass
class Page:
    id: str
    type: str
    html: str
    body: Counter[str]
    title: str | None
    date: str | None


def words(text: str | None) -> Counter[str]:
    return Counter(WORD.findall((text or "").lower()))


def pages(folder: Path) -> Iterator[Page]:
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        for gold in map(json.loads, lines):
            body = gold.get("main_content")
            if body is None:
                body = "\n".join(
                    text for section in gold["sections"] for text in (*section["headline"], *section["paragraphs"])
                )
            html = gzip.decompress((folder / "html" / f"{gold['id']}.html.gz").read_bytes()).decode("utf-8", "replace")
            date = gold.get("publish_date") or gold.get("publishing_date")
            yield Page(gold["id"], gold.get("page_type", "article"), html, words(body), gold.get("title"), date)


# ---- extractors


def nutgraf() -> Callable[[str], Found]:
    module = import_module("nutgraf")

    def extract(html: str) -> Found:
        article = module.from_html(html)
        date = article.date_published
        return Found(article.text, article.title, date.isoformat() if date else None)

    return extract


def trafilatura() -> Callable[[str], Found]:
    module = import_module("trafilatura")

    def extract(html: str) -> Found:
        found = module.bare_extraction(html, with_metadata=True)
        return Found(found.text or "", found.title, found.date) if found else Found("")

    return extract


def newspaper() -> Callable[[str], Found]:
    module = import_module("newspaper")

    def extract(html: str) -> Found:
        article = module.Article("https://example.com/", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        return Found(article.text, article.title, article.publish_date.isoformat() if article.publish_date else None)

    return extract


def readability() -> Callable[[str], Found]:
    document, lxml = import_module("readability").Document, import_module("lxml.html")

    def extract(html: str) -> Found:
        found = document(html)
        return Found(lxml.fromstring(found.summary()).text_content(), found.short_title())

    return extract


def resiliparse() -> Callable[[str], Found]:
    plain_text = import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda html: Found(plain_text(html, main_content=True))


def justext() -> Callable[[str], Found]:
    module = import_module("justext")
    stop_words = frozenset().union(*map(module.get_stoplist, module.get_stoplists()))

    def extract(html: str) -> Found:
        paragraphs = module.justext(html.encode(), stop_words)
        return Found("\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate))

    return extract


EXTRACTORS = {
    "nutgraf": nutgraf,
    "trafilatura": trafilatura,
    "newspaper4k": newspaper,
    "readability-lxml": readability,
    "resiliparse": resiliparse,
    "justext": justext,
}


def installed(without: list[str]) -> dict[str, Callable[[str], Found]]:
    found = {}
    for name, make in EXTRACTORS.items():
        if name in without:
            continue
        try:
            found[f"{name} {version(name)}"] = make()
        except ImportError as error:
            print(f"left out: {name} ({error})")
    return found


def saved(path: Path) -> dict[str, Found]:
    with path.open(encoding="utf-8") as lines:
        rows = map(json.loads, lines)
        return {row["id"]: Found(row["text"], row.get("title"), row.get("date")) for row in rows}


# ---- scores

Score = dict[str, float]


def letters(text: str | None) -> str:
    return "".join(WORD.findall((text or "").lower()))


def score(page: Page, found: Found) -> Score:
    """The figures of a page; one that does not apply to it is left out."""
    body = words(found.text)
    common, all_found, all_gold = (body & page.body).total(), body.total(), page.body.total()
    of_found = common / all_found if all_found else float(not all_gold)
    of_gold = common / all_gold if all_gold else float(not all_found)
    scores = {
        "P": of_found,
        "R": of_gold,
        "F1": 2 * of_found * of_gold / (of_found + of_gold) if common else of_found * of_gold,
    }
    if page.title:
        scores["title"] = float(letters(page.title) == letters(found.title))
    day, own = (DAY.match(date) if date else None for date in (page.date, found.date))
    if day:
        scores["day"] = float(own is not None and own[0] == day[0])
    else:
        scores["given"] = float(own is not None)
    return scores


def values(scores: list[Score], key: str) -> list[float]:
    return [score[key] for score in scores if key in score]


def mean(values: list[float]) -> float:
    return statistics.fmean(values) if values else float("nan")


def draws(values: list[float]) -> list[float]:
    """The means of samples of values; for as many values of other extractors, of the same pages."""
    draw = random.Random(1)
    return [statistics.fmean(draw.choices(values, k=len(values))) for _ in range(DRAWS)] if values else []


def span(means: list[float]) -> str:
    if not means:
        return ""
    means = sorted(means)
    return f"{figure(means[int(0.025 * DRAWS)])} to {figure(means[int(0.975 * DRAWS) - 1])}"


def figure(value: float) -> str:
    return "" if value != value else f"{value:.3f}".replace("0.", ".", 1)


def table(scores: dict[str, list[Score]]) -> Iterator[str]:
    reference = next(iter(scores))
    yield "| | F1 | | P | R | title | day | given | " + f"{reference} has more F1 |"
    yield "|---|---|---|---|---|---|---|---|---|"
    drawn = {name: draws(values(rows, "F1")) for name, rows in scores.items()}
    for name, rows in scores.items():
        figures = [figure(mean(values(rows, key))) for key in ("P", "R", "title", "day", "given")]
        more = (
            span([own - other for own, other in zip(drawn[reference], drawn[name], strict=True)])
            if name != reference
            else ""
        )
        yield " | ".join([f"| {name}", figure(mean(values(rows, "F1"))), span(drawn[name]), *figures, f"{more} |"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--by-type", action="store_true", help="a table for each type of pages as well")
    parser.add_argument("--outputs", nargs="*", default=[], metavar="NAME=FILE")
    parser.add_argument("--without", nargs="*", default=[], metavar="NAME", help="extractors that are left out")
    arguments = parser.parse_args()
    named: list[tuple[str, str]] = [(name, path) for name, _, path in (one.partition("=") for one in arguments.outputs)]
    outputs = {name: saved(Path(path)) for name, path in named}
    extractors = installed(arguments.without)
    scores: dict[str, list[Score]] = {name: [] for name in [*outputs, *extractors]}
    failed: Counter[str] = Counter()
    types: list[str] = []
    for page in pages(arguments.folder):
        types.append(page.type)
        for name, rows in outputs.items():
            scores[name].append(score(page, rows.get(page.id, Found(""))))
        for name, extract in extractors.items():
            scores[name].append(score(page, attempt(extract, page.html, failed, name)))
    print(f"\n{len(types)} pages\n", *table(scores), sep="\n")
    for kind in sorted(set(types)) if arguments.by_type else []:
        of_kind = {
            name: [row for row, type in zip(rows, types, strict=True) if type == kind] for name, rows in scores.items()
        }
        print(f"\n{kind}, {types.count(kind)} pages\n", *table(of_kind), sep="\n")
    for name, count in failed.items():
        print(f"\n{name} failed on {count} pages")


def attempt(extract: Callable[[str], Found], html: str, failed: Counter[str], name: str) -> Found:
    # Whatever another extractor raises is its answer to the page.
    try:
        return extract(html)
    except Exception:
        failed[name] += 1
        return Found("")


if __name__ == "__main__":
    main()
