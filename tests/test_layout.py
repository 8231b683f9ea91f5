"""The layout: imports run downwards without circles, third parties stay at the edge, and tests mirror the code."""

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import shorthand

ROOT = Path(shorthand.__file__).parent
TESTS = Path(__file__).parent

# From the lowest layer up. A package imports only itself and lower layers; packages of one layer do not import each
# other. There are no exceptions.
LAYERS = [
    {"did_you_mean"},
    {"errors", "shapes"},
    {"files", "syntax"},
    {"codec", "schemas"},
    {"suggest"},
    {"api"},
    {"editor", "aws"},
    {"sources"},
    {"__init__"},
    {"testing", "lint", "integrations"},
    {"cli"},
    {"__main__"},
]

THIRD_PARTIES = {
    "lark": {"syntax", "aws"},
    "click": {"cli", "__main__", "integrations"},
    "rich": {"cli", "integrations"},
    "hypothesis": {"testing"},
    "rstr": {"testing"},
    "pydantic": {"schemas", "integrations"},
    "pydantic_core": {"integrations", "schemas"},
    "pydantic_settings": {"integrations"},
    "typer": {"integrations"},
    "cyclopts": {"integrations"},
    "jsonargparse": {"integrations"},
    "tyro": {"integrations"},
    "awscli": {"aws"},
    "platformdirs": {"aws"},
    "dateutil": {"codec"},
    "ruamel": {"aws"},
    "pathspec": {"lint"},
    "yaml": {"cli", "aws"},
    "tree_sitter": {"aws"},
    "tree_sitter_bash": {"aws"},
    "tree_sitter_powershell": {"aws"},
    "markdown_it": {"aws"},
    "typing_extensions": {"api"},  # for type checkers only
}


def module_name(path: Path) -> str:
    """Return the full name of a module of the package: `shorthand.codec.convert`."""
    parts = ["shorthand", *path.relative_to(ROOT).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 2 else parts)


def room_of(name: str) -> str:
    """Return the top-level module or package of a module's full name."""
    rest = name.split(".")[1:]
    return rest[0] if rest and rest[0] in ROOMS else "__init__"


def imports(path: Path) -> set[str]:
    """Return the full names of what a module imports, wherever in the module."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.module, f"{path} has a relative import"
            # What is imported from a package may be a module of it.
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


PATHS = sorted(ROOT.rglob("*.py"))
ROOMS = {room for layer in LAYERS for room in layer}
MODULES = {module_name(path): imports(path) for path in PATHS}


def layer(room: str) -> int:
    return next(number for number, rooms in enumerate(LAYERS) if room in rooms)


def test_every_module_has_a_layer() -> None:
    found = {name.split(".")[1] for name in MODULES}
    assert found == ROOMS


@pytest.mark.parametrize("name", MODULES)
def test_imports_run_downwards(name: str) -> None:
    room = room_of(name)
    for imported in MODULES[name]:
        top = imported.partition(".")[0]
        if top == "shorthand":
            target = room_of(imported)
            is_public_face = room == "__init__"  # hands names on, each when it is first used
            assert is_public_face or target == room or layer(target) < layer(room), f"{name} imports {imported}"
        elif top in THIRD_PARTIES:
            assert room in THIRD_PARTIES[top], f"{name} imports {imported}"
        else:
            assert top in sys.stdlib_module_names, f"{name} imports {imported}"


def test_no_modules_import_each_other_in_a_circle() -> None:
    def targets(name: str) -> Iterator[str]:
        for imported in MODULES[name]:
            # The module itself, or the one that a name is imported from; a package's face only hands names on.
            found = imported if imported in MODULES else imported.rpartition(".")[0]
            if (
                found in MODULES
                and found != name
                and not name.startswith(f"{found}.")
                and found != "shorthand.__init__"
            ):
                yield found

    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join((*path[path.index(name) :], name))
        if name not in done:
            for target in targets(name):
                visit(target, (*path, name))
            done.add(name)

    for name in MODULES:
        if name != "shorthand.__init__":
            visit(name, ())


def test_the_reader_and_the_writer_do_not_meet() -> None:
    assert not any("writer" in name for name in MODULES["shorthand.syntax.reader"])
    assert not any("reader" in name for name in MODULES["shorthand.syntax.writer"])


def test_importing_imports_no_third_party() -> None:
    code = "import sys; before = set(sys.modules); import shorthand; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    imported = {name.partition(".")[0] for name in done.stdout.split()}
    assert "shorthand" in imported
    assert not imported & THIRD_PARTIES.keys()


def test_the_grammars_are_packaged() -> None:
    from shorthand.syntax.grammar_files import load

    for name in ("shorthand", "json_syntax", "shorthand_syntax"):
        assert "LALR(1)" in load(name)


# What is generated and what only names the modules of a package have no tests of their own.
GENERATED = {path for path in PATHS if path.name.startswith("_") and not path.name.startswith("__")}
TESTED = [path for path in PATHS if path not in GENERATED and not path.name.startswith("__")]


def file_of_tests(path: Path) -> Path:
    """Return the file with the tests of a module: `shorthand/x/y.py` has `tests/x/test_y.py`."""
    inner = path.relative_to(ROOT)
    # The modules of the command have the names of what they call, so theirs tell themselves apart.
    stem = f"cli_{inner.stem}" if inner.parts[0] == "cli" else inner.stem
    return inner.with_name(f"test_{stem}.py")


@pytest.mark.parametrize("path", TESTED, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_has_its_test_file(path: Path) -> None:
    assert (TESTS / file_of_tests(path)).exists()


def test_no_two_test_modules_have_one_name() -> None:
    counts = Counter(path.name for path in TESTS.rglob("test_*.py"))
    assert [name for name, count in counts.items() if count > 1] == []


def test_generated_lines_are_short_enough_to_read() -> None:
    assert GENERATED
    for path in GENERATED:
        longest = max(path.read_text("utf-8").splitlines(), key=len)
        assert len(longest) < 200, f"{path.name}: {longest[:80]}…"


def test_no_module_is_longer_than_300_lines() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in PATHS}
    generated = {str(path.relative_to(ROOT)) for path in GENERATED}
    assert {name: length for name, length in lengths.items() if length > 300 and name not in generated} == {}


def test_nothing_is_worked_out_in_an_assertion() -> None:
    """`python -O` leaves assertions out, so the library has none."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in PATHS
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Assert)
    ]
    assert found == []


def test_the_assertions_of_tests_hold_without_those_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under `python -O` the tests count for nothing unless pytest rewrites the assertions of all that they use."""
    from tests.properties import oracle

    monkeypatch.setattr(oracle, "expected", lambda _text: "never")
    with pytest.raises(AssertionError):
        oracle.compare("a=b")
