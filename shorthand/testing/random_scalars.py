"""Random values of the scalars in a shape, many and fast."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from shorthand import shapes
from shorthand.schemas.type_limits import NO_LIMITS, Limits

if TYPE_CHECKING:
    from rstr import Rstr

    from shorthand.testing.type_parts import TypePart

# Characters that mean something to the syntax, to a shell or to other parsers, after those that do not.
_PLAIN = "abcxyzABC019"
_AWKWARD = "ab1,= []{}'\"\\@:-$`*~\xa0é\u0301ß漢😀"
_CONTROLS = "\n\t\r\x0b\x01\x1b\x7f\x85\u2028"
_KEY = "abK1_.#/:-"
# How often a value is made until the type of the scalar accepts it.
_TRIES = 50
_PATTERN_TRIES = 4


class RandomScalars:
    """Random scalars, the same ones for the same seed."""

    def __init__(self, choose: random.Random, pick: Callable[[Sequence[Any]], Any], *, lines: bool) -> None:
        """Prepare the values.

        Args:
            choose: The source of the randomness.
            pick: Returns one of several.
            lines: Whether no string contains a newline or a tab.
        """
        self.random = choose
        self.pick = pick
        self.lines = lines

    def maker(self, part: TypePart) -> Callable[[int], Any]:
        """Return a function that makes values of a scalar or a document."""
        samples = part.samples
        if samples:
            return lambda _: self.pick(samples)
        make = self._of_shape(part.shape, part.limits)
        if part.converter is None:
            return lambda _: make()

        def make_accepted(_: int) -> Any:
            for _ in range(_TRIES):
                value = make()
                if part.accepts(value):
                    break
            return value

        return make_accepted

    def _of_shape(self, shape: shapes.Shape, limits: Limits) -> Callable[[], Any]:
        choose = self.random
        if isinstance(shape, (shapes.Integer, shapes.Long)):
            return lambda: self._number(limits, (0, 1, -1, choose.randint(-999, 999), choose.getrandbits(63)), True)
        if isinstance(shape, (shapes.Float, shapes.Double)):
            return lambda: self._number(limits, (0.0, 0.5, -1.0, 1e16, round(choose.uniform(-999, 999), 3)), False)
        if isinstance(shape, shapes.Boolean):
            return lambda: choose.random() < 0.5
        if isinstance(shape, shapes.Timestamp):
            return lambda: f"20{choose.randint(10, 39)}-{choose.randint(10, 12)}-{choose.randint(10, 28)}T12:00:00Z"
        if isinstance(shape, shapes.Document):
            return lambda: {self.key(): self.pick((None, True, 1, 0.5, self._text(), [1, "a"], {"a": None}))}
        return lambda: self._string(limits)

    def _number(self, limits: Limits, usual: Sequence[float], is_integer: bool) -> float:
        number: float = self.pick(usual)
        if limits is NO_LIMITS or limits.contains(number):
            return number
        first = limits.first_number(is_integer=is_integer)
        step = limits.step or (1 if is_integer else None)
        if step is None:
            least = first if limits.least is None else limits.least
            return self.random.uniform(least, limits.most if limits.most is not None else least + 999)
        further = first + step * self.random.randrange(100)
        return further if limits.contains(further) else first

    def _string(self, limits: Limits) -> str:
        if limits.pattern and (text := self._matching(limits.pattern)) is not None:
            return text
        text = self._text()
        while len(text) < limits.shortest:
            text += self.pick(_PLAIN)
        return text if limits.longest is None else text[: limits.longest]

    def _matching(self, pattern: str) -> str | None:
        """Return a string in which the pattern is found; None where none can be made."""
        if self._by_pattern is None:
            return None
        try:
            # Of `a*` it makes up to 100, and a person types few.
            return min((self._by_pattern.xeger(pattern) for _ in range(_PATTERN_TRIES)), key=len)
        except Exception:  # a pattern in the notation of another language
            return None

    @cached_property
    def _by_pattern(self) -> Rstr | None:
        """What makes strings of patterns; None where it is not installed."""
        try:
            import rstr  # for patterns only
        except ModuleNotFoundError:
            return None
        return rstr.Rstr(self.random)

    def _text(self) -> str:
        """Return a string: mostly plain, sometimes of awkward characters, sometimes empty."""
        choose = self.random
        kind = choose.random()
        if kind < 0.6:
            return "".join(choose.choices(_PLAIN, k=self.pick((1, 2, 3, 5, 8))))
        if kind < 0.95:
            return "".join(choose.choices(_AWKWARD, k=self.pick((1, 1, 2, 3, 5, 8))))
        if kind < 0.98 and not self.lines:
            return "".join(choose.choices(_AWKWARD + _CONTROLS, k=4))
        return ""

    def key(self) -> str:
        """Return the key of a map."""
        return "".join(self.random.choices(_KEY, k=self.pick((1, 2, 3))))
