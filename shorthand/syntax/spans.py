"""Where in a text a place of its value stands: for errors, which are rare, so that reading need not keep count."""

from __future__ import annotations

from shorthand.errors import Place
from shorthand.syntax.parts import Part, Reading


class Places:
    """The parts of one text by their places; the text is read once for all of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts = {part.place: part for part in Reading(text)}

    def part(self, place: Place) -> Part | None:
        """The part at a place, or the innermost around it that the text holds; None for the text itself.

        What stands where a list is wanted is its only item, without an index of its own.
        """
        found: Part | None = None
        steps: Place = ()
        for step in place:
            inner = self.parts.get((*steps, step))
            # A pair that another of the same key has taken the place of may have left its parts behind.
            if inner is not None and inner.parent is found:
                found, steps = inner, (*steps, step)
            elif isinstance(step, str):
                break
        return found

    def span(self, place: Place, *, key: bool = False) -> tuple[int, int]:
        """The (start, end) of the value at a place, or with `key` of the key that it stands under."""
        part = self.part(place)
        if part is None:
            return (0, len(self.text))
        return part.key if key and part.key and part.step == place[-1] else part.span


def span_of(text: str, place: Place, *, key: bool = False) -> tuple[int, int]:
    """As `Places.span`, of one place of a text."""
    return Places(text).span(place, key=key)
