"""Complete a text at the cursor: what may be typed next, by the state of the walk and the shape."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from shorthand.codec.shape_at import item_shape, type_label
from shorthand.editor.cursor import Cursor, keys_after
from shorthand.errors import ShorthandTypeError, Span, UnrepresentableError
from shorthand.shapes import (
    Boolean,
    Document,
    Double,
    Float,
    Integer,
    List,
    Long,
    Map,
    Scalar,
    Shape,
    String,
    Structure,
    resolved,
)
from shorthand.syntax.parts import BRACKETED, Form, Part
from shorthand.syntax.quoting import Position, forms, is_fragile, quote
from shorthand.syntax.walk import Walk

_KEY = re.compile(r"[A-Za-z0-9_.#/:-]*+")
_REST_OF_KEY = re.compile(r"[A-Za-z0-9_.#/:-]*+[ \t\n\r\x0b\x0c]*+=")
_REST_OF_WORD = re.compile(r"[^\s\"',=\[\]{}\\]*+")


class Candidate(NamedTuple):
    """One way to go on.

    Attributes:
        text: What to put in place of the text at `span`.
        span: The (start, end) of what it replaces.
        kind: What it is.
        type: The type of the value, or of the key's value; "" for a bracket or a comma that has none.
        required: Whether the structure needs the key.
        help: More about it in a few words, or "".
    """

    text: str
    span: Span
    kind: Literal["key", "value", "punctuation"]
    type: str = ""
    required: bool = False
    help: str = ""


def complete(text: str, shape: Shape, cursor: int | None = None) -> list[Candidate]:
    """Return what may be typed next at the cursor, the likeliest first.

    >>> from shorthand import shapes
    >>> tag = shapes.Structure({"Key": shapes.String(), "Kind": shapes.String(enum=("env", "team"))})
    >>> [candidate.text for candidate in complete("Ke", tag)]
    ['Key=']
    >>> [candidate.text for candidate in complete("Key=a,Kind=", tag)]
    ['env', 'team']

    Keys and values are found whatever the case of what is typed. With a candidate in its place, the text up to there
    makes sense and can be continued to one that reads.

    Args:
        text: One shorthand text, or one token of an option: for a list, one of its items; for a scalar, the value.
        shape: The schema of the text, or of the option.
        cursor: The offset of the cursor in characters; by default the end of the text.

    Returns:
        The candidates; none where the text before the cursor makes no sense, or is JSON.
    """
    at = len(text) if cursor is None else min(max(cursor, 0), len(text))
    whole = resolved(shape)
    member = resolved(whole.member) if isinstance(whole, List) else whole
    if isinstance(whole, List) and whole.bare_members and isinstance(member, Structure):
        member = resolved(next(iter(member.members.values())))
    if isinstance(member, Scalar):
        return [
            Candidate(word, (0, len(text)), "value", member.type_name)
            for word in _words(member)
            if _begins(word, text[:at])
        ]
    return list(dict.fromkeys(_Completing(text, at, whole).candidates()))


class _Completing(Cursor):
    """Finds the candidates at the cursor."""

    def candidates(self) -> Iterator[Candidate]:
        """Yield everything that may follow, the same thing possibly twice."""
        allowed = self.walk.allowed
        rest = self.head[self.walk.at :]
        if self.walk.too_deep:
            return
        if "KEY" in allowed and not self.walk.complete:
            yield from self.keys(self.walk.at)
            if rest == "" and "_CLOSE_MAP" in allowed and not self.frame.pairs:
                yield from self.closing()
            pair = self.frame.pair
            if self.frame.part is None and pair and _takes_element(pair, self.shape_of(pair)) and self.may_go_on():
                yield from self.values(self.walk.at, self.item_of(pair))
        elif "WORD" in allowed:
            yield from self.values(self.walk.at, self.wanted())
            if rest == "":
                yield from self.opening()
        elif rest == "":
            yield from self.after_value()

    def may_go_on(self) -> bool:
        """Return whether another item of a list may follow. After a second comma only a key may."""
        walk = Walk(self.head[: self.walk.at] + "x")
        deque(walk, maxlen=0)
        return walk.complete

    def keys(self, start: int) -> Iterator[Candidate]:
        """Yield the keys that are not given yet, in place of what is typed from `start` on."""
        typed = self.head[start:]
        prefix = typed.rstrip(" \t\n")
        if not _KEY.fullmatch(prefix):
            return
        around = self.around()
        ready = _REST_OF_KEY.match(self.tail)
        rest = self.tail[ready.end() if ready else _end(_KEY, self.tail) :]
        # The key is not known yet, so what follows is read as if it were x.
        given = self.given() | keys_after(self.head[:start] + "x=" + rest, start, self.frame)
        for name, shape, required in _members(around, given):
            if _begins(name, prefix) if typed == prefix else name == prefix:
                span = (start, len(self.head) + (ready.end() if ready else 0))
                after = "=" if ready else self.sign(shape)
                yield Candidate(name + after, span, "key", type_label(shape), required, _help(shape))
        if isinstance(around, Map) and prefix and prefix not in given and not _words(resolved(around.key)):
            sign = self.sign(around.value)
            at = len(self.head)
            yield Candidate(sign, (at, at), "punctuation", type_label(around.value), help=f"the value of {prefix}")

    def sign(self, shape: Shape) -> str:
        """Return what follows a key whose value has the shape."""
        shape = resolved(shape)
        if isinstance(shape, List):
            return "=" if self.frame.part is None and isinstance(resolved(shape.member), Scalar) else "=["
        return "=" if isinstance(shape, Scalar) else "={"

    def values(self, start: int, shape: Shape | None) -> Iterator[Candidate]:
        """Yield the documented values, in place of what is typed from `start` on."""
        typed = self.head[start:]
        mark = typed[:1] if typed[:1] in ("'", '"') else ""
        if typed and not mark:
            # After a comma, the walk takes what looks like a key for one, and anything else for a word of its own.
            return
        prefix = typed[1:].replace("\\" + mark, mark).replace("\\\\", "\\") if mark else ""
        yield from self.listed(shape, prefix, (start, len(self.head)), mark)

    def listed(self, shape: Shape | None, prefix: str, span: Span, mark: str = "") -> Iterator[Candidate]:
        """Yield the documented values that begin with `prefix`, in the quotes `mark` where such a quote is open."""
        inner = item_shape(shape)[0] if self.frame.part is None else shape
        for word in _words(inner):
            written = _written(word, mark)
            if written is not None and _begins(word, prefix):
                yield Candidate(written, self.extended(span, mark), "value", type_label(inner) if inner else "")

    def extended(self, span: Span, mark: str) -> Span:
        """Return the span together with the rest of the word after the cursor."""
        return span if mark else (span[0], span[1] + _end(_REST_OF_WORD, self.tail))

    def opening(self) -> Iterator[Candidate]:
        """Yield the bracket that opens a value of the expected shape, or the one that closes an empty list."""
        at = len(self.head)
        shape = self.wanted()
        if isinstance(shape, List):
            yield Candidate("[", (at, at), "punctuation", type_label(shape), help="begins a list")
        elif isinstance(shape, (Structure, Map)):
            yield Candidate("{", (at, at), "punctuation", type_label(shape), help=f"begins a {shape.type_name}")
        if "_CLOSE_LIST" in self.walk.allowed and self.frame.part and self.frame.part.count == 0:
            yield from self.closing()

    def after_value(self) -> Iterator[Candidate]:
        """Yield how the word at the cursor may go on, and what may follow it."""
        word = self.last_word()
        offered = False
        if word is not None:
            space = self.head[word.end :]
            for candidate in self.listed(self.shape_of(word), (word.raw or "") + space, (word.start, len(self.head))):
                offered = True
                yield candidate
            if not space and word.parent is not None and word.parent.form is Form.COMMA_LIST:
                yield from self.keys(word.start)
            if not self.is_whole(word, offered):
                return
        yield from self.closing()
        yield from self.comma(word)

    def is_whole(self, word: Part, offered: bool) -> bool:
        """Return whether the word is a complete value of its shape."""
        shape = item_shape(self.shape_of(word))[0]
        if isinstance(shape, String) and shape.enum and offered:
            return word.raw in shape.enum
        if shape is None or not isinstance(shape, Scalar):
            return False
        if not isinstance(shape, (Integer, Long, Float, Double, Boolean)):
            return True
        # Only numbers need it: 2 ms less for every other Tab.
        from shorthand.codec.scalars import lift_scalar

        try:
            lift_scalar(word.raw or "", shape)
        except ShorthandTypeError:
            return False
        return True

    def closing(self) -> Iterator[Candidate]:
        """Yield the bracket that closes the innermost open one, unless a required member is missing."""
        part, at = self.frame.part, len(self.head)
        if part is None:
            return
        if part.form is Form.LIST and "_CLOSE_LIST" in self.walk.allowed:
            yield Candidate("]", (at, at), "punctuation", help="ends the list")
        elif part.form is Form.MAP and "_CLOSE_MAP" in self.walk.allowed:
            around = self.around()
            given = self.given() | self.given_later()
            if not isinstance(around, Structure) or (given >= set(around.required) and (given or not around.union)):
                yield Candidate("}", (at, at), "punctuation", help=f"ends the {around.type_name if around else 'map'}")

    def comma(self, word: Part | None) -> Iterator[Candidate]:
        """Yield the comma before another item or pair, where one may follow."""
        at = len(self.head)
        # Directly after a backslash the comma would be part of the value.
        sign = " ," if word is not None and self.head.endswith("\\") else ","
        pair = self.frame.pair
        if self.frame.part is not None and self.frame.part.form is Form.LIST:
            yield Candidate(sign, (at, at), "punctuation", help="another item")
            return
        given = self.given() | self.given_later()
        around = self.around()
        more = isinstance(around, Map) or next(_members(around, given), None) is not None
        item = self.frame.part is None and pair is not None and _takes_element(pair, self.shape_of(pair))
        if more or item:
            help_text = "another item or pair" if more and item else "another item" if item else "another pair"
            yield Candidate(sign, (at, at), "punctuation", help=help_text)


def _end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def _members(around: Shape | None, given: Iterable[str]) -> Iterator[tuple[str, Shape, bool]]:
    """Yield the keys that may still be given, each with the shape of its value and whether it is required."""
    given = set(given)
    if isinstance(around, Structure):
        if around.union and given & set(around.members):
            return
        for name, shape in around.members.items():
            # A document can be written only as JSON, and not every name can be a key.
            if name not in given and _KEY.fullmatch(name) and not isinstance(resolved(shape), Document):
                yield name, shape, name in around.required
    elif isinstance(around, Map):
        for name in _words(resolved(around.key)):
            if name not in given and _KEY.fullmatch(name):
                yield name, around.value, False


def _words(shape: Shape | None) -> tuple[str, ...]:
    """Return the documented values of a shape."""
    if isinstance(shape, Boolean):
        return ("true", "false")
    return shape.enum if isinstance(shape, String) else ()


def _written(word: str, mark: str) -> str | None:
    """Write a word so that it reads anywhere, in the quotes `mark` where such a quote is open; None if none does."""
    if mark:
        form = next(form for form in forms(word, Position.ELEMENT) if form[0] == mark and len(form) > 1)
        return None if is_fragile(form) else form
    try:
        return quote(word)
    except UnrepresentableError:
        return None


def _takes_element(pair: Part, shape: Shape | None) -> bool:
    """Return whether a comma after the pair's value may begin another item of it."""
    return pair.form not in BRACKETED and isinstance(shape, List) and isinstance(resolved(shape.member), Scalar)


def _begins(word: str, prefix: str) -> bool:
    return word.lower().startswith(prefix.lower())


def _help(shape: Shape) -> str:
    """List the values that a key may have."""
    words = _words(item_shape(shape)[0])
    return ", ".join(words[:8]) + (", …" if len(words) > 8 else "")
