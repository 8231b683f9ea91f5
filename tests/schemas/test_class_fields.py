"""The members of a class."""

import dataclasses
from typing import Any, ClassVar, NamedTuple, TypedDict

import attrs
import pytest

import shorthand
from shorthand.schemas.class_fields import ClassField, class_layout, is_class_with_members, resolved_hints
from shorthand.sources import python_type
from tests.schemas.types_to_convert import Disk, Limits, Model, Point, Tag, Window

MISSING = dataclasses.MISSING


def names_and_requirements(tp: Any) -> dict[str, bool]:
    return {field.name: field.required for field in class_layout(tp, resolved_hints(tp)).fields}


@pytest.mark.parametrize(
    ("tp", "fields"),
    [
        (Tag, {"key": True, "value": False, "colour": False}),
        (Point, {"x": True, "y": False}),
        (Limits, {"count": True, "rate": False}),
        (Window, {"start": True, "end": False}),
        (Disk, {"size": True, "mounts": False}),
    ],
)
def test_a_member_without_a_default_is_required(tp: Any, fields: dict[str, bool]) -> None:
    assert is_class_with_members(tp)
    assert names_and_requirements(tp) == fields


@pytest.mark.parametrize("tp", [int, dict, list[Tag], Model, None, 7])
def test_other_types_have_no_members(tp: Any) -> None:
    assert not is_class_with_members(tp)


def test_a_private_attribute_of_attrs_is_named_by_its_argument() -> None:
    first = class_layout(Disk, resolved_hints(Disk)).fields[0]
    assert (first.name, first.argument, first.attribute) == ("size", "size", "_size")


def test_the_metadata_of_a_field_may_describe_it() -> None:
    @dataclasses.dataclass
    class Job:
        size: int = dataclasses.field(default=1, metadata={"description": "How large."})

    @attrs.define
    class Other:
        size: int = attrs.field(default=1, metadata={"help": "How large."})

    for tp in (Job, Other):
        assert class_layout(tp, resolved_hints(tp)).fields == [
            ClassField("size", "size", "size", int, False, 1, "How large.")
        ]


def test_a_default_factory_of_attrs_that_takes_the_instance_has_no_default_yet() -> None:
    @attrs.define
    class Job:
        size: int
        twice: int = attrs.field(default=attrs.Factory(lambda self: self.size * 2, takes_self=True))

    (_, twice) = class_layout(Job, resolved_hints(Job)).fields
    assert (twice.required, twice.default) == (False, MISSING)


def fails() -> Any:
    raise OSError("no disk")


@dataclasses.dataclass
class FailingDefault:
    size: int = dataclasses.field(default_factory=fails)


@attrs.define
class FailingAttrsDefault:
    size: int = attrs.field(factory=fails)


@dataclasses.dataclass
class WithInitVar:
    a: dataclasses.InitVar[int]


@dataclasses.dataclass
class Unresolved:
    a: "Nowhere"  # type: ignore[name-defined] # noqa: F821


NOT_PYTHON: Any = dataclasses.dataclass(type("NotPython", (), {"__annotations__": {"a": "1 +"}}))


@pytest.mark.parametrize(
    ("tp", "reason"),
    [
        (FailingDefault, "the default of size cannot be made: OSError: no disk"),
        (FailingAttrsDefault, "the default of size cannot be made: OSError: no disk"),
        (WithInitVar, "the InitVar a has no shorthand, because an instance does not keep it"),
        (Unresolved, "the types of Unresolved cannot be resolved: name 'Nowhere' is not defined"),
        (NOT_PYTHON, "the types of NotPython cannot be resolved: Forward reference must be an expression"),
    ],
)
def test_a_class_that_cannot_be_made_is_an_error(tp: Any, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        python_type(tp)
    assert caught.value.reason.startswith(reason)


def test_class_variables_are_no_members() -> None:
    class Base(NamedTuple):
        a: int

    class Open(TypedDict):
        a: int

    @dataclasses.dataclass
    class Job:
        a: int
        kind: ClassVar[str] = "job"

    for tp in (Base, Open, Job):
        assert names_and_requirements(tp) == {"a": True}
