"""What the shell replaces by names of files and folders: `*` and `~`. Only folders are read, and only if asked."""

from __future__ import annotations

import glob
import os

from shorthand.aws.scripts.words import Hole
from shorthand.errors import Diagnostic, Span

_GLOB_CHARACTERS = ("*", "?", "[")


class Field:
    """One of the words that a shell makes of a word as typed.

    Attributes:
        parts: Its certain text and its holes.
    """

    def __init__(self) -> None:
        """Start without text."""
        self.parts: list[str | Hole] = []
        self._pattern = ""
        self._is_glob = False

    def add(self, part: str | Hole, *, is_pattern: bool = False) -> None:
        """Append certain text or a hole.

        Args:
            part: What is appended.
            is_pattern: Whether `*` and the like in the text stand for names of files.
        """
        self.parts.append(part)
        text = part if isinstance(part, str) else "*"
        self._pattern += text if is_pattern else glob.escape(text)
        self._is_glob = self._is_glob or (is_pattern and any(char in text for char in _GLOB_CHARACTERS))

    def glob_fault(self, typed: str, text: str, span: Span, *, local: bool) -> Diagnostic | None:
        """Return what to say of a word that the shell may replace by names of files; None if nothing.

        Args:
            typed: The word as typed.
            text: The whole text.
            span: Where the word is in the text.
            local: Whether the files are those of the current folder. Then only a word that files match is told.
        """
        if not self._is_glob or (local and not _matches(self._pattern)):
            return None
        condition = "" if local else ", if there are any"
        reason = f"the shell replaces {typed} by the names of the files that match it{condition}"
        return Diagnostic(reason, text, span, hint="put the word in single quotes")


def _matches(pattern: str) -> bool:
    # A name that begins with a dot is matched only by a pattern that begins so, as in bash.
    return next(glob.iglob(pattern), None) is not None


def home_folder(hole: Hole) -> str | None:
    """Return the folder that `~` or `~user` means on this machine; None if it means none."""
    folder = os.path.expanduser(hole.source)
    return folder if folder != hole.source else None
