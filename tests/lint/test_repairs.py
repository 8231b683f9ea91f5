"""Guesses at what was meant, each of which reads."""

import pytest

from shorthand import loads_option, shapes
from shorthand.errors import ShorthandError
from shorthand.lint.repairs import repaired

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
