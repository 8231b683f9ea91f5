"""What an option of a declared type takes, gives, shows and completes, in whichever framework."""

from __future__ import annotations

import glob
import os
import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import shorthand
from shorthand import shapes
from shorthand.codec.json_text import dumps_json, spans_in_json
from shorthand.codec.token_kind import Token, TokenKind, classify
from shorthand.errors import Diagnostic, Place, ShorthandError, ShorthandTypeError, error_of
from shorthand.schemas.python_types import declared
from shorthand.shapes import Scalar, resolved
from shorthand.syntax.quoting import quote
from shorthand.syntax.raw import FILE_PREFIXES, Files
from shorthand.syntax.spans import span_of

if TYPE_CHECKING:
    from shorthand.editor.complete import Candidate as Completion

# A longer syntax stands in the help's text, and the type's name in its place.
_LONGEST_METAVAR = 48
_JSON = ("[", "{")


class Candidate(NamedTuple):
    """What a word of a command line may be completed to, and what that is."""

    word: str
    help: str


class OptionType:
    """The type of one option, such as `list[Tag]`.

    `files` gives the content for `file://…`; None forbids such references. Raises ShorthandTypeError where the type has
    no shorthand.

    >>> from typing import NamedTuple
    >>> class Tag(NamedTuple):
    ...     Key: str
    ...     Value: str = ""
    >>> tags = OptionType(list[Tag])
    >>> tags.loads(["Key=a,Value=1", "Key=b"])
    [Tag(Key='a', Value='1'), Tag(Key='b', Value='')]
    >>> tags.shown([Tag("a", "1"), Tag("b")])
    'Key=a,Value=1 Key=b'
    """

    def __init__(self, tp: Any, files: Files | None = None) -> None:
        self.declared = declared(tp)
        self.shape = resolved(self.declared.shape)
        self.files = files
        self.is_list = isinstance(self.shape, shapes.List)
        self.item = resolved(self.shape.member) if isinstance(self.shape, shapes.List) else self.shape
        self.is_word = isinstance(self.item, Scalar)
        self.syntax = _syntax(self.item)
        brief = len(self.syntax) <= _LONGEST_METAVAR and not any(map(str.isspace, self.syntax))
        self.name = (self.item.name or _name(tp) or self.item.type_name).upper()
        self.metavar = self.syntax if brief else self.name

    def loads(self, tokens: Sequence[str]) -> Any:
        """The instance that the tokens of one option stand for. Raises ShorthandError."""
        value = self.value(tokens)
        try:
            return self.declared.build(value, ())
        except ShorthandTypeError as error:
            raise self._located(error, list(tokens)) from error.__cause__

    def value(self, tokens: Sequence[str]) -> Any:
        """What the tokens stand for in the JSON form, no more than its shape asks for. Raises ShorthandError."""
        try:
            return shorthand.loads_option(tokens, self.shape, files=self.files)
        except ShorthandError as error:
            # What fits the shape may not fit the type.
            raise error_of(
                replace(
                    one,
                    fix=one.fix if one.fix is not None and self._reads([one.fix]) else None,
                    fix_tokens=one.fix_tokens if one.fix_tokens and self._reads(one.fix_tokens) else None,
                )
                for one in error.diagnostics
            ) from error.__cause__

    def drawn_for(self, error: ShorthandError, name: str) -> str:
        """The error as people read it, where each word of the option stands after its name."""
        if not name.startswith("-"):
            return str(error)
        return str(
            error_of(
                replace(one, fix_tokens=tuple(word for token in one.fix_tokens for word in (name, token)))
                if one.fix_tokens
                else one
                for one in error.diagnostics
            )
        )

    def _reads(self, tokens: Sequence[str]) -> bool:
        try:
            self.declared.build(shorthand.loads_option(tokens, self.shape, files=self.files), ())
        except ShorthandError:
            return False
        return True

    def located(self, reason: str, place: Place, tokens: Sequence[str]) -> ShorthandTypeError:
        """The error of a value that the tokens were read as, drawn under the one that it stands in."""
        return self._located(ShorthandTypeError(reason, place=place), list(tokens))

    def accept(self, value: Any) -> Any:
        """The instance for whatever a framework hands over: tokens, the JSON form of a configuration, or an instance.

        Raises ShorthandError.
        """
        if isinstance(value, str):
            return self.loads([value])
        if self.is_list and isinstance(value, (list, tuple)) and value and all(isinstance(part, str) for part in value):
            return self.loads(value)
        if self.is_list and isinstance(value, tuple) and not all(map(_is_plain, value)):
            return self.together(value)
        if isinstance(value, (list, tuple, dict)) and _is_plain(value):
            return self.loads([dumps_json(value)])
        return value

    def together(self, *values: Any) -> Any:
        """One instance of a list type, of the items of several."""
        return self.declared.build([part for value in values for part in self.declared.plain(value)], ())

    def dumps(self, instance: Any) -> list[str]:
        """The tokens that stand for an instance. Raises ShorthandError where it does not fit the type."""
        return shorthand.dumps_option(self.declared.plain(instance), self.shape)

    def shown(self, instance: Any) -> str:
        """An instance as it would be typed, for a default in a help text."""
        if isinstance(instance, str) and not isinstance(self.shape, Scalar):
            return instance
        try:
            tokens = self.dumps(instance)
            return shlex.join(tokens) if tokens != ["[]"] else "[]"
        except (ShorthandError, AttributeError, TypeError):  # a default of another type is the program's own affair
            return str(instance)

    def help(self, text: str | None, metavar: str | None = None) -> str:
        """The help text of the option: what it is, and how it is written where the metavar does not say."""
        text = (text or "").strip()
        stop = "." if text[-1:].isalnum() else ""
        return f"{text}{stop} {self.written(metavar)}".strip()

    def written(self, metavar: str | None = None) -> str:
        """A sentence that says how the option is written, other than as the metavar says."""
        ways = [] if metavar == self.syntax else [self.syntax]
        if not self.is_word:
            ways += ["JSON"] if self.syntax != "JSON" else []
            ways += ["file://NAME"] if self.files is not None else []
        if not ways:
            return ""
        joined = f"{', '.join(ways[:-1])} or {ways[-1]}" if ways[1:] else ways[0]
        return f"{'Also' if metavar == self.syntax else 'Written as'} {joined}."

    def split(self, text: str) -> list[str]:
        """The tokens in one string, such as an environment variable: a shell's words where a list is wanted.

        JSON and a file's name are one token, and all of the string is where no list is wanted.
        """
        start = text.lstrip()
        if not self.is_list or start.startswith((*_JSON, *FILE_PREFIXES)):
            return [text]
        try:
            return shlex.split(text)
        except ValueError:  # a quote that is never closed: reading says so, and where
            return [text]

    def candidates(self, word: str) -> list[Candidate]:
        """What the word being typed may go on to be; the last word of the command line, without the shell's quotes."""
        if word.startswith(FILE_PREFIXES):
            return list(_file_names(word)) if self.files is not None else []
        return candidates(word, self.shape)

    def _located(self, found: ShorthandTypeError, tokens: list[str]) -> ShorthandTypeError:
        """Return the errors of a value with their spans in the tokens that it was read from, and with the fix."""
        located: list[Diagnostic] = []
        nears: dict[int, list[tuple[int, int, str | None]]] = {}
        for one in found.diagnostics:
            index, token = self._token_of(one.place, tokens)
            span = None
            if token.kind is not TokenKind.FILE:
                inner = one.place[len(token.place) :]
                write: Callable[[str], str] = str
                if token.kind is TokenKind.JSON:
                    (span,) = spans_in_json(token.text, [(inner, False)])
                    write = dumps_json
                elif token.kind is TokenKind.SHORTHAND:
                    span, write = span_of(token.text, inner), quote
                else:
                    span = (0, len(token.text))
                nears.setdefault(index, []).append((*span, None if one.fix is None else write(one.fix)))
            located.append(replace(one, text=token.text, span=span, fix=None))
        fixes = {tokens[index]: self._fixed(tokens[index], parts) for index, parts in nears.items()}
        return ShorthandTypeError.of(replace(one, fix=fixes.get(one.text)) for one in located)

    def _token_of(self, place: Place, tokens: list[str]) -> tuple[int, Token]:
        """Return the token that the value at a place was read from, and its index."""
        classified = list(enumerate(classify(tokens, self.shape)))
        return next(
            ((index, token) for index, token in classified if place[: len(token.place)] == token.place), classified[0]
        )

    def _fixed(self, token: str, parts: list[tuple[int, int, str | None]]) -> str | None:
        """The token with what should stand at each span, where that reads."""
        for start, end, near in sorted(parts, reverse=True):
            if near is None:
                return None
            token = token[:start] + near + token[end:]
        return token if self._reads([token]) else None


def candidates(word: str, shape: shapes.Shape) -> list[Candidate]:
    """What a word of an option of this shape may be completed to, or where it is whole what may follow it."""
    found = shorthand.complete(word, shape)
    found = [one for one in found if one.kind != "punctuation"] or found
    longer = [word[: one.span[0]] + one.text + word[one.span[1] :] for one in found]
    # An opening bracket alone says little: what may follow it is shown at once.
    if len(longer) == 1 and longer[0].endswith(("{", "[")) and len(word) < len(longer[0]):
        return candidates(longer[0], shape) or [Candidate(longer[0], "")]
    return [Candidate(each, _told(one)) for each, one in zip(longer, found, strict=True)]


def _name(tp: Any) -> str:
    """The name of the type, or of what its container holds."""
    inner = [part for part in get_args(tp) if isinstance(part, type) and part is not type(None)]
    return _name(inner[-1]) if inner else tp.__name__ if isinstance(tp, type) else ""


def _told(candidate: Completion) -> str:
    """A few words on what may be typed, for the shells that show them."""
    kind = ", ".join(filter(None, [candidate.type, "required" if candidate.required else ""]))
    return ": ".join(filter(None, [kind, candidate.help]))


def _syntax(item: shapes.Shape) -> str:
    """How one token of the option is written, on one line."""
    if isinstance(item, shapes.String) and item.enum:
        return "|".join(item.enum)
    if isinstance(item, shapes.Boolean):
        return "true|false"
    if isinstance(item, Scalar):
        return item.type_name
    written = item.shorthand_syntax()
    if written is None and isinstance(item, (shapes.Structure, shapes.Map)):  # too deep for the reference's notation
        names = list(item.members) if isinstance(item, shapes.Structure) else ["KeyName1", "KeyName2"]
        written = ",".join(f"{name}=…" for name in names)
    return (written or "JSON").partition("\n")[0]


def _is_plain(value: Any) -> bool:
    """Whether the value is JSON throughout, and not an instance."""
    if isinstance(value, Mapping):
        return type(value) is dict and all(map(_is_plain, value.values()))
    if isinstance(value, (list, tuple)):
        return type(value) in (list, tuple) and all(map(_is_plain, value))
    return value is None or type(value) in (str, int, float, bool)


def _file_names(word: str) -> Iterator[Candidate]:
    scheme, _, path = word.partition("://")
    for name in sorted(glob.glob(glob.escape(os.path.expanduser(path)) + "*")):
        yield Candidate(f"{scheme}://{name}{'/' if os.path.isdir(name) else ''}", "")
