"""Write values of a command as Python, with a variable for each variable of the shell."""

from __future__ import annotations

import base64
import binascii
import keyword
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from shorthand.codec.scalars import is_too_long
from shorthand.codec.shape_at import shape_at
from shorthand.errors import Place, UnrepresentableError, describe
from shorthand.shapes import Blob, Boolean, Double, Float, Integer, Long, Shape, resolved

if TYPE_CHECKING:
    from shorthand.aws.command import Command
    from shorthand.aws.command_line.word_parts import Parts
    from shorthand.aws.scripts.words import Hole

_WIDTH = 100
_DEEPEST = 190
"""Python reads at most 200 brackets within each other, and the call and its arguments are some."""


@dataclass
class PythonWriter:
    """Writes values as Python, and collects the variables that they use.

    Attributes:
        command: The command.
        kept: The texts of the input that hold variables, by place.
        kept_keys: The keys of maps that hold variables, by the place of their value.
        streams: The paths of files that were not read, by place.
        is_raw: Whether the texts of blobs are the content, not base64.
        names: The variables so far, by how the shell writes them.
        modules: The modules that are needed.
    """

    command: Command
    kept: Mapping[Place, Parts]
    kept_keys: Mapping[Place, Parts]
    streams: Mapping[Place, str]
    is_raw: bool
    names: dict[str, tuple[str, Hole]] = field(default_factory=dict)
    modules: set[str] = field(default_factory=set)

    def arguments(self, parameters: Mapping[str, Any]) -> str:
        """Write keyword arguments, on one line if that is short enough."""
        flat = ", ".join(_argument(name, self.code(value, (name,), None)) for name, value in parameters.items())
        if len(flat) + 40 <= _WIDTH:
            return flat
        lines = [f"    {_argument(name, self.code(value, (name,), 1))},\n" for name, value in parameters.items()]
        return "\n" + "".join(lines)

    def code(self, value: Any, place: Place, level: int | None) -> str:
        """Write a value.

        Args:
            value: The value.
            place: Where it is in the parameters.
            level: How deep the line is indented on which it starts; None to write it on one line.

        Raises:
            UnrepresentableError: The value has no literal in Python, or is nested too deeply for one.
        """
        if len(place) > _DEEPEST:
            raise UnrepresentableError(
                f"the value is nested more than {_DEEPEST} levels deep, or contains itself", place=place[:1]
            )
        if not isinstance(value, (dict, list)):
            return self.leaf(value, place)
        if level is not None and len(flat := self.code(value, place, None)) + 4 * level <= _WIDTH - 20:
            return flat
        inner = None if level is None else level + 1
        if isinstance(value, dict):
            items = [f"{self.key(key, place)}: {self.code(item, (*place, key), inner)}" for key, item in value.items()]
            opening, closing = "{", "}"
        else:
            items = [self.code(item, (*place, index), inner) for index, item in enumerate(value)]
            opening, closing = "[", "]"
        if level is None:
            return opening + ", ".join(items) + closing
        indent = "    " * level
        return opening + "\n" + "".join(f"{indent}    {item},\n" for item in items) + indent + closing

    def key(self, key: str, place: Place) -> str:
        """Write a key of the map at a place."""
        if not isinstance(key, str):
            raise UnrepresentableError(f"expected a string as a key, got {describe(key)}", place=place)
        parts = self.kept_keys.get((*place, key))
        return self.text(parts) if parts else quoted(key)

    def leaf(self, value: Any, place: Place) -> str:
        """Write a scalar, or the variables in its place."""
        shape = self.shape(place)
        if place in self.streams:
            return f'open({self.text(self.kept.get(place, (self.streams[place],)))}, "rb")'
        if place in self.kept:
            return self.typed(self.text(self.kept[place]), shape)
        if isinstance(value, str):
            value = self.content(value) if isinstance(shape, Blob) else value
        if isinstance(value, (str, bytes)):
            return quoted(value)
        if isinstance(value, float) and not math.isfinite(value):
            return f'float("{value}")'
        if value is None or isinstance(value, (bool, float)) or (isinstance(value, int) and not is_too_long(value)):
            return repr(value)
        raise UnrepresentableError(f"{describe(value)} has no literal in Python", place=place)

    def shape(self, place: Place) -> Shape | None:
        """Return the schema of the value at a place."""
        shape = self.command.input_shape
        found = shape_at(shape, place) if shape is not None else None
        return None if found is None else resolved(found)

    def content(self, text: str) -> bytes:
        """Return the bytes that the text of a blob gives."""
        if not self.is_raw:
            try:
                return base64.b64decode(text, validate=True)
            except (binascii.Error, ValueError):
                pass
        return text.encode("utf-8", "surrogatepass")

    def typed(self, code: str, shape: Shape | None) -> str:
        """Write the conversion of a variable, which is text, to what boto3 wants."""
        if isinstance(shape, (Integer, Long)):
            return f"int({code})"
        if isinstance(shape, (Float, Double)):
            return f"float({code})"
        if isinstance(shape, Boolean):
            return f'{code}.lower() == "true"'
        if isinstance(shape, Blob):
            self.modules |= {"base64"} if not self.is_raw else set()
            return f"{code}.encode()" if self.is_raw else f"base64.b64decode({code})"
        return code

    def text(self, parts: Parts) -> str:
        """Write text with variables: a name, a string, or an f-string."""
        if len(parts) == 1:
            return quoted(parts[0]) if isinstance(parts[0], str) else self.name(parts[0])
        inner = "".join(
            _escaped(part).replace("{", "{{").replace("}", "}}") if isinstance(part, str) else f"{{{self.name(part)}}}"
            for part in parts
        )
        return f'f"{inner}"'

    def option_value(self, text: str) -> str:
        """Write the value of an option, in which a variable may be the whole text."""
        if match := re.fullmatch(r"\$\{?([A-Za-z_]\w*)\}?", text):
            self.modules.add("os")
            return f'os.environ["{match[1]}"]'
        return quoted(text)

    def number(self, text: str, option: str) -> str:
        """Write the value of an option that takes a number; the token that paging starts at is text."""
        if option == "--starting-token":
            return self.option_value(text)
        return str(int(text)) if re.fullmatch("-?[0-9]{1,9}", text) else f"int({self.option_value(text)})"

    def name(self, hole: Hole) -> str:
        """Return the name of the variable for a hole; equal holes have one."""
        if hole.source not in self.names:
            inner = hole.name or hole.source.rpartition("env.")[2]
            name = "_".join(re.findall(r"[A-Za-z0-9_]+", inner))[:40].strip("_") or "value"
            name = f"argument_{name}" if name[0].isdigit() else name
            taken = {known for known, _ in self.names.values()} | {
                "base64",
                "boto3",
                "client",
                "os",
                "page",
                "response",
            }
            while name in taken or keyword.iskeyword(name):
                name += "_"
            self.names[hole.source] = name, hole
        return self.names[hole.source][0]

    def assignments(self) -> Iterator[str]:
        """Yield the lines that give the variables their values."""
        for source, (name, hole) in self.names.items():
            if hole.name and hole.name.isidentifier() and not hole.modifier:
                self.modules.add("os")
                yield f'{name} = os.environ["{hole.name}"]'
            elif hole.name and hole.name.isidentifier() and (default := re.fullmatch(r":?-([\w./-]*)", hole.modifier)):
                self.modules.add("os")
                yield f'{name} = os.environ.get("{hole.name}") or {quoted(default[1])}'
            else:
                yield f"{name} = {quoted(source)}  # write the value"


def _argument(name: str, value: str) -> str:
    return (
        f"{name}={value}" if name.isidentifier() and not keyword.iskeyword(name) else f"**{{{quoted(name)}: {value}}}"
    )


def quoted(value: str | bytes) -> str:
    """Write a string or bytes in double quotes, as formatters of Python do, or as `repr` does where that is shorter.

    >>> print(quoted("it's"), quoted('a "b"'), quoted(b"a"))
    "it's" 'a "b"' b"a"
    """
    written = repr(value)
    if '"' in written or not written.endswith("'"):
        return written
    start = written.index("'")
    return f'{written[:start]}"{written[start + 1 : -1]}"'


def _escaped(text: str) -> str:
    """Write a text as it is within double quotes.

    >>> print(_escaped('say "a"'))
    say \\"a\\"
    """
    # With a double quote in it, repr puts the text in single quotes.
    inner = repr(text + '"')[1:-2]
    return re.sub(r"\\(.)|\"", lambda match: _IN_DOUBLE_QUOTES.get(match[0], match[0]), inner)


_IN_DOUBLE_QUOTES = {"\\'": "'", '"': '\\"'}
