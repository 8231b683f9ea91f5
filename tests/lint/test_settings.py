"""The table of pyproject.toml."""

from pathlib import Path

import pytest

from shorthand.errors import ShorthandError
from shorthand.lint.settings import Settings, settings_for


def settings(folder: Path, text: str) -> Settings:
    (folder / "pyproject.toml").write_text(text)
    below = folder / "a" / "b"
    below.mkdir(parents=True)
    return settings_for(below)


def test_the_nearest_table(tmp_path: Path) -> None:
    table = '[tool.shorthand.lint]\nselect = ["SH1"]\nignore = ["SH105"]\nexclude = ["x/"]\naws-version = 1\n'
    assert settings(tmp_path, table) == Settings(("SH1",), ("SH105",), ("x/",), 1)


def test_without_a_table(tmp_path: Path) -> None:
    assert settings(tmp_path, "[project]\n") == Settings()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("selct = []", "unknown setting"),
        ('ignore = "SH1"', "expected a list of strings, got 'SH1'"),
        ("aws-version = 3", "expected 1 or 2, got 3"),
        ("a =", "pyproject.toml"),
    ],
)
def test_a_table_that_is_not_valid(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(ShorthandError, match=message):
        settings(tmp_path, f"[tool.shorthand.lint]\n{line}\n")
