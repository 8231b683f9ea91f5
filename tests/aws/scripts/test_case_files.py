from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.aws.scripts.case_files import FILES, found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_gives_its_aws_commands(path: Path) -> None:
    assert found(path) == json.loads(path.with_name(f"{path.name}.json").read_text("utf-8"))
