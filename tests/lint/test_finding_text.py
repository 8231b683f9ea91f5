"""Findings as people read them."""

from shorthand import lint
from shorthand.errors.rendering import Role
from shorthand.lint.finding_text import concise, full, statistics

TEXT = "true\naws ec2 describe-instances --instance-id $I\n"
(FINDING,) = lint.check(TEXT, kind="bash", path="a.sh")


def plain(_role: Role, piece: str) -> str:
    return piece


def test_one_line() -> None:
    assert concise(FINDING, plain) == "a.sh:2:28: SH105 --instance-id abbreviates --instance-ids"


def test_the_line_with_carets() -> None:
    assert full(FINDING, TEXT, plain).splitlines() == [
        "a.sh:2:28: SH105 --instance-id abbreviates --instance-ids",
        "  |",
        "2 | aws ec2 describe-instances --instance-id $I",
        "  |                            ^~~~~~~~~~~~~",
        "  = help: write --instance-ids: a later version of the AWS CLI can have another option that begins so",
        "  = try: --instance-ids",
    ]


def test_a_terminal_obeys_nothing() -> None:
    text = "aws ec2 describe-instances --instance-ids=\x1b[31m --bogu\x1b\n"
    for finding in lint.check(text, kind="bash", path="\x1b.sh"):
        assert "\x1b" not in full(finding, text, plain)


def test_statistics() -> None:
    assert statistics([FINDING, FINDING]) == "2  SH105  abbreviated-option  (2 with --fix)"
