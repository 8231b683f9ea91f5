"""Links of the pages to files of the repository lead to the page that shows the file."""

from __future__ import annotations

import posixpath

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

_PAGES = dict.fromkeys(("examples", "examples/by_hand", "examples/deploy"), "reference/examples")
"""By folder of the repository, the page that shows its files."""


class LinkToPages(SphinxTransform):
    """Point links such as `../examples/launch_click.py`, which lead out of the documentation, to a page of the site."""

    default_priority = 100

    def apply(self, **_: object) -> None:
        """Replace the links."""
        for node in [
            *self.document.findall(addnodes.download_reference),
            *self.document.findall(addnodes.pending_xref),
        ]:
            if node.get("reftype") != "myst":
                continue
            path = posixpath.normpath(posixpath.join("docs", posixpath.dirname(self.env.docname), node["reftarget"]))
            page = _PAGES.get(path) or _PAGES.get(posixpath.dirname(path))
            if page is None or not (self.app.srcdir.parent / path).exists():
                continue
            address = self.app.builder.get_relative_uri(self.env.docname, page)
            address += "" if path in _PAGES else f"#{example_anchor(path)}"
            node.replace_self(nodes.reference("", "", *node.children, refuri=address, internal=True))


def example_anchor(path: str) -> str:
    """Return the anchor of a file on its page."""
    return nodes.make_id(path)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the transform."""
    app.add_transform(LinkToPages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
