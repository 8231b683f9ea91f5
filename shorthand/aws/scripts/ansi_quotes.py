"""`$'…'`: a string with escapes, as bash reads it in a UTF-8 locale."""

from __future__ import annotations

import re

from shorthand.aws.scripts.words import Hole, HoleKind, Piece, Quote, Text

_NAMES = {"a": "\a", "b": "\b", "e": "\x1b", "E": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_TOKEN = re.compile(
    r"""
    (?P<plain>[^\\']+)
    |\\(?:
        (?P<octal>[0-7]{1,3})
        |x(?P<byte>[0-9A-Fa-f]{1,2})
        |u(?P<short>[0-9A-Fa-f]{1,4})
        |U(?P<long>[0-9A-Fa-f]{1,8})
        |c(?P<control>[\x20-\x5b\x5d-\x7e])
        |(?P<name>[abeEfnrtv\\'"?])
        |(?P<other>[^cxuU0-7]|[xuU](?![0-9A-Fa-f]))
    )
    """,
    re.VERBOSE | re.DOTALL,
)


def ansi_pieces(text: str, start: int) -> tuple[list[Piece], int] | None:
    """Read the string whose `$'` is at `start`.

    Returns:
        Its pieces and where it ends, after the closing quote. None where it is not closed or has an escape whose
        meaning is not certain.
    """
    pieces: list[Text] = []
    at = start + 2
    is_bytes = False
    while not text.startswith("'", at):
        match = _TOKEN.match(text, at)
        if not match:
            return None
        made = _value(match)
        if made is None:
            return None
        is_bytes = is_bytes or "\udc80" <= made <= "\udcff"
        # Only runs of plain text have a character of the source for each of their own.
        pieces.append(Text(made, match.start(), match.end(), Quote.ANSI))
        at = match.end()
    found: list[Piece] = list(pieces) or [Text("", at, at, Quote.ANSI)]
    if is_bytes:
        found = [_of_bytes("".join(piece.text for piece in pieces), text[start : at + 1], start + 2, at)]
    return found, at + 1


def _of_bytes(escaped: str, source: str, start: int, end: int) -> Piece:
    try:
        return Text(escaped.encode("utf-8", "surrogateescape").decode("utf-8"), start, end, Quote.ANSI)
    except UnicodeDecodeError:
        return Hole(HoleKind.BYTES, start, end, source, quoted=True)


def _value(match: re.Match[str]) -> str | None:
    """Return the text of one token, a byte over 127 as a lone surrogate; None where it is not certain."""
    kind, found = match.lastgroup, match[match.lastgroup or 0]
    if kind == "plain":
        return found
    if kind == "other":
        return "\\" + found
    if kind == "name":
        return _NAMES.get(found, found)
    if kind == "control":
        return chr(127) if found == "?" else chr(ord(found.upper()) & 0x1F) or None
    code = int(found, 8 if kind == "octal" else 16)
    if kind in ("octal", "byte"):
        code &= 0xFF
        return None if code == 0 else chr(code) if code < 128 else chr(0xDC00 + code)
    return None if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)
