"""Random command lines: quotes, escapes, braces, variables, in every order."""

from __future__ import annotations

import random
from collections.abc import Iterator

_TEXTS = list("abb,,{}{}13=:/-.0_é😀[]*?~!^%@+#")
_TEXTS += ["Key", "Values=", "..", "a..c", "--", "01"]
_ESCAPES = ["\\ ", "\\\\", "\\'", '\\"', "\\$", "\\{", "\\,", "\\}", "\\a", "\\\n", "\\;", "\\*", "\\~", "\\`"]
_SINGLE = ["''", "'a'", "'a b'", "'\"'", "'\\'", "'{a,b}'", "','", "'$V'", "'\n'", "'é'", "'}'", "'*'", "'\\\n'"]
_IN_DOUBLE = [
    "a",
    " ",
    "'",
    "\\\\",
    '\\"',
    "\\$",
    "\\`",
    "\\a",
    "\\\n",
    "{a,b}",
    "$V",
    "${V}",
    "$E",
    "$",
    "$ ",
    "$/",
    "\n",
    "é",
]
_ANSI = [
    "a",
    " ",
    "\\n",
    "\\t",
    "\\\\",
    "\\'",
    '\\"',
    "\\x41",
    "\\101",
    "\\u00e9",
    "\\U0001F600",
    "\\e",
    "\\z",
    "\\xc3\\xa9",
]
_HOLES = ["$V", "${V}", '"$V"', "$E", '"$E"', '"$S"', "${V:-x y}", '"${U:-a b}"', "$S", '"$Q"', "$U", "$(echo c)"]
_HOLES += ['"$(echo "a b")"', "`echo c`", "$((1+2))", '"$((1 + 2))"', "${#V}", '"$@"', "$", "$'a'", '$"a"', "$?"]


def word(chance: random.Random) -> str:
    """Return one word as typed."""
    return "".join(_part(chance) for _ in range(chance.choice((1, 1, 2, 3, 5, 8))))


def _part(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.6:
        return chance.choice(_TEXTS)
    if kind < 0.7:
        return chance.choice(_ESCAPES)
    if kind < 0.78:
        return chance.choice(_SINGLE)
    if kind < 0.86:
        return '"' + "".join(chance.choices(_IN_DOUBLE, k=chance.randrange(4))) + '"'
    if kind < 0.9:
        return "$'" + "".join(chance.choices(_ANSI, k=chance.randrange(4))) + "'"
    return chance.choice(_HOLES)


def braces(chance: random.Random) -> str:
    """Return one word that is mostly braces."""
    return "".join(chance.choice("{{{}}},,,ab1") for _ in range(chance.randrange(1, 12)))


def lines(seed: int, count: int) -> Iterator[str]:
    """Yield command lines that call `p`."""
    chance = random.Random(seed)
    for _ in range(count):
        made = braces if chance.random() < 0.3 else word
        yield "p " + " ".join(made(chance) for _ in range(chance.randrange(1, 5)))
