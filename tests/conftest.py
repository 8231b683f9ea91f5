"""What several tests need: the reference pages."""

import os
from pathlib import Path

PAGES = Path(__file__).parent / "cases" / "pages"

# A real page, where the checkout has one beside it; its sentences are not ours to ship.
REAL_PAGE = Path(
    os.environ.get("SHORTHAND_REFERENCE_PAGE")
    or Path(__file__).parent.parent.parent / "shared" / "create-auto-ml-job.txt"
)
