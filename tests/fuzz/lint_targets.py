"""The fuzz targets of the linter."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from shorthand import ShorthandError
from shorthand.errors.rendering import plain
from shorthand.lint import Finding, apply_fixes, check, kind_of
from shorthand.lint.finding_text import concise, full, statistics
from shorthand.lint.fixing import difference
from shorthand.lint.formats import as_github, as_gitlab, as_json, as_junit, as_sarif
from tests.fuzz.checks import documented, silent, target
from tests.fuzz.scripts import CODES, KINDS, PATHS, SCRIPTS


@target
@given(
    text=SCRIPTS,
    kind=KINDS,
    path=PATHS,
    select=st.none() | CODES,
    ignore=CODES,
    version=st.sampled_from([None, None, 1, 2, 3]),
    is_unsafe=st.booleans(),
)
def lint(
    text: str,
    kind: str | None,
    path: str,
    select: list[str] | None,
    ignore: list[str],
    version: int | None,
    is_unsafe: bool,
) -> None:
    found = documented(check, text, kind=kind, path=path, select=select, ignore=ignore, version=version)
    if isinstance(found, ShorthandError):
        found = documented(check, text, path=path)
    _check_findings(found, text, path)
    fixed, count = silent(apply_fixes, text, found, unsafe=is_unsafe)
    if bool(count) != any(fix.is_certain or is_unsafe for one in found for fix in one.fixes[:1]):
        raise AssertionError(f"{count} corrections of {found!r}")
    silent(difference, text, fixed, path)
    _check_findings(documented(check, fixed, kind=kind if found else None, path=path), fixed, path)


@target
@given(
    content=SCRIPTS.map(lambda text: text.encode("utf-8", "surrogatepass"))
    | SCRIPTS.map(lambda text: text.encode("utf-16", "surrogatepass"))
    | st.binary(max_size=40),
    kind=KINDS,
    path=PATHS,
)
def lint_bytes(content: bytes, kind: str | None, path: str) -> None:
    _check_findings(documented(check, content, kind=kind, path=path), content.decode("utf-8", "replace"), path)


@target
@given(path=PATHS, text=SCRIPTS)
def kind_of_file(path: str, text: str) -> None:
    silent(kind_of, path, text)


def _check_findings(found: list[Finding] | ShorthandError, text: str, path: str) -> None:
    """Write findings in every format. Of an error nothing is asked."""
    if isinstance(found, ShorthandError):
        return
    for one in found:
        if not 0 <= one.start <= one.end <= len(text) or one.line < 1 or one.column < 1:
            raise AssertionError(f"{one!r} is not in {text!r}")
        silent(str, one)
        silent(as_github, one)
        silent(concise, one, plain)
        silent(full, one, text, plain)
    silent(statistics, found)
    for write in (as_json, as_gitlab):
        silent(json.loads, silent(write, found))
    silent(json.loads, silent(as_sarif, found, "1"))
    report = silent(as_junit, found, [path])
    silent(ET.fromstring, report.encode("utf-8", "surrogatepass"))
