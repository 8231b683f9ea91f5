"""The values of options, with holes in them."""

import pytest

from shorthand import lint


def codes(value: str) -> list[str]:
    script = f"aws dynamodb create-table --cli-input-json file://a --key-schema {value}"
    return [one.code for one in lint.check(script, kind="bash")]


@pytest.mark.parametrize(
    "value",
    [
        "AttributeName=$A,KeyType=$B",
        '"$SCHEMA"',
        "$A $B",
        '\'[{"AttributeName": "a", "KeyType": "HASH"}]\'',
        '"[{\\"AttributeName\\": \\"$A\\", \\"KeyType\\": \\"$B\\"}]"',
        '"[$ITEMS]"',
        '"{$MEMBERS}"',
        "AttributeName=a,KeyType=$(type)",
        "AttributeName=a,$REST",
        "file://schema.json",
        "${A:-AttributeName=a},KeyTyp=HASH",
    ],
)
def test_nothing_is_reported_that_depends_on_the_unknown(value: str) -> None:
    assert codes(value) == []


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("AttributeName=$A,KeyTyp=HASH", "SH204"),
        ("AttributeName=$A,KeyType=HASHH", "SH209"),
        ("AttributeName=$A", "SH205"),
        ("'AttributeName=[a' AttributeName=$A,KeyType=HASH", "SH201"),
        ('"[{\\"AttributName\\": \\"$A\\", \\"KeyType\\": \\"HASH\\"}]"', "SH204"),
        ('"$A" AttributeName=a,KeyTyp=HASH', "SH204"),
    ],
)
def test_what_is_certain_beside_the_unknown_is_checked(value: str, code: str) -> None:
    assert code in codes(value)


@pytest.mark.parametrize("word", ["AttributeNam=a{},KeyType=HASH", "AttributeName=a{{{}", "a{}"])
def test_of_very_many_wrong_words_the_first_hundred_are_reported(word: str) -> None:
    assert len(codes(" ".join(word.format(number) for number in range(300)))) == 100
