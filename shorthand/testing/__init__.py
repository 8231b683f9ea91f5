"""Tools for testing programs that take shorthand: hypothesis strategies and the round-trip assertion.

The strategies need the extra `testing`. They are imported when first used, so that `shorthand.testing.generator` works
without hypothesis.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from shorthand.testing.strategies import assert_round_trip, broken_texts, raws, shapes, texts, values

__all__ = ["assert_round_trip", "broken_texts", "raws", "shapes", "texts", "values"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'shorthand.testing' has no attribute {name!r}")
    from shorthand.testing import strategies

    found: object = getattr(strategies, name)
    globals()[name] = found
    return found
