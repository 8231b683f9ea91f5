"""What real shells hand to a program, to compare with."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Sequence

VARIABLES = {"V": "value", "E": "", "S": "two words", "Q": 'it\'s "q" \\'}
_SETTINGS = "".join(f"{name}={shlex.quote(value)}\n" for name, value in VARIABLES.items())
_END = "\x01end"


def is_installed(shell: str) -> bool:
    return shutil.which(shell) is not None


def arguments(lines: Sequence[str], shell: str = "bash") -> list[list[list[str]] | None]:
    """Return for each line what each call of the program `p` in it gets; None where the shell reports an error.

    The lines run in an empty folder, one after the other in one shell.
    """
    script = f'p() {{ printf \'%s\\0\' "$#" "$@"; }}\n{_SETTINGS}unset U\n'
    for line in lines:
        script += f"(eval {shlex.quote(line)}) 2>/dev/null </dev/null; printf '%s\\0' '{_END}' \"$?\"\n"
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [shell],
            input=script.encode(),
            capture_output=True,
            cwd=folder,
            env={"PATH": "/usr/bin:/bin", "HOME": "/home/me", "LC_ALL": "C.UTF-8"},
            check=False,
        )
    return _parsed(done.stdout.decode("utf-8", "surrogateescape").split("\0"))


def _parsed(fields: list[str]) -> list[list[list[str]] | None]:
    found: list[list[list[str]] | None] = []
    calls: list[list[str]] = []
    at = 0
    while at < len(fields) - 1:
        if fields[at] == _END:
            found.append(calls if fields[at + 1] == "0" else None)
            calls = []
            at += 2
        else:
            count = int(fields[at])
            calls.append(fields[at + 1 : at + 1 + count])
            at += 1 + count
    return found
