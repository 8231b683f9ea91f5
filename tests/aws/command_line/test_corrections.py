"""The whole corrected command: the words as typed, with the tokens of each wrong option replaced."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from shorthand.aws.command_line.corrections import Correction, corrected_words, with_plain_hyphens

TAGS = Correction(["Key=a;Value=b"], ["Key=a,Value=b"])


@pytest.mark.parametrize(
    ("typed", "corrections", "corrected"),
    [
        ("ec2 run --tags Key=a;Value=b", {"--tags": TAGS}, "ec2 run --tags Key=a,Value=b"),
        ("ec2 run --tags=Key=a;Value=b", {"--tags": TAGS}, "ec2 run --tags Key=a,Value=b"),
        ("ec2 run --ta Key=a;Value=b", {"--tags": TAGS}, "ec2 run --tags Key=a,Value=b"),
        ("ec2 run --ta=Key=a;Value=b --debug", {"--tags": TAGS}, "ec2 run --tags Key=a,Value=b --debug"),
        ("run --tags Key=a;Value=b x --no-sign", {"--tags": TAGS}, "run --tags Key=a,Value=b x --no-sign"),
        # The number of tokens may change.
        ("run --ids 1,2 --debug", {"--ids": Correction(["1,2"], ["1", "2"])}, "run --ids 1 2 --debug"),
        ("run --tags Key=a, Value=b", {"--tags": Correction(["Key=a,", "Value=b"], ["Key=a"])}, "run --tags Key=a"),
        # Several options are corrected together, in any order.
        (
            "run --ids 1,2 --tags Key=a;Value=b",
            {"--tags": TAGS, "--ids": Correction(["1,2"], ["1", "2"])},
            "run --ids 1 2 --tags Key=a,Value=b",
        ),
        # Of an option given twice, only the one with these tokens is corrected.
        ("run --tags Key=c --tags Key=a;Value=b", {"--tags": TAGS}, "run --tags Key=c --tags Key=a,Value=b"),
        ("run --debug", {}, "run --debug"),
    ],
)
def test_replaces_the_tokens_of_each_option(typed: str, corrections: Mapping[str, Correction], corrected: str) -> None:
    assert corrected_words(typed.split(), corrections) == tuple(corrected.split())


@pytest.mark.parametrize(
    ("typed", "corrections"),
    [
        # One option has no correction.
        ("run --tags Key=a;Value=b --ids x", {"--tags": TAGS, "--ids": Correction(["x"], None)}),
        # The option is not there, or has other tokens.
        ("run --filters Key=a;Value=b", {"--tags": TAGS}),
        ("run --tags Key=c", {"--tags": TAGS}),
        ("run --tags=Key=c", {"--tags": TAGS}),
        # A value that is equal to the tokens is no option.
        ("run Key=a;Value=b", {"--tags": TAGS}),
        # A longer name is another option.
        ("run --tags-all Key=a;Value=b", {"--tags": TAGS}),
        # Several tokens cannot be joined to a name.
        ("run --ids=1 2", {"--ids": Correction(["1", "2"], ["3"])}),
    ],
)
def test_returns_nothing_where_an_option_has_no_correction(typed: str, corrections: Mapping[str, Correction]) -> None:
    assert corrected_words(typed.split(), corrections) is None


@pytest.mark.parametrize("dash", ["\u2013", "\u2014", "\u2015", "\u2212", "\u2010\u2010", "\u2013-", "\u2010-"])
def test_writes_two_hyphens_for_a_dash(dash: str) -> None:
    assert with_plain_hyphens(["run", f"{dash}tags", "Key=a"]) == ("run", "--tags", "Key=a")


@pytest.mark.parametrize("words", [["run", "--tags"], ["a\u2013b"], ["\u2013"], ["\u20135"], ["\u2014 so"], []])
def test_leaves_other_dashes_alone(words: list[str]) -> None:
    assert with_plain_hyphens(words) is None
