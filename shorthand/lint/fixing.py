"""Apply the corrections of findings to a file."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from shorthand.aws.scripts.shell_source import Edit
from shorthand.lint.finding import Finding


def apply_fixes(text: str, findings: Iterable[Finding], *, unsafe: bool = False) -> tuple[str, int]:
    """Return a text with the corrections of its findings, and how many were applied.

    Of corrections that overlap only the first is applied; check the result again for the others. Nothing else in the
    text changes.

    Args:
        text: The text that the findings are of.
        findings: The findings.
        unsafe: Whether corrections that are not certain are applied too.
    """
    edits: list[Edit] = []
    applied = 0
    for finding in findings:
        fix = finding.fixes[0] if finding.fixes else None
        if fix is None or not (fix.is_certain or unsafe):
            continue
        if any(_overlap(edit, other) for edit in fix.edits for other in edits):
            continue
        edits += fix.edits
        applied += 1
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text, applied


def difference(before: str, after: str, path: str) -> str:
    """Return the change of a file as a unified diff."""
    lines = difflib.unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), path, path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _overlap(one: Edit, other: Edit) -> bool:
    return one.start <= other.end and other.start <= one.end
