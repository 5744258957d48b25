"""Writes the docstrings of the module, and the members of its enums, into its stubs.

Signatures in python/nutgraf/_nutgraf.pyi are written by hand and checked by mypy.stubtest; what they mean stands once,
in the core and in bindings/python/src. Run `python bindings/python/stubs.py` after a change there; a test runs it with
`--check`.
"""

import ast
import enum
import inspect
import re
import subprocess
import sys
from pathlib import Path

from nutgraf import _nutgraf

STUBS = Path(__file__).parents[2] / "python" / "nutgraf" / "_nutgraf.pyi"


def docstring(text: str, indent: int) -> ast.Expr:
    """Give a docstring as a statement, its further lines indented as its first."""
    text = inspect.cleandoc(text).replace("\n", "\n" + " " * indent)
    text = re.sub(r" +\n", "\n", text)
    if "\n" in text:
        text += "\n" + " " * indent
    return ast.Expr(ast.Constant(text))


def document(node: ast.stmt, owner: object, indent: int) -> None:
    """Put the documentation of what a statement declares into it."""
    if not isinstance(node, ast.ClassDef | ast.FunctionDef):
        return
    found = vars(owner).get(node.name) if isinstance(owner, type) else getattr(owner, node.name, None)
    dunder = node.name.startswith("__")
    overloaded = isinstance(node, ast.FunctionDef) and any(ast.unparse(d) == "overload" for d in node.decorator_list)
    if isinstance(node, ast.ClassDef):
        if isinstance(found, type) and issubclass(found, enum.Enum):
            others = [statement for statement in node.body if isinstance(statement, ast.AnnAssign | ast.FunctionDef)]
            node.body = []
            for member in found:
                node.body.append(ast.Assign([ast.Name(member.name)], ast.Constant(member.value), lineno=0))
                node.body.append(docstring(member.__doc__ or "", indent + 4))
            node.body += others
        elif isinstance(found, type) and issubclass(found, tuple):
            fields = [statement for statement in node.body if isinstance(statement, ast.AnnAssign)]
            node.body = []
            for field in fields:
                doc = getattr(found, ast.unparse(field.target)).__doc__
                node.body += [field, docstring(doc, indent + 4)]
        for statement in node.body:
            document(statement, found, indent + 4)
    body = [
        statement
        for statement in node.body
        if not (isinstance(statement, ast.Expr) and statement is node.body[0] and ast.get_docstring(node) is not None)
    ]
    if found is not None and found.__doc__ and not dunder and not overloaded:
        body = [docstring(found.__doc__, indent + 4), *(body if isinstance(node, ast.ClassDef) else [])]
    node.body = body or [ast.Expr(ast.Constant(...))]


def main() -> int:
    """Write or check the stubs."""
    before = STUBS.read_text(encoding="utf-8")
    tree = ast.parse(before)
    for node in tree.body:
        document(node, _nutgraf, 0)
    after = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
    after = "# Docstrings and members of enums are written by bindings/python/stubs.py, all else by hand.\n\n" + after
    if "--check" in sys.argv:
        if ast.dump(ast.parse(before)) == ast.dump(ast.parse(after)):
            return 0
        sys.stderr.write(f"{STUBS} is not what the module says: run python {__file__}\n")
        return 1
    STUBS.write_text(after, encoding="utf-8")
    for command in (["check", "--fix", "--select=I"], ["format"]):
        subprocess.run([sys.executable, "-m", "ruff", *command, "--quiet", str(STUBS)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
