"""Text to raw by lark's tree: slower than the reader, and with a position for everything.

The reader turns here with a text that is wrong or would lose something, to have it said where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from shorthand.errors import FileReferenceError, LossyTextError, ShorthandSyntaxError
from shorthand.syntax.raw import DEEPEST, FILE_PREFIXES, SPACE, Files, Raw
from shorthand.syntax.tree import tree

if TYPE_CHECKING:
    from lark import Token, Tree


def read_tree(text: str, *, strict: bool = True, files: Files | None = None) -> dict[str, Raw]:
    """The raw value of `text`: every leaf a string, or what `files` gives for a file reference.

    `strict` stops where the AWS CLI would lose part of the text; without it the reading is the AWS CLI's, losses
    included. Raises ShorthandSyntaxError, LossyTextError, FileReferenceError.
    """
    return _Reading(text, strict, files).pairs(tree(text))


class _Reading:
    """One walk over the tree of one text."""

    def __init__(self, text: str, strict: bool, files: Files | None) -> None:
        self.text = text
        self.strict = strict
        self.files = files
        # The AWS CLI keeps one flag for the whole text: whether the last key it met was written with "@=".
        self.last_key_reads_files = False

    def pairs(self, node: Tree[Token]) -> dict[str, Raw]:
        """text: pair ("," pair)*"""
        raw: dict[str, Raw] = {}
        for part in node.children:
            if not hasattr(part, "data"):
                self.skipped(part)
                continue
            key, value, span = self.pair(cast("Tree[Token]", part), 0)
            if key in raw:
                raise ShorthandSyntaxError(
                    f"the key {key!r} is given twice",
                    text=self.text,
                    span=span,
                    hint="to give several items of a list, put a space between them instead of a comma",
                )
            raw[key] = value
        return raw

    def pair(self, node: Tree[Token], depth: int) -> tuple[str, Raw, tuple[int, int]]:
        """pair: key value, and the span of the key"""
        head, value, *rest = cast("list[Tree[Token]]", node.children)
        token = cast("Token", head.children[0])
        key = str(token).rstrip(SPACE)[:-1].rstrip(SPACE)
        reads_files = head.data == "file_key"
        self.last_key_reads_files = reads_files
        if reads_files:
            key = key[:-1].rstrip(SPACE)
        start = token.start_pos or 0
        raw = self.value(value, depth, reads_files)
        for lost in rest:
            self.skipped(cast("Token", lost))
        return key, raw, (start, start + max(len(key), 1))

    def value(self, node: Tree[Token], depth: int, reads_files: bool) -> Raw:
        """`reads_files`: whether the key that stands before this value was written with "@="."""
        kind = node.data
        if kind == "empty":
            return ""
        if kind == "comma_list":
            return [self.value(cast("Tree[Token]", item), depth, reads_files) for item in node.children]
        if kind in ("list", "map"):
            return self.bracketed(node, depth + 1, reads_files)
        token = cast("Token", node.children[0])
        if kind == "word":
            string = str(token).replace("\\,", ",").rstrip()
        else:
            quote = token[0]
            string = str(token).rstrip(SPACE)[1:-1].replace("\\" + quote, quote).replace("\\\\", "\\")
        return self.file(string, token, reads_files) if string.startswith(FILE_PREFIXES) else string

    def bracketed(self, node: Tree[Token], depth: int, reads_files: bool) -> Raw:
        """list: "[" item* "]" and map: "{" pair* "}" """
        span = (node.meta.start_pos, node.meta.end_pos)
        if depth > DEEPEST:
            raise ShorthandSyntaxError(
                f"brackets stand more than {DEEPEST} deep", text=self.text, span=(span[0], span[0] + 1)
            )
        if node.data == "list":
            return [self.value(cast("Tree[Token]", item), depth, reads_files) for item in node.children]
        if reads_files and self.strict:
            raise LossyTextError(
                "'@=' before braces does nothing: the AWS CLI reads no file for what stands inside",
                text=self.text,
                span=span,
                hint="write '@=' at the keys inside the braces whose values are files",
            )
        raw: dict[str, Raw] = {}
        for part in cast("list[Tree[Token]]", node.children):
            key, value, key_span = self.pair(part, depth)
            if key in raw and self.strict:
                raise LossyTextError(
                    f"the key {key!r} is given twice in one pair of braces: the AWS CLI would lose its first value",
                    text=self.text,
                    span=key_span,
                    hint="give each item of a list its own braces: [{…},{…}]",
                )
            raw[key] = value
        return raw

    def file(self, string: str, token: Token, reads_files: bool) -> Raw:
        start = token.start_pos or 0
        span = (start, start + len(str(token).rstrip(SPACE)))
        if self.strict and reads_files != self.last_key_reads_files:
            does = (
                "would read this file, though its own key has no '@='"
                if self.last_key_reads_files
                else ("would not read this file, though its key has '@='")
            )
            raise LossyTextError(
                f"a pair in braces decides for what follows it: the AWS CLI {does}", text=self.text, span=span
            )
        if not self.last_key_reads_files:
            return string
        if self.files is None:
            raise FileReferenceError(
                f"{string} refers to a file, and reading files is not allowed here",
                text=self.text,
                span=span,
                hint="write '=' instead of '@=' to mean the text itself",
            )
        try:
            return self.files(string)
        except FileReferenceError as error:
            error.text, error.span = self.text, span
            raise

    def skipped(self, token: Token) -> None:
        """What stands between an element that was given up and the comma from which it is read again."""
        if self.strict and token.type == "DROPPED":
            start = token.start_pos or 0
            lost = token[1:].lstrip(SPACE)
            raise LossyTextError(
                f"the AWS CLI would lose {lost!r}, which stands before a comma that begins a new pair",
                text=self.text,
                span=(start + len(token) - len(lost), start + len(token)),
                hint="put the whole value in quotes",
            )
