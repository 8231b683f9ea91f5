"""Read the JSON Syntax block of a reference page as a shape."""

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
"""The scalar shapes by the names that the reference gives them."""

# The steps from a list to its items and from a map to its values. No member has these names.
_ITEM = "[]"
_MAP_VALUE = "{}"


def json_syntax_shape(block: str) -> shapes.Shape:
    """Return the shape that a JSON Syntax block documents.

    >>> json_syntax_shape('{"Key": "string", "Count": integer}').members["Count"]
    Integer(name='')

    Raises:
        ShorthandSyntaxError: The block does not follow the notation.
    """
    from lark import UnexpectedInput

    try:
        tree = _parser().parse(block)
    except UnexpectedInput as error:
        at = min(max(error.pos_in_stream or 0, 0), len(block))
        raise ShorthandSyntaxError(
            "invalid JSON Syntax block", text=block, span=(at, min(at + 1, len(block)))
        ) from None
    return _Builder(is_named=any(tree.find_data("recursion"))).shape(tree, [])


@cache
def _parser() -> Lark:
    from lark import Lark

    from shorthand.syntax.grammar_files import load

    return Lark(load("json_syntax"), parser="lalr", start="value", maybe_placeholders=False)


@dataclass
class _Frame:
    """A structure, list or map that is being read, and the step from it to the part that is being read."""

    members: tuple[str, ...] = ()
    step: str = ""
    shape: shapes.Shape | None = None


class _Builder:
    """Builds shapes from the tree of a block.

    Where the block marks a recursion, shapes get names, which tell structures apart: pages give none.
    """

    def __init__(self, *, is_named: bool) -> None:
        self._is_named = is_named

    def shape(self, node: Tree[Token], around: list[_Frame]) -> shapes.Shape:
        """Build the shape of a node; `around` has what contains it, from the outermost."""
        if len(around) > DEEPEST:
            raise ShorthandSyntaxError(f"the JSON Syntax is more than {DEEPEST} levels deep")
        children = cast("list[Tree[Token]]", node.children)
        if node.data == "enum":
            return _string(node)
        if node.data == "word":
            return _scalar(str(node.children[0]))
        if node.data == "document":
            return shapes.Document()
        if node.data == "recursion":
            return _recursion(around)
        if node.data == "list":
            item = self.shape(children[0], [*around, _Frame(step=_ITEM)])
            return shapes.List(item, name=f"[{item.name}]" if self._is_named else "")
        if node.data == "map":
            key, value = children[0].children
            item = self.shape(cast("Tree[Token]", value), [*around, _Frame(step=_MAP_VALUE)])
            return shapes.Map(_string(key), item, name=f"{{{item.name}}}" if self._is_named else "")
        return self._structure(children, around)

    def _structure(self, children: list[Tree[Token]], around: list[_Frame]) -> shapes.Shape:
        frame = _Frame(members=tuple(str(member.children[0])[1:-1] for member in children))
        members = {}
        for step, member in zip(frame.members, children, strict=True):
            frame.step = step
            members[step] = self.shape(cast("Tree[Token]", member.children[1]), [*around, frame])
        frame.shape = shapes.Structure(members, name="+".join(members) if self._is_named else "")
        return frame.shape


def _string(node: Tree[Token] | Token) -> shapes.String:
    """Return the string shape of an enum, or of one quoted word."""
    tokens = node.children if hasattr(node, "children") else [node]
    values = tuple(str(token)[1:-1] for token in tokens)
    return shapes.String() if values == ("string",) else shapes.String(values)


def _scalar(word: str) -> shapes.Scalar:
    kind = shapes.Boolean if word == "true|false" else SCALARS.get(word)
    if kind is None:
        raise ShorthandSyntaxError(f"unknown type {word} in the JSON Syntax")
    return kind()


def _recursion(around: list[_Frame]) -> shapes.Shape:
    """Return the shape that `{ ... recursive ... }` means.

    The reference marks a structure where it would print it a third time. So one of the structures around the mark is
    printed twice around it, and within the outer one of the two, the marked structure is written in full.
    """
    for index in range(len(around) - 1, 0, -1):
        for twin in reversed(around[:index]):
            if around[index].members and around[index].members == twin.members:
                steps = tuple(frame.step for frame in around[index:])
                return shapes.Ref("+".join(twin.members), partial(_shape_after, twin, steps))
    raise ShorthandSyntaxError("the JSON Syntax marks a recursion, but nothing around it repeats")


def _shape_after(frame: _Frame, steps: tuple[str, ...]) -> shapes.Shape:
    """Return the shape to which the steps lead from a structure that has been read completely."""
    shape = cast("shapes.Shape", frame.shape)
    for step in steps:
        if isinstance(shape, shapes.Structure):
            shape = shape.members[step]
        elif isinstance(shape, shapes.List) and step == _ITEM:
            shape = shape.member
        elif isinstance(shape, shapes.Map) and step == _MAP_VALUE:
            shape = shape.value
    return shape
