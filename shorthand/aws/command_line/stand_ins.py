"""Words in place of what only the shell knows, `$X` and `$(command)`, while a command line is read.

A stand-in is a word that nothing in the command line contains and that every notation takes. Where one of letters does
not read, because a number, a time, base64 or a boolean belongs there, the next form is tried.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any, NamedTuple

from shorthand.aws.command_line.to_input import CommandLine, ValueFromFile
from shorthand.aws.command_line.word_parts import Parts, shown
from shorthand.aws.scripts.words import Hole
from shorthand.errors import Diagnostic, FileReferenceError, Kind, Place, ShorthandError, error_of
from shorthand.syntax.raw import Files

# Longer than the least length of any string in the models; some identifiers have at least 64 characters.
_LENGTH = 130
_FIRST_NUMBER = 7_310_462_000_000
_MOST_HOLES = 200


class _Form(IntEnum):
    """What a stand-in looks like. They are tried in this order."""

    WORD = 0
    NUMBER = 1
    TIME = 2
    BASE64 = 3
    BOOLEAN = 4


class KeptLine(NamedTuple):
    """A command line that was read, and where in its input holes are.

    Attributes:
        line: The command line, in which each hole is its own text.
        texts: The texts that have holes, by place.
        keys: The keys of maps that have holes, by the place of their value.
    """

    line: CommandLine
    texts: Mapping[Place, Parts]
    keys: Mapping[Place, Parts]


class StandIns:
    """The stand-ins of one command line."""

    def __init__(self, words: Sequence[Parts]) -> None:
        """Make a stand-in for each hole.

        Raises:
            ShorthandError: There are too many holes.
        """
        self._words = words
        self._holes = [part for parts in words for part in parts if isinstance(part, Hole)]
        if len(self._holes) > _MOST_HOLES:
            raise ShorthandError(f"expected at most {_MOST_HOLES} variables, got {len(self._holes)}")
        self._forms = [_Form.WORD] * len(self._holes)
        self._seen: set[int] = set()
        self._certain = [part for parts in words for part in parts if isinstance(part, str)]
        self._head = "Unknown"
        while any(self._head in part for part in self._certain):
            self._head += "Z"
        # A message may show only the first characters, and an ellipsis.
        filling = _LENGTH - len(self._head) - 4
        self._word = re.compile(rf"{self._head}(\d{{4}})(?:x{{{filling}}}|x*…?)")
        self._refresh()

    def _refresh(self) -> None:
        """Make the stand-ins of the present forms, and the pattern that finds them."""
        self._texts = [self._made(number) for number in range(len(self._holes))]
        self._numbers = {text: number for number, text in enumerate(self._texts)}
        others = [
            re.escape(self._texts[number])
            for number, form in enumerate(self._forms)
            if form in (_Form.NUMBER, _Form.TIME, _Form.BASE64)
        ]
        self._pattern = re.compile("|".join([self._word.pattern, *others]))

    def words(self, flipped: int | None = None) -> list[str]:
        """Return the words with the stand-ins.

        Args:
            flipped: The hole whose stand-in is the other boolean.
        """
        found = []
        number = 0
        for parts in self._words:
            texts = []
            for part in parts:
                if isinstance(part, str):
                    texts.append(part)
                else:
                    texts.append("false" if number == flipped else self._texts[number])
                    number += 1
            found.append("".join(texts))
        return found

    def _made(self, number: int) -> str:
        form = self._forms[number]
        if form is _Form.NUMBER:
            return str(_FIRST_NUMBER + number)
        if form is _Form.TIME:
            return f"1987-06-05T04:03:02.{number:06}Z"
        if form is _Form.BASE64:
            return base64.b64encode(f"{self._head}{number:04}".encode()).decode()
        return "true" if form is _Form.BOOLEAN else f"{self._head}{number:04}".ljust(_LENGTH, "x")

    def advance(self, error: ShorthandError) -> bool:
        """Give the next form to the stand-ins that an error is about; return whether there are any."""
        advanced = False
        # The name of a file stays a word, which `guarded` knows.
        blamed = [self._blamed(one) for one in error.diagnostics if one.kind is not Kind.FILE]
        for number in {number for numbers in blamed for number in numbers}:
            if self._forms[number] < max(_Form):
                self._forms[number] = _Form(self._forms[number] + 1)
                advanced = True
        self._refresh()
        return advanced

    def _blamed(self, diagnostic: Diagnostic) -> list[int]:
        """Return the holes that a diagnostic is about."""
        text, span = diagnostic.text, diagnostic.span
        places = {number: at for number, known in enumerate(self._texts) if (at := text.find(known)) >= 0}
        within = [
            number
            for number, at in places.items()
            if at >= 0 and span and at < max(span[1], span[0] + 1) and span[0] < at + len(self._texts[number])
        ]
        if within:
            return within
        in_reason = [
            number
            for number in range(len(self._holes))
            if self._texts[number][:30] in diagnostic.reason and self._forms[number] is not _Form.BOOLEAN
        ]
        # A fault elsewhere in the text is not about a hole.
        return in_reason or ([] if span else list(places))

    def guarded(self, files: Files) -> Files:
        """Return `files` that opens nothing whose name has a hole."""

        def opener(reference: str) -> str | bytes:
            restored = self.text(reference)
            if restored != reference or not any(reference.partition("://")[2] in word for word in self._certain):
                raise FileReferenceError(f"{restored} cannot be read: the name of the file is not known here")
            return files(reference)

        return opener

    def booleans(self, line: CommandLine, read: Callable[[list[str]], CommandLine]) -> dict[Place, int]:
        """Return the places in the input that a stand-in for a boolean gives, each with the number of its hole."""
        found: dict[Place, int] = {}
        for number, form in enumerate(self._forms):
            if form is _Form.BOOLEAN:
                other = read(self.words(flipped=number))
                found.update(dict.fromkeys(_differences(line.input, other.input), number))
        return found

    def restored(self, line: CommandLine, booleans: Mapping[Place, int]) -> KeptLine:
        """Return a command line with each hole's own text, and where in its input the holes are.

        Raises:
            ShorthandError: A hole is in no text of the command line.
        """
        self._seen.clear()
        kept: dict[Place, Parts] = {}
        keys: dict[Place, Parts] = {}
        whole = self._value(line.input, (), booleans, kept, keys)
        from_files = {
            name: ValueFromFile(self.text(origin.token), origin.place, self._value(origin.value, (), {}, {}, {}))
            for name, origin in line.from_files.items()
        }
        others = {name: [self.text(word) for word in words] for name, words in line.others.items()}
        positional = [self.text(word) for word in line.positional]
        # A stand-in that is nowhere became a part of something else, which nobody typed.
        if lost := [hole for number, hole in enumerate(self._holes) if number not in self._seen]:
            raise self._lost(lost[0])
        notes = [note for note in map(self._restored_diagnostic, line.notes) if note.place not in kept]
        restored = replace(line, input=whole, others=others, positional=positional, from_files=from_files, notes=notes)
        return KeptLine(restored, kept, keys)

    def _value(
        self,
        value: Any,
        place: Place,
        booleans: Mapping[Place, int],
        kept: dict[Place, Parts],
        keys: dict[Place, Parts],
    ) -> Any:
        if isinstance(value, dict):
            items = {}
            for key, item in value.items():
                parts = self._parts(key)
                inner = (*place, shown(parts))
                if any(isinstance(part, Hole) for part in parts):
                    keys[inner] = parts
                items[shown(parts)] = self._value(item, inner, booleans, kept, keys)
            return items
        if isinstance(value, list):
            return [self._value(item, (*place, index), booleans, kept, keys) for index, item in enumerate(value)]
        if isinstance(value, (str, bytes)):
            # A text with holes is shown as it is written, also where the AWS CLI makes bytes of it.
            text = value if isinstance(value, str) else value.decode("utf-8", "surrogateescape")
            parts = self._parts(text)
        elif place in booleans:
            parts = (self._holes[booleans[place]],)
            self._seen.add(booleans[place])
        elif type(value) in (int, float):
            parts = self._number(value)
        else:
            return value
        if not any(isinstance(part, Hole) for part in parts):
            return value
        kept[place] = parts
        return shown(parts)

    def _number(self, value: float) -> Parts:
        """Return the text of a number, in which a hole and digits beside it are as they are written."""
        parts = self._parts(repr(value).removesuffix(".0"))
        hole = next((part for part in parts if isinstance(part, Hole)), None)
        as_typed = re.compile(rf"(?<![\w.+-]){re.escape(shown(parts))}(?![\w.+-])")
        if hole and not any(as_typed.search(shown(word)) for word in self._words):
            raise self._lost(hole)
        return parts

    def _lost(self, hole: Hole) -> ShorthandError:
        reason = f"the value of {hole.source} is not known here, and what is read depends on it"
        return ShorthandError(reason, hint="write the value itself")

    def _parts(self, text: str) -> Parts:
        parts: list[str | Hole] = []
        at = 0
        for match in self._pattern.finditer(text):
            number = self._number_of(match[0])
            if number is not None:
                self._seen.add(number)
                parts += [text[at : match.start()]] if match.start() > at else []
                parts.append(self._holes[number])
                at = match.end()
        return (*parts, text[at:]) if at < len(text) or not parts else tuple(parts)

    def _number_of(self, stand_in: str) -> int | None:
        if match := self._word.fullmatch(stand_in):
            return int(match[1])
        return self._numbers.get(stand_in)

    def text(self, text: str) -> str:
        """Return a text with each hole's own text in place of the stand-in."""
        return shown(self._parts(text))

    def restored_error(self, error: ShorthandError) -> ShorthandError:
        """Return an error that shows the holes as they are written."""
        return error_of(self._restored_diagnostic(diagnostic) for diagnostic in error.diagnostics)

    def _restored_diagnostic(self, one: Diagnostic) -> Diagnostic:
        span = one.span and (len(self.text(one.text[: one.span[0]])), len(self.text(one.text[: one.span[1]])))
        place = tuple(self.text(step) if isinstance(step, str) else step for step in one.place)
        reason, hint = self.text(one.reason), self.text(one.hint)
        parts = self._parts(one.text)
        if one.kind is not Kind.FILE and len(parts) == 1 and isinstance(parts[0], Hole):
            reason = f"the value of {parts[0].source} is not known here, and it is no plain text"
            hint = "write the value itself"
        # In a fix that is quoted for a shell, `$X` would be plain text.
        has_holes = any(isinstance(part, Hole) for text in _fixes(one) for part in self._parts(text))
        fixed = replace(one, fix=None, fix_tokens=None, fix_words=None) if has_holes else one
        return replace(
            fixed,
            reason=reason,
            text=self.text(one.text),
            span=span,
            place=place,
            hint=hint,
            expected=self.text(one.expected),
            label=self.text(one.label),
        )


def _fixes(one: Diagnostic) -> tuple[str, ...]:
    return (one.fix or "", *(one.fix_tokens or ()), *(one.fix_words or ()))


def _differences(one: Any, other: Any, place: Place = ()) -> list[Place]:
    """Return the places in which two values of one form differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        return [found for key in one if key in other for found in _differences(one[key], other[key], (*place, key))]
    if isinstance(one, list) and isinstance(other, list):
        pairs = enumerate(zip(one, other, strict=False))
        return [found for index, (a, b) in pairs for found in _differences(a, b, (*place, index))]
    return [] if one == other else [place]
