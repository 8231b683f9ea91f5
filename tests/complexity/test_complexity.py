"""The short form of `python -m tests.complexity`: no public function is slower than linear on hostile inputs."""

import os
from collections import defaultdict

import pytest

from tests.complexity.__main__ import MEASURED_LENGTH, MOST_MEMORY, memory, over_short_texts
from tests.complexity.functions import Measured, everything
from tests.complexity.measuring import MOST_RISING, slope

# Tracing slows Python down and C not, which would change the exponents.
MEASURED = {"COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"} & os.environ.keys()
pytestmark = pytest.mark.skipif(bool(MEASURED), reason="coverage is measured")

FUNCTIONS: dict[str, list[Measured]] = defaultdict(list)
for measured in everything():
    FUNCTIONS[measured.name.partition(":")[0]].append(measured)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_time_is_linear(function: str) -> None:
    # lark is slow, and not ours to change.
    step = 8 if function == "tree" else 1
    growths = {measured.name: over_short_texts(measured) for measured in FUNCTIONS[function][::step]}
    assert {name: str(growth) for name, growth in growths.items() if growth.exponent > MOST_RISING} == {}


@pytest.mark.parametrize(
    "function", ["loads", "loads with a shape", "loads_option", "explain with a shape", "complete"]
)
def test_memory_is_bounded(function: str) -> None:
    # Every fifth family, because tracing memory is slow.
    most = {measured.name: memory(measured, MEASURED_LENGTH) for measured in FUNCTIONS[function][::5]}
    assert {name: f"{times:.0f} times its text" for name, times in most.items() if times > MOST_MEMORY} == {}


def test_there_are_many_families() -> None:
    assert len(FUNCTIONS["loads"]) >= 60


def test_the_slope_tells_linear_from_quadratic() -> None:
    assert slope([1, 2, 4, 8], [3, 6, 12, 24]) == pytest.approx(1)
    assert slope([1, 2, 4, 8], [3, 12, 48, 192]) == pytest.approx(2)
