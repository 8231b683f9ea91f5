"""A large file converted on several processes: the good values, and the bad lines beside them."""

import json
import subprocess
import sys
from pathlib import Path

import shorthand
from shorthand import sources
from shorthand.testing.generator import Fuzzer
from tests.examples.programs import EXAMPLES

SCHEMA = EXAMPLES / "filters.schema.json"
SHAPE = sources.json_schema(json.loads(SCHEMA.read_text("utf-8")))


def test_good_and_bad_lines_are_kept_in_order(tmp_path: Path) -> None:
    fuzzer = Fuzzer(SHAPE, 1)
    lines = [fuzzer.broken() if number % 20 == 0 else fuzzer.valid()[0] for number in range(1000)]
    source, target = tmp_path / "options.txt", tmp_path / "converted"
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = subprocess.run(
        [
            sys.executable,
            str(EXAMPLES / "convert_with_dask.py"),
            *(str(source), str(SCHEMA), str(target), "--blocksize", "6KB"),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    parts = sorted(target.glob("part-*[0-9].jsonl"))
    assert len(parts) > 2
    assert done.stdout == f"950 converted, 50 bad, in {len(parts)} parts\n"
    values = [json.loads(line) for part in parts for line in part.read_text("utf-8").splitlines()]
    rows = [json.loads(line) for part in sorted(target.glob("*.bad.jsonl")) for line in part.read_text().splitlines()]
    good = [line for number, line in enumerate(lines) if number % 20]
    assert values == [shorthand.loads_option([line], SHAPE) for line in good]
    assert [row["text"] for row in rows] == lines[::20]
    for row in rows:
        assert row["reason"]
        if row["fix"] is not None:
            shorthand.loads_option([row["fix"]], SHAPE)
