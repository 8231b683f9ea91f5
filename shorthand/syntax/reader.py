"""Text to raw: `read`, the inverse of the writer.

The reading itself is one loop over the machine that `grammar/build.py` makes of the grammar: in each state one regular
expression finds the next terminal, whose effects on the value follow. No tree, no tokens and no lark; what is wrong
with a text is found by a second walk, over the same machine as data.
"""

from __future__ import annotations

from shorthand.syntax._compiled_reader import run

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
        from shorthand.syntax.faults import file_content

        return file_content(text, match, group, reference, files)

    raw: dict[str, Raw] | None = run(text, strict, content)  # type: ignore[no-untyped-call] # it is generated
    if raw is None:
        from shorthand.syntax.faults import fault

        raise fault(text, strict=strict) or RuntimeError("the machine and the walk disagree")
    return raw
