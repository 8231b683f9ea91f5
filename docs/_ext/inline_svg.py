"""Pictures as part of the page, so that they take its colours: the directive `picture`, and SVG text for the others."""

from __future__ import annotations

import re
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective


def svg_node(svg: str, description: str, css_class: str) -> nodes.Node:
    """Return a node that shows SVG text, and its description to those who cannot see it."""
    label = nodes.Text(description).astext().replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    labelled = re.sub(r"<svg ", f'<svg role="img" aria-label="{label}" ', svg, count=1)
    html = f'<div class="picture {css_class}" tabindex="0">{labelled}</div>'
    return nodes.raw("", html, format="html")


class Picture(SphinxDirective):
    """Show an SVG file of this folder as part of the page; the content of the directive describes it."""

    required_arguments = 1
    option_spec = {"class": directives.unchanged}  # noqa: RUF012 -- as docutils declares it
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the picture."""
        path = Path(self.env.srcdir) / self.arguments[0]
        self.env.note_dependency(str(path))
        svg = re.sub(r"<\?xml.*?\?>|<!--.*?-->", "", path.read_text("utf-8"), flags=re.DOTALL).strip()
        return [svg_node(svg, " ".join(self.content), self.options.get("class", ""))]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("picture", Picture)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
