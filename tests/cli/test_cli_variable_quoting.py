"""Words with variables, quoted for a POSIX shell."""

import subprocess
import sys

import pytest

from shorthand.aws.scripts.words import Hole, HoleKind
from shorthand.cli.variable_quoting import join_with_variables, variables_of
from shorthand.errors import UnrepresentableError

X = Hole(HoleKind.VARIABLE, 0, 2, "$X")
LONGER = Hole(HoleKind.VARIABLE, 0, 3, "$XY")


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell reads the line")
def test_a_shell_expands_the_variables_and_nothing_else() -> None:
    line = join_with_variables(["$X", "a b$X'\"c", "$(x)", "-$XY-"], [X, X, LONGER])
    script = f"X='1 2'; XY=y; printf '%s\\n' {line}"
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["1 2", "a b1 2'\"c", "$(x)", "-y-"]


@pytest.mark.parametrize("words", [["a"], ["$X", "$X"], ["--cli-input-json", '{"N":"$X"}']])
def test_a_variable_that_is_not_once_in_the_words_is_an_error(words: list[str]) -> None:
    with pytest.raises(UnrepresentableError, match="as it is written"):
        join_with_variables(words, [X])


def test_only_what_the_shell_expands_is_a_variable() -> None:
    placeholder = Hole(HoleKind.PLACEHOLDER, 0, 3, "<x>")
    assert variables_of([("a", X), (placeholder,)]) == [X]
    with pytest.raises(UnrepresentableError, match="cannot be written within quotes"):
        variables_of([(Hole(HoleKind.PROCESS, 0, 4, "<(x)"),)])
