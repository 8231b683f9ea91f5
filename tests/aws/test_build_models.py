"""Building the model file from the installed AWS CLI."""

import subprocess
import sys
from pathlib import Path

import awscli
import pytest

from shorthand.aws.build_models import MAJOR, build
from shorthand.aws.command import Command
from shorthand.aws.model_file import ModelFile
from shorthand.aws.models import BUNDLED, aws, operations
from shorthand.shapes.documented_syntax import json_syntax


def commands(service: str) -> list[Command]:
    return [aws(service, name, MAJOR) for name in sorted(operations(service, MAJOR))]


@pytest.mark.parametrize("service", ["acm", "ecs", "ses", "s3", "cloudsearch"])
def test_the_bundled_models_are_fresh(service: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ModelFile(BUNDLED).versions[MAJOR] == awscli.__version__
    bundled = commands(service)
    path = tmp_path / "fresh.models"
    path.write_bytes(build(jobs=1, services=[service]))
    monkeypatch.setenv("SHORTHAND_MODELS", str(path))
    fresh = commands(service)
    assert fresh == bundled
    # Equality does not look into shapes that recur.
    for one, other in zip(fresh, bundled, strict=True):
        for option, known in zip(one.all_options(), other.all_options(), strict=True):
            assert json_syntax(option.shape) == json_syntax(known.shape)


def test_building_gives_the_same_bytes(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    built = build(lambda done, whole: seen.append((done, whole)), jobs=2, services=["sts", "acm", "elb"])
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert build(jobs=1, services=["acm", "elb", "sts"]) == built
    path = tmp_path / "own.models"
    path.write_bytes(built)
    assert ModelFile(path).services == ["acm", "elb", "sts"]
    assert ModelFile(path).versions == {MAJOR: awscli.__version__}


def test_building_without_an_aws_cli() -> None:
    code = (
        "import sys; sys.modules['awscli'] = None; sys.argv = ['shorthand', 'models', 'build']; "
        "from shorthand.cli.main import run; run()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is not installed beside shorthand\n  hint: install it:" in done.stderr
