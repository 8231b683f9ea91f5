"""`shorthand aws … help`."""

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
