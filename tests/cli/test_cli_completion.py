"""Tab completion of texts and schemas, set up by the line that the README gives."""

import json
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


def test_nothing_is_offered_for_an_unreadable_schema(directory: Path) -> None:
    assert complete(directory, "fish", "check", "-s", "page:nowhere#--x") == [""]
    assert complete(directory, "fish", "check", "-s", "nowhere.json", "K") == [""]
    assert complete(directory, "fish", "to-json", "K") == [""]


def test_the_schemas_of_the_aws_cli(directory: Path) -> None:
    assert complete(directory, "fish", "check", "-s", "aws:sagemaker/create-auto-ml-job-v") == [
        "plain,aws:sagemaker/create-auto-ml-job-v2"
    ]
    assert "plain,aws:sagemaker/" in complete(directory, "fish", "check", "-s", "aws:sage")
