"""The hypothesis strategy that generates values of a shape or a type, in the JSON form."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st

from shorthand import shapes
from shorthand.schemas.type_limits import Limits
from shorthand.shapes import Shape, resolved
from shorthand.testing.type_parts import TypePart

# Characters in the order in which failures shrink: letters and digits, then what means something to the syntax or to
# other parsers, then all kinds of others.
_PLAIN = "abcABC019"
_AWKWARD = ",= []{}'\"\\@:-\n\t\xa0\x1c\x01\0é😀"
_KINDS = 1024
_STEP = 1087


def _character(number: int) -> str:
    """Return a character: the smaller the number, the plainer."""
    kind, number = divmod(number, _KINDS)
    if kind < 2:
        characters = (_PLAIN, _AWKWARD)[kind]
        return characters[number % len(characters)]
    point = number * _STEP + 161
    return "ß" if 0xD800 <= point < 0xE000 else chr(point)


_CHARACTERS = st.integers(0, 3 * _KINDS - 1).map(_character)
STRINGS = st.text(_CHARACTERS, max_size=8)
"""Any strings; the simplest are of letters."""
KEYS = st.text("abK1_.#/:-", max_size=4)
"""The keys of maps."""
_WHOLE = st.integers(-(2**63), 2**63 - 1)
_DECIMAL = st.floats(allow_nan=False, allow_infinity=False)
_ASCII = st.characters(codec="ascii")


def value_strategy(part: TypePart) -> st.SearchStrategy[Any]:
    """Generate values of a type; of an enum the documented values.

    Args:
        part: The whole type.
    """
    return _Values().of(part)


class _Values:
    """The strategies of one type, each made once, so that a type may contain itself."""

    def __init__(self) -> None:
        # The parts are kept, because they are known by their identity.
        self.known: dict[tuple[int, int], tuple[st.SearchStrategy[Any], TypePart]] = {}

    def of(self, part: TypePart) -> st.SearchStrategy[Any]:
        key = part.key
        if key not in self.known:
            self.known[key] = st.deferred(lambda: self.made(part)), part
        return self.known[key][0]

    def made(self, part: TypePart) -> st.SearchStrategy[Any]:
        shape, limits = part.shape, part.limits
        if part.alternatives:
            return st.one_of([self.of(one) for one in part.alternatives])
        if isinstance(shape, shapes.Structure):
            members = {name: self.of(member) for name, member in part.members.items()}
            if shape.union:
                return st.one_of([st.fixed_dictionaries({name: member}) for name, member in members.items()])
            needed = {name: members.pop(name) for name in shape.required if name in members}
            return st.fixed_dictionaries(needed, optional=members)
        most = limits.shortest + 3 if limits.longest is None else min(limits.longest, limits.shortest + 3)
        if isinstance(shape, shapes.List):
            unique_by = repr if limits.is_unique else None
            return st.lists(self.of(part.item), min_size=limits.shortest, max_size=most, unique_by=unique_by)
        if isinstance(shape, shapes.Map):
            keys = _map_keys(resolved(shape.key))
            return st.dictionaries(keys, self.of(part.item), min_size=limits.shortest, max_size=most)
        return self.scalars(part)

    def scalars(self, part: TypePart) -> st.SearchStrategy[Any]:
        if part.samples:
            return st.sampled_from(part.samples)
        found = _scalars(part.shape, part.limits)
        return found if part.converter is None else found.filter(part.accepts)


def _map_keys(shape: Shape) -> st.SearchStrategy[str]:
    return st.sampled_from(shape.enum) if isinstance(shape, shapes.String) and shape.enum else KEYS


def _scalars(shape: Shape, limits: Limits) -> st.SearchStrategy[Any]:
    if isinstance(shape, (shapes.Integer, shapes.Long, shapes.Float, shapes.Double)):
        return _numbers(limits, is_integer=isinstance(shape, (shapes.Integer, shapes.Long)))
    if isinstance(shape, shapes.Boolean):
        return st.booleans()
    if isinstance(shape, shapes.Timestamp):
        return st.datetimes().map(lambda time: time.isoformat())
    if isinstance(shape, shapes.Document):
        leaf = st.none() | st.booleans() | _WHOLE | _DECIMAL | STRINGS
        return st.recursive(
            st.dictionaries(STRINGS, leaf, max_size=3),
            lambda part: st.dictionaries(STRINGS, part | st.lists(part, max_size=3), max_size=3),
            max_leaves=5,
        )
    return _strings(limits)


def _numbers(limits: Limits, *, is_integer: bool) -> st.SearchStrategy[Any]:
    """Generate numbers within limits."""
    if limits.step:
        first, step = limits.first_number(is_integer=is_integer), limits.step
        return st.integers(-100, 100).map(lambda count: first + count * step).filter(limits.contains)
    if is_integer:
        least, most = limits.least, limits.most
        # Without a limit the numbers are those of 64 bits.
        lowest = -(2**63) if least is None else int(least) + limits.is_above
        highest = max(2**63 - 1, lowest) if most is None else int(most) - limits.is_below
        return st.integers(min(lowest, highest), highest)
    return st.floats(
        limits.least,
        limits.most,
        exclude_min=limits.is_above,
        exclude_max=limits.is_below,
        allow_nan=False,
        allow_infinity=False,
    )


def _strings(limits: Limits) -> st.SearchStrategy[str]:
    """Generate strings within limits."""
    if limits.pattern:
        try:
            found = st.from_regex(re.compile(limits.pattern), fullmatch=True, alphabet=_ASCII)
            found.validate()
        except Exception:  # a pattern in the notation of another language
            return STRINGS
        return found
    if limits.shortest == 0 and limits.longest is None:
        return STRINGS
    most = limits.shortest + 8 if limits.longest is None else min(limits.longest, limits.shortest + 8)
    return st.text(_CHARACTERS, min_size=limits.shortest, max_size=most)
