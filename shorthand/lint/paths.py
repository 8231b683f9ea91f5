"""Find the files to check in folders, without those that Git ignores."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shorthand.aws.scripts.file_kinds import FileKind, kind_of
from shorthand.aws.scripts.limits import parser_of_extra
from shorthand.errors import ShorthandError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

# Folders that hold nothing of one's own.
_SKIPPED = {".git", ".hg", ".svn", ".venv", ".tox", ".nox", "node_modules", "__pycache__", ".mypy_cache", ".ruff_cache"}
_BEGINNING = 20_000


def files_in(paths: Iterable[str], exclude: Iterable[str] = ()) -> Iterator[tuple[str, FileKind | None]]:
    """Yield the files to check, each once, with its kind.

    A file that is named is yielded whatever it is; its kind is None where it is none with shell commands.

    Args:
        paths: Files and folders.
        exclude: Patterns as in `.gitignore` of files to leave out of folders.

    Raises:
        ShorthandError: There is no such file, or a pattern is none.
        MissingParserError: The extra `lint` is not installed.
    """
    with parser_of_extra():
        excluded, wrong = _patterns(exclude)
    if wrong:
        raise ShorthandError(f"{wrong[0]!r} is no pattern as in .gitignore")
    seen: set[str] = set()
    for path in paths:
        if os.path.isdir(path):
            found = _walk(Path(path), excluded)
        elif os.path.exists(path):
            found = iter([(path, kind_of_file(path))])
        else:
            raise ShorthandError(f"there is no file or folder {path!r}")
        for name, kind in found:
            key = os.path.realpath(name)
            if key not in seen:
                seen.add(key)
                yield name, kind


def kind_of_file(path: str) -> FileKind | None:
    """Return the kind of a file, by its name and its beginning."""
    try:
        with open(path, "rb") as file:
            beginning = file.read(_BEGINNING).decode("utf-8", "replace")
    except OSError:
        beginning = ""
    return kind_of(os.path.abspath(path), beginning)


def _walk(root: Path, excluded: GitIgnoreSpec) -> Iterator[tuple[str, FileKind | None]]:
    ignores = [*_ignores_above(root), (root.resolve(), excluded)]
    yield from _in_folder(root, ignores)


def _in_folder(folder: Path, ignores: list[tuple[Path, GitIgnoreSpec]]) -> Iterator[tuple[str, FileKind | None]]:
    """Yield the files in a folder and below, in order of their names."""
    own = _ignore_file(folder)
    ignores = [*ignores, (folder.resolve(), own)] if own else ignores
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        path = folder / entry.name
        is_folder = entry.is_dir(follow_symlinks=False)
        if (is_folder and entry.name in _SKIPPED) or _is_ignored(path, ignores, is_folder=is_folder):
            continue
        if is_folder:
            yield from _in_folder(path, ignores)
        elif entry.is_file() and (kind := kind_of_file(str(path))):
            yield str(path), kind


def _is_ignored(path: Path, ignores: list[tuple[Path, GitIgnoreSpec]], *, is_folder: bool) -> bool:
    """Return whether the nearest file that says something about a path leaves it out."""
    full = path.parent.resolve() / path.name
    for folder, spec in reversed(ignores):
        name = full.relative_to(folder).as_posix() + ("/" if is_folder else "")
        found = spec.check_file(name).include
        if found is not None:
            return found
    return False


def _ignores_above(root: Path) -> list[tuple[Path, GitIgnoreSpec]]:
    """Return the files `.gitignore` of the folders above, up to that of the repository."""
    found = []
    folder = root.resolve()
    while not (folder / ".git").exists():
        if folder.parent == folder:
            return []
        folder = folder.parent
        if spec := _ignore_file(folder):
            found.append((folder, spec))
    return found[::-1]


def _ignore_file(folder: Path) -> GitIgnoreSpec | None:
    try:
        lines = (folder / ".gitignore").read_text("utf-8", "replace").splitlines()
    except OSError:
        return None
    return _patterns(lines)[0]  # Git passes over what is no pattern


def _patterns(lines: Iterable[str]) -> tuple[GitIgnoreSpec, list[str]]:
    """Return the patterns in lines, and the lines that are none."""
    from pathspec import GitIgnoreSpec  # an extra

    patterns: list[Any] = []
    wrong: list[str] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # a pattern such as `[[a]` becomes a doubtful regular expression
        for line in lines:
            try:
                patterns += GitIgnoreSpec.from_lines([line]).patterns
            except (ValueError, re.error):
                wrong.append(line)
    return GitIgnoreSpec(patterns), wrong
