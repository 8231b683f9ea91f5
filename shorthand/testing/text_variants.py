"""Write one untyped value in many ways: `spelled` chooses among the forms of the syntax at every position."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from shorthand.errors import ShorthandError
from shorthand.shapes import List, Map, Shape, Structure, resolved
from shorthand.syntax.quoting import Position, forms
from shorthand.syntax.raw import Raw
from shorthand.syntax.reader import read
from shorthand.syntax.writer import write

Choose = Callable[[Sequence[str]], str]
"""Chooses one of several strings, of which the first is the plainest."""

_SPACES = ("", " ", "\n")
_ONE_LINE_SPACES = ("", " ", "  ")
_ENDS = ("", ",")


class Spelling:
    """One way to write texts."""

    def __init__(self, choose: Choose, *, lines: bool = False) -> None:
        """Set the choices.

        Args:
            choose: Chooses among the forms.
            lines: Whether no newline is written between the parts of a text.
        """
        self.choose = choose
        self.spaces = _ONE_LINE_SPACES if lines else _SPACES
        self.loose = False

    def spelled(self, raw: dict[str, Raw]) -> str:
        """Return a text that reads as `raw`.

        >>> Spelling(lambda options: options[0]).spelled({"Key": "a", "Values": ["b", "c"]})
        'Key=a,Values=b,c'
        >>> Spelling(lambda options: options[-1]).spelled({"Key": "a", "Values": ["b", "c"]})
        'Key\\n=\\n"a",Values\\n=\\n["b"\\n,\\n"c"\\n,]'

        Raises:
            UnrepresentableError: No text reads as it.
        """
        # Half of the texts have no white space. They are made faster.
        self.loose = self.choose("-+") == "+"
        text = ",".join([self.pair(key, value, Position.VALUE) for key, value in raw.items()])
        try:
            same = read(text)
        except ShorthandError:
            same = {}
        # A form that reads at its position may not read before what follows. Then the writer's text is used.
        return text if same == raw and list(same) == list(raw) else write(raw)

    def pair(self, key: str, value: Raw, position: Position) -> str:
        """Return `key=value`."""
        return f"{key}{self.space()}={self.space()}{self.value(value, position)}"

    def value(self, value: Raw, position: Position) -> str:
        """Return a value. Inside brackets every position is written as if something followed it."""
        if isinstance(value, list):
            scalars = all(isinstance(item, str) for item in value)
            if position is Position.VALUE and scalars and len(value) > 1 and self.choose("+-") == "+":
                first, *others = (str(item) for item in value)
                return ",".join([self.scalar(first, position), *[self.scalar(o, Position.ELEMENT) for o in others]])
            return self.bracketed("[", [self.value(item, Position.LAST_ITEM) for item in value], "]")
        if isinstance(value, dict):
            return self.bracketed("{", [self.pair(key, item, Position.LAST_MEMBER) for key, item in value.items()], "}")
        return self.scalar(str(value), position)

    def bracketed(self, opening: str, parts: list[str], closing: str) -> str:
        """Return the parts inside brackets, with a comma after the last one or without."""
        joined = parts[0] if parts else ""
        for part in parts[1:]:
            joined += f"{self.space()},{self.space()}{part}"
        end = self.choose(_ENDS) if parts and self.loose else ""
        return f"{opening}{joined}{self.space()}{end}{closing}"

    def scalar(self, string: str, position: Position) -> str:
        """Return the string bare, escaped or in quotes of either kind, as that position allows."""
        if string.isascii() and string.isalnum():  # allowed at every position
            return self.choose((string, f"'{string}'", f'"{string}"'))
        return self.choose(forms(string, position))

    def space(self) -> str:
        """Return white space that the syntax skips, or none."""
        return self.choose(self.spaces) if self.loose else ""


def loosened(raw: Raw, shape: Shape, choose: Choose) -> Raw:
    """Return the untyped value with some lists of one item replaced by the item, which the shape makes lists again."""
    shape = resolved(shape)
    if isinstance(raw, dict) and isinstance(shape, Structure):
        return {key: loosened(item, shape.members[key], choose) for key, item in raw.items()}
    if isinstance(raw, dict) and isinstance(shape, Map):
        return {key: loosened(item, shape.value, choose) for key, item in raw.items()}
    if isinstance(raw, list) and isinstance(shape, List):
        items = [loosened(item, shape.member, choose) for item in raw]
        return items[0] if len(items) == 1 and not isinstance(items[0], list) and choose("[-") == "-" else items
    return raw
