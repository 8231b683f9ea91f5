"""Values as YAML that the AWS CLI reads as the same values."""

from __future__ import annotations

import re
import sys
from typing import Any

import yaml

from shorthand.errors.rendering import is_visible

# What is a number in YAML 1.2, which the AWS CLI reads, and may be none in 1.1, which PyYAML writes: 08, 1e3, +.5.
_LIKE_NUMBER = re.compile(r"[-+.]*[0-9_]")
# YAML 1.1 takes these for the end of a line.
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


def yaml_text(value: Any) -> str:
    """Write a value as YAML. On a terminal, characters that it would obey are escaped, which is the same YAML."""
    text = _dumped(value, allow_unicode=True)
    if not sys.stdout.isatty() or all(char == "\n" or is_visible(char) for char in text):
        return text
    return _dumped(value, allow_unicode=False)


def _dumped(value: Any, *, allow_unicode: bool) -> str:
    text: str = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=allow_unicode, width=1_000_000)
    return text.removesuffix("\n")


class _Dumper(yaml.SafeDumper):
    """Writes texts in quotes where YAML 1.2 would read something else."""

    def _text(self, text: str) -> yaml.ScalarNode:
        style = '"' if _LINE_ENDS.search(text) else "'" if _LIKE_NUMBER.match(text) else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 -- PyYAML's signature
        """Return True: what is equal is written again, because few people know aliases."""
        return True


_Dumper.add_representer(str, _Dumper._text)
