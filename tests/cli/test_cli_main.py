"""The command, as a user runs it."""

import contextlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import PAGES, REAL_PAGE

OURS = f"page:{PAGES / 'make-job.txt'}"
REAL = f"page:{REAL_PAGE}"
real = pytest.mark.skipif(not REAL_PAGE.exists(), reason="the page's sentences are not ours to ship")


def run(*arguments: str, stdin: str | bytes = b"", env: dict[str, str] | None = None) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the command."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [sys.executable, "-m", "shorthand", *arguments],
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, **(env or {})},
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


ROUND_TRIPS = [
    (OURS, "--sources", ["Place={Kind=Prefix,Uri=s3://b/k},Weight=0.5", "Weight=1e+16"]),
    (OURS, "--settings", ["Limits={Count=10,Guarded=true,Net={Groups=[a,b]}},Until=2026-01-01,Size=5"]),
    (OURS, "--limits", ["a=1,b=2"]),
    (OURS, "--names", ["a", "b, c"]),
    (OURS, "--extra", ['{"any":[1,null]}']),
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


def test_types_come_from_the_page() -> None:
    _, out, _ = run("to-json", "-s", f"{OURS}#--settings", "Limits={Count=10,Guarded=TRUE},Ratio=1")
    assert json.loads(out) == {"Limits": {"Count": 10, "Guarded": True}, "Ratio": 1.0}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["to-json", "a=b c=d,e f=g"], "unexpected 'f'"),
        (["to-json", "-s", f"{OURS}#--limits", "a=x"], "expected an integer, got 'x'"),
        (["to-json", "-s", f"{OURS}#--sources", "place=x"], "did you mean Place?"),
        (["to-json", "-s", "page:/no/such/file#--a", "a=b"], "cannot be read: No such file"),
        (["to-json", "-s", f"{OURS}#--sauces", "a=b"], "did you mean --sources?"),
        (["to-json", "-s", OURS, "a=b"], "one option of it is needed"),
        (["to-json", "-s", "nonsense", "a=b"], "nonsense cannot be read: No such file"),
        (["to-json", "-s", "aws:ec2/run-instances#--tags", "a=b"], "did you mean --"),
        (["to-json", "-s", "aws:ec2", "a=b"], "expected: aws:SERVICE/OPERATION"),
        (["to-json", "a@=file:///no/such/file"], "cannot be read: No such file"),
        (["to-shorthand", "{"], "invalid JSON"),
        (["to-shorthand", '{"a": null}'], "shorthand has no null"),
        (["to-shorthand", '{"a": "b", "a": "c"}'], "duplicate key"),
        (["to-shorthand", "[" * 5000 + "]" * 5000], "nested too deep"),
        (["quote", "]\\"], "cannot be quoted"),
        (["syntax", "-s", f"{OURS}#--mode"], "documents no shorthand"),
        (["nonsense"], "No such command"),
        (["to-json", "--nonsense"], "No such option"),
    ],
)
def test_what_is_wrong_is_said_on_standard_error(arguments: list[str], message: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_many_texts_stream_in_order_and_bad_ones_are_reported_by_number(jobs: str) -> None:
    bad = {1000, 25_000, 60_000}
    numbers = range(1, 60_001)
    stdin = "".join('a=b"\n' if n in bad else f"a={n}\n" for n in numbers)
    code, out, err = run("to-json", "--jobs", jobs, stdin=stdin)
    assert code == 2
    assert [json.loads(line)["a"] for line in out.splitlines()] == [str(n) for n in numbers if n not in bad]
    reported = [line.split(":")[0] for line in err.splitlines() if line.startswith("line ")]
    assert reported == ["line 1000", "line 25000", "line 60000"]


def test_nul_separates_texts_that_hold_newlines() -> None:
    assert run("to-json", "--null", stdin="a=b\nc\0a=d") == (0, '{"a":"b\\nc"}\n{"a":"d"}\n', "")


@pytest.mark.parametrize("stdin", ["a=b".encode("utf-16"), b"a=\xff"])
def test_input_that_is_not_utf_8_is_an_error(stdin: bytes) -> None:
    code, out, err = run("to-json", stdin=stdin)
    assert (code, out) == (2, "")
    assert err.startswith("line 1: ")


def test_a_lone_surrogate_is_escaped() -> None:
    assert run("to-json", stdin='a="b"\n')[1] == '{"a":"b"}\n'
    code, out, _ = run("to-shorthand", '{"a": "\\ud800"}')
    assert (code, out) == (2, "")


def test_tokens_are_quoted_for_a_shell() -> None:
    code, out, _ = run("to-shorthand", "-s", f"{OURS}#--names", "--shell", "posix", '["a", "b, c"]')
    assert (code, out) == (0, "a 'b, c'\n")


def test_shows_how_to_write_an_option() -> None:
    code, out, _ = run("syntax", "-s", f"{OURS}#--sources")
    assert (code, out) == (0, "Place={Kind=string,Uri=string},Weight=double ...\n")
    _, out, _ = run("syntax", "-s", f"{OURS}#--limits", "--json")
    assert out == '{"string": integer\n  ...}\n'
    _, out, _ = run("syntax", "-s", f"{OURS}#--sources", "--skeleton")
    assert json.loads(out) == [{"Place": {"Kind": "List", "Uri": ""}, "Weight": 0.0}]
    _, out, _ = run("options", "-s", OURS)
    assert out.splitlines()[:3] == ["--job-name\tstring\trequired", "--sources\tlist\trequired", "--mode\tstring"]


@pytest.mark.parametrize("command", ["to-json", "to-shorthand", "check", "syntax", "options", "quote"])
def test_help_teaches_by_example(command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0
    assert f"shorthand {command} " in out
    assert "Exit codes: 0 done; 1 an internal failure (a bug); 2 the input was wrong." in " ".join(out.split())


@pytest.mark.parametrize(
    ("shell", "value", "line"),
    [
        ("posix", ["a b", "it's"], "'a b' 'it'\"'\"'s'"),
        ("powershell", ["a b", "it's"], "'a b' 'it''s'"),
        ("powershell", ['say "hi"', "$x"], "'say \\\"hi\\\"' '$x'"),
        ("cmd", ["a b", "100%"], '^"a b^" 100^%'),
        ("cmd", ["a&b", 'say "hi"'], 'a^&b ^"say \\^"hi\\^"^"'),
    ],
)
def test_each_shell_has_its_own_quotes(shell: str, value: list[str], line: str) -> None:
    code, out, err = run("to-shorthand", "-s", f"{OURS}#--names", "--shell", shell, json.dumps(value))
    assert (code, out, err) == (0, line + "\n", "")


def test_cmd_has_no_way_to_write_a_line_break() -> None:
    code, out, err = run("to-shorthand", "--shell", "cmd", '{"a": "b\\nc"}')
    assert (code, out) == (2, "")
    assert "cmd cannot carry a line break" in err


def test_lines_quoted_for_a_shell_read_back_the_same() -> None:
    values = ['["a","b c"]', '["it\'s"]', '["x=1,y","[z"]']
    code, lines, err = run("to-shorthand", "-s", f"{OURS}#--names", "--shell", "posix", stdin="\n".join(values))
    assert (code, err) == (0, "")
    assert lines.splitlines()[0] == "a 'b c'"
    assert run("to-json", "-s", f"{OURS}#--names", "--shell", "posix", stdin=lines) == (0, "\n".join(values) + "\n", "")


@pytest.mark.parametrize("line", ["a='b", "a=\\"])
def test_a_line_that_is_not_quoted_for_a_shell_is_an_error(line: str) -> None:
    code, out, err = run("to-json", "--shell", "posix", stdin=line + "\n")
    assert (code, out) == (2, "")
    assert err.startswith("line 1: the line is not quoted for a shell: no ")


def test_json_may_be_indented_and_several_values_may_follow_one_another() -> None:
    document = json.dumps({"a": "b"}, indent=2) + "\n" + json.dumps({"c": ["d", "e"]}, indent=2)
    assert run("to-shorthand", stdin=document) == (0, "a=b\nc=d,e\n", "")
    code, out, err = run("to-shorthand", stdin=document + "\n{]")
    assert (code, out) == (2, "a=b\nc=d,e\n")
    assert err.startswith("line 10: invalid JSON")


def test_a_text_that_holds_a_newline_needs_another_separator() -> None:
    stdin = '{"a": "b\\nc"}\n{"a": "d"}\n'
    code, out, err = run("to-shorthand", stdin=stdin)
    assert (code, out) == (2, "a=d\n")
    assert "separate the texts by NUL: --null" in err
    assert run("to-shorthand", "--null", stdin=stdin) == (0, "a=b\nc\0a=d\0", "")


def test_a_byte_order_mark_is_named() -> None:
    code, out, err = run("to-json", stdin="\ufeffa=b\n")
    assert (code, out) == (2, "")
    assert err.startswith("line 1: the input begins with a byte order mark (BOM)")


def test_what_the_aws_cli_loses_is_an_error_unless_lenient() -> None:
    assert run("to-json", "a={b=c,b=d}")[0] == 2
    assert run("to-json", "--lenient", "a={b=c,b=d}") == (0, '{"a":{"b":"d"}}\n', "")


def test_nothing_is_printed_where_one_of_several_texts_is_wrong() -> None:
    code, out, err = run("to-json", "a=b", 'c="d', "e=f")
    assert (code, out) == (2, "")
    assert err.startswith("text 2: ")


def test_a_reader_that_leaves_early_is_no_failure() -> None:
    lines = b"a=b\n" * 50_000
    with subprocess.Popen(
        [sys.executable, "-m", "shorthand", "to-json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as command:
        assert command.stdin
        assert command.stdout
        assert command.stderr
        command.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            command.stdin.write(lines)
        with contextlib.suppress(BrokenPipeError):
            command.stdin.close()
        assert command.stderr.read() == b""
        assert command.wait() == 0


def test_each_line_is_answered_as_it_arrives() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "shorthand", "to-json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as command:
        assert command.stdin
        assert command.stdout
        for number in range(3):
            command.stdin.write(f"a={number}\n".encode())
            command.stdin.flush()
            assert command.stdout.readline() == f'{{"a":"{number}"}}\n'.encode()
        command.stdin.close()


def test_bytes_of_a_file_are_base64(tmp_path: Path) -> None:
    (tmp_path / "seed").write_bytes(b"\xff\x00")
    _, out, err = run("to-json", "-s", f"{OURS}#--settings", f"Seed@=fileb://{tmp_path / 'seed'}")
    assert (json.loads(out), err) == ({"Seed": "/wA="}, "")


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX")
def test_progress_is_shown_on_a_terminal_only_and_after_a_second() -> None:
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "shorthand", "to-json"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=theirs
    ) as command:
        assert command.stdin
        os.close(theirs)
        end = time.monotonic() + 2.5
        while time.monotonic() < end:
            command.stdin.write(b"a=b\n" * 200)
            command.stdin.flush()
        command.stdin.close()
        shown = b""
        with contextlib.suppress(OSError):  # how a terminal says that its other end is closed
            while chunk := os.read(ours, 1000):
                shown += chunk
    os.close(ours)
    assert b" lines" in shown
    # The line is taken away in the end.
    assert shown.endswith(b"\r\x1b[K")


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell closes the streams")
@pytest.mark.parametrize(
    ("line", "code", "out", "err"),
    [
        ("to-json a=b >&-", 1, "", "standard output cannot be written: Bad file descriptor\n"),
        ("--help >&-", 1, "", "standard output cannot be written: Bad file descriptor\n"),
        ("check a=b >&-", 0, "", ""),
        ("to-json a 2>&-", 2, "", ""),
        ("to-json a=b 2>&-", 0, '{"a":"b"}\n', ""),
    ],
)
def test_a_stream_that_is_closed(line: str, code: int, out: str, err: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m shorthand {line}"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (code, out, err)


def test_an_empty_schema_is_no_schema_left_out() -> None:
    code, out, err = run("to-json", "-s", "", "a=b")
    assert (code, out) == (2, "")
    assert "the schema names no file" in err


def test_a_dash_among_texts_is_standard_input_and_so_an_error() -> None:
    code, out, err = run("to-json", "-", "a=b")
    assert (code, out) == (2, "")
    assert "- is standard input, and stands alone" in err


def test_the_commands_are_told_apart_in_whole_sentences() -> None:
    assert "..." not in run("--help")[1].split("Commands:")[1]


def test_of_many_options_a_dozen_is_named() -> None:
    for schema in ("aws:ec2/run-instances", "aws:ec2/run-instances#--xyz"):
        code, _, err = run("to-json", "-s", schema, "a=b")
        assert code == 2
        assert err.split("expected: ")[1].split("hint:")[0].count("--") == 12, err
        assert " and 35 more" in err


def test_what_is_wrong_with_a_value_is_shown_in_its_json() -> None:
    code, out, err = run("to-shorthand", "-s", f"{OURS}#--sources", '[{"Weight": 1}, {"weight": "x"}]')
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


def test_the_member_of_an_answer_that_fits_is_pointed_out() -> None:
    code, out, err = run("to-shorthand", "-s", f"{OURS}#--sources", '{"Token": "t", "Sources": [{"Weight": 1}]}')
    assert (code, out) == (2, "")
    assert "hint: what Sources holds fits: jq .Sources gives it" in err
