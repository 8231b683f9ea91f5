"""Pydantic's models and constrained types: pydantic gives their shape and validates them."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from shorthand.errors import Kind, Place, ShorthandError, ShorthandTypeError, error_of
from shorthand.schemas.converter import Converter, unfit
from shorthand.schemas.json_schemas import json_schema
from shorthand.schemas.schema_parts import SchemaParts

if TYPE_CHECKING:
    from pydantic import TypeAdapter

# The packages whose annotations pydantic checks.
_CONSTRAINT_PACKAGES = ("pydantic", "annotated_types")


def is_pydantic_type(tp: Any) -> bool:
    """Return whether pydantic defines the type: a model, a dataclass of pydantic, or a type such as HttpUrl."""
    if "pydantic" not in sys.modules or not isinstance(tp, type):
        return False
    return "__pydantic_validator__" in vars(tp) or hasattr(tp, "__get_pydantic_core_schema__")


def is_constrained(metadata: tuple[Any, ...]) -> bool:
    """Return whether pydantic checks something that is beside a type in `Annotated`."""
    return any(
        type(part).__module__.partition(".")[0] in _CONSTRAINT_PACKAGES or hasattr(part, "__get_pydantic_core_schema__")
        for part in metadata
    )


def pydantic_converter(tp: Any) -> Converter:
    """Return the conversion of a type that pydantic validates.

    Raises:
        ShorthandTypeError: The type has no shape, or pydantic is not installed.
    """
    try:
        import pydantic
    except ModuleNotFoundError:
        raise ShorthandTypeError(
            f"pydantic must check the constraints of {tp}, and it is not installed",
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
    return SchemaParts(schema).completed(Converter(shape, _Builder(adapter).build, _Dumper(adapter, schema).dump))


class _Builder:
    """Builds instances with pydantic."""

    def __init__(self, adapter: TypeAdapter[Any]) -> None:
        self.adapter = adapter

    def build(self, value: Any, place: Place) -> Any:
        from pydantic import ValidationError

        try:
            return self.validated(value)
        except ValidationError as error:
            raise _own_error(error, value, place) from None

    def validated(self, value: Any) -> Any:
        try:
            text = json.dumps(value)
        except TypeError:  # a file gave bytes
            return self.adapter.validate_python(value)
        # From JSON even a strict model takes a time or an enum as a string.
        return self.adapter.validate_json(text)


class _Dumper:
    """Dumps instances with pydantic, so that they can be built again."""

    def __init__(self, adapter: TypeAdapter[Any], schema: Mapping[str, Any]) -> None:
        written = json.dumps(schema, default=str)
        self.adapter = adapter
        # The member that tells alternatives apart must be given, even where it has its default value.
        keeps_defaults = '"discriminator"' in written
        self.options: dict[str, Any] = {
            "by_alias": True,
            "exclude_none": True,
            "exclude_defaults": not keeps_defaults,
            "warnings": "error",
        }
        self.has_secrets = '"writeOnly"' in written

    def dump(self, instance: Any) -> Any:
        value = self.adapter.dump_python(instance, mode="json", **self.options)
        if not self.has_secrets:
            return value
        # In JSON pydantic hides secrets, which could not be read back.
        return _with_secrets(value, self.adapter.dump_python(instance, mode="python", **self.options))


def _with_secrets(value: Any, instance: Any) -> Any:
    if hasattr(instance, "get_secret_value"):
        secret = instance.get_secret_value()
        return secret.decode() if isinstance(secret, bytes) else secret
    if isinstance(value, dict) and isinstance(instance, Mapping):
        return {key: _with_secrets(item, instance.get(key)) for key, item in value.items()}
    if isinstance(value, list) and isinstance(instance, (list, tuple)):
        return [_with_secrets(item, inner) for item, inner in zip(value, instance, strict=True)]
    return value


def _own_error(error: Any, value: Any, place: Place) -> ShorthandError:
    """Return pydantic's errors as a ShorthandTypeError, each with its place."""
    faults = []
    for found in error.errors(include_url=False, include_context=False):
        inner, reason = located_reason(found, value)
        fault = unfit(reason, (*place, *inner)).diagnostics[0]
        faults.append(replace(fault, kind=Kind.MISSING_MEMBER) if found["type"] == "missing" else fault)
    wrong = ShorthandTypeError.of(faults)
    wrong.__cause__ = error
    return wrong


def located_reason(found: Any, value: Any) -> tuple[Place, str]:
    """Return where in a value an error of pydantic is, as far as the value exists there, and what is wrong.

    Args:
        found: One item of `ValidationError.errors()`.
        value: What pydantic validated.
    """
    steps: list[str | int] = []
    for step in found["loc"]:
        if (isinstance(value, dict) and step in value) or (
            isinstance(value, list) and isinstance(step, int) and step < len(value)
        ):
            value = value[step]
        elif found["type"] == "missing" and step == found["loc"][-1]:
            return tuple(steps), f"missing required member {step}"
        else:  # pydantic names the alternatives of a union, and its functions, among the steps
            continue
        steps.append(step)
    reason = found["msg"].removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return tuple(steps), reason[:1].lower() + reason[1:]
