"""The grammar's own view of a text: a lark tree with positions.

Nodes: `text`, `pair`, `key` and `file_key`, `word`, `single_quoted`, `double_quoted`, `empty`, `comma_list`, `list`,
`map`. Tokens are exactly as written, the white space that a terminal takes in included.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from shorthand.syntax.faults import fault

if TYPE_CHECKING:
    from lark import Lark, Token, Tree


def tree(text: str) -> Tree[Token]:
    """The parse tree of `text`, each node with its position in `.meta`.

    >>> tree("Key=a").children[0].children
    [Tree('key', [Token('KEY', 'Key=')]), Tree('word', [Token('WORD', 'a')])]

    Raises ShorthandSyntaxError.
    """
    from lark import UnexpectedInput

    try:
        return parser().parse(text)
    except UnexpectedInput:
        raise fault(text, strict=False) or RuntimeError("lark and the walk disagree") from None


@cache
def parser() -> Lark:
    """lark's parser of the grammar."""
    from lark import Lark

    from shorthand.syntax.grammar_files import load

    return Lark(load("shorthand"), parser="lalr", start="text", propagate_positions=True, maybe_placeholders=False)
