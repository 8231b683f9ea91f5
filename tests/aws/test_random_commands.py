"""Some random command lines. `python -m tests.aws.random_commands` compares more."""

from tests.aws import random_commands


def test_random_commands_are_read_as_the_aws_cli_reads_them() -> None:
    counts, wrong = random_commands.check(25, seed=5)
    assert wrong == []
    assert counts["lines"] == 25
    assert counts["equal"] >= 5
