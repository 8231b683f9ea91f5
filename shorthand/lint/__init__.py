"""Find wrong AWS commands in scripts and documents.

>>> from shorthand.lint import check
>>> [str(finding) for finding in check("aws ec2 create-tag --resources i-1", kind="bash", path="tag.sh")]
["tag.sh:1:9: SH102 ec2 has no command 'create-tag'"]
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from shorthand.aws.scripts.file_kinds import FileKind, kind_of
    from shorthand.aws.scripts.shell_source import Edit
    from shorthand.lint.checking import check
    from shorthand.lint.finding import Finding, Fix
    from shorthand.lint.fixing import apply_fixes
    from shorthand.lint.rules import RULES, Rule, Severity

__all__ = ["RULES", "Edit", "FileKind", "Finding", "Fix", "Rule", "Severity", "apply_fixes", "check", "kind_of"]

# Where each name is defined. A module is imported when its first name is used, so that `--help` pays for none.
_MODULES = {
    "Edit": "aws.scripts.shell_source",
    "FileKind": "aws.scripts.file_kinds",
    "Finding": "lint.finding",
    "Fix": "lint.finding",
    "RULES": "lint.rules",
    "Rule": "lint.rules",
    "Severity": "lint.rules",
    "apply_fixes": "lint.fixing",
    "check": "lint.checking",
    "kind_of": "aws.scripts.file_kinds",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module 'shorthand.lint' has no attribute {name!r}")
    full = f"shorthand.{_MODULES[name]}"
    __import__(full)
    found: object = getattr(sys.modules[full], name)
    globals()[name] = found
    return found
