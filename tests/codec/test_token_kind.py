"""What each token of an option is: a file, JSON, a scalar, a bare member or shorthand."""

from __future__ import annotations

import pytest

from shorthand import shapes
from shorthand.codec.token_kind import Token, TokenKind, bare_member, classify, starts_json, takes_bare_value
from shorthand.shapes import Ref, Shape

S = shapes.String()
TAG = shapes.Structure({"Key": S, "Value": S})
VALUE = shapes.Structure({"Value": S})
BARE = shapes.List(shapes.Structure({"Data": S}), bare_members=True)
DOCUMENT = shapes.Document()
FILE, JSON, SCALAR = TokenKind.FILE, TokenKind.JSON, TokenKind.SCALAR
BARE_MEMBER, SHORTHAND = TokenKind.BARE_MEMBER, TokenKind.SHORTHAND

CASES: list[tuple[Shape, list[str], list[TokenKind]]] = [
    (S, ["a"], [SCALAR]),
    (S, ["[a"], [SCALAR]),
    (S, ["file://a"], [FILE]),
    (S, ["fileb://a"], [FILE]),
    (S, ["files://a"], [SCALAR]),
    (TAG, ["Key=a"], [SHORTHAND]),
    (TAG, ["file://a"], [FILE]),
    (TAG, ['{"Key": "a"}'], [JSON]),
    (TAG, [" \n{"], [JSON]),
    (TAG, ["["], [JSON]),
    (TAG, [""], [SHORTHAND]),
    (VALUE, ["a"], [BARE_MEMBER]),
    (VALUE, [""], [BARE_MEMBER]),
    (VALUE, ["a=b"], [SHORTHAND]),
    (VALUE, ["{a"], [JSON]),
    (DOCUMENT, ["a=b"], [JSON]),
    (shapes.List(S), ["a", "[b"], [SCALAR, SCALAR]),
    (shapes.List(S), ["[a"], [JSON]),
    (shapes.List(S), ["{a"], [SCALAR]),
    (shapes.List(S), ["[a", "b"], [SCALAR, SCALAR]),
    (shapes.List(S), ["file://a", "file://b"], [SCALAR, SCALAR]),
    (shapes.List(TAG), ["Key=a", "{"], [SHORTHAND, SHORTHAND]),
    (shapes.List(TAG), ["{", "Key=a"], [JSON, JSON]),
    (shapes.List(TAG), ["[", "]"], [JSON, JSON]),
    (shapes.List(TAG), ["file://a"], [FILE]),
    (shapes.List(DOCUMENT), ["a"], [JSON]),
    (BARE, ["a", "{"], [BARE_MEMBER, BARE_MEMBER]),
    (BARE, ["{"], [JSON]),
    (shapes.Map(S, S), ["a=b"], [SHORTHAND]),
    (Ref("Tag", lambda: TAG), ["Key=a"], [SHORTHAND]),
]


@pytest.mark.parametrize(("shape", "tokens", "kinds"), CASES, ids=lambda value: str(value)[:40])
def test_the_kind_of_each_token(shape: Shape, tokens: list[str], kinds: list[TokenKind]) -> None:
    assert [token.kind for token in classify(tokens, shape)] == kinds


def test_a_token_of_a_list_has_the_shape_and_the_place_of_an_item() -> None:
    assert classify(["Key=a", "Key=b"], shapes.List(TAG)) == [
        Token("Key=a", SHORTHAND, TAG, (0,)),
        Token("Key=b", SHORTHAND, TAG, (1,)),
    ]


def test_a_whole_list_has_the_shape_of_the_option() -> None:
    shape = shapes.List(TAG)
    assert classify(["[]"], shape) == [Token("[]", JSON, shape)]


@pytest.mark.parametrize("shape", [S, TAG, shapes.List(S), shapes.List(TAG)], ids=str)
def test_no_file_is_followed_from_a_file(shape: Shape) -> None:
    (token,) = classify(["file://a"], shape, are_content=True)
    assert token.kind is not FILE


@pytest.mark.parametrize(
    ("token", "answer"), [("[", True), ("{", True), (" \t\n[", True), ("a[", False), ("", False), ('"a"', False)]
)
def test_what_starts_as_json(token: str, answer: bool) -> None:
    assert starts_json(token) == answer


@pytest.mark.parametrize(
    ("shape", "answer"),
    [
        (VALUE, True),
        (TAG, False),
        (shapes.Structure({"Name": S}), False),
        (shapes.Structure({"Value": shapes.Integer()}), False),
        (shapes.Structure({"Value": Ref("S", lambda: S)}), True),
        (S, False),
    ],
    ids=str,
)
def test_which_shapes_take_a_bare_value(shape: Shape, answer: bool) -> None:
    assert takes_bare_value(shape) == answer


def test_the_only_member_has_a_name_and_a_shape() -> None:
    assert bare_member(shapes.Structure({"Data": Ref("S", lambda: S)})) == ("Data", S)
