"""What the documentation shows works, and the stubs say what the module is."""

import doctest
import subprocess
import sys

import pytest

import nutgraf
from golden import ROOT

# tests/engines runs those of this one.
ELSEWHERE = {"docs/clusters.md"}
PAGES = {"README.md", *(str(path.relative_to(ROOT)) for path in ROOT.glob("docs/**/*.md"))}


@pytest.mark.parametrize("page", sorted(PAGES - ELSEWHERE))
def test_examples_of_a_page(page: str) -> None:
    run("-W", "error", str(ROOT / "tests" / "python" / "snippets.py"), page)


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
