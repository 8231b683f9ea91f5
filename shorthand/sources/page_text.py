"""The text of a reference page, whatever it was saved as."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_OVERSTRIKE = re.compile(r".\x08")
_ESCAPE_SEQUENCE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_IS_HTML = re.compile(r"<(?:!doctype|html|body|div|h[1-6]|p|pre)\b", re.IGNORECASE)
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


def page_text(page: str) -> str:
    """`page` as plain text: HTML without its tags, a terminal's page without its bold and underlining."""
    if _IS_HTML.search(page[:100_000]):
        reader = _Html()
        reader.feed(page)
        reader.close()
        page = "".join(reader.parts)
    page = _ESCAPE_SEQUENCE.sub("", _OVERSTRIKE.sub("", page))
    # Typesetters' hyphens and spaces stand for the plain ones.
    return page.replace("\r\n", "\n").translate({0x2010: "-", 0x2011: "-", 0xA0: " ", 0xFEFF: None, 0xB6: None})


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
