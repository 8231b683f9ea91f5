"""The public names as a type checker sees them; mypy checks this file, nothing runs it."""

from typing import Any, assert_type

import shorthand
from shorthand import files, shapes, sources
from shorthand.sources import Command

tag = shapes.Structure({"Key": shapes.String(enum=("a", "b")), "Size": shapes.Integer()}, required=("Key",))
tags = shapes.List(tag)

assert_type(shorthand.loads("Key=a", tag, strict=False, files=files.local), Any)
assert_type(shorthand.dumps({"Key": "a"}), str)
assert_type(shorthand.loads_option(["Key=a"], tags), Any)
assert_type(shorthand.dumps_option([{"Key": "a"}], tags, json_fallback=False), list[str])
assert_type(shorthand.quote("a"), str)
assert_type([candidate.text for candidate in shorthand.complete("K", tag, 1)], list[str])
assert_type(shorthand.explain("Key=a", tag).expected, str)
assert_type(tag.shorthand_syntax(), str | None)
assert_type(tag.json_syntax(), str)
assert_type(sources.aws("ec2", "create-tags"), Command)
assert_type(sources.reference_page("").options["--tags"].syntax(), str | None)
assert_type(sources.json_schema({"type": "string"}), shapes.Shape)
assert_type(sources.python_type(list[str]), shapes.Shape)


def drawn(error: shorthand.ShorthandError) -> str:
    """What an error carries."""
    assert_type(error.span, tuple[int, int] | None)
    assert_type(error.line, int | None)
    assert_type(error.fix, str | None)
    assert_type(error.errors, tuple[shorthand.ShorthandError, ...])
    return str(error)
