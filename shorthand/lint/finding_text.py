"""Draw findings for people: the place, the message, the line with carets, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from shorthand.errors.rendering import Paint, Role, printable, underlined
from shorthand.lint.finding import Finding
from shorthand.lint.rules import RULES

_LONGEST_FIX = 2_000


def concise(finding: Finding, paint: Paint) -> str:
    """Write a finding on one line."""
    place = paint(Role.PLACE, f"{printable(finding.path)}:{finding.line}:{finding.column}")
    return f"{place}: {paint(Role.MARK, finding.code)} {paint(Role.REASON, printable(finding.message))}"


def full(finding: Finding, text: str, paint: Paint, widest: int = 100) -> str:
    """Draw a finding as compilers do.

    Args:
        finding: The finding.
        text: The text of its file.
        paint: Colours the pieces.
        widest: How many cells of a line are shown.
    """
    lines = [concise(finding, paint)]
    number = str(finding.line)
    gutter = " " * len(number)
    bar = paint(Role.LABEL, "|")
    if finding.end > finding.start or finding.line > 1:
        shown, marks = underlined(text, (finding.start, finding.end), widest)
        lines += [f"{gutter} {bar}", f"{paint(Role.LABEL, number)} {bar} {shown}"]
        lines.append(f"{gutter} {bar} {paint(Role.MARK, marks)}")
    if finding.hint:
        lines.append(f"{gutter} {paint(Role.LABEL, '= help:')} {printable(finding.hint)}")
    if finding.fixes and sum(len(edit.text) for edit in finding.fixes[0].edits) <= _LONGEST_FIX:
        lines.append(f"{gutter} {paint(Role.LABEL, '= try:')} {paint(Role.FIX, _fix_shown(finding, text))}")
    return "\n".join(lines) + "\n"


def _fix_shown(finding: Finding, text: str) -> str:
    """Return what is typed at the place: a text that is inserted is shown with the word after it."""
    shown = []
    for edit in finding.fixes[0].edits:
        following = text[edit.end :].split(maxsplit=1)[:1] if edit.start == edit.end else []
        shown.append(edit.text + "".join(following))
    return " ".join(printable(one) for one in shown)


def statistics(findings: Iterable[Finding]) -> str:
    """Write how many findings there are of each rule, the most frequent first."""
    found = list(findings)
    counts = Counter(finding.code for finding in found)
    fixable = Counter(finding.code for finding in found if finding.fixes and finding.fixes[0].is_certain)
    width = len(str(max(counts.values(), default=0)))
    return "\n".join(
        f"{count:>{width}}  {code}  {RULES[code].name}" + (f"  ({fixable[code]} with --fix)" if fixable[code] else "")
        for code, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    )
