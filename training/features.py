"""Makes the files that `training/trees.py` and `training/points.py` read: the features of the units of labelled pages.

    NUTGRAF_DATA=FOLDER cargo run --release --features internals --example features < PAGES.jsonl \\
        | python training/features.py GOLD.jsonl.gz WEIGHT > FEATURES.jsonl

PAGES.jsonl has a page a line, `{"id", "fold", "html"}`; GOLD.jsonl.gz its gold text, `{"id", "main_content"}` or
`{"id", "sections"}` with headlines and paragraphs. The label of a unit is the share of its trigrams of words that the gold
text has; of one or two words, whether they stand in it in a row. WEIGHT is what a page of the set counts.
"""

import gzip
import json
import re
import sys

WORD = re.compile(r"\w+")


def gold_text(record):
    if "main_content" in record:
        return record["main_content"]
    return "\n".join(text for section in record["sections"] for text in (*section["headline"], *section["paragraphs"]))


def words(text):
    return WORD.findall(text.lower())


def main(gold_path, weight):
    with gzip.open(gold_path, "rt", encoding="utf-8") as file:
        gold = {record["id"]: record for record in map(json.loads, file)}
    print(next(sys.stdin), end="")
    for page in map(json.loads, sys.stdin):
        record = gold[page["id"]]
        wanted = words(gold_text(record))
        trigrams = set(zip(wanted, wanted[1:], wanted[2:]))
        line = f" {' '.join(wanted)} "
        units = []
        for text, steps, _ in page["units"]:
            own = words(text)
            if len(own) >= 3:
                share = sum(three in trigrams for three in zip(own, own[1:], own[2:])) / (len(own) - 2)
            else:
                share = float(bool(own) and f" {' '.join(own)} " in line)
            units.append([steps, len(own), round(share, 4)])
        row = {"fold": page["fold"], "type": record.get("page_type", "article"), "weight": weight, "gold": len(wanted)}
        print(json.dumps({**row, "page": page["page"], "units": units}, separators=(",", ":")))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], float(sys.argv[2]))
