"""Turn lark's LALR(1) table into an automaton: states, and what each terminal does in each of them."""

from __future__ import annotations

from typing import NamedTuple

from grammar.compiler.compile_error import CompileError
from grammar.compiler.effects import OPENING, RULES, TERMINALS, Effect
from grammar.compiler.lark_table import END, Reduce, Rule, Shift, Table

LarkStates = tuple[int, ...]
"""The states that lark's parser has on its stack since the last open bracket."""


class Transition(NamedTuple):
    """What one terminal does in one state.

    Attributes:
        effects: What happens to the value, in this order.
        target: The next state; None where a bracket closes, because its opening says where to resume, and at the end.
        resume: The state after the bracket that opens here is closed; None where no bracket opens.
    """

    effects: tuple[Effect, ...]
    target: int | None
    resume: int | None = None


State = dict[str, Transition]
"""The transitions of a state by the terminal."""


def automaton_of(table: Table) -> list[State]:
    """Return the states that can be reached from the start, which is the first. Each number is an index into them."""
    return _Builder(table).states


class _Builder:
    """Numbers the states breadth first, in the order in which they are met."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.numbers: dict[LarkStates, int] = {}
        self.states: list[State] = []
        self.queue: list[LarkStates] = []
        terminals = sorted({terminal for actions in table.actions.values() for terminal in actions})
        self.number((table.start,))
        for stack in self.queue:  # it grows meanwhile
            for terminal in terminals:
                transition = self.transition(stack, terminal)
                if transition:
                    self.states[self.numbers[stack]][terminal] = transition

    def number(self, stack: LarkStates) -> int:
        """Return the number of a state, and queue it if it is new."""
        if stack not in self.numbers:
            self.numbers[stack] = len(self.states)
            self.states.append({})
            self.queue.append(stack)
        return self.numbers[stack]

    def transition(self, stack: LarkStates, terminal: str) -> Transition | None:
        """Return what `terminal` does in the state `stack`; None where it is not allowed."""
        states, effects = list(stack), list[Effect]()
        action = self.table.actions[states[-1]].get(terminal)
        while isinstance(action, Reduce):
            self.reduce(states, action.rule, effects)
            action = self.table.actions[states[-1]].get(terminal)
        effect = TERMINALS[terminal]
        if effect:
            effects.append(effect)
        if terminal == END:
            return Transition(tuple(effects), None) if states[-1] == self.table.end else None
        if action is None:
            return None
        if effect in OPENING:
            inner = (action.state,)
            resume = (*states, self.table.gotos[states[-1]][self.bracket_rule(inner)])
            return Transition(tuple(effects), self.number(inner), self.number(resume))
        if effect is Effect.CLOSE:
            return Transition(tuple(effects), None)
        states.append(action.state)
        while rule := self.only_rule(states[-1]):
            self.reduce(states, rule, effects)
        return Transition(tuple(effects), self.number(tuple(states)))

    def reduce(self, states: list[int], rule: Rule, effects: list[Effect]) -> None:
        """Complete a rule: replace the states of its symbols by the state after the rule."""
        # lark makes rules of `*` and `+` itself, which only repeat others.
        effect = None if rule.name.startswith("__") else RULES[rule.name]
        if effect:
            effects.append(effect)
        del states[len(states) - len(rule.symbols) :]
        states.append(self.table.gotos[states[-1]][rule.name])

    def only_rule(self, state: int) -> Rule | None:
        """Return the rule that is complete in a lark state whatever follows, or None."""
        actions = {*self.table.actions[state].values()}
        action = actions.pop() if len(actions) == 1 else None
        return action.rule if isinstance(action, Reduce) else None

    def bracket_rule(self, inner: LarkStates) -> str:
        """Return the name of the rule of the brackets whose inside starts with the state `inner`."""
        closings = [
            action.state
            for terminal, action in self.table.actions[inner[0]].items()
            if TERMINALS[terminal] is Effect.CLOSE and isinstance(action, Shift)
        ]
        rules = [self.only_rule(state) for state in closings]
        if len(rules) != 1 or rules[0] is None:
            raise CompileError("expected one terminal that closes a bracket right after the one that opens it")
        return rules[0].name
