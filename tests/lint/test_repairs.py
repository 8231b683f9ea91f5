"""Guesses at what was meant, each of which reads."""

import pytest

from shorthand import loads_option, shapes
from shorthand.aws.scripts import read_script
from shorthand.errors import ShorthandError
from shorthand.lint.arguments import arguments_of
from shorthand.lint.problem import Replacement
from shorthand.lint.repairs import renamed, repaired

TAG = shapes.Structure({"Key": shapes.String(), "Count": shapes.Integer()})


@pytest.mark.parametrize(
    ("text", "shape", "guess"),
    [
        ('{"Key" "a"}', TAG, '{"Key" : "a"}'),
        ('[{"Key": "a"}', shapes.List(TAG), '[{"Key": "a"}]'),
        ('Key="a,Count=1', TAG, "Key=a,Count=1"),
        ("Key=[a,Count=1", TAG, "Key=a,Count=1"),
        ("20GB", shapes.Integer(), "20"),
        ("1,000", shapes.Integer(), "1000"),
    ],
)
def test_guesses(text: str, shape: shapes.Shape, guess: str) -> None:
    with pytest.raises(ShorthandError) as caught:
        loads_option([text], shape)
    assert repaired([text], caught.value.diagnostics[0], shape) == (guess,)


def test_no_guess_reads() -> None:
    with pytest.raises(ShorthandError) as caught:
        loads_option(["many"], shapes.Integer())
    assert repaired(["many"], caught.value.diagnostics[0], shapes.Integer()) is None


def test_no_guess_is_made_among_very_many_words() -> None:
    words = ["Key=a,Count=1"] * 1000 + ["Key=[a,Count=1"]
    with pytest.raises(ShorthandError) as caught:
        loads_option(words, shapes.List(TAG))
    assert repaired(words, caught.value.diagnostics[0], shapes.List(TAG)) is None
    assert repaired(words[-9:], caught.value.diagnostics[0], shapes.List(TAG)) is not None


@pytest.mark.parametrize(
    ("word", "new", "found"),
    [
        ("Key=a,Valu=b", "Key=a,Value=b", (8, 12, "Value")),
        ("key=a", "Key=a", (2, 5, "Key")),
        ("Size=1x", "Size=1", (7, 9, "1")),
        ("Key=a", "Key='a'", None),
        ("Key=a,Valu=b", "Keys=a,Value=b", None),
        ('Key=a"b"', "Key=ac", None),
        ("Ke$X=a", "Key=a", None),
    ],
)
def test_one_name_is_changed(word: str, new: str, found: tuple[int, int, str] | None) -> None:
    (command,) = read_script(f"x {word}").commands
    argument = arguments_of(command.words)[1]
    assert renamed(argument, new) == ((Replacement(*found),) if found else ())
