"""What reading gives and writing takes: dicts, lists and strings."""

from __future__ import annotations

from typing import TypeAlias

Raw: TypeAlias = "dict[str, Raw] | list[Raw] | str | bytes"
"""Every leaf is a string, or the bytes that a `fileb://` reference stood for."""

DEEPEST = 200
"""How many brackets may stand within one another."""
