"""The options that every command of the AWS CLI takes, in version 1 or 2. They are no part of a command's input."""

from __future__ import annotations

from functools import cache

from shorthand.aws.models import only_in
from shorthand.codec.token_kind import NEGATIVE_NUMBER
from shorthand.did_you_mean import did_you_mean, listed
from shorthand.errors import ShorthandError

GLOBAL_OPTIONS = {
    "--ca-bundle": True,
    "--cli-auto-prompt": False,
    "--cli-binary-format": True,
    "--cli-connect-timeout": True,
    "--cli-error-format": True,
    "--cli-read-timeout": True,
    "--color": True,
    "--debug": False,
    "--endpoint-url": True,
    "--no-cli-auto-prompt": False,
    "--no-cli-pager": False,
    "--no-paginate": False,
    "--no-sign-request": False,
    "--no-verify-ssl": False,
    "--output": True,
    "--profile": True,
    "--query": True,
    "--region": True,
    "--v2-debug": False,
    "--version": False,
}
"""The names in both versions, each with whether it takes a value."""

_ONLY_IN = {
    "--cli-auto-prompt": 2,
    "--cli-binary-format": 2,
    "--cli-error-format": 2,
    "--no-cli-auto-prompt": 2,
    "--no-cli-pager": 2,
    "--v2-debug": 1,
}
"""The names that only one major version has."""

_OUTPUT = ("json", "text", "table")
_CHOICES = {
    ("--cli-error-format", 2): ("legacy", "json", "yaml", "text", "table", "enhanced"),
    ("--color", 1): ("on", "off", "auto"),
    ("--color", 2): ("on", "off", "auto"),
    ("--output", 1): _OUTPUT,
    ("--output", 2): (*_OUTPUT, "yaml", "yaml-stream", "off"),
}
"""The values of the options that take only some, in each version. `binary` checks those of --cli-binary-format."""

_NUMBERS = ("--cli-connect-timeout", "--cli-read-timeout")

# What replaces a variable in a pasted text is longer, and may mean any of the values.
_LONGEST_VALUE = 40

INPUT_JSON = "--cli-input-json"
"""The option of an operation that gives its whole input as JSON."""

INPUT_YAML = "--cli-input-yaml"
"""The option of an operation that gives its whole input as YAML, in version 2."""

SKELETON = "--generate-cli-skeleton"
"""The option of an operation that prints an input to be filled in, instead of calling the service."""

BINARY_FORMAT = "--cli-binary-format"
"""The option that tells whether the texts of blobs are base64 or raw, in version 2."""

NO_PAGING = "--no-paginate"
"""The option that turns paging off."""


@cache
def global_options_of(version: int) -> tuple[str, ...]:
    """Return the names of the global options that a major version of the AWS CLI has."""
    return tuple(name for name in GLOBAL_OPTIONS if _ONLY_IN.get(name, version) == version)


def take_global_options(words: list[str], version: int) -> tuple[list[str], dict[str, list[str]]]:
    """Separate the global options from the other words, wherever they are, as the AWS CLI does before all else.

    Args:
        words: The words of a command line.
        version: The major version of the AWS CLI.

    Returns:
        The other words, and the global options by their full names, each with its value if it takes one.

    Raises:
        ShorthandError: A name abbreviates several global options, or an option lacks its value or has another than it
            takes.
    """
    others: list[str] = []
    given: dict[str, list[str]] = {}
    todo = iter(words)
    pending: str | None = next(todo, None)
    while pending is not None:
        word, pending = pending, next(todo, None)
        name, equals, value = word.partition("=")
        full = _full_name(name, version)
        if full is None:
            others.append(word)
        elif not GLOBAL_OPTIONS[full]:
            if equals:
                raise ShorthandError(f"{full} takes no value", hint=f"write {full} alone")
            given[full] = []
        elif equals:
            given[full] = [value]
        elif pending is None or _looks_like_option(pending):
            raise ShorthandError(f"{full} needs a value")
        else:
            given[full] = [pending]
            pending = next(todo, None)
    for name, tokens in given.items():
        if tokens and len(tokens[0]) <= _LONGEST_VALUE:
            _check_value(name, tokens[0], version)
    return others, given


def _check_value(name: str, value: str, version: int) -> None:
    """Check the value of an option that takes only some values, or numbers."""
    choices = _CHOICES.get((name, version), ())
    if choices and value not in choices:
        is_other = value in _CHOICES.get((name, 3 - version), ())
        hint = only_in(3 - version) if is_other else did_you_mean(value, choices)
        raise ShorthandError(f"unknown value {value!r} of {name}", expected=listed(choices), hint=hint)
    if name in _NUMBERS:
        try:
            int(value)
        except ValueError:
            raise ShorthandError(f"expected an integer for {name}, got {value!r}") from None


def _looks_like_option(word: str) -> bool:
    return word.startswith("-") and word != "-" and " " not in word and not NEGATIVE_NUMBER.fullmatch(word)


def _full_name(name: str, version: int) -> str | None:
    """Return the global option that a name means or abbreviates; None for any other word."""
    longer = _abbreviations(version).get(name, ())
    if len(longer) > 1:
        raise ShorthandError(f"{name} abbreviates several options", expected=listed(longer))
    return longer[0] if longer else None


@cache
def _abbreviations(version: int) -> dict[str, list[str]]:
    """Return the global options by each beginning of their names."""
    found: dict[str, list[str]] = {}
    names = global_options_of(version)
    for name in names:
        for length in range(3, len(name)):
            found.setdefault(name[:length], []).append(name)
    return {**found, **{name: [name] for name in names}}


def other_version_of(name: str, version: int) -> int | None:
    """Return the major version of the AWS CLI that alone has a global option, if it is another one than is meant."""
    only = _ONLY_IN.get(name, version)
    return None if only == version else only


def unknown_global_option(name: str, version: int) -> ShorthandError:
    """Return the error for an option before the command's name that is no global option."""
    if only := other_version_of(name, version):
        return ShorthandError(f"unknown global option {name}", hint=only_in(only))
    near = did_you_mean(name, global_options_of(version))
    return ShorthandError(f"unknown global option {name}", hint=near or "write the options of a command after its name")
