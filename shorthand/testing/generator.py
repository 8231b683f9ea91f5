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
from shorthand.testing.random_scalars import RandomScalars
from shorthand.testing.text_variants import Spelling, loosened
from shorthand.testing.type_parts import TypePart

_Make = Callable[[int], Any]
"""Makes a value, given how many structures are around it."""

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
            shape: The shape of the option, or its Python type or TypeAdapter, which then accepts every valid text.
            seed: Equal seeds give equal texts.
            lines: Whether no text contains a newline or a tab, so that each fits on a line. No text contains a NUL.
        """
        self.adapter = shape if isinstance(shape, TypeAdapter) else None
        if self.adapter is None and not isinstance(shape, Shape):
            self.adapter = TypeAdapter(shape)
        self.shape: Shape = resolved(shape) if self.adapter is None else self.adapter.shape
        self.random = random.Random(seed)  # noqa: S311 -- not for secrets
        self.spelling = Spelling(self.pick, lines=lines)
        self.lines = lines
        part = TypePart(self.shape, None if self.adapter is None else self.adapter.converter)
        part = part.item if isinstance(self.shape, shapes.List) else part
        self.member = part.shape
        self.is_bare = isinstance(self.shape, shapes.List) and self.shape.bare_members
        # The parts are kept, because they are known by their identity.
        self.makers: dict[tuple[int, int], tuple[_Make, TypePart]] = {}
        self.scalars = RandomScalars(self.random, self.pick, lines=lines)
        # How often a member that is not required is given. A type that refuses many values gets fewer of them.
        self.chance = 0.5
        self.make = self.maker(part)
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
        for number in range(tries):
            self.chance = 0.5 if number < _TRIES else 0.1
            try:
                value = self.make(0)
            except RecursionError:  # the shape requires itself
                continue
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

    def maker(self, part: TypePart) -> _Make:
        """Return a function that makes values of a part of the type."""
        key = part.key
        if key not in self.makers:
            # Parts that contain themselves find this one before it is made.
            self.makers[key] = (lambda depth: self.makers[key][0](depth)), part
            self.makers[key] = self.made(part), part
        return self.makers[key][0]

    def made(self, part: TypePart) -> _Make:
        """Return a new maker of values of a part."""
        if part.alternatives:
            alternatives = [self.maker(one) for one in part.alternatives]
            return lambda depth: self.pick(alternatives)(depth)
        if isinstance(part.shape, shapes.Structure):
            return self.structure(part)
        if isinstance(part.shape, shapes.List):
            return self.list(part)
        if isinstance(part.shape, shapes.Map):
            value, key = self.maker(part.item), resolved(part.shape.key)
            keys = key.enum if isinstance(key, shapes.String) else ()
            return lambda depth: {
                self.pick(keys) if keys else self.scalars.key(): value(depth + 1)
                for _ in range(max(depth < 2 * _DEEPEST, self.size(depth, part)))
            }
        return self.scalars.maker(part)

    def list(self, part: TypePart) -> _Make:
        """Return a function that makes lists."""
        item, is_unique = self.maker(part.item), part.limits.is_unique

        def make(depth: int) -> Any:
            found = [item(depth + 1) for _ in range(self.size(depth, part))]
            return [one for number, one in enumerate(found) if one not in found[:number]] if is_unique else found

        return make

    def structure(self, part: TypePart) -> _Make:
        """Return a function that makes every required member, and each other one half of the time."""
        required = part.shape.required if isinstance(part.shape, shapes.Structure) else ()
        members = [(name, self.maker(one), name in required) for name, one in part.members.items()]
        choose = self.random
        if getattr(part.shape, "union", False):
            return lambda depth: (lambda name, make, _: {name: make(depth + 1)})(*self.pick(members))

        def make(depth: int) -> Any:
            chance = self.chance if depth < _DEEPEST else 0.0
            value = {name: part(depth + 1) for name, part, needed in members if needed or choose.random() < chance}
            # Without a member there is no text.
            if not value and members and depth < _DEEPEST:
                name, part, _ = self.pick(members)
                value[name] = part(depth + 1)
            return value

        return make

    def size(self, depth: int, part: TypePart) -> int:
        """Return how many members a list or a map has."""
        size = int(self.pick((0, 1, 1, 2, 3))) if depth < _DEEPEST else 0
        size = max(size, part.limits.shortest)
        return size if part.limits.longest is None else min(size, part.limits.longest)


@lru_cache(1 << 12)
def _breaks_lines(text: str) -> bool:
    return not text.isprintable() and any(char in text for char in "\n\t\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
