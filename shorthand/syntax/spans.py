"""Where in a text a place of its value stands: for errors, which are rare, so that reading need not keep count."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from shorthand.errors import Place
from shorthand.syntax.tree import tree

if TYPE_CHECKING:
    from lark import Token, Tree

_SPACE = " \t\n\r\x0b\x0c"


def span_of(text: str, place: Place, *, key: bool = False) -> tuple[int, int]:
    """The (start, end) of the value at `place` in a text that reads, or with `key` of the key that it stands under.

    A place that the text does not hold, as one within a list of one that stands there as its item, gives the span of
    the innermost part that it does hold.
    """
    node: Tree[Token] = tree(text)
    span = (0, len(text))
    for index, step in enumerate(place):
        found = _child(node, step)
        if found is None:
            continue
        if isinstance(step, str):
            head, node = cast("list[Tree[Token]]", found.children[:2])
            token = cast("Token", head.children[0])
            start = token.start_pos or 0
            if key and index == len(place) - 1:
                return (start, start + max(len(_name(head)), 1))
            span = _extent(node, start + len(token))
        else:
            node = found
            span = _extent(node, span[0])
    return span


def _child(node: Tree[Token], step: str | int) -> Tree[Token] | None:
    children = [child for child in cast("list[Tree[Token]]", node.children) if hasattr(child, "data")]
    if isinstance(step, int):
        return children[step] if node.data in ("list", "comma_list") and step < len(children) else None
    if node.data not in ("text", "map"):
        return None
    # Of a key given twice in braces the last counts.
    return next((pair for pair in reversed(children) if _name(cast("Tree[Token]", pair.children[0])) == step), None)


def _name(head: Tree[Token]) -> str:
    name = str(head.children[0]).rstrip(_SPACE)[:-1].rstrip(_SPACE)
    return name[:-1].rstrip(_SPACE) if head.data == "file_key" else name


def _extent(node: Tree[Token], otherwise: int) -> tuple[int, int]:
    """The node's span without the white space at its end; an empty value has none of its own."""
    if node.meta.empty:
        return (otherwise, otherwise)
    end = node.meta.end_pos
    if node.data in ("word", "single_quoted", "double_quoted"):
        token = cast("Token", node.children[0])
        end = (token.start_pos or 0) + len(str(token).rstrip())
    return (node.meta.start_pos, end)
