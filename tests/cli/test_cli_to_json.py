"""`shorthand to-json`."""

import json
from pathlib import Path

import pytest

from tests.cli.command import PAGE, REAL, real, run

ROUND_TRIPS = [
    (PAGE, "--sources", ["Place={Kind=Prefix,Uri=s3://b/k},Weight=0.5", "Weight=1e+16"]),
    (PAGE, "--settings", ["Limits={Count=10,Guarded=true,Net={Groups=[a,b]}},Until=2026-01-01,Size=5"]),
    (PAGE, "--limits", ["a=1,b=2"]),
    (PAGE, "--names", ["a", "b, c"]),
    (PAGE, "--extra", ['{"any":[1,null]}']),
    pytest.param(
        REAL,
        "--input-data-config",
        [
            (
                "DataSource={S3DataSource={S3DataType=S3Prefix,S3Uri=s3://b/train}},CompressionType=Gzip,"
                "TargetAttributeName=y"
            )
        ],
        marks=real,
    ),
    pytest.param(
        REAL,
        "--auto-ml-job-config",
        [
            (
                "CompletionCriteria={MaxCandidates=10},SecurityConfig={EnableInterContainerTrafficEncryption=true,"
                "VpcConfig={SecurityGroupIds=[sg-1],Subnets=[subnet-1,subnet-2]}}"
            )
        ],
        marks=real,
    ),
    pytest.param(REAL, "--auto-ml-job-name", ["name"], marks=real),
    pytest.param(REAL, "--output-data-config", ["KmsKeyId=k,S3OutputPath=s3://b/o"], marks=real),
    pytest.param(REAL, "--problem-type", ["Regression"], marks=real),
    pytest.param(REAL, "--auto-ml-job-objective", ["MetricName=AUC"], marks=real),
    pytest.param(REAL, "--role-arn", ["arn:aws:iam::1:role/r"], marks=real),
    pytest.param(REAL, "--generate-candidate-definitions-only", ["true"], marks=real),
    pytest.param(REAL, "--tags", ["Key=a,Value='1, 2'", "Key=b,Value="], marks=real),
]


@pytest.mark.parametrize(("page", "option", "tokens"), ROUND_TRIPS)
def test_an_option_round_trips(page: str, option: str, tokens: list[str]) -> None:
    code, out, err = run("to-json", "-s", f"{page}#{option}", *tokens)
    assert (code, err) == (0, "")
    assert out.count("\n") == 1
    assert run("to-shorthand", "-s", f"{page}#{option}", out) == (0, "\n".join(tokens) + "\n", "")


def test_the_page_gives_the_types() -> None:
    _, out, _ = run("to-json", "-s", f"{PAGE}#--settings", "Limits={Count=10,Guarded=TRUE},Ratio=1")
    assert json.loads(out) == {"Limits": {"Count": 10, "Guarded": True}, "Ratio": 1.0}


ERRORS = [
    (["a=b c=d,e f=g"], "unexpected 'f'"),
    (["-s", f"{PAGE}#--limits", "a=x"], "expected an integer, got 'x'"),
    (["-s", f"{PAGE}#--sources", "place=x"], "did you mean Place?"),
    (["a@=file:///no/such/file"], "cannot be read: No such file"),
]


@pytest.mark.parametrize(("arguments", "message"), ERRORS)
def test_an_error_goes_to_standard_error(arguments: list[str], message: str) -> None:
    code, out, err = run("to-json", *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_a_stream_keeps_its_order_and_reports_errors_by_line_number(jobs: str) -> None:
    bad = {1000, 25_000, 60_000}
    numbers = range(1, 60_001)
    stdin = "".join('a=b"\n' if n in bad else f"a={n}\n" for n in numbers)
    code, out, err = run("to-json", "--jobs", jobs, stdin=stdin)
    assert code == 2
    assert [json.loads(line)["a"] for line in out.splitlines()] == [str(n) for n in numbers if n not in bad]
    reported = [line.split(":")[0] for line in err.splitlines() if line.startswith("line ")]
    assert reported == ["line 1000", "line 25000", "line 60000"]


def test_nul_separates_texts_that_contain_newlines() -> None:
    assert run("to-json", "--null", stdin="a=b\nc\0a=d") == (0, '{"a":"b\\nc"}\n{"a":"d"}\n', "")


@pytest.mark.parametrize("stdin", ["a=b".encode("utf-16"), b"a=\xff"])
def test_input_that_is_not_utf_8_is_an_error(stdin: bytes) -> None:
    code, out, err = run("to-json", stdin=stdin)
    assert (code, out) == (2, "")
    assert err.startswith("line 1: ")


@pytest.mark.parametrize("line", ["a='b", "a=\\"])
def test_a_line_that_is_not_quoted_for_a_shell_is_an_error(line: str) -> None:
    code, out, err = run("to-json", "--shell", "posix", stdin=line + "\n")
    assert (code, out) == (2, "")
    assert err.startswith("line 1: the line is not quoted for a shell: no ")


def test_what_the_aws_cli_loses_is_an_error_unless_lenient() -> None:
    assert run("to-json", "a={b=c,b=d}")[0] == 2
    assert run("to-json", "--lenient", "a={b=c,b=d}") == (0, '{"a":{"b":"d"}}\n', "")


def test_nothing_is_printed_if_one_of_several_texts_is_wrong() -> None:
    code, out, err = run("to-json", "a=b", 'c="d', "e=f")
    assert (code, out) == (2, "")
    assert err.startswith("text 2: ")


def test_the_bytes_of_a_file_are_base64(tmp_path: Path) -> None:
    (tmp_path / "seed").write_bytes(b"\xff\x00")
    _, out, err = run("to-json", "-s", f"{PAGE}#--settings", f"Seed@=fileb://{tmp_path / 'seed'}")
    assert (json.loads(out), err) == ({"Seed": "/wA="}, "")


@pytest.mark.parametrize(("indent", "out"), [("0", '{"a":"b"}\n'), ("1", '{\n "a": "b"\n}\n')])
def test_the_indent_can_be_chosen(indent: str, out: str) -> None:
    assert run("to-json", "--indent", indent, "a=b") == (0, out, "")
