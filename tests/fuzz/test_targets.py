"""A short run of every fuzz target, and every public function and subcommand has one."""

import ast
import inspect
import re
import types
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import shorthand
from shorthand.cli.main import SUBCOMMANDS
from tests.fuzz import every_target, inputs
from tests.fuzz.checks import TARGETS

_PAGES = Path(__file__).parents[2] / "docs" / "reference" / "api"
_DIRECTIVE = re.compile(r"auto(module|function|class):: ([\w.]+)")


@pytest.mark.parametrize("name", TARGETS)
def test_only_documented_errors_come_out(name: str) -> None:
    settings(max_examples=60, derandomize=True, database=None)(TARGETS[name])()


def _public() -> dict[str, Any]:
    """Return every public object by its full name: those of `shorthand.__all__`, and those that have documentation."""
    found = {f"shorthand.{name}": getattr(shorthand, name) for name in shorthand.__all__}
    for page in _PAGES.glob("*.md"):
        for kind, name in _DIRECTIVE.findall(page.read_text("utf-8")):
            if kind == "module":
                module = import_module(name)
                found |= {f"{name}.{inner}": getattr(module, inner) for inner in _names(module)}
            else:
                module_name, _, inner = name.rpartition(".")
                found[name] = getattr(import_module(module_name), inner)
    return found


def _names(module: types.ModuleType) -> list[str]:
    """Return the names of a module that its page shows."""
    own = [name for name, one in vars(module).items() if getattr(one, "__module__", "") == module.__name__]
    return getattr(module, "__all__", [name for name in own if not name.startswith("_")])


def _methods(cls: type) -> Iterator[str]:
    """Yield the names of the methods that a class defines or has from another class of ours."""
    for one in cls.__mro__:
        if one.__module__.startswith("shorthand"):
            yield from (
                name
                for name, method in vars(one).items()
                if not name.startswith("_") and isinstance(method, (types.FunctionType, classmethod, staticmethod))
            )


class _Used(ast.NodeVisitor):
    """The objects that a module names, and the attributes that it asks any object for."""

    def __init__(self, module: types.ModuleType) -> None:
        self.module = module
        self.objects: list[Any] = []
        self.attributes: set[str] = set()
        self.visit(ast.parse(inspect.getsource(module)))

    def visit_Name(self, node: ast.Name) -> None:
        self._add(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self.attributes.add(node.attr)
        self._add(node)
        self.generic_visit(node)

    def _add(self, node: ast.expr) -> None:
        steps = ast.unparse(node).split(".")
        found: Any = self.module
        for step in steps:
            found = getattr(found, step, None)
        self.objects.append(found)


_USED = [_Used(module) for module in every_target.MODULES]
_OBJECTS = {id(one) for used in _USED for one in used.objects}
_ATTRIBUTES = set().union(*(used.attributes for used in _USED))
_FUNCTIONS = {name: one for name, one in _public().items() if inspect.isfunction(one)}
# The frameworks call the methods of their own classes.
_METHODS = {
    f"{name}.{method}": method
    for name, one in _public().items()
    if inspect.isclass(one) and not name.startswith("shorthand.integrations.")
    for method in _methods(one)
}


def test_the_pages_name_the_public_functions() -> None:
    assert {"shorthand.loads", "shorthand.lint.check", "shorthand.integrations.click.option"} <= set(_FUNCTIONS)
    assert {"shorthand.TypeAdapter.dumps", "shorthand.Explanation.draw"} <= set(_METHODS)


@pytest.mark.parametrize("name", sorted(_FUNCTIONS))
def test_every_public_function_has_a_target(name: str) -> None:
    assert id(_FUNCTIONS[name]) in _OBJECTS


@pytest.mark.parametrize("name", sorted(_METHODS))
def test_every_public_method_has_a_target(name: str) -> None:
    assert _METHODS[name] in _ATTRIBUTES


def test_every_subcommand_is_run() -> None:
    command = inputs.WORDS["command"]
    assert set(SUBCOMMANDS) <= set(command["subcommands"])
    assert set(command["own"]) == set(SUBCOMMANDS)
