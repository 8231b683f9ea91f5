"""The rules, each with its code."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from shorthand.did_you_mean import listed
from shorthand.errors import ShorthandError


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    """The AWS CLI refuses the command, or loses part of it."""
    WARNING = "warning"
    """The command may work, but probably not as it was meant."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule.

    Attributes:
        code: Its code, such as `SH103`.
        name: Its name, such as `unknown-option`.
        summary: What it finds, in one sentence.
        severity: How bad its findings are.
        is_default: Whether it is checked unless it is left out.
    """

    code: str
    name: str
    summary: str
    severity: Severity = Severity.ERROR
    is_default: bool = True

    @property
    def url(self) -> str:
        """Where the rule is documented, relative to the root of the documentation."""
        return f"reference/lint-rules.html#{self.code.lower()}-{self.name}"


_WARNING = Severity.WARNING

RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in (
        Rule("SH001", "unreadable-file", "The file cannot be read as a script or a document.", _WARNING),
        Rule("SH101", "unknown-service", "The AWS CLI has no such service."),
        Rule("SH102", "unknown-operation", "The service has no such command."),
        Rule("SH103", "unknown-option", "The command has no such option."),
        Rule("SH104", "other-version", "Only the other major version of the AWS CLI has it.", _WARNING),
        Rule("SH105", "abbreviated-option", "The name of an option is abbreviated.", _WARNING),
        Rule("SH106", "option-given-twice", "An option is given twice, and the AWS CLI keeps only the last."),
        Rule("SH107", "missing-option", "A required option is missing."),
        Rule("SH108", "missing-or-extra-value", "An option lacks its value, or a flag is given one."),
        Rule("SH109", "stray-word", "A word belongs to no option."),
        Rule("SH110", "dash-for-hyphens", "An option begins with a typographic dash instead of two hyphens."),
        Rule("SH111", "old-option-name", "An option has an older name that the reference leaves out.", _WARNING),
        Rule(
            "SH112",
            "hidden-command",
            "The reference leaves out the command, most often because it is deprecated.",
            _WARNING,
            is_default=False,
        ),
        Rule("SH201", "bad-shorthand", "A value is not valid shorthand."),
        Rule("SH202", "bad-json", "A value is not valid JSON."),
        Rule("SH203", "wrong-type", "A value does not have the type of its option or member."),
        Rule("SH204", "unknown-member", "A structure has no such member."),
        Rule("SH205", "missing-member", "A required member of a structure is missing."),
        Rule("SH206", "bad-union", "Not exactly one member of a union is given."),
        Rule("SH207", "lost-text", "The AWS CLI reads the value, but loses part of it in silence."),
        Rule("SH208", "out-of-bounds", "A value is too short or too small, or no timestamp."),
        Rule("SH209", "undocumented-value", "A value is not among the documented ones.", _WARNING),
        Rule("SH210", "forgotten-file-prefix", "The name of a file is given without file:// or fileb://.", _WARNING),
        Rule("SH211", "comma-joined-list", "Words are joined by commas where separate words are needed.", _WARNING),
        Rule("SH301", "unquoted-braces", "The shell expands unquoted braces, and makes several words of a value."),
        Rule(
            "SH302",
            "unquoted-variable",
            "The shell splits an unquoted variable in a value at its spaces.",
            _WARNING,
            is_default=False,
        ),
    )
}
"""The rules by their codes."""


def selected(select: Iterable[str] | None = None, ignore: Iterable[str] = ()) -> frozenset[str]:
    """Return the codes of the rules to check.

    >>> sorted(selected(["SH3"], ["SH301"]))
    ['SH302']

    Args:
        select: Codes or beginnings of codes, or `ALL`; None for the default rules.
        ignore: Codes or beginnings of codes to leave out.

    Raises:
        ShorthandError: No rule has such a code.
    """
    codes = {rule.code for rule in RULES.values() if rule.is_default} if select is None else _matching(select)
    return frozenset(codes - _matching(ignore))


def _matching(prefixes: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for prefix in prefixes:
        codes: Collection[str] = [code for code in RULES if code.startswith(prefix) or prefix == "ALL"]
        if not codes or not prefix:
            raise ShorthandError(f"unknown rule {prefix!r}", expected=listed(RULES))
        found |= set(codes)
    return found
