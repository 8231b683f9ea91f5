"""The names of the states. Each state has exactly one."""

from __future__ import annotations

from typing import NamedTuple

from grammar.compiler.automaton import State
from grammar.compiler.compile_error import CompileError
from grammar.compiler.lark_table import END


class Name(NamedTuple):
    """The name of a state.

    Attributes:
        name: The name.
        terminals: Terminals that lead to the state from the start.
        example: A text of these terminals, to explain the name.
    """

    name: str
    terminals: tuple[str, ...]
    example: str


NAMES = (
    Name("START", (), 'nothing, or "Key=a," where another pair follows'),
    Name("AFTER_KEY", ("KEY",), "Key="),
    Name("AFTER_SCALAR", ("KEY", "WORD"), "Key=a"),
    Name("AFTER_SKIPPED", ("KEY", "WORD", "_SECOND_COMMA"), 'the "Key=a," of Key=a,,Other=b'),
    Name("BEFORE_ELEMENT", ("KEY", "WORD", "_LIST_COMMA"), 'the "Key=a," of Key=a,b'),
    Name("AFTER_ELEMENT", ("KEY", "WORD", "_LIST_COMMA", "ELEMENT"), "Key=a,b"),
    Name("AFTER_BRACKETS", ("KEY", "_OPEN_LIST", "_CLOSE_LIST"), "Key=[a] and Key={A=b}"),
    Name("IN_LIST", ("KEY", "_OPEN_LIST"), "Key=[ and Key=[a,"),
    Name("AFTER_ITEM", ("KEY", "_OPEN_LIST", "WORD"), "Key=[a"),
    Name("IN_MAP", ("KEY", "_OPEN_MAP"), "Key={ and Key={A=b,"),
    Name("AFTER_MEMBER_KEY", ("KEY", "_OPEN_MAP", "KEY"), "Key={A="),
    Name("AFTER_MEMBER", ("KEY", "_OPEN_MAP", "KEY", "WORD"), "Key={A=b"),
    Name("AFTER_MEMBER_BRACKETS", ("KEY", "_OPEN_MAP", "KEY", "_OPEN_LIST", "_CLOSE_LIST"), "Key={A=[b]"),
)


def names_of(states: list[State], names: tuple[Name, ...] = NAMES) -> list[Name]:
    """Return the name of each state, in the order of the states.

    Raises:
        CompileError: A state has no name or two names, or the terminals of a name lead nowhere.
    """
    found: dict[int, Name] = {}
    for name in names:
        number = _follow(states, name)
        if number in found:
            raise CompileError(f"the names {found[number].name} and {name.name} are of one state: remove one of them")
        found[number] = name
    for number, state in enumerate(states):
        if number not in found:
            raise CompileError(
                f"a state has no name: it is the one after {' '.join(_way_to(states, number)) or 'nothing'}, and "
                f"allows {', '.join(state)}. Add a name to grammar/compiler/state_names.py"
            )
    return [found[number] for number in range(len(states))]


def _follow(states: list[State], name: Name) -> int:
    """Return the number of the state that the terminals of a name lead to."""
    current, resumes = 0, list[int]()
    for terminal in name.terminals:
        transition = states[current].get(terminal)
        if transition is None or terminal == END:
            raise CompileError(f"the terminals of the name {name.name} lead nowhere: {terminal} is not allowed there")
        if transition.resume is not None:
            resumes.append(transition.resume)
        current = resumes.pop() if transition.target is None else transition.target
    return current


def _way_to(states: list[State], wanted: int) -> tuple[str, ...]:
    """Return terminals that lead from the start to a state, for a message; "..." is what brackets contain."""
    ways: dict[int, tuple[str, ...]] = {0: ()}
    queue = [0]
    for number in queue:  # it grows meanwhile
        for terminal, transition in states[number].items():
            nexts = [(transition.target, (terminal,)), (transition.resume, (terminal, "..."))]
            for target, step in nexts:
                if target is not None and target not in ways:
                    ways[target] = (*ways[number], *step)
                    queue.append(target)
    return ways[wanted]
