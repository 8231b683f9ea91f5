"""Read what shells hand to programs, in scripts and documents.

A file becomes shell texts (`shell_sources`), a text simple commands with their words (`read_shell`), and of these the
runs of the AWS CLI are found (`find_aws_commands`). A word is certain text and holes, each with its exact place.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from shorthand.aws.scripts.aws_commands import AwsCommand, Launcher, find_aws_command, find_aws_commands
    from shorthand.aws.scripts.commands import (
        Assignment,
        Context,
        HereDocument,
        Redirect,
        Script,
        Shell,
        SimpleCommand,
    )
    from shorthand.aws.scripts.constants import follow_constants
    from shorthand.aws.scripts.expansion import expand, expanded
    from shorthand.aws.scripts.file_kinds import FileKind, kind_of, shell_sources
    from shorthand.aws.scripts.limits import MOST_CHARACTERS, MissingParserError, UnreadableSourceError
    from shorthand.aws.scripts.posix_shell import read_script, read_shell
    from shorthand.aws.scripts.powershell import read_powershell, read_powershell_script
    from shorthand.aws.scripts.shell_source import Edit, Host, ShellSource
    from shorthand.aws.scripts.words import Hole, HoleKind, Piece, Quote, Text, Word

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
    "MissingParserError",
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

# Where each name is defined. A module is imported when its first name is used: all of them take 40 ms.
_MODULES = {
    "Assignment": "commands",
    "AwsCommand": "aws_commands",
    "Context": "commands",
    "Edit": "shell_source",
    "FileKind": "file_kinds",
    "HereDocument": "commands",
    "Hole": "words",
    "HoleKind": "words",
    "Host": "shell_source",
    "Launcher": "aws_commands",
    "MOST_CHARACTERS": "limits",
    "MissingParserError": "limits",
    "Piece": "words",
    "Quote": "words",
    "Redirect": "commands",
    "Script": "commands",
    "Shell": "commands",
    "ShellSource": "shell_source",
    "SimpleCommand": "commands",
    "Text": "words",
    "UnreadableSourceError": "limits",
    "Word": "words",
    "expand": "expansion",
    "expanded": "expansion",
    "find_aws_command": "aws_commands",
    "find_aws_commands": "aws_commands",
    "follow_constants": "constants",
    "kind_of": "file_kinds",
    "read_powershell": "powershell",
    "read_powershell_script": "powershell",
    "read_script": "posix_shell",
    "read_shell": "posix_shell",
    "shell_sources": "file_kinds",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module 'shorthand.aws.scripts' has no attribute {name!r}")
    full = f"shorthand.aws.scripts.{_MODULES[name]}"
    __import__(full)
    found: object = getattr(sys.modules[full], name)
    globals()[name] = found
    return found
