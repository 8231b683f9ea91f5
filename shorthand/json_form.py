"""JSON in and out, with errors of ours."""

from __future__ import annotations

import json
from typing import Any

from shorthand.errors import LossyTextError, ShorthandSyntaxError


def loads_json(text: str, *, strict: bool = True) -> Any:
    """The value of a JSON text.

    `strict` stops at a key given twice in one object, of which only the last value would be kept. Raises
    ShorthandSyntaxError, LossyTextError.
    """

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(items)
        if strict and len(value) < len(items):
            keys = [key for key, _ in items]
            twice = next(key for key in keys if keys.count(key) > 1)
            raise LossyTextError(
                f"the key {twice!r} is given twice in one JSON object: its first value would be lost", text=text
            )
        return value

    def constant(name: str) -> Any:
        raise ShorthandSyntaxError(f"{name} is not a JSON number", text=text)

    try:
        return json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except json.JSONDecodeError as error:
        at = min(error.pos, len(text))
        raise ShorthandSyntaxError(
            f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}", text=text, span=(at, min(at + 1, len(text)))
        ) from None
    except RecursionError:
        raise ShorthandSyntaxError("the JSON is nested too deep", text=text[:200]) from None
    except (LossyTextError, ShorthandSyntaxError):
        raise
    except ValueError as error:  # Python refuses to read numbers of thousands of digits
        raise ShorthandSyntaxError(f"this JSON cannot be read: {error}", text=text[:200]) from None


def dumps_json(value: Any) -> str:
    """The JSON text of a value, on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
