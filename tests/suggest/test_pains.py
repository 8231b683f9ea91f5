"""What people suffer from, row by row of `cases/pains.toml`: the whole message, read aloud, says what to type."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

import shorthand
from shorthand.sources import json_schema

DATA = tomllib.loads((Path(__file__).parent.parent / "cases" / "pains.toml").read_text("utf-8"))


def wrong(pain: dict[str, Any], tokens: list[str] | None = None, text: str | None = None) -> None:
    """Read, or for `json` write, what the row gives, or other tokens or another text in its place."""
    shape = json_schema(json.loads(DATA["schemas"][pain["schema"]])) if "schema" in pain else None
    if "json" in pain:
        shorthand.dumps(json.loads(pain["json"]), shape)
    elif "tokens" in pain:
        assert shape is not None
        shorthand.loads_option(tokens or pain["tokens"], shape)
    else:
        shorthand.loads(text or pain["text"], shape)


@pytest.mark.parametrize("pain", DATA["pain"], ids=lambda pain: pain["name"])
def test_says_what_to_type(pain: dict[str, Any]) -> None:
    with pytest.raises(shorthand.ShorthandError) as caught:
        wrong(pain)
    assert str(caught.value) + "\n" == pain["message"]


@pytest.mark.parametrize("pain", [pain for pain in DATA["pain"] if "json" not in pain], ids=lambda pain: pain["name"])
def test_what_it_says_to_type_reads(pain: dict[str, Any]) -> None:
    with pytest.raises(shorthand.ShorthandError) as caught:
        wrong(pain)
    error = caught.value
    if error.fix_tokens is not None:
        wrong(pain, tokens=list(error.fix_tokens))
    elif error.fix is not None and len({one.text for one in error.errors}) == 1:
        wrong(pain, tokens=[error.fix], text=error.fix)


def test_nearly_every_pain_has_its_correction() -> None:
    corrected = [pain for pain in DATA["pain"] if "\n  try: " in pain["message"]]
    assert len(corrected) > 0.75 * len(DATA["pain"])
