"""Shows the article in a plain-text dump: `python examples/quickstart.py examples/dump.txt`."""

import sys
from pathlib import Path

import nutgraf


def main() -> None:
    """Read the dump and print what it says, who says it, and what was left out and why."""
    default = Path(__file__).with_name("dump.txt")
    dump = Path(sys.argv[1] if len(sys.argv) > 1 else default).read_bytes()
    article = nutgraf.from_text(dump)

    print("title    ", article.title)
    print("authors  ", ", ".join(article.authors))
    print("published", article.date_published)
    print("publisher", article.publisher)
    print("language ", article.language)
    print("access   ", article.access.status)
    print("words    ", article.word_count)

    print("\n== The article ==")
    for section in article.sections:
        print(f"\n{section.heading or '(lead)'}")
        for paragraph in section.paragraphs:
            print(f"  {shortened(paragraph.text, 90)}")

    print("\n== What was left out of it, and why ==\n")
    for segment in article.segments:
        if segment.role != "body":
            print(f"{segment.kind:18} {shortened(segment.text, 40):41} {segment.reason}")

    print("\n== What a model finds in the text, shown in the dump ==\n")
    found = article.text.find("Ketter Valley")
    if found >= 0:
        for start, end in article.locate(found, found + len("Ketter Valley")):
            print(f"characters {start} to {end}: {article.document[start:end]!r}")


def shortened(text: str, width: int) -> str:
    """Cut a text to a width."""
    return text if len(text) <= width else text[: width - 1] + "…"


if __name__ == "__main__":
    main()
