"""The AWS CLI's own parser, which decides how a text is read; and how we read the same text."""

from __future__ import annotations

from typing import Any
from unittest import mock

import awscli.shorthand
from awscli.shorthand import ShorthandParseError

import shorthand
from shorthand.syntax._compiled_reader import run

_parse = awscli.shorthand.ShorthandParser().parse


def content(reference: str) -> str:
    """What a file holds here, so that its reference is seen to have been followed."""
    return f"content of {reference}"


def _loaded(value: str, prefixes: dict[str, Any]) -> str | None:
    return content(value) if value.startswith(tuple(prefixes)) else None


def expected(text: str) -> str | None:
    """How the AWS CLI reads `text`, printed, for key order counts; None where it does not."""
    with mock.patch.object(awscli.shorthand, "get_paramfile", _loaded):
        try:
            return repr(_parse(text))
        except ShorthandParseError:
            return None


def compare(text: str) -> str:
    """How both read `text`: "accepted" or "rejected" alike, or "lossy" where only the lenient reading is alike."""
    wanted = expected(text)
    raw = run(text, False, _content)
    assert (None if raw is None else repr(raw)) == wanted, (text, raw, wanted)
    if wanted is None:
        return "rejected"
    strictly = run(text, True, _content)
    if strictly is not None:
        assert repr(strictly) == wanted, (text, strictly, wanted)
        return "accepted"
    # In the strict reading only what would be lost or leaked is an error.
    try:
        shorthand.loads(text, files=content)
    except shorthand.LossyTextError:
        return "lossy"
    raise AssertionError(text)


def _content(_match: object, _group: int, reference: str) -> str:
    return content(reference)
