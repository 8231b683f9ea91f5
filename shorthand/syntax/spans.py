"""Where in a text a place of its value stands: for errors, which are rare, so that reading need not keep count."""

from __future__ import annotations

from shorthand.errors import Place
from shorthand.syntax.parts import Part, Reading


def span_of(text: str, place: Place, *, key: bool = False) -> tuple[int, int]:
    """The (start, end) of the value at `place` in a text that reads, or with `key` of the key that it stands under.

    A place that the text does not hold, as one within a list of one that stands there as its item, gives the span of
    the innermost part that it does hold.
    """
    # The parts that lead to the place, each with how many steps of it are used up; a text's own parts lead from None.
    way: list[tuple[Part | None, int]] = [(None, 0)]
    steps = set(place)
    for part in Reading(text):
        if part.step not in steps:
            continue
        at = next((index for index, (inner, _) in enumerate(way) if inner is part.parent), -1)
        used = way[at][1]
        if isinstance(part.step, str):
            # What stands where a list is wanted is its only item, without an index of its own.
            while used < len(place) and isinstance(place[used], int):
                used += 1
        if at >= 0 and place[used : used + 1] == (part.step,):
            # Of a key given twice in braces the last counts.
            way[at + 1 :] = [(part, used + 1)]
    found, used = way[-1]
    if found is None:
        return (0, len(text))
    return found.key if key and used == len(place) and found.key else found.span
