"""Read data that is nearly JSON: without quotes, in Python's, Terraform's or YAML's notation, with comments.

Every leaf is a string. A shape gives the types afterwards, as it does for shorthand.
"""

from __future__ import annotations

import re
from typing import Any

_SPACE = re.compile(r"(?:\s+|//[^\n]*|#[^\n]*|/\*.*?\*/)*+", re.DOTALL)
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*+)\"|'((?:[^'\\]|\\.)*+)'", re.DOTALL)
_BARE_KEY = re.compile(r"[^\s:=,{}\[\]\"']++")
# A comment begins after white space: the value of `b // the value` is b.
_BARE_VALUE = re.compile(r"(?:[^,{}\[\]\"'\n\s]++|[^\S\n]++(?!//|#|/\*))++")
# How JSON, Python, YAML and Ruby write that there is no value.
_NOTHING = re.compile(r"(?:None|null|nil|~)(?=\s*(?:[,}]|\Z|\n))")
_SIGN = re.compile(r"=>|[:=]")
_ESCAPE = re.compile(r"\\([\\/'\"nrt])")
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}
_DEEPEST = 50
_YAML_COMMENT = re.compile(r"(?:\A|\s)#.*")
_YAML_LINE = re.compile(r"(?P<indent> *)(?P<dash>- +)?(?:(?P<key>[\w.:/-]+): *)?(?P<value>.*)")


class NotLooseDataError(ValueError):
    """The text is not nearly JSON either."""


def read_loose_json(text: str) -> Any:
    """Read one object or array, whose strings may lack quotes.

    >>> read_loose_json("[{Key:env,Value:prod}]")
    [{'Key': 'env', 'Value': 'prod'}]

    Raises:
        NotLooseDataError: The text is not of this form.
    """
    reader = _Reader(text)
    value = reader.value(0)
    reader.space()
    if reader.at < len(text) or isinstance(value, str):
        raise NotLooseDataError
    return value


class _Reader:
    """Reads one text from start to end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def space(self) -> None:
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def taken(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        self.space()
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()
        return match

    def next_is(self, char: str) -> bool:
        self.space()
        if self.text.startswith(char, self.at):
            self.at += len(char)
            return True
        return False

    def value(self, depth: int) -> Any:
        if depth > _DEEPEST:
            raise NotLooseDataError
        if self.next_is("{"):
            return self.object(depth)
        if self.next_is("["):
            return self.array(depth)
        if quoted := self.taken(_QUOTED):
            return _unescaped(quoted)
        bare = self.taken(_BARE_VALUE)
        if not bare or not bare[0].strip():
            raise NotLooseDataError
        return bare[0].strip()

    def object(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not self.next_is("}"):
            quoted = self.taken(_QUOTED)
            bare = None if quoted else self.taken(_BARE_KEY)
            key = _unescaped(quoted) if quoted else bare[0] if bare else ""
            if not key or key in found or not self.taken(_SIGN):
                raise NotLooseDataError
            if self.taken(_NOTHING):
                found.pop(key, None)  # a member without a value is left out
            else:
                found[key] = self.value(depth + 1)
            # Terraform separates pairs with line breaks.
            if not self.next_is(",") and not self.text.startswith("}", self.at) and "\n" not in self.text:
                raise NotLooseDataError
        return found

    def array(self, depth: int) -> list[Any]:
        found: list[Any] = []
        while not self.next_is("]"):
            found.append(self.value(depth + 1))
            if not self.next_is(",") and not self.text.startswith("]", self.at):
                raise NotLooseDataError
        return found


def _unescaped(match: re.Match[str]) -> str:
    string = match[1] if match[1] is not None else match[2]
    return _ESCAPE.sub(lambda escape: _ESCAPED.get(escape[1], escape[1]), string)


def read_loose_yaml(text: str) -> Any:
    """Read a block of YAML: mappings and lists by indentation, every scalar a string.

    >>> read_loose_yaml("- Key: env\\n  Value: prod")
    [{'Key': 'env', 'Value': 'prod'}]

    Raises:
        NotLooseDataError: The text is not of this form.
    """
    lines = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _YAML_LINE.fullmatch(line)
        if not match:
            raise NotLooseDataError
        indent = len(match["indent"])
        if match["dash"]:
            lines.append((indent, "-", ""))
            indent += len(match["dash"])
        if match["key"] or match["value"]:
            lines.append((indent, match["key"] or "", _YAML_COMMENT.sub("", match["value"]).strip()))
    value, rest = _block(lines, 0)
    if rest < len(lines) or isinstance(value, str):
        raise NotLooseDataError
    return value


def _block(lines: list[tuple[int, str, str]], at: int, depth: int = 0) -> tuple[Any, int]:
    """Read the block that starts at a line; return it and the line after it."""
    if at >= len(lines) or depth > _DEEPEST:
        raise NotLooseDataError
    indent, first, value = lines[at]
    if first == "-":
        items = []
        while at < len(lines) and lines[at][:2] == (indent, "-"):
            item, at = _block(lines, at + 1, depth + 1)
            items.append(item)
        return items, at
    if not first:
        return value.strip("'\""), at + 1
    found: dict[str, Any] = {}
    while at < len(lines) and lines[at][0] == indent and lines[at][1] not in ("", "-"):
        _, key, value = lines[at]
        if key in found:
            raise NotLooseDataError
        if _NOTHING.fullmatch(value):
            at += 1
        elif value:
            found[key], at = value.strip("'\""), at + 1
        else:
            found[key], at = _block(lines, at + 1, depth + 1)
    return found, at
