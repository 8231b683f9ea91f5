"""The exceptions: their attributes, how they compare and travel, and which class belongs to which kind."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace

import pytest

import shorthand
from shorthand import errors, shapes
from shorthand.errors import Diagnostic, Kind, ShorthandError, ShorthandTypeError, error_of

CLASSES = [
    errors.ShorthandError,
    errors.ShorthandSyntaxError,
    errors.LossyTextError,
    errors.ShorthandTypeError,
    errors.UnrepresentableError,
    errors.FileReferenceError,
]
FIRST = Diagnostic("first", text="a=b", span=(2, 3), place=("a",), expected="x", hint="write x", fix="a=x")
SECOND = Diagnostic("second", text="a=b", span=(0, 1), kind=Kind.MISSING_MEMBER)


@pytest.mark.parametrize("cls", CLASSES)
def test_every_exception_is_a_value_error_of_the_public_module(cls: type[ShorthandError]) -> None:
    assert issubclass(cls, ShorthandError)
    assert issubclass(cls, ValueError)
    assert cls.__module__ == "shorthand.errors"
    assert getattr(shorthand, cls.__name__) is cls


@pytest.mark.parametrize("cls", CLASSES)
def test_the_kind_is_by_default_that_of_the_class(cls: type[ShorthandError]) -> None:
    assert cls("it is wrong").kind is cls.default_kind
    assert cls("it is wrong", kind=Kind.ENUM).kind is Kind.ENUM


@pytest.mark.parametrize("cls", CLASSES)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickling_keeps_everything(cls: type[ShorthandError], protocol: int) -> None:
    error = cls.of([FIRST, SECOND])
    back = pickle.loads(pickle.dumps(error, protocol))
    assert type(back) is cls
    assert back == error
    assert back.diagnostics == error.diagnostics
    assert str(back) == str(error)


def test_an_error_that_was_raised_can_be_pickled() -> None:
    shape = shapes.Structure({"N": shapes.Integer(), "M": shapes.Integer()})
    with pytest.raises(ShorthandTypeError) as caught:
        shorthand.loads("N=x,M=y", shape)
    assert pickle.loads(pickle.dumps(caught.value)) == caught.value


@pytest.mark.parametrize("cls", CLASSES)
def test_copies_are_equal_and_of_the_same_class(cls: type[ShorthandError]) -> None:
    error = cls.of([FIRST, SECOND])
    for copied in (copy.copy(error), copy.deepcopy(error)):
        assert type(copied) is cls
        assert copied is not error
        assert copied == error


def test_equal_type_and_diagnostics_make_equal_exceptions() -> None:
    error = ShorthandTypeError.of([FIRST])
    same = ShorthandTypeError.of([replace(FIRST)])
    others = [ShorthandTypeError.of([SECOND]), ShorthandTypeError.of([FIRST, SECOND]), ShorthandError.of([FIRST])]
    assert error == same
    assert hash(error) == hash(same)
    assert error not in others
    assert len({error, same, *others}) == 4
    assert error != "first"


@pytest.mark.parametrize(
    "name",
    ["reason", "text", "span", "line", "column", "place", "path", "expected", "hint", "fix", "fix_tokens", "kind"],
)
def test_attributes_are_those_of_the_first_diagnostic_and_read_only(name: str) -> None:
    error = ShorthandError.of([FIRST, SECOND])
    assert getattr(error, name) == getattr(FIRST, name)
    with pytest.raises(AttributeError):
        setattr(error, name, None)


@pytest.mark.parametrize("name", ["diagnostics", "errors", "others"])
def test_what_was_found_together_cannot_be_exchanged(name: str) -> None:
    with pytest.raises(AttributeError):
        setattr(ShorthandError("it is wrong"), name, ())


def test_each_fault_is_an_exception_of_its_own() -> None:
    error = errors.ShorthandSyntaxError.of([FIRST, SECOND])
    assert error.errors == (error, *error.others)
    assert [type(one) for one in error.others] == [ShorthandTypeError]
    assert error.others[0].diagnostics == (SECOND,)


@pytest.mark.parametrize(
    ("kind", "cls"),
    [
        (Kind.SYNTAX, errors.ShorthandSyntaxError),
        (Kind.LOSSY, errors.LossyTextError),
        (Kind.WRONG_TYPE, errors.ShorthandTypeError),
        (Kind.UNKNOWN_MEMBER, errors.ShorthandTypeError),
        (Kind.MISSING_MEMBER, errors.ShorthandTypeError),
        (Kind.UNION, errors.ShorthandTypeError),
        (Kind.UNREPRESENTABLE, errors.UnrepresentableError),
        (Kind.FILE, errors.FileReferenceError),
        (Kind.ENUM, errors.ShorthandError),
        (Kind.OTHER, errors.ShorthandError),
    ],
)
def test_the_class_follows_from_the_kind_of_the_first_diagnostic(kind: Kind, cls: type[ShorthandError]) -> None:
    error = error_of([replace(FIRST, kind=kind), SECOND])
    assert type(error) is cls
    assert error.kind is kind


def test_every_kind_has_a_class() -> None:
    assert all(isinstance(error_of([replace(FIRST, kind=kind)]), ShorthandError) for kind in Kind)


def test_the_arguments_become_one_diagnostic() -> None:
    error = ShorthandError(
        "first", text="a=b", span=(2, 3), place=("a",), path="/a", expected="x", hint="write x", fix="a=x"
    )
    assert error.diagnostics == (replace(FIRST, label="/a"),)
    assert error.args == ("first",)


def test_printing_shows_reason_line_caret_expectation_hint_and_fix() -> None:
    assert str(ShorthandError.of([FIRST])) == (
        "a: first\n  at line 1, column 3:\n    a=b\n      ^\n  expected: x\n  hint: write x\n  try: a=x"
    )
    assert str(ShorthandError("only a reason")) == "only a reason"
