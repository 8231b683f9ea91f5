"""Generate random texts of an option, many and fast: what `shorthand fuzz` prints.

The strategies in `shorthand.testing` are for tests in Python, and shrink. These texts are for programs in any language.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from shorthand import shapes
from shorthand.api.conversions import dumps_option, loads_option
from shorthand.api.type_adapter import TypeAdapter
from shorthand.codec.convert import lift, lower
from shorthand.codec.token_kind import starts_json, takes_bare_value
from shorthand.errors import ShorthandError, UnrepresentableError
from shorthand.shapes import Shape, resolved
from shorthand.syntax._compiled_reader import run
from shorthand.syntax.raw import is_file_reference
from shorthand.testing.text_variants import Spelling, loosened
from shorthand.testing.type_samples import samples_by_shape

_Make = Callable[[int], Any]
"""Makes a value, given how many structures are around it."""

# Characters that mean something to the syntax, to a shell or to other parsers, before those that do not.
_PLAIN = "abcxyzABC019"
_AWKWARD = "ab1,= []{}'\"\\@:-$`*~\xa0é\u0301ß漢😀"
_CONTROLS = "\n\t\r\x0b\x01\x1b\x7f\x85\u2028"
_KEY = "abK1_.#/:-"
_DEEPEST = 6
_OF_PAIRS = (shapes.Structure, shapes.Map)
_TRIES = 40
# A type may accept few of the values that fit its shape.
_TRIES_OF_A_TYPE = 1000
_SLIPS_OF_A_TEXT = 8
_SLIPS = ('"', "'", "]", "}", "[", "{", "=", ",", " ", "\\", "x", "@=")


class Fuzzer:
    """Random texts of an option, the same ones for the same seed.

    >>> tag = shapes.Structure({"Key": shapes.String(), "Size": shapes.Integer()}, required=("Key",))
    >>> fuzzer = Fuzzer(shapes.List(tag), seed=1)
    >>> text, value = fuzzer.valid()
    >>> loads_option([text], shapes.List(tag)) == value
    True
    """

    def __init__(self, shape: Shape | Any, seed: int | str = 0, *, lines: bool = True) -> None:
        """Prepare the texts.

        Args:
            shape: The shape of the option, or its Python type, which then accepts every valid text.
            seed: Equal seeds give equal texts.
            lines: Whether no text contains a newline or a tab, so that each fits on a line. No text contains a NUL.
        """
        self.adapter = None if isinstance(shape, Shape) else TypeAdapter(shape)
        self.samples = {} if self.adapter is None else samples_by_shape(self.adapter.converter)
        self.shape = resolved(shape) if self.adapter is None else self.adapter.shape
        self.random = random.Random(seed)  # noqa: S311 -- not for secrets
        self.spelling = Spelling(self.pick, lines=lines)
        self.lines = lines
        self.member = resolved(self.shape.member) if isinstance(self.shape, shapes.List) else self.shape
        self.is_bare = isinstance(self.shape, shapes.List) and self.shape.bare_members
        self.makers: dict[int, _Make] = {}
        self.make = self.maker(self.member)
        self.base, self.slips_left = "", 0

    def pick(self, options: Sequence[Any]) -> Any:
        """Return one of several, in a third of the time that `Random.choice` takes."""
        return options[int(self.random.random() * len(options))]

    def valid(self) -> tuple[str, Any]:
        """Return a text that reads as the only token of the option, and the option's value in the JSON form.

        Raises:
            UnrepresentableError: No text was found in many tries.
        """
        tries = _TRIES if self.adapter is None else _TRIES_OF_A_TYPE
        for _ in range(tries):
            value = self.make(0)
            whole = [value] if self.shape is not self.member else value
            text = self.token(value, whole)
            if not text or is_file_reference(text) or (self.lines and _breaks_lines(text)):
                continue
            if self.adapter is None or self.adapter.accepts(whole):
                return text, whole
        raise UnrepresentableError(f"no text was found for this {self.shape.type_name} in {tries} tries")

    def broken(self) -> str:
        """Return a text that does not read as a token of the option, a small slip away from one that does.

        Raises:
            UnrepresentableError: Every text reads, as for a string.
        """
        for _ in range(_TRIES):
            if not self.slips_left:
                # Several slips of one text are as good as one slip each, and faster.
                self.base, self.slips_left = self.valid()[0], _SLIPS_OF_A_TEXT
            self.slips_left -= 1
            text = self.base
            at = int(self.random.random() * (len(text) + 1))
            slip = self.pick(_SLIPS)
            slipped = str(self.pick((text[:at], text[:at] + text[at + 1 :], text[:at] + slip + text[at:])))
            if slipped and not self.reads(slipped):
                return slipped
        for hopeless in (f"{self.base},\x01", "x", "{", "\x01"):
            if not self.reads(hopeless):
                return hopeless
        raise UnrepresentableError(f"every text is a {self.member.type_name}: none is broken")

    def reads(self, text: str) -> bool:
        """Return whether the text reads as the only token of the option, as the AWS CLI reads it."""
        try:
            if self.adapter is not None:
                self.adapter.loads_option([text], strict=False)
                return True
            if isinstance(self.member, _OF_PAIRS) and not starts_json(text) and "@" not in text:
                # What `loads_option` does, without looking for a correction.
                raw = run(text, False, None)
                return raw is not None and lift(raw, self.member) is not None
            loads_option([text], self.shape, strict=False)
        except ShorthandError:
            return False
        return True

    def token(self, value: Any, whole: Any) -> str:
        """Return a token for the option.

        Args:
            value: The one item that the token gives, or the whole value.
            whole: The value of the option.
        """
        try:
            if isinstance(value, dict) and value and not self.is_bare and not self.is_alone():
                raw = lower(value, self.member)
                return self.spelling.spelled(loosened(raw, self.member, self.pick))  # type: ignore[arg-type]
            (token,) = dumps_option(whole, self.shape)
        except UnrepresentableError:
            return json.dumps(whole, ensure_ascii=self.random.random() < 0.5)
        return token

    def is_alone(self) -> bool:
        """Return whether the option takes its only member as a bare token."""
        return self.shape is self.member and takes_bare_value(self.shape)

    def maker(self, shape: Shape) -> _Make:
        """Return a function that makes values of the shape."""
        shape = resolved(shape)
        if id(shape) not in self.makers:
            # Shapes that contain themselves find this one before it is made.
            self.makers[id(shape)] = lambda depth: self.makers[id(shape)](depth)
            self.makers[id(shape)] = self.made(shape)
        return self.makers[id(shape)]

    def made(self, shape: Shape) -> _Make:
        """Return a new maker of values of the shape."""
        if isinstance(shape, shapes.Structure):
            return self.structure(shape)
        if isinstance(shape, shapes.List):
            member = self.maker(shape.member)
            return lambda depth: [member(depth + 1) for _ in range(self.size(depth))]
        if isinstance(shape, shapes.Map):
            value, key = self.maker(shape.value), resolved(shape.key)
            keys = key.enum if isinstance(key, shapes.String) else ()
            return lambda depth: {
                self.pick(keys) if keys else self.key(): value(depth + 1) for _ in range(max(1, self.size(depth)))
            }
        return self.scalar(shape)

    def scalar(self, shape: Shape) -> _Make:
        """Return a function that makes values of a scalar or a document."""
        choose = self.random
        samples = self.samples.get(id(shape))
        if samples:
            return lambda _: self.pick(samples)
        if isinstance(shape, shapes.String):
            enum = shape.enum
            return lambda _: self.pick(enum) if enum else self.string()
        if isinstance(shape, (shapes.Integer, shapes.Long)):
            return lambda _: self.pick((0, 1, -1, choose.randint(-999, 999), choose.getrandbits(63)))
        if isinstance(shape, (shapes.Float, shapes.Double)):
            return lambda _: self.pick((0.0, 0.5, -1.0, 1e16, round(choose.uniform(-999, 999), 3)))
        if isinstance(shape, shapes.Boolean):
            return lambda _: choose.random() < 0.5
        if isinstance(shape, shapes.Timestamp):
            return lambda _: f"20{choose.randint(10, 39)}-{choose.randint(10, 12)}-{choose.randint(10, 28)}T12:00:00Z"
        if isinstance(shape, shapes.Document):
            return lambda _: {self.key(): self.pick((None, True, 1, 0.5, self.string(), [1, "a"], {"a": None}))}
        return lambda _: self.string()

    def structure(self, shape: shapes.Structure) -> _Make:
        """Return a function that makes every required member, and each other one half of the time."""
        members = [(name, self.maker(part), name in shape.required) for name, part in shape.members.items()]
        choose = self.random
        if shape.union:
            return lambda depth: (lambda name, make, _: {name: make(depth + 1)})(*self.pick(members))

        def make(depth: int) -> Any:
            chance = 0.5 if depth < _DEEPEST else 0.0
            value = {name: part(depth + 1) for name, part, needed in members if needed or choose.random() < chance}
            # Without a member there is no text.
            if not value and members and depth < _DEEPEST:
                name, part, _ = self.pick(members)
                value[name] = part(depth + 1)
            return value

        return make

    def size(self, depth: int) -> int:
        """Return how many members a list or a map has."""
        return int(self.pick((0, 1, 1, 2, 3))) if depth < _DEEPEST else 0

    def string(self) -> str:
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


@lru_cache(1 << 12)
def _breaks_lines(text: str) -> bool:
    return not text.isprintable() and any(char in text for char in "\n\t\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
