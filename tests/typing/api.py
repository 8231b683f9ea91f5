"""The public names as a type checker sees them. mypy checks this file, and nothing runs it."""

from dataclasses import dataclass
from typing import Annotated, Any, assert_type

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


@dataclass
class Tag:
    """A Python type in place of a shape."""

    Key: str
    Value: str = ""


assert_type(shorthand.loads("Key=a", Tag), Tag)
assert_type(shorthand.loads_option(["Key=a"], list[Tag]), list[Tag])
assert_type(shorthand.loads_option(["a=b"], dict[str, int]), dict[str, int])
optional = shorthand.loads_option(["Key=a"], Tag | None)
assert_type(optional, Tag | None)
annotated = shorthand.loads("Key=a", Annotated[Tag, "for people"])
assert_type(annotated, Tag)
assert_type(shorthand.dumps(Tag("a")), str)
assert_type(shorthand.dumps_option([Tag("a")]), list[str])
adapter = shorthand.TypeAdapter(list[Tag])
assert_type(adapter, shorthand.TypeAdapter[list[Tag]])
assert_type(adapter.loads_option(["Key=a"]), list[Tag])
assert_type(adapter.dumps_option([Tag("a")]), list[str])
assert_type(adapter.shape, shapes.Shape)


def drawn(error: shorthand.ShorthandError) -> str:
    """Check the types of what an error carries."""
    assert_type(error.span, tuple[int, int] | None)
    assert_type(error.line, int | None)
    assert_type(error.fix, str | None)
    assert_type(error.errors, tuple[shorthand.ShorthandError, ...])
    return str(error)
