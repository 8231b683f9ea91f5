"""Text to raw: `read`, the inverse of the writer.

The reading itself is one loop over the machine that `grammar/build.py` makes of the grammar: in each state one regular
expression finds the next terminal, whose effects on the value follow. No tree and no tokens; lark is not needed, but to
say what is wrong with a text.
"""

from __future__ import annotations

from shorthand.syntax._machine import run
from shorthand.syntax.raw import SPACE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from shorthand.syntax.raw import Files, Raw


def read(text: str, *, strict: bool = True, files: Files | None = None) -> dict[str, Raw]:
    """The raw value of `text`: every leaf a string, or what `files` gives for a file reference.

    `strict` stops where the AWS CLI would lose part of the text; without it the reading is the AWS CLI's, losses
    included. Raises ShorthandSyntaxError, LossyTextError, FileReferenceError.
    """

    def content(match: re.Match[str], group: int, reference: str) -> str | bytes:
        from shorthand.errors import FileReferenceError

        span = (match.start(group), match.start(group) + len(match[group].rstrip(SPACE)))
        if files is None:
            raise FileReferenceError(
                f"{reference} refers to a file, and reading files is not allowed here",
                text=text,
                span=span,
                hint="write '=' instead of '@=' to mean the text itself",
            )
        try:
            return files(reference)
        except FileReferenceError as error:
            error.text, error.span = text, span
            raise

    raw: dict[str, Raw] | None = run(text, strict, content)  # type: ignore[no-untyped-call] # it is generated
    if raw is None:
        from shorthand.syntax.tree_reader import read_tree

        return read_tree(text, strict=strict, files=files)
    return raw
