"""What the playground shows for a text. It runs in the browser beside the wheel, and in the tests on CPython."""

from __future__ import annotations

from playground_engine.answers import answer, later_forms

__all__ = ["answer", "later_forms"]
