"""What may be typed next, in a text of an option and in a whole command."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import shorthand
from playground_engine.cursor_word import CursorWord, cursor_word
from playground_engine.targets import known_command
from shorthand.aws.command_line.global_options import GLOBAL_OPTIONS
from shorthand.aws.models import operations, services
from shorthand.errors import ShorthandError
from shorthand.shapes import Shape
from shorthand.sources import Command, Option

MOST_SHOWN = 100


class Suggestion(NamedTuple):
    """One completion.

    Attributes:
        label: What the list shows.
        text: What is typed in place of `span`.
        span: The (start, end) of what it replaces, in characters.
        detail: Its type.
        is_required: Whether the command or structure needs it.
    """

    label: str
    text: str
    span: tuple[int, int]
    detail: str = ""
    is_required: bool = False


class _Name(NamedTuple):
    """The completion of one word of a command line; `label` is the part of it that is new, where it is not all."""

    text: str
    detail: str = ""
    is_required: bool = False
    is_whole: bool = True
    label: str = ""


def of_token(text: str, shape: Shape, cursor: int) -> list[Suggestion]:
    """Return what may be typed at the cursor in a token of an option."""
    return [
        Suggestion(one.text, one.text, one.span, one.help or one.type, one.required)
        for one in shorthand.complete(text, shape, cursor)[:MOST_SHOWN]
    ]


def of_command(line: str, cursor: int, *, is_target: bool = False) -> list[Suggestion]:
    """Return what may be typed at the cursor of a command line.

    Args:
        line: `aws SERVICE OPERATION --option …`.
        cursor: How many characters precede the cursor.
        is_target: Whether the line names an option for another text: `SERVICE OPERATION --option`, without a value.
    """
    word = cursor_word(line[:cursor])
    before = word.before if is_target else _without_prompt(word.before)
    is_within = bool(line[cursor : cursor + 1].strip())
    if before is None:
        return []
    found: list[Suggestion] = []
    try:
        for name in _of_words(before, word, is_target=is_target):
            typed = word.typed(name.text, is_whole=name.is_whole and not is_within)
            # A quote that is opened in front of the rest of a word would take that rest in.
            if not is_within or word.quote or not typed.startswith("'"):
                shown = name.label or name.text
                found.append(Suggestion(shown, typed, (word.start, cursor), name.detail, name.is_required))
            if len(found) == MOST_SHOWN:
                break
    except ShorthandError:
        return []
    return found


def _without_prompt(words: list[str]) -> list[str] | None:
    """Return the words after `aws`; None where the line does not begin so."""
    words = words[1:] if words[:1] == ["$"] else words
    return words[1:] if words[:1] == ["aws"] else None


def _of_words(before: list[str], word: CursorWord, *, is_target: bool) -> Iterator[_Name]:
    if not before:
        yield from (_Name(name) for name in services() if name.startswith(word.text))
        return
    service, *rest = before
    path, within = _operation(service, rest)
    if not path or within:
        names = dict.fromkeys(name.removeprefix(f"{path} ").split(" ")[0] for name in within)
        yield from (_Name(name) for name in names if name.startswith(word.text))
        return
    command = known_command(service, path)
    given = rest[len(path.split(" ")) :]
    option = _option_of(command, given)
    if option is not None and not word.text.startswith("-") and not is_target:
        yield from _values(option, word.text)
        # One value may end the option; a list may go on.
        if word.text or given[-1] == option.name:
            return
    if is_target and given:
        return
    yield from _options(command, word.text, given)
    if not is_target and word.text.startswith("--"):
        yield from (_Name(name, "every command has it") for name in GLOBAL_OPTIONS if name.startswith(word.text))


def _operation(service: str, words: list[str]) -> tuple[str, list[str]]:
    """Return the operation that the words name, and those of which the words are only the beginning."""
    known = operations(service)
    path = " ".join(words[:2]) if " ".join(words[:2]) in known else " ".join(words[:1])
    within = [name for name in known if name.startswith(f"{path} " if path else "")]
    return path, within if not path or len(words) == 1 else []


def _option_of(command: Command, given: list[str]) -> Option | None:
    """Return the option that a word after `given` belongs to."""
    name = next((word for word in reversed(given) if word.startswith("--")), "")
    option = command.options.get(name)
    return None if option is None or option.flag else option


def _options(command: Command, prefix: str, given: list[str]) -> Iterator[_Name]:
    """Yield the options that are not yet given, the required ones first."""
    if prefix and not prefix.startswith("-"):
        return
    for option in sorted(command.options.values(), key=lambda one: not one.required):
        for name in (option.name, option.negative or ""):
            if name.startswith(prefix or "--") and name not in given:
                yield _Name(name, option.syntax() or option.shape.type_name, option.required)


def _values(option: Option, prefix: str) -> Iterator[_Name]:
    """Yield what the value of an option may go on with."""
    for one in shorthand.complete(prefix, option.shape):
        start, end = one.span
        completed = prefix[:start] + one.text + prefix[end:]
        yield _Name(completed, one.help or one.type, one.required, is_whole=False, label=one.text)
