"""The command `shorthand`."""
