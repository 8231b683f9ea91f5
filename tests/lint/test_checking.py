"""`shorthand.lint.check`: what is found in scripts and documents, and what is left alone."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from shorthand import lint
from shorthand.errors import ShorthandError

HERE = Path(__file__).parent
CLEAN = HERE / "clean_files"
MARKED: list[dict[str, str]] = tomllib.loads((HERE / "marked_files.toml").read_text("utf-8"))["file"]
CASES: list[dict[str, Any]] = tomllib.loads((HERE / "cases.toml").read_text("utf-8"))["case"]


def found_in(case: dict[str, Any]) -> list[lint.Finding]:
    return lint.check(case["script"], kind=case.get("kind", "bash"), select=case.get("select"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_what_is_found(case: dict[str, Any]) -> None:
    shown = [f"{one.code} {case['script'][one.start : one.end]}" for one in found_in(case)]
    assert shown == case["findings"]


@pytest.mark.parametrize("case", [case for case in CASES if "fixed" in case], ids=lambda case: str(case["name"]))
def test_the_corrections(case: dict[str, Any]) -> None:
    fixed, applied = lint.apply_fixes(case["script"], found_in(case), unsafe=True)
    assert (fixed, applied) == (case["fixed"], 1)


@pytest.mark.parametrize(
    "path",
    sorted(path for path in CLEAN.rglob("*") if path.is_file()),
    ids=lambda path: str(path.relative_to(CLEAN)),
)
def test_nothing_is_found_where_nothing_is_wrong(path: Path) -> None:
    assert lint.check(path.read_bytes(), path=str(path.relative_to(CLEAN))) == []


@pytest.mark.parametrize("file", MARKED, ids=lambda file: f"{file['name']} {file['code']}")
def test_a_fault_is_found_at_its_place_and_nothing_else(file: dict[str, str]) -> None:
    before, _, after = file["text"].partition("«")
    (found,) = lint.check(f"{before}{after.replace('»', '')}".encode(), path=file["name"])
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    assert (found.code, found.start, found.line, found.column) == (file["code"], len(before), line, column)


@pytest.mark.parametrize(
    "file", [file for file in MARKED if "fixed" in file], ids=lambda file: f"{file['name']} {file['code']}"
)
def test_a_correction_changes_nothing_else_and_leaves_nothing(file: dict[str, str]) -> None:
    text = file["text"].replace("«", "").replace("»", "")
    fixed, _ = lint.apply_fixes(text, lint.check(text.encode(), path=file["name"]), unsafe=True)
    assert fixed == file["fixed"]
    left = lint.check(fixed.encode(), path=file["name"])
    assert not [finding for finding in left if finding.fixes]
    assert lint.apply_fixes(fixed, left, unsafe=True) == (fixed, 0)


def test_every_rule_has_a_case() -> None:
    found = {one.split()[0] for case in CASES for one in case["findings"]}
    elsewhere = {"SH001", "SH205", "SH206", "SH207", "SH208"}
    assert found | elsewhere == set(lint.RULES)


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("aws ec2 authorize-security-group-ingress --group-id g --ip-permissions Bogus=1", "SH204"),
        ("aws dynamodb create-backup --table-name '' --backup-name abc", "SH208"),
        ("aws s3api put-bucket-tagging --bucket b --tagging 'TagSet=[{Key=a}]'", "SH205"),
        ("aws ec2 run-instances --block-device-mappings 'Ebs={VolumeSize=1,VolumeSize=2}'", "SH207"),
    ],
)
def test_rules_about_values(script: str, code: str) -> None:
    assert code in [one.code for one in lint.check(script, kind="bash")]


def test_a_finding_has_its_line_and_column() -> None:
    (found,) = lint.check("true\n\naws ec2 \\\n  create-tag\n", kind="bash", path="a.sh")
    assert (found.line, found.column, found.end_line, found.end_column) == (4, 3, 4, 13)
    assert str(found).startswith("a.sh:4:3: SH102 ")
    assert (found.command, found.name) == ("ec2", "unknown-operation")


def test_the_kind_is_known_by_the_name() -> None:
    text = "# Guide\n\n```sh\naws ec2 create-tag\n```\n"
    assert [one.line for one in lint.check(text, path="guide.md")] == [4]


@pytest.mark.parametrize(
    "content", [b"\0\1", b"aws \xff", b"a" * 5_000_000, "'" * 9, "aws ec2 '", "\n" * 1_000, "aws " + "x" * 900_000]
)
def test_broken_files_give_a_finding_or_nothing(content: bytes | str) -> None:
    found = lint.check(content, kind="bash")
    assert [one.code for one in found] in ([], ["SH001"], ["SH101"])


def test_the_version_of_the_aws_cli() -> None:
    assert lint.check("aws ecr get-login", kind="bash", version=1) == []


def test_an_unknown_rule() -> None:
    with pytest.raises(ShorthandError, match="unknown rule 'SH9'"):
        lint.check("", ignore=["SH9"])


def test_one_word_of_a_variable_is_reported_once() -> None:
    use = 'aws ec2 create-tags --resources i-1 --tags "$T"\n'
    assert len(lint.check(f"T=Keys=a\n{use}{use}", kind="bash")) == 1


@pytest.mark.parametrize(("kind", "hint"), [("bsh", "did you mean bash or sh?"), ("no such kind", "")])
def test_an_unknown_kind(kind: str, hint: str) -> None:
    with pytest.raises(ShorthandError, match=f"unknown kind of file '{kind}'") as caught:
        lint.check("", kind=kind)
    assert caught.value.hint == hint
    assert ("makefile" in caught.value.expected) != bool(hint)
