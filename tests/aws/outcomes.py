"""What may come of a call: an answer, or an error of ours."""

from collections.abc import Callable

from shorthand.errors import ShorthandError


def works_or_fails_with_our_error(call: Callable[[], object]) -> bool:
    """Return whether a call returns, or fails with a ShorthandError that has a message. Other errors are raised."""
    try:
        call()
    except ShorthandError as error:
        return bool(str(error))
    return True
