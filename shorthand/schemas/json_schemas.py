"""Convert a JSON Schema to a shape (draft 2020-12, and what OpenAPI and older drafts write)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from shorthand import shapes
from shorthand.errors import ShorthandTypeError
from shorthand.schemas.json_schema_merging import Merged, merged
from shorthand.schemas.json_schema_references import DECISIVE, Part, References, malformed
from shorthand.schemas.json_schema_unions import combined, is_alike, joined_member, without_null
from shorthand.syntax.raw import DEEPEST

_STRINGS: dict[str, shapes.Shape] = {
    "date-time": shapes.Timestamp(),
    "date": shapes.Timestamp(),
    "binary": shapes.Blob(),
    "byte": shapes.Blob(),
    "base64": shapes.Blob(),
}
_SCALARS: dict[str, shapes.Shape] = {
    "integer": shapes.Integer(),
    "number": shapes.Double(),
    "boolean": shapes.Boolean(),
    "string": shapes.String(),
}
_FORMATTED: dict[tuple[str, str], shapes.Shape] = {
    ("integer", "int64"): shapes.Long(),
    ("number", "float"): shapes.Float(),
    **{("string", name): shape for name, shape in _STRINGS.items()},
}
# Schemas that combine each of many parts with each of many others are refused. Real ones stay far below.
_MOST_WORK = 1_000_000
_ALTERNATIVES = {"anyOf", "oneOf", "discriminator"}
_ANY_STRING = Part({"type": "string"}, "#")


def json_schema(schema: Mapping[str, Any] | bool) -> shapes.Shape:
    """Return the shape that a JSON Schema describes.

    An object with properties is a structure, one with `additionalProperties` alone is a map, and one with neither is a
    document, as is everything untyped. A null alternative is ignored, because a member that may be null can be left
    out. Alternatives that a discriminator or a constant member tells apart become one structure of all their members.

    >>> tag = {"type": "object", "properties": {"Key": {"type": "string"}, "Value": {"type": "string"}}}
    >>> json_schema({"type": "array", "items": tag}).shorthand_syntax()
    'Key=string,Value=string ...'

    Args:
        schema: The schema, as `json.loads` returns it.

    Raises:
        ShorthandTypeError: The schema has no shape: it is malformed, or allows values that shorthand cannot tell apart,
            or refers to another document. `path` is the JSON pointer.
    """
    try:
        return _Converter(schema).shape(Part(schema, "#"))
    except RecursionError:
        raise _too_deep() from None


class _Converter:
    """One schema document being converted.

    A shape is known by the schemas that apply to it, so a schema that contains itself becomes a reference.
    """

    def __init__(self, root: object) -> None:
        self.references = References(root)
        self.finished: dict[tuple[int, ...], shapes.Shape] = {}
        self.names: dict[tuple[int, ...], str] = {}
        self.taken: set[str] = set()
        self.bases: dict[int, Any] = {}
        self.depth = 0
        self.work = 0

    def shape(self, *parts: Part) -> shapes.Shape:
        """Return the shape of a value that all the schemas apply to."""
        plain = self.references.flattened(parts)
        self.count(len(plain))
        if not plain:
            return shapes.Document()
        key = tuple(id(part.node) for part in plain)
        if key in self.finished:
            return self.finished[key]
        if key in self.names:
            return shapes.Ref(self.names[key], partial(self.finished.__getitem__, key))
        self.names[key] = self.unused_name(plain[0].pointer)
        self.depth += 1
        if self.depth > DEEPEST:
            raise _too_deep()
        found = self.described(plain)
        self.depth -= 1
        if isinstance(found, shapes.Ref) and found.target_name == self.names[key]:
            raise malformed("the schema refers to nothing but itself", plain[0].pointer)
        self.finished[key] = found
        return found

    def unused_name(self, pointer: str) -> str:
        """Return a name for the schema at a pointer: the last step, or the whole pointer where that is taken."""
        name = pointer.rpartition("/")[2]
        name = pointer if name in self.taken else name
        self.taken.add(name)
        return name

    def count(self, work: int) -> None:
        """Stop when a schema takes more work than its size explains."""
        self.work += work
        if self.work > _MOST_WORK:
            raise malformed("the schema combines too many alternatives", "#")

    def described(self, parts: Sequence[Part]) -> shapes.Shape:
        whole = merged(parts)
        self.count(len(whole.properties) + len(whole.values or ()))
        if whole.alternatives:
            return self.alternatives(whole, parts)
        if whole.values is not None:
            return _enumeration(whole.values, whole.pointer)
        named = [name for name in whole.types or () if name != "null"]
        if len(named) > 1 and not set(named) <= {"integer", "number"}:
            raise malformed(f"shorthand cannot tell {' and '.join(named)} apart", f"{whole.pointer}/type")
        kind = "number" if len(named) > 1 else named[0] if named else _implied_type(whole)
        if kind == "object":
            return self.structure_or_map(whole)
        if kind == "array":
            return self.array(whole)
        if kind not in _SCALARS:
            return shapes.Document()
        formatted = (_FORMATTED.get((kind, name)) for name in whole.formats)
        return next((shape for shape in formatted if shape), _SCALARS[kind])

    def structure_or_map(self, whole: Merged) -> shapes.Shape:
        if whole.properties:
            members = {
                name: self.shape(*parts)
                for name, parts in whole.properties.items()
                if all(part.node is not False for part in parts)
            }
            return shapes.Structure(members, required=tuple(name for name in members if name in whole.required))
        key: shapes.Shape = shapes.String()
        if "propertyNames" in whole.words:
            key = self.shape(_ANY_STRING, *whole.words["propertyNames"])
            if not isinstance(key, shapes.String):
                raise malformed("the keys of a map are strings", whole.words["propertyNames"][0].pointer)
        values = [part for part in whole.words.get("additionalProperties", ()) if part.node is not True]
        if any(part.node is False for part in values) and not whole.patterns:
            return shapes.Structure({})
        values = [part for part in values if part.node is not False]
        if not values and len(whole.patterns) == 1:
            (values,) = whole.patterns.values()
        return shapes.Map(key, self.shape(*values)) if values else shapes.Document()

    def array(self, whole: Merged) -> shapes.Shape:
        items = whole.words.get("additionalItems" if whole.prefix else "items", whole.words.get("items", []))
        described = [*whole.prefix, *([items] if items else [])]
        members = [self.shape(*parts) for parts in described if all(part.node is not False for part in parts)]
        if not all(is_alike(member, members[0]) for member in members):
            raise malformed("the items of a list are all of one type", f"{whole.pointer}/prefixItems")
        return shapes.List(members[0] if members else shapes.Document())

    def alternatives(self, whole: Merged, parts: Sequence[Part]) -> shapes.Shape:
        """Return the shape of a value to which one of several schemas applies, besides those that always apply."""
        (pointer, branches), *more = whole.alternatives
        if more:
            raise malformed("shorthand cannot combine several lists of alternatives", more[0][0])
        branches = without_null(branches)
        if not branches:
            raise malformed("expected an alternative other than null: shorthand has no null", pointer)
        base = [part for part in map(self.without_alternatives, parts) if part.node is not True]
        if whole.properties:
            return self.refined(merged(base), branches)
        found = [self.shape(*base, branch) for branch in branches]
        return combined(found, branches, pointer, self.open_names(), is_discriminated=whole.is_discriminated)

    def without_alternatives(self, part: Part) -> Part:
        """Return the schema that applies beside the alternatives of a schema, always the same one."""
        if id(part.node) not in self.bases:
            rest = {word: part.node[word] for word in DECISIVE - _ALTERNATIVES if word in part.node}
            self.bases[id(part.node)] = rest or True
        return Part(self.bases[id(part.node)], part.pointer)

    def refined(self, always: Merged, branches: Sequence[Part]) -> shapes.Shape:
        """Return one structure: the members that always apply, and what the alternatives add.

        Which members go together is left to the program that takes the value.
        """
        described: dict[str, list[list[Part]]] = {name: [] for name in always.properties}
        common: set[str] | None = None
        for branch in branches:
            one = merged(self.references.flattened([branch]))
            if one.alternatives:
                raise malformed("shorthand cannot combine several lists of alternatives", one.alternatives[0][0])
            self.count(len(one.properties))
            for name, parts in one.properties.items():
                described.setdefault(name, []).append([*always.properties.get(name, ()), *parts])
            common = one.required if common is None else common & one.required
        members: dict[str, shapes.Shape] = {}
        for name, several in described.items():
            if name in always.properties and len(several) < len(branches):
                # An alternative that does not mention the member allows whatever always applies.
                several = [always.properties[name]]
            found = [self.shape(*parts) for parts in several if all(part.node is not False for part in parts)]
            if found:
                members[name] = joined_member(name, found, always.pointer)
        required = always.required | (common or set())
        return shapes.Structure(members, required=tuple(name for name in members if name in required))

    def open_names(self) -> set[str]:
        """Return the names of the schemas that are being converted."""
        return {name for key, name in self.names.items() if key not in self.finished}


def _implied_type(whole: Merged) -> str:
    """Return the type that a schema without one means."""
    if whole.properties:
        return "object"
    return "array" if whole.prefix or "items" in whole.words else ""


def _enumeration(values: Sequence[Any], pointer: str) -> shapes.Shape:
    """Return the shape of a value that is one of those listed."""
    given = [value for value in values if value is not None]
    kinds = {type(value) for value in given}
    if kinds == {str}:
        return shapes.String(tuple(given))
    if kinds == {bool}:
        return shapes.Boolean()
    if kinds == {int}:
        return shapes.Integer()
    if kinds and kinds <= {int, float}:
        return shapes.Double()
    raise malformed("the values of an enum are scalars of one type", f"{pointer}/enum")


def _too_deep() -> ShorthandTypeError:
    return malformed(f"the schema is nested more than {DEEPEST} levels deep", "#")
