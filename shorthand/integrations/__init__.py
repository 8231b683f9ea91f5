"""Structured options in other command-line frameworks, one module for each."""
