"""`shorthand fuzz`."""

import json

import pytest

from tests.cli.command import PAGE, run

SOURCES = f"{PAGE}#--sources"


def test_every_text_is_valid_and_a_seed_repeats_the_texts() -> None:
    code, printed, said = run("fuzz", "-s", SOURCES, "-n", "200", "--seed", "1")
    assert (code, said) == (0, "")
    assert len(printed.splitlines()) == 200
    assert run("fuzz", "-s", SOURCES, "-n", "200", "--seed", "1")[1] == printed
    assert run("check", "-s", SOURCES, stdin=printed) == (0, "", "")


def test_every_broken_text_is_invalid() -> None:
    _, printed, _ = run("fuzz", "-s", SOURCES, "-n", "100", "--seed", "1", "--broken")
    code, converted, said = run("to-json", "-s", SOURCES, stdin=printed)
    assert (code, converted) == (2, "")
    for number in range(1, 101):
        assert f"line {number}: " in said


@pytest.mark.parametrize(("options", "between", "end"), [((), "\t", "\n"), (("--null",), "\0", "\0")])
def test_each_text_may_be_followed_by_its_json(options: tuple[str, ...], between: str, end: str) -> None:
    _, printed, _ = run("fuzz", "-s", SOURCES, "-n", "50", "--seed", "1", "--with-json", *options)
    parts = printed.removesuffix(end).replace(end, between).split(between)
    texts, values = parts[::2], parts[1::2]
    assert len(texts) == len(values) == 50
    _, converted, _ = run("to-json", "-s", SOURCES, "--null", stdin="\0".join(texts))
    assert [json.loads(line) for line in converted.split("\n")[:-1]] == [json.loads(value) for value in values]


def test_without_a_seed_the_chosen_one_is_shown() -> None:
    code, printed, said = run("fuzz", "-s", SOURCES, "-n", "3")
    assert code == 0
    assert said.startswith("seed ")
    assert run("fuzz", "-s", SOURCES, "-n", "3", "--seed", said.split()[1])[1] == printed


def test_options_that_exclude_each_other() -> None:
    assert run("fuzz", "-s", SOURCES, "--broken", "--with-json")[0] == 2
    code, _, said = run("fuzz", "-s", f"{PAGE}#--names", "--broken", "--seed", "1")
    assert code == 2
    assert "none is broken" in said
