"""What CONTRIBUTING.md names is there: files, modules, functions and sessions."""

import re
from importlib import import_module
from pathlib import Path

import pytest

import shorthand

ROOT = Path(__file__).parent.parent
PACKAGE = Path(shorthand.__file__).parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")

# Names in capitals and of x and y stand for any.
_PATTERN = re.compile(r"NAME|FRAMEWORK|/x/|\b(?:test_(?:cli_)?)?y\.py")
FILES = sorted(
    name
    for name in set(re.findall(r"`([\w./-]+\.(?:py|lark|md|toml|jsonl|txt|models))`", TEXT))
    if not _PATTERN.search(name)
)
SESSIONS = sorted(set(re.findall(r"nox -s (\w+)", TEXT)))
FUNCTIONS = re.findall(r"`(\w+)` in `([\w/]+)\.py`", TEXT)


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_there(name: str) -> None:
    found = [base / name for base in (ROOT, PACKAGE, PACKAGE.parent, PACKAGE / "suggest") if (base / name).exists()]
    if not found and name.startswith(("grammar/", "noxfile")):
        pytest.skip("the tests of the wheel have no checkout")
    assert found


@pytest.mark.parametrize(("function", "module"), FUNCTIONS, ids=str)
def test_every_function_is_there(function: str, module: str) -> None:
    name = module.replace("/", ".")
    assert hasattr(import_module(name if name.startswith("tests.") else f"shorthand.{name}"), function)


def test_every_session_is_there() -> None:
    noxfile = ROOT / "noxfile.py"
    if not noxfile.exists():
        pytest.skip("the tests of the wheel have no checkout")
    defined = set(re.findall(r"^@nox.session.*\n(?:@.*\n)*def (\w+)", noxfile.read_text("utf-8"), re.MULTILINE))
    assert set(SESSIONS) <= defined
    assert {name for name in defined if f"nox -s {name}" not in TEXT} == set()
