"""Read a command line and keep what only the shell knows, `$X` and `$(command)`, as it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from shorthand.aws.command_line.stand_ins import KeptLine, StandIns
from shorthand.aws.command_line.to_input import CommandLine
from shorthand.aws.command_line.word_parts import Parts
from shorthand.aws.scripts.words import Hole
from shorthand.errors import ShorthandError
from shorthand.syntax.raw import Files


def read_keeping(
    words: Sequence[Parts], read: Callable[[list[str], Files | None], CommandLine], files: Files | None
) -> KeptLine:
    """Read words with holes.

    Args:
        words: The words.
        read: Reads words without holes.
        files: Gives the content for file references.

    Returns:
        The command line, in which each hole is its own text, and where in its input the holes are.

    Raises:
        ShorthandError: The words cannot be read, or a hole is where a structure or the name of a file belongs.
    """
    if not any(isinstance(part, Hole) for parts in words for part in parts):
        return KeptLine(read(["".join(map(str, parts)) for parts in words], files), {}, {})
    stand_ins = StandIns(words)
    opener = stand_ins.guarded(files) if files is not None else None
    first: ShorthandError | None = None
    while True:
        try:
            line = read(stand_ins.words(), opener)
            break
        except ShorthandError as error:
            first = first or stand_ins.restored_error(error)
            if not stand_ins.advance(error):
                raise first from None
    differing = stand_ins.booleans(line, lambda flipped: read(flipped, opener))
    return stand_ins.restored(line, differing)
