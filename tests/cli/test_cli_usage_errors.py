"""Errors in how the command is used, with what was probably meant."""

import pytest

from tests.cli.command import run

MISSPELT = [
    (["chek"], "unknown subcommand 'chek'", "did you mean check?"),
    (["tojson"], "unknown subcommand 'tojson'", "did you mean to-json?"),
    (["to_shorthand"], "unknown subcommand 'to_shorthand'", "did you mean to-shorthand?"),
    (["json"], "unknown subcommand 'json'", "did you mean to-json?"),
    (["nonsense"], "unknown subcommand 'nonsense'", "list the subcommands: shorthand --help"),
    (["models", "biuld"], "unknown subcommand 'biuld'", "did you mean build?"),
    (["Key=a,Value=b"], "unknown subcommand 'Key=a,Value=b'", "write a subcommand first: shorthand to-json …"),
    (['{"a": 1}'], "unknown subcommand '{\"a\": 1}'", "write a subcommand first: shorthand to-shorthand …"),
    (
        ["ec2", "create-tags"],
        "unknown subcommand 'ec2'",
        "write aws before the service: shorthand aws ec2 …",
    ),
    (["to-json", "--shcema", "x"], "unknown option '--shcema'", "did you mean --schema?"),
    (["to-json", "--nul"], "unknown option '--nul'", "did you mean --null?"),
    (["to-json", "-5=a"], "unknown option '-5'", "write -- before a text that starts with a dash"),
    (["syntax", "--nonsense"], "unknown option '--nonsense'", "see shorthand syntax --help"),
    (["aws", "--form-json", "x", "ec2", "create-tags"], "unknown option '--form-json'", "did you mean --from-json?"),
]


@pytest.mark.parametrize(("arguments", "reason", "hint"), MISSPELT)
def test_a_misspelt_name_gives_a_hint(arguments: list[str], reason: str, hint: str) -> None:
    assert run(*arguments) == (2, "", f"{reason}\n  hint: {hint}\n")


OTHERS = [
    (["syntax"], "missing option '-s' / '--schema'", "see shorthand syntax --help"),
    (
        ["to-json", "--jobs", "x"],
        "invalid value for '--jobs': 'x' is not a valid integer range",
        "see shorthand to-json",
    ),
    (["explain"], "missing argument 'TEXT...'", "see shorthand explain --help"),
]


@pytest.mark.parametrize(("arguments", "reason", "hint"), OTHERS)
def test_other_errors_point_to_the_help(arguments: list[str], reason: str, hint: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"{reason}\n  hint: {hint}")


def test_an_option_of_the_aws_cli_is_not_taken_for_a_misspelt_one() -> None:
    _, out, err = run("aws", "--region", "x", "ec2", "describe-vpcs")
    assert (out, err) == ("{}\n", "")


def test_no_arguments_show_the_help() -> None:
    code, out, err = run()
    assert (code, out) == (2, "")
    assert err.startswith("Usage: shorthand [OPTIONS] COMMAND [ARGS]...")
