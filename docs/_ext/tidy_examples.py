"""Examples as they are read: without the empty line that ends a doctest, and coloured as a session."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform


class TidyExamples(SphinxTransform):
    """Take the empty line at the end from each code block, and name the language of those that start with `>>>`."""

    default_priority = 100

    def apply(self, **_: object) -> None:
        """Change the blocks."""
        for block in list(self.document.findall(nodes.literal_block)):
            if block.rawsource != block.astext():
                continue
            text = block.astext().rstrip()
            language = "pycon" if text.startswith(">>>") else block.get("language", "text")
            block.replace_self(nodes.literal_block(text, text, **{**block.attributes, "language": language}))


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the transform."""
    app.add_transform(TidyExamples)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
