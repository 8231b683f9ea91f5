"""The options that every command of the AWS CLI takes, in version 1 or 2. They are no part of a command's input."""

from __future__ import annotations

from shorthand.codec.option import NEGATIVE_NUMBER
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
"""The names, each with whether it takes a value."""

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


def take_global_options(words: list[str]) -> tuple[list[str], dict[str, list[str]]]:
    """Separate the global options from the other words, wherever they are, as the AWS CLI does before all else.

    Args:
        words: The words of a command line.

    Returns:
        The other words, and the global options by their full names, each with its value if it takes one.

    Raises:
        ShorthandError: A name abbreviates several global options, or an option lacks its value.
    """
    others: list[str] = []
    given: dict[str, list[str]] = {}
    todo = iter(words)
    pending: str | None = next(todo, None)
    while pending is not None:
        word, pending = pending, next(todo, None)
        name, equals, value = word.partition("=")
        full = _full_name(name)
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
    return others, given


def _looks_like_option(word: str) -> bool:
    return word.startswith("-") and word != "-" and " " not in word and not NEGATIVE_NUMBER.fullmatch(word)


def _full_name(name: str) -> str | None:
    """Return the global option that a name means or abbreviates; None for any other word."""
    if name in GLOBAL_OPTIONS or not name.startswith("--") or not name[2:]:
        return name if name in GLOBAL_OPTIONS else None
    longer = [full for full in GLOBAL_OPTIONS if full.startswith(name)]
    if len(longer) > 1:
        raise ShorthandError(f"{name} abbreviates several options", expected=listed(longer))
    return longer[0] if longer else None


def unknown_global_option(name: str) -> ShorthandError:
    """Return the error for an option before the command's name that is no global option."""
    near = did_you_mean(name, GLOBAL_OPTIONS)
    return ShorthandError(f"unknown global option {name}", hint=near or "write the options of a command after its name")
