"""Raw values, which reading returns and writing takes, and the facts about the syntax that several modules share."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

Raw: TypeAlias = "dict[str, Raw] | list[Raw] | str | bytes"
"""A value without types: every scalar is a string, or the bytes of a file that a `fileb://` reference names."""

DEEPEST = 200
"""How deep brackets can be nested."""

Files: TypeAlias = "Callable[[str], str | bytes]"
"""A resolver: it returns the content for a reference such as `file://name`."""

FILE_PREFIXES = ("file://", "fileb://")
"""The prefixes of a file reference: to the text of a file, or to its bytes."""


def is_file_reference(string: str) -> bool:
    """Return whether a string names a file: `file://path` for its text, `fileb://path` for its bytes."""
    return string.startswith(FILE_PREFIXES)


SPACE = " \t\n\r\x0b\x0c"
"""The white space that the syntax skips, the grammar's `_SPACE`."""
