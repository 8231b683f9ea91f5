"""The example programs, each installed on a PATH as the command `launch`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"
FRAMEWORKS = ("argparse", "click", "typer", "cyclopts", "pydantic")

# How bash learns to complete the command, as each guide says.
BASH = {
    "argparse": 'eval "$(register-python-argcomplete launch)"',
    "pydantic": 'eval "$(register-python-argcomplete launch)"',
    "click": 'eval "$(_LAUNCH_COMPLETE=bash_source launch)"',
    "typer": 'eval "$(launch --show-completion bash)"',
    "cyclopts": 'eval "$(launch completion bash)"',
}


def install(framework: str, directory: Path) -> None:
    """Install the example in a directory, which is then a PATH."""
    program = directory / "launch"
    source = EXAMPLES / f"launch_{framework}.py"
    program.write_text(
        f"#!{sys.executable}\n# PYTHON_ARGCOMPLETE_OK\n"
        f"import runpy\nrunpy.run_path({str(source)!r}, run_name='__main__')\n"
    )
    program.chmod(0o755)
    tools = Path(sys.executable).parent
    (directory / "register-python-argcomplete").symlink_to(tools / "register-python-argcomplete")


def run(framework: str, *arguments: str, **environment: str) -> tuple[int, str]:
    """Return the exit code, and what the program prints on either stream."""
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / f"launch_{framework}.py"), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "120", "TERMINAL_WIDTH": "120", **environment},
    )
    return done.returncode, done.stdout
