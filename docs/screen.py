"""Draw `screen.svg`, the picture in the README: commands typed in a real bash. `python docs/screen.py`."""

from __future__ import annotations

import fcntl
import io
import os
import pty
import shlex
import struct
import sys
import tempfile
import termios
from pathlib import Path

from rich.console import Console
from rich.text import Text

HERE = Path(__file__).parent
WIDTH = 108
PROMPT = r"\[\e[1m\]$ "
SHOWN_PROMPT = "\x1b[1m$ "
LINES = [
    "shorthand aws ec2 create-tags --resources i-1 --tags Key=owner,Value='Ann, Bob'",
    """shorthand aws ec2 create-tags --resources i-1 --tags "Key=owner,Value='Ann, Bob'\"""",
    "shorthand check -s aws:ec2/run-instances#--block-device-mappings Ebs={VolumeSize=20,VolumeType=gp3}",
    "shorthand explain -s aws:elbv2/create-rule#--conditions 'Field=path-pattern,Values=/img/*,/css/*'",
]
# rich's own format fetches its font from the network; a reader's own will do.
FORMAT = """<svg class="rich-terminal" xml:space="preserve" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, monospace; font-size: {char_height}px;
line-height: {line_height}px; white-space: pre; }} {styles}</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g></svg>
"""


class Bash:
    """A real bash on a terminal of its own, which echoes what is typed and runs it."""

    def __init__(self, directory: Path) -> None:
        """Start it where the name of the command runs this checkout."""
        command = directory / "shorthand"
        command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m shorthand "$@"\n')
        command.chmod(0o755)
        environment = {
            "PATH": f"{directory}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(HERE.parent),
            "HOME": str(directory),
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
            "PS1": PROMPT,
            # What is typed is bold, and what is printed is not.
            "PS0": r"\e[0m",
        }
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(directory)
            os.execvpe("bash", ["bash", "--norc", "--noprofile", "--noediting", "-i"], environment)  # noqa: S606, S607
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, WIDTH, 0, 0))
        self.until_prompt()

    def until_prompt(self) -> str:
        """Return what is shown before the next prompt."""
        shown = b""
        while not shown.endswith(SHOWN_PROMPT.encode()):
            shown += os.read(self.terminal, 4096)
        return shown.decode().removesuffix(SHOWN_PROMPT)

    def typed(self, line: str) -> str:
        """Type a line, and return what the terminal shows of it and after it."""
        os.write(self.terminal, f"{line}\n".encode())
        return SHOWN_PROMPT + self.until_prompt().replace("\r\n", "\n").rstrip("\n")

    def close(self) -> None:
        """End it."""
        os.write(self.terminal, b"exit\n")
        os.waitpid(self.process, 0)
        os.close(self.terminal)


def main() -> None:
    """Type the commands and write the picture."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    with tempfile.TemporaryDirectory() as directory:
        bash = Bash(Path(directory))
        for line in LINES:
            console.print(Text.from_ansi(bash.typed(line)))
            console.print()
        bash.close()
    picture = console.export_svg(title="bash", code_format=FORMAT, unique_id="screen")
    (HERE / "screen.svg").write_text(picture, "utf-8")


if __name__ == "__main__":
    main()
