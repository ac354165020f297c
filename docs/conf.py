"""How Sphinx builds the documentation: `sphinx-build -W docs BUILD`."""

from importlib.metadata import version as installed_version

project = "clinic_hours"
author = "clinic_hours contributors"
copyright = f"2026, {author}"
version = release = installed_version("clinic-hours")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.viewcode"]
exclude_patterns = ["_build"]
default_role = "code"

html_theme = "furo"
html_title = f"clinic_hours {release}"

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
