"""`shorthand explain`."""

import json

import pytest

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


TAGS = "aws:ec2/create-tags#--tags"


def test_several_tokens_are_numbered_in_their_option() -> None:
    code, out, err = run("explain", "-s", TAGS, "Key=a", "Key=b,Value=c")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Key=a",
        "    ~  [0].Key  string  bare",
        "",
        "Key=b,Value=c",
        "    ~          [1].Key    string  bare",
        "            ~  [1].Value  string  bare",
    ]
    _, out, _ = run("explain", "-s", f"{PAGE}#--names", "a", "b c")
    assert [line.split()[1] for line in out.splitlines() if "~" in line] == ["[0]", "[1]"]


def test_the_error_of_one_token_is_drawn_at_it() -> None:
    code, out, err = run("explain", "-s", TAGS, "Key=a", "Key=b,Vlaue=c", "Key=d")
    assert code == 2
    assert out.count("Key=") == 3
    assert err.startswith("\n[1].Vlaue: unknown member 'Vlaue'\n  at line 1, column 7:\n    Key=b,Vlaue=c\n")


def test_an_error_of_the_tokens_together_is_shown() -> None:
    code, _, err = run("explain", "-s", TAGS, "[]", "Key=a")
    assert code == 2
    assert err == "\n" + run("check", "-s", TAGS, "[]", "Key=a")[2]


def test_files_are_not_read() -> None:
    code, out, err = run("explain", "-s", TAGS, "Key@=file:///no/such", "Key=b")
    assert (code, err) == (0, "")
    assert "[0].Key" in out


def test_several_texts_without_a_schema_are_explained_one_by_one() -> None:
    code, out, err = run("explain", "a=b", "c=")
    assert (code, err) == (0, "")
    assert out == run("explain", "a=b")[1] + "\n" + run("explain", "c=")[1]
    _, out, _ = run("explain", "--json", "a=b", "c=")
    assert [json.loads(line)["text"] for line in out.splitlines()] == ["a=b", "c="]


def test_a_correction_is_quoted_for_the_shell_in_which_the_text_was_typed() -> None:
    assert run("explain", "Value=it's")[2].endswith('  try: "Value=\\"it\'s\\""\n')
    assert run("explain", "--shell", "powershell", "Value=it's")[2].endswith("  try: 'Value=\\\"it''s\\\"'\n")
    assert run("explain", "--shell", "none", "Value=it's")[2].endswith('  try: Value="it\'s"\n')
    assert run("explain", "-", stdin="Value=it's")[2].endswith('  try: Value="it\'s"\n')


@pytest.mark.parametrize(
    ("texts", "fixed"),
    [
        (["Key=env", "Value=prod"], "Key=env,Value=prod"),
        (['[{"Key": "env"}, {"Value": "prod"}]'], '\'[{"Key": "env", "Value": "prod"}]\''),
    ],
)
def test_structures_that_were_meant_as_one_are_warned_of(texts: list[str], fixed: str) -> None:
    code, _, err = run("explain", "-s", "aws:ec2/create-tags#--tags", *texts)
    assert code == 0
    assert err.startswith("\nwarning: [1]: Key and Value are in two structures of the list\n")
    assert err.endswith(f"\n  try: {fixed}\n")
