"""Turn a saved reference page into plain text, in whichever form it was saved."""

from __future__ import annotations

import re

_OVERSTRIKE = re.compile(r".\x08")
_ESCAPE_SEQUENCE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_HTML_TAG = re.compile(r"<(?:!doctype|html|body|div|h[1-6]|p|pre)\b", re.IGNORECASE)
# Typographic hyphens and spaces mean the plain ones; a byte order mark and a permalink's sign mean nothing.
_PLAIN_CHARACTERS = {0x2010: "-", 0x2011: "-", 0xA0: " ", 0xFEFF: None, 0xB6: None}


def page_text(page: str) -> str:
    """Return a page as plain text: HTML without its tags, a terminal's page without its bold and underlining."""
    if _HTML_TAG.search(page[:100_000]):
        from shorthand.aws.html_text import html_text  # 10 ms, which pages saved as text do not need

        page = html_text(page)
    page = _ESCAPE_SEQUENCE.sub("", _OVERSTRIKE.sub("", page))
    return page.replace("\r\n", "\n").translate(_PLAIN_CHARACTERS)
