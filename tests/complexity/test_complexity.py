"""The short form of `python -m tests.complexity`: no public function is slower than linear on hostile inputs.

It measures every family of the functions that have few, and every sixth one of the others, up to sizes that take a
moment. It only tells linear from quadratic, for the machines of CI are noisy. Tests beside it would add to the noise,
so it is skipped among parallel ones: `pytest tests/complexity`.
"""

import os
from collections import defaultdict

import pytest

from tests.complexity.__main__ import MEASURED_LENGTH, MOST_MEMORY, memory, over_short_texts
from tests.complexity.functions import Measured, everything
from tests.complexity.measuring import slope

# Tracing slows Python down and C not, which would change the exponents.
MEASURED = {"COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"} & os.environ.keys()
IS_PARALLEL = "PYTEST_XDIST_WORKER" in os.environ
pytestmark = pytest.mark.skipif(bool(MEASURED) or IS_PARALLEL, reason="time is measured: pytest tests/complexity")

MOST_RISING = 1.4
"""What is quadratic rises more, on a noisy machine too; `python -m tests.complexity` holds all to 1.15."""
STEP = 6
FEW = 40

FUNCTIONS: dict[str, list[Measured]] = defaultdict(list)
for measured in everything():
    FUNCTIONS[measured.name.partition(":")[0]].append(measured)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_time_is_linear(function: str) -> None:
    families = FUNCTIONS[function]
    step = 1 if len(families) <= FEW else STEP
    growths = {measured.name: over_short_texts(measured) for measured in families[::step]}
    assert {name: str(growth) for name, growth in growths.items() if growth.exponent > MOST_RISING} == {}


@pytest.mark.parametrize(
    "function", ["loads", "loads with a shape", "loads_option", "explain with a shape", "complete"]
)
def test_memory_is_bounded(function: str) -> None:
    # Tracing memory is slow.
    most = {measured.name: memory(measured, MEASURED_LENGTH // 2) for measured in FUNCTIONS[function][:: 2 * STEP]}
    assert {name: f"{times:.0f} times its text" for name, times in most.items() if times > MOST_MEMORY} == {}


def test_there_are_many_families() -> None:
    assert len(FUNCTIONS["loads"]) >= 60


def test_the_slope_tells_linear_from_quadratic() -> None:
    assert slope([1, 2, 4, 8], [3, 6, 12, 24]) == pytest.approx(1)
    assert slope([1, 2, 4, 8], [3, 12, 48, 192]) == pytest.approx(2)
