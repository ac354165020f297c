"""How Sphinx builds the documentation: `sphinx-build -W docs BUILD`."""

import ast
import inspect
from importlib.metadata import version as installed_version
from textwrap import dedent
from typing import Any

from pydantic import BaseModel

project = "clinic_hours"
author = "clinic_hours contributors"
copyright = f"2026, {author}"
version = release = installed_version("clinic-hours")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.viewcode"]
exclude_patterns = ["_build"]
default_role = "code"

html_theme = "furo"
html_title = f"clinic_hours {release}"
html_static_path = ["_static"]
html_css_files = ["blocks.css"]

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

add_module_names = False
autodoc_default_options = {
    "members": True,
    "member-order": "bysource",
    "show-inheritance": True,
    "exclude-members": "model_config, model_post_init",
}
autodoc_typehints = "signature"
toc_object_entries_show_parents = "hide"


def signature_for_types(app: Any, what: str, name: str, thing: Any, *rest: Any) -> tuple[str, None] | None:
    """The signature of a model as type checkers see it, by the `__init__` that is there for them alone."""
    if what == "class" and issubclass(thing, BaseModel):
        for node in ast.walk(ast.parse(dedent(inspect.getsource(thing)))):
            if isinstance(node, ast.FunctionDef) and node.name == "__init__":
                node.args.args = []  # self
                return f"({ast.unparse(node.args)})", None
    return None


def leave_out_aliases(app: Any, what: str, name: str, thing: Any, options: Any, lines: list[str]) -> None:
    """Empty the docstring that Python gives to each field of a named tuple."""
    if lines and lines[0].startswith("Alias for field number"):
        lines.clear()


def setup(app: Any) -> None:
    app.connect("autodoc-process-signature", signature_for_types)
    app.connect("autodoc-process-docstring", leave_out_aliases)
