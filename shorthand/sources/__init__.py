"""Where shapes come from."""
