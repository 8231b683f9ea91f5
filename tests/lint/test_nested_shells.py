"""Shell texts that commands hand to other shells."""

import pytest

from shorthand import lint
from shorthand.aws.scripts import Shell, shell_sources
from shorthand.aws.scripts.file_kinds import FileKind
from shorthand.lint.nested_shells import nested_sources


def nested(script: str, kind: FileKind = FileKind.BASH) -> list[tuple[str, Shell]]:
    (source,) = shell_sources(script, kind)
    return [(one.text, one.shell) for one in nested_sources(source, source.read())]


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ("sh -c 'aws s3 ls'", [("aws s3 ls", Shell.SH)]),
        ('/bin/bash -euo pipefail -c "aws s3 ls $X"', [("aws s3 ls $X", Shell.BASH)]),
        ("find . | xargs -n 1 sh -xc 'aws s3 rm \"$0\"'", [('aws s3 rm "$0"', Shell.SH)]),
        ("docker run --rm image sh -c 'aws s3 ls'", [("aws s3 ls", Shell.SH)]),
        ("trap 'aws s3 ls' EXIT INT", [("aws s3 ls", Shell.BASH)]),
        ("eval 'aws s3 ls'", [("aws s3 ls", Shell.BASH)]),
        ("ssh -t host 'aws s3 ls'", [("aws s3 ls", Shell.SH)]),
        ("su - user -c 'aws s3 ls'", [("aws s3 ls", Shell.SH)]),
        ("watch -n 5 'aws s3 ls'", [("aws s3 ls", Shell.SH)]),
        # not quoted as a whole, or not as it is typed
        ("sh -c aws", []),
        ("sh -c \"aws s3 cp \\\"$X\\\" .\"", []),
        ("sh -c 'aws s3 ls '$X", []),
        ("eval 'aws' s3 ls", []),
        # no shell reads it
        ("bash script.sh -c 'aws s3 ls'", []),
        ("git commit -m 'aws s3 ls'", []),
        ("bash $X -c 'aws s3 ls'", []),
        ("echo 'aws s3 ls'", []),
    ],
)  # fmt: skip
def test_what_is_handed_over(script: str, found: list[tuple[str, Shell]]) -> None:
    assert nested(script) == found


def test_a_finding_has_its_place_in_the_file() -> None:
    text = 'FROM x\nCMD ["sh", "-c", "exec aws ec2 describe-instance"]\n'
    (found,) = lint.check(text, kind="dockerfile")
    assert (found.code, found.line, text[found.start : found.end]) == ("SH102", 2, "describe-instance")
    fixed, _ = lint.apply_fixes(text, [found], unsafe=True)
    assert fixed == text.replace("describe-instance", "describe-instances")


def test_a_shell_text_in_a_shell_text() -> None:
    script = "bash -c 'bash -c \"aws ec2 describe-instance\"'"
    (found,) = lint.check(script, kind="bash")
    assert script[found.start : found.end] == "describe-instance"


def test_a_correction_that_needs_the_same_quotes_is_not_offered() -> None:
    (found,) = lint.check("sh -c 'aws ec2 create-tags --resources i-1 --tags Key=a,Value=b,c'", kind="bash")
    assert (found.code, found.fixes) == ("SH203", ())
