"""What to type instead of what is wrong."""
