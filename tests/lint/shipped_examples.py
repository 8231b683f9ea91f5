"""Lint the example commands that the AWS CLI ships, and explain each finding.

A finding of an error is explained if the AWS CLI itself refuses the words that the shell hands over, or if the example
gives an option twice. Warnings are explained by their rules: an abbreviation works, and so does an undocumented value.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from awscli.botocore.validate import ParamValidator

from shorthand import lint
from shorthand.aws.scripts import FileKind
from tests.aws.awscli_tables import MAJOR
from tests.aws.example_commands import (
    NO_OPERATION,
    Contents,
    Example,
    TheirReading,
    examples,
    is_valid,
    their_reading,
    without_input_files,
)

_WARNINGS = {code for code, rule in lint.RULES.items() if rule.severity is lint.Severity.WARNING}
# Where the example itself is wrong, and nothing else can tell: by hand.
JUDGED = {
    "ec2/wait/bundle-task-complete.rst:5": "the command is bundle-task-complete",
    "emr/create-cluster-examples.rst:411": "ActionOnFailure is given twice in one step",
    "emr/create-cluster-examples.rst:512": "InstanceCount is given twice in one group",
    "emr/schedule-hbase-backup.rst:8": "a word is on a line of its own, after a break without a backslash",
    "emr/schedule-hbase-backup.rst:21": "a word is on a line of its own, after a break without a backslash",
    "pi/get-resource-metrics.rst:9": "a quote is missing",
}
_LEAD = "#!/bin/bash\nset -e\n"


class Linted(NamedTuple):
    """What is found in the examples of a service.

    Attributes:
        examples: How many there are.
        explained: How many findings there are, by rule and reason.
        unexplained: The other findings.
    """

    examples: int
    explained: Counter[str]
    unexplained: list[str]


def lint_examples(service: str) -> Linted:
    """Wrap each example of a service in a script, and explain what is found."""
    explained: Counter[str] = Counter()
    unexplained: list[str] = []
    count = 0
    for example in examples(service):
        count += 1
        text = example.text.lstrip("$>% ").strip()
        for finding in lint.check(f"{_LEAD}{text}\n", kind=FileKind.BASH, path=example.where, version=MAJOR):
            reason = _reason(finding, example)
            if reason:
                explained[f"{finding.code}: {reason}"] += 1
            else:
                unexplained.append(str(finding))
    return Linted(count, explained, unexplained)


def _reason(finding: lint.Finding, example: Example) -> str:
    if finding.code in _WARNINGS:
        return "a warning"
    if finding.code == "SH301":
        return "bash makes several words of it"
    if finding.code == "SH106":
        return "the AWS CLI keeps only the last"
    if not example.words:
        return "the quotes of the example are not closed"
    words = without_input_files(example.words)
    theirs = their_reading(words, Contents(words))
    if theirs.error == NO_OPERATION:
        return "a command of the AWS CLI itself, judged by hand" if example.where in JUDGED else ""
    if theirs.error or theirs.command is None:
        return "the AWS CLI refuses it"
    if example.where in JUDGED:
        return "judged by hand"
    if finding.code == "SH208":
        return "the AWS CLI's validation refuses its length" if _is_too_short(theirs) else ""
    return "" if is_valid(theirs.command, theirs.parameters) else "the AWS CLI's validation refuses it"


def _is_too_short(theirs: TheirReading) -> bool:
    """Return whether the validation of the AWS CLI refuses a length or a range, which `is_valid` leaves out."""
    shape = theirs.command.operation.input_shape if theirs.command else None
    report = ParamValidator().validate(theirs.parameters, shape)
    return any(kind in ("invalid length", "invalid range") for kind, _, _ in report._errors)
