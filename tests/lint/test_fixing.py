"""Corrections of files, byte for byte."""

import itertools

from shorthand import lint
from shorthand.lint.fixing import difference
from tests.lint.hosts import wrong_corrections
from tests.lint.planted import correct_commands

TEXT = "\ufeff# é\r\naws ec2 describe-instances --instance-id i-1  # tab\t\r\naws ec2 create-tag\r\n"


def test_only_certain_corrections_are_applied() -> None:
    findings = lint.check(TEXT, kind="bash")
    fixed, applied = lint.apply_fixes(TEXT, findings)
    assert (fixed, applied) == (TEXT.replace("--instance-id ", "--instance-ids "), 1)


def test_guesses_are_applied_where_that_is_asked_for() -> None:
    fixed, applied = lint.apply_fixes(TEXT, lint.check(TEXT, kind="bash"), unsafe=True)
    assert fixed == TEXT.replace("--instance-id ", "--instance-ids ").replace("create-tag", "create-tags")
    assert applied == 2


def test_of_corrections_that_overlap_one_is_applied() -> None:
    text = "aws ec2 create-tags --resources i-1 --tags Ky=a,Valu=b"
    findings = lint.check(text, kind="bash")
    assert len(findings) == 2
    fixed, applied = lint.apply_fixes(text, findings, unsafe=True)
    assert (fixed, applied) == (text.replace("Ky", "Key").replace("Valu", "Value"), 1)


def test_a_makefile_is_typed_as_make_reads_it() -> None:
    text = 'all:\n\taws ec2 create-tags --resources i-1 --tags Key=a,Valu="$$X"\n'
    fixed, _ = lint.apply_fixes(text, lint.check(text, kind="makefile"), unsafe=True)
    assert fixed == text.replace('Key=a,Valu="$$X"', '"Key=a,Value=$$X"')


def test_the_difference() -> None:
    assert difference("a\nb", "a\nc", "x") == (
        "--- x\n+++ x\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"
    )


def test_a_correction_means_the_same_in_every_kind_of_file() -> None:
    """`python -m tests.lint.hosts` does the same with more faults."""
    commands = list(itertools.islice(correct_commands(), 0, 1_200, 4))
    wrong, judged = wrong_corrections(70, seed=3, commands=commands)
    assert wrong == []
    assert len(judged) == 13
    assert min(judged.values()) >= 10
