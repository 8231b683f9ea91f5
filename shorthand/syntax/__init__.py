"""Text to raw values and back: what the syntax says without a schema."""
