"""From an error to a correction that reads: what `shorthand.api` asks when a conversion has failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shorthand.errors import ShorthandError, error_of
from shorthand.shapes import Shape

__all__ = ["suggest_for_option", "suggest_for_text", "suggest_for_value"]


def suggest_for_text(error: ShorthandError, shape: Shape | None, *, strict: bool, allows_files: bool) -> ShorthandError:
    """Return the error of one shorthand text with its hints and its fix.

    Args:
        error: What reading the text raised.
        shape: The schema of the text's value, if any.
        strict: Whether the text was read strictly; a fix is read the same way.
        allows_files: Whether a fix may contain file references. No file is read for it.
    """
    # The rules take 15 ms to import, and what only warns needs few of them.
    from shorthand.codec.token_kind import TokenKind
    from shorthand.suggest.engine import Reading, correct_text

    reading = Reading(TokenKind.SHORTHAND, shape, strict=strict, allows_files=allows_files)
    return error_of(correct_text(error.diagnostics, reading))


def suggest_for_option(
    error: ShorthandError, tokens: Sequence[str], shape: Shape, *, strict: bool, allows_files: bool
) -> ShorthandError:
    """Return the error of an option's tokens with its hints and its fix; the arguments are as in `suggest_for_text`."""
    from shorthand.suggest.option_engine import correct_option  # takes 15 ms to import

    return correct_option(error, tokens, shape, strict=strict, allows_files=allows_files)


def suggest_for_value(error: ShorthandError, value: object, shape: Shape | None) -> ShorthandError:
    """Return the error of a value that cannot be written, with its hints."""
    from shorthand.suggest.default_hints import value_hint  # takes 1 ms to import

    return error_of(replace(fault, hint=fault.hint or value_hint(fault, value, shape)) for fault in error.diagnostics)
