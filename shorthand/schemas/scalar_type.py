"""The hook for a scalar type of one's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from shorthand import shapes
from shorthand.errors import UnrepresentableError, describe
from shorthand.schemas.converter import Converter, build_by_calling


@dataclass(frozen=True)
class ScalarType:
    """How a type that the library does not know is written: as one word of a text.

    Put it beside the type in `Annotated`.

    >>> from typing import Annotated
    >>> import shorthand
    >>> class Size(int):
    ...     pass
    >>> def parse(text):
    ...     return Size(text.removesuffix("GB"))
    >>> Gigabytes = Annotated[Size, ScalarType(parse, lambda size: f"{size:d}GB", "a size", examples=("20GB",))]
    >>> shorthand.TypeAdapter(list[Gigabytes]).loads_option(["20GB", "5"])
    [20, 5]

    Attributes:
        parse: Makes an instance of a string. A ValueError, TypeError or ArithmeticError becomes a usage error.
        dump: Makes the string of an instance, which `parse` reads back as an equal one.
        name: What the string is, with its article, for errors: "expected a size, got 'x'".
        examples: Valid strings, for help texts and generated tests.
    """

    parse: Callable[[str], Any]
    dump: Callable[[Any], str] = str
    name: str = "a valid value"
    examples: tuple[str, ...] = ()

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Let the fields of pydantic's models take such a string too."""
        from pydantic_core import core_schema  # installed where pydantic asks

        def validate(value: Any) -> Any:
            if isinstance(source, type) and isinstance(value, source) and not isinstance(value, str):
                return value
            if not isinstance(value, (str, int, float)):
                raise ValueError(f"expected {self.name}, got {describe(value)}")
            try:
                return self.parse(str(value))
            except (ValueError, TypeError, ArithmeticError):
                raise ValueError(f"expected {self.name}, got {describe(value)}") from None

        return core_schema.no_info_plain_validator_function(
            validate,
            json_schema_input_schema=core_schema.str_schema(),
            serialization=core_schema.plain_serializer_function_ser_schema(
                self.dump, return_schema=core_schema.str_schema(), when_used="json"
            ),
        )


def custom_scalar(scalar: ScalarType) -> Converter:
    """Return the conversion for a ScalarType."""

    def dump(instance: Any) -> str:
        text = scalar.dump(instance)
        if not isinstance(text, str):
            raise UnrepresentableError(f"expected {scalar.name} to be written as a string, got {describe(text)}")
        return text

    def parse(text: Any) -> Any:
        # JSON may give a number or true where a string was meant.
        return scalar.parse(text if isinstance(text, str) else str(text))

    def read(raw: Any) -> Any:
        if type(raw) is not str:
            raise TypeError
        return scalar.parse(raw)

    return Converter(shapes.String(), build_by_calling(parse, scalar.name), dump, read, dump, samples=scalar.examples)
