"""What several tests need: the reference pages, and how hypothesis runs."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Under `python -O`, which ignores assertions, those of the tests and of what they share run all the same: pytest writes
# them as plain conditions. Those of the library do not, so a test fails where an answer depends on one.
pytest.register_assert_rewrite(
    *(f"tests.{folder.parent.name}" for folder in sorted(Path(__file__).parent.glob("*/__init__.py")))
)

PAGES = Path(__file__).parent / "cases" / "pages"

# A real page, where the checkout has one beside it; its sentences are not ours to ship.
REAL_PAGE = Path(
    os.environ.get("SHORTHAND_REFERENCE_PAGE")
    or Path(__file__).parent.parent.parent / "shared" / "create-auto-ml-job.txt"
)

# Machines differ in speed; what is to be proven here is not how fast an example is drawn.
settings.register_profile("shorthand", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shorthand")
