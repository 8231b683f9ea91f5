"""Find the span of a place in a text. Only errors need it, so that plain reading does not track spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from shorthand.errors import Place, Span
from shorthand.syntax.part_scanner import PartScanner
from shorthand.syntax.parts import Part


class Places:
    """The parts of one text by their places, for many questions about a short text. It keeps every part."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _inner(self) -> dict[tuple[Part | None, str | int], Part]:
        """The parts by the part that contains each and its step. Of a key given twice the last one is kept."""
        return {(part.parent, part.step): part for part in PartScanner(self.text)}

    def part(self, place: Place) -> Part | None:
        """Return the part at a place, or the innermost part around it; None for the text itself.

        A value where a list is expected is its only item, without an index of its own.
        """
        found: Part | None = None
        is_single = False
        for step in place:
            inner = self._inner.get((found, step)) if isinstance(step, str) or not is_single else None
            if inner is not None:
                found, is_single = inner, False
            elif isinstance(step, str):
                break
            else:
                is_single = True
        return found

    def span(self, place: Place, *, key: bool = False) -> Span:
        """Return the (start, end) of the value at a place, or with `key` of the key before it."""
        return _span(self.text, self.part(place), place, key)


def spans_of(text: str, wanted: Iterable[tuple[Place, bool]]) -> list[Span]:
    """Return what `Places.span` does for several places, in one scan that keeps only the parts on the way to them.

    Args:
        text: The text, of any size.
        wanted: Each place, and whether the span of its key is wanted instead of that of its value.
    """
    places = list(wanted)
    parts = _parts_at(text, [place for place, _ in places])
    return [_span(text, part, place, key) for part, (place, key) in zip(parts, places, strict=True)]


def span_of(text: str, place: Place, *, key: bool = False) -> Span:
    """Return the span of one place, as `Places.span` does."""
    return spans_of(text, [(place, key)])[0]


def _span(text: str, part: Part | None, place: Place, key: bool) -> Span:
    if part is None:
        return (0, len(text))
    return part.key if key and part.key and part.step == place[-1] else part.span


def _parts_at(text: str, places: Sequence[Place]) -> list[Part | None]:
    """Return the part at each place, or the innermost part around it."""
    found: list[Part | None] = [None] * len(places)
    # For each part on the way to a place, the steps that lead on: of which place each is, and how far along it.
    leads: dict[Part | None, dict[str | int, list[tuple[int, int]]]] = {None: {}}
    for number in range(len(places)):
        _add_leads(leads[None], number, 0, places[number])
    for part in PartScanner(text):
        around = leads.get(part.parent)
        if around and part.step in around:
            onward = leads[part] = {}
            for number, index in around[part.step]:
                # A key given twice leads to its last value.
                found[number] = part
                _add_leads(onward, number, index + 1, places[number])
    return found


def _add_leads(leads: dict[str | int, list[tuple[int, int]]], number: int, index: int, place: Place) -> None:
    """Add the next step of a place, and the next key too, because a single value may be written without its index."""
    if index < len(place):
        leads.setdefault(place[index], []).append((number, index))
    while index < len(place) and isinstance(place[index], int):
        index += 1
        if index < len(place) and isinstance(place[index], str):
            leads.setdefault(place[index], []).append((number, index))
