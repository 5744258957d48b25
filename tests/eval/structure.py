"""Structure kept: headings, list items and table cells of pages that a reader view has read, and of those that nutgraf has.

    NUTGRAF_DATA=FOLDER python tests/eval/structure.py [--misses]

The expected structure is that of `readability-pages/*/expected.html` in the folder. What is counted:

- heading: `h1` to `h6`, but for the title, which nutgraf keeps apart: left out is a heading with the text that the title in the
  page's metadata begins with, and, as the reader view makes an `h2` of every `h1`, one with the text of the page's first `h1`.
- list item: `li`.
- table cell: `td` and `th` of a table of data: one that holds no other table, whose role is neither `presentation` nor
  `none`, and that has at least two rows of at least two cells. Any other table only sets the page.

The text of an element is all that stands in it but for elements of the same kind within it, which count by themselves, and
`figcaption`, `script`, `style` and `svg`. It is normalised to its letters, digits and underscores alone (NFKC, case folded,
no white space), so that neither bullets nor spaces around markup count; an element without any is left out. An element lies
in the expected body if it stands in `expected.html` at all: the reader view has cut the rest.

An expected element is found if nutgraf, on `source.html`, has a segment of role body of the same kind and with the same
normalised text, by the same rule: that of its leaves of role body, but for those in a container of the same kind within it.
Each segment counts for one element (multisets). Its text is kept if it stands in the normalised body text of nutgraf at all,
in whatever segment; as a text of few letters stands in many places, structure kept of text kept is rather too low than too
high.

Two checks of the body on the pages of `wcxb-dev`, against its gold text:

- run together: two lines that follow each other in the gold text, of at least four words each, whose last and first four words
  follow each other within one line of the body, while the page has the tag of a block or a `br` between them (the gold text also
  breaks off at links and code within a paragraph). Counted among those lines of which both fours stand in the body.
- twice: a line of the gold text, of at least eight words, that stands in the body more often than in the gold text.
"""

import gzip
import json
import os
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import nutgraf

KINDS = {
    "heading": {"h1", "h2", "h3", "h4", "h5", "h6"},
    "list_item": {"li"},
    "table_cell": {"td", "th"},
}
KIND_OF = {tag: kind for kind, tags in KINDS.items() for tag in tags}
UNSEEN = {"figcaption", "script", "style", "svg"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
BLOCKS = {
    *(
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
    ),
    *(
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
    ),
    *("tbody", "tfoot", "thead", "tr", "ul", *KIND_OF),
}

# Kind and text.
Element = tuple[str, str]


def normalised(text: str) -> str:
    return "".join(words(text))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


class Node:
    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag, self.attributes = tag, attributes
        self.children: list[Node | str] = []

    def elements(self) -> Iterator["Node"]:
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.elements()

    def text(self, without: set[str]) -> str:
        parts = [
            child if isinstance(child, str) else child.text(without)
            for child in self.children
            if isinstance(child, str) or child.tag not in without
        ]
        return "".join(parts)

    def is_data(self) -> bool:
        inner = list(self.elements())
        cells = [
            sum(isinstance(child, Node) and child.tag in ("td", "th") for child in row.children)
            for row in inner
            if row.tag == "tr"
        ]
        return (
            all(node.tag != "table" for node in inner)
            and self.attributes.get("role") not in ("presentation", "none")
            and sum(count >= 2 for count in cells) >= 2
        )


class Parser(HTMLParser):
    """The tree of a page that a serialiser wrote: every element is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in (node.tag for node in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def expected(folder: Path) -> Counter[Element]:
    parser = Parser()
    parser.feed((folder / "expected.html").read_text(encoding="utf-8"))
    root = parser.open[0]
    page = Parser()
    page.feed((folder / "source.html").read_text(encoding="utf-8"))
    first = next((normalised(node.text(UNSEEN)) for node in page.open[0].elements() if node.tag == "h1"), "")
    title = normalised(json.loads((folder / "expected-metadata.json").read_text(encoding="utf-8"))["title"] or "")
    of_data = {
        id(cell) for table in root.elements() if table.tag == "table" and table.is_data() for cell in table.elements()
    }
    found: Counter[Element] = Counter()
    for node in root.elements():
        kind = KIND_OF.get(node.tag)
        if kind is None or kind == "table_cell" and id(node) not in of_data:
            continue
        text = normalised(node.text(UNSEEN | KINDS[kind]))
        if text and not (kind == "heading" and (title.startswith(text) or text == first)):
            found[kind, text] += 1
    return found


def segment_text(segment: nutgraf.Segment, kind: str) -> str:
    """The text of the leaves of the body in a segment, without containers of a kind."""
    if not segment.is_container:
        return segment.text if segment.role == "body" else ""
    return " ".join(segment_text(child, kind) for child in segment.children if child.kind != kind)


def given(article: nutgraf.Article) -> Counter[Element]:
    segments = (segment for segment in article.segments if segment.role == "body" and segment.kind in KINDS)
    return Counter((str(segment.kind), normalised(segment_text(segment, segment.kind))) for segment in segments)


def structure(data: Path, misses: bool) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    worst = []
    for folder in sorted(path.parent for path in data.glob("*/expected.html")):
        article = nutgraf.from_html((folder / "source.html").read_bytes())
        wanted, body = expected(folder), normalised(article.text)
        found = wanted & given(article)
        lost: Counter[str] = Counter()
        for (kind, text), number in wanted.items():
            counts[kind]["expected"] += number
            counts[kind]["found"] += found[kind, text]
            kept = max(found[kind, text], number if text in body else 0)
            counts[kind]["kept"] += kept
            lost[f"{kind} without structure"] += kept - found[kind, text]
            lost[f"{kind} without text"] += number - kept
            if misses and found[kind, text] < number:
                state = "no structure" if text in body else "no text"
                print(f"{folder.name}\t{kind}\t{state}\t{number - found[kind, text]}\t{text[:80]}")
        if lost.total():
            worst.append((lost.total(), folder.name, wanted.total(), {kind: n for kind, n in lost.items() if n}))
    print("| | expected | found | share | of those with text kept | share |")
    print("|---|---|---|---|---|---|")
    total = sum(counts.values(), Counter())
    for kind, count in [*((kind, counts[kind]) for kind in KINDS), ("all", total)]:
        share, of_kept = count["found"] / max(count["expected"], 1), count["found"] / max(count["kept"], 1)
        print(f"| {kind} | {count['expected']} | {count['found']} | {share:.3f} | {count['kept']} | {of_kept:.3f} |")
    print("\nMost lost:")
    for number, name, of, lost in sorted(worst, reverse=True)[:20]:
        print(f"{name}: {number} of {of}: {', '.join(f'{n} {what}' for what, n in lost.items())}")


def breaks(page: str, end: str, start: str) -> bool:
    """Whether a page has the tag of a block, or a `br`, between words and others that follow them."""
    between = r"(?:[^\w<]|&#?\w+;|<[^>]*>)+?"
    end, start = (between.join(map(re.escape, words.split())) for words in (end, start))
    found = re.search(f"{end}({between}){start}", page, re.IGNORECASE)
    return found is not None and not BLOCKS.isdisjoint(re.findall(r"</?(\w+)", found[1].lower()))


def blocks(data: Path, misses: bool) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with gzip.open(data / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    for record in records:
        page = gzip.decompress((data / "html" / f"{record['id']}.html.gz").read_bytes()).decode("utf-8", "replace")
        article = nutgraf.from_html(page)
        gold, body = (
            [line for line in re.split(r"\s*[\n\t]\s*", text) if words(line)]
            for text in (record["main_content"], article.text)
        )
        count: Counter[str] = Counter(pages=1)
        joined = "".join(f"\n {' '.join(words(line))} " for line in body)
        for above, below in zip(gold, gold[1:], strict=False):
            if len(words(above)) < 4 or len(words(below)) < 4:
                continue
            end, start = " ".join(words(above)[-4:]), " ".join(words(below)[:4])
            if f" {end} " in joined and f" {start} " in joined:
                count["boundaries"] += 1
                if f" {end} {start} " in joined and breaks(page, end, start):
                    count["run together"] += 1
                    if misses:
                        print(f"{record['id']}\trun together\t{end} | {start}")
        of_gold = Counter(" ".join(words(line)) for line in gold)
        of_body = Counter(" ".join(words(line)) for line in body)
        for line, number in of_gold.items():
            if line.count(" ") >= 7 and of_body[line] > number:
                count["twice"] += of_body[line] - number
                if misses:
                    print(f"{record['id']}\ttwice\t{of_body[line]} for {number}\t{line[:120]}")
        for what in ("run together", "twice"):
            count[f"pages, {what}"] = int(count[what] > 0)
        for group in ("all types", record["page_type"]):
            counts[group] += count
    columns = ("pages", "boundaries", "run together", "pages, run together", "twice", "pages, twice")
    print(f"\n| | {' | '.join(columns)} |")
    print("|---" * (len(columns) + 1) + "|")
    for group, count in counts.items():
        print(f"| {group} | {' | '.join(str(count[column]) for column in columns)} |")


def main() -> None:
    if "NUTGRAF_DATA" not in os.environ:
        sys.exit("NUTGRAF_DATA names no folder of data")
    data, misses = Path(os.environ["NUTGRAF_DATA"]), "--misses" in sys.argv[1:]
    structure(data / "readability-pages", misses)
    blocks(data / "wcxb-dev", misses)


if __name__ == "__main__":
    main()
