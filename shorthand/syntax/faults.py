"""What is wrong with a text: a syntax error, or a loss when the AWS CLI reads it."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace

from shorthand.errors import FileReferenceError, LossyTextError, ShorthandError, ShorthandSyntaxError, shorten
from shorthand.syntax.parts import Hazard, HazardKind, PartScanner
from shorthand.syntax.raw import DEEPEST, SPACE, Files
from shorthand.syntax.walk import Walk

_KEY_START = re.compile(r"[A-Za-z0-9_.#/:-]*+[ \t\n\r\x0b\x0c]*+(?:@[ \t\n\r\x0b\x0c]*+)?")
_LEADING_SPACE = re.compile(r"[ \t\n\r\x0b\x0c\ufeff]+")

_END = "end of text"

# What people call each terminal. Terminals that look alike to a person share a name.
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
    """Return the error for `text`, without raising it; None where the text reads without loss.

    Args:
        text: The text.
        strict: Whether a loss is an error. A syntax error comes before a loss.
    """
    scanner = PartScanner(text)
    deque(scanner, maxlen=0)
    if not scanner.walk.complete:
        return syntax_fault(scanner.walk)
    wrong = (hazard for hazard in scanner.hazards if strict or hazard.kind is HazardKind.DUPLICATE_KEY)
    return next((loss(text, hazard) for hazard in wrong), None)


def expected(walk: Walk) -> list[str]:
    """Return what is valid where the walk is, in human words."""
    allowed = walk.allowed
    return list(dict.fromkeys(name for terminal, name in _EXPECTED.items() if terminal in allowed))


def syntax_fault(walk: Walk) -> ShorthandSyntaxError:
    """Return the error for a text that stops making sense where the walk ended."""
    text, at, allowed = walk.text, walk.at, walk.allowed
    if walk.too_deep:
        return ShorthandSyntaxError(f"brackets are nested more than {DEEPEST} deep", text=text, span=(at, at + 1))
    # That the text could also end here is worth saying only where nothing else is valid.
    names = [name for name in expected(walk) if name != _END] or [_END]
    start = _KEY_START.match(text, at)
    if start and "KEY" in allowed and (at > 0 or start[0].strip(SPACE) or not _LEADING_SPACE.match(text)):
        at = start.end()
    if at >= len(text):
        reason = "unexpected end of text"
        span = (len(text), len(text))
    else:
        shown = repr(text[at]) if text[at].isprintable() else f"U+{ord(text[at]):04X}"
        reason = f"unexpected {shown}"
        span = (at, at + 1)
        if text[at] in "'\"" and allowed & {"WORD", "ELEMENT"}:
            reason = f"the quote {text[at]} is not closed"
            names = [f"a closing {text[at]}"]
    return ShorthandSyntaxError(reason, text=text, span=span, expected=" or ".join(names))


_LOSSES = {
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
    """Return the error for what the AWS CLI would lose or leak."""
    key, lost = shorten(str(hazard.part.step)), shorten(text[slice(*hazard.span)])
    error = ShorthandSyntaxError if hazard.kind is HazardKind.DUPLICATE_KEY else LossyTextError
    return error(_LOSSES[hazard.kind].format(key=key, lost=lost), text=text, span=hazard.span)


def file_content(text: str, match: re.Match[str], group: int, reference: str, files: Files | None) -> str | bytes:
    """Return what `files` gives for a reference in a text.

    Args:
        text: The whole text.
        match: The match of the terminal that holds the reference.
        group: The group of `match` that is the reference as written.
        reference: The reference, unquoted.
        files: The caller's resolver; None forbids references.

    Raises:
        FileReferenceError: The reference must not, or cannot, be read.
    """
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
        raise FileReferenceError.of([replace(error.diagnostics[0], text=text, span=span)]) from error.__cause__
