"""Find the span of a place in a text. Only errors need it, so that plain reading does not track spans."""

from __future__ import annotations

from shorthand.errors import Place
from shorthand.syntax.part_scanner import PartScanner
from shorthand.syntax.parts import Part


class Places:
    """The parts of one text by their places. The text is scanned once for all of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts = {part.place: part for part in PartScanner(text)}

    def part(self, place: Place) -> Part | None:
        """Return the part at a place, or the innermost part around it; None for the text itself.

        A value where a list is expected is its only item, without an index of its own.
        """
        found: Part | None = None
        steps: Place = ()
        for step in place:
            inner = self.parts.get((*steps, step))
            # A pair that a later pair with the same key replaced may have left its parts behind.
            if inner is not None and inner.parent is found:
                found, steps = inner, (*steps, step)
            elif isinstance(step, str):
                break
        return found

    def span(self, place: Place, *, key: bool = False) -> tuple[int, int]:
        """Return the (start, end) of the value at a place, or with `key` of the key before it."""
        part = self.part(place)
        if part is None:
            return (0, len(self.text))
        return part.key if key and part.key and part.step == place[-1] else part.span


def span_of(text: str, place: Place, *, key: bool = False) -> tuple[int, int]:
    """Return the span of one place, as `Places.span` does."""
    return Places(text).span(place, key=key)
