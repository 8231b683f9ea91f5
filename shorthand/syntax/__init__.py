"""Text to raw and back: what the syntax alone says. Knows no schema."""
