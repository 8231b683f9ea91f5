"""Structured options for command lines made with others' frameworks, each in a module of its own."""
