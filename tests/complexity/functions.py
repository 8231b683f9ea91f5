"""What is measured: every public function over every family of inputs that it takes."""

from __future__ import annotations

import itertools
import shlex
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import shorthand
from shorthand import shapes, sources
from shorthand.aws.command_line.line_words import split_line
from shorthand.aws.command_line.to_input import read_command_line
from shorthand.codec.json_text import loads_json
from shorthand.lint import FileKind, apply_fixes, check
from tests.complexity import texts
from tests.complexity.items import families_of_items
from tests.complexity.measuring import Call, Family, printed
from tests.complexity.texts import OPTION, SHAPE


class Measured(NamedTuple):
    """One function over one family.

    Attributes:
        name: The function and the family.
        family: Makes the calls.
        largest: The largest size that is worth the time, with the function's constant factor in mind.
        is_text: Whether the size counts characters; otherwise it counts items.
    """

    name: str
    family: Family
    largest: int
    is_text: bool = True


def _of_text(function: Callable[[str], Any]) -> Callable[[texts.Make], Family]:
    """Return what makes the family of a function over texts."""

    def over(make: texts.Make) -> Family:
        def family(size: int) -> tuple[Call, int]:
            text = make(size)
            return printed(function, text), len(text)

        return family

    return over


# Corrections depend on the shape: each of these has rules of its own.
_TAG = shapes.Structure({"Key": shapes.String(), "Value": shapes.String()})
_FILTER = shapes.Structure({"Name": shapes.String(), "Values": shapes.List(shapes.String())})
_OPTIONS: dict[str, shapes.Shape] = {
    "tags": shapes.List(_TAG),
    "filters": shapes.List(_FILTER),
    "a tag": _TAG,
    "a map": shapes.Map(shapes.String(), shapes.String()),
    "integers": shapes.List(shapes.Integer()),
    "lists": shapes.List(shapes.List(shapes.String())),
}


def _read_option(shape: shapes.Shape) -> Callable[[str], Any]:
    return lambda text: shorthand.loads_option([text], shape)


def _in_a_command(text: str) -> str:
    return f"aws ec2 create-tags --resources i-1 --tags {shlex.quote(text)}\n"


def _linted(kind: FileKind) -> Callable[[str], Any]:
    return lambda text: apply_fixes(text, check(text, kind=kind), unsafe=True)


def _explained(text: str, shape: shapes.Shape | None = None) -> str:
    return str(shorthand.explain(text, shape))


def _command(line: str) -> Any:
    return read_command_line(split_line(line))


# The functions that take a shorthand text, each with the largest size that takes some seconds.
OF_SHORTHAND: dict[str, tuple[Callable[[str], Any], int]] = {
    "loads": (shorthand.loads, 10_000_000),
    "loads, lenient": (lambda text: shorthand.loads(text, strict=False, files=str), 10_000_000),
    "loads with a shape": (lambda text: shorthand.loads(text, SHAPE), 10_000_000),
    "loads_option": (lambda text: shorthand.loads_option([text], OPTION), 10_000_000),
    "loads_option of many tokens": (lambda text: shorthand.loads_option(text.split(",") or [""], OPTION), 1_000_000),
    "loads_option of words": (lambda text: shorthand.loads_option(text.split() or [""], _OPTIONS["tags"]), 1_000_000),
    **{f"loads_option of {name}": (_read_option(shape), 1_000_000) for name, shape in _OPTIONS.items()},
    "loads_commands": (lambda text: shorthand.loads_commands(_in_a_command(text)), 1_000_000),
    "explain": (_explained, 1_000_000),
    "explain with a shape": (lambda text: _explained(text, SHAPE), 1_000_000),
    "complete": (lambda text: shorthand.complete(text, SHAPE), 1_000_000),
    "complete inside": (lambda text: shorthand.complete(text, SHAPE, len(text) // 2), 1_000_000),
    "quote": (shorthand.quote, 10_000_000),
    "dumps": (lambda text: shorthand.dumps({"a": text, "b": [text, "c"]}), 10_000_000),
    "dumps_option": (lambda text: shorthand.dumps_option([{"K": text, "L": text.split(",")}], OPTION), 10_000_000),
    "tree": (shorthand.tree, 300_000),
}
_LARGEST_LINTED = dict.fromkeys(FileKind, 300_000)
OF_JSON: dict[str, tuple[Callable[[str], Any], int]] = {
    "loads_json": (loads_json, 10_000_000),
    "loads_option of JSON": (lambda text: shorthand.loads_option([text], OPTION), 10_000_000),
}


def _counted(make: Callable[[int], Call]) -> Family:
    return lambda size: (make(size), size)


def everything() -> Iterator[Measured]:
    """Yield every function over every family."""
    for (function, (call, largest)), (family, make) in itertools.product(
        OF_SHORTHAND.items(), (texts.SHORTHAND | texts.JSON).items()
    ):
        yield Measured(f"{function}: {family}", _of_text(call)(make), largest)
    for (function, (call, largest)), (family, make) in itertools.product(OF_JSON.items(), texts.JSON.items()):
        yield Measured(f"{function}: {family}", _of_text(call)(make), largest)
    for family, make in texts.LINES.items():
        yield Measured(f"split_line: {family}", _of_text(split_line)(make), 10_000_000)
        yield Measured(f"read_command_line: {family}", _of_text(_command)(make), 1_000_000)
    for (kind, largest), (family, make) in itertools.product(
        _LARGEST_LINTED.items(), (texts.SHORTHAND | texts.LINES).items()
    ):
        yield Measured(f"lint of {kind}: {family}", _of_text(_linted(kind))(make), largest)
    for family, make in texts.PAGES.items():
        yield Measured(f"reference_page: {family}", _of_text(sources.reference_page)(make), 1_000_000)
    for name, make_call, largest in families_of_items():
        yield Measured(name, _counted(make_call), largest, is_text=False)
