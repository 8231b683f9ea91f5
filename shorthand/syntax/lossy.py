"""What makes a text lossy: the AWS CLI accepts it, but loses or leaks something."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from shorthand.errors import LossyTextError, ShorthandError, ShorthandSyntaxError, Span, shorten
from shorthand.syntax.parts import Part


class HazardKind(StrEnum):
    """What the AWS CLI would lose or leak."""

    DUPLICATE_KEY = "duplicate key"
    """A key given twice outside brackets, which the AWS CLI rejects itself: a=1,a=2"""
    PAIR_LOST = "pair lost"
    """A key given twice inside braces, whose first value is lost: a={b=1,b=2}"""
    TEXT_DROPPED = "text dropped"
    r"""Text before an escaped comma, which is lost: a=b,c\,d=e"""
    FILE_LEAKS = "file leaks"
    """A file that is read although its own key has no "@=": a=[{b@=x},file://f]"""
    FILE_UNREAD = "file unread"
    """A file that is not read although its key has "@=": a@=[{b=x},file://f]"""
    FLAG_BEFORE_BRACES = "flag before braces"
    """"@=" before braces, which does nothing: a@={b=file://f}"""


class Hazard(NamedTuple):
    """One loss or leak.

    Attributes:
        kind: What kind it is.
        span: The span in the text that causes it.
        part: The part that it is in.
    """

    kind: HazardKind
    span: Span
    part: Part


_REASONS = {
    HazardKind.DUPLICATE_KEY: "duplicate key {key}",
    HazardKind.PAIR_LOST: "duplicate key {key} inside braces: the AWS CLI would lose its first value",
    HazardKind.TEXT_DROPPED: "the AWS CLI would lose {lost}, the text before a comma that begins a new pair",
    HazardKind.FLAG_BEFORE_BRACES: "'@=' before braces does nothing: the AWS CLI reads no file for the values inside",
    HazardKind.FILE_LEAKS: (
        "the '@=' of a pair inside braces also applies to what follows: the AWS CLI would read this file, though its "
        "own key has no '@='"
    ),
    HazardKind.FILE_UNREAD: (
        "the '=' of a pair inside braces also applies to what follows: the AWS CLI would not read this file, though "
        "its key has '@='"
    ),
}


def loss(text: str, hazard: Hazard) -> ShorthandError:
    """Return the error for what the AWS CLI would lose or leak.

    Args:
        text: The whole text.
        hazard: The loss or leak.
    """
    key, lost = shorten(str(hazard.part.step)), shorten(text[slice(*hazard.span)])
    error = ShorthandSyntaxError if hazard.kind is HazardKind.DUPLICATE_KEY else LossyTextError
    return error(_REASONS[hazard.kind].format(key=key, lost=lost), text=text, span=hazard.span)
