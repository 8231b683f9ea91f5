"""The documentation site: `nox -s docs`, or `npm ci --prefix docs && sphinx-build -W docs docs/_build`.

Sphinx makes it: it draws the API reference from docstrings, checks every link between pages, and turns each warning
into an error. MyST reads Markdown, which the doctests read too; furo has a dark mode and works on a phone.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE / "_ext"), str(HERE.parent)]

import shorthand  # noqa: E402 -- the package of this checkout

project = "shorthand"
author = "The shorthand authors"
copyright = "the shorthand authors"  # noqa: A001 -- as Sphinx names it
release = version = shorthand.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "charts",
    "command_help",
    "example_programs",
    "grammar_page",
    "inline_svg",
    "playground_files",
    "repository_links",
    "terminal",
    "tidy_examples",
]
exclude_patterns = ["_build", "node_modules"]
source_suffix = {".md": "markdown"}
nitpicky = False

myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
autodoc_class_signature = "separated"
autodoc_default_options = {"members": True, "show-inheritance": True}
napoleon_numpy_docstring = False
napoleon_use_rtype = False
# A word in single backticks is code, as in Markdown.
default_role = "literal"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88

html_theme = "furo"
html_title = "shorthand"
html_static_path = ["_static"]
html_css_files = ["site.css", "playground/playground.css"]
html_favicon = "_static/favicon.svg"
html_copy_source = False
html_show_sphinx = False
pygments_style = "friendly"
pygments_dark_style = "github-dark"

linkcheck_timeout = 20
