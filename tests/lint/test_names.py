"""The names of both major versions."""

from shorthand.lint.names import command_of, is_misspelt, is_same_name, one_near, operations_of, services_of


def test_what_exists() -> None:
    assert "ec2" in services_of(2)
    assert "create-tags" in operations_of("ec2", 2)
    assert operations_of("ec3", 2) == frozenset()
    assert command_of("ec2", "create-tag", 2) is None


def test_the_name_that_was_meant() -> None:
    assert one_near("--tag", ["--tags", "--name"]) == "--tags"
    assert one_near("--xyz", ["--tags", "--name"]) is None
    assert is_same_name("--Dry_Run", "--dry-run")


def test_a_slip_differs_in_few_letters() -> None:
    assert is_misspelt("create-tag", ["create-tags", "delete-tags"])
    assert not is_misspelt("service-name", ["service-quotas"])
