"""Parse a text with lark into a tree with positions.

Its nodes are `text`, `pair`, `key`, `file_key`, `word`, `single_quoted`, `double_quoted`, `empty`, `comma_list`, `list`
and `map`. Its tokens are exactly as written, with the white space that belongs to the terminal.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from shorthand.syntax.first_error import first_error

if TYPE_CHECKING:
    from lark import Lark, Token, Tree


def tree(text: str) -> Tree[Token]:
    """Return the parse tree of a text. Each node has its position in `.meta`.

    >>> tree("Key=a").children[0].children
    [Tree('key', [Token('KEY', 'Key=')]), Tree('word', [Token('WORD', 'a')])]

    Args:
        text: The text.

    Raises:
        ShorthandSyntaxError: The text does not read.
    """
    from lark import UnexpectedInput  # lazy: importing lark takes 60 ms

    try:
        return parser().parse(text)
    except UnexpectedInput:
        raise first_error(text, strict=False) or RuntimeError("lark and the walk disagree") from None


@cache
def parser() -> Lark:
    """Return lark's parser of the grammar."""
    from lark import Lark

    from shorthand.syntax.grammar_files import load

    return Lark(load("shorthand"), parser="lalr", start="text", propagate_positions=True, maybe_placeholders=False)
