"""What a rule finds, before it is placed in the file."""

from shorthand.aws.scripts import find_aws_commands, read_script
from shorthand.lint.command_check import CommandCheck
from shorthand.lint.problem import Problem, Replacement


def test_positions_are_in_the_shell_text() -> None:
    (run,) = find_aws_commands(read_script("true; aws ec2 create-tag").commands)
    (problem,) = CommandCheck(run, 2, is_document=False).problems
    reason, hint = "ec2 has no command 'create-tag'", "did you mean create-tags?"
    assert problem == Problem("SH102", reason, 14, 24, hint, (Replacement(14, 24, "create-tags"),))
