"""The formats that other tools read."""

import json
from xml.etree import ElementTree

import pytest

from shorthand import lint
from shorthand.lint.formats import as_github, as_gitlab, as_json, as_junit, as_sarif

TEXT = "aws ec2 create-tag\naws ec2 create-tag\naws ec2 create-tags --resources i-1 --tags 'Valu=\u0007<%'\n"
FINDINGS = lint.check(TEXT, kind="bash", path="a,b.sh")


def test_json() -> None:
    first = json.loads(as_json(FINDINGS))[0]
    assert first == {
        "code": "SH102",
        "name": "unknown-operation",
        "severity": "error",
        "message": "ec2 has no command 'create-tag'",
        "hint": "did you mean create-tags?",
        "path": "a,b.sh",
        "span": [8, 18],
        "start": {"line": 1, "column": 9},
        "end": {"line": 1, "column": 19},
        "command": "ec2",
        "fixes": [
            {"message": "write create-tags", "certain": False, "edits": [{"span": [8, 18], "text": "create-tags"}]}
        ],
    }


def test_sarif() -> None:
    run = json.loads(as_sarif(FINDINGS, "1.0"))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["SH102", "SH201"]
    result = run["results"][0]
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 1,
        "startColumn": 9,
        "endLine": 1,
        "endColumn": 19,
    }
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["deletedRegion"] == {"charOffset": 8, "charLength": 10}
    assert all(run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])


def test_gitlab_tells_equal_findings_apart() -> None:
    report = json.loads(as_gitlab(FINDINGS))
    assert len({one["fingerprint"] for one in report}) == len(FINDINGS)
    assert report[0]["severity"] == "major"


def test_junit() -> None:
    root = ElementTree.fromstring(as_junit(FINDINGS, ["a,b.sh", "clean.sh"]))
    suite = root[0]
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert [len(case) for case in suite] == [len(FINDINGS), 0]


def test_github() -> None:
    line = as_github(FINDINGS[0])
    assert line.startswith(
        "::error title=shorthand SH102,file=a%2Cb.sh,line=1,col=9,endLine=1,endColumn=19::a,b.sh:1:9: "
    )
    assert all("\n" not in as_github(finding) for finding in FINDINGS)


@pytest.mark.parametrize("path", ["\udcff.sh", "\ud800", "\uffff", "a\0"])
def test_any_file_name_can_be_written(path: str) -> None:
    found = lint.check("aws ec2 create-tag", kind="bash", path=path)
    for text in (as_json(found), as_sarif(found, "1"), as_gitlab(found)):
        json.loads(text.encode())
    assert len(ElementTree.fromstring(as_junit(found, [path]).encode())[0]) == 1
