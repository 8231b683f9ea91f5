"""Turn HTML into plain text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = {
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "dt",
    "dd",
    "pre",
    "table",
    "tr",
    "section",
    "br",
    *(f"h{level}" for level in range(1, 7)),
}
_INVISIBLE = {"script", "style", "head"}
_NO_TAG = re.compile(r"<(?!/?[A-Za-z][^<>]*+>)")


def html_text(page: str) -> str:
    """Return the text of an HTML page: each block on its own line, white space kept only where it is preformatted.

    >>> html_text("<p>a  b</p><pre>c  d</pre>")
    '\\na b\\n\\nc  d\\n'
    """
    collector = _TextCollector()
    # The parser looks for the end of what stays open again and again, to the end of the page.
    collector.feed(_NO_TAG.sub("&lt;", _without_comments(page)))
    collector.close()
    return "".join(collector.pieces)


def _without_comments(page: str) -> str:
    """Return a page without comments and declarations: the last one may stay open."""
    pieces = []
    at = 0
    while (start := page.find("<!", at)) >= 0:
        pieces.append(page[at:start])
        end = "-->" if page.startswith("<!--", start) else ">"
        found = page.find(end, start)
        at = found + len(end) if found >= 0 else len(page)
    return "".join([*pieces, page[at:]])


class _TextCollector(HTMLParser):
    """Collects the visible text of a page in `pieces`."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._preformatted = 0
        self._invisible = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- the base's
        self._preformatted += tag == "pre"
        self._invisible += tag in _INVISIBLE
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._preformatted -= tag == "pre"
        self._invisible -= tag in _INVISIBLE
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._invisible:
            self.pieces.append(data if self._preformatted else re.sub(r"\s+", " ", data))
