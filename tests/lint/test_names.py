"""The names of both major versions."""

from shorthand.lint.names import (
    command_of,
    documented_name,
    is_hidden,
    is_misspelt,
    is_same_name,
    one_near,
    operations_of,
    services_of,
)


def test_what_exists() -> None:
    assert "ec2" in services_of(2)
    assert "create-tags" in operations_of("ec2", 2)
    assert operations_of("ec3", 2) == frozenset()
    assert command_of("ec2", "create-tag", 2) is None


def test_what_the_reference_leaves_out() -> None:
    assert is_hidden("iot", "attach-principal-policy", 2)
    assert not is_hidden("iot", "attach-policy", 2)
    command = command_of("mgn", "start-test", 2)
    assert command
    assert documented_name(command.hidden["--source-server-i-ds"], command) == "--source-server-ids"
    described = command_of("ec2", "describe-instances", 2)
    assert described
    assert documented_name(described.hidden["--next-token"], described) is None


def test_the_name_that_was_meant() -> None:
    assert one_near("--tag", ["--tags", "--name"]) == "--tags"
    assert one_near("--xyz", ["--tags", "--name"]) is None
    assert is_same_name("--Dry_Run", "--dry-run")


def test_a_slip_differs_in_few_letters() -> None:
    assert is_misspelt("create-tag", ["create-tags", "delete-tags"])
    assert not is_misspelt("service-name", ["service-quotas"])
