"""Where in a text the faults are that a Python type finds, and how they are corrected."""

import dataclasses
import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import pytest

import shorthand
from shorthand import files
from shorthand.errors import Span


@dataclasses.dataclass
class Disk:
    Size: int
    Kind: Literal["ssd", "hdd"] = "ssd"
    Since: datetime.date | None = None


# The type, the tokens, and each fault: its text, its span and its fix.
FAULTS: dict[str, tuple[Any, list[str], list[tuple[str, Span | None, str | None]]]] = {
    "a value in shorthand": (
        list[Disk],
        ["Size=1", "Size=1,Kind=HDD"],
        [("Size=1,Kind=HDD", (12, 15), "Size=1,Kind=hdd")],
    ),
    "two values in two tokens": (
        list[Disk],
        ["Size=1,Kind=hd", "Size=1", "Size=1,Kind=sd"],
        [
            ("Size=1,Kind=hd", (12, 14), "Size=1,Kind=hdd"),
            ("Size=1,Kind=sd", (12, 14), "Size=1,Kind=ssd"),
        ],
    ),
    "two values in one token, of which one has no fix": (
        Disk,
        ["Size=1,Kind=hd,Since=now"],
        [
            ("Size=1,Kind=hd,Since=now", (12, 14), None),
            ("Size=1,Kind=hd,Since=now", (21, 24), None),
        ],
    ),
    "a value in JSON": (
        list[Disk],
        ['[{"Size": 1, "Kind": "hd"}]'],
        [('[{"Size": 1, "Kind": "hd"}]', (21, 25), '[{"Size": 1, "Kind": "hdd"}]')],
    ),
    "a plain word": (list[Literal["ssd", "hdd"]], ["ssd", "hd"], [("hd", (0, 2), "hdd")]),
    "the same token twice": (
        list[Disk],
        ["Size=1,Kind=hd", "Size=1,Kind=hd"],
        [
            ("Size=1,Kind=hd", (12, 14), "Size=1,Kind=hdd"),
            ("Size=1,Kind=hd", (12, 14), "Size=1,Kind=hdd"),
        ],
    ),
}


@pytest.mark.parametrize(("tp", "tokens", "faults"), FAULTS.values(), ids=list(FAULTS))
def test_a_fault_has_its_span_and_its_fix(tp: Any, tokens: Sequence[str], faults: list[Any]) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        shorthand.loads_option(tokens, tp)
    assert [(one.text, one.span, one.fix) for one in caught.value.diagnostics] == faults


def test_a_fault_in_one_text_has_its_span() -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        shorthand.loads("Size=1,Kind=hd", Disk)
    assert (caught.value.span, caught.value.fix) == ((12, 14), "Size=1,Kind=hdd")


def test_a_fault_in_a_file_has_no_span(tmp_path: Path) -> None:
    (tmp_path / "disk").write_text("Size=1,Kind=hd")
    token = f"file://{tmp_path}/disk"
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        shorthand.loads_option([token], Disk, files=files.local)
    assert (caught.value.text, caught.value.span, caught.value.path) == (token, None, "Kind")


def test_many_faults_take_linear_time() -> None:
    tokens = [f"Size={number},Kind=x" for number in range(3000)]
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        shorthand.loads_option(tokens, list[Disk])
    assert len(caught.value.diagnostics) == 3000
