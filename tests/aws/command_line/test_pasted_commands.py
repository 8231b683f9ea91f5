"""Commands as they are pasted: what the shell hands to the AWS CLI, and what only the shell knows."""

import subprocess
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shorthand import ShorthandError, loads_commands
from shorthand.aws.command_line.pasted_commands import pasted_commands
from shorthand.aws.command_line.word_parts import shown
from tests.aws.outcomes import works_or_fails_with_our_error
from tests.cases import cases


@pytest.mark.parametrize("case", cases("pasted_commands"), ids=lambda case: case["text"][:60])
def test_a_pasted_text(case: dict[str, Any]) -> None:
    arguments = {"variables": case.get("variables", "keep"), "shell": case.get("shell", "bash")}
    if "error" in case:
        with pytest.raises(ShorthandError) as caught:
            loads_commands(case["text"], **arguments)
        assert case["error"] in caught.value.reason
        assert case.get("hint", caught.value.hint) == caught.value.hint
    else:
        assert [one.parameters for one in loads_commands(case["text"], **arguments)] == case["parameters"]


def test_an_unknown_shell_is_an_error() -> None:
    with pytest.raises(ShorthandError, match="unknown shell 'tcsh'"):
        pasted_commands("aws iam list-users", shell="tcsh")


# Each is a word, several or none. None depends on anything but the text and the variables.
WORDS = [
    *("a", "'a b'", '"a b"', "a\\ b", "''", '""', "a'b'\"c\"", "$'a\\nb'", "'it'\\''s'", '"a\\"b"', '"a\\b"'),
    *("{a,b}", "x{1..3}y", "{a}", "'{a,b}'", "a{,b}", "Key=a,Value={x,y}", "\\{a,b\\}", "é", "a=b", "a#b", "--x=y"),
    *(
        "$A",
        '"$A"',
        "x$A",
        "$A$B",
        "${B}y",
        "${E:-d}",
        "${U-d}",
        "$E",
        '"$E"',
        "x$E",
        "{$B,c}",
        "'$A'",
        "\\$A",
        "*.none",
    ),
]
VARIABLES = {"A": "i-1  i-2 ", "B": "b", "E": ""}


@pytest.mark.parametrize("first", WORDS)
def test_the_words_are_those_of_bash(first: str) -> None:
    """Compare more than 1,000 lines with what bash hands to a program."""
    lines = [f"aws iam {first} {second} > /dev/null; true # end" for second in WORDS]
    shown_lines = "\n".join(line.replace("> /dev/null; true # end", "; printf '\\0'") for line in lines)
    script = f"aws() {{ printf '%s\\0' \"$@\"; }}\n{shown_lines}\n"
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, check=True, env={"LC_ALL": "C.UTF-8", **VARIABLES}
    )
    rest = done.stdout.decode()
    for line in lines:
        (command,) = pasted_commands(line, variables=VARIABLES)
        handed = "".join(f"{shown(parts)}\0" for parts in command.words[1:]) + "\0"
        assert rest.startswith(handed), (line, rest[:100])
        rest = rest.removeprefix(handed)
    assert rest == ""


@given(st.text())
def test_any_text_is_read_or_is_an_error(text: str) -> None:
    assert works_or_fails_with_our_error(lambda: loads_commands(text))
    assert works_or_fails_with_our_error(lambda: loads_commands(f"aws iam get-role --role-name {text}"))
