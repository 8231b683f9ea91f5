"""Remark on likely mistakes and file references in a text that reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shorthand.codec.json_text import loads_json
from shorthand.editor.explanation import Remark, RemarkKind
from shorthand.errors import ShorthandError
from shorthand.shapes import Map, Shape, Structure, resolved
from shorthand.syntax.parts import QUOTED, Form, Part
from shorthand.syntax.raw import FILE_PREFIXES

# A pair inside a bare value: after a space or a semicolon, or after an escaped comma.
_NEXT_PAIR = re.compile(r"(?<=[^\s;])(?:[ \t\n]*+;[ \t\n]*+|[ \t\n]++)(?P<key>[A-Za-z0-9_.#/:-]++)[ \t]*+=")
_PAIR_AFTER_BACKSLASH = re.compile(r"\\,[ \t\n]*+(?P<key>[A-Za-z0-9_.#/:-]++)[ \t]*+=")
_PAIR = re.compile(r"[A-Za-z0-9_.#/:-]++=")


def remarks(part: Part, written: str, shape: Shape | None, around: Shape | None) -> Iterator[Remark]:
    """Yield the remarks on a part.

    Args:
        part: The part.
        written: What is written for it in the text.
        shape: The schema of its value, where it is known.
        around: The schema of the structure, map or list that contains it, where it is known.
    """
    names = list(around.members) if isinstance(around, Structure) else None
    if part.form in (Form.BARE, Form.ESCAPED):
        yield from _bare(part, written, names)
    elif part.form in QUOTED:
        yield from _quoted(part)
    if part.step == 0 and part.parent is not None and part.parent.form is Form.LIST:
        wanted = resolved(shape) if shape else None
        if part.form is Form.BARE and _PAIR.match(written) and (wanted is None or isinstance(wanted, (Structure, Map))):
            yield Remark(RemarkKind.MISTAKE, "put each structure of a list in braces: [{…},{…}]")
    if part.raw is not None:
        yield from _file(part, part.raw)


def _bare(part: Part, written: str, names: list[str] | None) -> Iterator[Remark]:
    found = _pair_within(_NEXT_PAIR, written, names)
    if found:
        yield Remark(RemarkKind.MISTAKE, f"{found}= is part of this value; put a comma between pairs")
    found = _pair_within(_PAIR_AFTER_BACKSLASH, written, names) if part.form is Form.ESCAPED else None
    if found:
        yield Remark(
            RemarkKind.MISTAKE,
            f"the backslash makes the comma and {found}= part of this value; put a space before the comma, or quote "
            "the value",
        )


def _pair_within(pattern: re.Pattern[str], written: str, names: list[str] | None) -> str | None:
    """Return the first key inside a value: one that the structure around it has, or anything alike without a schema."""
    keys = (match["key"] for match in pattern.finditer(written))
    return next((key for key in keys if (key in names if names is not None else key[0].isalpha())), None)


def _quoted(part: Part) -> Iterator[Remark]:
    quote, other = ("'", '"') if part.form is Form.SINGLE_QUOTED else ('"', "'")
    if f"\\{other}" in (part.raw or "") and not _is_json(part.raw or ""):
        yield Remark(
            RemarkKind.MISTAKE, rf"the backslash before {other} is kept: inside {quote} only {quote} and \ are escaped"
        )


def _is_json(string: str) -> bool:
    try:
        loads_json(string, strict=False)
    except ShorthandError:
        return False
    return True


def _file(part: Part, raw: str) -> Iterator[Remark]:
    if raw.startswith(FILE_PREFIXES):
        scheme, _, path = raw.partition("://")
        what = "text" if scheme == "file" else "bytes"
        if part.reads:
            yield Remark(RemarkKind.FILE, f"the {what} of the file {path}")
        else:
            yield Remark(
                RemarkKind.FILE, f"this string itself; write '@=' instead of '=' for the {what} of the file {path}"
            )
    elif part.reads and part.key and part.form is not Form.EMPTY:
        yield Remark(RemarkKind.NOTE, "'@=' does nothing here: the value is not a file:// reference")
