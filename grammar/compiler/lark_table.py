"""Read a grammar with lark: its LALR(1) table and the regular expressions of its terminals."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from lark import GrammarError, Lark, logger
from lark.lexer import TerminalDef
from lark.parsers.lalr_analysis import IntParseTable
from lark.parsers.lalr_analysis import Reduce as LarkReduce

from grammar.compiler.compile_error import CompileError

START_RULE = "text"
END = "$END"
"""lark's name for the terminal that matches the end of the text."""
END_PATTERN = r"\Z"


class Rule(NamedTuple):
    """One alternative of a rule: the name of the rule and the symbols that it is made of."""

    name: str
    symbols: tuple[str, ...]


class Shift(NamedTuple):
    """Take the terminal in and go to `state`."""

    state: int


class Reduce(NamedTuple):
    """Replace the symbols of `rule`, which are complete, by the rule."""

    rule: Rule


Action = Shift | Reduce


class Table(NamedTuple):
    """lark's LALR(1) table.

    Attributes:
        start: The first state.
        end: The state in which the text is complete.
        actions: For each state, the action for each terminal.
        gotos: For each state, the state that follows a completed rule, by the name of the rule.
    """

    start: int
    end: int
    actions: dict[int, dict[str, Action]]
    gotos: dict[int, dict[str, int]]


class Grammar(NamedTuple):
    """What lark makes of a grammar.

    Attributes:
        table: The LALR(1) table.
        rules: The names of the rules, without those that lark makes of `*` and `+`.
        terminals: The regular expressions of the terminals by name, in the order in which lark's lexer tries them, and
            at last the end of the text.
        patterns: The same in the order of the grammar's text, with those that occur only within other terminals.
    """

    table: Table
    rules: frozenset[str]
    terminals: dict[str, str]
    patterns: dict[str, str]


def read_grammar(text: str) -> Grammar:
    """Read the text of a grammar.

    Raises:
        CompileError: The text is not a grammar for lark, has conflicts, or has a rule or terminal that is not used.
    """
    with _lark_messages() as messages:
        try:
            lark = Lark(text, parser="lalr", start=START_RULE)
        except GrammarError as error:
            raise CompileError(f"lark rejects the grammar:\n{error}") from error
    conflicts = [message for message in messages if "onflict" in message]
    if conflicts:
        raise CompileError("\n".join(["the grammar has conflicts:", *conflicts]))
    unused = [message for message in messages if message.startswith("Unused rule")]
    if unused:
        raise CompileError("\n".join(["the grammar has rules that are not used:", *unused]))
    terminals = {terminal.name: terminal.pattern.to_regexp() for terminal in sorted(lark.terminals, key=_lexer_order)}
    # The same again, with those that no rule uses: lark drops them from `lark.terminals`.
    patterns = {one.name: one.pattern.to_regexp() for one in lark.grammar.compile([START_RULE], "*")[0]}
    _check_used(patterns, terminals)
    rules = {rule.origin.name for rule in lark.rules}
    return Grammar(
        table=_typed(lark.parser.parser._parse_table, rules),
        rules=frozenset(name for name in rules if not name.startswith("__")),
        terminals={**terminals, END: END_PATTERN},
        patterns={**patterns, END: END_PATTERN},
    )


@contextmanager
def _lark_messages() -> Iterator[list[str]]:
    """Collect what lark logs. It resolves some conflicts by itself and drops what is not used, and only logs it."""
    messages: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: messages.append(record.getMessage())  # type: ignore[method-assign]
    handlers, level = logger.handlers, logger.level
    logger.handlers = [handler]
    logger.setLevel(logging.DEBUG)
    try:
        yield messages
    finally:
        logger.handlers = handlers
        logger.setLevel(level)


def _lexer_order(terminal: TerminalDef) -> tuple[int, int, int, str]:
    """Order terminals as lark's lexer does: the higher priority first, then the wider and the longer pattern."""
    pattern = terminal.pattern
    return (-terminal.priority, -pattern.max_width, -len(pattern.value), terminal.name)


def _check_used(patterns: dict[str, str], terminals: dict[str, str]) -> None:
    for name, pattern in patterns.items():
        is_part = any(pattern in other for other_name, other in patterns.items() if other_name != name)
        if name not in terminals and not is_part:
            raise CompileError(f"the terminal {name} is used by no rule and no terminal: use it or remove it")


def _typed(table: IntParseTable, rules: set[str]) -> Table:
    """Convert lark's table, whose rows mix actions for terminals with those for rules."""
    actions: dict[int, dict[str, Action]] = {}
    gotos: dict[int, dict[str, int]] = {}
    for state, row in table.states.items():
        actions[state], gotos[state] = {}, {}
        for symbol, (action, argument) in row.items():
            if action is LarkReduce:
                rule = Rule(argument.origin.name, tuple(part.name for part in argument.expansion))
                actions[state][symbol] = Reduce(rule)
            elif symbol in rules:
                gotos[state][symbol] = argument
            else:
                actions[state][symbol] = Shift(argument)
    return Table(table.start_states[START_RULE], table.end_states[START_RULE], actions, gotos)
