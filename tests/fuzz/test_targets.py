"""A short run of every fuzz target: only documented errors come out of public functions and commands."""

import pytest
from hypothesis import settings

from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_only_documented_errors_come_out(name: str) -> None:
    settings(max_examples=60)(TARGETS[name])()
