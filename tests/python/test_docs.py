"""What the documentation shows works, and the stubs say what the module is."""

import doctest
import re
import subprocess
import sys

import pytest

import nutgraf
from golden import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_examples_of_the_readme(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    examples = re.findall(r"^```python\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert examples
    names: dict[str, object] = {}
    for example in examples:
        exec(compile(example, "README.md", "exec"), names)  # noqa: S102
    assert capsys.readouterr().out


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
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
