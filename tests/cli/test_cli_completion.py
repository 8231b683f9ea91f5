"""Tab in the command itself, set up by the line that the README gives."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PAGES
from tests.integrations.interactive import Bash

PLACE = {"properties": {"Uri": {"type": "string"}}}
TAGS = json.dumps({"items": {"properties": {"Key": {"enum": ["env", "team"]}, "Place": PLACE}}})


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    (tmp_path / "tags.json").write_text(TAGS)
    (tmp_path / "job.txt").symlink_to(PAGES / "make-job.txt")
    program = tmp_path / "shorthand"
    program.write_text(f"#!{sys.executable}\nfrom shorthand.__main__ import main\n\nmain()\n")
    program.chmod(0o755)
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="bash on a terminal")
def test_in_bash(directory: Path) -> None:
    with Bash('eval "$(_SHORTHAND_COMPLETE=bash_source shorthand)"', directory) as bash:
        assert bash.tab("shorthand to-js") == "shorthand to-json "
        assert bash.tab("shorthand to-json -s tags.json Key=e") == "shorthand to-json -s tags.json Key=env"
        assert bash.tab("shorthand check -s tags.json 'Pl") == "shorthand check -s tags.json 'Place={Uri="
        assert bash.tab("shorthand check -s page:jo") == "shorthand check -s page:job.txt"


def complete(directory: Path, shell: str, *words: str) -> list[str]:
    line = ["shorthand", *words]
    environment = {
        "zsh": {"COMP_WORDS": "\n".join(line), "COMP_CWORD": str(len(words))},
        "fish": {"COMP_WORDS": " ".join(line), "COMP_CWORD": words[-1]},
    }
    done = subprocess.run(
        [str(directory / "shorthand")],
        capture_output=True,
        text=True,
        check=True,
        cwd=directory,
        env={**os.environ, "_SHORTHAND_COMPLETE": f"{shell}_complete", **environment[shell]},
    )
    return done.stdout.splitlines()


def test_in_zsh_and_fish(directory: Path) -> None:
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


def test_where_there_is_nothing_to_offer_it_is_silent(directory: Path) -> None:
    assert complete(directory, "fish", "check", "-s", "page:nowhere#--x") == [""]
    assert complete(directory, "fish", "check", "-s", "nowhere.json", "K") == [""]
    assert complete(directory, "fish", "to-json", "K") == [""]


def test_whole_commands(directory: Path) -> None:
    def names(*words: str) -> list[str]:
        return [line.partition(",")[2].partition("\t")[0] for line in complete(directory, "fish", "aws", *words)]

    assert "sagemaker" in names("sagem")
    assert names("ec2", "create-ta") == ["create-tags"]
    assert "instance-running" in names("ec2", "wait", "inst")
    assert names("ec2", "create-tags", "--") == ["--dry-run", "--no-dry-run", "--resources", "--tags"]
    assert names("ec2", "create-tags", "--tags", "Key=a,") == ["Key=a,Value="]
    assert "t3.micro" in names("ec2", "run-instances", "--instance-type", "t3")
    assert names("--fro") == ["--from-json"]
    assert names("nowhere", "x") == [""]


def test_the_schemas_of_the_aws_cli(directory: Path) -> None:
    assert complete(directory, "fish", "check", "-s", "aws:sagemaker/create-auto-ml-job-v") == [
        "plain,aws:sagemaker/create-auto-ml-job-v2"
    ]
    assert "plain,aws:sagemaker/" in complete(directory, "fish", "check", "-s", "aws:sage")
