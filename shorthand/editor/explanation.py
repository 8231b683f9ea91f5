"""What an explanation consists of, as data: the parts of a text, the remarks on them and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from shorthand.errors import Place, ShorthandError, Span, dotted
from shorthand.syntax.parts import Form


class RemarkKind(StrEnum):
    """Why a part has a remark."""

    ERROR = "error"
    HAZARD = "hazard"
    """The AWS CLI would lose or leak something."""
    MISTAKE = "mistake"
    """Probably not what was meant."""
    ENUM = "enum"
    """The service does not document the value."""
    FILE = "file"
    NOTE = "note"


class Remark(NamedTuple):
    """Something to know about a part."""

    kind: RemarkKind
    text: str


@dataclass(frozen=True)
class ExplainedPart:
    """One value of a text: the value of a key, or one item of a list.

    Attributes:
        span: The (start, end) of the value in the text.
        key_span: The span of the key before it; None for an item.
        place: The keys and indices that lead to it in the value that `loads` gives.
        form: How it is written.
        type: The type of its shape, or without a shape "string", "list" or "map"; "" where the shape has no such part.
        value: The value of a scalar, typed where possible; None for others, and for the content of a file.
        remarks: What is worth knowing about it.
    """

    span: Span
    key_span: Span | None
    place: Place
    form: Form
    type: str
    value: Any
    remarks: tuple[Remark, ...]

    @property
    def path(self) -> str:
        """The place as people write it."""
        return dotted(self.place)


@dataclass(frozen=True)
class ExplainedText:
    """How a text was read.

    Attributes:
        text: The text.
        parts: Its values in the order of the text, up to where it stops making sense. Those of a shorthand text are
            made when they are asked for, because they take far more memory than the text.
        error: What `loads` raises for the text; None where it reads.
        end: How far the text makes sense, in characters.
        expected: What is valid at `end`, in human words.
    """

    text: str
    parts: Sequence[ExplainedPart]
    error: ShorthandError | None
    end: int
    expected: str
