"""MB/s of nutgraf and of other extractors, on the pages of articles of `wcxb-dev` in the folder NUTGRAF_DATA.

    NUTGRAF_DATA=FOLDER make bench-peers

All run in turns in one run, eighth of the pages by eighth, each in its own way to the text of the article from a page that
is decoded already, and with its own defaults. What counts is the processor time of its process, of which the median of the
turns is taken. An extractor that is slow goes over the first eighth of the pages alone (every eighth page); nutgraf is
compared with it on the same pages, turn by turn.
"""

import json
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import nutgraf
import trafilatura
from peers import pages
from resiliparse.extract.html2text import extract_plain_text

TURNS = 5
PARTS = 8
SLOW = {"rs-trafilatura", "trafilatura"}
CRATE = Path(__file__).parent / "extractors" / "Cargo.toml"

# Seconds that it took, and the number of pages without a text.
Turn = tuple[float, int]


def in_rust(texts: list[str]) -> dict[str, Callable[[list[int]], Turn]]:
    """The extractors in Rust: a process that has all the pages, and a line asked for each turn."""
    build = ["cargo", "build", "--release", "--locked", "--manifest-path", str(CRATE), "--message-format=json"]
    messages = map(json.loads, subprocess.run(build, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines())
    program = next(path for message in messages if (path := message.get("executable")))
    process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stdin and process.stdout
    process.stdin.writelines(json.dumps(text) + "\n" for text in texts)
    process.stdin.write("\n")

    def turn(name: str, numbers: list[int]) -> Turn:
        print(name, *numbers, file=process.stdin, flush=True)
        seconds, empty = process.stdout.readline().split()
        return float(seconds), int(empty)

    lock = (CRATE.parent / "Cargo.lock").read_text(encoding="utf-8")
    versions = dict(re.findall(r'name = "(.+)"\nversion = "(.+)"', lock))
    return {
        f"{name} {versions[name]}": lambda numbers, name=name: turn(name, numbers)
        for name in ("nutgraf", "dom_smoothie", "rs-trafilatura")
    }


def in_python(texts: list[str]) -> dict[str, Callable[[list[int]], Turn]]:
    def turn(extract: Callable[[str], str | None], numbers: list[int]) -> Turn:
        start = time.process_time()
        empty = sum(not extract(texts[number]) for number in numbers)
        return time.process_time() - start, empty

    extractors = {
        "nutgraf": lambda text: nutgraf.from_html(text).text,
        "resiliparse": lambda text: extract_plain_text(text, main_content=True),
        "trafilatura": trafilatura.extract,
    }
    return {
        f"{name} {version(name)}, from Python": lambda numbers, extract=extract: turn(extract, numbers)
        for name, extract in extractors.items()
    }


def main() -> None:
    if "NUTGRAF_DATA" not in os.environ:
        sys.exit("NUTGRAF_DATA names no folder of data")
    texts = pages()
    sizes = [len(text.encode()) / 1e6 for text in texts]
    parts = [list(range(part, len(texts), PARTS)) for part in range(PARTS)]
    extractors = in_rust(texts) | in_python(texts)
    reference = next(iter(extractors))
    speeds: dict[str, list[float]] = {name: [] for name in extractors}
    ratios: dict[str, list[float]] = {name: [] for name in extractors}
    taken: dict[str, range] = {}
    empty: dict[str, int] = {}
    for _ in range(TURNS):
        times: dict[str, list[float]] = {name: [] for name in extractors}
        empty = dict.fromkeys(extractors, 0)
        for part, numbers in enumerate(parts):
            for name, turn in extractors.items():
                if part == 0 or name.split()[0] not in SLOW:
                    seconds, without = turn(numbers)
                    times[name].append(seconds)
                    empty[name] += without
        for name, seconds in times.items():
            taken[name] = range(len(seconds))
            size = sum(sizes[number] for part in taken[name] for number in parts[part])
            speeds[name].append(size / sum(seconds))
            ratios[name].append(sum(seconds) / sum(times[reference][: len(seconds)]))
    print(f"{len(texts)} pages, {sum(sizes):.1f} MB; medians of {TURNS} turns, one core\n")
    print("| | MB/s | slowest and fastest turn | nutgraf is faster by | pages | of them without text |")
    print("|---|---|---|---|---|---|")
    for name, speed in speeds.items():
        count = sum(len(parts[part]) for part in taken[name])
        print(
            f"| {name} | {statistics.median(speed):.3g} | {min(speed):.3g} to {max(speed):.3g} "
            f"| {statistics.median(ratios[name]):.1f} | {count} | {empty[name]} |"
        )


if __name__ == "__main__":
    main()
