"""Compile `shorthand.lark` into two modules of `shorthand/syntax`: `python grammar/build.py`.

With `--check`: are they fresh?

lark builds the LALR(1) table. Here it is unrolled into a machine of few states, and each state into straight code:

- A *state* is what lark's parser has on its stack since the last open bracket. Without brackets the language is
  regular, so there are few, and which reductions a terminal brings about is known beforehand in each of them.
- A *move* is what one terminal does in a state: its effects on the value, in the order of the reductions, and the
  state that follows. An opening bracket also says in which state to resume once it is closed.
- States that cannot be told apart are one.
- A *run* is a sequence of terminals that often follow one another, and are found by one regular expression at once.

`_compiled_reader.py` holds the machine as code, to read a text fast; `_transitions.py` the same as data, to walk
through any text, terminal by terminal, and say what stands where, and what could.

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

# The runs. A terminal that begins one stands in its own place among those of the state, and may come alone; no other of
# the next state can begin as the next terminal does. What is likeliest is last, for it is asked for first.
RUNS = [
    ("KEY", "_OPEN_LIST"),  # Key=[
    ("KEY", "_OPEN_MAP"),  # Key={
    ("KEY", "WORD", "$END"),  # Key=a
    ("KEY", "WORD", "_CLOSE_MAP"),  # Key=a}
    ("KEY", "WORD", "_COMMA"),  # Key=a,  in braces
    ("_LIST_COMMA", "ELEMENT", "$END"),  # ,b
    ("WORD", "_CLOSE_LIST"),  # a]
    ("WORD", "_COMMA"),  # a,  in brackets
    ("_COMMA", "_OPEN_MAP"),  # ,{  in brackets
]
# These come before all others of the state, and need the key after the comma to tell it from them: where a key follows
# there is no element, nothing to drop and no second comma.
NEXT_PAIR_RUNS = [
    ("_PAIR_COMMA", "KEY", "_OPEN_LIST"),  # ,Key=[
    ("_PAIR_COMMA", "KEY", "_OPEN_MAP"),  # ,Key={
    ("_PAIR_COMMA", "KEY", "WORD", "$END"),  # ,Key=a
]

# The code of each effect. `match` is the run's, and `{group}` of it what the terminal stands for, `{whole}` all of the
# terminal; `inside` the dict or list that is being filled, `key` and `value` the pair or item at hand, `items` a list
# without brackets; `reads` says whether the key has "@=", `last` whether the last key met has it. To give up leaves it
# to the walk to say what is wrong.
CODE = {
    "key": """
        key = match[{group}]
        reads = last = False
    """,
    "file_key": """
        key = match[{group}]
        reads = last = flagged = True
    """,
    "word": r"""
        value = match[{whole}].rstrip()
        if "\\" in value:
            value = match[{whole}].replace("\\,", ",").rstrip()
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
                value = content(match, {whole}, value)
    """,
    "empty": 'value = ""',
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

    `content(match, group, reference)` gives what a file reference stands for.
    """
    at = state = 0
    inside, stack = {}, []
    flagged = False
    while True:
'''

MOVES_HEAD = '''"""The machine as data. Generated from the grammar by grammar/build.py; not to be edited.

For each state the pattern that finds the next terminal, in the order in which they are tried, and its moves, by the
number of the terminal's group: (terminal, effects, the state that follows, the state to resume in once the bracket that
opens here is closed or -1).
"""

# ruff: noqa
# fmt: off

MOVES: tuple[tuple[str, dict[int, tuple[str, tuple[str, ...], int, int]]], ...] = (
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
            effects.append("append")
        elif name == "empty":
            effects.append("empty")
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
    scans = [Scan(moves, number, names, patterns) for number in range(len(moves))]
    lines = [HEAD]
    for number, scan in enumerate(scans):
        lines += [
            f"        while state == {number}:",
            f"            match = scan_{number}(text, at)",
            "            if match is None:",
            "                return None",
            "            at = match.end()",
            "            found = match.lastindex",
        ]
        lines += [f"            {line}" for line in code(number, scan.steps)]
    lines += ["", "", "PATTERNS = (", *(f"    {scan.pattern!a}," for scan in scans), ")", TAIL]
    lines.append(
        ", ".join(f"scan_{number}" for number in range(len(moves))) + " = map(first_scan, range(len(PATTERNS)))"
    )
    return {
        "_compiled_reader.py": "\n".join([*lines, ""]),
        "_transitions.py": MOVES_HEAD + moves_as_data(moves, names, patterns),
    }


def moves_as_data(moves: list[dict[str, Move]], names: list[str], patterns: dict[str, str]) -> str:
    """The rows of the table, one state after the other."""
    lines = []
    for number, state in enumerate(moves):
        present = [name for name in names if name in state]
        pattern = "|".join(f"({patterns[name]})" for name in present)
        lines.append(f"    ({pattern!a}, {{  # {number}")
        group = 1
        for name in present:
            move = state[name]
            effects = "".join(f'"{effect}", ' for effect in move.effects).rstrip()
            lines.append(f'        {group}: ("{name}", ({effects}), {move.target}, {move.resume}),')
            # A match numbers its groups from 1; those within a terminal's come after its own.
            group += 1 + re.compile(patterns[name]).groups
        lines.append("    }),")
    return "\n".join([*lines, ")", ""])


class Step(NamedTuple):
    """A terminal in a scan: its group in a match, the last of those of what may follow it in a run, and its move.

    `alone` says whether nothing need follow it.
    """

    terminal: str
    group: int
    last: int
    move: Move
    alone: bool
    following: list[Step]


class Scan:
    """What finds the next terminals in a state: its runs, and then each terminal by itself.

    `steps` are what it may begin with. The last group of a match says how it went on.
    """

    def __init__(self, moves: list[dict[str, Move]], number: int, names: list[str], patterns: dict[str, str]) -> None:
        self.moves = moves
        self.patterns = patterns
        self.groups = 0
        pairs, steps = self.alternatives(number, NEXT_PAIR_RUNS, alone=False)
        runs = [run for name in names for run in [(name,), *RUNS] if run[0] == name]
        others, more = self.alternatives(number, runs)
        self.pattern = "|".join(pairs + others)
        self.steps = steps + more

    def alternatives(
        self, number: int, runs: list[tuple[str, ...]], alone: bool = True
    ) -> tuple[list[str], list[Step]]:
        """Those of the runs that can stand in the state, the first terminal `alone` too: patterns and first steps."""
        found, steps = [], []
        for name in dict.fromkeys(run[0] for run in runs):
            move = self.moves[number].get(name)
            if move is None:
                continue
            group = self.groups + 1
            self.groups += 1 + re.compile(self.patterns[name]).groups
            # An empty value is rare: no run goes on from one.
            rests = [run[1:] for run in runs if run[0] == name and len(run) > 1 and "empty" not in move.effects]
            after, following = self.alternatives(move.target, rests)
            if not (alone or after):
                self.groups = group - 1
                continue
            more = f"(?:{'|'.join([*after, ''] if alone else after)})" if after else ""
            found.append(f"({self.patterns[name]}){more}")
            steps.append(Step(name, group, self.groups, move, alone, following))
        return found, steps


def code(number: int, steps: list[Step], ended: Step | None = None) -> list[str]:
    """The lines that tell which of the steps a match took in state `number`, and do it; it may have `ended` before."""
    if ended:
        tests = [(f"if found >= {step.group}:  # {step.terminal}", body(number, step)) for step in reversed(steps)]
        tests.append(("else:", after(number, ended)))
    else:
        tests = [(f"if found <= {step.last}:  # {step.terminal}", body(number, step)) for step in steps]
    lines = []
    for test, then in tests:
        lines.append(f"el{test}" if lines and test != "else:" else test)
        lines += [f"    {line}" for line in then or ["pass"]]
    return lines


def body(number: int, step: Step) -> list[str]:
    """The lines of a step and of what follows it."""
    lines = []
    for effect in step.move.effects:
        for one in [effect, "file"] if effect in ("word", "single", "double") else [effect]:
            filled = CODE[one].format(resume=step.move.resume, whole=step.group, group=step.group + 1)
            lines += inspect.cleandoc(filled).splitlines()
    if not step.following:
        return lines + after(number, step)
    if step.alone:
        return lines + code(number, step.following, step)
    # There is but one way on.
    (only,) = step.following
    return lines + body(number, only)


def after(number: int, step: Step) -> list[str]:
    """The line that goes on to the state after the step, unless it is the same or its effects say which."""
    move = step.move
    return (
        [f"state = {move.target}"] if move.effects[-1:] not in (("close",), ("end",)) and move.target != number else []
    )


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
