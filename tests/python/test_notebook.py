"""The example notebook runs, and what an article shows of itself there can be read by everybody and can run nothing."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbclient
import nbformat
import pytest

import nutgraf
from browser import CHROMIUM, CONTRAST, FLAGS
from golden import ROOT, pages

HOSTILE = [
    "<script>document.title='ran'</script>",
    '"><img src=x onerror="document.title=\'ran\'">',
    "</pre></div></style><script>document.title='ran'</script>",
    "' onmouseover='document.title=1",
    "<svg onload=document.title='ran'>",
]


@pytest.fixture(scope="module")
def outputs() -> list[dict[str, Any]]:
    notebook = nbformat.read(ROOT / "examples" / "notebook.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    resources = {"metadata": {"path": str(ROOT / "examples")}}
    nbclient.NotebookClient(notebook, timeout=300, resources=resources).execute()
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


@pytest.mark.filterwarnings("ignore")
def test_the_notebook_runs_and_shows_articles_and_a_chart(outputs: list[dict[str, Any]]) -> None:
    data = [output["data"] for output in outputs if "data" in output]
    reports = [bundle for bundle in data if "nutgraf-report" in bundle.get("text/html", "")]
    assert len(reports) == 2
    # Where HTML is not shown there is text.
    assert all(bundle["text/plain"].startswith("<nutgraf.Article title='") for bundle in reports)
    assert sum("image/png" in bundle for bundle in data) == 1
    assert not [output for output in outputs if output.get("name") == "stderr"]


def test_the_notebook_is_kept_without_what_it_has_put_out() -> None:
    notebook = json.loads((ROOT / "examples" / "notebook.ipynb").read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        assert cell.get("outputs", []) == []
        assert cell.get("execution_count") is None


def report(article: nutgraf.Article) -> str:
    return article._repr_html_()


def test_without_styles_it_reads_as_text() -> None:
    article = nutgraf.from_html(pages()[0])
    bare = re.sub(r"<style>.*?</style>", "", report(article), flags=re.DOTALL)
    text = re.sub(r"<[^>]*>", "", bare)
    assert article.title is not None
    assert article.title in text
    for segment in article.segments:
        if segment.role == "boilerplate" and segment.text:
            # Said in words, not by colour alone.
            assert segment.kind.replace("_", " ") in text


# What a page that holds reports finds out about them, such as the least contrast of a text with what is behind it.
MEASURE = (
    f"<script>{CONTRAST}"
    """
const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
const page = scheme === "dark" ? [18, 18, 18] : [255, 255, 255];
const texts = [...document.querySelectorAll(".nutgraf-report *")].filter(
  e => e.tagName !== "STYLE" && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
const found = {
  scheme, title: document.title, texts: texts.length,
  contrast: Math.min(...texts.map(e => contrast(e, page))),
  scripts: document.querySelectorAll(".nutgraf-report script, .nutgraf-report img, .nutgraf-report svg").length,
  unnamed: [...document.querySelectorAll(".nutgraf-report")].filter(e => !e.getAttribute("aria-label")).length,
  milliseconds: performance.now(),
  overflow: document.documentElement.scrollWidth > document.documentElement.clientWidth,
};
document.body.dataset.found = JSON.stringify(found);
</script>
"""
)


@pytest.mark.skipif(not CHROMIUM, reason="make tools installs chromium")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_browser_shows_it_to_everybody_and_runs_nothing(tmp_path: Path, scheme: str) -> None:
    hostile = "\n\n".join(HOSTILE)
    articles = [nutgraf.from_html(page) for page in pages()[:6]]
    articles += [nutgraf.from_text(f"{text}\n\nBy {text}\n\n{hostile}\n") for text in HOSTILE]
    articles.append(nutgraf.from_html(f"<h1>{hostile}</h1><p>{hostile}<title>{hostile}</title>"))
    # A page of 200 kB.
    articles.append(nutgraf.from_html("<p>The river came over its bank at four in the morning, they said." * 3000))
    reports = "".join(map(report, articles))
    file = tmp_path / "page.html"
    head = '<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>calm</title>'
    file.write_text(f"{head}<body>{reports}{MEASURE}", encoding="utf-8")
    flags = [
        "--headless",
        *FLAGS,
        f"--user-data-dir={tmp_path / 'profile'}",
        f"--blink-settings=preferredColorScheme={0 if scheme == 'dark' else 1}",
        "--window-size=600,900",
        "--dump-dom",
    ]
    done = subprocess.run([CHROMIUM, *flags, file.as_uri()], capture_output=True, text=True, timeout=120, check=True)
    match = re.search(r'data-found="([^"]*)"', done.stdout)
    assert match, done.stderr
    found = json.loads(match[1].replace("&quot;", '"'))
    assert (found["scheme"], found["title"], found["scripts"], found["unnamed"]) == (scheme, "calm", 0, 0)
    assert found["texts"] > 200
    # What the guidelines on accessible content (WCAG 2.2, AA) ask for.
    assert found["contrast"] >= 4.5
    assert not found["overflow"]
    sys.stdout.write(f"{scheme}: contrast {found['contrast']:.1f}, shown in {found['milliseconds']:.0f} ms\n")
