"""The examples in docstrings hold, those that need an extra included."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import shorthand

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(shorthand.__path__, "shorthand.")
    if not module.name.endswith("__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_hold(name: str) -> None:
    if not __debug__ and import_module(name).__doc__ is None:
        pytest.skip("python -OO leaves docstrings out")
    assert doctest.testmod(import_module(name)).failed == 0
