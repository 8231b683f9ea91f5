"""The schema `python:package.module:Type`."""

from pathlib import Path

import pytest

from tests.cli.command import run

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
