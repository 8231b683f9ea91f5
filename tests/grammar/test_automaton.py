"""The automaton: it accepts what lark's table accepts, and its effects are those of the rules."""

import pytest

from grammar.compiler.automaton import automaton_of
from grammar.compiler.compile_error import CompileError
from grammar.compiler.effects import Effect
from grammar.compiler.lark_table import read_grammar
from tests.grammar.samples import (
    accepted_by_table,
    effects_of,
    mutated,
    random_sequences,
    shorthand_grammar,
    shorthand_states,
)


def test_it_accepts_what_the_table_accepts() -> None:
    table, states = shorthand_grammar().table, shorthand_states()
    outcomes = set()
    for terminals in random_sequences(states, 3000):
        accepted = effects_of(states, terminals) is not None
        assert accepted == accepted_by_table(table, terminals), terminals
        outcomes.add((accepted, terminals[-1] == "$END"))
    assert len(outcomes) == 4


E = Effect
EFFECTS = {
    "Key=a": (["KEY", "WORD", "$END"], [E.KEY, E.WORD, E.ADD_PAIR, E.END]),
    "Key@=": (["FILE_KEY", "$END"], [E.FILE_KEY, E.EMPTY_VALUE, E.ADD_PAIR, E.END]),
    "Key=a,A='b'": (
        ["KEY", "WORD", "_PAIR_COMMA", "KEY", "SINGLE_QUOTED", "$END"],
        [E.KEY, E.WORD, E.ADD_PAIR, E.KEY, E.SINGLE_QUOTED, E.ADD_PAIR, E.END],
    ),
    "Key=a,,": (["KEY", "WORD", "_SECOND_COMMA", "_PAIR_COMMA"], [E.KEY, E.WORD, E.ADD_PAIR]),
    "Key=a,lost\\,": (["KEY", "WORD", "DROPPED", "_PAIR_COMMA"], [E.KEY, E.WORD, E.DROP_TEXT, E.ADD_PAIR]),
    "Key=,b,c": (
        ["KEY", "_LIST_COMMA", "ELEMENT", "_LIST_COMMA", "ELEMENT", "$END"],
        [E.KEY, E.EMPTY_VALUE, E.START_COMMA_LIST, E.WORD, E.ADD_ELEMENT, E.WORD, E.ADD_ELEMENT, E.ADD_PAIR, E.END],
    ),
    "Key=[a,,[]]": (
        ["KEY", "_OPEN_LIST", "WORD", "_COMMA", "_COMMA", "_OPEN_LIST", "_CLOSE_LIST", "_CLOSE_LIST", "$END"],
        [
            *(E.KEY, E.OPEN_LIST, E.WORD, E.ADD_ITEM, E.EMPTY_VALUE, E.ADD_ITEM),
            *(E.OPEN_LIST, E.CLOSE, E.ADD_ITEM, E.CLOSE, E.ADD_PAIR, E.END),
        ],
    ),
    "Key=[a,]": (
        ["KEY", "_OPEN_LIST", "WORD", "_COMMA", "_CLOSE_LIST"],
        [E.KEY, E.OPEN_LIST, E.WORD, E.ADD_ITEM, E.CLOSE],
    ),
    "Key={A=,B={}}": (
        ["KEY", "_OPEN_MAP", "KEY", "_COMMA", "KEY", "_OPEN_MAP", "_CLOSE_MAP", "_CLOSE_MAP", "$END"],
        [
            *(E.KEY, E.OPEN_MAP, E.KEY, E.EMPTY_VALUE, E.ADD_PAIR, E.KEY, E.OPEN_MAP, E.CLOSE),
            *(E.ADD_PAIR, E.CLOSE, E.ADD_PAIR, E.END),
        ],
    ),
}


@pytest.mark.parametrize(("terminals", "effects"), EFFECTS.values(), ids=list(EFFECTS))
def test_the_effects_of(terminals: list[str], effects: list[Effect]) -> None:
    assert effects_of(shorthand_states(), terminals) == effects


def test_the_start_is_the_first_state_and_only_brackets_resume() -> None:
    states = shorthand_states()
    assert set(states[0]) == {"KEY", "FILE_KEY"}
    for state in states:
        for terminal, transition in state.items():
            assert (transition.resume is not None) == terminal.startswith("_OPEN")
            assert (transition.target is None) == (terminal.startswith("_CLOSE") or terminal == "$END")


def test_a_bracket_that_cannot_close_at_once_is_refused() -> None:
    text = mutated("_OPEN_LIST _item_comma* _last_item? _CLOSE_LIST", "_OPEN_LIST _item_comma* _last_item _CLOSE_LIST")
    with pytest.raises(CompileError, match="expected one terminal that closes a bracket"):
        automaton_of(read_grammar(text).table)
