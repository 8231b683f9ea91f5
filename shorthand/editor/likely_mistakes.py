"""Find likely mistakes in a text that reads, and remark on them and on file references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from shorthand.codec.json_text import loads_json
from shorthand.codec.shape_at import item_shape
from shorthand.editor.explanation import Remark, RemarkKind
from shorthand.errors import ShorthandError
from shorthand.shapes import Map, Shape, String, Structure, resolved
from shorthand.suggest.meant_scalars import number_with_unit
from shorthand.syntax.parts import QUOTED, Form, Part
from shorthand.syntax.raw import FILE_PREFIXES

# A pair inside a bare value: after a space or a semicolon, or after an escaped comma.
_NEXT_PAIR = re.compile(r"(?<=[^\s;])(?:[ \t\n]*+;[ \t\n]*+|[ \t\n]++)(?P<key>[A-Za-z0-9_.#/:-]++)[ \t]*+=")
_PAIR_AFTER_BACKSLASH = re.compile(r"\\,[ \t\n]*+(?P<key>[A-Za-z0-9_.#/:-]++)[ \t]*+=")
_PAIR = re.compile(r"[A-Za-z0-9_.#/:-]++=")
# Typographic quotes around all of a string, or an opening one that another word or item closes. A closing single one
# alone is an apostrophe.
_AROUND = re.compile(
    r"[\u201c\u201e\u201f](?P<double>[^\u201c-\u201f]*)[\u201c\u201d]|[\u2018\u201a](?P<single>.*)[\u2019\u2018]"
)
_HALF = re.compile(r"[\u201c\u201e\u2018\u201a][^\u2018-\u201f]*|[^\u2018-\u201f]*[\u201d]")
# What follows `=>`: a comparison such as `>=5` or `>5` is not meant.
_AFTER_ARROW = re.compile(r">\s*[A-Za-z/\"'*_]")
_HINT_AT_QUOTES = "type plain quotes, which are not part of the value"


class Mistake(NamedTuple):
    """What is probably a mistake in a value that reads.

    Attributes:
        reason: What is doubtful about it, in one clause.
        hint: What to do about it, as an imperative.
        fix: What to write for the value instead, where only one thing can be meant.
        alternative: What to do if the value is meant as it is.
    """

    reason: str
    hint: str
    fix: str | None = None
    alternative: str = ""


def remarks(part: Part, written: str, shape: Shape | None, around: Shape | None) -> Iterator[Remark]:
    """Yield the remarks on a part.

    Args:
        part: The part.
        written: What is written for it in the text.
        shape: The schema of its value, where it is known.
        around: The schema of the structure, map or list that contains it, where it is known.
    """
    for mistake in mistakes(part, written, shape, around):
        yield Remark(RemarkKind.MISTAKE, f"{mistake.reason}; {mistake.hint}")
    if part.raw is not None:
        yield from _file(part, part.raw)


def mistakes(part: Part, written: str, shape: Shape | None, around: Shape | None) -> Iterator[Mistake]:
    """Yield what is probably a mistake in a part; the arguments are as in `remarks`."""
    names = list(around.members) if isinstance(around, Structure) else None
    if part.form in (Form.BARE, Form.ESCAPED):
        yield from _bare(part, written, names)
    elif part.form in QUOTED:
        yield from _quoted(part)
    # A value of another type that such a string cannot be is an error.
    if part.raw and (shape is None or isinstance(item_shape(shape)[0], String)):
        yield from mistakes_in_string(part.raw, str(part.step) if part.key else "")
    if part.step == 0 and part.parent is not None and part.parent.form is Form.LIST:
        wanted = resolved(shape) if shape else None
        pair = _PAIR.match(written) if part.form is Form.BARE else None
        if pair and (wanted is None or isinstance(wanted, (Structure, Map))):
            yield Mistake(f"{pair[0]} is part of a string", "put each structure of a list in braces: [{…},{…}]")


def mistakes_in_string(string: str, member: str) -> Iterator[Mistake]:
    """Yield what is probably a mistake in a string, however it is written.

    Args:
        string: The string.
        member: The key of the pair whose value it is; "" for an item.
    """
    if around := _AROUND.fullmatch(string):
        inner = around["double"] if around["double"] is not None else around["single"]
        yield Mistake("the typographic quotes are part of this value", _HINT_AT_QUOTES, inner)
    elif _HALF.fullmatch(string):
        yield Mistake("the typographic quote is part of this value", _HINT_AT_QUOTES)
    if number := number_with_unit(string, member):
        yield Mistake(f"{member} takes a number without a unit", "write the number alone", number)


def _bare(part: Part, written: str, names: list[str] | None) -> Iterator[Mistake]:
    if part.key and _AFTER_ARROW.match(written):
        yield Mistake(
            "'>' is part of this value", "write '=' between a key and its value, not '=>'", written[1:].strip()
        )
    if found := _pair_within(_NEXT_PAIR, written, names):
        reason = f"{found}= is part of this value"
        if names is None:
            yield Mistake(reason, "put a comma between pairs", alternative="quote the value")
        else:
            yield Mistake(reason, "put a comma between pairs", _with_commas(written, names))
    found = _pair_within(_PAIR_AFTER_BACKSLASH, written, names) if part.form is Form.ESCAPED else None
    if found:
        yield Mistake(
            f"the backslash makes the comma and {found}= part of this value",
            "put a space before the comma, or quote the value",
        )


def _with_commas(written: str, names: list[str]) -> str:
    """Return what is written for a value with a comma before each pair whose key is one of the names."""

    def with_comma(match: re.Match[str]) -> str:
        return f",{match[0][match.start('key') - match.start() :]}" if match["key"] in names else match[0]

    return _NEXT_PAIR.sub(with_comma, written)


def _pair_within(pattern: re.Pattern[str], written: str, names: list[str] | None) -> str | None:
    """Return the first key inside a value: one that the structure around it has, or anything alike without a schema."""
    keys = (match["key"] for match in pattern.finditer(written))
    return next((key for key in keys if (key in names if names is not None else key[0].isalpha())), None)


def _quoted(part: Part) -> Iterator[Mistake]:
    quote, other = ("'", '"') if part.form is Form.SINGLE_QUOTED else ('"', "'")
    if f"\\{other}" in (part.raw or "") and not _is_json(part.raw or ""):
        yield Mistake(
            f"the backslash before {other} is kept", rf"inside {quote} only {quote} and \ are escaped: remove it"
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
