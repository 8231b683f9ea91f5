"""The cursor in a text that is being typed: which brackets are open there, and which shape is expected."""

from __future__ import annotations

from shorthand.codec.shape_at import child, item_shape
from shorthand.shapes import Shape
from shorthand.syntax.part_scanner import Frame, PartScanner
from shorthand.syntax.parts import Form, Part


class Cursor:
    """One text up to the cursor.

    Attributes:
        head: The text before the cursor.
        tail: The text after it.
        shape: The schema of the text.
        walk: The walk through `head`.
        frame: The innermost bracket that is open at the cursor.
        last: The last part before the cursor.
    """

    def __init__(self, text: str, at: int, shape: Shape) -> None:
        self.head = text[:at]
        self.tail = text[at:]
        self.shape = shape
        scanner = PartScanner(self.head)
        self.last: Part | None = None
        for part in scanner:
            self.last = part
            # A long text can have many, and none of them matters here.
            scanner.hazards.clear()
        self.walk = scanner.walk
        self.frame = scanner.frames[-1]

    def shape_of(self, part: Part | None) -> Shape | None:
        """Return the shape of a part, or of the text."""
        parts = []
        while part is not None:
            parts.append(part)
            part = part.parent
        shape: Shape | None = self.shape
        for inner in reversed(parts):
            around = shape if isinstance(inner.step, int) else item_shape(shape)[0]
            shape = child(around, inner.step)
        return shape

    def around(self) -> Shape | None:
        """Return the shape of the structure or map in which the cursor is."""
        return item_shape(self.shape_of(self.frame.part))[0]

    def wanted(self) -> Shape | None:
        """Return the shape of the value that comes next."""
        if self.frame.part is not None and self.frame.part.form is Form.LIST:
            return child(self.shape_of(self.frame.part), 0)
        return self.shape_of(self.frame.pair)

    def item_of(self, pair: Part) -> Shape | None:
        """Return the shape of one item of the list that the pair's value is, or may become."""
        return child(self.shape_of(pair), 0)

    def given(self) -> set[str]:
        """Return the keys before the cursor in the innermost open bracket."""
        return self.frame.pairs | ({str(self.frame.pair.step)} if self.frame.pair else set())

    def given_later(self) -> set[str]:
        """Return the keys after the value at the cursor in the innermost open bracket."""
        return keys_after(self.head + self.tail, len(self.head) - 1, self.frame)

    def last_word(self) -> Part | None:
        """Return the part at the cursor, also after a space, if it has no quotes or brackets and so may go on."""
        last = self.last
        is_word = last is not None and last.form in (Form.BARE, Form.ESCAPED) and not self.head[last.end :].strip()
        return last if is_word else None


def keys_after(text: str, at: int, frame: Frame) -> set[str]:
    """Return the keys after an offset in the same bracket, as far as the text makes sense."""
    if at >= len(text) - 2:
        return set()
    start = frame.part.start if frame.part else -1
    return {
        str(part.step)
        for part in PartScanner(text)
        if part.key and part.key[0] > at and (part.parent.start if part.parent else -1) == start
    }
