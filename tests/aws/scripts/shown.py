"""Words as the tests write them: text in full, holes as `‹kind source›`."""

from __future__ import annotations

from collections.abc import Iterable

from shorthand.aws.scripts import Hole, Piece, SimpleCommand, Word, expanded, read_shell


def pieces(found: Iterable[Piece]) -> str:
    return "".join(f"‹{piece.kind.value} {piece.source}›" if isinstance(piece, Hole) else piece.text for piece in found)


def words(found: Iterable[Word]) -> list[str]:
    return [pieces(word.pieces) for word in found]


def command(found: SimpleCommand) -> list[str]:
    return words(expanded(found))


def read(source: str) -> list[list[str]]:
    """Return the words of each command of a bash script."""
    return [command(each) for each in read_shell(source)]


def only(source: str) -> list[str]:
    """Return the words of the only command of a bash script."""
    (found,) = read(source)
    return found
