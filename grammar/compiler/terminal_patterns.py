"""Write the regular expressions of the terminals as Python constants that are composed of one another."""

from __future__ import annotations

from grammar.compiler.lark_table import END

_WIDTH = 110


def constant(terminal: str) -> str:
    """Return the name of the constant for a terminal."""
    return "END" if terminal == END else terminal


def constants(patterns: dict[str, str]) -> list[str]:
    """Return the lines that define a constant for each pattern, composed of the constants before it where possible.

    Args:
        patterns: The regular expressions of the terminals and of their parts, by name, in the order of the grammar.
    """
    lines: list[str] = []
    before: dict[str, str] = {}
    for terminal, pattern in patterns.items():
        name = constant(terminal)
        lines += _assignment(name, _pieces(pattern, before))
        before[name] = pattern
    return lines


def _pieces(pattern: str, others: dict[str, str]) -> list[str]:
    """Split a pattern into Python expressions: the longest constants that it contains, and literals between them."""
    pieces: list[str] = []
    at = start = 0
    while at < len(pattern):
        found = [name for name, other in others.items() if pattern.startswith(other, at) and other != pattern]
        if not found:
            at += 1
            continue
        name = max(found, key=lambda name: len(others[name]))
        pieces += [*_literals(pattern[start:at]), name]
        start = at = at + len(others[name])
    return pieces + _literals(pattern[start:])


def _literals(text: str) -> list[str]:
    """Return literals, none longer than a line, that together are `text`."""
    if not text:
        return []
    literal = ascii(text)
    if len(literal) <= _WIDTH:
        return [literal]
    middle = len(text) // 2
    return _literals(text[:middle]) + _literals(text[middle:])


def _assignment(name: str, pieces: list[str]) -> list[str]:
    """Return the lines of `NAME = PIECE + PIECE`, in parentheses if one line is not enough."""
    line = f"{name} = {' + '.join(pieces)}"
    if len(line) <= _WIDTH:
        return [line]
    lines = [pieces[0]]
    for piece in pieces[1:]:
        if len(lines[-1]) + len(piece) + 3 <= _WIDTH:
            lines[-1] += f" + {piece}"
        else:
            lines.append(f"+ {piece}")
    return [f"{name} = (", *(f"    {line}" for line in lines), ")"]
