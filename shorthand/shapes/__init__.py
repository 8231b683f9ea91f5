"""The schema: what an option takes."""

from __future__ import annotations

from shorthand.shapes.schema import (
    Blob,
    Boolean,
    Document,
    Double,
    Float,
    Integer,
    List,
    Long,
    Map,
    Ref,
    Scalar,
    Shape,
    String,
    Structure,
    Timestamp,
    resolved,
)

__all__ = [
    "Blob",
    "Boolean",
    "Document",
    "Double",
    "Float",
    "Integer",
    "List",
    "Long",
    "Map",
    "Ref",
    "Scalar",
    "Shape",
    "String",
    "Structure",
    "Timestamp",
    "resolved",
]
