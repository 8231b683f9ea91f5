"""Combine the shapes of the alternatives in a JSON Schema (`anyOf`, `oneOf`) into one shape."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from shorthand import shapes
from shorthand.schemas.json_schema_references import Part, malformed
from shorthand.shapes import Shape, resolved

_NUMBERS = (shapes.Integer, shapes.Long, shapes.Float, shapes.Double)


def without_null(branches: Sequence[Part]) -> list[Part]:
    """Return the alternatives that allow something other than null."""
    return [part for part in branches if part.node is not False and not _is_null(part.node)]


def _is_null(node: object) -> bool:
    return isinstance(node, Mapping) and (node.get("type") in ("null", ["null"]) or node.get("const", "") is None)


def combined(
    found: Sequence[Shape],
    branches: Sequence[Part],
    pointer: str,
    open_names: Collection[str],
    *,
    is_discriminated: bool,
) -> Shape:
    """Return one shape for all the alternatives.

    Args:
        found: The shape of each alternative, at least one.
        branches: The schema of each alternative.
        pointer: Where the list of alternatives is.
        open_names: The names of schemas that are not yet converted, so that a reference to them cannot be resolved.
        is_discriminated: Whether the schema says which member tells the alternatives apart.

    Raises:
        ShorthandTypeError: Shorthand cannot tell the alternatives apart.
    """
    if all(isinstance(shape, shapes.String) for shape in found):
        return _joined_enums(found)
    if all(isinstance(shape, _NUMBERS) for shape in found):
        return found[0] if all(shape == found[0] for shape in found) else shapes.Double()
    if _is_decimal(branches):
        return shapes.String()
    if all(is_alike(shape, found[0]) for shape in found):
        return found[0]
    if is_discriminated:
        for shape in found:
            if isinstance(shape, shapes.Ref) and shape.target_name in open_names:
                raise malformed(f"the alternative {shape.target_name} contains itself", pointer)
            if not isinstance(resolved(shape), shapes.Structure):
                raise malformed(f"shorthand cannot tell the alternatives apart ({shape.type_name})", pointer)
    structures = [
        shape
        for shape in (
            one if isinstance(one, shapes.Ref) and one.target_name in open_names else resolved(one) for one in found
        )
        if isinstance(shape, shapes.Structure)
    ]
    if len(structures) == len(found) and (is_discriminated or discriminating_members(structures)):
        return joined_structures(structures, pointer)
    kinds = " and ".join(dict.fromkeys(shape.type_name or "reference" for shape in found))
    raise malformed(f"shorthand cannot tell the alternatives apart ({kinds})", pointer)


def discriminating_members(structures: Sequence[shapes.Structure]) -> list[str]:
    """Return the members that tell structures apart: each structure documents other values for them.

    >>> cat = shapes.Structure({"kind": shapes.String(("cat",)), "lives": shapes.Integer()})
    >>> dog = shapes.Structure({"kind": shapes.String(("dog",))})
    >>> discriminating_members([cat, dog])
    ['kind']
    """
    found = []
    for name in structures[0].members:
        values: list[str] = []
        for structure in structures:
            member = structure.members.get(name)
            if not isinstance(member, shapes.String) or not member.enum:
                break
            values += member.enum
        else:
            if len(set(values)) == len(values):
                found.append(name)
    return found


def joined_structures(structures: Sequence[shapes.Structure], pointer: str) -> shapes.Structure:
    """Return one structure of all the members, which requires what every structure requires.

    Which members go together is left to the program that takes the value.

    Raises:
        ShorthandTypeError: Two structures give one member different shapes.
    """
    members: dict[str, list[Shape]] = {}
    needed = set(structures[0].required)
    for structure in structures:
        needed &= set(structure.required)
        for name, member in structure.members.items():
            members.setdefault(name, []).append(member)
    return shapes.Structure(
        {name: joined_member(name, several, pointer) for name, several in members.items()},
        required=tuple(name for name in members if name in needed),
    )


def joined_member(name: str, several: Sequence[Shape], pointer: str) -> Shape:
    """Return the shape of a member to which each alternative gives a shape; enums become one with all their values.

    Raises:
        ShorthandTypeError: The shapes differ.
    """
    if all(isinstance(shape, shapes.String) for shape in several):
        return _joined_enums(several)
    if not all(is_alike(shape, several[0]) for shape in several):
        raise malformed(f"the alternatives disagree about {name!r}", pointer)
    return several[0]


def _joined_enums(found: Sequence[Shape]) -> shapes.String:
    enums = [shape.enum for shape in found if isinstance(shape, shapes.String)]
    return shapes.String(tuple(dict.fromkeys(value for enum in enums for value in enum)) if all(enums) else ())


def _is_decimal(branches: Sequence[Part]) -> bool:
    """Return whether the alternatives are how pydantic describes a Decimal: a number, or the text of one.

    The text keeps every digit, so it is preferred.
    """
    nodes = [part.node for part in branches if isinstance(part.node, Mapping) and "enum" not in part.node]
    return sorted(str(node.get("type")) for node in nodes) == ["number", "string"]


def is_alike(one: Shape, other: Shape) -> bool:
    """Return whether two shapes are equal.

    The shapes of shared definitions are shared, and comparing them with `==` can take exponential time. This compares
    each pair once.
    """
    seen: set[tuple[int, int]] = set()
    pending = [(one, other)]
    while pending:
        left, right = pending.pop()
        if left is right or (id(left), id(right)) in seen:
            continue
        seen.add((id(left), id(right)))
        if type(left) is not type(right):
            return False
        if isinstance(left, shapes.Structure) and isinstance(right, shapes.Structure):
            if left.members.keys() != right.members.keys() or left.required != right.required:
                return False
            pending += [(member, right.members[name]) for name, member in left.members.items()]
        elif isinstance(left, shapes.List) and isinstance(right, shapes.List):
            pending.append((left.member, right.member))
        elif isinstance(left, shapes.Map) and isinstance(right, shapes.Map):
            pending += [(left.key, right.key), (left.value, right.value)]
        elif left != right:
            return False
    return True
