"""Merge JSON Schemas that apply to one value together (`allOf`, and what is beside a `$ref`) into one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from shorthand.errors import describe
from shorthand.schemas.json_schema_references import Part, array, malformed

_OBJECT_WORDS = ("additionalProperties", "propertyNames")
_ARRAY_WORDS = ("items", "additionalItems")
_FORMAT_WORDS = ("format", "contentEncoding")
TYPES = ("null", "boolean", "object", "array", "number", "integer", "string")


@dataclass
class Merged:
    """What several schemas say about one value, by keyword. Only keywords that decide a shape are kept.

    Attributes:
        pointer: Where the first of the schemas is.
        types: The types that all of them allow; None where none of them names a type.
        values: What `enum` and `const` allow; None without either.
        properties: The schemas that apply to each property.
        required: The names of the required properties.
        prefix: The schemas that apply to each of the first items.
        words: The schemas of every other keyword that has schemas, such as `items`.
        patterns: The schemas of `patternProperties`, by pattern.
        formats: The values of `format` and `contentEncoding`, the first one first.
        alternatives: Each `anyOf` and `oneOf`, as its keyword, its pointer and its schemas.
        is_discriminated: Whether an OpenAPI `discriminator` tells the alternatives apart.
    """

    pointer: str = "#"
    types: list[str] | None = None
    values: list[Any] | None = None
    properties: dict[str, list[Part]] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    prefix: list[list[Part]] = field(default_factory=list)
    words: dict[str, list[Part]] = field(default_factory=dict)
    patterns: dict[str, list[Part]] = field(default_factory=dict)
    formats: list[str] = field(default_factory=list)
    alternatives: list[tuple[str, list[Part]]] = field(default_factory=list)
    is_discriminated: bool = False

    def add(self, part: Part) -> None:
        """Add one more schema, in which references and `allOf` have been followed already."""
        node = part.node
        self._add_types(part)
        self._add_values(part)
        self._add_members(part)
        for word in (*_OBJECT_WORDS, *_ARRAY_WORDS):
            if word in node and not isinstance(node[word], list):
                self.words.setdefault(word, []).append(part.at(word))
        self.formats += [node[word] for word in reversed(_FORMAT_WORDS) if isinstance(node.get(word), str)]
        for word in ("anyOf", "oneOf"):
            if word in node:
                pointer = f"{part.pointer}/{word}"
                count = len(array(node[word], pointer))
                self.alternatives.append((pointer, [part.at(word, index) for index in range(count)]))
        self.is_discriminated |= isinstance(node.get("discriminator"), Mapping)

    def _add_types(self, part: Part) -> None:
        named = part.node.get("type")
        if named is None:
            return
        pointer = f"{part.pointer}/type"
        types = [named] if isinstance(named, str) else array(named, pointer)
        for name in types:
            if not isinstance(name, str):
                raise malformed(f"expected the name of a type, got {describe(name)}", pointer)
            if name not in TYPES:
                raise malformed(f"unknown type {name!r}", pointer)
        if self.types is not None:
            # Every integer is a number.
            widened = {*types, "integer"} if "number" in types else set(types)
            kept = [name for name in self.types if name in widened]
            kept += ["integer"] if "integer" in types and "number" in self.types else []
            if not kept:
                raise malformed(f"no value is of type {_either(self.types)} and of type {_either(types)}", pointer)
            types = kept
        self.types = types

    def _add_values(self, part: Part) -> None:
        for word in ("enum", "const"):
            if word not in part.node:
                continue
            pointer = f"{part.pointer}/{word}"
            values = array(part.node["enum"], pointer) if word == "enum" else [part.node["const"]]
            if self.values is not None:
                allowed = {_key(value) for value in self.values}
                values = [value for value in values if _key(value) in allowed]
                if not values:
                    raise malformed("no value is in both enums", pointer)
            self.values = values

    def _add_members(self, part: Part) -> None:
        for word, members in (("properties", self.properties), ("patternProperties", self.patterns)):
            found = part.node.get(word, {})
            if not isinstance(found, Mapping):
                raise malformed("expected an object", f"{part.pointer}/{word}")
            for name in found:
                if not isinstance(name, str):
                    raise malformed(f"expected a string as the name, got {describe(name)}", f"{part.pointer}/{word}")
                members.setdefault(name, []).append(part.at(word, name))
        required = array(part.node.get("required", []), f"{part.pointer}/required")
        self.required.update(name for name in required if isinstance(name, str))
        # In older drafts `items` is what `prefixItems` is today.
        word = "items" if isinstance(part.node.get("items"), list) else "prefixItems"
        for index in range(len(array(part.node.get(word, []), f"{part.pointer}/{word}"))):
            if index == len(self.prefix):
                self.prefix.append([])
            self.prefix[index].append(part.at(word, index))


def merged(parts: Iterable[Part]) -> Merged:
    """Merge schemas in which references and `allOf` have been followed.

    Raises:
        ShorthandTypeError: They are malformed, or contradict each other.
    """
    whole: Merged | None = None
    for part in parts:
        if whole is None:
            whole = Merged(part.pointer)
        whole.add(part)
    return whole or Merged()


def _either(types: Iterable[str]) -> str:
    return " or ".join(types)


def _key(value: Any) -> Hashable:
    """Return what two equal JSON values have in common, and others have not."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return "number", value
    if isinstance(value, (list, tuple)):
        return "array", tuple(map(_key, value))
    if isinstance(value, Mapping):
        return "object", frozenset((name, _key(member)) for name, member in value.items())
    return type(value).__name__, value if isinstance(value, (str, bool)) else None
