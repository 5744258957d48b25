"""What the documentation shows works, and the stubs say what the module is."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

import nutgraf
from golden import ROOT

DOCS = ROOT / "docs"
# tests/engines runs those of clusters.md.
PAGES = ["README.md", *(f"docs/{path.name}" for path in sorted(DOCS.glob("*.md")) if path.name != "clusters.md")]
PAGES = [page for page in PAGES if "\n```python\n" in (ROOT / page).read_text(encoding="utf-8")]


@pytest.mark.parametrize("page", PAGES)
def test_examples_of_a_page(page: str) -> None:
    run("-W", "error", str(ROOT / "tests" / "python" / "snippets.py"), page)


def test_code_is_of_languages_that_some_test_runs() -> None:
    # C, C++ and the shell are run by tests in Rust, and so is what the README has in Rust.
    languages = {"README.md": {"c", "cpp", "python", "rust", "sh", "text"}}
    for path in [ROOT / "README.md", *DOCS.glob("*.md")]:
        fences = re.findall(r"^```(\S+)$(?:.*?)^```$", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
        code = {fence for fence in fences if not fence.startswith("{")}
        assert code <= languages.get(path.name, {"python", "sh"}), path


def test_the_site(tmp_path: Path) -> None:
    strictly = ("-W", "--keep-going", "-E", "-q", "-d", str(tmp_path / "read"))
    run("-m", "sphinx", *strictly, "-b", "html", "docs", str(tmp_path / "site"))
    assert {path.stem for path in DOCS.glob("*.md")} <= {path.stem for path in tmp_path.glob("site/*.html")}
    reference = (tmp_path / "site" / "api.html").read_text(encoding="utf-8")
    missing = [name for name in nutgraf.__all__ if name != "__version__" and f'id="nutgraf.{name}"' not in reference]
    assert not missing
    # What a stub says of a member and of a type.
    assert "The word or two above the title." in reference
    assert re.sub("<[^>]+>", "", reference).count("segments: View[Segment]") == 2
    for page in tmp_path.glob("site/*.html"):
        hrefs = re.findall(r'href="([^"#:?]+)["#?]', page.read_text(encoding="utf-8"))
        assert [href for href in hrefs if not (page.parent / href).exists()] == []


def test_examples_of_the_package() -> None:
    results = doctest.testmod(nutgraf)
    assert results.attempted > 0
    assert results.failed == 0


def test_stubs_have_the_docstrings_of_the_module() -> None:
    run(str(ROOT / "bindings" / "python" / "stubs.py"), "--check")


def test_stubs_are_what_the_module_is() -> None:
    allowed = ROOT / "tests" / "python" / "stubtest-allowlist.txt"
    run("-m", "mypy.stubtest", "nutgraf", f"--mypy-config-file={ROOT / 'pyproject.toml'}", f"--allowlist={allowed}")


def run(*command: str) -> None:
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
