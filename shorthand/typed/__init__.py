"""Texts to instances of Python types and back: what `shorthand.api` uses for a type in place of a shape."""

from __future__ import annotations

from shorthand.typed.type_adapter import TypeAdapter, adapter_for, adapter_for_instance, shape_of

__all__ = ["TypeAdapter", "adapter_for", "adapter_for_instance", "shape_of"]
