"""The error for a grammar that cannot be compiled."""


class CompileError(Exception):
    """The grammar cannot be compiled. The message says why and what to change."""
