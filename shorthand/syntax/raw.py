"""What reading gives and writing takes: dicts, lists and strings."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

Raw: TypeAlias = "dict[str, Raw] | list[Raw] | str | bytes"
"""Every leaf is a string, or the bytes that a `fileb://` reference stood for."""

DEEPEST = 200
"""How many brackets may stand within one another."""

Files: TypeAlias = "Callable[[str], str | bytes]"
"""What gives the content for a reference such as `file://name`."""

FILE_PREFIXES = ("file://", "fileb://")
"""How a file reference begins: the text of a file, or its bytes."""


def is_file_reference(string: str) -> bool:
    """Return whether a string names a file: `file://path` for its text, `fileb://path` for its bytes."""
    return string.startswith(FILE_PREFIXES)


SPACE = " \t\n\r\x0b\x0c"
"""The white space that the syntax skips."""
