"""Every rule and every terminal has its effect declared, or the build fails."""

import ast
import inspect

import pytest

from grammar.compiler.command import compiled
from grammar.compiler.compile_error import CompileError
from grammar.compiler.effects import OPENING, RULES, TERMINALS, Effect, check_declared
from tests.grammar.samples import TEXT, mutated, shorthand_grammar

ADD = "add it to grammar/compiler/effects.py"
REMOVE = "remove it from grammar/compiler/effects.py"

MUTATED = {
    "a rule renamed": (
        TEXT.replace("empty", "nothing"),
        [
            f"the rule nothing has no effect declared: {ADD}",
            f"the rule nothing_member has no effect declared: {ADD}",
            f"the rule empty is not in the grammar: {REMOVE}",
            f"the rule empty_member is not in the grammar: {REMOVE}",
        ],
    ),
    "a rule added": (
        mutated("text: pair (_PAIR_COMMA", "text: pair (_separator").replace(
            "comma_list: ", "_separator: _PAIR_COMMA\ncomma_list: "
        ),
        [f"the rule _separator has no effect declared: {ADD}"],
    ),
    "a rule removed": (
        mutated("_last_item? _CLOSE_LIST", "item? _CLOSE_LIST").replace("_last_item: item ", "// "),
        [f"the rule _last_item is not in the grammar: {REMOVE}"],
    ),
    "a terminal added": (
        mutated("text: pair (_PAIR_COMMA pair)*", "text: pair (_PAIR_COMMA pair)* _SEMICOLON?\n_SEMICOLON: /;/"),
        [f"the terminal _SEMICOLON has no effect declared: {ADD}"],
    ),
    "a terminal renamed": (
        TEXT.replace("DROPPED", "LOST"),
        [
            f"the terminal LOST has no effect declared: {ADD}",
            f"the terminal DROPPED is not in the grammar: {REMOVE}",
        ],
    ),
    "a terminal removed": (
        mutated("!_skipped: _SECOND_COMMA ", "!_skipped: DROPPED // ")
        .replace("         | DROPPED ", "// ")
        .replace("_SECOND_COMMA.2:", "//"),
        [f"the terminal _SECOND_COMMA is not in the grammar: {REMOVE}"],
    ),
}


@pytest.mark.parametrize(("text", "problems"), MUTATED.values(), ids=list(MUTATED))
def test_a_changed_grammar_does_not_compile(text: str, problems: list[str]) -> None:
    with pytest.raises(CompileError) as caught:
        compiled(text)
    assert str(caught.value).splitlines() == problems


def test_the_declarations_are_those_of_the_grammar() -> None:
    check_declared(shorthand_grammar().rules, shorthand_grammar().terminals)


def test_every_effect_is_used() -> None:
    assert {*RULES.values(), *TERMINALS.values()} - {None} == {*Effect}


@pytest.mark.parametrize("effect", Effect)
def test_the_code_of_an_effect_is_python(effect: Effect) -> None:
    code = inspect.cleandoc(effect.code.format(whole=1, group=2, resume="START"))
    ast.parse(f"def function():\n    {code.replace(chr(10), chr(10) + '    ')}")
    assert effect.meaning.endswith(".")


def test_only_what_opens_a_bracket_pushes_the_state_to_resume_in() -> None:
    assert {effect for effect in Effect if "{resume}" in effect.code} == OPENING
