"""The site of the docs: `make docs`."""

import __future__

import importlib.metadata
import importlib.util
import re
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType

from docutils.nodes import document, reference
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "python" / "nutgraf"
REPOSITORY = importlib.metadata.metadata("nutgraf")["Project-URL"].rpartition(" ")[2]


class Stubs(SourceFileLoader):
    """Runs stubs as if they were the module: they have its docstrings, and types that the module does not tell."""

    def get_code(self, fullname: str) -> CodeType:
        """Leave annotations as text, as they name what comes below them, and what the module makes itself undefined."""
        source = re.sub(r"    def (__new__|__class_getitem__)\(cls.*", "", self.get_source(fullname) or "")
        flags = __future__.annotations.compiler_flag
        code: CodeType = compile(source, self.path, "exec", flags=flags, dont_inherit=True)
        return code


sys.path.insert(0, str(PACKAGE.parent))
loader = Stubs("nutgraf._nutgraf", str(PACKAGE / "_nutgraf.pyi"))
module = importlib.util.module_from_spec(ModuleSpec(loader.name, loader, origin=loader.path))
sys.modules[loader.name] = module
loader.exec_module(module)
module.__dict__["__version__"] = importlib.metadata.version("nutgraf")

project = "nutgraf"
author = "The authors of nutgraf"
extensions = ["myst_parser", "sphinx.ext.autodoc"]
autodoc_mock_imports = ["pyspark", "ray"]
nitpicky = True
# Types of other packages have no page here, and private ones nowhere.
nitpick_ignore_regex = [("py:class", r"(?!nutgraf\.).*|nutgraf\.(\w+\.)?_.*")]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
add_module_names = False

html_theme = "furo"
html_title = "nutgraf"
html_copy_source = False
html_show_sourcelink = False


def lead_on(_app: Sphinx, tree: document) -> None:
    """Lead what the README says of its repository to the page here, or else to the file there."""
    for link in list(tree.findall(pending_xref)):
        target = link["reftarget"]
        if link["refdomain"] == "doc" or not (ROOT / target).exists():
            continue
        if target.startswith("docs/"):
            page = target.removeprefix("docs/").removesuffix(".md")
            link.attributes |= {"refdomain": "doc", "reftarget": page, "reftargetid": None}
        else:
            link.replace_self(
                reference("", "", *link.children, internal=False, refuri=f"{REPOSITORY}/blob/main/{target}")
            )


def setup(app: Sphinx) -> None:
    """Add what this site needs."""
    app.connect("doctree-read", lead_on)
