"""Read what shells hand to programs, in scripts and documents.

A file becomes shell texts (`shell_sources`), a text simple commands with their words (`read_shell`), and of these the
runs of the AWS CLI are found (`find_aws_commands`). A word is certain text and holes, each with its exact place.
"""

from __future__ import annotations

from shorthand.scripts.aws_commands import AwsCommand, Launcher, find_aws_command, find_aws_commands
from shorthand.scripts.constants import follow_constants
from shorthand.scripts.expansion import expand, expanded
from shorthand.scripts.files import FileKind, kind_of, shell_sources
from shorthand.scripts.limits import MOST_CHARACTERS, UnreadableSourceError
from shorthand.scripts.posix_shell import read_script, read_shell
from shorthand.scripts.powershell import read_powershell, read_powershell_script
from shorthand.scripts.sources import Edit, Host, ShellSource
from shorthand.scripts.words import (
    Assignment,
    Context,
    HereDocument,
    Hole,
    HoleKind,
    Piece,
    Quote,
    Redirect,
    Script,
    Shell,
    SimpleCommand,
    Text,
    Word,
)

__all__ = [
    "MOST_CHARACTERS",
    "Assignment",
    "AwsCommand",
    "Context",
    "Edit",
    "FileKind",
    "HereDocument",
    "Hole",
    "HoleKind",
    "Host",
    "Launcher",
    "Piece",
    "Quote",
    "Redirect",
    "Script",
    "Shell",
    "ShellSource",
    "SimpleCommand",
    "Text",
    "UnreadableSourceError",
    "Word",
    "expand",
    "expanded",
    "find_aws_command",
    "find_aws_commands",
    "follow_constants",
    "kind_of",
    "read_powershell",
    "read_powershell_script",
    "read_script",
    "read_shell",
    "shell_sources",
]
