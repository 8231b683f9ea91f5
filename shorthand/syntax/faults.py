"""What is wrong with a text that does not read, or that the AWS CLI would read with a loss."""

from __future__ import annotations

import re
from collections import deque

from shorthand.errors import FileReferenceError, LossyTextError, ShorthandError, ShorthandSyntaxError, brief
from shorthand.syntax.parts import Hazard, Reading
from shorthand.syntax.raw import DEEPEST, SPACE, Files
from shorthand.syntax.walk import Walk

_KEY_START = re.compile(r"[A-Za-z0-9_.#/:-]*+[ \t\n\r\x0b\x0c]*+(?:@[ \t\n\r\x0b\x0c]*+)?")
_LEADING_SPACE = re.compile(r"[ \t\n\r\x0b\x0c\ufeff]+")

_END = "the end of the text"

# What a person would call each terminal. Terminals that a person sees as one share a name.
_EXPECTED = {
    "KEY": "a key and '='",
    "FILE_KEY": "a key and '='",
    "WORD": "a value",
    "ELEMENT": "a value",
    "SINGLE_QUOTED": "a value",
    "DOUBLE_QUOTED": "a value",
    "_OPEN_LIST": "a value",
    "_OPEN_MAP": "a value",
    "_LIST_COMMA": "','",
    "_PAIR_COMMA": "','",
    "_SECOND_COMMA": "','",
    "DROPPED": "','",
    "_COMMA": "','",
    "_CLOSE_LIST": "']'",
    "_CLOSE_MAP": "'}'",
    "$END": _END,
}


def fault(text: str, *, strict: bool) -> ShorthandError | None:
    """The error for `text`, which is not raised; None where it reads without loss.

    Without `strict` a loss is none. What makes no sense comes before what would be lost.
    """
    reading = Reading(text)
    deque(reading, maxlen=0)
    if not reading.walk.complete:
        return syntax_fault(reading.walk)
    wrong = (hazard for hazard in reading.hazards if strict or hazard.kind == "key twice")
    return next((loss(text, hazard) for hazard in wrong), None)


def expected(walk: Walk) -> list[str]:
    """What could stand where the walk is, in human words."""
    allowed = walk.allowed
    return list(dict.fromkeys(name for terminal, name in _EXPECTED.items() if terminal in allowed))


def syntax_fault(walk: Walk) -> ShorthandSyntaxError:
    """The error for a text that makes no sense where the walk ended."""
    text, at, allowed = walk.text, walk.at, walk.allowed
    if walk.too_deep:
        return ShorthandSyntaxError(f"brackets stand more than {DEEPEST} deep", text=text, span=(at, at + 1))
    # That the text could also end here goes without saying, where it does not.
    names = [name for name in expected(walk) if name != _END] or [_END]
    start = _KEY_START.match(text, at)
    if start and "KEY" in allowed and (at > 0 or start[0].strip(SPACE) or not _LEADING_SPACE.match(text)):
        at = start.end()
    if at >= len(text):
        reason = "the text ends too early"
        span = (len(text), len(text))
    else:
        shown = repr(text[at]) if text[at].isprintable() else f"U+{ord(text[at]):04X}"
        reason = f"{shown} cannot stand here"
        span = (at, at + 1)
        if text[at] in "'\"" and allowed & {"WORD", "ELEMENT"}:
            reason = f"the quote {text[at]} is never closed"
            names = [f"a closing {text[at]}"]
    return ShorthandSyntaxError(reason, text=text, span=span, expected=" or ".join(names))


def loss(text: str, hazard: Hazard) -> ShorthandError:
    """The error for what the AWS CLI would lose or leak."""
    key = brief(str(hazard.part.step))
    reason = {
        "key twice": f"the key {key} is given twice",
        "pair lost": f"the key {key} is given twice in one pair of braces: the AWS CLI would lose its first value",
        "text dropped": (
            f"the AWS CLI would lose {brief(text[slice(*hazard.span)])}, "
            "which stands before a comma that begins a new pair"
        ),
        "flag before braces": "'@=' before braces does nothing: the AWS CLI reads no file for what stands inside",
        "file leaks": (
            "a pair in braces decides for what follows it: the AWS CLI would read this file, "
            "though its own key has no '@='"
        ),
        "file unread": (
            "a pair in braces decides for what follows it: the AWS CLI would not read this file, "
            "though its key has '@='"
        ),
    }[hazard.kind]
    kind = ShorthandSyntaxError if hazard.kind == "key twice" else LossyTextError
    return kind(reason, text=text, span=hazard.span)


def file_content(text: str, match: re.Match[str], group: int, reference: str, files: Files | None) -> str | bytes:
    """What `files` gives for a reference, a group of `match`. Raises FileReferenceError, with a span."""
    span = (match.start(group), match.start(group) + len(match[group].rstrip(SPACE)))
    if files is None:
        raise FileReferenceError(
            f"{reference} refers to a file, and reading files is not allowed here",
            text=text,
            span=span,
            hint="write '=' instead of '@=' to mean the text itself",
        )
    try:
        return files(reference)
    except FileReferenceError as error:
        error.text, error.span = text, span
        raise
