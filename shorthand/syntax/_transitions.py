"""The automaton of the reader as data. Generated from the grammar by grammar/build.py. Do not edit."""

# ruff: noqa
# fmt: off

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from shorthand.syntax._compiled_reader import (
    AFTER_BRACKETS,
    AFTER_ELEMENT,
    AFTER_ITEM,
    AFTER_KEY,
    AFTER_MEMBER,
    AFTER_MEMBER_BRACKETS,
    AFTER_MEMBER_KEY,
    AFTER_SCALAR,
    AFTER_SKIPPED,
    BEFORE_ELEMENT,
    DOUBLE_QUOTED,
    DROPPED,
    ELEMENT,
    END,
    FILE_KEY,
    IN_LIST,
    IN_MAP,
    KEY,
    SINGLE_QUOTED,
    START,
    WORD,
    _CLOSE_LIST,
    _CLOSE_MAP,
    _COMMA,
    _LIST_COMMA,
    _OPEN_LIST,
    _OPEN_MAP,
    _PAIR_COMMA,
    _SECOND_COMMA,
)


class Effect(StrEnum):
    """What a terminal does to the value that is read."""

    KEY = "KEY"
    """A key starts a pair."""
    FILE_KEY = "FILE_KEY"
    """A key with "@=" starts a pair whose value can be a file reference."""
    WORD = "WORD"
    """A bare word is the value."""
    SINGLE_QUOTED = "SINGLE_QUOTED"
    """A text in single quotes is the value."""
    DOUBLE_QUOTED = "DOUBLE_QUOTED"
    """A text in double quotes is the value."""
    EMPTY_VALUE = "EMPTY_VALUE"
    """The value is empty."""
    START_COMMA_LIST = "START_COMMA_LIST"
    """The value is the first element of a list without brackets."""
    ADD_ELEMENT = "ADD_ELEMENT"
    """The value is a further element of a list without brackets."""
    ADD_PAIR = "ADD_PAIR"
    """The pair is complete. A key that is there already is an error outside brackets, and a loss inside."""
    ADD_ITEM = "ADD_ITEM"
    """The value is an item of a list in brackets."""
    OPEN_LIST = "OPEN_LIST"
    """A bracket opens a list."""
    OPEN_MAP = "OPEN_MAP"
    """A brace opens a map."""
    CLOSE = "CLOSE"
    """The bracket or brace closes, and its list or map is the value."""
    DROP_TEXT = "DROP_TEXT"
    """The AWS CLI loses a text."""
    END = "END"
    """The text ends."""


class Transition(NamedTuple):
    """What a terminal does in a state.

    Attributes:
        terminal: The terminal.
        effects: What happens to the value, in this order.
        target: The next state. None where a bracket closes, because its opening tells where to resume, and at the end.
        resume: The state after the bracket that opens here is closed. None where no bracket opens.
    """

    terminal: str
    effects: tuple[Effect, ...]
    target: int | None
    resume: int | None = None


class State(NamedTuple):
    """A state of the automaton.

    Attributes:
        name: Its name.
        pattern: The regular expression that finds the next terminal.
        transitions: What each terminal does, by its group in a match of the pattern.
    """

    name: str
    pattern: str
    transitions: dict[int, Transition]


STATES = (
    State("START", (
        f"({KEY})"
        f"|({FILE_KEY})"
    ), {
        1: Transition("KEY", (Effect.KEY,), AFTER_KEY),
        3: Transition("FILE_KEY", (Effect.FILE_KEY,), AFTER_KEY),
    }),
    State("AFTER_KEY", (
        f"({_LIST_COMMA})"
        f"|({DROPPED})"
        f"|({_SECOND_COMMA})"
        f"|({_PAIR_COMMA})"
        f"|({WORD})"
        f"|({DOUBLE_QUOTED})"
        f"|({SINGLE_QUOTED})"
        f"|({_OPEN_LIST})"
        f"|({_OPEN_MAP})"
        f"|({END})"
    ), {
        1: Transition("_LIST_COMMA", (Effect.EMPTY_VALUE, Effect.START_COMMA_LIST), BEFORE_ELEMENT),
        2: Transition("DROPPED", (Effect.EMPTY_VALUE, Effect.DROP_TEXT, Effect.ADD_PAIR), AFTER_SKIPPED),
        3: Transition("_SECOND_COMMA", (Effect.EMPTY_VALUE, Effect.ADD_PAIR), AFTER_SKIPPED),
        4: Transition("_PAIR_COMMA", (Effect.EMPTY_VALUE, Effect.ADD_PAIR), START),
        5: Transition("WORD", (Effect.WORD,), AFTER_SCALAR),
        6: Transition("DOUBLE_QUOTED", (Effect.DOUBLE_QUOTED,), AFTER_SCALAR),
        8: Transition("SINGLE_QUOTED", (Effect.SINGLE_QUOTED,), AFTER_SCALAR),
        10: Transition("_OPEN_LIST", (Effect.OPEN_LIST,), IN_LIST, AFTER_BRACKETS),
        11: Transition("_OPEN_MAP", (Effect.OPEN_MAP,), IN_MAP, AFTER_BRACKETS),
        12: Transition("$END", (Effect.EMPTY_VALUE, Effect.ADD_PAIR, Effect.END), None),
    }),
    State("AFTER_SCALAR", (
        f"({_LIST_COMMA})"
        f"|({DROPPED})"
        f"|({_SECOND_COMMA})"
        f"|({_PAIR_COMMA})"
        f"|({END})"
    ), {
        1: Transition("_LIST_COMMA", (Effect.START_COMMA_LIST,), BEFORE_ELEMENT),
        2: Transition("DROPPED", (Effect.DROP_TEXT, Effect.ADD_PAIR), AFTER_SKIPPED),
        3: Transition("_SECOND_COMMA", (Effect.ADD_PAIR,), AFTER_SKIPPED),
        4: Transition("_PAIR_COMMA", (Effect.ADD_PAIR,), START),
        5: Transition("$END", (Effect.ADD_PAIR, Effect.END), None),
    }),
    State("AFTER_SKIPPED", (
        f"({_PAIR_COMMA})"
        f"|({END})"
    ), {
        1: Transition("_PAIR_COMMA", (), START),
        2: Transition("$END", (Effect.END,), None),
    }),
    State("BEFORE_ELEMENT", (
        f"({DOUBLE_QUOTED})"
        f"|({SINGLE_QUOTED})"
        f"|({ELEMENT})"
    ), {
        1: Transition("DOUBLE_QUOTED", (Effect.DOUBLE_QUOTED, Effect.ADD_ELEMENT), AFTER_ELEMENT),
        3: Transition("SINGLE_QUOTED", (Effect.SINGLE_QUOTED, Effect.ADD_ELEMENT), AFTER_ELEMENT),
        5: Transition("ELEMENT", (Effect.WORD, Effect.ADD_ELEMENT), AFTER_ELEMENT),
    }),
    State("IN_LIST", (
        f"({_COMMA})"
        f"|({_CLOSE_LIST})"
        f"|({WORD})"
        f"|({DOUBLE_QUOTED})"
        f"|({SINGLE_QUOTED})"
        f"|({_OPEN_LIST})"
        f"|({_OPEN_MAP})"
    ), {
        1: Transition("_COMMA", (Effect.EMPTY_VALUE, Effect.ADD_ITEM), IN_LIST),
        2: Transition("_CLOSE_LIST", (Effect.CLOSE,), None),
        3: Transition("WORD", (Effect.WORD,), AFTER_ITEM),
        4: Transition("DOUBLE_QUOTED", (Effect.DOUBLE_QUOTED,), AFTER_ITEM),
        6: Transition("SINGLE_QUOTED", (Effect.SINGLE_QUOTED,), AFTER_ITEM),
        8: Transition("_OPEN_LIST", (Effect.OPEN_LIST,), IN_LIST, AFTER_ITEM),
        9: Transition("_OPEN_MAP", (Effect.OPEN_MAP,), IN_MAP, AFTER_ITEM),
    }),
    State("AFTER_BRACKETS", (
        f"({_PAIR_COMMA})"
        f"|({END})"
    ), {
        1: Transition("_PAIR_COMMA", (Effect.ADD_PAIR,), START),
        2: Transition("$END", (Effect.ADD_PAIR, Effect.END), None),
    }),
    State("IN_MAP", (
        f"({KEY})"
        f"|({_CLOSE_MAP})"
        f"|({FILE_KEY})"
    ), {
        1: Transition("KEY", (Effect.KEY,), AFTER_MEMBER_KEY),
        3: Transition("_CLOSE_MAP", (Effect.CLOSE,), None),
        4: Transition("FILE_KEY", (Effect.FILE_KEY,), AFTER_MEMBER_KEY),
    }),
    State("AFTER_ELEMENT", (
        f"({_LIST_COMMA})"
        f"|({DROPPED})"
        f"|({_SECOND_COMMA})"
        f"|({_PAIR_COMMA})"
        f"|({END})"
    ), {
        1: Transition("_LIST_COMMA", (), BEFORE_ELEMENT),
        2: Transition("DROPPED", (Effect.DROP_TEXT, Effect.ADD_PAIR), AFTER_SKIPPED),
        3: Transition("_SECOND_COMMA", (Effect.ADD_PAIR,), AFTER_SKIPPED),
        4: Transition("_PAIR_COMMA", (Effect.ADD_PAIR,), START),
        5: Transition("$END", (Effect.ADD_PAIR, Effect.END), None),
    }),
    State("AFTER_ITEM", (
        f"({_COMMA})"
        f"|({_CLOSE_LIST})"
    ), {
        1: Transition("_COMMA", (Effect.ADD_ITEM,), IN_LIST),
        2: Transition("_CLOSE_LIST", (Effect.ADD_ITEM, Effect.CLOSE), None),
    }),
    State("AFTER_MEMBER_KEY", (
        f"({_COMMA})"
        f"|({WORD})"
        f"|({DOUBLE_QUOTED})"
        f"|({SINGLE_QUOTED})"
        f"|({_OPEN_LIST})"
        f"|({_OPEN_MAP})"
    ), {
        1: Transition("_COMMA", (Effect.EMPTY_VALUE, Effect.ADD_PAIR), IN_MAP),
        2: Transition("WORD", (Effect.WORD, Effect.ADD_PAIR), AFTER_MEMBER),
        3: Transition("DOUBLE_QUOTED", (Effect.DOUBLE_QUOTED, Effect.ADD_PAIR), AFTER_MEMBER),
        5: Transition("SINGLE_QUOTED", (Effect.SINGLE_QUOTED, Effect.ADD_PAIR), AFTER_MEMBER),
        7: Transition("_OPEN_LIST", (Effect.OPEN_LIST,), IN_LIST, AFTER_MEMBER_BRACKETS),
        8: Transition("_OPEN_MAP", (Effect.OPEN_MAP,), IN_MAP, AFTER_MEMBER_BRACKETS),
    }),
    State("AFTER_MEMBER", (
        f"({_COMMA})"
        f"|({_CLOSE_MAP})"
    ), {
        1: Transition("_COMMA", (), IN_MAP),
        2: Transition("_CLOSE_MAP", (Effect.CLOSE,), None),
    }),
    State("AFTER_MEMBER_BRACKETS", (
        f"({_COMMA})"
        f"|({_CLOSE_MAP})"
    ), {
        1: Transition("_COMMA", (Effect.ADD_PAIR,), IN_MAP),
        2: Transition("_CLOSE_MAP", (Effect.ADD_PAIR, Effect.CLOSE), None),
    }),
)
