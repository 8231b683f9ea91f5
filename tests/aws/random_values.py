"""Random values of a shape, made fast: hypothesis would take hours to draw as many."""

from __future__ import annotations

import base64
from random import Random
from typing import Any

from shorthand import shapes
from shorthand.shapes import Shape, resolved
from tests.aws.awscli_tables import MAJOR

# Strings that mean something to the syntax, to JSON or to a command line, and white space that may be stripped.
_STRINGS = (
    *("", " ", "a", "a b", " a", "a ", "a,b", "a=b", "a,b=c", ",", "=", "[", "]", "{", "}", "[a]", "{a=b}", "{a}"),
    *("'", '"', "it's", 'say "a"', "'\"", "\\", "a\\", "\\,", "a\\,b", "\\'", '\\"', "a\\\\", "''", '""', "'a'\\"),
    *("-", "--a", "-1", "@", "a@=b", "~", "$HOME", "%a%", "`a`", "a;b", "a|b", "#a", "*", "(a)", "<a>", "\t", "a\nb"),
    *("\x00", "\x1c", "\x7f", "\u00a0", "a\u00a0", "é", "日本", "😀", "a😀", "\u2028", "\ufeffa", "true", "null"),
    *("\n", "1", "1e5", "file", "s3://b/k", "arn:aws:iam::1:role/r", '{"a":[1,null]}', "key=[", "Key=a,Value=b", "[]"),
)
_CHARACTERS = "ab1,= []{}'\"\\@:-\n\t\xa0\x1cé😀"
_KEYS = ("a", "B", "a.b", "k-1", "x/y", "#t", "a:b", "_")
# Shorthand cannot carry these, so the option is written as JSON.
_AWKWARD_KEYS = ("a b", "é", "a=b", "'")
_INTEGERS = (0, 1, -1, 80, 2**31 - 1, -(2**63), 2**63 - 1)
_NUMBERS = (0.0, -0.5, 1.0, 1e-7, 1e300, 123456.789, -2.5e-300)


class RandomValues:
    """Makes values of any shape; the same seed gives the same values."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)
        self._left = 0

    def some(self, shape: Shape) -> Any:
        """Return a value with some of the optional members."""
        self._left = 40
        return self._value(shape, 0, fill=0.4)

    def full(self, shape: Shape) -> Any:
        """Return a value with every member, down to where shapes recur or the value would grow too large."""
        self._left = 600
        return self._value(shape, 0, fill=1)

    def _value(self, shape: Shape, depth: int, fill: float) -> Any:
        shape = resolved(shape)
        self._left -= 1
        wide = self._left > 0 and depth < 12
        if isinstance(shape, shapes.Structure):
            return self._structure(shape, depth, fill if wide else 0)
        if isinstance(shape, shapes.List):
            length = self._random.choice((1, 1, 2, 3) if fill == 1 else (0, 1, 1, 2, 3)) if wide else 0
            return [self._value(shape.member, depth + 1, fill) for _ in range(length)]
        if isinstance(shape, shapes.Map):
            return {self._key(shape.key): self._value(shape.value, depth + 1, fill) for _ in range(2 if wide else 0)}
        return self._scalar(shape)

    def _structure(self, shape: shapes.Structure, depth: int, fill: float) -> dict[str, Any]:
        names = list(shape.members)
        if shape.union and names:
            chosen = [self._random.choice(names)]
        else:
            chosen = [name for name in names if name in shape.required or self._random.random() < fill]
            if not chosen and names and fill:
                chosen = [self._random.choice(names)]
        if self._random.random() < 0.2:
            self._random.shuffle(chosen)
        return {name: self._value(shape.members[name], depth + 1, fill) for name in chosen}

    def _key(self, shape: Shape) -> str:
        shape = resolved(shape)
        if isinstance(shape, shapes.String) and shape.enum:
            return self._random.choice(shape.enum)
        return self._random.choice(_AWKWARD_KEYS if self._random.random() < 0.02 else _KEYS)

    def _scalar(self, shape: Shape) -> Any:
        if isinstance(shape, shapes.Document):
            return self._random.choice(({}, {"a": [1, None, True]}, [1.5], "a", 1, None, {"b": {"c": "d,e"}}))
        if isinstance(shape, shapes.Boolean):
            return self._random.random() < 0.5
        if isinstance(shape, (shapes.Integer, shapes.Long)):
            return self._random.choice(_INTEGERS)
        if isinstance(shape, (shapes.Float, shapes.Double)):
            return self._random.choice(_NUMBERS)
        if isinstance(shape, shapes.Timestamp):
            return self._random.choice(("2024-01-02T03:04:05Z", "2024-01-02", "1700000000"))
        if isinstance(shape, shapes.Blob) and MAJOR > 1:
            return base64.b64encode(self._random.choice(_STRINGS).encode()).decode()
        if isinstance(shape, shapes.String) and shape.enum and self._random.random() < 0.5:
            return self._random.choice(shape.enum)
        if self._random.random() < 0.3:
            return "".join(self._random.choices(_CHARACTERS, k=self._random.randint(0, 8)))
        return self._random.choice(_STRINGS)
