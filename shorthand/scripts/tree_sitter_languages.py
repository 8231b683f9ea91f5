"""The parsers of tree-sitter, each made when it is first used."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tree_sitter import Node, Parser

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


@cache
def bash_parser() -> Parser:
    """Return the parser of POSIX shell and bash."""
    # 15 ms with the grammar, of 30 ms for a whole run of the command.
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


def bash_query(root: Node) -> dict[str, list[Node]]:
    """Return the nodes of a tree by what they are: holes, documents, background lists, bound variables."""
    return _bash_query()(root)


@cache
def powershell_parser() -> Parser:
    """Return the parser of PowerShell."""
    # 20 ms; only PowerShell needs it.
    import tree_sitter_powershell
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_powershell.language()))
