"""Stand-ins for what only the shell knows."""

import pytest

from shorthand.aws.command_line.stand_ins import StandIns
from shorthand.aws.scripts.words import Hole, HoleKind
from shorthand.errors import Diagnostic, Kind, ShorthandTypeError, shorten

X = Hole(HoleKind.VARIABLE, 0, 2, "$X", name="X")
Y = Hole(HoleKind.COMMAND, 0, 4, "$(y)")


def test_each_hole_has_a_stand_in_that_becomes_its_text_again() -> None:
    made = StandIns([("a", X), (Y, "b", X)])
    first, second = made.words()
    assert first != second
    assert not any(char in first + second for char in "$()")
    assert [made.text(first), made.text(second)] == ["a$X", "$(y)b$X"]
    assert made.text(shorten(first)) == "'a$X'"


def test_an_error_about_a_stand_in_gives_it_the_next_form() -> None:
    made = StandIns([(X,), (Y,)])
    forms = set()
    while True:
        words = made.words()
        forms.add(words[0])
        assert made.words()[1] == words[1]
        assert made.text(words[1]) == "$(y)"
        fault = Diagnostic("expected an integer", words[0], (0, len(words[0])), kind=Kind.WRONG_TYPE)
        if not made.advance(ShorthandTypeError.of([fault])):
            break
    assert len(forms) == 5
    assert "true" in forms


def test_an_error_about_a_file_leaves_the_stand_in() -> None:
    made = StandIns([("file://", X)])
    words = made.words()
    assert not made.advance(ShorthandTypeError.of([Diagnostic("no", words[0], kind=Kind.FILE)]))
    assert made.words() == words


def test_an_error_shows_the_holes() -> None:
    made = StandIns([("Key=", X, ",b=", Y)])
    (word,) = made.words()
    fault = Diagnostic(f"unexpected {word!r}", word, (word.index("b="), len(word)), ("a", 0), fix=word)
    (shown_fault,) = made.restored_error(ShorthandTypeError.of([fault])).diagnostics
    assert shown_fault.text == "Key=$X,b=$(y)"
    assert shown_fault.span == (7, 13)
    assert shown_fault.reason == "unexpected 'Key=$X,b=$(y)'"
    assert shown_fault.fix is None


@pytest.mark.parametrize("certain", ["Unknown0000", "UnknownZ", "UnknownUnknownZZ"])
def test_no_text_of_the_command_is_taken_for_a_stand_in(certain: str) -> None:
    made = StandIns([(certain, X)])
    assert made.text(made.words()[0]) == f"{certain}$X"
    assert made.text(certain) == certain
