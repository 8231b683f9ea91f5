"""`shorthand to-shorthand`."""

import json

import pytest

from tests.cli.command import PAGE, run

ERRORS = [
    ("{", "invalid JSON"),
    ('{"a": null}', "shorthand has no null"),
    ('{"a": "b", "a": "c"}', "duplicate key"),
    ("[" * 5000 + "]" * 5000, "nested too deep"),
]


@pytest.mark.parametrize(("value", "message"), ERRORS)
def test_an_error_goes_to_standard_error(value: str, message: str) -> None:
    code, out, err = run("to-shorthand", value)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


def test_a_lone_surrogate_cannot_be_written() -> None:
    code, out, _ = run("to-shorthand", '{"a": "\\ud800"}')
    assert (code, out) == (2, "")


def test_tokens_are_quoted_for_a_shell() -> None:
    code, out, _ = run("to-shorthand", "-s", f"{PAGE}#--names", "--shell", "posix", '["a", "b, c"]')
    assert (code, out) == (0, "a 'b, c'\n")


def test_lines_quoted_for_a_shell_read_back_the_same() -> None:
    values = ['["a","b c"]', '["it\'s"]', '["x=1,y","[z"]']
    code, lines, err = run("to-shorthand", "-s", f"{PAGE}#--names", "--shell", "posix", stdin="\n".join(values))
    assert (code, err) == (0, "")
    assert lines.splitlines()[0] == "a 'b c'"
    assert run("to-json", "-s", f"{PAGE}#--names", "--shell", "posix", stdin=lines) == (0, "\n".join(values) + "\n", "")


def test_json_may_be_indented_and_values_may_follow_one_another() -> None:
    document = json.dumps({"a": "b"}, indent=2) + "\n" + json.dumps({"c": ["d", "e"]}, indent=2)
    assert run("to-shorthand", stdin=document) == (0, "a=b\nc=d,e\n", "")
    code, out, err = run("to-shorthand", stdin=document + "\n{]")
    assert (code, out) == (2, "a=b\nc=d,e\n")
    assert err.startswith("line 10: invalid JSON")


def test_a_text_that_contains_a_newline_needs_another_separator() -> None:
    stdin = '{"a": "b\\nc"}\n{"a": "d"}\n'
    code, out, err = run("to-shorthand", stdin=stdin)
    assert (code, out) == (2, "a=d\n")
    assert "separate the texts by NUL: --null" in err
    assert run("to-shorthand", "--null", stdin=stdin) == (0, "a=b\nc\0a=d\0", "")


def test_an_error_is_shown_in_its_json() -> None:
    code, out, err = run("to-shorthand", "-s", f"{PAGE}#--sources", '[{"Weight": 1}, {"weight": "x"}]')
    assert (code, out) == (2, "")
    assert err.startswith(
        "[1].weight: unknown member 'weight'\n"
        "  at line 1, column 18:\n"
        '    [{"Weight": 1}, {"weight": "x"}]\n'
        "                     ^~~~~~~~\n"
    )
    code, out, err = run("to-shorthand", stdin='{\n "a": "b",\n "c": null\n}\n')
    assert (code, out) == (2, "")
    assert "at line 3, column 7:" in err


def test_a_hint_names_the_only_member_of_a_response_that_fits() -> None:
    code, out, err = run("to-shorthand", "-s", f"{PAGE}#--sources", '{"Token": "t", "Sources": [{"Weight": 1}]}')
    assert (code, out) == (2, "")
    assert "hint: the member Sources fits: select it with jq .Sources" in err
