"""What a variable is followed to is what bash puts there."""

from __future__ import annotations

import pytest

from shorthand.aws.scripts import Shell, SimpleCommand, expanded, follow_constants, read_script
from tests.aws.scripts import real_shells
from tests.aws.scripts.random_scripts import script
from tests.aws.scripts.shown import command

UNKNOWN = ["p", "‹variable $A›"]


def calls(source: str, shell: Shell = Shell.BASH) -> list[list[str]]:
    """Return the words of each call of `p`."""
    followed = follow_constants(read_script(source, shell=shell))
    return [command(each) for each in followed.commands if each.name == "p"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("A='x y'; p \"$A\"", [["p", "x y"]]),
        ("A='x y'; p $A a${A}b", [["p", "x", "y", "ax", "yb"]]),
        ('A=x; B="$A-$C"; p "$B"', [["p", "x-‹variable $C›"]]),
        ("A=x; p $A; A=y; p $A; A+=z; p $A", [["p", "x"], ["p", "y"], ["p", "yz"]]),
        ('A=(x \'y z\'); A+=(w); p "${A[@]}" ${A[1]} "<${A[*]}>"', [["p", "x", "y z", "w", "y", "z", "<x y z w>"]]),
        ('A=(); p "${A[@]}" b', [["p", "b"]]),
        ("export A=x; p $A", [["p", "x"]]),
        ("f() { local A=x; p $A; }; A=y; f; p $A", [["p", "x"], ["p", "y"]]),
        ("A=x; f() { p $A; }; f", [["p", "x"]]),
        ("A=x; for i in 1 2; do p $A; done; (p $A)", [["p", "x"], ["p", "x"]]),
        ("A=x; p ${A:-y} ${A?}", [["p", "x", "x"]]),
        ('A=$(cat <<\'E\'\n{"a": 1}\nE\n); p "$A"', [["p", '{"a": 1}']]),
        ('A=; p $A "$A"', [["p", ""]]),
        ("A=x; p {$A,y}", [["p", "x", "y"]]),
    ],
)
def test_constants_are_followed(source: str, expected: list[list[str]]) -> None:
    assert calls(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "p $A",
        "p $A; A=x",
        "if a; then A=x; fi; p $A",
        "a && A=x; p $A",
        "A=x | b; p $A",
        "A=x & p $A",
        "(A=x); p $A",
        "for A in x; do :; done; p $A",
        "A=x; read A; p $A",
        "A=x; unset A; p $A",
        "A=x; printf -v A y; p $A",
        "A=x; eval b; p $A",
        "A=x; source b; p $A",
        "A=x; . b; p $A",
        "A=x; f() { A=y; }; f; p $A",
        "f() { A=x; }; f; p $A",
        "A=x; ((A++)); p $A",
        "A=x b; p $A",
        "A=x p $A",
        "A=x; f() { p $A; }; A=y; f",
        "A+=x; p $A",
        "declare -i A=x; p $A",
        "A='*'; p $A",
        "IFS=,; A=x; p $A",
        "A=x; f() { eval b; }; p $A",
    ],
)
def test_what_is_not_certain_is_not_followed(source: str) -> None:
    assert calls(source) == [UNKNOWN]


def test_zsh_does_not_split_variables() -> None:
    assert calls("A='x y'; p $A", Shell.ZSH) == [["p", "x y"]]


def test_variables_in_a_region_that_does_not_parse_are_not_followed() -> None:
    assert calls("A=x\nfor A\ndo b\ndone\np $A\n")[-1] == UNKNOWN


def test_many_uses_of_a_large_array_take_little_time() -> None:
    assert calls("A=(" + "x " * 1000 + ')\np "${A[@]}"\n')[0] == ["p", "‹variable ${A[@]}›"]


@pytest.mark.skipif(not real_shells.is_installed("bash"), reason="bash is not installed")
def test_random_scripts_call_programs_with_these_words() -> None:
    scripts = [script(seed) for seed in range(1500)]
    certain, differences = 0, []
    for source, run in zip(scripts, real_shells.arguments(scripts), strict=True):
        followed = follow_constants(read_script(source, templates=False))
        by_number = {each.words[1].text: each for each in followed.commands if each.name == "p"}
        for call in run or ():
            found, is_whole = certain_words(by_number[call[0]])
            certain += is_whole
            if (call if is_whole else call[: len(found)]) != found:
                differences.append((source, call, found))
    assert not differences
    assert certain > 2000


def certain_words(found: SimpleCommand) -> tuple[list[str], bool]:
    """Return the words up to the first one that is not certain, and whether these are all."""
    texts: list[str] = []
    for word in expanded(found)[1:]:
        if word.text is None:
            return texts, False
        texts.append(word.text)
    return texts, True
