"""JSON Schema (2020-12, and what OpenAPI and older drafts write) to a shape."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from shorthand import shapes
from shorthand.errors import ShorthandTypeError
from shorthand.shapes import resolved
from shorthand.syntax.raw import DEEPEST

_STRINGS: dict[object, shapes.Shape] = {
    "date-time": shapes.Timestamp(),
    "date": shapes.Timestamp(),
    "binary": shapes.Blob(),
    "byte": shapes.Blob(),
    "base64": shapes.Blob(),
}
_NUMBERS = (shapes.Integer, shapes.Long, shapes.Float, shapes.Double)
# What says nothing about the type of a value.
_ANNOTATIONS = {"title", "description", "default", "examples", "deprecated", "$comment", "readOnly", "writeOnly"}


def json_schema(schema: Mapping[str, Any] | bool) -> shapes.Shape:
    """The shape that a JSON Schema describes.

    An object with properties is a structure, one with additionalProperties alone a map, and one with neither, as
    everything untyped, a document. Null as one alternative makes nothing of it: a member that may be null may be left
    out. Alternatives that a discriminator tells apart are one structure of all their members. Raises
    ShorthandTypeError, with the JSON pointer, for what has no shape: a union of different types, a reference to another
    file, a schema that is malformed.

    >>> json_schema({"type": "array", "items": {"type": "object", "properties": {"Key": {"type": "string"}}}})
    List(name='', member=Structure(name='', members={'Key': String(name='', enum=())}, required=(), union=False))
    """
    return _Schema(schema).shape(schema, "#", ())


class _Schema:
    """One schema document, and the references in it that have been followed."""

    def __init__(self, root: object) -> None:
        self.root = root
        self.resolved: dict[str, shapes.Shape] = {}
        self.depth = 0

    def shape(self, node: object, pointer: str, following: tuple[str, ...]) -> shapes.Shape:
        """`following`: the references that lead to this node, from the outermost."""
        if self.depth > DEEPEST:
            raise _wrong(f"the schema is nested more than {DEEPEST} deep", "#")
        self.depth += 1
        try:
            return self.described(node, pointer, following)
        finally:
            self.depth -= 1

    def described(self, node: object, pointer: str, following: tuple[str, ...]) -> shapes.Shape:
        if node is True:
            return shapes.Document()
        if not isinstance(node, Mapping):
            raise _wrong("a schema is an object, or true", pointer)
        if "$ref" in node:
            return self.reference(node["$ref"], pointer, following)
        for word in ("anyOf", "oneOf"):
            if word in node:
                return self.alternatives(node, word, pointer, following)
        if "allOf" in node:
            return self.shape(self.merged(node, pointer, following), pointer, following)
        if "const" in node:
            return self.enumeration([node["const"]], pointer)
        if "enum" in node:
            return self.enumeration(node["enum"], pointer)
        kinds = node.get("type", [])
        named = [kinds] if isinstance(kinds, str) else _array(kinds, f"{pointer}/type")
        real = [kind for kind in named if kind != "null"]
        if len(real) > 1:
            raise _wrong(f"shorthand cannot tell {' and '.join(map(str, real))} apart", f"{pointer}/type")
        if not real:
            real = ["object"] if "properties" in node else ["array"] if "items" in node else [""]
        return self.typed(real[0], node, pointer, following)

    def typed(self, kind: object, node: Mapping[str, Any], pointer: str, following: tuple[str, ...]) -> shapes.Shape:
        if kind == "object":
            return self.structure_or_map(node, pointer, following)
        if kind == "array":
            return self.array(node, pointer, following)
        if kind == "string":
            return _STRINGS.get(node.get("contentEncoding")) or _STRINGS.get(node.get("format")) or shapes.String()
        if kind == "integer":
            return shapes.Long() if node.get("format") == "int64" else shapes.Integer()
        if kind == "number":
            return shapes.Float() if node.get("format") == "float" else shapes.Double()
        if kind == "boolean":
            return shapes.Boolean()
        if kind == "":
            return shapes.Document()
        raise _wrong(f"{kind!r} is not a type of JSON Schema", f"{pointer}/type")

    def structure_or_map(self, node: Mapping[str, Any], pointer: str, following: tuple[str, ...]) -> shapes.Shape:
        properties = _object(node.get("properties", {}), f"{pointer}/properties")
        if properties:
            required = _array(node.get("required", []), f"{pointer}/required")
            return shapes.Structure(
                {
                    name: self.shape(part, f"{pointer}/properties/{_escaped(name)}", following)
                    for name, part in properties.items()
                },
                required=tuple(name for name in properties if name in required),
            )
        key: shapes.Shape = shapes.String()
        if "propertyNames" in node:
            names = _object(node["propertyNames"], f"{pointer}/propertyNames")
            key = self.shape({"type": "string", **names}, f"{pointer}/propertyNames", following)
            if not isinstance(key, shapes.String):
                raise _wrong("the keys of a map are strings", f"{pointer}/propertyNames")
        values = node.get("additionalProperties")
        if (
            values is None
            and isinstance(node.get("patternProperties"), Mapping)
            and len(node["patternProperties"]) == 1
        ):
            (values,) = node["patternProperties"].values()
        if values is None or isinstance(values, bool):
            return shapes.Structure({}) if values is False else shapes.Document()
        return shapes.Map(key, self.shape(values, f"{pointer}/additionalProperties", following))

    def array(self, node: Mapping[str, Any], pointer: str, following: tuple[str, ...]) -> shapes.Shape:
        members = [
            self.shape(part, f"{pointer}/prefixItems/{index}", following)
            for index, part in enumerate(_array(node.get("prefixItems", []), f"{pointer}/prefixItems"))
        ]
        if "items" in node and node["items"] is not False:
            members.append(self.shape(node["items"], f"{pointer}/items", following))
        if any(member != members[0] for member in members):
            raise _wrong("the items of a list are all of one type", f"{pointer}/prefixItems")
        return shapes.List(members[0] if members else shapes.Document())

    def reference(self, target: object, pointer: str, following: tuple[str, ...]) -> shapes.Shape:
        if not isinstance(target, str) or not target.startswith("#"):
            raise _wrong(f"{target!r} refers to another document", f"{pointer}/$ref")
        name = target.rpartition("/")[2] or target
        if target in following:
            return shapes.Ref(name, partial(self.resolved.__getitem__, target))
        if target not in self.resolved:
            shape = self.shape(self.at(target, pointer), target, (*following, target))
            if isinstance(shape, shapes.Ref) and shape.target_name == name:
                raise _wrong(f"{target} refers to nothing but itself", f"{pointer}/$ref")
            self.resolved[target] = shape
        return self.resolved[target]

    def at(self, target: str, pointer: str) -> object:
        from urllib.parse import unquote

        node: object = self.root
        for step in unquote(target[1:]).split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            if isinstance(node, Mapping) and key in node:
                node = node[key]
            elif isinstance(node, list) and key.isdecimal() and int(key) < len(node):
                node = node[int(key)]
            else:
                raise _wrong(f"{target} refers to nothing in this schema", f"{pointer}/$ref")
        return node

    def alternatives(
        self, node: Mapping[str, Any], word: str, pointer: str, following: tuple[str, ...]
    ) -> shapes.Shape:
        parts = _array(node[word], f"{pointer}/{word}")
        found = [
            self.shape(part, f"{pointer}/{word}/{index}", following)
            for index, part in enumerate(parts)
            if not (isinstance(part, Mapping) and part.get("type") == "null")
        ]
        if not found:
            raise _wrong("nothing but null is allowed here, and shorthand has no null", f"{pointer}/{word}")
        if all(isinstance(shape, shapes.String) for shape in found):
            enums = [shape.enum for shape in found if isinstance(shape, shapes.String)]
            return shapes.String(tuple(dict.fromkeys(sum(enums, ()))) if all(enums) else ())
        if all(isinstance(shape, _NUMBERS) for shape in found):
            return found[0] if all(shape == found[0] for shape in found) else shapes.Double()
        if _is_decimal(parts):
            return shapes.String()
        if isinstance(node.get("discriminator"), Mapping):
            return self.tagged(found, f"{pointer}/{word}")
        if any(shape != found[0] for shape in found):
            kinds = " and ".join(dict.fromkeys(shape.type_name or "reference" for shape in found))
            raise _wrong(f"shorthand cannot tell the alternatives apart ({kinds})", f"{pointer}/{word}")
        return found[0]

    def tagged(self, found: list[shapes.Shape], pointer: str) -> shapes.Shape:
        """One structure of all members that the alternatives have, where a member of theirs tells them apart.

        Required is what every alternative requires; which members go together is left to whoever takes the value.
        """
        members: dict[str, shapes.Shape] = {}
        needed: set[str] | None = None
        for shape in found:
            if isinstance(shape, shapes.Ref) and shape.target_name not in self.known_names():
                raise _wrong(f"the alternative {shape.target_name} holds itself", pointer)
            structure = resolved(shape)
            if not isinstance(structure, shapes.Structure):
                raise _wrong(f"shorthand cannot tell the alternatives apart ({structure.type_name})", pointer)
            needed = set(structure.required) if needed is None else needed & set(structure.required)
            for name, member in structure.members.items():
                known = members.setdefault(name, member)
                if isinstance(known, shapes.String) and isinstance(member, shapes.String):
                    both = tuple(dict.fromkeys((*known.enum, *member.enum))) if known.enum and member.enum else ()
                    members[name] = shapes.String(both)
                elif known != member:
                    raise _wrong(f"the alternatives disagree about {name!r}", pointer)
        return shapes.Structure(members, required=tuple(name for name in members if name in (needed or ())))

    def known_names(self) -> set[str]:
        return {target.rpartition("/")[2] for target in self.resolved}

    def merged(self, node: Mapping[str, Any], pointer: str, following: tuple[str, ...]) -> dict[str, Any]:
        """The one schema that all of `allOf` and what stands beside it come to."""
        whole: dict[str, Any] = {}
        if len(following) > DEEPEST:
            raise _wrong(f"the schema is nested more than {DEEPEST} deep", "#")
        parts = [*_array(node["allOf"], f"{pointer}/allOf"), {key: node[key] for key in node if key != "allOf"}]
        for index, part in enumerate(parts):
            seen: set[str] = set()
            while isinstance(part, Mapping) and isinstance(part.get("$ref"), str):
                if part["$ref"] in seen or part["$ref"] in following or not part["$ref"].startswith("#"):
                    raise _wrong(f"{part['$ref']} cannot be merged here", f"{pointer}/allOf/{index}")
                seen.add(part["$ref"])
                part = self.at(part["$ref"], pointer)
            part = _object(part, f"{pointer}/allOf/{index}")
            if "allOf" in part:
                part = self.merged(part, f"{pointer}/allOf/{index}", (*following, *seen, ""))
            for key, value in part.items():
                if key == "properties" and "properties" in whole:
                    whole[key] = {**whole[key], **_object(value, f"{pointer}/allOf/{index}/properties")}
                elif key == "required" and "required" in whole:
                    whole[key] = [*whole[key], *_array(value, f"{pointer}/allOf/{index}/required")]
                elif key in whole and whole[key] != value and key not in _ANNOTATIONS:
                    raise _wrong(f"the parts disagree about {key!r}", f"{pointer}/allOf/{index}")
                else:
                    whole[key] = value
        return whole

    def enumeration(self, values: object, pointer: str) -> shapes.Shape:
        given = [value for value in _array(values, f"{pointer}/enum") if value is not None]
        if given and all(isinstance(value, str) for value in given):
            return shapes.String(tuple(given))
        if given and all(isinstance(value, bool) for value in given):
            return shapes.Boolean()
        if given and all(isinstance(value, int) and not isinstance(value, bool) for value in given):
            return shapes.Integer()
        if given and all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in given):
            return shapes.Double()
        raise _wrong("the values of an enum are all of one type, and scalars", f"{pointer}/enum")


def _is_decimal(parts: list[Any]) -> bool:
    """Whether these alternatives are how pydantic describes a Decimal: a number, or the text of one.

    Of the two the text is the one that keeps every digit.
    """
    kinds = [part.get("type") for part in parts if isinstance(part, Mapping) and "enum" not in part]
    return sorted(str(kind) for kind in kinds if kind != "null") == ["number", "string"]


def _escaped(step: object) -> str:
    """A step of a JSON pointer."""
    return str(step).replace("~", "~0").replace("/", "~1")


def _object(node: object, pointer: str) -> Mapping[str, Any]:
    if not isinstance(node, Mapping):
        raise _wrong("an object is expected", pointer)
    return node


def _array(node: object, pointer: str) -> list[Any]:
    if not isinstance(node, list):
        raise _wrong("an array is expected", pointer)
    return node


def _wrong(reason: str, pointer: str) -> ShorthandTypeError:
    return ShorthandTypeError(reason, path=pointer)
