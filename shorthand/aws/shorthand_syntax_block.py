"""Read the Shorthand Syntax block of a reference page as a shape."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, cast

from shorthand import shapes
from shorthand.aws.json_syntax_block import SCALARS
from shorthand.errors import ShorthandSyntaxError

if TYPE_CHECKING:
    from lark import Lark, Token, Tree


def shorthand_syntax_shape(block: str) -> shapes.Shape:
    """Return the shape that a Shorthand Syntax block documents.

    The block tells less than the JSON Syntax: no enum except for the keys of a map, no document, and not even the name
    of a member that recurs.

    >>> shorthand_syntax_shape("Key=string,Values=string,string ...").member.members["Values"]
    List(name='', member=String(name='', enum=()), bare_members=False)

    Raises:
        ShorthandSyntaxError: The block does not follow the notation, or hides a member that recurs.
    """
    from lark import UnexpectedInput

    try:
        tree = _parser().parse(block)
    except UnexpectedInput as error:
        at = min(max(error.pos_in_stream or 0, 0), len(block))
        raise ShorthandSyntaxError(
            "invalid Shorthand Syntax block", text=block, span=(at, min(at + 1, len(block)))
        ) from None
    outer, *marks = tree.children
    shape = _node_shape(cast("Tree[Token]", outer))
    for mark in marks:
        if mark == "...":
            shape = shapes.List(shape)
        else:
            shape = _with_keys(shape, tuple(str(key) for key in cast("Tree[Token]", mark).children))
    return shape


@cache
def _parser() -> Lark:
    from lark import Lark

    from shorthand.syntax.grammar_files import load

    return Lark(load("shorthand_syntax"), parser="lalr", start="option", maybe_placeholders=False)


def _node_shape(node: Tree[Token]) -> shapes.Shape:
    """Return the shape of a node of the block's tree."""
    children = cast("list[Tree[Token]]", node.children)
    if node.data == "bare_members":
        # Data1 Data2 Data3: values of the only member, which is named Data.
        return shapes.List(shapes.Structure({str(children[1]).rstrip("1"): shapes.String()}), bare_members=True)
    if node.data == "word":
        return SCALARS[str(children[0])]()
    if node.data == "words":
        return shapes.List(SCALARS[str(children[0]).partition(",")[0]]())
    if node.data == "list":
        return shapes.List(_node_shape(children[0]))
    if node.data == "map":
        return _node_shape(children[0])
    if node.data == "map_body":
        return shapes.Map(shapes.String(), _node_shape(children[0]))
    members = {}
    for member in children:
        if member.data == "recursion":
            raise ShorthandSyntaxError(
                "the Shorthand Syntax does not name the member that recurs", hint="keep the JSON Syntax block beside it"
            )
        members[str(member.children[0])] = _node_shape(cast("Tree[Token]", member.children[1]))
    return shapes.Structure(members)


def _with_keys(shape: shapes.Shape, keys: tuple[str, ...]) -> shapes.Shape:
    """Return a map with the keys that the block lists."""
    if not isinstance(shape, shapes.Map):
        raise ShorthandSyntaxError("the Shorthand Syntax lists keys, but shows no map")
    return replace(shape, key=shapes.String(keys))
