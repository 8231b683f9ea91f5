"""The grammar files, from the wheel or from the checkout."""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def load(name: str) -> str:
    """The text of `grammar/NAME.lark`."""
    packaged = resources.files("shorthand").joinpath("grammar").joinpath(f"{name}.lark")
    if packaged.is_file():
        return packaged.read_text("utf-8")
    return Path(__file__).parent.parent.parent.joinpath("grammar", f"{name}.lark").read_text("utf-8")
