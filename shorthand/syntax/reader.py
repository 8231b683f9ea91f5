"""Text to raw value: `read`, the inverse of `write`.

The compiled reader, which `grammar/build.py` makes of the grammar, reads in one loop: in each state one regular
expression finds the next terminals, and their effects on the value follow. There are no tokens and no tree. For a text
that it rejects, a second walk finds the error.
"""

from __future__ import annotations

from shorthand.syntax._compiled_reader import run

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from shorthand.syntax.raw import Files, Raw


def read(text: str, *, strict: bool = True, files: Files | None = None) -> dict[str, Raw]:
    """Return the raw value of a text: every scalar is a string, or what `files` returns for a file reference.

    Args:
        text: The text.
        strict: Whether to reject a text of which the AWS CLI would lose something. Without it, the text reads as in the
            AWS CLI, with its losses.
        files: The resolver of file references. None forbids them.

    Raises:
        ShorthandSyntaxError: The AWS CLI rejects the text too, or brackets are nested too deep.
        LossyTextError: The AWS CLI would lose or leak something, and the reading is strict.
        FileReferenceError: A file reference is forbidden, or the resolver cannot read it.
    """

    # The imports are lazy because most texts need neither: together they take 4 ms.
    def content(match: re.Match[str], group: int, reference: str) -> str | bytes:
        from shorthand.syntax.file_references import file_content

        return file_content(text, match, group, reference, files)

    raw = run(text, strict, content)
    if raw is None:
        from shorthand.syntax.first_error import first_error

        raise first_error(text, strict=strict) or RuntimeError("the compiled reader and the walk disagree")
    return raw
