"""The cursor in a text that is being typed: where it stands, and which shape is wanted there."""

from __future__ import annotations

from shorthand.codec.shape_at import child, item_shape
from shorthand.shapes import Shape
from shorthand.syntax.part_scanner import Frame, PartScanner
from shorthand.syntax.parts import Form, Part


class Cursor:
    """One text up to the cursor: what is open there, which shape it has, and what is given already."""

    def __init__(self, text: str, at: int, shape: Shape) -> None:
        self.head = text[:at]
        self.tail = text[at:]
        self.shape = shape
        self.reading = PartScanner(self.head)
        self.parts = list(self.reading)
        self.walk = self.reading.walk
        self.frame = self.reading.frames[-1]

    def shape_of(self, part: Part | None) -> Shape | None:
        """The shape of a part, or of the text."""
        way = []
        while part is not None:
            way.append(part)
            part = part.parent
        shape: Shape | None = self.shape
        for inner in reversed(way):
            around = shape if isinstance(inner.step, int) else item_shape(shape)[0]
            shape = child(around, inner.step)
        return shape

    def around(self) -> Shape | None:
        """The shape of the structure or map at hand."""
        return item_shape(self.shape_of(self.frame.part))[0]

    def wanted(self) -> Shape | None:
        """The shape of the value that stands next."""
        if self.frame.part is not None and self.frame.part.form is Form.LIST:
            return child(self.shape_of(self.frame.part), 0)
        return self.shape_of(self.frame.pair)

    def item_of(self, pair: Part) -> Shape | None:
        """The shape of one item of the list that the pair is, or may become."""
        return child(self.shape_of(pair), 0)

    def given(self) -> set[str]:
        """The keys that stand before the cursor in the bracket at hand."""
        return self.frame.pairs.keys() | ({str(self.frame.pair.step)} if self.frame.pair else set())

    def given_later(self) -> set[str]:
        """The keys that stand after the value at the cursor in the bracket at hand."""
        return keys_after(self.head + self.tail, len(self.head) - 1, self.frame)

    def last_word(self) -> Part | None:
        """The part at the cursor that has neither quotes nor brackets, and may go on; after a space too."""
        last = self.parts[-1] if self.parts else None
        is_word = last is not None and last.form in (Form.BARE, Form.ESCAPED) and not self.head[last.end :].strip()
        return last if is_word else None


def keys_after(text: str, at: int, frame: Frame) -> set[str]:
    """The keys that stand after a place in the same bracket, as far as the text reads there."""
    if at >= len(text) - 2:
        return set()
    start = frame.part.start if frame.part else -1
    return {
        str(part.step)
        for part in PartScanner(text)
        if part.key and part.key[0] > at and (part.parent.start if part.parent else -1) == start
    }
