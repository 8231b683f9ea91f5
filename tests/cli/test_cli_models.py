"""`shorthand models`."""

from collections.abc import Callable
from pathlib import Path

import click
import pytest

from shorthand.aws import build_models
from shorthand.aws.models import BUNDLED
from shorthand.cli.main import cli
from tests.cli.command import posix, run


def test_shows_the_version_of_the_aws_cli() -> None:
    code, out, _ = run("models")
    assert (code, out.startswith("AWS CLI 2.38.1 and 1.46.3, 447 services, ")) == (0, True)


def test_a_missing_file_is_an_error() -> None:
    code, out, err = run("models", env={"SHORTHAND_MODELS": "/no/such/file"})
    assert (code, out) == (2, "")
    assert "the models cannot be read: /no/such/file: No such file" in err


@posix
@pytest.mark.parametrize(
    ("file", "message"),
    [
        (".", ". is a directory\n  hint: name a file: -o aws.models"),
        ("/dev/null", "/dev/null is not a regular file"),
        ("/proc/no/such", "/proc/no/such cannot be written"),
        ("/dev/null/file", "/dev/null/file cannot be written: "),
    ],
)
def test_a_file_that_cannot_be_written_is_an_error_before_the_work(file: str, message: str) -> None:
    code, out, err = run("models", "build", "-o", file)
    assert (code, out) == (2, "")
    assert message in err


def build(monkeypatch: pytest.MonkeyPatch, target: Path, make: Callable[[], bytes]) -> object:
    monkeypatch.setattr(build_models, "build", lambda progress, jobs: make())
    return cli.main(["models", "build", "-o", str(target)], standalone_mode=False)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("no")])
def test_a_failed_build_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail() -> bytes:
        assert len(list(tmp_path.iterdir())) == 2
        raise error

    (tmp_path / "aws.models").write_bytes(b"old")
    with pytest.raises((RuntimeError, KeyboardInterrupt, click.Abort)):
        build(monkeypatch, tmp_path / "aws.models", fail)
    assert [path.name for path in tmp_path.iterdir()] == ["aws.models"]
    assert (tmp_path / "aws.models").read_bytes() == b"old"


def test_a_link_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "new" / "target")
    assert build(monkeypatch, tmp_path / "link", Path(BUNDLED).read_bytes) == 0
    assert (tmp_path / "link").is_symlink()
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["target"]
    assert capfd.readouterr().out.startswith("AWS CLI ")
