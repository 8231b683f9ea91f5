"""Convert JSON Schemas, Python types and pydantic models to shapes."""
