"""The first stage: lark's table and patterns, and the grammars that are refused."""

import pytest

from grammar.compiler.compile_error import CompileError
from grammar.compiler.lark_table import END, Reduce, Rule, Shift, read_grammar
from tests.grammar.samples import mutated, shorthand_grammar


def test_a_small_grammar_has_a_small_table() -> None:
    grammar = read_grammar('text: _pair\n_pair: KEY "b"*\nKEY: "k"\n')
    table = grammar.table
    shift = table.actions[table.start]["KEY"]
    assert isinstance(shift, Shift)
    assert table.actions[shift.state][END] == Reduce(Rule("_pair", ("KEY",)))
    assert table.gotos[table.start]["text"] == table.end
    assert table.actions[table.end] == {}
    assert grammar.rules == {"text", "_pair"}
    assert grammar.terminals == {"KEY": "k", "B": "b", END: r"\Z"}


def test_terminals_are_in_the_order_in_which_lark_tries_them() -> None:
    grammar = read_grammar(
        'text: LOW | HIGH | WIDE | LONG | ALSO_LOW\nLOW: "l"\nALSO_LOW: "a"\nHIGH.2: "h"\nWIDE: /wi*/\nLONG: /[lmno]/'
    )
    assert list(grammar.terminals) == ["HIGH", "WIDE", "LONG", "ALSO_LOW", "LOW", END]


def test_patterns_are_in_the_order_of_the_grammar_and_include_the_parts() -> None:
    grammar = read_grammar('text: B\nB: _A "b"\n_A: "a"\n')
    assert grammar.patterns == {"B": "ab", "_A": "a", END: r"\Z"}
    assert list(grammar.patterns) == ["B", "_A", END]
    assert list(grammar.terminals) == ["B", END]


def test_the_white_space_of_the_grammar_is_one_part() -> None:
    space = shorthand_grammar().patterns["_SPACE"]
    assert sum(space in pattern for pattern in shorthand_grammar().terminals.values()) > 10


REFUSED = {
    "a shift/reduce conflict": (
        mutated("text: pair (_PAIR_COMMA pair)*", "text: pair (_SECOND_COMMA? _PAIR_COMMA pair)*"),
        "the grammar has conflicts:\nShift/Reduce conflict",
    ),
    "a reduce/reduce conflict": ("text: a | b\na: X\nb: X\nX: /x/\n", "lark rejects the grammar:\nReduce/Reduce"),
    "rules that are not used": (
        "text: X\none: X\nother: X\nX: /x/\n",
        "the grammar has rules that are not used:\nUnused rule: <one : X>\nUnused rule: <other : X>",
    ),
    "a terminal that is not used": (
        "text: X\nX: /x/\n_Y: /y/\n",
        "the terminal _Y is used by no rule and no terminal: use it or remove it",
    ),
    "an unknown name": ("text: X\n", "lark rejects the grammar:\nRule 'X' used but not defined"),
    "a text that is no grammar": ("text: (", "lark rejects the grammar"),
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=list(REFUSED))
def test_refuses(text: str, reason: str) -> None:
    with pytest.raises(CompileError) as caught:
        read_grammar(text)
    assert str(caught.value).startswith(reason)


def test_what_lark_logs_is_not_printed(capfd: pytest.CaptureFixture[str]) -> None:
    read_grammar("text: B\nB: _A /b/\n_A: /a/\n")
    assert capfd.readouterr() == ("", "")
