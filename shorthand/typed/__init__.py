"""Texts to instances of Python types and back: what `shorthand.api` uses for a type in place of a shape."""

from __future__ import annotations

from shorthand.typed.lookup import adapter_for, adapter_for_instance, shape_of
from shorthand.typed.type_adapter import TypeAdapter

__all__ = ["TypeAdapter", "adapter_for", "adapter_for_instance", "shape_of"]
