"""Read a text by lark's tree. The tests compare the compiled reader with it, because it uses none of its code.

It finds out that a text has an error, and `first_error` says which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from shorthand.errors import FileReferenceError
from shorthand.syntax.first_error import first_error
from shorthand.syntax.lark_tree import tree
from shorthand.syntax.raw import DEEPEST, FILE_PREFIXES, SPACE, Files, Raw

if TYPE_CHECKING:
    from lark import Token, Tree


def read_tree(text: str, *, strict: bool = True, files: Files | None = None) -> dict[str, Raw]:
    """Return the raw value of a text, as `shorthand.syntax.reader.read` does."""
    return _Reading(text, strict, files).pairs(tree(text))


class _Reading:
    """One walk over the tree of one text."""

    def __init__(self, text: str, strict: bool, files: Files | None) -> None:
        self.text = text
        self.strict = strict
        self.files = files
        # The AWS CLI keeps one flag for the whole text: whether the last key was written with "@=".
        self.last_key_reads_files = False

    def pairs(self, node: Tree[Token]) -> dict[str, Raw]:
        """text: pair ("," pair)*"""
        raw: dict[str, Raw] = {}
        for part in node.children:
            if not hasattr(part, "data"):
                self.skipped(part)
                continue
            key, value = self.pair(cast("Tree[Token]", part), 0)
            if key in raw:
                raise self.fault()
            raw[key] = value
        return raw

    def pair(self, node: Tree[Token], depth: int) -> tuple[str, Raw]:
        """pair: key value"""
        head, value, *rest = cast("list[Tree[Token]]", node.children)
        key = str(head.children[0]).rstrip(SPACE)[:-1].rstrip(SPACE)
        reads_files = head.data == "file_key"
        self.last_key_reads_files = reads_files
        if reads_files:
            key = key[:-1].rstrip(SPACE)
        raw = self.value(value, depth, reads_files)
        for lost in rest:
            self.skipped(cast("Token", lost))
        return key, raw

    def value(self, node: Tree[Token], depth: int, reads_files: bool) -> Raw:
        """Return the raw value of a node; `reads_files` says whether the key before it is written with "@="."""
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
        return self.file(string, reads_files) if string.startswith(FILE_PREFIXES) else string

    def bracketed(self, node: Tree[Token], depth: int, reads_files: bool) -> Raw:
        """list: "[" item* "]" and map: "{" pair* "}" """
        if depth > DEEPEST:
            raise self.fault()
        if node.data == "list":
            return [self.value(cast("Tree[Token]", item), depth, reads_files) for item in node.children]
        if reads_files and self.strict:
            raise self.fault()
        raw: dict[str, Raw] = {}
        for part in cast("list[Tree[Token]]", node.children):
            key, value = self.pair(part, depth)
            if key in raw and self.strict:
                raise self.fault()
            raw[key] = value
        return raw

    def file(self, string: str, reads_files: bool) -> Raw:
        if self.strict and reads_files != self.last_key_reads_files:
            raise self.fault()
        if not self.last_key_reads_files:
            return string
        if self.files is None:
            raise FileReferenceError(string)
        return self.files(string)

    def skipped(self, token: Token) -> None:
        """Raise an error for a text that the AWS CLI loses."""
        if self.strict and token.type == "DROPPED":
            raise self.fault()

    def fault(self) -> Exception:
        return first_error(self.text, strict=self.strict) or RuntimeError("lark's tree and the walk disagree")
