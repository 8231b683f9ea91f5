"""The conversion of classes that declare members, and of unions of such classes."""

from __future__ import annotations

import dataclasses
import keyword
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from shorthand import shapes
from shorthand.did_you_mean import did_you_mean, listed
from shorthand.errors import Diagnostic, Kind, Place, ShorthandTypeError, as_step, describe
from shorthand.schemas.attribute_docs import annotated_description, attribute_docs
from shorthand.schemas.class_fields import ClassField, ClassLayout
from shorthand.schemas.converter import Converter, Lower, MemberDoc, Read, build_each, read_string, unfit
from shorthand.schemas.json_schema_unions import discriminating_members, joined_structures


@dataclass(frozen=True)
class StructureConverter(Converter):
    """The conversion of one class that declares members.

    Attributes:
        type: The class.
        layout: Its members.
        members: The conversion of each member, by name.
    """

    type: Any = None
    layout: ClassLayout | None = None
    members: Mapping[str, Converter] = dataclasses.field(default_factory=dict)


def structure_converter(tp: Any, layout: ClassLayout, members: Mapping[str, Converter]) -> StructureConverter:
    """Return the conversion of a class.

    Args:
        tp: The class.
        layout: Its members.
        members: The conversion of each member, by name.
    """
    shape = shapes.Structure(
        {name: member.shape for name, member in members.items()},
        required=tuple(field.name for field in layout.fields if field.required),
        name=tp.__name__,
    )
    return StructureConverter(
        shape,
        partial(_build, layout, members),
        partial(_dump, layout, members),
        _reader(layout, members),
        _lowerer(layout, members),
        documentation=partial(_documentation, tp, layout, members),
        type=tp,
        layout=layout,
        members=members,
    )


def _build(layout: ClassLayout, members: Mapping[str, Converter], value: Any, place: Place) -> Any:
    fields = [field for field in layout.fields if field.name in value]
    built = build_each(partial(members[field.name].build, value[field.name], (*place, field.name)) for field in fields)
    try:
        return layout.make({field.argument: part for field, part in zip(fields, built, strict=True)})
    except ShorthandTypeError:
        raise
    except Exception as error:
        # Whatever the class itself refuses, as in __post_init__.
        raise unfit(str(error) or type(error).__name__, place, error) from None


def _dump(layout: ClassLayout, members: Mapping[str, Converter], instance: Any) -> Any:
    """Dump the members that are given: a member that is None or has its default value is left out."""
    value = {}
    for field in layout.fields:
        part = layout.read(instance, field.attribute)
        if part is not None and (field.required or not _is_default(part, field.default)):
            value[field.name] = members[field.name].dump(part)
    return value


def _is_default(value: Any, default: Any) -> bool:
    try:
        return type(value) is type(default) and bool(value == default)
    except Exception:
        # An array has no truth value, for example. Such a member is written.
        return False


def _reader(layout: ClassLayout, members: Mapping[str, Converter]) -> Read | None:
    """Return a function that reads the untyped value at once; None where a member has none."""
    readers: dict[str, Read | None] = {}  # None is for `read_string`
    for field in layout.fields:
        read = members[field.name].read
        if read is None or field.argument != field.name:
            return None
        readers[field.name] = None if read is read_string else read
    make: Any = layout.type
    # A class refuses by itself to be made without what it requires.
    required = frozenset(field.name for field in layout.fields if field.required and make is None)
    count = len(readers) if make is not None and all(map(_is_name, readers)) else -1
    read_all: Read | None = None

    def read_structure(raw: Any) -> Any:
        nonlocal read_all
        if len(raw) == count:
            if read_all is None:
                read_all = _reader_of_all(make, readers)
            return read_all(raw)
        found = {}
        for name, item in raw.items():
            read_item = readers[name]
            found[name] = item if read_item is None and type(item) is str else read_item(item)  # type: ignore[misc]
        if make is not None:
            return make(**found)
        if not required <= found.keys():
            raise KeyError
        return found

    return read_structure


def _is_name(name: str) -> bool:
    return name.isidentifier() and not keyword.iskeyword(name)


def _reader_of_all(make: Any, readers: Mapping[str, Read | None]) -> Read:
    """Return a function that makes an instance of a dict which has every member.

    It is generated, as the `__init__` of a dataclass is, because a call that names its arguments takes half as long as
    one that collects them first: `lambda raw: make(Key=r0(raw["Key"]), Size=r1(raw["Size"]))`.
    """
    arguments = [
        f"{name}=string if type(string := raw[{name!r}]) is str else r{n}(string)"
        if read is None
        else f"{name}=r{n}(raw[{name!r}])"
        for n, (name, read) in enumerate(readers.items())
    ]
    names = {f"r{n}": read or read_string for n, read in enumerate(readers.values())}
    read: Read = eval(f"lambda raw: make({', '.join(arguments)})", {"make": make, **names})  # noqa: S307 -- checked names
    return read


def _lowerer(layout: ClassLayout, members: Mapping[str, Converter]) -> Lower | None:
    """Return a function that makes the untyped value of an instance at once; None where a member has none."""
    lowerers: list[tuple[str, str, bool, Any, Lower]] = []
    for field in layout.fields:
        lower = members[field.name].lower
        if lower is None:
            return None
        lowerers.append((field.name, field.attribute, field.required, field.default, lower))
    get = layout.read

    def lower_structure(instance: Any) -> Any:
        value = {}
        for name, attribute, required, default, lower in lowerers:
            part = get(instance, attribute)
            if part is not None and (required or part is not default) and (required or not _is_default(part, default)):
                value[name] = lower(part)
        return value

    return lower_structure


def _documentation(tp: Any, layout: ClassLayout, members: Mapping[str, Converter]) -> list[MemberDoc]:
    written = attribute_docs(tp)
    return [
        MemberDoc(
            field.name,
            field.required,
            _dumped_default(field, members[field.name]),
            field.description or annotated_description(field.type) or written.get(field.attribute, ""),
            members[field.name],
            members[field.name].shape,
        )
        for field in layout.fields
    ]


def _dumped_default(field: ClassField, member: Converter) -> Any:
    if field.default is dataclasses.MISSING or field.default is None:
        return None
    try:
        return member.dump(field.default)
    except Exception:
        # A default of another type is the program's own affair, and help is printed all the same.
        return None


def union_converter(alternatives: Sequence[StructureConverter]) -> Converter | None:
    """Return the conversion of a union of classes that a member tells apart, or None where no member does.

    Raises:
        ShorthandTypeError: Two classes declare one member with different types.
    """
    structures = [one.shape for one in alternatives if isinstance(one.shape, shapes.Structure)]
    found = discriminating_members(structures)
    if not found:
        return None
    name = found[0]
    joined = joined_structures(structures, "")
    required = tuple(member for member in joined.members if member in joined.required or member == name)
    by_value = {value: one for one in alternatives for value in _values(one, name)}
    by_type = {one.type: one for one in alternatives}

    def build(value: Any, place: Place) -> Any:
        one = by_value.get(value[name])
        if one is None:
            reason = f"unknown value {describe(value[name])}"
            raise ShorthandTypeError(reason, place=(*place, name), expected=listed(by_value))
        faults = list(_faults_of_alternative(value, one, name, place))
        if faults:
            raise ShorthandTypeError.of(faults)
        return one.build(value, place)

    def dump(instance: Any) -> Any:
        one = by_type.get(type(instance)) or next((one for one in alternatives if isinstance(instance, one.type)), None)
        if one is None:
            known = listed(kind.__name__ for kind in by_type)
            raise ShorthandTypeError(f"expected one of {known}, got {describe(instance)}")
        return {name: _discriminator(one, name, instance), **one.dump(instance)}

    def lower(instance: Any) -> Any:
        one = by_type[type(instance)]
        if one.lower is None:
            raise TypeError
        return {name: _discriminator(one, name, instance), **one.lower(instance)}

    def read(raw: Any) -> Any:
        one = by_value[raw[name]]
        if one.read is None:
            raise TypeError
        return one.read(raw)

    return Converter(
        shapes.Structure(joined.members, required=required),
        build,
        dump,
        read,
        lower,
        documentation=partial(_union_documentation, alternatives, name, required),
        alternatives=tuple(_always_with(one, name) for one in alternatives),
    )


def _always_with(one: StructureConverter, name: str) -> Converter:
    """Return the conversion of an alternative whose member `name` must be given, even where it has a default."""
    shape = one.shape
    if not isinstance(shape, shapes.Structure) or name in shape.required:
        return one
    return dataclasses.replace(one, shape=dataclasses.replace(shape, required=(*shape.required, name)))


def _values(one: StructureConverter, name: str) -> tuple[str, ...]:
    member = one.members[name].shape
    return member.enum if isinstance(member, shapes.String) else ()


def _discriminator(one: StructureConverter, name: str, instance: Any) -> Any:
    fields = one.layout.fields if one.layout else []
    (field,) = (field for field in fields if field.name == name)
    return one.members[name].dump(one.layout.read(instance, field.attribute)) if one.layout else None


def _faults_of_alternative(value: Any, one: StructureConverter, name: str, place: Place) -> list[Diagnostic]:
    """Describe the members that the chosen alternative does not have, and those that it lacks."""
    known = one.members
    faults = [
        Diagnostic(
            f"unknown member {describe(key)}: {name} is {value[name]}",
            place=(*place, as_step(key)),
            expected=listed(known),
            hint=did_you_mean(key, known) if isinstance(key, str) else "",
            kind=Kind.UNKNOWN_MEMBER,
        )
        for key in value
        if key not in known
    ]
    missing = [key for key in getattr(one.shape, "required", ()) if key not in value]
    if missing:
        plural = "s" if len(missing) > 1 else ""
        reason = f"missing required member{plural} {', '.join(missing)}: {name} is {value[name]}"
        faults.append(Diagnostic(reason, place=place, kind=Kind.MISSING_MEMBER))
    return faults


def _union_documentation(
    alternatives: Sequence[StructureConverter], name: str, required: Sequence[str]
) -> list[MemberDoc]:
    found: dict[str, MemberDoc] = {}
    for one in alternatives:
        for member in one.documentation() if one.documentation else []:
            with_requirement = member._replace(required=member.name in required)
            if member.name == name:
                values = tuple(value for other in alternatives for value in _values(other, name))
                with_requirement = with_requirement._replace(shape=shapes.String(values), default=None, item=None)
            found.setdefault(member.name, with_requirement)
    return list(found.values())
