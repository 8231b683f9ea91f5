"""Valid strings for the parts of a Python type that not every string fits, such as a Decimal."""

from __future__ import annotations

from shorthand.schemas.converter import Converter

# Deeper structures contain themselves.
_DEEPEST = 12


def samples_by_shape(converter: Converter) -> dict[int, tuple[str, ...]]:
    """Return the sample strings of every scalar of a type, by the identity of its shape.

    Args:
        converter: The conversion of the type, which keeps the shapes alive.
    """
    found: dict[int, tuple[str, ...]] = {}
    seen: set[int] = set()
    pending: list[tuple[Converter, int]] = [(converter, 0)]
    while pending:
        one, depth = pending.pop()
        if id(one) in seen or depth > _DEEPEST:
            continue
        seen.add(id(one))
        if one.samples:
            found[id(one.shape)] = one.samples
        if one.item is not None:
            pending.append((one.item, depth + 1))
        members = one.documentation() if one.documentation else []
        pending += [(member.item, depth + 1) for member in members if member.item is not None]
    return found
