"""The text of any object, for messages and help texts."""

from __future__ import annotations

from collections.abc import Callable

from shorthand.errors.diagnostic import describe


def text_of(value: object, write: Callable[[object], str] = str) -> str:
    """Return the text of an object, or what it is where it has none.

    Python writes no integer of very many digits and nothing nested very deeply, and a class may write itself wrongly.

    >>> text_of({"a": 1}), text_of(10**5000)
    ("{'a': 1}", 'a number of many digits')

    Args:
        value: The object.
        write: How it is written: `str` or `repr`.
    """
    try:
        return write(value)
    except Exception:
        return describe(value)
