"""One text, read by us, strictly and not, and by the AWS CLI; what reads is written and read again by both."""

from __future__ import annotations

import shorthand
from tests.properties.oracle import content, expected

# The AWS CLI itself runs out of stack on what is much deeper.
_DEEPEST = 100


def reads_as_the_aws_cli(data: bytes) -> None:
    """Compare one text. Raises AssertionError with the text where the two differ."""
    text = data.decode("utf-8", "surrogateescape")
    if text.count("[") + text.count("{") > _DEEPEST:
        return
    wanted = expected(text)
    try:
        raw = shorthand.loads(text, strict=False, files=content)
    except shorthand.ShorthandSyntaxError as error:
        if wanted is not None or error.span is None:
            raise AssertionError(text) from error
        str(error)
        return
    if repr(raw) != wanted:
        raise AssertionError(text)
    try:
        if repr(shorthand.loads(text, files=content)) != wanted:
            raise AssertionError(text)
    except shorthand.LossyTextError as error:
        if error.span is None:
            raise AssertionError(text) from error
        str(error)
    try:
        written = shorthand.dumps(raw)
    except shorthand.UnrepresentableError:
        return
    again = shorthand.loads(written)
    if not repr(again) == expected(written) == wanted or shorthand.dumps(again) != written:
        raise AssertionError(text)
