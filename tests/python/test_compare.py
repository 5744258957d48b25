"""tests/eval/compare.py on a set of two pages: what it counts is what its docstring says."""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

COMPARE = Path(__file__).parents[1] / "eval/compare.py"
PROSE = "The river came over its bank at four in the morning, and by five the main street was under water."


def test_a_table_of_what_was_found(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    gold: list[dict[str, Any]] = [
        {"id": "a", "main_content": PROSE, "title": "A Town Looks Up", "publish_date": "2020-03-23"},
        {
            "id": "b",
            "sections": [{"headline": [], "paragraphs": [PROSE]}],
            "title": "Nobody Was Hurt",
            "page_type": "forum",
        },
    ]
    with gzip.open(tmp_path / "gold.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(page) + "\n" for page in gold)
    for page in gold:
        html = f"<h1>{page['title']}</h1><p><time datetime=2020-03-23>23 March 2020</time><p>{PROSE}"
        (tmp_path / "html" / f"{page['id']}.html.gz").write_bytes(gzip.compress(html.encode()))
    half = " ".join(PROSE.split()[:10])
    found = tmp_path / "found.jsonl"
    found.write_text(json.dumps({"id": "a", "text": half, "title": "a town looks up", "date": "2020-03-24"}))

    peers = ["trafilatura", "newspaper4k", "readability-lxml", "resiliparse", "justext"]
    command = [
        sys.executable,
        str(COMPARE),
        str(tmp_path),
        "--by-type",
        "--outputs",
        f"half={found}",
        "--without",
        *peers,
    ]
    out = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in out.splitlines() if line.startswith("|")]
    named = [row for row in rows if row[0].strip("-")]
    by_name = {row[0].split()[0]: row[1:] for row in named[:2]}

    # All of a page that has no line is missing; of the other one half of the words are there, and all of them right.
    words = len(PROSE.replace(",", "").split())
    f1 = 2 * 10 / (10 + words) / 2
    assert by_name["half"][0] == f"{f1:.3f}".replace("0.", ".")
    assert by_name["half"][2:4] == [".500", f"{10 / words / 2:.3f}".replace("0.", ".")]
    assert by_name["half"][4:7] == [".500", ".000", ".000"]
    assert by_name["nutgraf"][:4] == ["1.000", "1.000 to 1.000", "1.000", "1.000"]
    # Of the page whose day nobody knows one is given all the same.
    assert by_name["nutgraf"][4:7] == ["1.000", "1.000", "1.000"]
    assert [line for line in out.splitlines() if line.endswith("1 pages")] == ["article, 1 pages", "forum, 1 pages"]
