"""Options and their words, where some are unknown."""

import pytest

from shorthand.aws.models import aws
from shorthand.aws.scripts import read_script
from shorthand.lint.arguments import arguments_of
from shorthand.lint.given_option import Split
from shorthand.lint.option_split import OptionSplitter


def split(line: str, *, is_complete: bool = True) -> Split:
    (command,) = [one for one in read_script(f"x {line}").commands if one.name == "x"]
    splitter = OptionSplitter("ec2", aws("ec2", "create-tags", 2), 2, is_complete=is_complete)
    return splitter.read(arguments_of(command.words[1:]))


def test_options_with_their_words() -> None:
    found = split("--resources i-1 i-2 --no-dry-run --tags=Key=a --region $R --output json")
    assert [(one.name, [token.text for token in one.tokens]) for one in found.given] == [
        ("--resources", ["i-1", "i-2"]),
        ("--no-dry-run", []),
        ("--tags", ["Key=a"]),
    ]
    assert (found.problems, found.has_unknown) == ([], False)


@pytest.mark.parametrize(
    "line", ["$X", '"$X"', "--$X a", "--resources i-1 $X --tags Key=a $Y", "--cli-input-yaml file://x", "--bogus a"]
)
def test_options_that_may_be_given(line: str) -> None:
    assert split(line).has_unknown


def test_words_that_follow_are_unknown() -> None:
    found = split("--resources", is_complete=False)
    assert (found.has_unknown, found.given[0].may_have_more) == (True, True)


def test_a_negative_number_is_a_value() -> None:
    assert [token.text for token in split("--resources -1").given[0].tokens] == ["-1"]
