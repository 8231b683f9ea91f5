"""The layout: imports run downwards, and third parties stay at the edge."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import shorthand

ROOT = Path(shorthand.__file__).parent

# From the ground up. Rooms on one floor do not meet.
FLOORS = [
    {"errors", "grammars", "naming"},
    {"syntax", "shapes"},
    {"notation", "json_form", "files"},
    {"convert"},
    {"diagnose"},
    {"text"},
    {"option", "sources"},
    {"command_line"},
    {""},  # the front door
    {"models"},  # made from an installed AWS CLI
    {"spelling"},
    {"fuzz"},
    {"testing", "integrations"},
    {"cli"},
    {"__main__"},
]

# The methods of a shape print it, and printing knows the shapes. An explanation tells what reading says of a text;
# reading asks `diagnose` for no more than what to type instead.
UPWARDS = {("shapes", "notation"), ("diagnose", "text"), ("diagnose", "option")}

THIRD_PARTIES = {
    "lark": {"syntax", "sources"},
    "click": {"cli", "__main__", "integrations"},
    "rich": {"cli"},
    "hypothesis": {"testing"},
    "pydantic": {"sources", "integrations"},
    "pydantic_core": {"integrations"},
    "pydantic_settings": {"integrations"},
    "typer": {"integrations"},
    "cyclopts": {"integrations"},
    "awscli": {"models"},
    "platformdirs": {"sources"},
    "yaml": {"cli"},
}


def modules() -> Iterator[tuple[Path, str, set[str]]]:
    """Each module with its room and the full names of what it imports."""
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        room = "" if parts == ("__init__",) else parts[0]
        names = set()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module == "shorthand":
                names |= {f"shorthand.{alias.name}" for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                assert node.module, f"{path} has a relative import"
                names.add(node.module)
        yield path, room, names


def floor(room: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


@pytest.mark.parametrize(
    ("path", "room", "names"), list(modules()), ids=lambda value: value.name if isinstance(value, Path) else ""
)
def test_imports_run_downwards(path: Path, room: str, names: set[str]) -> None:
    for name in names:
        top, _, rest = name.partition(".")
        if top == "shorthand":
            target = rest.partition(".")[0]
            # A name of the front door itself.
            target = target if (ROOT / target).exists() or (ROOT / f"{target}.py").exists() else ""
            upwards = floor(target) >= floor(room) and target != room
            assert not upwards or (room, target) in UPWARDS or room == "", f"{path} imports {name}"
        elif top in THIRD_PARTIES:
            assert room in THIRD_PARTIES[top], f"{path} imports {name}"
        else:
            assert top in sys.stdlib_module_names, f"{path} imports {name}"


def test_the_reader_and_the_writer_never_meet() -> None:
    imported = {path.name: names for path, room, names in modules() if room == "syntax"}
    assert "shorthand.syntax.writer" not in imported["reader.py"]
    assert "shorthand.syntax.reader" not in imported["writer.py"]


def test_importing_imports_no_third_party() -> None:
    code = "import sys; before = set(sys.modules); import shorthand; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    imported = {name.partition(".")[0] for name in done.stdout.split()}
    assert "shorthand" in imported
    assert not imported & THIRD_PARTIES.keys()


def test_the_grammars_travel_along() -> None:
    from shorthand.grammars import load

    for name in ("shorthand", "json_syntax", "shorthand_syntax"):
        assert "LALR(1)" in load(name)
