"""The text of a reference page, whatever it was saved as."""

from __future__ import annotations

import re

_OVERSTRIKE = re.compile(r".\x08")
_ESCAPE_SEQUENCE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_IS_HTML = re.compile(r"<(?:!doctype|html|body|div|h[1-6]|p|pre)\b", re.IGNORECASE)


def page_text(page: str) -> str:
    """`page` as plain text: HTML without its tags, a terminal's page without its bold and underlining."""
    if _IS_HTML.search(page[:100_000]):
        from shorthand.aws.html_text import html_text

        page = html_text(page)
    page = _ESCAPE_SEQUENCE.sub("", _OVERSTRIKE.sub("", page))
    # Typesetters' hyphens and spaces stand for the plain ones.
    return page.replace("\r\n", "\n").translate({0x2010: "-", 0x2011: "-", 0xA0: " ", 0xFEFF: None, 0xB6: None})
