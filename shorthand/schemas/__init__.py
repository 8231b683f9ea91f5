"""JSON Schema, Python types and pydantic models to shapes."""
