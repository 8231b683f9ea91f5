"""The programs of the folder `examples`, each whole: the directive `example-programs`."""

from __future__ import annotations

from docutils import nodes
from repository_links import example_anchor
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

_LANGUAGES = {".py": "python", ".sh": "bash", ".json": "json"}


class ExamplePrograms(SphinxDirective):
    """Show each file of a folder of the repository under a heading."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a section for each file."""
        root = self.env.app.srcdir.parent
        sections: list[nodes.Node] = []
        for path in sorted((root / self.arguments[0]).iterdir()):
            if path.suffix not in _LANGUAGES:
                continue
            self.env.note_dependency(str(path))
            name = path.relative_to(root).as_posix()
            section = nodes.section("", nodes.title("", "", nodes.literal("", path.name)), ids=[example_anchor(name)])
            source = path.read_text("utf-8").rstrip("\n")
            section += nodes.literal_block(source, source, language=_LANGUAGES[path.suffix])
            sections.append(section)
        return sections


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("example-programs", ExamplePrograms)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
