"""The input (`Context`) and the output (`Proposal`) of a suggestion rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, cast

from shorthand.codec.shape_at import item_shape, shape_at, shapes_to
from shorthand.errors import Diagnostic, Place, Span, UnrepresentableError
from shorthand.shapes import Shape, Structure
from shorthand.syntax.part_scanner import PartScanner
from shorthand.syntax.parts import Part
from shorthand.syntax.quoting import quote
from shorthand.syntax.raw import Raw
from shorthand.syntax.reader import read
from shorthand.syntax.spans import Places

LONGEST_CORRECTED = 20_000
"""The longest text for which a correction is sought, in characters. Nobody types a longer one by hand."""

# No pattern that is searched for starts with white space, because it would scan a long run of it again and again.
NEXT_PAIR = re.compile(r",[ \t\n\r\x0b\x0c]*+[A-Za-z0-9_.#/:-]++[ \t\n\r\x0b\x0c]*+(?:@\s*+)?=")
ANY_KEY = re.compile(r"[ \t\n\r\x0b\x0c]*+([^=,{}\[\]]*?)[ \t\n\r\x0b\x0c]*+=")
PAIR = re.compile(r"([A-Za-z0-9_.#/:-]++)=")


class Proposal(NamedTuple):
    """What a rule proposes.

    Attributes:
        hint: What to do, as an imperative.
        text: The whole text after it is done; None where the rule knows only the hint, which must then be right.
        replaces: Whether words are replaced by as many others, because they are themselves the mistake.
        removes: Whether words are removed because they are themselves the mistake.
    """

    hint: str
    text: str | None = None
    replaces: bool = False
    removes: bool = False


class SourceText:
    """One text and how it reads. Every diagnostic of the text gets a `Context` of its own."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _scanned(self) -> tuple[PartScanner, list[Part]]:
        scanner = PartScanner(self.text)
        # The scanner knows how the text ended only after the last part.
        return scanner, list(scanner)

    @property
    def parts(self) -> list[Part]:
        """The parts of the text, up to where it stops making sense."""
        return self._scanned[1]

    @property
    def scan(self) -> PartScanner:
        """The finished scan of the text, up to where it stops making sense."""
        return self._scanned[0]

    @cached_property
    def places(self) -> Places:
        """The parts of the text by their places."""
        return Places(self.text)

    @cached_property
    def raw(self) -> Raw:
        """The untyped value of a text that reads, losses included."""
        return read(self.text, strict=False, files=lambda reference: reference)


@dataclass(frozen=True)
class Context:
    """What a rule looks at: one text and one diagnostic of it.

    Attributes:
        source: The text and how it reads.
        diagnostic: What is wrong with it.
        shape: The schema of the text's value; None where there is none.
        outer: Where the text's value is in a larger one; the diagnostic's place begins with it.
    """

    source: SourceText
    diagnostic: Diagnostic
    shape: Shape | None
    outer: Place = ()

    @property
    def text(self) -> str:
        """The whole text."""
        return self.source.text

    @property
    def span(self) -> Span:
        """The span of the fault."""
        return self.diagnostic.span or (0, len(self.text))

    @property
    def place(self) -> Place:
        """The place of the fault within the text's own value."""
        return self.diagnostic.place[len(self.outer) :]

    @property
    def last_part(self) -> Part | None:
        """The part in which the text stops making sense."""
        return self.source.parts[-1] if self.source.parts else None

    @property
    def start_of_key(self) -> int | None:
        """Where a key is expected and not found; None where the fault is in a value."""
        walk = self.source.scan.walk
        return walk.at if "KEY" in walk.allowed and not walk.complete else None

    @property
    def innermost(self) -> Place:
        """The place of the innermost bracket that is open where the text stops making sense."""
        part = self.source.scan.frames[-1].part
        return part.place if part else ()

    @property
    def names_around(self) -> list[str]:
        """The member names of every structure on the path to the fault, as patterns, the longest first."""
        return self.names_to(self.place or (self.last_part.place if self.last_part else ()))

    def names_to(self, place: Place) -> list[str]:
        """Return the member names of every structure on the path to a place, as patterns, the longest first."""
        around = [item_shape(shape)[0] for shape in shapes_to(self.shape, place)]
        names = dict.fromkeys(name for shape in around if isinstance(shape, Structure) for name in shape.members)
        return [re.escape(name) for name in sorted(names, key=len, reverse=True)]

    @property
    def wanted(self) -> Shape | None:
        """The shape that the schema has at the fault."""
        return shape_at(self.shape, self.place)

    @property
    def got(self) -> Raw | None:
        """The untyped value at the fault."""
        return raw_at(self.source.raw, self.place)

    def span_at(self, place: Place) -> Span:
        """Return the span of the value at a place; where a list of one is meant, that of its only item."""
        return self.source.places.span(place)

    def part(self, place: Place) -> Part:
        """Return the part at a place of a text that reads."""
        return cast("Part", self.source.places.part(place))

    def spliced(self, span: Span, new: str) -> str:
        """Return the text with `new` in place of a span."""
        return self.text[: span[0]] + new + self.text[span[1] :]

    def holds_pairs(self, value: str) -> bool:
        """Return whether `value` contains a pair of a structure around it, so that it is not one member's string."""
        names = self.names_around if "=" in value else []
        return bool(
            names and re.search(rf"(?:\A|[\s,;{{\[(])(?:{'|'.join(names)})(?:\.\w+)?[ \t]*=", value, re.IGNORECASE)
        )

    def in_quotes(self, span: Span, hint: str, string: str | None = None) -> Iterator[Proposal]:
        """Propose quotes around the text at a span, or around `string` in its place."""
        value = self.text[slice(*span)].replace("\\,", ",") if string is None else string
        if self.holds_pairs(value):
            return
        try:
            yield Proposal(hint, self.spliced(span, quote(value)))
        except UnrepresentableError:
            return


def raw_at(raw: Raw, place: Place) -> Raw | None:
    """Return the untyped value at a place; where a list of one is meant, its only item."""
    found: Raw | None = raw
    for step in place:
        if isinstance(step, int):
            found = found[step] if isinstance(found, list) and step < len(found) else found if step == 0 else None
        else:
            found = found.get(step) if isinstance(found, dict) else None
    return found


def split_at_first_key(pairs: str) -> str:
    """Write `Key=a,Value=b,Key=c` as structures, one for each time the first key occurs: `{Key=a,Value=b},{Key=c}`."""
    return ",".join(f"{{{part}}}" for part in items(pairs))


def items(pairs: str) -> list[str]:
    """Split pairs into the items of a list, each of which begins with the first pair's key."""
    first = PAIR.match(pairs.lstrip())
    again = rf",[ \t\n]*+(?={re.escape(first[0])})" if first else r"(?!)"
    return [part.strip() for part in re.split(again, pairs)]
