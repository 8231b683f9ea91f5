"""What is worth a remark in a text that reads: likely mistakes and file references."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from shorthand.editor.explanation import Remark, RemarkKind
from shorthand.shapes import Map, Shape, Structure, resolved
from shorthand.syntax.parts import QUOTED, Form, Part
from shorthand.syntax.raw import FILE_PREFIXES

# A pair within a bare value: after a space or a semicolon, or after a comma that a backslash took.
_NEXT_PAIR = re.compile(r"(?<=[^\s;])(?:[ \t\n]*+;[ \t\n]*+|[ \t\n]++)(?P<key>[A-Za-z0-9_.#/:-]++)[ \t]*+=")
_PAIR_AFTER_BACKSLASH = re.compile(r"\\,[ \t\n]*+(?P<key>[A-Za-z0-9_.#/:-]++)[ \t]*+=")
_PAIR = re.compile(r"[A-Za-z0-9_.#/:-]++=")


def remarks(part: Part, written: str, shape: Shape | None, around: Shape | None) -> Iterator[Remark]:
    """The remarks on a part, which stands as `written`; `around` is the shape of the structure or map that it is in."""
    names = list(around.members) if isinstance(around, Structure) else None
    if part.form in (Form.BARE, Form.ESCAPED):
        yield from _bare(part, written, names)
    elif part.form in QUOTED:
        yield from _quoted(part)
    if part.step == 0 and part.parent is not None and part.parent.form is Form.LIST:
        wanted = resolved(shape) if shape else None
        if part.form is Form.BARE and _PAIR.match(written) and (wanted is None or isinstance(wanted, (Structure, Map))):
            yield Remark(RemarkKind.MISTAKE, "pairs stand in braces: [{…}], each structure of a list in its own")
    if part.raw is not None:
        yield from _file(part, part.raw)


def _bare(part: Part, written: str, names: list[str] | None) -> Iterator[Remark]:
    found = _pair_within(_NEXT_PAIR, written, names)
    if found:
        yield Remark(RemarkKind.MISTAKE, f"{found}= is part of this value: a comma stands between pairs")
    found = _pair_within(_PAIR_AFTER_BACKSLASH, written, names) if part.form is Form.ESCAPED else None
    if found:
        yield Remark(
            RemarkKind.MISTAKE,
            f"the backslash makes the comma part of the value, and {found}= too: put a space before the comma, or the "
            "value in quotes",
        )


def _pair_within(pattern: re.Pattern[str], written: str, names: list[str] | None) -> str | None:
    """The first key within a value that the structure around it knows, or that looks like a key where none is known."""
    keys = (match["key"] for match in pattern.finditer(written))
    return next((key for key in keys if (key in names if names is not None else key[0].isalpha())), None)


def _quoted(part: Part) -> Iterator[Remark]:
    quote, other = ("'", '"') if part.form is Form.SINGLE_QUOTED else ('"', "'")
    if f"\\{other}" in (part.raw or "") and not _is_json(part.raw or ""):
        yield Remark(
            RemarkKind.MISTAKE, rf"the backslash before {other} stays: within {quote} only {quote} and \ are escaped"
        )


def _is_json(string: str) -> bool:
    try:
        json.loads(string)
    except (ValueError, RecursionError):
        return False
    return True


def _file(part: Part, raw: str) -> Iterator[Remark]:
    if raw.startswith(FILE_PREFIXES):
        scheme, _, path = raw.partition("://")
        what = "text" if scheme == "file" else "bytes"
        if part.reads:
            yield Remark(RemarkKind.FILE, f"stands for the {what} of the file {path}")
        else:
            yield Remark(
                RemarkKind.FILE, f"is this string itself; after '@=' it would stand for the {what} of the file {path}"
            )
    elif part.reads and part.key and part.form is not Form.EMPTY:
        yield Remark(RemarkKind.NOTE, "'@=' does nothing here: the value is no file:// reference")
