"""Compile `shorthand.lark` into `shorthand/syntax/_machine.py` and `_moves.py`: `python grammar/build.py`.

With `--check`: are they fresh?

lark builds the LALR(1) table. Here it is unrolled into a machine of few states, and each state into straight code:

- A *state* is what lark's parser has on its stack since the last open bracket. Without brackets the language is
  regular, so there are few, and which reductions a terminal brings about is known beforehand in each of them.
- A *move* is what one terminal does in a state: its effects on the value, in the order of the reductions, and the
  state that follows. An opening bracket also says in which state to resume once it is closed.
- States that cannot be told apart are one.

`_machine.py` holds the machine as code, to read a text fast; `_moves.py` the same as data, to walk through any text and
say what stands where, and what could.

The numbers that lark gives depend on the hash seed; here states are numbered breadth first over sorted terminals, so
that the module has the same bytes everywhere.
"""

from __future__ import annotations

import inspect
import logging
import re
import sys
from pathlib import Path
from typing import NamedTuple

from lark import Lark, logger

HERE = Path(__file__).parent
SYNTAX = HERE.parent / "shorthand" / "syntax"

# What a terminal does to the value when it is shifted; the others do nothing by themselves.
SHIFTS = {
    "KEY": "key",
    "FILE_KEY": "file_key",
    "WORD": "word",
    "ELEMENT": "word",
    "SINGLE_QUOTED": "single",
    "DOUBLE_QUOTED": "double",
    "_OPEN_LIST": "open_list",
    "_OPEN_MAP": "open_map",
    "_CLOSE_LIST": "close",
    "_CLOSE_MAP": "close",
    "DROPPED": "dropped",
    "$END": "end",
}

# The code of each effect. `match` is the terminal's; `inside` the dict or list that is being filled, `key` and `value`
# the pair or item at hand, `items` a list without brackets; `reads` says whether the key has "@=", `last` whether the
# last key met has it. To give up leaves it to the tree reader to say what is wrong.
CODE = {
    "key": """
        key, value = match[{group}], ""
        reads = last = False
    """,
    "file_key": """
        key, value = match[{group}], ""
        reads = last = flagged = True
    """,
    "word": r"""
        value = match[0].rstrip()
        if "\\" in value:
            value = match[0].replace("\\,", ",").rstrip()
    """,
    "single": r"""
        value = match[{group}]
        if "\\" in value:
            value = value.replace("\\'", "'").replace("\\\\", "\\")
    """,
    "double": r"""
        value = match[{group}]
        if "\\" in value:
            value = value.replace('\\"', '"').replace("\\\\", "\\")
    """,
    "file": """
        if flagged and value.startswith(FILE_PREFIXES):
            if strict and reads != last:
                return None
            if last:
                value = content(match, value)
    """,
    "begin": "items = [value]",
    "add": """
        items.append(value)
        value = items
    """,
    "store": """
        if key in inside and (strict or not stack):
            return None
        inside[key] = value
    """,
    "append": "inside.append(value)",
    "append_empty": 'inside.append("")',
    "open_list": """
        stack.append((inside, key, reads, {resume}))
        if len(stack) > DEEPEST:
            return None
        inside = []
    """,
    "open_map": """
        stack.append((inside, key, reads, {resume}))
        if len(stack) > DEEPEST or (reads and strict):
            return None
        inside = {{}}
    """,
    "close": """
        value = inside
        inside, key, reads, state = stack.pop()
    """,
    "dropped": """
        if strict:
            return None
    """,
    "end": "return inside",
}

HEAD = '''"""The machine that reads a text. Generated from the grammar by grammar/build.py; not to be edited."""

# ruff: noqa
# fmt: off
# mypy: ignore-errors

import re

from shorthand.syntax.raw import DEEPEST, FILE_PREFIXES


def run(text, strict, content):
    """The raw value of `text`; None for one that is wrong, or in the strict reading would lose something.

    `content(match, reference)` gives what a file reference stands for.
    """
    at = state = 0
    inside, stack = {}, []
    flagged = False
    while True:
'''

MOVES_HEAD = '''"""The machine as data. Generated from the grammar by grammar/build.py; not to be edited.

For each state its moves, in the order in which its scan tries their terminals, by the number of the terminal's group:
(terminal, effects, the state that follows, the state to resume in once the bracket that opens here is closed or -1).
"""

# ruff: noqa
# fmt: off

MOVES: tuple[dict[int, tuple[str, tuple[str, ...], int, int]], ...] = (
'''

TAIL = '''

def first_scan(number):
    """What stands in for a state's scan until it is first used: most texts meet few of the states."""
    def scan(text, at):
        compiled = globals()[f"scan_{number}"] = re.compile(PATTERNS[number]).match
        return compiled(text, at)
    return scan

'''

Stack = tuple[int, ...]


class Move(NamedTuple):
    """`resume` is the state after the bracket that opens here is closed; -1 for what opens none."""

    effects: tuple[str, ...]
    target: int
    resume: int = -1


class Machine:
    """The states that can be reached from the start, numbered as they are met."""

    def __init__(self, lark: Lark) -> None:
        table = lark.parser.parser.parser.parse_table
        self.actions = table.states
        self.terminals = sorted([terminal.name for terminal in lark.terminals] + ["$END"])
        self.numbers: dict[Stack, int] = {}
        self.moves: list[dict[str, Move]] = []
        start = (table.start_states["text"],)
        queue = [start]
        self.number(start, queue)
        for stack in queue:
            for terminal in self.terminals:
                move = self.move(stack, terminal, queue)
                if move:
                    self.moves[self.numbers[stack]][terminal] = move

    def number(self, stack: Stack, queue: list[Stack]) -> int:
        if stack not in self.numbers:
            self.numbers[stack] = len(self.moves)
            self.moves.append({})
            if stack not in queue:
                queue.append(stack)
        return self.numbers[stack]

    def move(self, stack: Stack, terminal: str, queue: list[Stack]) -> Move | None:
        """What `terminal` does in the state `stack`; None where it cannot stand."""
        states, effects = list(stack), []
        while True:
            action, argument = self.actions[states[-1]].get(terminal, (None, None))
            if action is None:
                return None
            if action.name == "Shift":
                break
            self.reduce(states, argument, effects)
            if terminal == "$END" and len(states) == 2 and states[-1] in self.ends():
                return Move((*effects, "end"), 0)
        effects += [SHIFTS[terminal]] if terminal in SHIFTS else []
        if terminal.startswith("_OPEN"):
            inner = (argument,)
            bracketed = self.bracketed(inner)
            resume = (*states, self.actions[states[-1]][bracketed][1])
            return Move(tuple(effects), self.number(inner, queue), self.number(resume, queue))
        states.append(argument)
        if terminal.startswith("_CLOSE"):
            # The bracket that opened is the first on the stack; what the rule held since decides on the last item.
            rule = self.only_rule(states[-1])
            if any(symbol.name == "item" for symbol in rule.expansion):
                effects.insert(-1, "append")
            return Move(tuple(effects), 0)
        while rule := self.only_rule(states[-1]):
            self.reduce(states, rule, effects)
        return Move(tuple(effects), self.number(tuple(states), queue))

    def ends(self) -> set[int]:
        return {state for state, actions in self.actions.items() if not actions}

    def only_rule(self, state: int):
        """The rule by which a state reduces whatever follows, or None."""
        found = {argument if action.name == "Reduce" else None for action, argument in self.actions[state].values()}
        return found.pop() if len(found) == 1 else None

    def reduce(self, states: list[int], rule, effects: list[str]) -> None:
        name = rule.origin.name
        parts = [symbol.name for symbol in rule.expansion]
        if name == "pair" or rule.alias == "pair":
            effects.append("store")
        elif name == "first_of_list":
            effects.append("begin")
        elif name.startswith("__comma_list"):
            effects.append("add")
        elif name == "_slot":
            effects.append("append" if parts[0] == "item" else "append_empty")
        if parts:
            del states[-len(parts) :]
        states.append(self.actions[states[-1]][rule.origin.name][1])

    def bracketed(self, inner: Stack) -> str:
        """The production of the bracket whose inside begins with the state `inner`."""
        close = next(
            argument for name, (action, argument) in self.actions[inner[0]].items() if name.startswith("_CLOSE")
        )
        return self.only_rule(close).origin.name


def minimal(moves: list[dict[str, Move]]) -> list[dict[str, Move]]:
    """The same machine, with states that cannot be told apart made one."""
    kinds = [0] * len(moves)
    while True:
        signs = [
            tuple((terminal, move.effects, kinds[move.target], kinds[move.resume]) for terminal, move in state.items())
            for state in moves
        ]
        order = {sign: number for number, sign in reversed(list(enumerate(dict.fromkeys(signs))))}
        found = [order[sign] for sign in signs]
        if found == kinds:
            break
        kinds = found
    merged: dict[int, dict[str, Move]] = {}
    for kind, state in zip(kinds, moves, strict=True):
        merged.setdefault(
            kind,
            {
                terminal: Move(move.effects, kinds[move.target], -1 if move.resume < 0 else kinds[move.resume])
                for terminal, move in state.items()
            },
        )
    return [merged[kind] for kind in sorted(merged)]


def compiled() -> dict[str, str]:
    """The text of each generated module by its file's name."""
    conflicts: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: conflicts.append(record.getMessage())  # type: ignore[method-assign]
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    lark = Lark(
        (HERE / "shorthand.lark").read_text("utf-8"), parser="lalr", start="text", maybe_placeholders=False, debug=True
    )
    logger.removeHandler(handler)
    found = [message for message in conflicts if "onflict" in message]
    if found:
        raise SystemExit("\n".join(["the grammar has conflicts:", *found]))
    moves = minimal(Machine(lark).moves)
    # As lark's lexer does: the higher priority first, then the wider and the longer pattern.
    ordered = sorted(
        lark.terminals, key=lambda one: (-one.priority, -one.pattern.max_width, -len(one.pattern.value), one.name)
    )
    names = [*(terminal.name for terminal in ordered), "$END"]
    patterns = {terminal.name: terminal.pattern.to_regexp() for terminal in ordered} | {"$END": r"\Z"}
    scans = ["|".join(f"({patterns[name]})" for name in names if name in state) for state in moves]
    lines, table = [HEAD], [MOVES_HEAD.rstrip("\n")]
    for number, state in enumerate(moves):
        lines += [
            f"        if state == {number}:",
            f"            match = scan_{number}(text, at)",
            "            if match is None:",
            "                return None",
            "            at = match.end()",
            "            found = match.lastindex",
        ]
        present = [name for name in names if name in state]
        # A match numbers its groups from 1; those within a terminal's come after its own.
        counts = [1 + re.compile(patterns[name]).groups for name in present]
        groups = {name: 1 + sum(counts[:index]) for index, name in enumerate(present)}
        table.append(f"    {{  # {number}")
        for name in present:
            move = state[name]
            effects = "".join(f'"{effect}", ' for effect in move.effects)
            table.append(f'        {groups[name]}: ("{name}", ({effects.rstrip()}), {move.target}, {move.resume}),')
        table.append("    },")
        for name in sorted(present, key=lambda name: state[name].effects[:1] not in {("word",), ("key",)}):
            word = "if" if lines[-1].endswith("lastindex") else "elif"
            lines.append(f"            {word} found == {groups[name]}:  # {name}")
            lines += [f"                {line}" for line in code(number, state[name], groups[name] + 1)]
    lines += ["", "", "PATTERNS = (", *(f"    {scan!a}," for scan in scans), ")", TAIL]
    lines.append(
        ", ".join(f"scan_{number}" for number in range(len(moves))) + " = map(first_scan, range(len(PATTERNS)))"
    )
    return {"_machine.py": "\n".join([*lines, ""]), "_moves.py": "\n".join([*table, ")", ""])}


def code(number: int, move: Move, group: int) -> list[str]:
    """The lines of a move from state `number`; `group` is what its terminal stands for."""
    lines = []
    for effect in move.effects:
        lines += inspect.cleandoc(CODE[effect].format(resume=move.resume, group=group)).splitlines()
        if effect in ("word", "single", "double"):
            lines += inspect.cleandoc(CODE["file"]).splitlines()
    if move.effects[-1:] not in (("close",), ("end",)) and move.target != number:
        lines.append(f"state = {move.target}")
    return lines or ["pass"]


def main() -> None:
    """Write the modules, or with --check fail where one is not what would be written."""
    for name, text in compiled().items():
        target = SYNTAX / name
        if "--check" not in sys.argv[1:]:
            target.write_text(text, "utf-8", newline="\n")
        elif not target.exists() or target.read_text("utf-8") != text:
            raise SystemExit(f"{target} is not what the grammar compiles to: run python grammar/build.py")


if __name__ == "__main__":
    main()
