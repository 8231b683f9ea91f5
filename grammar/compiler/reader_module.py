"""Write `_compiled_reader.py`: the automaton as code that reads a text in one loop."""

from __future__ import annotations

import inspect
from collections.abc import Iterable

from grammar.compiler.effects import Effect
from grammar.compiler.scans import Scan, Step
from grammar.compiler.state_names import Name
from grammar.compiler.terminal_patterns import constants

_HEAD = '''"""The reader of texts. Generated from the grammar by grammar/build.py. Do not edit."""

# ruff: noqa
# fmt: off
# mypy: ignore-errors

from __future__ import annotations

import re

from shorthand.syntax.raw import DEEPEST, FILE_PREFIXES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from shorthand.syntax.raw import Raw

    Content: TypeAlias = Callable[[re.Match[str], int, str], str | bytes]

# The states, each with a text that leads to it. They are compared by identity, which is the fastest.

'''

_PATTERNS = """
# The regular expressions of the terminals and of their parts, under the names that they have in the grammar.

"""

_SCANS = '''
# The scans: what finds the next terminals in each state.


def _lazy(name, pattern):
    """Return a scan that compiles its pattern when it is first used, because most texts need few of the scans."""
    def scan(text, position):
        compiled = globals()[name] = re.compile(pattern).match
        return compiled(text, position)
    return scan


'''

_RUN = '''

def run(text: str, strict: bool, content: Content | None) -> dict[str, Raw] | None:
    """Return the raw value of `text`, or None for a text that is wrong or, when strict, would lose something.

    In each state the scan finds the next terminals, and the last group of its match tells which they are: each
    condition on `group` has the terminal in its comment.

    Args:
        text: The text.
        strict: Whether a loss is an error.
        content: Returns what a file reference refers to, for the match of a terminal, the group of the reference as
            written and the reference without quotes. None for a text without "@", which has no file references.
    """
    position = 0
    state = START
    container, stack = {}, []
    any_file_key = False
    while True:
'''


def reader_module(patterns: dict[str, str], names: list[Name], scans: list[Scan]) -> str:
    """Return the text of the module.

    Args:
        patterns: The regular expressions of the terminals and of their parts, by name, in the order of the grammar.
        names: The names of the states.
        scans: The scans of the states.
    """
    states = list(zip(names, scans, strict=True))
    return "".join(
        [
            _HEAD,
            _joined(f"{name.name} = {number}  # {name.example}" for number, name in enumerate(names)),
            _PATTERNS,
            _joined(constants(patterns)),
            _SCANS,
            _joined(line for name, scan in states for line in _scan(name, scan)),
            _RUN,
            _joined(f"        {line}" for name, scan in states for line in _Code(names, name).of_state(scan)),
        ]
    )


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _scan_name(state: Name) -> str:
    return f"scan_{state.name.lower()}"


def _scan(state: Name, scan: Scan) -> list[str]:
    """Return the lines that define the scan of a state, one for each alternative."""
    first, *others = scan.alternatives
    lines = [f'f"{first}"', *(f'f"|{other}"' for other in others)]
    return [f'{_scan_name(state)} = _lazy("{_scan_name(state)}", (', *(f"    {line}" for line in lines), "))"]


class _Code:
    """The code of one state."""

    def __init__(self, names: list[Name], name: Name) -> None:
        self.names = names
        self.name = name

    def of_state(self, scan: Scan) -> list[str]:
        """Return the lines that find the next terminals and take them in, until another state follows."""
        return [
            f"while state is {self.name.name}:",
            f"    match = {_scan_name(self.name)}(text, position)",
            "    if match is None:",
            "        return None",
            "    position = match.end()",
            "    group = match.lastindex",
            *_indented(self.choice([(f"group <= {step.last}", step) for step in scan.steps], None)),
        ]

    def choice(self, conditions: list[tuple[str, Step]], ended: Step | None) -> list[str]:
        """Return the lines that tell which steps a match took, by conditions on its last group, and take them.

        Args:
            conditions: For each step the condition under which the match took it.
            ended: The step that the match ends with where no condition is true; None where one is always true.
        """
        lines: list[str] = []
        for word, (condition, step) in zip(["if", *["elif"] * len(conditions)], conditions, strict=False):
            lines += [f"{word} {condition}:  # {step.terminal}", *_indented(self.step(step))]
        if ended:
            lines += ["else:", *_indented(self.next_state(ended) or [f"pass  # {self.name.name} again"])]
        return lines

    def step(self, step: Step) -> list[str]:
        """Return the lines that take in a terminal and those that follow it in the match."""
        lines = []
        for effect in step.transition.effects:
            lines += self.effect(effect, step)
        if not step.following:
            return lines + (self.next_state(step) or ([] if lines else [f"pass  # {self.name.name} again"]))
        if step.alone:
            following = [(f"group >= {one.group}", one) for one in reversed(step.following)]
            return lines + self.choice(following, step)
        # The match goes on, and there is only one way.
        (only,) = step.following
        return lines + self.step(only)

    def effect(self, effect: Effect, step: Step) -> list[str]:
        """Return the lines of an effect."""
        resume = step.transition.resume
        code = effect.code.format(
            resume=None if resume is None else self.names[resume].name, whole=step.group, group=step.group + 1
        )
        return [line for line in inspect.cleandoc(code).splitlines() if line.strip()]

    def next_state(self, step: Step) -> list[str]:
        """Return the line that goes to the next state; none where it is the same or the effects set it."""
        target = step.transition.target
        if target is None or self.names[target] == self.name:
            return []
        return [f"state = {self.names[target].name}"]


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]
