"""What the tests of several stages need: the grammar and mutated copies of it, and random sequences of terminals."""

import random
from collections.abc import Iterator

from grammar.compiler.automaton import State, automaton_of
from grammar.compiler.command import GRAMMAR
from grammar.compiler.effects import Effect
from grammar.compiler.lark_table import END, Grammar, Reduce, Table, read_grammar

TEXT = GRAMMAR.read_text("utf-8")


def mutated(old: str, new: str) -> str:
    """Return the text of the grammar with one change in it."""
    assert old in TEXT
    return TEXT.replace(old, new)


def shorthand_grammar() -> Grammar:
    return read_grammar(TEXT)


def shorthand_states() -> list[State]:
    return automaton_of(shorthand_grammar().table)


def accepted_by_table(table: Table, terminals: list[str]) -> bool:
    """Return whether an LALR parser that runs the table accepts the terminals, up to the end of the text or not."""
    stack = [table.start]
    for terminal in terminals:
        action = table.actions[stack[-1]].get(terminal)
        while isinstance(action, Reduce):
            del stack[len(stack) - len(action.rule.symbols) :]
            stack.append(table.gotos[stack[-1]][action.rule.name])
            action = table.actions[stack[-1]].get(terminal)
        if terminal == END:
            return stack[-1] == table.end
        if action is None:
            return False
        stack.append(action.state)
    return True


def effects_of(states: list[State], terminals: list[str]) -> list[Effect] | None:
    """Return the effects of the terminals from the start of an automaton; None if it rejects them."""
    state, resumes, effects = 0, list[int](), list[Effect]()
    for terminal in terminals:
        transition = states[state].get(terminal)
        if transition is None:
            return None
        effects += transition.effects
        if transition.resume is not None:
            resumes.append(transition.resume)
        if transition.target is not None:
            state = transition.target
        elif terminal != END:
            state = resumes.pop()
    return effects


def random_sequences(states: list[State], count: int) -> Iterator[list[str]]:
    """Yield sequences of terminals that the automaton accepts, some with a terminal that does not belong there."""
    choose = random.Random("sequences")
    every = sorted({terminal for state in states for terminal in state})
    for _ in range(count):
        state, resumes, terminals = 0, list[int](), list[str]()
        for _ in range(choose.randint(1, 20)):
            terminal = choose.choice(sorted(states[state]))
            terminals.append(terminal)
            transition = states[state][terminal]
            if transition.resume is not None:
                resumes.append(transition.resume)
            if terminal == END:
                break
            state = resumes.pop() if transition.target is None else transition.target
        if choose.random() < 0.5 and terminals[-1] != END:
            terminals.append(choose.choice(every))
        yield terminals
