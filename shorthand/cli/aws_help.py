"""What can be typed: `shorthand aws help`, `shorthand aws ec2 help`, `shorthand aws ec2 create-tags help`."""

from __future__ import annotations

from shorthand.aws.command import Option
from shorthand.aws.models import aws, operations, services
from shorthand.cli import output
from shorthand.codec.token_kind import takes_bare_value
from shorthand.shapes import List, Scalar, Shape, String, Structure, resolved


def print_help(words: list[str]) -> int:
    """The services, a service's commands, or a command's options, one a line. Raises ShorthandError."""
    words = [word for word in words if word != "aws"]
    if not words:
        output.print_all(services())
        return 0
    service, *path = words
    operation = " ".join(path)
    within = [name for name in operations(service) if not path or name.startswith(f"{operation} ")]
    if not path or within:
        output.print_all(within)
        return 0
    output.print_all(_described(option) for option in aws(service, operation).options.values())
    return 0


def _described(option: Option) -> str:
    """An option as the synopsis of the reference shows it, with how its value is written."""
    if option.negative:
        text = f"{option.name} | {option.negative}"
    elif option.flag:
        text = option.name
    elif option.positional:
        text = f"<{option.name}>"
    else:
        value = _value(option)
        # The reference shows bare members after the name of the option.
        text = value if value.startswith(f"{option.name} ") else f"{option.name} {value}"
    text = text.strip().replace("\n\n", "\n").replace("\n", "\n  ")
    return text if option.required else f"[{text}]"


def _value(option: Option) -> str:
    shape = resolved(option.shape)
    if syntax := option.syntax():
        return syntax
    if isinstance(shape, List) and isinstance(member := resolved(shape.member), Scalar):
        return f"{_word(member)} ..."
    if takes_bare_value(shape) and isinstance(shape, Structure):
        return _word(shape.members["Value"])
    return _word(shape)


def _word(shape: Shape) -> str:
    return "|".join(shape.enum) if isinstance(shape, String) and shape.enum else shape.type_name
