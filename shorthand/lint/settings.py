"""The table `[tool.shorthand.lint]` of pyproject.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shorthand.did_you_mean import did_you_mean, listed
from shorthand.errors import ShorthandError, describe

_LISTS = ("select", "ignore", "exclude")
_VERSION = "aws-version"


@dataclass(frozen=True)
class Settings:
    """What is to be checked.

    Attributes:
        select: Codes of rules, or beginnings of codes; None for the default rules.
        ignore: Codes of rules to leave out.
        exclude: Patterns as in `.gitignore` of files to leave out.
        version: The major version of the AWS CLI; None for the newest.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = field(default=())
    version: int | None = None


def settings_for(folder: Path) -> Settings:
    """Return the settings of the nearest pyproject.toml with such a table, in the folder or above.

    Raises:
        ShorthandError: The file is not valid.
    """
    for place in (folder, *folder.parents):
        path = place / "pyproject.toml"
        if path.is_file() and (found := _table(path)) is not None:
            return _settings(found, path)
    return Settings()


def _table(path: Path) -> dict[str, Any] | None:
    try:
        table: Any = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ShorthandError(f"{path}: {error}") from None
    for name in ("tool", "shorthand", "lint"):
        table = table.get(name) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else None


def _settings(table: dict[str, Any], path: Path) -> Settings:
    known = (*_LISTS, _VERSION)
    for name, value in table.items():
        where = f"{path}: tool.shorthand.lint.{name}"
        if name not in known:
            hint = did_you_mean(name, known)
            raise ShorthandError(f"{where}: unknown setting", hint=hint, expected="" if hint else listed(known))
        if name in _LISTS and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
            raise ShorthandError(f"{where}: expected a list of strings, got {describe(value)}")
        if name == _VERSION and value not in (1, 2):
            raise ShorthandError(f"{where}: expected 1 or 2, got {describe(value)}")
    select = table.get("select")
    return Settings(
        None if select is None else tuple(select),
        tuple(table.get("ignore", ())),
        tuple(table.get("exclude", ())),
        table.get(_VERSION),
    )
