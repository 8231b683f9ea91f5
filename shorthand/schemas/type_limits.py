"""What a type asks of a value beside its shape: bounds, lengths and patterns."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple


class Limits(NamedTuple):
    """What a type asks of a value beside its shape. It serves examples and generated tests; the type itself decides.

    Attributes:
        least: The least number; None for no limit.
        most: The greatest number; None for no limit.
        is_above: Whether a number must be greater than `least`.
        is_below: Whether a number must be less than `most`.
        step: What a number is a multiple of; None for no limit.
        shortest: The least length of a string, a list or a map.
        longest: The greatest length; None for no limit.
        pattern: A regular expression that is found in the string; "" for none.
        is_unique: Whether the items of a list differ from each other.
    """

    least: float | None = None
    most: float | None = None
    is_above: bool = False
    is_below: bool = False
    step: float | None = None
    shortest: int = 0
    longest: int | None = None
    pattern: str = ""
    is_unique: bool = False

    def first_number(self, *, is_integer: bool) -> float:
        """Return a small number within the limits: 1 where it fits.

        >>> Limits(least=5, is_above=True).first_number(is_integer=True)
        6
        """
        step = self.step or (1 if is_integer or self.least is None or self.most is None else None)
        if step is None:
            return self._middle()
        number = 1 if self.contains(1) else 0 if self.contains(0) else None
        if number is not None:
            return number
        if self.least is not None:
            found = math.ceil(self.least / step) * step
            found += step if self.is_above and found == self.least else 0
        elif self.most is not None:
            found = math.floor(self.most / step) * step
            found -= step if self.is_below and found == self.most else 0
        else:
            found = step
        return found

    def _middle(self) -> float:
        least, most = self.least or 0, self.most or 0
        return 1 if self.contains(1) else (least + most) / 2

    def contains(self, number: float) -> bool:
        """Return whether a number is within the limits."""
        if self.least is not None and (number < self.least or (self.is_above and number == self.least)):
            return False
        if self.most is not None and (number > self.most or (self.is_below and number == self.most)):
            return False
        return not self.step or math.isclose(number / self.step, round(number / self.step), abs_tol=1e-9)


NO_LIMITS = Limits()


def limits_of(nodes: Iterable[Mapping[str, Any]]) -> Limits:
    """Return the limits that the keywords of JSON Schemas state, which all apply to one value.

    >>> limits_of([{"exclusiveMinimum": 0}, {"maximum": 9}]) == Limits(least=0, most=9, is_above=True)
    True
    """
    words: dict[str, Any] = {}
    for node in nodes:
        words |= {word: node[word] for word in _WORDS if _is_kind(node.get(word), _WORDS[word])}
    above, below = words.get("exclusiveMinimum"), words.get("exclusiveMaximum")
    return Limits(
        least=above if above is not None else words.get("minimum"),
        most=below if below is not None else words.get("maximum"),
        is_above=above is not None,
        is_below=below is not None,
        step=words.get("multipleOf"),
        shortest=max(int(words.get(word, 0)) for word in ("minLength", "minItems", "minProperties")),
        longest=next((words[word] for word in ("maxLength", "maxItems", "maxProperties") if word in words), None),
        pattern=words.get("pattern", ""),
        is_unique=words.get("uniqueItems", False),
    )


_NUMBER = (int, float)
_WORDS: dict[str, type | tuple[type, ...]] = {
    "minimum": _NUMBER,
    "maximum": _NUMBER,
    "exclusiveMinimum": _NUMBER,
    "exclusiveMaximum": _NUMBER,
    "multipleOf": _NUMBER,
    "minLength": int,
    "maxLength": int,
    "minItems": int,
    "maxItems": int,
    "minProperties": int,
    "maxProperties": int,
    "pattern": str,
    "uniqueItems": bool,
}


def _is_kind(value: object, kind: type | tuple[type, ...]) -> bool:
    # True is no number, though Python's bool is an int.
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
