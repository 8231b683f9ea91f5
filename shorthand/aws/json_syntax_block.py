"""The JSON Syntax block of a reference page, to a shape."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, cast

from shorthand import shapes
from shorthand.errors import ShorthandSyntaxError
from shorthand.syntax.raw import DEEPEST

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

SCALARS: dict[str, type[shapes.Scalar]] = {
    kind.type_name: kind
    for kind in (
        shapes.String,
        shapes.Integer,
        shapes.Long,
        shapes.Float,
        shapes.Double,
        shapes.Boolean,
        shapes.Timestamp,
        shapes.Blob,
    )
}

# The steps from a list to its items and from a map to its values; no member is called so.
_ITEM = "[]"
_MAP_VALUE = "{}"


def json_syntax_shape(block: str) -> shapes.Shape:
    """The shape that a JSON Syntax block documents. Raises ShorthandSyntaxError.

    >>> json_syntax_shape('{"Key": "string", "Count": integer}').members["Count"]
    Integer(name='')
    """
    from lark import UnexpectedInput

    try:
        tree = _parser().parse(block)
    except UnexpectedInput as error:
        at = min(max(error.pos_in_stream or 0, 0), len(block))
        raise ShorthandSyntaxError(
            "the JSON Syntax block does not read", text=block, span=(at, min(at + 1, len(block)))
        ) from None
    return _shape(tree, [], named=any(tree.find_data("recursion")))


@cache
def _parser() -> Lark:
    from lark import Lark

    from shorthand.syntax.grammar_files import load

    return Lark(load("json_syntax"), parser="lalr", start="value", maybe_placeholders=False)


@dataclass
class _Frame:
    """A structure, list or map that is being read, and the step by which its part at hand is reached."""

    members: tuple[str, ...] = ()
    step: str = ""
    shape: shapes.Shape | None = None


def _shape(node: Tree[Token], around: list[_Frame], *, named: bool) -> shapes.Shape:
    """`around`: what this node stands in, from the outermost. `named`: whether structures need names, to recur."""
    if len(around) > DEEPEST:
        raise ShorthandSyntaxError(f"the JSON Syntax is more than {DEEPEST} levels deep")
    children = cast("list[Tree[Token]]", node.children)
    if node.data == "enum":
        values = tuple(str(token)[1:-1] for token in node.children)
        return shapes.String() if values == ("string",) else shapes.String(values)
    if node.data == "word":
        word = str(node.children[0])
        kind = shapes.Boolean if word == "true|false" else SCALARS.get(word)
        if kind is None:
            raise ShorthandSyntaxError(f"the JSON Syntax has an unknown type, {word}")
        return kind()
    if node.data == "document":
        return shapes.Document()
    if node.data == "recursion":
        return _recursion(around)
    if node.data == "list":
        item = _shape(children[0], [*around, _Frame(step=_ITEM)], named=named)
        return shapes.List(item, name=f"[{item.name}]" if named else "")
    if node.data == "map":
        keys, value = cast("list[Tree[Token]]", children[0].children)
        names = tuple(str(key)[1:-1] for key in (keys.children if hasattr(keys, "children") else [keys]))
        key = shapes.String() if names == ("string",) else shapes.String(names)
        item = _shape(value, [*around, _Frame(step=_MAP_VALUE)], named=named)
        return shapes.Map(key, item, name=f"{{{item.name}}}" if named else "")
    frame = _Frame(members=tuple(str(member.children[0])[1:-1] for member in children))
    members = {}
    for step, member in zip(frame.members, children, strict=True):
        frame.step = step
        members[step] = _shape(cast("Tree[Token]", member.children[1]), [*around, frame], named=named)
    # The page tells no names; what a structure holds tells it from others.
    frame.shape = shapes.Structure(members, name="+".join(members) if named else "")
    return frame.shape


def _recursion(around: list[_Frame]) -> shapes.Shape:
    """What `{ ... recursive ... }` stands for.

    The reference marks a structure where it would print it a third time. So something around the mark has been printed
    before, further out, and there what the mark stands for is written in full.
    """
    for index in range(len(around) - 1, 0, -1):
        for twin in reversed(around[:index]):
            if around[index].members and around[index].members == twin.members:
                steps = tuple(frame.step for frame in around[index:])
                return shapes.Ref("+".join(twin.members), partial(_reached, twin, steps))
    raise ShorthandSyntaxError("the JSON Syntax marks a recursion, but nothing around it repeats")


def _reached(frame: _Frame, steps: tuple[str, ...]) -> shapes.Shape:
    """The shape that the steps lead to from a structure that has been read by now."""
    shape = cast("shapes.Shape", frame.shape)
    for step in steps:
        if isinstance(shape, shapes.Structure):
            shape = shape.members[step]
        elif isinstance(shape, shapes.List) and step == _ITEM:
            shape = shape.member
        elif isinstance(shape, shapes.Map) and step == _MAP_VALUE:
            shape = shape.value
    return shape
