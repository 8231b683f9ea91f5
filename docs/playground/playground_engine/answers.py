"""One question, the text with its cursor, and the answer: other forms, explanation, errors and suggestions, as JSON.

An answer comes in two parts: what takes long to write, such as YAML, is written after the rest has been shown.
Positions in a question and an answer count UTF-16 units, as a browser does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import shorthand
from playground_engine import completion
from playground_engine.forms import Form, Forms, command_forms, option_forms
from playground_engine.targets import Target, known_command, read_target
from shorthand.aws.command_line.line_words import split_line
from shorthand.editor.drawing import lines_of_parts
from shorthand.errors import Diagnostic, ShorthandError, ShorthandSyntaxError
from shorthand.errors.rendering import Role, render
from shorthand.errors.shell_quoting import Shell
from shorthand.shapes import List, Scalar, resolved

# Python in a browser has a small stack, and JSON is read with one call for each level.
DEEPEST_JSON = 500
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]', re.DOTALL)

# Drawing and completion are for texts that a person reads; a longer text is converted, and its errors are shown.
LONGEST_EXPLAINED = 20_000

Segments = list[tuple[str, str]]
"""A drawing: pieces with the name of their role."""


@dataclass
class Question:
    """What is typed.

    Attributes:
        text: The text.
        target: The option or command that it is for, `ec2 create-tags --tags`, or "".
        cursor: The place of the cursor in `text`, or in `target` where `field` says so.
        field: The field that has the cursor, "text" or "target".
        width: How many characters a line of a drawing has.
    """

    text: str
    target: str = ""
    cursor: int | None = None
    field: str = "text"
    width: int = 100


def answer(question: str) -> str:
    """Answer a question given as JSON, with JSON in ASCII: no character of a text is lost on the way."""
    global _last_forms
    asked = Question(**json.loads(question))
    answering = _Answering(asked)
    found = answering.answer()
    _last_forms = answering.forms
    return json.dumps(found)


def later_forms() -> str:
    """Return the forms that the last answer came without, as JSON."""
    return json.dumps([_shown_form(form.written()) for form in _last_forms if form.write is not None])


_last_forms: Forms = []


def _shown_form(form: Form) -> dict[str, Any]:
    return {"name": form.name, "text": form.text, "problem": form.problem, "is_coming": form.write is not None}


def kind_of(text: str) -> str:
    """Say what a text is: "command", "json", "shorthand", or "empty".

    >>> kind_of("$ aws ec2 help"), kind_of(' {"Key": "a"}'), kind_of("Key=a")
    ('command', 'json', 'shorthand')
    """
    start = text.lstrip()[:8]
    if not start:
        return "empty"
    if start.split(maxsplit=1)[0] == "aws" or start.startswith(("$ aws", "% aws", "> aws")):
        return "command"
    return "json" if start[0] in "[{" else "shorthand"


def check_depth(text: str) -> None:
    """Raise ShorthandSyntaxError for brackets that are nested deeper than Python in a browser can read."""
    depth = 0
    for match in _BRACKET.finditer(text):
        depth += 1 if match[0] in "[{" else -1 if match[0] in "]}" else 0
        if depth > DEEPEST_JSON:
            span = match.span()
            raise ShorthandSyntaxError(f"brackets are more than {DEEPEST_JSON} deep", text=text, span=span)


class _Answering:
    def __init__(self, asked: Question) -> None:
        self.asked = asked
        self.text = asked.text
        self.kind = kind_of(asked.text)
        self.target = Target()
        self.forms: Forms = []
        self.errors: list[dict[str, Any]] = []
        self.drawings: list[dict[str, Any]] = []

    def answer(self) -> dict[str, Any]:
        """Return all that is shown."""
        try:
            self.target = read_target(self.asked.target)
        except ShorthandError as error:
            self.errors += [self.shown(one, None) for one in error.diagnostics[:1]]
        else:
            self.convert()
        return {
            "kind": self.kind,
            "about": self.target.about(),
            "syntax": self.target.syntax(),
            "forms": [_shown_form(form) for form in self.forms],
            "errors": self.errors,
            "drawings": self.drawings,
            "suggestions": self.suggestions(),
        }

    def convert(self) -> None:
        """Fill in the forms and the drawings, or the errors."""
        try:
            check_depth(self.text)
            if self.kind == "command":
                self.convert_command()
            elif self.kind != "empty":
                self.convert_option()
        except ShorthandError as error:
            # Errors that share one fix have one button, under the first.
            buttons: set[str | None] = set()
            for one in error.diagnostics[:10]:
                fix = self.fixed(one)
                self.errors.append(self.shown(one, None if fix in buttons else fix))
                buttons.add(fix)

    def convert_option(self) -> None:
        """Convert a text or JSON of an option, or the JSON input of a command."""
        if self.kind == "json" and self.target.command is not None and self.target.option is None:
            self.forms = command_forms(*self.target.line_for(self.text))
            return
        tokens = self.tokens()
        if self.kind == "shorthand":
            self.explain(tokens)
        self.forms, written = option_forms(tokens, self.target, is_json=self.kind == "json")
        if self.kind == "json":
            self.explain(written)

    def tokens(self) -> list[str]:
        """Return the words of the option: the lines of the text, or the text as a whole where there is no option."""
        if self.kind == "shorthand" and self.target.option is not None and "\n" in self.text:
            return [line for line in self.text.split("\n") if line.strip()]
        return [self.text]

    def convert_command(self) -> None:
        """Convert a whole command."""
        words = split_line(self.text)
        for target, token in _structured_tokens(words):
            self.draw(token, target, target.option.name if target.option else "")
        self.forms = command_forms(words)

    def explain(self, tokens: Sequence[str]) -> None:
        """Draw how the tokens are read."""
        for token in tokens[:20]:
            self.draw(token, self.target, "")

    def draw(self, token: str, target: Target, title: str) -> None:
        """Draw how a token is read, unless it is too long for anyone to look at."""
        if len(token) <= LONGEST_EXPLAINED:
            lines = _drawing(token, target.name, self.asked.width)
            self.drawings.append({"title": title, "lines": lines})

    def shown(self, diagnostic: Diagnostic, fix: str | None) -> dict[str, Any]:
        """Return an error as it is shown, with the text that its button puts in place of the text."""
        # The button has the fix.
        drawn = render([replace(diagnostic, fix=None, fix_tokens=None, fix_words=None)], _mark)
        span = None
        if diagnostic.span is not None and diagnostic.text == self.text:
            span = [_utf16(self.text, end) for end in diagnostic.span]
        elif diagnostic.span is not None and self.text.count(diagnostic.text) == 1:
            offset = self.text.index(diagnostic.text)
            span = [_utf16(self.text, offset + end) for end in diagnostic.span]
        return {"lines": _segments(drawn), "span": span, "fix": fix}

    def fixed(self, diagnostic: Diagnostic) -> str | None:
        """Return the whole text with a fix in it; None where there is none that reads."""
        if self.kind == "command":
            fixed = diagnostic.fix_command(Shell.POSIX) if diagnostic.fix_words else None
        elif diagnostic.fix_tokens:
            fixed = "\n".join(diagnostic.fix_tokens)
        else:
            fixed = diagnostic.fix if len(self.tokens()) == 1 else None
        return fixed if fixed != self.text else None

    def suggestions(self) -> list[dict[str, Any]]:
        """Return what may be typed at the cursor."""
        field = self.text if self.asked.field == "text" else self.asked.target
        if self.asked.cursor is None or len(field) > LONGEST_EXPLAINED:
            return []
        cursor = _characters(field, self.asked.cursor)
        found: list[completion.Suggestion] = []
        if self.asked.field == "target":
            found = completion.of_command(field, cursor, is_target=True)
        elif self.kind == "command":
            found = completion.of_command(field, cursor)
        elif self.target.option is not None and self.kind != "json":
            start = field.rfind("\n", 0, cursor) + 1
            end = field.find("\n", cursor)
            line = field[start : len(field) if end < 0 else end]
            found = [
                one._replace(span=(one.span[0] + start, one.span[1] + start))
                for one in completion.of_token(line, self.target.option.shape, cursor - start)
            ]
        return [{**one._asdict(), "span": [_utf16(field, end) for end in one.span]} for one in found]


def _structured_tokens(words: list[str]) -> Iterator[tuple[Target, str]]:
    """Yield each word of the options of a command that take structures, with the option."""
    words = words[1:] if words[:1] == ["aws"] else words
    try:
        command = known_command(words[0], words[1])
    except (ShorthandError, IndexError):
        return
    name = ""
    for word in words[2:]:
        if word.startswith("--"):
            name = word
        elif name in command.options:
            shape = resolved(command.options[name].shape)
            member = resolved(shape.member) if isinstance(shape, List) else shape
            if not isinstance(member, Scalar):
                yield Target(words[0], command, command.options[name]), word


# While one word is typed the others stay as they are.
@lru_cache(maxsize=256)
def _drawing(token: str, target: str, width: int) -> Segments:
    option = read_target(target).option
    explained = shorthand.explain(token, option.shape if option else None)
    return _segments("\n".join(lines_of_parts(explained, width, _mark)))


# No drawing has a NUL of its own: what cannot be seen is drawn as a sign for it.
def _mark(role: Role, piece: str) -> str:
    return f"\0{role.value}\0{piece}\0"


def _segments(drawn: str) -> Segments:
    """Split a drawing at the marks into pieces with their roles."""
    pieces = drawn.split("\0")
    found: Segments = []
    for index in range(0, len(pieces), 3):
        found += [("plain", pieces[index])] if pieces[index] else []
        found += [(pieces[index + 1], pieces[index + 2])] if index + 2 < len(pieces) else []
    return found


def _utf16(text: str, characters: int) -> int:
    """Return how many UTF-16 units so many characters of the text are."""
    return len(text[:characters].encode("utf-16-le", "surrogatepass")) // 2


def _characters(text: str, units: int) -> int:
    """Return how many characters so many UTF-16 units of the text are."""
    return len(text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "replace"))


__all__ = ["Form", "Question", "answer", "kind_of", "later_forms"]
