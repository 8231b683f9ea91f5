"""A candidate reads, and passes what the AWS CLI checks itself, unless a file gives part of it."""

from __future__ import annotations

import pytest

import shorthand
from shorthand import ShorthandError, shapes
from shorthand.suggest.candidates import candidate_faults
from shorthand.syntax.raw import Files

SHAPE = shapes.Structure({"Name": shapes.String(minimum=1), "At": shapes.Timestamp()})


def reasons(text: str, *, allows_files: bool) -> list[str]:
    def read(files: Files | None) -> object:
        return shorthand.loads(text, SHAPE, files=files)

    return [fault.reason for fault in candidate_faults(read, SHAPE, allows_files=allows_files)]


@pytest.mark.parametrize("allows_files", [True, False])
def test_a_candidate_reads_and_passes(allows_files: bool) -> None:
    assert reasons("Name=a,At=2020-01-01", allows_files=allows_files) == []
    assert reasons("Name=a,At=[", allows_files=allows_files) == ["unexpected end of text"]
    assert len(reasons("Name='',At=yesterday", allows_files=allows_files)) == 2


def test_what_a_file_gives_is_not_known() -> None:
    assert reasons("Name@=file://name,At=2020-01-01", allows_files=True) == []
    assert reasons("Name@=file://name,At=2020-01-01", allows_files=False) != []


def test_a_fix_passes_where_files_are_allowed_too() -> None:
    text = r'[["\2000-01-01T00:00:00"]]'  # with the backslash doubled it reads, and is no time
    with pytest.raises(ShorthandError) as caught:
        shorthand.loads_option([text], shapes.List(shapes.List(shapes.Timestamp())), files=lambda _reference: "")
    assert caught.value.diagnostics[0].fix is None
