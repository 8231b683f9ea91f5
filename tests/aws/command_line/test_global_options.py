"""The options that every command has."""

import pytest

from shorthand.aws.command_line.global_options import (
    GLOBAL_OPTIONS,
    INPUT_JSON,
    SKELETON,
    global_options_of,
    other_version_of,
    take_global_options,
)
from shorthand.aws.models import only_in
from shorthand.errors import ShorthandError
from tests.aws import awscli_tables


def test_every_global_option_of_the_aws_cli_is_known() -> None:
    arguments = awscli_tables.driver()._get_argument_table()
    takes_value = {
        argument.cli_name: getattr(argument, "_action", None) not in ("store_true", "store_false", "version")
        for argument in arguments.values()
    }
    assert takes_value.items() <= GLOBAL_OPTIONS.items()
    assert takes_value.keys() == set(global_options_of(awscli_tables.MAJOR))


def test_options_that_tell_where_the_input_comes_from_are_not_global() -> None:
    assert not GLOBAL_OPTIONS.keys() & {INPUT_JSON, SKELETON}


def test_options_that_only_one_version_has() -> None:
    assert other_version_of("--cli-binary-format", 1) == 2
    assert other_version_of("--v2-debug", 2) == 1
    assert other_version_of("--region", 1) is None
    assert take_global_options(["--v2-debug"], 1) == ([], {"--v2-debug": []})
    assert take_global_options(["--v2-debug"], 2) == (["--v2-debug"], {})


@pytest.mark.parametrize("version", [1, 2])
def test_the_values_are_those_that_the_aws_cli_takes(version: int) -> None:
    with pytest.raises(ShorthandError, match="unknown value 'jsno' of --output") as caught:
        take_global_options(["--output", "jsno"], version)
    assert caught.value.hint == "did you mean json?"
    assert take_global_options(["--color=off"], version) == ([], {"--color": ["off"]})


def test_a_value_that_only_version_2_takes() -> None:
    assert take_global_options(["--output", "yaml"], 2) == ([], {"--output": ["yaml"]})
    with pytest.raises(ShorthandError) as caught:
        take_global_options(["--output", "yaml"], 1)
    assert caught.value.hint == only_in(2)


def test_the_choices_are_those_of_the_installed_aws_cli() -> None:
    for argument in awscli_tables.driver()._get_argument_table().values():
        for choice in argument.choices or ():
            assert take_global_options([argument.cli_name, choice], awscli_tables.MAJOR)


def test_a_timeout_is_an_integer() -> None:
    assert take_global_options(["--cli-read-timeout", "5"], 2) == ([], {"--cli-read-timeout": ["5"]})
    with pytest.raises(ShorthandError, match="expected an integer for --cli-read-timeout, got '5s'"):
        take_global_options(["--cli-read-timeout", "5s"], 2)
