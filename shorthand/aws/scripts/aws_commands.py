"""Find the commands that run the AWS CLI, directly or through `sudo`, `env`, `xargs`, `docker run` and the like."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from shorthand.aws.scripts.commands import SimpleCommand
from shorthand.aws.scripts.expansion import expanded
from shorthand.aws.scripts.words import Hole, HoleKind, Word


class Launcher(StrEnum):
    """How the AWS CLI is run."""

    DIRECT = "direct"
    """`aws …`, `/usr/local/bin/aws …`, `aws2 …`, also after `command`, `exec`, `time`, `sudo`, `env` and the like."""
    XARGS = "xargs"
    """`xargs aws …`: more words follow, or a placeholder is replaced."""
    DOCKER = "docker"
    """`docker run … amazon/aws-cli …`: paths are those in the container."""


@dataclass(frozen=True, slots=True)
class AwsCommand:
    """A run of the AWS CLI.

    Attributes:
        command: The whole command.
        program: The word that names the AWS CLI.
        arguments: The words after it, as the AWS CLI gets them; holes are in them as they are.
        launcher: How it is run.
        is_complete: Whether these are all the words; `xargs` adds others.
    """

    command: SimpleCommand
    program: Word
    arguments: tuple[Word, ...]
    launcher: Launcher = Launcher.DIRECT
    is_complete: bool = True

    @property
    def start(self) -> int:
        """Where the name of the AWS CLI starts."""
        return self.program.start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.arguments[-1].end if self.arguments else self.program.end


_AWS = re.compile(r"(?:.*[/\\])?aws2?(?:\.exe|\.cmd)?")
_AWS_IMAGE = re.compile(r"(?:[\w.-]+(?::\d+)?/)*(?:amazon/aws-cli|aws-cli/aws-cli)(?::[\w.-]+)?(?:@sha256:[0-9a-f]+)?")
_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=", re.ASCII)

# The options of each launcher that take a value in the next word. Other options are one word.
_VALUE_OPTIONS = {
    "sudo": {"-C", "-D", "-g", "-h", "-p", "-R", "-r", "-T", "-t", "-U", "-u"}
    | {"--chdir", "--chroot", "--close-from", "--command-timeout", "--group", "--host", "--other-user", "--prompt"}
    | {"--role", "--type", "--user"},
    "doas": {"-C", "-u"},
    "env": {"-C", "-u", "--chdir", "--unset"},
    "time": {"-f", "-o", "--format", "--output"},
    "nice": {"-n", "--adjustment"},
    "ionice": {"-c", "-n", "--class", "--classdata"},
    "timeout": {"-k", "-s", "--kill-after", "--signal"},
    "stdbuf": {"-e", "-i", "-o", "--error", "--input", "--output"},
    "xargs": {"-a", "-d", "-E", "-I", "-J", "-L", "-n", "-P", "-R", "-S", "-s"}
    | {"--arg-file", "--delimiter", "--max-args", "--max-chars", "--max-procs", "--process-slot-var"},
    "command": set(),
    "builtin": set(),
    "exec": {"-a"},
    "nohup": set(),
    "setsid": set(),
    "unbuffer": set(),
    "aws-vault": set(),
    "run": set(),  # of bats, and the usual name of a function that prints a command and runs it
}
# These only print, or look for the program.
_NOT_RUN = {"command": {"-v", "-V"}, "sudo": {"-l", "-e", "-v", "--list", "--edit"}}
_DOCKER_FLAGS = {
    "-d",
    "-i",
    "-t",
    "-it",
    "-ti",
    "-dit",
    "-P",
    "--detach",
    "--init",
    "--interactive",
    "--no-healthcheck",
}
_DOCKER_FLAGS |= {
    "--oom-kill-disable",
    "--privileged",
    "--publish-all",
    "--quiet",
    "-q",
    "--read-only",
    "--rm",
    "--tty",
}
_DOCKER_FLAGS |= {"--sig-proxy", "--disable-content-trust"}
_MOST_LAUNCHERS = 8


def find_aws_commands(commands: Iterable[SimpleCommand]) -> list[AwsCommand]:
    """Return the commands that run the AWS CLI, with its own words.

    What is not certain is left out: `$AWS s3 ls`, `sudo $OPTIONS aws s3 ls`.
    """
    return [found for command in commands if (found := find_aws_command(command))]


def find_aws_command(command: SimpleCommand) -> AwsCommand | None:
    """Return how a command runs the AWS CLI, or None where it does not, or not certainly."""
    if not command.words or not any("aws" in word.shown for word in command.words):
        return None
    words = expanded(command)
    launcher, is_complete = Launcher.DIRECT, True
    for _ in range(_MOST_LAUNCHERS):
        name = words[0].text if words else None
        if name is None:
            return None
        if _AWS.fullmatch(name):
            return AwsCommand(command, words[0], tuple(words[1:]), launcher, is_complete)
        name = re.split(r"[/\\]", name)[-1]
        if name in ("docker", "podman", "nerdctl", "finch"):
            return _in_docker(command, words)
        if name == "find":
            words = _run_by_find(words)
            continue
        rest = _launched(name, words)
        if rest is None:
            return None
        if name == "xargs":
            launcher = Launcher.XARGS
            replaced = _replaced_by_xargs(words[: len(words) - len(rest)])
            is_complete = replaced is not None
            rest = [_with_hole(word, replaced) if replaced else word for word in rest]
        words = rest
    return None


def _run_by_find(words: list[Word]) -> list[Word]:
    """Return the words of the first command that `find` runs for each file; [] where it runs none."""
    texts = [word.text for word in words]
    first = next((at for at, text in enumerate(texts) if text in ("-exec", "-execdir", "-ok", "-okdir")), None)
    if first is None:
        return []
    last = next((at for at, text in enumerate(texts) if at > first and text in (";", "+")), None)
    return [_with_hole(word, "{}") for word in words[first + 1 : last]] if last else []


def _launched(name: str, words: list[Word]) -> list[Word] | None:
    """Return the words of the command that a launcher runs."""
    if name not in _VALUE_OPTIONS:
        return None
    at = 1
    while at < len(words):
        text = words[at].text
        if text is None:
            # The value of an assignment. A value with blanks, not quoted, would give other words: nobody means that.
            if not _ASSIGNMENT.match(words[at].shown):
                return None
            at += 1
        elif text == "--":
            at += 1
            break
        elif text.startswith("-") and text != "-":
            if text in _NOT_RUN.get(name, ()):
                return None
            at += _option_length(name, text)
        elif name in ("env", "sudo") and _ASSIGNMENT.match(text):
            at += 1
        else:
            break
    if name == "timeout":
        at += 1
    return words[at:]


def _option_length(name: str, option: str) -> int:
    """Return of how many words an option is: `-u x`, `-Eu x`, `-ux`, `--user=x`."""
    values = _VALUE_OPTIONS[name]
    if option.startswith("--") or len(option) == 2:
        return 2 if option in values else 1
    for index, letter in enumerate(option[1:], start=1):
        if f"-{letter}" in values:
            return 2 if index == len(option) - 1 else 1
    return 1


def _replaced_by_xargs(words: list[Word]) -> str | None:
    """Return the text that `xargs -I text` replaces with each line; None where it appends words instead."""
    shown = [word.shown for word in words]
    for at, text in enumerate(shown):
        if text == "-I" and at + 1 < len(shown):
            return shown[at + 1]
        if text.startswith("-I") and len(text) > 2:
            return text[2:]
        if text in ("-i", "--replace"):
            return "{}"
        if text.startswith("--replace="):
            return text.removeprefix("--replace=")
    return None


def _with_hole(word: Word, replaced: str) -> Word:
    """Return a word as a hole where it has what `xargs` replaces. It stays one word."""
    if replaced not in word.shown:
        return word
    hole = Hole(HoleKind.TEMPLATE, word.start, word.end, word.shown, quoted=True, text=None)
    return Word((hole,), word.start, word.end)


def _in_docker(command: SimpleCommand, words: list[Word]) -> AwsCommand | None:
    """`docker [container] run [options] amazon/aws-cli words…`: the entry point of the image is the AWS CLI.

    Also `docker run [options] image aws words…`, and `exec` with a container.
    """
    texts = [word.text for word in words]
    verb = next((text for text in texts[1:3] if text in ("run", "exec")), None)
    if verb is None:
        return None
    at = texts.index(verb) + 1
    entry_point = None
    while at < len(words):
        shown = words[at].shown
        if not shown.startswith("-"):
            break
        name, sign, value = shown.partition("=")
        takes_value = not sign and name not in _DOCKER_FLAGS and (name.startswith("--") or len(name) == 2)
        if name == "--entrypoint":
            entry_point = value if sign else texts[at + 1] if at + 1 < len(words) else None
            if entry_point is None:
                return None
        at += 2 if takes_value else 1
    image = texts[at] if at < len(words) else None
    if image is None:
        return None
    arguments = tuple(words[at + 1 :])
    if verb == "exec":
        entry_point, image = "", ""
    if entry_point is not None and _AWS.fullmatch(entry_point):
        return AwsCommand(command, words[at], arguments, Launcher.DOCKER)
    if _AWS_IMAGE.fullmatch(image) and entry_point is None:
        return AwsCommand(command, words[at], arguments, Launcher.DOCKER)
    if arguments and not entry_point and arguments[0].text and _AWS.fullmatch(arguments[0].text):
        return AwsCommand(command, arguments[0], arguments[1:], Launcher.DOCKER)
    return None
