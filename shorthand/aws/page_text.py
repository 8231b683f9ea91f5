"""Turn a saved reference page into plain text, in whichever form it was saved."""

from __future__ import annotations

import re

_OVERSTRIKE = re.compile(r".\x08")
_ESCAPE_SEQUENCE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
# A page may mention tags in its text, so a tag alone does not make it HTML.
_HTML_START = re.compile(r"\s*<(?:!doctype|html|head|body|div|section|main|article|h[1-6])\b", re.IGNORECASE)
_HTML_HEADING = re.compile(r"<h[1-6][^<>]*>(?:\s|<[^<>]*>)*(?:synopsis|options)\b", re.IGNORECASE)
_MARKDOWN_HEADING = re.compile(r"^#{1,6} +(?:synopsis|options)\b", re.IGNORECASE | re.MULTILINE)
# Typographic hyphens and spaces mean the plain ones; a byte order mark and a permalink's sign mean nothing.
_PLAIN_CHARACTERS = {0x2010: "-", 0x2011: "-", 0xA0: " ", 0xFEFF: None, 0xB6: None}


def page_text(page: str) -> str:
    """Return a page as plain text: without the tags of HTML, the marks of Markdown, or a terminal's bold text."""
    if _HTML_START.match(page) or _HTML_HEADING.search(page):
        from shorthand.aws.html_text import html_text  # 10 ms, which pages saved as text do not need

        page = html_text(page)
    page = page.replace("\r\n", "\n").translate(_PLAIN_CHARACTERS)
    if _MARKDOWN_HEADING.search(page):
        page = _without_markdown(page)
    return _ESCAPE_SEQUENCE.sub("", _OVERSTRIKE.sub("", page)).expandtabs()


_HEADING = re.compile(r"#{1,6} +(.*?)(?: *\[?¶?\]?\([^()\s]*\))? *#* *")
_FENCE = re.compile(r" *(?:```|~~~)")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_MARKS = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])|\*\*|`+")


def _without_markdown(page: str) -> str:
    """Return the text of a page in Markdown. Code keeps its characters."""
    lines: list[str] = []
    is_code = False
    for line in page.split("\n"):
        if _FENCE.match(line):
            is_code = not is_code
        elif is_code:
            lines.append(line)
        else:
            heading = _HEADING.fullmatch(line)
            text = _LINK.sub(r"\1", heading[1] if heading else line)
            lines.append(_MARKS.sub(lambda mark: mark[1] or "", text))
    return "\n".join(lines)
