"""What a rule looks at, a text and what is wrong with it, and what it proposes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from shorthand.diagnose.shaped import promoted, shape_at
from shorthand.errors import Place, ShorthandError, UnrepresentableError
from shorthand.shapes import Shape, Structure
from shorthand.syntax.parts import Part, Reading, Span
from shorthand.syntax.raw import Raw
from shorthand.syntax.reader import read
from shorthand.syntax.scalars import quote
from shorthand.syntax.spans import Places

LONGEST_ADVISED = 20_000
"""The longest text for which a correction is sought: nobody types a longer one, and it would take its time."""

# No pattern that is searched for starts with white space: it would go over a long run of it again and again.
NEXT_PAIR = re.compile(r",[ \t\n\r\x0b\x0c]*+[A-Za-z0-9_.#/:-]++[ \t\n\r\x0b\x0c]*+(?:@\s*+)?=")
ANY_KEY = re.compile(r"[ \t\n\r\x0b\x0c]*+([^=,{}\[\]]*?)[ \t\n\r\x0b\x0c]*+=")
PAIR = re.compile(r"([A-Za-z0-9_.#/:-]++)=")


class Proposal(NamedTuple):
    """What to do, and the text that comes of it; without a text the hint must be right as it stands."""

    hint: str
    text: str | None = None


class Source:
    """One text, and how it reads; each of its errors is a case of its own."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def parts(self) -> list[Part]:
        """The parts of the text, up to where it makes no sense."""
        return list(self._reading)

    @property
    def reading(self) -> Reading:
        """How the text was read, up to where it makes no sense."""
        assert self.parts is not None  # noqa: S101 -- that it was read to its end is what counts
        return self._reading

    @cached_property
    def _reading(self) -> Reading:
        return Reading(self.text)

    @cached_property
    def places(self) -> Places:
        """The parts of the text by their places."""
        return Places(self.text)

    @cached_property
    def raw(self) -> Raw:
        """What a text says that reads, if with a loss."""
        return read(self.text, strict=False, files=lambda reference: reference)


@dataclass(frozen=True)
class Case:
    """What is wrong with one text: `error` is one of those found; `shape` is that of the text, where there is one."""

    source: Source
    error: ShorthandError
    shape: Shape | None
    outer: Place = ()
    """Where the text stands in a larger value, with which the error's place begins."""

    @property
    def text(self) -> str:
        """The whole text."""
        return self.source.text

    @property
    def span(self) -> Span:
        """Where the fault is."""
        return self.error.span or (0, len(self.text))

    @property
    def place(self) -> Place:
        """Where in the text's own value the fault is."""
        return self.error.place[len(self.outer) :]

    @property
    def last_part(self) -> Part | None:
        """The part at hand where the text stops making sense."""
        return self.source.parts[-1] if self.source.parts else None

    @property
    def start_of_key(self) -> int | None:
        """Where a key should stand that does not; None where a value is what is wrong."""
        walk = self.source.reading.walk
        return walk.at if "KEY" in walk.allowed and not walk.complete else None

    @property
    def innermost(self) -> Place:
        """The place of the innermost bracket that is open where the text stops making sense."""
        part = self.source.reading.frames[-1].part
        return part.place if part else ()

    @property
    def names_around(self) -> list[str]:
        """The members' names of every structure on the way to the fault, as patterns."""
        return self.names_to(self.place or (self.last_part.place if self.last_part else ()))

    def names_to(self, place: Place) -> list[str]:
        """The members' names of every structure on the way to a place, as patterns."""
        around = [promoted(shape_at(self.shape, place[:depth]))[0] for depth in range(len(place) + 1)]
        names = dict.fromkeys(name for shape in around if isinstance(shape, Structure) for name in shape.members)
        return [re.escape(name) for name in sorted(names, key=len, reverse=True)]

    @property
    def wanted(self) -> Shape | None:
        """The shape of what stands at the fault."""
        return shape_at(self.shape, self.place)

    @property
    def got(self) -> Raw | None:
        """What stands at the fault."""
        return raw_at(self.source.raw, self.place)

    def span_at(self, place: Place) -> Span:
        """Where the value at a place of the text's value stands; where a list of one is meant, the one does."""
        return self.source.places.span(place)

    def part(self, place: Place) -> Part:
        """The part at a place that a key leads to."""
        part = self.source.places.part(place)
        assert part is not None  # noqa: S101 -- it is a place of a text that reads
        return part

    def spliced(self, span: Span, new: str) -> str:
        """The text with `new` at a span."""
        return self.text[: span[0]] + new + self.text[span[1] :]

    def holds_pairs(self, value: str) -> bool:
        """Whether a pair stands in `value` that the structures around it know: then it is no string of one member."""
        names = self.names_around
        return bool(
            names and re.search(rf"(?:\A|[\s,;{{\[(])(?:{'|'.join(names)})(?:\.\w+)?[ \t]*=", value, re.IGNORECASE)
        )

    def in_quotes(self, span: Span, hint: str, string: str | None = None) -> Iterator[Proposal]:
        """The proposal to put what stands at a span in quotes, or `string` in its place."""
        value = self.text[slice(*span)].replace("\\,", ",") if string is None else string
        if self.holds_pairs(value):
            return
        try:
            yield Proposal(hint, self.spliced(span, quote(value)))
        except UnrepresentableError:
            return


def raw_at(raw: Raw, place: Place) -> Raw | None:
    """What stands at a place; where a list of one is meant, the one."""
    found: Raw | None = raw
    for step in place:
        if isinstance(step, int):
            found = found[step] if isinstance(found, list) and step < len(found) else found if step == 0 else None
        else:
            found = found.get(step) if isinstance(found, dict) else None
    return found


def split_at_first_key(pairs: str) -> str:
    """`Key=a,Value=b,Key=c` as structures, one for each time that the first key comes: `{Key=a,Value=b},{Key=c}`."""
    return ",".join(f"{{{part}}}" for part in items(pairs))


def items(pairs: str) -> list[str]:
    """The items of a list that stand with nothing but commas between: each begins with the first's key."""
    first = PAIR.match(pairs.lstrip())
    again = rf",[ \t\n]*+(?={re.escape(first[0])})" if first else r"(?!)"
    return [part.strip() for part in re.split(again, pairs)]
