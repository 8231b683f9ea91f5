"""Untyped to typed values and back. Gives no advice."""
