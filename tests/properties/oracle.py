"""Compare how a text is read with the AWS CLI's own parser, which decides what is right."""

from __future__ import annotations

from typing import Any
from unittest import mock

import awscli.shorthand
from awscli.shorthand import ShorthandParseError

import shorthand
from shorthand.syntax._compiled_reader import run

_parse = awscli.shorthand.ShorthandParser().parse


def content(reference: str) -> str:
    """Return the content of a file, which shows that its reference was followed."""
    return f"content of {reference}"


def _loaded(value: str, prefixes: dict[str, Any]) -> str | None:
    return content(value) if value.startswith(tuple(prefixes)) else None


def expected(text: str) -> str | None:
    """Return how the AWS CLI reads a text, printed because key order matters; None where it rejects the text."""
    with mock.patch.object(awscli.shorthand, "get_paramfile", _loaded):
        try:
            return repr(_parse(text))
        except ShorthandParseError:
            return None


def compare(text: str) -> str:
    """Compare one text: both accept it, both reject it, or only the lenient reading is the same ("lossy")."""
    wanted = expected(text)
    raw = run(text, False, _content)
    assert (None if raw is None else repr(raw)) == wanted, (text, raw, wanted)
    if wanted is None:
        return "rejected"
    strictly = run(text, True, _content)
    if strictly is not None:
        assert repr(strictly) == wanted, (text, strictly, wanted)
        return "accepted"
    # In the strict reading, only a loss or a leak is an error.
    try:
        shorthand.loads(text, files=content)
    except shorthand.LossyTextError:
        return "lossy"
    raise AssertionError(text)


def _content(_match: object, _group: int, reference: str) -> str:
    return content(reference)
