"""The options that every command has."""

from shorthand.aws.command_line.global_options import GLOBAL_OPTIONS, INPUT_JSON, SKELETON
from tests.aws import awscli_tables


def test_every_global_option_of_the_aws_cli_is_known() -> None:
    arguments = awscli_tables.driver()._get_argument_table()
    takes_value = {
        argument.cli_name: getattr(argument, "_action", None) not in ("store_true", "store_false", "version")
        for argument in arguments.values()
    }
    assert takes_value.items() <= GLOBAL_OPTIONS.items()


def test_options_that_tell_where_the_input_comes_from_are_not_global() -> None:
    assert not GLOBAL_OPTIONS.keys() & {INPUT_JSON, SKELETON}
