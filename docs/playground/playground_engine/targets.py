"""The option or command that a text is for: `ec2 create-tags --tags`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from shorthand.codec.json_text import loads_json
from shorthand.did_you_mean import did_you_mean
from shorthand.errors import ShorthandError, ShorthandTypeError
from shorthand.sources import Command, Option, aws


@dataclass(frozen=True)
class Target:
    """The command and its option, or neither."""

    service: str = ""
    command: Command | None = None
    option: Option | None = None

    @property
    def name(self) -> str:
        """The target as it is typed."""
        if self.command is None:
            return ""
        return f"{self.service} {self.command.name}" + (f" {self.option.name}" if self.option else "")

    def about(self) -> str:
        """Describe the target in one line."""
        if self.command is None:
            return ""
        name = f"{self.service} {self.command.name}"
        if self.option is None:
            return f"the JSON input of {name}"
        return f"{self.option.name} of {name}, {'required' if self.option.required else 'optional'}"

    def syntax(self) -> str:
        """Return the documented syntax of the option, or ""."""
        return "" if self.option is None else self.option.syntax() or self.option.shape.type_name

    def line_for(self, text: str) -> tuple[list[str], dict[str, Any]]:
        """Return the words of the command, and the input that the JSON text gives it."""
        value = loads_json(text)
        if self.command is None or not isinstance(value, dict):
            raise ShorthandTypeError("expected an object: the input of a command", text=text)
        return ["aws", self.service, *self.command.name.split(" ")], value


# Between two keystrokes the command is the same, and to make its shapes again takes milliseconds.
known_command = lru_cache(maxsize=32)(aws)


def read_target(text: str) -> Target:
    """Read `[aws] SERVICE OPERATION [--option]`.

    >>> read_target("ec2 create-tags --tags").syntax()
    'Key=string,Value=string ...'
    """
    words = text.split()
    words = words[1:] if words[:1] == ["aws"] else words
    path = [word for word in words if not word.startswith("--")]
    if len(path) < 2:
        # It is being typed, and says nothing yet.
        return Target()
    command = known_command(path[0], " ".join(path[1:]))
    names = [word for word in words if word.startswith("--")]
    if not names or names == ["--"]:
        return Target(path[0], command)
    options = {option.name: option for option in command.all_options()}
    if names[-1] not in options:
        raise ShorthandError(
            f"{path[0]} {command.name} has no option {names[-1]}", hint=did_you_mean(names[-1], command.options)
        )
    return Target(path[0], command, options[names[-1]])
