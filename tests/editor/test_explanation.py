"""The data of an explanation: frozen, comparable, and able to travel."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, replace

import pytest

import shorthand
from shorthand.editor.explanation import ExplainedPart, Remark, RemarkKind
from shorthand.errors.rendering import Role
from shorthand.syntax.parts import Form
from tests.editor.job import JOB

PART = ExplainedPart(
    span=(6, 7),
    key_span=(0, 5),
    place=("Count",),
    form=Form.BARE,
    type="integer",
    value=None,
    remarks=(Remark(RemarkKind.NOTE, "it is so"),),
)


def test_a_part_is_frozen_and_comparable() -> None:
    with pytest.raises(FrozenInstanceError):
        PART.value = 1  # type: ignore[misc]
    assert replace(PART) == PART
    assert hash(replace(PART)) == hash(PART)
    assert replace(PART, value=1) != PART
    assert pickle.loads(pickle.dumps(PART)) == PART
    assert repr(PART).startswith("ExplainedPart(span=(6, 7), key_span=(0, 5), place=('Count',), form=<Form.BARE")


def test_the_path_is_the_place_as_people_write_it() -> None:
    assert replace(PART, place=("Tags", 0, "Key")).path == "Tags[0].Key"


def test_explanations_are_equal_when_their_parts_and_errors_are() -> None:
    one, same, other = (shorthand.explain(text, JOB) for text in ("Count=x", "Count=x", "Count=1"))
    assert one == same
    assert one != other
    assert hash(other) == hash(shorthand.explain("Count=1", JOB))
    back = pickle.loads(pickle.dumps(one))
    assert back == one
    assert str(back) == str(one)
    with pytest.raises(FrozenInstanceError):
        one.text = ""  # type: ignore[misc]


def test_every_kind_of_remark_can_be_painted() -> None:
    assert all(Role(kind) for kind in RemarkKind)
