"""`shorthand fuzz`, as a user runs it."""

import json

import pytest

from tests.cli.test_cli_main import OURS, run

SOURCES = f"{OURS}#--sources"


def test_every_text_reads_and_a_seed_gives_the_same_again() -> None:
    code, printed, said = run("fuzz", "-s", SOURCES, "-n", "200", "--seed", "1")
    assert (code, said) == (0, "")
    assert len(printed.splitlines()) == 200
    assert run("fuzz", "-s", SOURCES, "-n", "200", "--seed", "1")[1] == printed
    assert run("check", "-s", SOURCES, stdin=printed) == (0, "", "")


def test_no_broken_text_reads() -> None:
    _, printed, _ = run("fuzz", "-s", SOURCES, "-n", "100", "--seed", "1", "--broken")
    code, converted, said = run("to-json", "-s", SOURCES, stdin=printed)
    assert (code, converted) == (2, "")
    for number in range(1, 101):
        assert f"line {number}: " in said


@pytest.mark.parametrize(("options", "between", "end"), [((), "\t", "\n"), (("--null",), "\0", "\0")])
def test_json_goes_with_each_text(options: tuple[str, ...], between: str, end: str) -> None:
    _, printed, _ = run("fuzz", "-s", SOURCES, "-n", "50", "--seed", "1", "--with-json", *options)
    parts = printed.removesuffix(end).replace(end, between).split(between)
    texts, values = parts[::2], parts[1::2]
    assert len(texts) == len(values) == 50
    _, converted, _ = run("to-json", "-s", SOURCES, "--null", stdin="\0".join(texts))
    assert [json.loads(line) for line in converted.split("\n")[:-1]] == [json.loads(value) for value in values]


def test_without_a_seed_it_says_which_it_took() -> None:
    code, printed, said = run("fuzz", "-s", SOURCES, "-n", "3")
    assert code == 0
    assert said.startswith("seed ")
    assert run("fuzz", "-s", SOURCES, "-n", "3", "--seed", said.split()[1])[1] == printed


def test_what_cannot_be() -> None:
    assert run("fuzz", "-s", SOURCES, "--broken", "--with-json")[0] == 2
    code, _, said = run("fuzz", "-s", f"{OURS}#--names", "--broken", "--seed", "1")
    assert code == 2
    assert "none is broken" in said
