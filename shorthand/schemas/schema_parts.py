"""Describe the parts of a JSON Schema as conversions: members, alternatives, limits and examples."""

from __future__ import annotations

import decimal
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from shorthand.schemas.converter import Converter, MemberDoc, keep_instance, keep_value
from shorthand.schemas.json_schema_references import Part, References
from shorthand.schemas.json_schema_unions import without_null
from shorthand.schemas.type_limits import Limits, limits_of
from shorthand.shapes import List, Map, Scalar, Shape, String, Structure, resolved

# Strings of the formats that pydantic and OpenAPI name.
_SAMPLES = {
    "uri": ("https://example.com/", "http://localhost:8080/a?b=c"),
    "multi-host-uri": ("postgres://user@localhost:5432/app",),
    "email": ("ann@example.com", "bob.b@example.org"),
    "name-email": ("Ann <ann@example.com>",),
    "uuid": ("00000000-0000-0000-0000-000000000001", "ffffffff-ffff-4fff-bfff-ffffffffffff"),
    "uuid1": ("a6cc5730-2261-11ee-9c43-2eb5a363657c",),
    "uuid3": ("9073926b-929f-31c2-abc9-fad77ae3e8eb",),
    "uuid4": ("9fe2c4e9-3f7c-4d8b-9c1e-2f6d7a8b9c0d",),
    "uuid5": ("886313e1-3b8a-5372-9b90-0c9aee199e5d",),
    "ipv4": ("10.0.0.1", "127.0.0.1"),
    "ipv6": ("::1", "2001:db8::1"),
    "ipvanyaddress": ("10.0.0.1", "::1"),
    "ipvanynetwork": ("10.0.0.0/8", "2001:db8::/32"),
    "ipvanyinterface": ("10.0.0.1/8", "2001:db8::1/32"),
    "ipv4network": ("10.0.0.0/8", "192.168.1.0/24"),
    "ipv6network": ("2001:db8::/32",),
    "ipv4interface": ("10.0.0.1/8",),
    "ipv6interface": ("2001:db8::1/32",),
    "duration": ("PT1H30M", "P2D", "PT0.5S"),
    "date": ("2026-01-31", "1999-12-31"),
    "time": ("12:00:00", "23:59:59.500000"),
    "date-time": ("2026-01-31T12:00:00Z", "2026-01-31T00:00:00+00:00"),
    "path": ("a", "a/b", "/tmp/x y"),  # noqa: S108 -- a sample
    "directory-path": (".",),
    "regex": ("a+", "[a-c]{2}"),
    "json-string": ("[1,2]", '{"a":1}'),
    "hostname": ("example.com", "localhost"),
}
_DECIMALS = ("1.50", "0", "-3", "0.5", "20", "1000")


class SchemaParts:
    """The parts of one JSON Schema document. Each is described once, so that a part may contain itself."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        """Keep the schema, from which descriptions are made when they are needed."""
        self.root = Part(schema, "#")
        self.references = References(schema)
        self.known: dict[tuple[int, ...], tuple[Converter, Shape, list[Part]]] = {}

    def completed(self, converter: Converter) -> Converter:
        """Return the conversion of the whole schema, with what the schema says about its parts."""
        shape = resolved(converter.shape)
        parts, branches = self.applying(self.root)
        return self.described(converter, shape, parts, branches)

    def converter(self, part: Part, shape: Shape) -> Converter:
        """Return a conversion that describes a part: it keeps every value as it is."""
        shape = resolved(shape)
        parts, branches = self.applying(part)
        key = (*(id(one.node) for one in (*parts, *branches)), id(shape))
        if key not in self.known:
            plain = Converter(shape, keep_value, keep_instance)
            # The shape and the parts are kept, because they are known by their identity.
            self.known[key] = self.described(plain, shape, parts, branches), shape, [*parts, *branches]
        return self.known[key][0]

    def applying(self, part: Part) -> tuple[list[Part], list[Part]]:
        """Return the schemas that always apply to a part, and the alternatives of which one applies."""
        found = self.references.flattened([part])
        branches = [
            one.at(word, index)
            for one in found
            for word in ("anyOf", "oneOf")
            if isinstance(one.node.get(word), list)
            for index in range(len(one.node[word]))
        ]
        branches = without_null(branches)
        if len(branches) == 1:  # the other one is null
            inner, more = self.applying(branches[0])
            return [*found, *inner], more
        return found, branches

    def described(
        self, converter: Converter, shape: Shape, parts: Sequence[Part], branches: Sequence[Part]
    ) -> Converter:
        """Return a conversion with the samples, limits, items, members and alternatives of a part."""
        nodes = [part.node for part in parts]
        limits = limits_of([*nodes, *(branch.node for branch in branches if isinstance(shape, Scalar))])
        if isinstance(shape, Structure):
            return replace(
                converter,
                documentation=partial(self.members, shape, parts, branches),
                alternatives=tuple(self.alternative(branch, shape) for branch in branches),
            )
        if isinstance(shape, (List, Map)):
            words = ("items",) if isinstance(shape, List) else ("additionalProperties",)
            inner = [part.at(word) for part in parts for word in words if isinstance(part.node.get(word), Mapping)]
            inner_shape = shape.member if isinstance(shape, List) else shape.value
            return replace(
                converter, limits=limits, item=self.converter(inner[0], inner_shape) if inner else converter.item
            )
        return replace(converter, limits=limits, samples=_samples(nodes, branches, shape, limits))

    def alternative(self, branch: Part, whole: Structure) -> Converter:
        """Return the conversion of one alternative of a structure: its own members, all that it requires given."""
        parts, inner = self.applying(branch)
        names = [name for part in parts for name in part.node.get("properties", {}) if name in whole.members]
        required = {name for part in parts for name in part.node.get("required", ())}
        # A constant tells the alternatives apart, and is given even where it is the default.
        required |= {
            name for part in parts for name, node in part.node.get("properties", {}).items() if "const" in node
        }
        shape = Structure(
            {name: whole.members[name] for name in dict.fromkeys(names)},
            required=tuple(name for name in dict.fromkeys(names) if name in required),
            name=whole.name,
        )
        return self.described(Converter(shape, keep_value, keep_instance), shape, parts, inner)

    def members(self, shape: Structure, parts: Sequence[Part], branches: Sequence[Part]) -> list[MemberDoc]:
        """Describe the members of a structure; those of its alternatives too."""
        plain = list(parts)
        for branch in branches:
            always, inner = self.applying(branch)
            plain += [*always, *(part for one in inner for part in self.applying(one)[0])]
        found: dict[str, MemberDoc] = {}
        for one in plain:
            for name, node in one.node.get("properties", {}).items():
                if name in shape.members and name not in found and isinstance(node, Mapping):
                    member = self.converter(one.at("properties", name), shape.members[name])
                    description = str(node.get("description", ""))
                    found[name] = MemberDoc(
                        name,
                        name in shape.required,
                        node.get("default"),
                        description,
                        member,
                        resolved(shape.members[name]),
                    )
        return [found[name] for name in shape.members if name in found]


def _samples(
    nodes: Sequence[Mapping[str, Any]], branches: Sequence[Part], shape: Shape, limits: Limits
) -> tuple[Any, ...]:
    """Return valid values of a scalar, where few of its shape are valid."""
    if not isinstance(shape, Scalar):
        return ()
    for node in nodes:
        if "const" in node:
            return (node["const"],)
        if isinstance(node.get("enum"), list):
            return tuple(value for value in node["enum"] if value is not None)
        if isinstance(node.get("examples"), list) and node["examples"]:
            return tuple(value for value in node["examples"] if isinstance(value, (str, int, float)))
        if node.get("format") in _SAMPLES:
            return _SAMPLES[node["format"]]
    kinds = {str(branch.node.get("type")) for branch in branches}
    if isinstance(shape, String) and kinds == {"number", "string"}:  # how pydantic describes a Decimal
        first = decimal.Decimal(str(limits.first_number(is_integer=False)))
        return (str(first), *(text for text in _DECIMALS if limits.contains(float(text)) and text != str(first)))
    return ()
