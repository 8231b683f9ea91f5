"""A short run of every fuzz target: only documented errors come out of public functions and commands."""

import pytest
from hypothesis import settings

from tests.fuzz import command_target, targets  # noqa: F401 -- they fill the list of targets
from tests.fuzz.checks import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_only_documented_errors_come_out(name: str) -> None:
    settings(max_examples=60, derandomize=True, database=None)(TARGETS[name])()
