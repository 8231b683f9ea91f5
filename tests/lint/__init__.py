"""Tests of `shorthand.lint`."""
