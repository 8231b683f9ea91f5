"""Find the grammar files, in the wheel or in the checkout."""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def load(name: str) -> str:
    """Return the text of the grammar file `NAME.lark`.

    Args:
        name: "shorthand", or "json_syntax" or "shorthand_syntax" for the notations of the AWS reference pages.
    """
    packaged = resources.files("shorthand").joinpath("grammar").joinpath(f"{name}.lark")
    if packaged.is_file():
        return packaged.read_text("utf-8")
    return Path(__file__).parent.parent.parent.joinpath("grammar", f"{name}.lark").read_text("utf-8")
