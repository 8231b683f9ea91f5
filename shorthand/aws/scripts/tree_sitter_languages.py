"""The parsers of tree-sitter, each made when it is first used."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from shorthand.aws.scripts.limits import parser_of_extra

if TYPE_CHECKING:
    from collections.abc import Callable

    from tree_sitter import Node, Parser

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")

# What ends where only a parser knows, in one pass that does not build the nodes between in Python.
_BASH_QUERY = """
[(command_substitution) (expansion) (arithmetic_expansion) (process_substitution)] @hole
(heredoc_redirect) @document
("&") @background
(for_statement variable: (variable_name) @bound)
(c_style_for_statement) @bound
(compound_statement "((" ) @bound
(arithmetic_expansion) @bound
(expansion) @bound
"""


def one_byte_each(text: str, instead: str) -> bytes:
    """Return a text with one byte for each character, so that the offsets of a tree are those of the text.

    The scanner of tree-sitter-bash looks characters up in a table of 256, and a character far outside ends the process.

    >>> one_byte_each("echo é", "_")
    b'echo _'

    Args:
        text: The text.
        instead: Stands for each character that is not ASCII.
    """
    return _NOT_ASCII.sub(instead, text).encode()


@cache
def bash_parser() -> Parser:
    """Return the parser of POSIX shell and bash."""
    # 15 ms with the grammar; only a run that reads shell needs it.
    with parser_of_extra():
        import tree_sitter_bash
        from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_bash.language()))


@cache
def _bash_query() -> Callable[[Node], dict[str, list[Node]]]:
    from tree_sitter import Language, Query, QueryCursor

    language = bash_parser().language
    if not isinstance(language, Language):
        raise TypeError(language)
    return QueryCursor(Query(language, _BASH_QUERY)).captures


def bash_captures(root: Node) -> dict[str, list[Node]]:
    """Return the nodes of a tree by what they are: holes, documents, background lists, bound variables."""
    # A query takes quadratic time in the children of a faulty node, which are as many as the source has tokens.
    return _walked(root) if root.has_error else _bash_query()(root)


_CAPTURES = {
    "command_substitution": ("hole",),
    "process_substitution": ("hole",),
    "expansion": ("hole", "bound"),
    "arithmetic_expansion": ("hole", "bound"),
    "heredoc_redirect": ("document",),
    "c_style_for_statement": ("bound",),
    "compound_statement": ("bound",),
    "&": ("background",),
}


def _walked(root: Node) -> dict[str, list[Node]]:
    """Do what the query does, but for what is in faulty nodes."""
    found: dict[str, list[Node]] = {}
    cursor = root.walk()
    while True:
        node = cursor.node
        if node:
            for name in _CAPTURES.get(node.type, ()):
                found.setdefault(name, []).append(node)
            if node.type == "for_statement" and (variable := node.child_by_field_name("variable")):
                found.setdefault("bound", []).append(variable)
            if (node.type != "ERROR" or node.id == root.id) and cursor.goto_first_child():
                continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return found


@cache
def powershell_parser() -> Parser:
    """Return the parser of PowerShell."""
    # 20 ms; only PowerShell needs it.
    with parser_of_extra():
        import tree_sitter_powershell
        from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_powershell.language()))
