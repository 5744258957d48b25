"""Runs the examples in Python of a page of Markdown, one after the other, as its reader would: `snippets.py PAGE`.

They share their names, and run in the folder that this was called in. A page is a process of its own, so that none
leans on what another has imported.
"""

import re
import sys
from pathlib import Path
from typing import Any

BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def main(path: str) -> None:
    """Run the examples of a page, which has some."""
    page = Path(path).read_text(encoding="utf-8")
    blocks = list(BLOCK.finditer(page))
    if not blocks:
        sys.exit(f"{path}: no example")
    names: dict[str, Any] = {"__name__": "__main__"}
    for block in blocks:
        # A traceback names the line of the page.
        code = "\n" * page.count("\n", 0, block.start(1)) + block[1]
        exec(compile(code, path, "exec"), names)  # noqa: S102


main(sys.argv[1])
