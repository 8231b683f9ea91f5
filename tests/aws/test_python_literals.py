"""Values as Python."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shorthand.aws.models import aws
from shorthand.aws.python_literals import PythonWriter, quoted
from shorthand.aws.scripts.words import Hole, HoleKind
from shorthand.errors import UnrepresentableError


def hole(source: str, name: str | None = None, modifier: str = "", kind: HoleKind = HoleKind.VARIABLE) -> Hole:
    return Hole(kind, 0, len(source), source, name=name, modifier=modifier)


def writer() -> PythonWriter:
    return PythonWriter(aws("iam", "get-role"), {}, {}, {}, is_raw=False)


@given(st.text() | st.binary())
def test_a_literal_is_read_as_the_value(value: str | bytes) -> None:
    assert eval(quoted(value)) == value


@given(st.text(), st.text())
def test_an_f_string_is_read_as_its_text(before: str, after: str) -> None:
    code = writer().text((before, hole("$X", "X"), after))
    assert eval(code, {"X": "{x}"}) == f"{before}{{x}}{after}"


@pytest.mark.parametrize(
    ("given_hole", "line"),
    [
        (hole("$X", "X"), 'X = os.environ["X"]'),
        (hole("${X:-a/b}", "X", ":-a/b"), 'X = os.environ.get("X") or "a/b"'),
        (hole("${X%.json}", "X", "%.json"), 'X = "${X%.json}"  # write the value'),
        (hole("$1", "1"), 'argument_1 = "$1"  # write the value'),
        (hole("$class", "class"), 'class_ = os.environ["class"]'),
        (hole("$client", "client"), 'client_ = os.environ["client"]'),
        (hole("<your bucket>", kind=HoleKind.PLACEHOLDER), 'your_bucket = "<your bucket>"  # write the value'),
        (hole("${{ env.ROLE }}", kind=HoleKind.TEMPLATE), 'ROLE = "${{ env.ROLE }}"  # write the value'),
        (hole("$(cat 'x')", kind=HoleKind.COMMAND), "cat_x = \"$(cat 'x')\"  # write the value"),
        (hole("$*", "*"), 'value = "$*"  # write the value'),
    ],
)
def test_a_variable_of_the_shell_is_one_of_python(given_hole: Hole, line: str) -> None:
    made = writer()
    name = made.name(given_hole)
    assert line.startswith(f"{name} = ")
    assert list(made.assignments()) == [line]


def test_equal_holes_have_one_name_and_others_their_own() -> None:
    made = writer()
    assert [made.name(hole("$X", "X")), made.name(hole("$X", "X")), made.name(hole("${X%a}", "X", "%a"))] == [
        "X",
        "X",
        "X_",
    ]


@pytest.mark.parametrize("value", [None, True, -1, 1.5, float("inf"), {"a": [1, "b"]}, []])
def test_any_json_value_has_a_literal(value: Any) -> None:
    assert eval(writer().code(value, (), None)) == value


@pytest.mark.parametrize("value", [10**5000, object(), {1: 2}, {"a": [{1}]}], ids=lambda value: type(value).__name__)
def test_what_is_no_json_value_is_a_documented_error(value: Any) -> None:
    with pytest.raises(UnrepresentableError):
        writer().code(value, (), None)


@pytest.mark.parametrize("make", [lambda value: [value], lambda value: {"a": value}])
def test_a_value_is_nested_as_deeply_as_python_reads(make: Any) -> None:
    value: Any = "x"
    for _ in range(190):
        value = make(value)
    assert eval(f"dict(**{{'a': {writer().code(value, (), None)}}})") == {"a": value}
    with pytest.raises(UnrepresentableError, match="more than 190 levels deep"):
        writer().code(make(value), (), 0)
