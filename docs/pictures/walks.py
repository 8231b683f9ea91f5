"""Draw `walks.svg`, the picture of the three walks: `python docs/pictures/walks.py`. The page gives it its colours."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from pathlib import Path

WIDTH, HEIGHT = 980, 560
BOX_WIDTH, BOX_HEIGHT = 170, 56
COLUMNS = (100, 295, 490, 685, 880)


@dataclass
class Drawing:
    """SVG elements, in the order in which they are drawn."""

    pieces: list[str] = field(default_factory=list)

    def box(self, x: int, y: int, title: str, below: str = "", *, kind: str = "box") -> None:
        """Draw a box around a name; a module is set as code, a value has round ends."""
        left, top = x - BOX_WIDTH // 2, y - BOX_HEIGHT // 2
        radius = BOX_HEIGHT // 2 if kind == "value" else 6
        size = f'width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="{radius}"'
        self.pieces.append(f'<rect class="{kind}" x="{left}" y="{top}" {size}/>')
        self.text(x, y - 3 if below else y + 5, title, "code" if kind == "box" else "")
        if below:
            self.text(x, y + 16, below, "small")

    def text(self, x: int, y: int, words: str, css_class: str = "") -> None:
        """Write words."""
        self.pieces.append(f'<text class="{css_class}" x="{x}" y="{y}">{escape(words)}</text>')

    def arrow(self, x1: int, y1: int, x2: int, y2: int) -> None:
        """Draw an arrow, straight across or straight down."""
        self.pieces.append(f'<path class="way" d="M{x1} {y1}L{x2} {y2}"/>')
        step = 8 if x2 > x1 or y2 > y1 else -8
        if y1 == y2:
            self.pieces.append(f'<path class="head" d="M{x2} {y2}l{-step} -5v10z"/>')
        else:
            self.pieces.append(f'<path class="head" d="M{x2} {y2}l-5 {-step}h10z"/>')

    def row(self, y: int, boxes: list[tuple[int, str, str, str]], *, is_leftwards: bool = False) -> None:
        """Draw boxes (column, title, text below, kind) with arrows between them."""
        half = BOX_WIDTH // 2
        for column, title, below, kind in boxes:
            self.box(COLUMNS[column], y, title, below, kind=kind)
        for (one, *_), (other, *_) in zip(boxes, boxes[1:], strict=False):
            start, end = COLUMNS[one] + half, COLUMNS[other] - half
            self.arrow(*((end, y, start, y) if is_leftwards else (start, y, end, y)))


def walks() -> str:
    """Return the picture as SVG text."""
    drawing = Drawing()
    drawing.text(15, 24, "Ahead of time", "title")
    drawing.row(
        65,
        [
            (0, "shorthand.lark", "the grammar", "box"),
            (1, "lark", "makes the LALR(1) table", "box"),
            (2, "grammar/build.py", "table to automaton to code", "box"),
        ],
    )
    # The automaton goes to the reader, which is one column to the left.
    drawing.pieces.append(f'<path class="way" d="M{COLUMNS[2]} 93V120H{COLUMNS[1]}V144"/>')
    drawing.pieces.append(f'<path class="head" d="M{COLUMNS[1]} 152l-5 -8h10z"/>')
    drawing.text(15, 140, "Reading", "title")
    drawing.row(
        180,
        [
            (0, "text", "Key=a,Size=3", "value"),
            (1, "syntax.reader", "runs the automaton", "box"),
            (2, "untyped value", "every leaf a string", "value"),
            (3, "codec.convert", "lifts by the shape", "box"),
            (4, "typed value", "Size is 3", "value"),
        ],
    )
    drawing.text(15, 255, "Writing", "title")
    drawing.row(
        295,
        [
            (0, "text", "Key=a,Size=3", "value"),
            (1, "syntax.writer", "the shortest text", "box"),
            (2, "untyped value", "every leaf a string", "value"),
            (3, "codec.convert", "lowers by the shape", "box"),
            (4, "typed value", "Size is 3", "value"),
        ],
        is_leftwards=True,
    )
    drawing.text(15, 370, "An error", "title")
    drawing.row(
        410,
        [
            (0, "a fault", "the facts alone", "value"),
            (1, "api", "asks for suggestions", "box"),
            (2, "suggest", "rules propose a text", "box"),
            (3, "Diagnostic", "never changed", "value"),
            (4, "errors.rendering", "draws it", "box"),
        ],
    )
    drawing.arrow(COLUMNS[2] - 30, 438, COLUMNS[2] - 30, 482)
    drawing.arrow(COLUMNS[2] + 30, 482, COLUMNS[2] + 30, 438)
    drawing.box(COLUMNS[2], 510, "codec", "does the proposal read?")
    body = "\n".join(drawing.pieces)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">\n{body}\n</svg>\n'


if __name__ == "__main__":
    Path(__file__).with_name("walks.svg").write_text(walks(), "utf-8")
