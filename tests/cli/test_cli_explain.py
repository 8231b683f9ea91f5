"""`shorthand explain`."""

import json

from tests.cli.command import PAGE, on_a_terminal, posix, run


def test_draws_the_parts() -> None:
    code, out, err = run("explain", "Key=a,Values=b,c")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Key=a,Values=b,c",
        "    ~             Key        string  bare",
        "             ~~~  Values     list    comma list",
        "             ~    Values[0]  string  bare",
        "               ~  Values[1]  string  bare",
    ]


def test_a_schema_and_standard_input() -> None:
    code, out, _ = run("explain", "-s", f"{PAGE}#--sources", "-", stdin="Place={Kind=Prefix},Weight=1\n")
    assert code == 0
    assert "[0].Weight      double     bare = 1.0" in out
    assert "[0].Place.Kind  string     bare" in out


def test_an_error_goes_to_standard_error() -> None:
    code, out, err = run("explain", "Key=a,b=[c,😀")
    assert code == 2
    assert out.splitlines()[-1] == "           ^   here could follow: a value or ',' or ']'"
    assert err.startswith("\nunexpected '😀'\n")


def test_the_parts_as_json() -> None:
    code, out, err = run("explain", "--json", "-s", f"{PAGE}#--sources", "Weight=1,Place={Kind=List")
    assert (code, err) == (2, "")
    data = json.loads(out)
    assert data["parts"][0] == {
        "path": "[0].Weight",
        "span": [7, 8],
        "key_span": [0, 6],
        "form": "bare",
        "type": "double",
        "value": 1.0,
        "remarks": [],
    }
    assert [error["kind"] for error in data["errors"]] == ["syntax"]
    assert data["end"] == 25


@posix
def test_colours_are_for_a_terminal_without_no_color() -> None:
    assert on_a_terminal("explain", "a=b", NO_COLOR="1") == "a=b\n  ~  a  string  bare\n"
    assert "\x1b[36m" in on_a_terminal("explain", "a=b", NO_COLOR="")
    assert "\x1b" not in run("explain", "a=b")[1]
