"""Quote words for a POSIX shell that still expands the variables in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from shorthand.aws.command_line.global_options import INPUT_JSON
from shorthand.aws.scripts.words import Hole, HoleKind
from shorthand.errors import UnrepresentableError
from shorthand.errors.shell_quoting import Shell, join_words

if TYPE_CHECKING:
    from shorthand.aws.command_line.word_parts import Parts

_EXPANDED = {HoleKind.VARIABLE, HoleKind.COMMAND, HoleKind.ARITHMETIC}
# Something else replaces these before the shell reads the line.
_REPLACED = {HoleKind.PLACEHOLDER, HoleKind.TEMPLATE}


def variables_of(words: Sequence[Parts]) -> list[Hole]:
    """Return the variables and substitutions in the words that the shell expands.

    Raises:
        UnrepresentableError: Quotes would change what one of them is.
    """
    holes = [part for parts in words for part in parts if isinstance(part, Hole)]
    if other := next((hole for hole in holes if hole.kind not in _EXPANDED | _REPLACED), None):
        raise UnrepresentableError(f"{other.source} cannot be written within quotes", hint="print the JSON instead")
    return [hole for hole in holes if hole.kind in _EXPANDED]


def join_with_variables(words: Sequence[str], holes: Sequence[Hole]) -> str:
    """Join words to a line for a POSIX shell, in which the holes are in double quotes.

    >>> x = Hole(HoleKind.VARIABLE, 0, 2, "$X")
    >>> print(join_with_variables(["Key=a b,Value=$X"], [x]))
    'Key=a b,Value='"$X"

    Raises:
        UnrepresentableError: The holes are not in the words as they are written.
    """
    sources = sorted({hole.source for hole in holes}, key=len, reverse=True)
    pattern = re.compile("(" + "|".join(map(re.escape, sources)) + ")")
    found = Counter(match for word in words for match in pattern.findall(word))
    if found != Counter(hole.source for hole in holes) or INPUT_JSON in words:
        raise UnrepresentableError(
            "a variable is where no option can carry it as it is written", hint="print the JSON instead: --json"
        )
    return " ".join(_quoted(pattern.split(word)) for word in words)


def _quoted(pieces: Sequence[str]) -> str:
    """Quote the pieces of a word, of which every second one is a variable."""
    if len(pieces) == 1:
        return join_words(pieces, Shell.POSIX)
    return "".join(
        f'"{piece}"' if index % 2 else join_words([piece], Shell.POSIX) for index, piece in enumerate(pieces) if piece
    )
