"""Splitting the words of a command line into options."""

import pytest

import shorthand
from shorthand import sources
from shorthand.aws.command_line.options import given_options, split_command
from shorthand.aws.command_line.to_input import read_command_line
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


@pytest.mark.parametrize(
    ("version", "words", "only"),
    [
        (2, ["lambda", "publish-version", "--function-name", "f", "--code-sha-256", "x"], 1),
        (1, ["appintegrations", "delete-application", "--arn", "a", "--force"], 2),
        (1, ["ec2", "describe-vpcs", "--cli-input-yaml", "x"], 2),
        (1, ["ec2", "describe-vpcs", "--no-cli-pager"], 2),
        (2, ["ec2", "describe-vpcs", "--v2-debug"], 1),
        (1, ["--cli-binary-format", "base64", "ec2", "describe-vpcs"], 2),
    ],
)
def test_an_option_that_only_the_other_version_has_is_named_as_such(version: int, words: list[str], only: int) -> None:
    with pytest.raises(ShorthandError) as caught:
        read_command_line(words, version=version)
    assert caught.value.hint.startswith(f"only version {only} of the AWS CLI has it")


def test_a_variable_may_be_the_value_of_a_global_option_with_choices() -> None:
    read = shorthand.loads_command("aws ec2 describe-vpcs --output $FORMAT")
    assert read.global_options == {"--output": ("$FORMAT",)}
