"""Run the official JSON Schema test suite by hand: every valid instance must fit the shape of its schema.

    python -m tests.schemas.official_suite json/tests/draft2020-12

The suite is in the source distribution of the package `jsonschema`. A schema without a shape counts as refused. An
instance that shorthand cannot hold (null, or a value that is of another type than the schema implies) is left out.
"""

import json
import sys
from pathlib import Path
from typing import Any

import shorthand
from shorthand import sources
from shorthand.codec.convert import check
from shorthand.shapes import List, Map, Scalar, Structure

_PYTHON_TYPES: list[tuple[Any, Any]] = [(Structure, dict), (Map, dict), (List, list), (Scalar, (str, int, float))]


def is_of_implied_type(value: Any, shape: shorthand.shapes.Shape) -> bool:
    """Return whether a value is of the type that a schema without a `type` implies."""
    wanted = [python for kind, python in _PYTHON_TYPES if isinstance(shape, kind)]
    return not wanted or isinstance(value, wanted[0])


def main(directory: Path) -> None:
    schemas = refused = accepted = left_out = 0
    wrong: list[str] = []
    for path in sorted(directory.glob("*.json")):
        for group in json.loads(path.read_text("utf-8")):
            schemas += 1
            try:
                shape = shorthand.shapes.resolved(sources.json_schema(group["schema"]))
            except shorthand.ShorthandTypeError:
                refused += 1
                continue
            for test in group["tests"]:
                if not test["valid"] or not is_of_implied_type(test["data"], shape):
                    left_out += 1
                    continue
                try:
                    check(test["data"], shape)
                    accepted += 1
                except shorthand.ShorthandError as error:
                    wrong.append(f"{path.name}: {group['description']}: {test['description']}: {error.reason}")
    print(*wrong, sep="\n")
    print(f"{schemas} schemas, {refused} refused; {accepted} instances fit, {len(wrong)} do not, {left_out} left out")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
