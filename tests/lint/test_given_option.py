"""The words of a command, told apart."""

from shorthand.lint.given_option import Split


def test_nothing_is_given_at_first() -> None:
    split = Split()
    assert (split.given, split.positional, split.problems, split.has_unknown) == ([], [], [], False)
