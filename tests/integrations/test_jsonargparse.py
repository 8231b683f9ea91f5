"""Structured options in jsonargparse. The example programs have tests of their own."""

from pathlib import Path
from typing import Any

import jsonargparse
import pytest

from shorthand.integrations.jsonargparse import add_option
from tests.integrations.declarations import Disk, Tag


def parser(**options: Any) -> jsonargparse.ArgumentParser:
    made = jsonargparse.ArgumentParser(prog="job", **options)
    made.add_argument("--config", action="config")
    add_option(made, "--tags", list[Tag], help="The tags.")
    add_option(made, "--disk", Disk, default="Size=1")
    add_option(made, "--limits", dict[str, int])
    return made


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (["--tags", "Key=a,Value=1", "Key=b"], {"tags": [Tag("a", "1"), Tag("b")]}),
        (["--tags", "Key=a", "--tags", '[{"Key": "b"}]'], {"tags": [Tag("a"), Tag("b")]}),
        (["--disk", "Size=2"], {"disk": Disk(2)}),
        (["--limits", "a=1", "--limits", "b=2"], {"limits": {"a": 1, "b": 2}}),
        ([], {}),
    ],
)
def test_an_option_gives_instances(line: list[str], found: dict[str, Any]) -> None:
    expected = {"tags": None, "disk": Disk(1), "limits": None, **found}
    parsed = parser().parse_args(line)
    assert {name: parsed[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (["--disk", "Size=x"], "argument --disk: Size: expected an integer, got 'x'"),
        (["--disk", "Size=1", "--disk", "Size=2"], "argument --disk: expected one value, got 2"),
        (["--limits", "a=1", "--limits", "a=2"], "argument --limits: duplicate key 'a'"),
    ],
)
def test_a_fault_is_a_usage_error(line: list[str], reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parser().parse_args(line)
    assert caught.value.code == 2
    assert reason in capsys.readouterr().err


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in {"TAGS": "Key=a 'Key=b c'", "DISK": "Size=3,Mounts=/a b", "LIMITS": "a=1"}.items():
        monkeypatch.setenv(f"JOB_{name}", text)
    parsed = parser(default_env=True, env_prefix="JOB").parse_args([])
    assert parsed.tags == [Tag("a"), Tag("b c")]
    assert parsed.disk == Disk(3, "ssd", ["/a b"])
    assert parsed.limits == {"a": 1}


def test_a_configuration_holds_json_or_shorthand_and_is_written_and_read_back(tmp_path: Path) -> None:
    file = tmp_path / "job.yaml"
    file.write_text("tags:\n- Key: a\n- Key: b\ndisk: Size=3\nlimits: {a: 1}\n")
    made = parser()
    parsed = made.parse_args(["--config", str(file)])
    assert (parsed.tags, parsed.disk, parsed.limits) == ([Tag("a"), Tag("b")], Disk(3), {"a": 1})
    file.write_text(made.dump(parsed))
    again = parser().parse_args(["--config", str(file)])
    assert (again.tags, again.disk, again.limits) == (parsed.tags, parsed.disk, parsed.limits)


def test_a_fault_in_a_configuration_names_the_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "job.yaml"
    file.write_text("disk: {Size: x}\n")
    with pytest.raises(SystemExit):
        parser().parse_args(["--config", str(file)])
    assert "argument --disk: Size: expected an integer, got 'x'" in capsys.readouterr().err


def test_argcomplete_gets_the_candidates() -> None:
    action: Any = add_option(jsonargparse.ArgumentParser(), "--disk", Disk)
    assert action.completer(prefix="Size=1,Kind=s") == {"Size=1,Kind=ssd": "string"}
