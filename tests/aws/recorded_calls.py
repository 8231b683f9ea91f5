"""What both versions of the AWS CLI call for some command lines, recorded in `tests/cases/aws_real_calls.jsonl`.

`python -m tests.aws.recorded_calls` records what the installed version calls: null means that it refuses.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.aws.awscli_tables import MAJOR
from tests.aws.real_calls import real_call
from tests.cases import cases

FILE = Path(__file__).parent.parent / "cases" / "aws_real_calls.jsonl"


def main() -> None:
    recorded: list[dict[str, Any]] = cases(FILE.stem)
    for case in recorded:
        case[str(MAJOR)] = real_call(case["words"]).parameters
    FILE.write_text("".join(json.dumps(case, ensure_ascii=False) + "\n" for case in recorded), "utf-8")


if __name__ == "__main__":
    main()
