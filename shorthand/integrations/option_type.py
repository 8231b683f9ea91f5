"""What an option of a Python type takes, gives, shows and completes, in whichever framework."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, get_args

from shorthand import shapes
from shorthand.api.type_adapter import TypeAdapter
from shorthand.api.type_faults import located_in_tokens
from shorthand.codec.json_text import dumps_json
from shorthand.codec.token_kind import classify, starts_json
from shorthand.errors import Diagnostic, ShorthandError, ShorthandTypeError
from shorthand.errors.object_text import text_of
from shorthand.errors.rendering import render
from shorthand.integrations.help_text import example_json, example_tokens, members_summary, members_table, syntax_of
from shorthand.integrations.terminal_width import excerpt_width
from shorthand.integrations.word_candidates import WordCandidate, file_candidates, word_candidates
from shorthand.shapes import Scalar, resolved
from shorthand.syntax.raw import Files, is_file_reference

# A longer syntax is in the help text, and the name of the type takes its place.
_LONGEST_METAVAR = 48


class OptionType:
    """One option of a Python type, such as `list[Tag]`, without a framework.

    >>> from typing import NamedTuple
    >>> class Tag(NamedTuple):
    ...     Key: str
    ...     Value: str = ""
    >>> tags = OptionType(list[Tag])
    >>> tags.loads(["Key=a,Value=1", "Key=b"])
    [Tag(Key='a', Value='1'), Tag(Key='b', Value='')]
    >>> tags.shown([Tag("a", "1"), Tag("b")])
    'Key=a,Value=1 Key=b'

    Attributes:
        adapter: Reads and writes the type.
        shape: The schema of the option.
        files: Gives the content for file references; None forbids them.
        is_list: Whether the option takes several words.
        is_map: Whether the option is a map, so that repetitions add keys.
        item: The shape of one word.
        is_word: Whether a word of the option is a plain scalar.
        is_scalar: Whether the option is one such word.
        syntax: How one word is written.
        name: A short name for the value.
        metavar: The syntax if it is short, else the name.
    """

    def __init__(self, tp: Any, files: Files | None = None) -> None:
        """Compile a type.

        Args:
            tp: The type.
            files: Gives the content for file references; None forbids them.

        Raises:
            ShorthandTypeError: The type has no shorthand.
        """
        self.adapter: TypeAdapter[Any] = TypeAdapter(tp)
        self.shape = self.adapter.shape
        self.files = files
        self.is_list = isinstance(self.shape, shapes.List)
        self.is_map = isinstance(self.shape, shapes.Map)
        self.item = resolved(self.shape.member) if isinstance(self.shape, shapes.List) else self.shape
        self.is_word = isinstance(self.item, Scalar)
        self.is_scalar = isinstance(self.shape, Scalar)
        self.syntax = syntax_of(self.item)
        is_short = len(self.syntax) <= _LONGEST_METAVAR and not any(map(str.isspace, self.syntax))
        self.name = (self.item.name or _name(tp) or self.item.type_name).upper()
        self.metavar = self.syntax if is_short else self.name

    # ---- reading --------------------------------------------------------------------------------------------------

    def loads(self, *occurrences: Sequence[str]) -> Any:
        """Return the instance for the words of an option.

        Args:
            occurrences: The words of each time that the option is given, at least one time. Repetitions of a list add
                items, and those of a map add keys.

        Raises:
            ShorthandError: A word is wrong, a key of a map is given twice, or an option with one value is repeated.
        """
        if len(occurrences) == 1:
            return self.adapter.loads_option(occurrences[0], files=self.files)
        if self.is_list:
            if not any(map(self._is_whole, occurrences)):
                return self.loads([word for words in occurrences for word in words])
            return self.adapter.from_value([item for words in occurrences for item in self._value(words)])
        if self.is_map:
            return self.adapter.from_value(self._merged_maps(occurrences))
        raise ShorthandError(
            f"expected one value, got {len(occurrences)}", hint="give the option once, with everything in one text"
        )

    def from_text(self, text: str) -> Any:
        """Return the instance for the text of an environment variable, or a string in a configuration.

        Raises:
            ShorthandError: The text is wrong.
        """
        return self.loads(self.split(text))

    def from_configuration(self, value: Any) -> Any:
        """Return the instance for a value in a configuration: text, words, the JSON form, or an instance.

        Raises:
            ShorthandError: The value does not fit the type.
        """
        if type(value) is str:
            return self.from_text(value)
        if value is None:
            return None
        if self.is_list and isinstance(value, (list, tuple)) and value and all(type(part) is str for part in value):
            return self.loads(value)
        if self.is_list and isinstance(value, tuple) and not all(map(_is_json, value)):
            return self.with_items([value])
        if isinstance(value, (list, tuple, dict)) and _is_json(value):
            # The instances of a type of one's own may look like JSON.
            is_instance = not self.adapter.accepts(value) and self.adapter.is_instance(value)
            return value if is_instance else self.loads([dumps_json(value)])
        if type(value) in (int, float, bool):
            # A configuration may write a Decimal, or a word of another type, as a number.
            return self.adapter.from_value(value) if self.adapter.accepts(value) else self.loads([dumps_json(value)])
        return value

    def with_items(self, instances: Sequence[Any]) -> Any:
        """Return one instance of a list type with the items of several. Raises ShorthandError."""
        return self.adapter.from_value([item for one in instances for item in self.adapter.to_value(one)])

    def empty(self) -> Any:
        """Return the instance of a list type without items; None for any other type, or if it must have items."""
        try:
            return self.with_items([]) if self.is_list else None
        except ShorthandError:
            return None

    def split(self, text: str) -> list[str]:
        """Return the words in one string, such as an environment variable: those of a shell where a list is wanted.

        JSON and the name of a file are one word. Where no list is wanted, the whole string is one word.
        """
        if not self.is_list or starts_json(text) or is_file_reference(text.lstrip()):
            return [text]
        try:
            return shlex.split(text)
        except ValueError:  # a quote that is never closed: reading reports it, with its place
            return [text]

    def drawn(self, error: ShorthandError, name: str = "", *, in_panel: bool = False) -> str:
        """Return an error as people read it, in whose fixes each word of the option follows its name.

        Args:
            error: The error.
            name: The name of the option, such as `--tags`; other names are ignored.
            in_panel: Whether the framework prints it in a panel of Rich.
        """
        found = error.diagnostics
        if name.startswith("-"):
            found = tuple(
                replace(one, fix_tokens=tuple(word for token in one.fix_tokens for word in (name, token)))
                if one.fix_tokens
                else one
                for one in found
            )
        return render(found, widest=excerpt_width(in_panel=in_panel))

    def located(self, faults: Sequence[Diagnostic], words: Sequence[str]) -> ShorthandTypeError:
        """Return the error for faults of the value that the words were read to, with their spans."""

        def read_fix(fix: str) -> Any:
            return self.adapter.loads_option([fix], files=self.files)

        return located_in_tokens(ShorthandTypeError.of(faults), words, self.shape, read_fix)

    def _is_whole(self, words: Sequence[str]) -> bool:
        """Return whether the words give the whole list, as JSON or as a file, and not one item each."""
        return not words or classify(words, self.shape)[0].place == ()

    def _value(self, words: Sequence[str]) -> Any:
        return self.adapter.option_value(words, files=self.files) if words else []

    def _merged_maps(self, occurrences: Sequence[Sequence[str]]) -> dict[str, Any]:
        merged: dict[str, Any] = {}
        for words in occurrences:
            value = self._value(words)
            for key in value:
                if key in merged:
                    text = words[0] if words else ""
                    at = max(text.find(key), 0)
                    raise ShorthandError(
                        f"duplicate key {key!r}", text=text, span=(at, at + len(key)), hint="remove one of the two"
                    )
            merged |= value
        return merged

    # ---- showing --------------------------------------------------------------------------------------------------

    def shown(self, instance: Any) -> str:
        """Return an instance as it would be typed, for a default in a help text."""
        if type(instance) is str and not isinstance(self.shape, Scalar):
            return instance
        try:
            tokens = self.adapter.dumps_option(instance)
        except ShorthandError:  # a default of another type is the program's own affair
            return text_of(instance)
        if "get_secret_value" in dir(instance):
            return text_of(instance)
        return shlex.join(tokens) if tokens != ["[]"] else "[]"

    def help(self, text: str | None, metavar: str | None = None) -> str:
        """Return the help text of the option: what it is for, how it is written, and its members.

        Args:
            text: What the program says about the option.
            metavar: What the help shows for the value.
        """
        text = (text or "").strip()
        stop = "." if text[-1:].isalnum() else ""
        return " ".join(filter(None, [f"{text}{stop}", self.description(metavar)]))

    def description(self, metavar: str | None = None) -> str:
        """Return how the option is written and its members, without what the program says about it."""
        return " ".join(filter(None, [self.written(metavar), self.members()]))

    def written(self, metavar: str | None = None) -> str:
        """Return a sentence about the forms of the value that the metavar does not show."""
        forms = [] if metavar == self.syntax else [self.syntax]
        if not self.is_word:
            forms += ["JSON"] if self.syntax != "JSON" else []
            forms += ["file://NAME"] if self.files is not None else []
        if not forms:
            return ""
        joined = f"{', '.join(forms[:-1])} or {forms[-1]}" if forms[1:] else forms[0]
        return f"{'Also' if metavar == self.syntax else 'Written as'} {joined}."

    def members(self) -> str:
        """Return a sentence about the members of the option's structures, and an example; "" without members."""
        summary = members_summary(self.adapter.converter)
        example = shlex.join(example_tokens(self.adapter.converter)) if summary else ""
        return f"{summary} Example: {example}" if example else summary

    def full_help(self, name: str, text: str | None = None) -> str:
        """Return the help of this option alone, on many lines.

        Args:
            name: The name of the option.
            text: What the program says about it.
        """
        converter = self.adapter.converter
        lines = [f"{name} {self.syntax}{' ...' if self.is_list else ''}", ""]
        lines += [text.strip(), ""] if text else []
        table = members_table(converter)
        lines += ["Members:", *table, ""] if table else []
        tokens = example_tokens(converter)
        lines += ["Examples:", f"  {name} {shlex.join(tokens)}"] if tokens else []
        if tokens and not self.is_word:
            lines += [f"  {name} {shlex.quote(example_json(converter))}"]
            lines += [f"  {name} file://NAME"] if self.files is not None else []
        return "\n".join(lines).rstrip()

    def candidates(self, word: str) -> list[WordCandidate]:
        """Return what the word being typed can go on to be.

        Args:
            word: The last word of the command line, without the quotes of the shell.
        """
        if is_file_reference(word):
            return list(file_candidates(word)) if self.files is not None else []
        return word_candidates(word, self.shape)


def _name(tp: Any) -> str:
    """Return the name of a type, or of what its container contains."""
    inner = [part for part in get_args(tp) if isinstance(part, type) and part is not type(None)]
    return _name(inner[-1]) if inner else tp.__name__ if isinstance(tp, type) else ""


def _is_json(value: Any) -> bool:
    """Return whether a value is in the JSON form throughout, and no instance. One that contains itself can be."""
    left, seen = [value], set()
    while left:
        part = left.pop()
        if id(part) in seen:
            continue
        if type(part) in (dict, list, tuple):
            seen.add(id(part))
            left += part.values() if isinstance(part, dict) else part
        elif part is not None and type(part) not in (str, int, float, bool):
            return False
    return True
