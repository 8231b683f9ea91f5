"""Draw `screen.svg`, the picture in the README: what the command prints on a terminal. `python docs/screen.py`."""

from __future__ import annotations

import io
import os
import pty
import shlex
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

HERE = Path(__file__).parent
WIDTH = 100
LINES = [
    'shorthand check -s aws:ec2/create-tags#--tags "key=owner,Value=it\'s mine"',
    "shorthand check -s aws:ec2/run-instances#--block-device-mappings Ebs={VolumeSize=1_000,Encrypted=yes}",
    "shorthand explain -s aws:elbv2/create-rule#--conditions 'Field=path-pattern,Values=/img/*,/css/*'",
    "shorthand aws sagemaker create-auto-ml-job --role-arn arn:aws:iam::1:role/r --tags Key=a,Value=b",
    "shorthand aws ec2 create-tags --resources i-1 --tags Key=env,Value=prod Key=owner,Value=me",
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


def printed(line: str) -> str:
    """What a command prints on a terminal, its colours included."""
    words = shlex.split(line)
    process, terminal = pty.fork()
    if process == 0:
        os.environ |= {"COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
        os.environ.pop("NO_COLOR", None)
        os.execv(sys.executable, [sys.executable, "-m", *words])  # noqa: S606 -- no shell is wanted
    shown = b""
    try:
        while chunk := os.read(terminal, 4096):
            shown += chunk
    except OSError:  # how a terminal says that its other end is closed
        pass
    os.waitpid(process, 0)
    return shown.decode().replace("\r\n", "\n")


def main() -> None:
    """Run the commands and write the picture."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for line in LINES:
        console.print(Text(f"$ {line}", "bold bright_white"))
        console.print(Text.from_ansi(printed(line)))
    picture = console.export_svg(title="shorthand", code_format=FORMAT, unique_id="screen")
    (HERE / "screen.svg").write_text(picture, "utf-8")


if __name__ == "__main__":
    main()
