"""Write findings as the formats that other tools read."""

from __future__ import annotations

import hashlib
import html
import json
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any

from shorthand.lint.finding import Finding
from shorthand.lint.rules import RULES, Severity

_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_GITLAB = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def as_json(findings: Sequence[Finding]) -> str:
    """Write findings as one JSON array."""
    return _json([_as_data(finding) for finding in findings])


def _as_data(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "path": finding.path,
        "span": [finding.start, finding.end],
        "start": {"line": finding.line, "column": finding.column},
        "end": {"line": finding.end_line, "column": finding.end_column},
        "command": finding.command,
        "fixes": [
            {
                "message": fix.message,
                "certain": fix.is_certain,
                "edits": [{"span": [edit.start, edit.end], "text": edit.text} for edit in fix.edits],
            }
            for fix in finding.fixes
        ],
    }


def as_sarif(findings: Sequence[Finding], version: str) -> str:
    """Write findings as SARIF 2.1.0.

    Args:
        findings: The findings.
        version: The version of this program.
    """
    used = sorted({finding.code for finding in findings})
    driver = {
        "name": "shorthand",
        "version": version,
        "rules": [
            {
                "id": code,
                "name": RULES[code].name,
                "shortDescription": {"text": RULES[code].summary},
                "defaultConfiguration": {"level": RULES[code].severity.value},
            }
            for code in used
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(finding, used) for finding in findings],
    }
    log = {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return _json(log)


def _sarif_result(finding: Finding, codes: list[str]) -> dict[str, Any]:
    location = {"uri": _uri(finding.path)}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.severity.value,
        "message": {"text": _with_hint(finding)},
        "locations": [{"physicalLocation": {"artifactLocation": location, "region": _region(finding)}}],
    }
    if finding.fixes:
        result["fixes"] = [
            {
                "description": {"text": fix.message},
                "artifactChanges": [
                    {
                        "artifactLocation": location,
                        "replacements": [
                            {
                                "deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
                                "insertedContent": {"text": edit.text},
                            }
                            for edit in fix.edits
                        ],
                    }
                ],
            }
            for fix in finding.fixes
        ]
    return result


def _region(finding: Finding) -> dict[str, int]:
    return {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }


def as_gitlab(findings: Sequence[Finding]) -> str:
    """Write findings as a code quality report of GitLab."""
    seen: dict[str, int] = {}
    report = []
    for finding in findings:
        key = f"{finding.path}\0{finding.code}\0{finding.command}\0{finding.message}"
        seen[key] = seen.get(key, 0) + 1
        report.append(
            {
                "description": f"{finding.code}: {_with_hint(finding)}",
                "check_name": finding.code,
                "fingerprint": hashlib.sha256(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest(),
                "severity": _GITLAB[finding.severity],
                "location": {
                    "path": _uri(finding.path),
                    "positions": {
                        "begin": {"line": finding.line, "column": finding.column},
                        "end": {"line": finding.end_line, "column": finding.end_column},
                    },
                },
            }
        )
    return _json(report)


def as_junit(findings: Sequence[Finding], files: Iterable[str]) -> str:
    """Write findings as a JUnit report, with a test case for each file that was checked."""
    by_path: dict[str, list[Finding]] = {path: [] for path in files}
    for finding in findings:
        by_path.setdefault(finding.path, []).append(finding)
    cases = []
    for path, own in by_path.items():
        failures = [
            f'      <failure type="{finding.code}" message={_attribute(finding.message)}>'
            f"{_xml(f'line {finding.line}, column {finding.column}: {_with_hint(finding)}')}</failure>"
            for finding in own
        ]
        head = f'    <testcase classname="shorthand" name={_attribute(path)}'
        cases.append("\n".join([f"{head}>", *failures, "    </testcase>"]) if failures else f"{head}/>")
    wrong = sum(bool(own) for own in by_path.values())
    head = f'<testsuite name="shorthand lint" tests="{len(by_path)}" failures="{wrong}">'
    body = ['<?xml version="1.0" encoding="utf-8"?>', "<testsuites>", f"  {head}", *cases, "  </testsuite>"]
    return "\n".join([*body, "</testsuites>"])


def as_github(finding: Finding) -> str:
    """Write a finding as an annotation of GitHub Actions."""
    properties = {
        "title": f"shorthand {finding.code}",
        "file": _uri(finding.path),
        "line": finding.line,
        "col": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    shown = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = f"{finding.path}:{finding.line}:{finding.column}: {finding.code} {_with_hint(finding)}"
    return f"::{_GITHUB[finding.severity]} {shown}::{_data(message)}"


def _with_hint(finding: Finding) -> str:
    return f"{finding.message}; {finding.hint}" if finding.hint else finding.message


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _json(data: Any) -> str:
    """Write data as JSON: in ASCII where a name or a text has lone surrogates, which no encoding takes."""
    text = json.dumps(data, indent=2, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(data, indent=2)
    return text


def _uri(path: str) -> str:
    """Return a path as these formats want it: relative where that is possible, with slashes."""
    if os.path.isabs(path):
        relative = os.path.relpath(path)
        path = path if relative.startswith("..") else relative
    return PurePath(path).as_posix()


def _xml(text: str) -> str:
    return html.escape(_NOT_IN_XML.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return f'"{_xml(text)}"'
