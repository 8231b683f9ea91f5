"""Building the model file from the installed AWS CLI."""

import subprocess
import sys
import zlib
from pathlib import Path

import awscli
import pytest

from shorthand.aws.build_models import build, service_block
from shorthand.aws.model_file import ModelFile
from shorthand.aws.models import BUNDLED


@pytest.mark.parametrize("service", ["acm", "ecs", "ses", "s3", "cloudsearch"])
def test_the_bundled_models_are_fresh(service: str) -> None:
    bundled = ModelFile(BUNDLED)
    assert bundled.version == awscli.__version__
    # Inflated, because one Python deflates differently from another.
    fresh, kept = (zlib.decompress(block) for block in (service_block(service), bundled.compressed(service)))
    assert fresh == kept


def test_building_gives_the_same_bytes(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    built = build(lambda done, whole: seen.append((done, whole)), jobs=2, services=["sts", "acm", "elb"])
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert build(jobs=1, services=["acm", "elb", "sts"]) == built
    path = tmp_path / "own.models"
    path.write_bytes(built)
    assert ModelFile(path).services == ["acm", "elb", "sts"]


def test_building_without_an_aws_cli() -> None:
    code = (
        "import sys; sys.modules['awscli'] = None; sys.argv = ['shorthand', 'models', 'build']; "
        "from shorthand.cli.main import run; run()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is none beside shorthand\n  hint: install it where shorthand is:" in done.stderr
