"""The reference pages that several tests read, and how pytest and hypothesis run."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Under `python -O`, which ignores assertions, those of the tests and of what they share run all the same: pytest writes
# them as plain conditions. Those of the library do not, so a test fails where an answer depends on one.
pytest.register_assert_rewrite(
    *(f"tests.{folder.parent.name}" for folder in sorted(Path(__file__).parent.glob("*/__init__.py")))
)

# A shell starts a background job with interrupts ignored, and so may a CI service. The tests of Ctrl-C send interrupts.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

PAGES = Path(__file__).parent / "cases" / "pages"

# A real page, if there is one beside the checkout. Its sentences are not ours to ship.
REAL_PAGE = Path(
    os.environ.get("SHORTHAND_REFERENCE_PAGE")
    or Path(__file__).parent.parent.parent / "shared" / "create-auto-ml-job.txt"
)

# Machines differ in speed, and no test is about how fast an example is drawn.
settings.register_profile(
    "shorthand",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    # CI says something about a change, and not about its luck. By hand each run tries other examples.
    derandomize="SHORTHAND_TESTS_SAME_EXAMPLES" in os.environ,
)
settings.load_profile("shorthand")
