"""Read YAML as the AWS CLI reads `--cli-input-yaml`: YAML 1.2, plain data only, as the JSON form of a value."""

from __future__ import annotations

import datetime
from typing import Any

from shorthand.errors import ShorthandError, ShorthandSyntaxError, describe

# Aliases let a short text mean a huge value; so many parts are more than any input has.
_MOST_PARTS = 200_000


def loads_yaml(text: str) -> Any:
    """Parse a YAML text.

    >>> loads_yaml("Key: yes\\nValues: [1, 2]")
    {'Key': 'yes', 'Values': [1, 2]}

    Args:
        text: One YAML document.

    Returns:
        The value: dicts with strings as keys, lists, strings, numbers, booleans, None, and bytes for `!!binary`. A
        time becomes its text.

    Raises:
        ShorthandSyntaxError: The text is not YAML, or not plain data.
        ShorthandError: ruamel.yaml is not installed.
    """
    try:
        from ruamel.yaml import YAML  # 60 ms, which JSON does not need
        from ruamel.yaml.error import MarkedYAMLError, YAMLError
    except ModuleNotFoundError:
        raise ShorthandError(
            "reading YAML needs ruamel.yaml, which is not installed", hint="install aws-shorthand[cli]"
        ) from None
    try:
        value = YAML(typ="safe", pure=True).load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark
        at = min(mark.index, len(text)) if mark is not None else 0
        reason = error.problem or "it cannot be read"
        raise ShorthandSyntaxError(f"invalid YAML: {reason}", text=text, span=(at, min(at + 1, len(text)))) from None
    except (YAMLError, ValueError, TypeError, RecursionError, OverflowError) as error:
        reason = "it is nested too deep" if isinstance(error, RecursionError) else f"{error}".splitlines()[0]
        raise ShorthandSyntaxError(f"invalid YAML: {reason}", text=text, span=(0, min(1, len(text)))) from None
    return _Plain(text).plain(value, ())


class _Plain:
    """Turns what YAML gives into the JSON form."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts = 0

    def plain(self, value: Any, around: tuple[int, ...]) -> Any:
        self._parts += 1
        if self._parts > _MOST_PARTS:
            raise self._error("its aliases make it too large")
        if isinstance(value, (dict, list)):
            if id(value) in around or len(around) > 200:
                raise self._error("it contains itself" if id(value) in around else "it is nested too deep")
            around = (*around, id(value))
        if isinstance(value, dict):
            return {self._key(key): self.plain(item, around) for key, item in value.items()}
        if isinstance(value, list):
            return [self.plain(item, around) for item in value]
        if isinstance(value, (datetime.datetime, datetime.date)):
            return value.isoformat()
        if value is None or isinstance(value, (str, bytes, bool, int, float)):
            return value
        raise self._error(f"it holds a value of type {type(value).__name__}")

    def _key(self, key: Any) -> str:
        if not isinstance(key, str):
            raise self._error(f"expected text as a key, got {describe(key)}")
        return key

    def _error(self, reason: str) -> ShorthandSyntaxError:
        return ShorthandSyntaxError(f"invalid YAML: {reason}", text=self._text, span=(0, min(1, len(self._text))))
