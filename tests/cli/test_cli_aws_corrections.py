"""`shorthand aws` shows only whole commands as corrections, also where only the whole command tells what was meant."""

from __future__ import annotations

import shlex

import pytest

from tests.cli.command import run

CREATE = ("rds", "create-db-instance", "--db-instance-identifier", "d", "--engine", "mysql")
SMALL = ("--db-instance-class", "db.t3.micro")
JSON = "--cli-input-json"


@pytest.mark.parametrize(
    ("words", "reason", "fixed"),
    [
        (
            ("ec2", "create-tags", JSON, '{"resources": ["i-1"], "tags": [{"key": "a"}]}'),
            "resources: unknown member 'resources'",
            ("ec2", "create-tags", JSON, '{"Resources":["i-1"],"Tags":[{"Key":"a"}]}'),
        ),
        (
            ("ec2", "create-tags", f'{JSON}={{"Resources": ["i-1"], "Tags": [{{"Kye": "a"}}]}}'),
            "Tags[0].Kye: unknown member 'Kye'",
            ("ec2", "create-tags", JSON, '{"Resources":["i-1"],"Tags":[{"Key":"a"}]}'),
        ),
        (
            ("ec2", "create-tags", JSON, "@spec.json"),
            "invalid JSON: unexpected '@spec.json'",
            ("ec2", "create-tags", JSON, "file://spec.json"),
        ),
        (
            (*CREATE, *SMALL, "--allocated-storage", "20GB"),
            "--allocated-storage: expected an integer, got '20GB'",
            (*CREATE, *SMALL, "--allocated-storage", "20"),
        ),
    ],
)
def test_the_whole_command_is_corrected(words: tuple[str, ...], reason: str, fixed: tuple[str, ...]) -> None:
    code, out, err = run("aws", *words)
    assert (code, out) == (2, "")
    assert err.startswith(reason + "\n")
    assert err.endswith(f"\n  try: shorthand aws {shlex.join(fixed)}\n")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("ec2", "create-tags", JSON, '{"resources": ["i-1"], "labels": []}'), "resources: unknown member"),
        (("ec2", "create-tags", JSON, '{"Resources": ["i-1"], "resources": ["i-2"]}'), "resources: unknown member"),
        (("ec2", "create-tags", JSON, "{}"), "ec2 create-tags needs --resources and --tags"),
        (("ec2", "create-tags", JSON, "{"), "invalid JSON"),
        (("ec2", "create-volume", "--availability-zone", "a", "--size", "20GB"), "--size: expected an integer"),
        # One word is corrected, and another is not.
        (("ec2", "create-tags", "--resources", "i-1", "--tags", "Key:a", "x"), "--tags: "),
    ],
)
def test_no_part_of_a_command_is_shown_as_a_correction(words: tuple[str, ...], reason: str) -> None:
    code, _, err = run("aws", *words)
    assert code == 2
    assert err.startswith(reason)
    assert "try:" not in err
