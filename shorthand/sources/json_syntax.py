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
    return _shape(tree, [])


@cache
def _parser() -> Lark:
    from lark import Lark

    from shorthand.grammars import load

    return Lark(load("json_syntax"), parser="lalr", start="value", maybe_placeholders=False)


@dataclass
class _Frame:
    """A structure, list or map that is being read, and the step by which its part at hand is reached."""

    members: tuple[str, ...] = ()
    step: str = ""
    name: str = ""
    shape: shapes.Shape | None = None


def _shape(node: Tree[Token], around: list[_Frame]) -> shapes.Shape:
    """`around`: what this node stands in, from the outermost."""
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
        frame = _Frame(step="[]")
        return shapes.List(_shape(children[0], [*around, frame]))
    if node.data == "map":
        frame = _Frame(step="{}")
        keys, value = cast("list[Tree[Token]]", children[0].children)
        names = tuple(str(key)[1:-1] for key in (keys.children if hasattr(keys, "children") else [keys]))
        key = shapes.String() if names == ("string",) else shapes.String(names)
        return shapes.Map(key, _shape(value, [*around, frame]))
    frame = _Frame(members=tuple(str(member.children[0])[1:-1] for member in children))
    members = {}
    for step, member in zip(frame.members, children, strict=True):
        frame.step = step
        members[step] = _shape(cast("Tree[Token]", member.children[1]), [*around, frame])
    frame.shape = shapes.Structure(members, name=frame.name)
    return frame.shape


def _recursion(around: list[_Frame]) -> shapes.Shape:
    """What `{ ... recursive ... }` stands for.

    The reference marks a structure where it would print it a third time: so the mark stands for the innermost
    structure that is reached from one like it by the same steps by which the mark is reached from it.
    """
    steps = [frame.step for frame in around]
    for inner in range(len(around) - 1, 0, -1):
        outer = 2 * inner - len(around)
        if (
            outer >= 0
            and around[inner].members
            and around[inner].members == around[outer].members
            and steps[outer:inner] == steps[inner:]
        ):
            name = around[inner].name or around[outer].name or f"recursive-{len(around)}"
            around[inner].name = around[outer].name = name
            return shapes.Ref(name, partial(_read_shape, around[inner]))
    raise ShorthandSyntaxError("the JSON Syntax marks a recursion, but nothing around it repeats")


def _read_shape(frame: _Frame) -> shapes.Shape:
    """The shape of a structure that has been read by now."""
    return cast("shapes.Shape", frame.shape)
