"""`shorthand check`: the errors of each text, for people and as data, and warnings."""

import json
import shlex

import pytest

import shorthand
from tests.cli.command import PAGE, run

SOURCES = f"{PAGE}#--sources"
TEXTS = 'a=b\na=b"c\n a=b\nc=d\na=[x\n'


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_error_of_a_stream_names_its_line(jobs: str) -> None:
    code, out, err = run("check", "--jobs", jobs, stdin=TEXTS)
    assert (code, out) == (2, "")
    assert [line for line in err.splitlines() if line.startswith("line ")] == [
        "line 2: unexpected '\"'",
        "line 3: unexpected ' '",
        "line 5: unexpected end of text",
    ]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_errors_of_a_stream_as_data(jobs: str) -> None:
    code, out, err = run("check", "--json", "--jobs", jobs, stdin=TEXTS)
    assert (code, err) == (2, "")
    first, *others = [json.loads(line) for line in out.splitlines()]
    assert [data["line"] for data in others] == [3, 5]
    with pytest.raises(shorthand.ShorthandSyntaxError) as caught:
        shorthand.loads('a=b"c')
    error = caught.value
    assert first == {
        "severity": "error",
        "number": 2,
        "kind": "syntax",
        "line": 2,
        "column": error.column,
        "span": [3, 4],
        "path": "",
        "reason": error.reason,
        "expected": error.expected,
        "hint": error.hint,
        "fix": error.fix,
        "fix_tokens": None,
        "text": 'a=b"c',
    }


KINDS = [
    ('a=b"', "syntax"),
    ("a={b=c,b=d}", "lossy"),
    ("a@=file:///no/such/file", "file"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_an_error_has_a_kind(text: str, kind: str) -> None:
    code, out, _ = run("check", "--json", text)
    assert (code, json.loads(out)["kind"]) == (2, kind)


def test_each_of_several_errors_is_a_line_of_its_own() -> None:
    code, out, err = run("check", "--json", "-s", SOURCES, "Weight=1", "Weight=x,Plaice={Kind=List}")
    found = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (2, "")
    assert [(data["kind"], data["path"], data["span"]) for data in found] == [
        ("type", "[1].Weight", [7, 8]),
        ("type", "[1].Plaice", [9, 15]),
    ]


@pytest.mark.parametrize(
    ("stdin", "kind"), [(b"a=b\na=\xff\n", "other"), ("a=b".encode("utf-16"), "other"), (b"\xef\xbb\xbfa=b", "other")]
)
def test_input_that_is_not_utf_8_is_reported_as_data_too(stdin: bytes, kind: str) -> None:
    code, out, err = run("check", "--json", stdin=stdin)
    assert (code, err) == (2, "")
    assert json.loads(out)["kind"] == kind


def test_each_text_between_nuls_starts_at_line_1() -> None:
    _, out, _ = run("check", "--json", "--null", stdin='a=b\nc\0a=b\nc"')
    data = json.loads(out)
    assert (data["number"], data["line"], data["column"]) == (2, 2, 2)


def test_valid_texts_give_no_output() -> None:
    assert run("check", "--json", stdin="a=b\nc=d\n") == (0, "", "")
    assert run("check", "--json", "-s", SOURCES, "Place={Kind=List}") == (0, "", "")


UNLISTED = [
    (["Place={Kind=Prefx}"], "[0].Place.Kind", (12, 17)),
    (["Place={Kind=List}", "Place={Kind=Prefx}"], "[1].Place.Kind", (12, 17)),
    (['[{"Place": {"Kind": "Prefx"}}]'], "[0].Place.Kind", None),
]


@pytest.mark.parametrize(("tokens", "path", "span"), UNLISTED)
def test_an_undocumented_value_gives_a_warning_and_no_error(
    tokens: list[str], path: str, span: tuple[int, int] | None
) -> None:
    code, out, err = run("check", "-s", SOURCES, *tokens)
    assert (code, out) == (0, "")
    said = "'Prefx' is not one of the documented values (List, Prefix); did you mean Prefix?"
    assert err.splitlines()[0] == f"warning: {path}: {said}"
    code, out, err = run("check", "--json", "-s", SOURCES, *tokens)
    assert (code, err) == (0, "")
    data = json.loads(out)
    assert (data["severity"], data["kind"], data["path"], data["reason"]) == ("warning", "enum", path, said)
    assert data["span"] == (list(span) if span else None)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_warning_of_a_stream_names_its_line(jobs: str) -> None:
    stdin = "Weight=1\nPlace={Kind=Prefx}\nWeight=x\n"
    code, out, err = run("check", "--jobs", jobs, "-s", SOURCES, stdin=stdin)
    assert (code, out) == (2, "")
    heads = [line.split(":")[:2] for line in err.splitlines() if line.startswith("line ")]
    assert heads == [["line 2", " warning"], ["line 3", " [0].Weight"]]
    code, out, err = run("check", "--jobs", jobs, "-s", SOURCES, stdin=stdin.splitlines()[1])
    assert code == 0


TAGS = "aws:ec2/create-tags#--tags"
MISTAKES = [
    (TAGS, ["Key=env Value=prod"], "[0].Key", (4, 18), ["Key=env,Value=prod"]),
    (TAGS, ["Key=env", "Value=prod"], "[1]", (0, 10), ["Key=env,Value=prod"]),
    (TAGS, ['[{"Key": "env"}, {"Value": "prod"}]'], "[1]", None, ['[{"Key": "env", "Value": "prod"}]']),
    (TAGS, ["Key=env,Value=\u201cprod\u201d"], "[0].Value", (14, 20), ["Key=env,Value=prod"]),
]


@pytest.mark.parametrize(("schema", "tokens", "path", "span", "fixed"), MISTAKES)
def test_a_likely_mistake_gives_a_warning_with_its_correction(
    schema: str, tokens: list[str], path: str, span: tuple[int, int] | None, fixed: list[str]
) -> None:
    code, out, err = run("check", "-s", schema, *tokens)
    assert (code, out) == (0, "")
    assert err.startswith(f"warning: {path}: ")
    assert err.endswith(f"\n  try: {shlex.join(fixed)}\n")
    code, out, err = run("check", "--json", "-s", schema, *tokens)
    assert (code, err) == (0, "")
    data = json.loads(out)
    assert (data["severity"], data["kind"], data["path"], data["fix_tokens"]) == ("warning", "mistake", path, fixed)
    assert data["span"] == (list(span) if span else None)
    assert run("check", "-s", schema, *fixed) == (0, "", "")


def test_without_a_schema_both_corrections_of_a_space_are_named() -> None:
    code, out, err = run("check", "Key=env Value=prod")
    assert (code, out) == (0, "")
    assert err.endswith("\n  hint: put a comma between pairs, or quote the value\n")
    assert run("check", "Key='env Value=prod'") == (0, "", "")
