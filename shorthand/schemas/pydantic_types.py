"""Pydantic's models, and types that carry its constraints: their shape and their validation are pydantic's own."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import Any

from shorthand.errors import Place, ShorthandError, ShorthandTypeError, error_of
from shorthand.schemas.declared import Declared, unfit
from shorthand.schemas.json_schemas import json_schema


def is_pydantic(tp: Any) -> bool:
    """Whether the type is a model or a dataclass of pydantic's."""
    return "pydantic" in sys.modules and isinstance(tp, type) and "__pydantic_validator__" in vars(tp)


def constrains(metadata: tuple[Any, ...]) -> bool:
    """Whether what stands beside a type in `Annotated` is for pydantic to heed."""
    return any(
        # A validator of pydantic's own, a Field, a constraint, or whatever else says that pydantic is to ask it.
        type(part).__module__.partition(".")[0] in ("pydantic", "annotated_types")
        or hasattr(part, "__get_pydantic_core_schema__")
        for part in metadata
    )


def pydantic_type(tp: Any) -> Declared:
    """What a type that pydantic knows comes to. Raises ShorthandTypeError where it has no shape."""
    try:
        import pydantic
    except ModuleNotFoundError:
        raise ShorthandTypeError(
            f"the constraints of {tp} are pydantic's to check, which is not installed",
            hint="pip install 'aws-shorthand[pydantic]'",
        ) from None
    name = getattr(tp, "__name__", str(tp))
    try:
        adapter: pydantic.TypeAdapter[Any] = pydantic.TypeAdapter(tp)
        schema = adapter.json_schema(by_alias=True)
    except (pydantic.errors.PydanticUserError, pydantic.errors.PydanticUndefinedAnnotation) as error:
        raise ShorthandTypeError(f"{name} has no shorthand: {error.message}") from None
    try:
        shape = json_schema(schema)
    except ShorthandError as error:
        first = error.diagnostics[0]
        raise error_of([replace(first, reason=f"{name} has no shorthand: {first.reason}")]) from None

    def build(value: Any, place: Place) -> Any:
        try:
            try:
                # As JSON even a strict model takes a time, or an enum, from a string.
                return adapter.validate_json(json.dumps(value))
            except TypeError:  # a file gave bytes
                return adapter.validate_python(value)
        except pydantic.ValidationError as error:
            raise _ours(error, value, place) from None

    def plain(instance: Any) -> Any:
        return adapter.dump_python(instance, mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)

    return Declared(shape, build, plain)


def _ours(error: Any, value: Any, place: Place) -> ShorthandError:
    """Pydantic's errors, each with its path."""
    found = (_named(part, value) for part in error.errors(include_url=False, include_context=False))
    wrong = ShorthandTypeError.of(unfit(reason, (*place, *inner)).diagnostics[0] for inner, reason in found)
    wrong.__cause__ = error
    return wrong


def _named(part: Any, value: Any) -> tuple[Place, str]:
    """The place that leads to the fault as far as the value has it, and what is wrong there."""
    steps: list[str | int] = []
    for step in part["loc"]:
        if (isinstance(value, dict) and step in value) or (
            isinstance(value, list) and isinstance(step, int) and step < len(value)
        ):
            value = value[step]
        elif part["type"] == "missing" and step == part["loc"][-1]:
            return tuple(steps), f"the required member {step} is missing"
        else:  # pydantic names the alternatives of a union, and its functions, among the steps
            continue
        steps.append(step)
    reason = part["msg"].removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return tuple(steps), reason[:1].lower() + reason[1:]
