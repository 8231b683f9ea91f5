"""Splitting the words of a command line into options."""

import pytest

from shorthand import sources
from shorthand.aws.command_line.options import given_options, split_command
from shorthand.errors import LossyTextError, ShorthandError


@pytest.mark.parametrize(
    ("words", "service", "operation", "rest", "others"),
    [
        (["ec2", "describe-vpcs"], "ec2", "describe-vpcs", [], {}),
        (["aws", "ec2", "describe-vpcs", "--dry-run"], "ec2", "describe-vpcs", ["--dry-run"], {}),
        (["--region", "r", "sts", "get-caller-identity"], "sts", "get-caller-identity", [], {"--region": ["r"]}),
        (["--region=r", "--debug", "sts", "x"], "sts", "x", [], {"--region": ["r"], "--debug": []}),
        (["ec2", "x", "--a", "1", "--reg", "r", "2"], "ec2", "x", ["--a", "1", "2"], {"--region": ["r"]}),
        (["ec2", "wait", "instance-running", "x"], "ec2", "wait instance-running", ["x"], {}),
    ],
)
def test_the_command_that_the_words_name(
    words: list[str], service: str, operation: str, rest: list[str], others: dict[str, list[str]]
) -> None:
    assert split_command(words, 2) == (service, operation, rest, others)


def given(service: str, operation: str, *words: str, strict: bool = True) -> dict[str, list[str]]:
    options, _ = given_options(sources.aws(service, operation), list(words), {}, strict)
    return {name: tokens for name, (_, tokens) in options.items()}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--vpc-ids", "a", "b"], {"--vpc-ids": ["a", "b"]}),
        (["--vpc-ids=a"], {"--vpc-ids": ["a"]}),
        (["--vpc-id", "a"], {"--vpc-ids": ["a"]}),
        (["--dry-run", "--vpc-ids", "a"], {"--dry-run": [], "--vpc-ids": ["a"]}),
        (["--no-dry-run"], {"--no-dry-run": []}),
        (["--vpc-ids", "-1", "-a b"], {"--vpc-ids": ["-1", "-a b"]}),
        (["--filter=Name=a,Values=b c"], {"--filters": ["Name=a,Values=b c"]}),
    ],
)
def test_each_option_has_its_words(words: list[str], expected: dict[str, list[str]]) -> None:
    assert given("ec2", "describe-vpcs", *words) == expected


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--dry"], "--dry"),
        (["--x"], "describe-vpcs has no option --x"),
        (["--ma"], "--ma abbreviates several options"),
        (["--page-size"], "--page-size needs a value"),
        (["--dry-run=true"], "--dry-run takes no value"),
        (["stray"], "'stray' belongs to no option of describe-vpcs"),
        (["--dry-run", "--no-dry-run"], "--dry-run and --no-dry-run exclude each other"),
    ][1:],
)
def test_words_that_fit_no_option_are_an_error(words: list[str], message: str) -> None:
    with pytest.raises(ShorthandError, match=message):
        given("ec2", "describe-vpcs", *words)


def test_an_option_given_twice_loses_its_first_value() -> None:
    with pytest.raises(LossyTextError, match="--vpc-ids is given twice"):
        given("ec2", "describe-vpcs", "--vpc-ids", "a", "--vpc-ids", "b")
    assert given("ec2", "describe-vpcs", "--vpc-ids", "a", "--vpc-ids", "b", strict=False) == {"--vpc-ids": ["b"]}
