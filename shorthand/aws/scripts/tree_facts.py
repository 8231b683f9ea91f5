"""What the tree of a script says before its commands are read: where substitutions and here-documents end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shorthand.aws.scripts.tree_sitter_languages import bash_captures

if TYPE_CHECKING:
    from tree_sitter import Node

_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_DEFAULT = re.compile(r"\s*\$\{([A-Za-z_]\w*)(?:\[[^\]]*\])?:?=", re.ASCII)
_ARITHMETIC = re.compile(
    r"(?:\+\+|--)[ \t]*([A-Za-z_]\w*)"
    r"|([A-Za-z_]\w*)(?:\[[^\]]*\])?[ \t]*(?:\+\+|--|(?:[-+*/%&^|]|<<|>>)?=(?!=))",
    re.ASCII,
)


class TreeFacts:
    """Facts about a whole script, by offsets in characters.

    Attributes:
        extents: The end of each substitution by its start.
        bodies: The span of the body of each here-document by the start of its operator.
        substitutions: The starts of the substitutions with commands inside, in order.
        background: The spans of what runs in the background.
        bound: The variables that loops, arithmetic and `${X:=a}` set, with the offset.
    """

    def __init__(self, text: str, root: Node) -> None:
        """Collect the facts.

        Args:
            text: The script.
            root: The root of its tree, in which each character has one byte.
        """
        self.text = text
        captures = bash_captures(root)
        holes = captures.get("hole", ())
        self.extents = {self.start(node): node.end_byte for node in holes if not node.has_error}
        inner = ("command_substitution", "process_substitution")
        self.substitutions = sorted(node.start_byte for node in holes if node.type in inner)
        self.bodies = dict(body for node in captures.get("document", ()) if (body := self._body(node)))
        # In a faulty root every token is a sibling of every other. Looking for the one before takes long.
        ampersands = captures.get("background", ()) if root.type != "ERROR" else ()
        befores = (node.prev_sibling for node in ampersands)
        self.background = {(before.start_byte, before.end_byte) for before in befores if before}
        self.bound = [bound for node in captures.get("bound", ()) for bound in self._bound(node)]

    def start(self, node: Node) -> int:
        """Return where a substitution starts: its node can have the blanks before it."""
        start = node.start_byte
        while self.text[start] in " \t\n":
            start += 1
        return start

    def _body(self, node: Node) -> tuple[int, tuple[int, int]] | None:
        operator = body = None
        for child in node.children:
            if child.type in ("<<", "<<-"):
                operator = child.start_byte
            elif child.type == "heredoc_body":
                body = (child.start_byte, child.end_byte)
            elif child.type == "heredoc_end" and body is None:
                body = (child.start_byte, child.start_byte)
        return None if operator is None or body is None else (operator, body)

    def _bound(self, node: Node) -> list[tuple[str, int]]:
        start, end = node.start_byte, node.end_byte
        if node.type == "variable_name":
            pattern = _NAME
        elif node.type == "expansion":
            pattern = _DEFAULT
        elif node.type == "compound_statement" and not self.text.startswith("((", start):
            return []
        else:
            pattern = _ARITHMETIC
            end = end if node.type != "c_style_for_statement" else min(end, self._end_of_header(start, end))
        return [
            (next(name for name in match.groups() or (match[0],) if name), start)
            for match in pattern.finditer(self.text, start, end)
        ]

    def _end_of_header(self, start: int, end: int) -> int:
        found = self.text.find("))", start, end)
        return end if found < 0 else found
