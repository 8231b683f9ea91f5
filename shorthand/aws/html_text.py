"""HTML without its tags."""

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
    *(f"h{n}" for n in range(1, 7)),
}
_UNSEEN = {"script", "style", "head"}


def html_text(page: str) -> str:
    """The text of an HTML page: blocks on lines of their own, and white space kept only where it is preformatted."""
    reader = _Html()
    reader.feed(page)
    reader.close()
    return "".join(reader.parts)


class _Html(HTMLParser):
    """Collects the text; white space counts only in `pre`."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.preformatted = 0
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- the base's
        self.preformatted += tag == "pre"
        self.unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.preformatted -= tag == "pre"
        self.unseen -= tag in _UNSEEN
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(data if self.preformatted else re.sub(r"\s+", " ", data))
