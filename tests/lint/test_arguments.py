"""Words with stand-ins for what is unknown in them."""

import pytest

from shorthand.aws.scripts import Shell, read_script
from shorthand.lint.arguments import Argument, arguments_of, as_shown, typed


def argument(word: str) -> Argument:
    (command,) = [one for one in read_script(f"x {word}").commands if one.name == "x"]
    (found,) = arguments_of(command.words[1:])
    return found


def test_a_certain_word() -> None:
    found = argument("'a b'")
    assert (found.text, found.is_certain, found.starts_unknown) == ("a b", True, False)


def test_a_number_takes_the_place_of_a_hole() -> None:
    found = argument('a="$X"b')
    assert found.text is not None
    start, end = found.stand_ins[0].start, found.stand_ins[0].end
    assert (found.text[:start], found.text[end:]) == ("a=", "b")
    assert found.text[start:end].isdigit()
    assert as_shown(found.text, [found]) == "a=$Xb"


@pytest.mark.parametrize("word", ['"$X"', "$X$Y", "...", "…", "[options]", "'<name>'", "'^'"])
def test_words_that_fit_anything(word: str) -> None:
    assert argument(word).text is None


def test_places_after_a_hole_are_those_of_the_source() -> None:
    found = argument('a="${LONG_NAME}",b=c')
    at = (found.text or "").index("b=")
    assert found.span(at, at + 1) == (2 + 17, 2 + 18)


@pytest.mark.parametrize(
    ("word", "may"), [("a=$X", False), ("a=b,$X", True), ("a=b,$X=c", True), ("a={$X}", True), ("a=b", False)]
)
def test_where_pairs_may_be(word: str, may: bool) -> None:
    assert argument(word).may_supply_members() is may


def test_the_value_of_a_joined_option() -> None:
    assert argument("--a=b").after(4).text == "b"
    assert argument("--a=$X").after(4).text is None


def test_how_a_word_is_typed() -> None:
    found = argument('a="$X"')
    assert typed(f"{found.text},b", found, Shell.BASH) == '"a=$X,b"'
    assert typed("a b", None, Shell.BASH) == "'a b'"
    assert typed("it's", None, Shell.POWERSHELL) == "'it''s'"
    assert typed(f"{found.text},b", found, Shell.POWERSHELL) == '"a=$X,b"'
    assert typed(f"{found.text}b", found, Shell.POWERSHELL) is None  # $Xb is another variable
    assert typed(f'{found.text},"b"', found, Shell.POWERSHELL) is None
    assert typed("without the hole", found, Shell.BASH) is None


def test_globs_in_a_value_are_text() -> None:
    assert argument("Args=[-d,A=b]").text == "Args=[-d,A=b]"
    assert argument("Name=n,Values=*x*").text == "Name=n,Values=*x*"
    assert argument("*.json").text != "*.json"
