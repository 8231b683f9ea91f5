"""The files to check, without those that Git ignores."""

from pathlib import Path

import pytest

from shorthand.errors import ShorthandError
from shorthand.lint.paths import files_in, kind_of_file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        ".gitignore": "ignored/\n*.log.sh\n!kept.log.sh\n",
        "a.sh": "",
        "a.py": "",
        "script": "#!/bin/sh\n",
        "x.log.sh": "",
        "kept.log.sh": "",
        "ignored/b.sh": "",
        "sub/.gitignore": "/c.sh\n",
        "sub/c.sh": "",
        "sub/deep/c.sh": "",
        ".git/hooks/pre-commit": "#!/bin/sh\n",
        ".github/workflows/ci.yml": "on: push\njobs: {}\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def names(folder: Path, *paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    found = files_in([str(folder / path) for path in paths], exclude)
    return [Path(name).relative_to(folder).as_posix() for name, _ in found]


def test_a_folder(folder: Path) -> None:
    assert names(folder, "") == [".github/workflows/ci.yml", "a.sh", "kept.log.sh", "script", "sub/deep/c.sh"]


def test_a_folder_within_a_repository(folder: Path) -> None:
    (folder / "sub" / "y.log.sh").write_text("")
    assert names(folder, "sub") == ["sub/deep/c.sh"]


def test_a_named_file_is_checked_even_if_ignored(folder: Path) -> None:
    assert names(folder, "x.log.sh", "a.py", "x.log.sh") == ["x.log.sh", "a.py"]


def test_patterns_to_leave_out(folder: Path) -> None:
    assert names(folder, "", exclude=("sub/", "*.yml")) == ["a.sh", "kept.log.sh", "script"]


def test_no_such_file(folder: Path) -> None:
    with pytest.raises(ShorthandError, match="there is no file or folder"):
        names(folder, "nothing")


def test_a_kind_that_nothing_tells(folder: Path) -> None:
    assert kind_of_file(str(folder / "a.py")) is None


@pytest.mark.parametrize("pattern", ["!", "a\\", "[z-a]x", "///", "[[a]"])
def test_what_is_no_pattern(folder: Path, pattern: str) -> None:
    (folder / "sub" / ".gitignore").write_text(f"{pattern}\n/c.sh\n")
    assert "sub/c.sh" not in names(folder, "sub")  # Git passes over it


def test_a_pattern_to_leave_out_must_be_one(folder: Path) -> None:
    with pytest.raises(ShorthandError, match="'!' is no pattern"):
        names(folder, "", exclude=("sub/", "!"))
