"""Check the AWS commands in a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from shorthand.aws.models import aws_version
from shorthand.aws.scripts.aws_commands import AwsCommand, find_aws_commands
from shorthand.aws.scripts.commands import Script
from shorthand.aws.scripts.constants import follow_constants
from shorthand.aws.scripts.file_kinds import FileKind, kind_of, shell_sources
from shorthand.aws.scripts.limits import MissingParserError, UnreadableSourceError, decoded
from shorthand.aws.scripts.shell_source import Edit, ShellSource
from shorthand.did_you_mean import did_you_mean, listed
from shorthand.errors import ShorthandError
from shorthand.lint.command_check import CommandCheck
from shorthand.lint.finding import Finding, Fix
from shorthand.lint.ignoring import Ignored, Lines
from shorthand.lint.nested_shells import NestedSource, nested_sources
from shorthand.lint.problem import Problem
from shorthand.lint.rules import RULES, selected

_UNREADABLE = "SH001"
_COMMAND = re.compile(rb"\baws2?[ \t]+(?:--)?[a-z]")


def check(
    source: str | bytes,
    *,
    kind: FileKind | str | None = None,
    path: str = "",
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    version: int | None = None,
) -> list[Finding]:
    """Return what is wrong with the AWS commands in a script or a document.

    >>> [finding.code for finding in check("aws ec2 create-tag", kind="bash")]
    ['SH102']

    Args:
        source: The text of the file, or its bytes.
        kind: The kind of the file; by default as its name and its text tell, and bash where they do not.
        path: The name of the file, for the findings.
        select: Codes of rules, or beginnings of codes; by default all that are on by default.
        ignore: Codes of rules to leave out.
        version: The major version of the AWS CLI, 1 or 2; by default as `shorthand.aws.models.aws_version` tells.

    Returns:
        The findings in the order of the file. A file that cannot be read gives one.

    Raises:
        ShorthandError: No rule, no version or no kind is of this name.
        MissingParserError: The extra `lint` is not installed.
    """
    rules = selected(select, ignore)
    version = aws_version(version)
    wanted_kind = None if kind is None else _kind(kind)
    try:
        text = decoded(source)
        found_kind = wanted_kind or kind_of(path, text) or FileKind.BASH
        sources = shell_sources(text, found_kind)
    except MissingParserError:
        raise
    except UnreadableSourceError as error:
        rule = RULES[_UNREADABLE]
        finding = Finding(rule.code, error.reason, rule.severity, path, 0, 0, 1, 1, 1, 1, error.hint)
        return [finding] if rule.code in rules and _may_have_commands(source) else []
    lines = Lines(text)
    ignored = Ignored(lines)
    findings: dict[tuple[int, int, str, str], Finding] = {}
    for shell_source in sources:
        if "aws" not in shell_source.text:
            continue
        checker = _SourceCheck(shell_source, lines, ignored, rules, path, version)
        for finding in checker.findings():
            # One word in the value of a variable that several commands use is reported once.
            findings.setdefault((finding.start, finding.end, finding.code, finding.message), finding)
    return sorted(findings.values(), key=lambda finding: (finding.start, finding.end, finding.code))


def _kind(name: str) -> FileKind:
    """Return the kind of this name. Raises ShorthandError."""
    try:
        return FileKind(name)
    except ValueError:
        hint = did_you_mean(name, FileKind)
        expected = "" if hint else listed(FileKind)
        raise ShorthandError(f"unknown kind of file {name!r}", expected=expected, hint=hint) from None


def _may_have_commands(source: str | bytes) -> bool:
    """Return whether a file that cannot be read has what looks like a command. A picture or a log is no finding."""
    content = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    return _COMMAND.search(content) is not None


class _SourceCheck:
    """The check of one shell text of a file."""

    def __init__(
        self,
        source: ShellSource | NestedSource,
        lines: Lines,
        ignored: Ignored,
        rules: frozenset[str],
        path: str,
        version: int,
    ) -> None:
        self.source = source
        self.lines = lines
        self.ignored = ignored
        self.rules = rules
        self.path = path
        self.version = version

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong with the commands of the text."""
        typed = self.source.read()
        for nested in nested_sources(self.source, typed):
            yield from _SourceCheck(nested, self.lines, self.ignored, self.rules, self.path, self.version).findings()
        script: Script = follow_constants(typed)
        if "aws" in script.functions:
            return
        for run in find_aws_commands(script.commands):
            checked = CommandCheck(run, self.version, is_document=self.source.is_document)
            for problem in checked.problems:
                if problem.code in self.rules and not self._is_ignored(problem, run):
                    yield self._finding(problem, checked.name)

    def _is_ignored(self, problem: Problem, run: AwsCommand) -> bool:
        start, end = self.source.span(run.command.start, max(run.command.end, run.end))
        block = self.source.offset(0)
        return self.ignored.covers(problem.code, start, end, block)

    def _finding(self, problem: Problem, name: str) -> Finding:
        start, end = self.source.span(problem.start, problem.end)
        line, column = self.lines.place(start)
        end_line, end_column = self.lines.place(end)
        rule = RULES[problem.code]
        return Finding(
            problem.code,
            problem.message,
            rule.severity,
            self.path,
            start,
            end,
            line,
            column,
            end_line,
            end_column,
            problem.hint,
            self._fixes(problem),
            name,
        )

    def _fixes(self, problem: Problem) -> tuple[Fix, ...]:
        edits: list[Edit] = []
        for one in problem.replacements:
            edit = self.source.edit(one.start, one.end, one.text)
            if edit is None:
                return ()
            edits.append(edit)
        if not edits:
            return ()
        shown = " ".join(edit.text for edit in edits)
        return (Fix(f"write {shown}", tuple(edits), problem.is_certain),)
