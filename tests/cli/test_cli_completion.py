"""Tab completion of texts and schemas, set up by the line that the guide gives."""

import json
import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import complete, posix, program
from tests.conftest import PAGES
from tests.integrations.interactive import Bash

PLACE = {"properties": {"Uri": {"type": "string"}}}
TAGS = json.dumps({"items": {"properties": {"Key": {"enum": ["env", "team"]}, "Place": PLACE}}})


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    (tmp_path / "tags.json").write_text(TAGS)
    (tmp_path / "job.txt").symlink_to(PAGES / "make-job.txt")
    program(tmp_path)
    return tmp_path


@posix
def test_in_bash(directory: Path) -> None:
    with Bash('eval "$(_SHORTHAND_COMPLETE=bash_source shorthand)"', directory) as bash:
        assert bash.tab("shorthand to-js") == "shorthand to-json "
        assert bash.tab("shorthand to-json -s tags.json Key=e") == "shorthand to-json -s tags.json Key=env"
        assert bash.tab("shorthand check -s tags.json 'Pl") == "shorthand check -s tags.json 'Place={Uri="
        assert bash.tab("shorthand check -s page:jo") == "shorthand check -s page:job.txt"


DEVICES = "aws:ec2/run-instances#--block-device-mappings"
IN_ZSH = [
    ("to-js", "to-json "),
    ("to-json -s tags.json Key=e", "to-json -s tags.json Key=env"),
    ("check -s tags.json 'Pl", "check -s tags.json 'Place={Uri="),
    ("check -s tags.json Pl", r"check -s tags.json Place=\{Uri="),
    # Unquoted braces stay as they were typed.
    (f"check -s {DEVICES} Ebs={{VolumeType=g", f"check -s {DEVICES} Ebs={{VolumeType=gp"),
    (f"check -s {DEVICES} Ebs={{VolumeSize=20,VolumeT", f"check -s {DEVICES} Ebs={{VolumeSize=20,VolumeType="),
    (f"check -s {DEVICES} Ebs=\\{{VolumeType=g", f"check -s {DEVICES} Ebs=\\{{VolumeType=gp"),
    (f"check -s {DEVICES} 'Ebs={{VolumeType=g", f"check -s {DEVICES} 'Ebs={{VolumeType=gp"),
    (f'check -s {DEVICES} "Ebs={{VolumeType=g', f'check -s {DEVICES} "Ebs={{VolumeType=gp'),
    (
        "aws ec2 run-instances --block-device-mappings Ebs={VolumeType=g",
        "aws ec2 run-instances --block-device-mappings Ebs={VolumeType=gp",
    ),
    (
        "aws ec2 run-instances --block-device-mappings=Ebs={VolumeType=g",
        "aws ec2 run-instances --block-device-mappings=Ebs={VolumeType=gp",
    ),
    ("aws ec2 create-tags --tags=Key=a,V", "aws ec2 create-tags --tags=Key=a,Value="),
]


@posix
@pytest.mark.skipif(shutil.which("zsh") is None, reason="there is no zsh")
def test_in_zsh(directory: Path) -> None:
    from tests.cli.interactive_zsh import Zsh  # POSIX only

    with Zsh('eval "$(_SHORTHAND_COMPLETE=zsh_source shorthand)"', directory) as zsh:
        assert {typed: zsh.tab(f"shorthand {typed}") for typed, _ in IN_ZSH} == {
            typed: f"shorthand {line}" for typed, line in IN_ZSH
        }


IN_FISH = [
    ("to-js", ["to-json"]),
    ("to-json -s tags.json Key=e", ["Key=env"]),
    ("check -s tags.json Pl", ["Place={Uri="]),
    (f"check -s {DEVICES} Ebs={{VolumeType=g", ["Ebs={VolumeType=gp2", "Ebs={VolumeType=gp3"]),
    (f"check -s {DEVICES} 'Ebs={{VolumeSize=20,VolumeT", ["Ebs={VolumeSize=20,VolumeType="]),
    ("aws ec2 create-tags --tags=Key=a,V", ["--tags=Key=a,Value="]),
]


@posix
@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish")
@pytest.mark.parametrize(("typed", "candidates"), IN_FISH)
def test_in_fish(directory: Path, typed: str, candidates: list[str]) -> None:
    script = f"_SHORTHAND_COMPLETE=fish_source shorthand | source\ncomplete -C {shlex.quote('shorthand ' + typed)}\n"
    path = f"{directory}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["fish", "--no-config", "-c", script.replace("'\"'\"'", "\\'")],
        capture_output=True,
        text=True,
        check=True,
        cwd=directory,
        env={**os.environ, "PATH": path},
    )
    assert [line.partition("\t")[0] for line in done.stdout.splitlines()] == candidates


def test_what_zsh_and_fish_receive(directory: Path) -> None:
    assert complete(directory, "zsh", "to-json", "-s", "tags.json", "Key=") == [
        *("part", "Key=env", "string"),
        *("part", "Key=team", "string"),
    ]
    assert complete(directory, "fish", "options", "-s", "page:job.txt#--na") == ["plain,page:job.txt#--names"]
    assert complete(directory, "fish", "check", "-s", "aws:sagemaker-edg") == ["plain,aws:sagemaker-edge/"]
    assert complete(directory, "fish", "check", "-s", "aws:sagemaker/create-auto-ml-job#--ta") == [
        "plain,aws:sagemaker/create-auto-ml-job#--tags"
    ]
    assert complete(directory, "fish", "check", "-s", "aws:sqs/tag") == ["plain,aws:sqs/tag-queue"]
    assert complete(directory, "fish", "check", "-s", "aws:nowhere/x") == [""]
    assert complete(directory, "fish", "check", "-s", "ta") == ["plain,tags.json"]
    assert complete(directory, "fish", "check", "-s", "p") == ["plain,page:", "plain,python:"]


def test_nothing_is_offered_for_an_unreadable_schema(directory: Path) -> None:
    assert complete(directory, "fish", "check", "-s", "page:nowhere#--x") == [""]
    assert complete(directory, "fish", "check", "-s", "nowhere.json", "K") == [""]
    assert complete(directory, "fish", "to-json", "K") == [""]


def test_the_schemas_of_the_aws_cli(directory: Path) -> None:
    assert complete(directory, "fish", "check", "-s", "aws:sagemaker/create-auto-ml-job-v") == [
        "plain,aws:sagemaker/create-auto-ml-job-v2"
    ]
    assert "plain,aws:sagemaker/" in complete(directory, "fish", "check", "-s", "aws:sage")
