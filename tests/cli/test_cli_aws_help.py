"""`shorthand aws … help`."""

import shlex

from tests.cli.command import run


def test_lists_services_operations_and_options() -> None:
    _, services, _ = run("aws", "help")
    assert "ec2" in services.splitlines()
    _, operations, _ = run("aws", "sts", "help")
    assert "get-caller-identity" in operations.splitlines()
    _, waiters, _ = run("aws", "ec2", "wait", "help")
    assert "wait instance-running" in waiters.splitlines()
    _, options, _ = run("aws", "ec2", "create-tags", "help")
    assert options == "[--dry-run | --no-dry-run]\n--resources string ...\n--tags Key=string,Value=string ...\n"
    _, options, _ = run("aws", "elb", "remove-tags", "help")
    assert options == "--load-balancer-names string ...\n--tags Key1 Key2 Key3\n"


def test_an_unknown_operation_is_an_error() -> None:
    code, out, err = run("aws", "ec2", "create-tgas", "help")
    assert (code, out) == (2, "")
    assert "did you mean create-tags?" in err


def test_the_help_options_ask_for_it_too() -> None:
    expected = run("aws", "ec2", "create-tags", "help")
    for words in (["--help"], ["-h"], ["--tags", "--help"], ["--tags", "Key=a", "--help"]):
        assert run("aws", "ec2", "create-tags", *words) == expected
    assert run("aws", "ec2", "--help") == run("aws", "ec2", "help")


def test_help_can_be_a_value() -> None:
    words = ["ec2", "create-tags", "--tags", "Key=a,Value=b", "--resources", "help"]
    assert run("aws", *words)[1] == '{"Resources":["help"],"Tags":[{"Key":"a","Value":"b"}]}\n'


def test_a_long_list_of_values_is_folded_and_can_be_printed() -> None:
    _, options, _ = run("aws", "ec2", "run-instances", "help")
    assert max(map(len, options.splitlines())) < 1500
    (line,) = [line for line in options.splitlines() if "--instance-type " in line]
    command = line.split(" more: ")[1].removesuffix(")]")
    assert line.count("|") == 12
    assert command == "shorthand syntax -s 'aws:ec2/run-instances#--instance-type' --values"
    _, values, _ = run(*shlex.split(command)[1:])
    assert len(values.splitlines()) > 1000
    assert f"({len(values.splitlines()) - 12:,} more" in line
