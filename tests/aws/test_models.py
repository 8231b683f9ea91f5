"""The bundled models: what they know, that they are fresh, and who wins."""

import json
import subprocess
import sys
import zlib
from pathlib import Path

import awscli
import pytest

from shorthand import shapes, sources
from shorthand.aws import model_file
from shorthand.aws import models as aws_cli
from shorthand.aws.build_models import build, service_block
from shorthand.errors import ShorthandError
from tests.aws import awscli_tables, documented

SERVICES = awscli_tables.services()

# The largest services stay for the command that checks them all; those with commands of their own kind are here.
SAMPLE = sorted({*SERVICES[::16], "elb", "firehose", "workspaces", "deploy", "emr", "lambda", "iot-data", "dynamodb"})


@pytest.mark.parametrize("service", SAMPLE)
def test_every_option_is_as_documented(service: str) -> None:
    counts, wrong = documented.compare(service)
    assert not wrong
    assert counts["options"] or service in ("s3", "configure", "history")


@pytest.mark.parametrize("service", ["acm", "ecs", "ses", "s3", "cloudsearch"])
def test_the_bundled_models_are_fresh(service: str) -> None:
    bundled = model_file.ModelFile(aws_cli.BUNDLED)
    assert bundled.version == awscli.__version__
    # The blocks are not compared as they are: what deflates them differs from one Python to another.
    fresh, kept = (zlib.decompress(block) for block in (service_block(service), bundled.compressed(service)))
    assert fresh == kept


def test_building_gives_the_same_bytes(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    built = build(lambda done, whole: seen.append((done, whole)), jobs=2, services=["sts", "acm", "elb"])
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert build(jobs=1, services=["acm", "elb", "sts"]) == built
    path = tmp_path / "own.models"
    path.write_bytes(built)
    assert model_file.ModelFile(path).services == ["acm", "elb", "sts"]


def test_building_without_an_aws_cli() -> None:
    code = (
        "import sys; sys.modules['awscli'] = None; sys.argv = ['shorthand', 'models', 'build']; "
        "from shorthand.cli.main import run; run()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is none beside shorthand\n  hint: install it where shorthand is:" in done.stderr


def test_they_are_all_there_and_small() -> None:
    bundled = model_file.ModelFile(aws_cli.BUNDLED)
    assert bundled.services == SERVICES
    assert Path(aws_cli.BUNDLED).stat().st_size < 3_000_000


def test_the_file_is_the_same_in_whatever_order_its_services_come() -> None:
    blocks = {name: model_file.compressed({name: {}}, []) for name in ("b", "a", "c")}
    assert model_file.whole("1", blocks) == model_file.whole("1", dict(sorted(blocks.items())))


def test_a_command_and_its_options() -> None:
    command = sources.aws("sagemaker", "create-auto-ml-job")
    assert command.name == "create-auto-ml-job"
    assert list(command.options)[:2] == ["--auto-ml-job-name", "--input-data-config"]
    tags = command.options["--tags"]
    assert (tags.member, tags.required) == ("Tags", False)
    assert tags.syntax() == "Key=string,Value=string ..."
    assert command.options["--generate-candidate-definitions-only"].negative == (
        "--no-generate-candidate-definitions-only"
    )
    assert isinstance(command.input_shape, shapes.Structure)
    assert command.input_shape.required == ("AutoMLJobName", "InputDataConfig", "OutputDataConfig", "RoleArn")


def test_a_shape_that_holds_itself() -> None:
    item = sources.aws("dynamodb", "put-item").options["--item"]
    assert isinstance(item.shape, shapes.Map)
    value = shapes.resolved(item.shape.value)
    assert isinstance(value, shapes.Structure)
    nested = value.members["M"]
    assert isinstance(nested, shapes.Map)
    assert shapes.resolved(nested.value) is value


@pytest.mark.parametrize(
    ("service", "operation", "name", "syntax"),
    [
        ("elb", "remove-tags", "--tags", "--tags Key1 Key2 Key3"),
        (
            "workspaces",
            "rebuild-workspaces",
            "--rebuild-workspace-requests",
            "--rebuild-workspace-requests WorkspaceId1",
        ),
        (
            "deploy",
            "create-deployment",
            "--s3-location",
            "bucket=string,key=string,bundleType=string,eTag=string,version=string",
        ),
        ("s3", "cp", "--metadata", "KeyName1=string,KeyName2=string"),
        ("ec2", "wait instance-running", "--filters", "Name=string,Values=string,string ..."),
    ],
)
def test_what_customisations_made_of_it(service: str, operation: str, name: str, syntax: str) -> None:
    assert sources.aws(service, operation).options[name].syntax() == syntax


def test_what_pages_by_itself_is_hidden() -> None:
    command = sources.aws("acm", "list-certificates")
    assert "--next-token" in command.hidden
    assert "--max-items" in command.options
    assert command.options["--max-items"].member is None


def test_the_nearest_name() -> None:
    with pytest.raises(ShorthandError, match="no service 'sagmaker'") as caught:
        sources.aws("sagmaker", "x")
    assert caught.value.hint.startswith("did you mean sagemaker")
    with pytest.raises(ShorthandError, match="ec2 has no command 'run-instance'") as caught:
        sources.aws("ec2", "run-instance")
    assert "run-instances" in caught.value.hint


def test_the_users_own_models_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    block = model_file.compressed({"go": {"options": [{"name": "x", "shape": 0}]}}, ["string"])
    own = tmp_path / "own.models"
    own.write_bytes(model_file.whole("9.9", {"mine": block}))
    monkeypatch.setenv("SHORTHAND_MODELS", str(own))
    assert aws_cli.model_file().version == "9.9"
    assert list(sources.aws("mine", "go").options) == ["--x"]


@pytest.mark.parametrize(
    "content",
    [b"", b"not json\n", b'{"format": 0, "awscli": "1"}\n', b"[]\n", b'{"format": 1}\n', b"\xff\xfe\n"],
)
def test_a_file_of_another_format(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "own.models"
    path.write_bytes(content)
    with pytest.raises(ShorthandError, match="not of the format") as caught:
        model_file.ModelFile(path)
    assert "shorthand models build" in caught.value.hint


@pytest.mark.parametrize("block", [b"not deflated", zlib.compress(b"{"), b"", zlib.compress(b"")])
def test_a_damaged_block(tmp_path: Path, block: bytes) -> None:
    path = tmp_path / "own.models"
    path.write_bytes(json.dumps({"format": 1, "awscli": "1", "services": {"a": [0, 100]}}).encode() + b"\n" + block)
    with pytest.raises(ShorthandError, match="are damaged"):
        model_file.ModelFile(path).service("a")
