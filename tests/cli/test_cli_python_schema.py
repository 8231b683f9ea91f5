"""The schema `python:package.module:Type`."""

import os
from pathlib import Path

import pytest

from tests.cli.command import complete, program, run

MODULE = "python:tests.integrations.declarations"


def test_a_type_is_a_schema() -> None:
    assert run("syntax", "-s", f"{MODULE}:Disk")[1] == "Size=integer,Kind=string,Mounts=string,string\n"
    assert run("to-json", "-s", f"{MODULE}:Disk", "Size=1")[1] == '{"Size":1}\n'
    assert run("to-json", "-s", f"{MODULE}:list[Tag]", "Key=a", "Key=b")[1] == '[{"Key":"a"},{"Key":"b"}]\n'
    assert run("fuzz", "-s", f"{MODULE}:list[Tag]", "-n", "3", "--seed", "1")[0] == 0


@pytest.mark.parametrize(
    ("schema", "reason"),
    [
        ("python:", "does not name a type"),
        ("python:tests.integrations.declarations", "does not name a type"),
        (f"{MODULE}:Nothing", "tests.integrations.declarations has no 'Nothing'"),
        (f"{MODULE}:field", "has no shorthand"),
        ("python:tests.nowhere:X", "tests.nowhere cannot be imported: ModuleNotFoundError"),
    ],
)
def test_a_schema_that_names_no_type_is_an_error(schema: str, reason: str) -> None:
    code, printed, said = run("check", "-s", schema, "a=b")
    assert (code, printed) == (2, "")
    assert reason in said


def test_a_module_that_cannot_be_imported_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "explodes.py").write_text("1/0")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    code, _, said = run("check", "-s", "python:explodes:X", "a=b")
    assert code == 2
    assert said == "explodes cannot be imported: ZeroDivisionError: division by zero\n"


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    return tmp_path / "hostile.py"


TAG = "import typing\n\nclass Tag(typing.NamedTuple):\n    Key: str\n"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import sys; sys.exit(0)", "hostile cannot be imported: SystemExit: 0"),
        ("raise SystemExit", "hostile cannot be imported: SystemExit"),
        ("class Odd(BaseException): pass\nraise Odd('\\x1b')", "hostile cannot be imported: Odd: ␛"),
        ("raise GeneratorExit", "hostile cannot be imported: GeneratorExit"),
        ("def f(): f()\nf()", "hostile cannot be imported: RecursionError: maximum recursion depth"),
        ("def __getattr__(name): raise SystemExit(0)", "Tag of hostile cannot be used: SystemExit: 0"),
        ("class Tag:\n    @property\n    def __annotations__(self): 1/0\nTag = Tag()", "has no shorthand"),
    ],
)
def test_a_hostile_module_is_an_error(module: Path, code: str, reason: str) -> None:
    module.write_text(code)
    found, out, err = run("check", "-s", "python:hostile:Tag", "Key=a")
    assert (found, out) == (2, "")
    assert reason in err
    assert "Traceback" not in err


def test_what_a_module_prints_goes_to_standard_error(module: Path) -> None:
    module.write_text(
        f"import os, subprocess, sys\nprint('one')\nos.write(1, b'two\\n')\nsubprocess.run(['echo', 'three'])\n{TAG}"
    )
    code, out, err = run("to-json", "-s", "python:hostile:Tag", "Key=a")
    assert (code, out) == (0, '{"Key":"a"}\n')
    assert sorted(err.split()) == ["one", "three", "two"]


def test_tab_imports_no_module(module: Path, tmp_path: Path) -> None:
    module.write_text(f"open({str(tmp_path / 'imported')!r}, 'w')\n{TAG}")
    program(tmp_path)
    assert complete(tmp_path, "fish", "check", "-s", "python:hostile:Tag", "K") == [""]
    assert complete(tmp_path, "fish", "check", "-s", "python:hostile:") == [""]
    assert complete(tmp_path, "fish", "check", "-s", "python:hostile#--") == [""]
    assert not (tmp_path / "imported").exists()


def test_the_help_says_that_the_module_runs() -> None:
    text = " ".join(run("check", "--help")[1].split())
    assert "python:MODULE:TYPE, which imports the module and so runs its code" in text


@pytest.mark.parametrize("command", ["check", "to-json"])
@pytest.mark.parametrize(
    ("schema", "text", "error"),
    [
        ("Plan", "budget=abc", "budget: expected a decimal number, got 'abc'"),
        ("Plan", "budget=1,size=many", "size: expected a size, got 'many'"),
        ("Service", "url=abc,name=web", "url: input should be a valid URL"),
        ("list[Service]", "url=http://a,name=WEB", "name: string should match pattern"),
    ],
)
def test_a_value_that_the_type_refuses_is_an_error_with_its_place(
    command: str, schema: str, text: str, error: str
) -> None:
    code, out, err = run(command, "-s", f"python:tests.testing.types_with_constraints:{schema}", text)
    assert (code, out) == (2, "")
    assert error in err
    assert "^" in err


@pytest.mark.parametrize("schema", ["Plan", "list[Service]"])
def test_check_accepts_every_text_that_fuzz_makes(schema: str) -> None:
    schema = f"python:tests.testing.types_with_constraints:{schema}"
    code, texts, _ = run("fuzz", "-s", schema, "-n", "100", "--seed", "1")
    assert (code, len(texts.splitlines())) == (0, 100)
    for text in texts.splitlines():
        assert run("check", "-s", schema, text) == (0, "", "")
