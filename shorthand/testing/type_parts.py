"""The parts of a Python type and of its shape, side by side: what a generated value must look like."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from shorthand.errors import ShorthandError
from shorthand.schemas.converter import Converter, keep_value
from shorthand.schemas.type_limits import NO_LIMITS, Limits
from shorthand.shapes import List, Map, Scalar, Shape, String, Structure, resolved

# One of them fits most types that are one word of a text.
_COMMON_TEXTS = (
    *("a", "1", "0", "ab", "abc", "ABC", "A1", "10", "1.5", "true", "a-b", "a_b", "a.b", "a/b", "a:b", "a=b", "a,b"),
    *("1s", "10m", "1h30m", "1GB", "20GB", "1Gi", "50%", "0x1f", "#ffffff", "1.2.3", "v1.0", "10.0.0.1", "10.0.0.0/8"),
    *("2026-01-31", "12:00:00", "12:30", "2026-01-31T12:00:00Z", "en-US", "EUR", "localhost", "localhost:8080", "8080"),
    *(
        "example.com",
        "ann@example.com",
        "https://example.com/",
        "arn:aws:s3:::name",
        "us-east-1",
        "i-0123456789abcdef0",
    ),
)


class TypePart:
    """One part of a type: its shape, and what is known about it beside the shape.

    Attributes:
        shape: The shape.
        converter: The conversion of the part's type; None where only the shape is known.
    """

    def __init__(self, shape: Shape, converter: Converter | None = None) -> None:
        self.shape = resolved(shape)
        self.converter = converter

    @property
    def key(self) -> tuple[int, int]:
        """What tells parts apart. Parts are kept as long as the key is used."""
        return id(self.shape), id(self.converter)

    @cached_property
    def alternatives(self) -> list[TypePart]:
        """The alternatives of a union of structures."""
        return [TypePart(one.shape, one) for one in self.converter.alternatives] if self.converter else []

    @cached_property
    def members(self) -> dict[str, TypePart]:
        """The members of a structure."""
        if not isinstance(self.shape, Structure):
            return {}
        documented = self.converter.documentation() if self.converter and self.converter.documentation else []
        known = {member.name: member.item for member in documented}
        return {name: TypePart(shape, known.get(name)) for name, shape in self.shape.members.items()}

    @cached_property
    def item(self) -> TypePart:
        """The items of a list, or the values of a map."""
        inner = self.shape.member if isinstance(self.shape, List) else getattr(self.shape, "value", self.shape)
        return TypePart(inner, self.converter.item if self.converter else None)

    @cached_property
    def limits(self) -> Limits:
        """What the part asks beside its shape: what its type says, and the minimum of its shape."""
        limits = self.converter.limits if self.converter else NO_LIMITS
        minimum = getattr(self.shape, "minimum", None)
        if minimum is None:
            return limits
        if isinstance(self.shape, (String, List)):
            return limits._replace(shortest=max(limits.shortest, int(minimum)))
        return limits._replace(least=minimum) if limits.least is None else limits

    @cached_property
    def samples(self) -> Sequence[Any]:
        """Valid values of a scalar, where few of its shape are valid; () where most of them are."""
        if isinstance(self.shape, String) and self.shape.enum:
            return self.converter.samples if self.converter and self.converter.samples else self.shape.enum
        if self.converter is None or not isinstance(self.shape, Scalar):
            return ()
        if self.converter.samples or not isinstance(self.shape, String) or self.converter.build is keep_value:
            return self.converter.samples
        fitting = [text for text in _COMMON_TEXTS if self.accepts(text)]
        return () if len(fitting) == len(_COMMON_TEXTS) else fitting

    def accepts(self, value: Any) -> bool:
        """Return whether the type of a scalar accepts a value."""
        if self.converter is None or isinstance(self.shape, (List, Map, Structure)):
            return True
        try:
            self.converter.build(value, ())
        except ShorthandError:
            return False
        return True
