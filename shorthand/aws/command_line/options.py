"""Split the words of a command line into options, each with the words that belong to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from shorthand.aws.command import Command, Option
from shorthand.aws.command_line.global_options import (
    INPUT_JSON,
    INPUT_YAML,
    SKELETON,
    global_options_of,
    other_version_of,
    take_global_options,
    unknown_global_option,
)
from shorthand.aws.models import only_in, operations, other_version_hint
from shorthand.codec.token_kind import NEGATIVE_NUMBER
from shorthand.did_you_mean import did_you_mean, listed
from shorthand.errors import LossyTextError, ShorthandError
from shorthand.shapes import List, Shape, resolved

# The options of the command `shorthand aws` itself, which people write after the service by mistake.
_OWN_OPTIONS = (
    *("yaml", "json", "from-json", "from-yaml", "shell", "skeleton", "line", "lenient", "indent", "command", "to"),
    *("aws-version", "max-file-size", "merge-lists-by", "no-files", "variables"),
)


def split_command(words: list[str], version: int) -> tuple[str, str, list[str], dict[str, list[str]]]:
    """Find the command that the words name.

    Args:
        words: `[aws] [GLOBAL OPTION]... SERVICE OPERATION [WORD]...`; global options may be anywhere.
        version: The major version of the AWS CLI.

    Returns:
        The service, the operation, the words after it, and the global options.

    Raises:
        ShorthandError: The words name no service or no operation.
    """
    rest, others = take_global_options(words[1:] if words[:1] == ["aws"] else words, version)
    for word in rest[:2]:
        if word.startswith("--"):
            raise unknown_global_option(word.partition("=")[0], version)
    if not rest:
        raise ShorthandError("expected SERVICE OPERATION, got nothing", hint="shorthand aws ec2 describe-instances")
    if len(rest) == 1:
        names = [name for name in operations(rest[0], version) if " " not in name]
        raise ShorthandError(f"expected a command of {rest[0]}, got nothing", expected=listed(names))
    service, operation, *rest = rest
    # A command within another is named by all words: `wait instance-running`.
    known = operations(service, version) if rest and not rest[0].startswith("-") else []
    while rest and f"{operation} {rest[0]}" in known:
        operation += f" {rest.pop(0)}"
    return service, operation, rest, others


class GivenOption(NamedTuple):
    """An option as it is given.

    Attributes:
        option: The option.
        tokens: The words that belong to it.
    """

    option: Option
    tokens: list[str]


def given_options(
    command: Command, words: list[str], others: dict[str, list[str]], strict: bool, version: int = 2, service: str = ""
) -> tuple[dict[str, GivenOption], list[str]]:
    """Split the words after a command's name.

    Args:
        command: The command.
        words: The words, without global options. They are consumed.
        others: Filled with the options that every operation has: `--cli-input-json` and the like.
        strict: Whether to stop at an option that is given twice, of which the AWS CLI keeps the last.
        version: The major version of the AWS CLI.
        service: The name of the service, for an error about an option that only the other version has.

    Returns:
        By name as typed, each option with its words; and the words that belong to no option.

    Raises:
        ShorthandError: A word belongs to no option, or an option lacks its value.
        LossyTextError: An option is given twice.
    """
    names, takers = command.by_name, command.positional
    takes_any_number = bool(takers) and any(_is_list(option.shape) for option in takers)
    every = {*names, INPUT_JSON, SKELETON, *([INPUT_YAML] if version > 1 else [])}
    given: dict[str, GivenOption] = {}
    positional: list[str] = []
    while words:
        word = words.pop(0)
        if not _is_option(word, every):
            if len(positional) >= len(takers) and not takes_any_number:
                raise _stray_word(word, given, command)
            positional.append(word)
            continue
        typed, equals, value = word.partition("=")
        name = _full_name(typed, every)
        if name is None:
            raise _unknown_option(typed, every, service, command, version)
        if name not in names:
            others[name] = _tokens_of_input(name, value if equals else None, words)
            continue
        option = names[name]
        _check_given_once(name, option, given, strict)
        given[name] = GivenOption(option, _tokens(option, name, value if equals else None, words, every, command))
    return given, positional


def _check_given_once(name: str, option: Option, given: dict[str, GivenOption], strict: bool) -> None:
    """Stop at an option that is given twice, or forget what was given before, as the AWS CLI does."""
    before = next((other for other, (known, _) in given.items() if known is option), None)
    if before is None:
        return
    is_contradiction = before != name
    # For a structure whose only member is a boolean, the AWS CLI itself refuses both.
    if is_contradiction and (strict or not option.flag):
        raise ShorthandError(f"{option.name} and {option.negative} exclude each other", hint="remove one")
    if strict:
        raise LossyTextError(
            f"{name} is given twice: the AWS CLI would keep only the last, and lose the one before",
            hint=f"write all values after one {name}" if _is_list(option.shape) else "remove one",
        )
    del given[before]


def _tokens_of_input(name: str, value: str | None, words: list[str]) -> list[str]:
    """Take the words of `--cli-input-json`, `--cli-input-yaml` or `--generate-cli-skeleton` from `words`."""
    if value is not None:
        return [value]
    if words and not words[0].startswith("--"):
        return [words.pop(0)]
    if name != SKELETON:
        raise ShorthandError(f"{name} needs a value")
    return []


def _is_option(word: str, names: Collection[str]) -> bool:
    """Return whether a word names an option, by the rules of the AWS CLI's command line."""
    if not word.startswith("-") or word == "-":
        return False
    name = word.partition("=")[0]
    # An abbreviation is recognized before a space makes the word a value: `--filter=Name=a b`.
    if name in names or (name[2:] and any(full.startswith(name) for full in names)):
        return True
    return not NEGATIVE_NUMBER.fullmatch(word) and " " not in word


def _full_name(name: str, names: Collection[str]) -> str | None:
    """Return the full name of an option, which may be abbreviated; None if no option has a name that begins so.

    Raises:
        ShorthandError: More than one has a name that begins so.
    """
    if name in names:
        return name
    longer = sorted(full for full in names if full.startswith(name)) if name[2:] else []
    if len(longer) > 1:
        raise ShorthandError(f"{name} abbreviates several options", expected=listed(longer))
    return longer[0] if longer else None


def _unknown_option(name: str, names: Collection[str], service: str, command: Command, version: int) -> ShorthandError:
    """Return the error for an option that the command does not have."""
    hint = other_version_hint(service, command.name, name, version)
    if not hint and (only := other_version_of(name, version) or (2 if name == INPUT_YAML else None)):
        hint = only_in(only)
    if not hint and name.lstrip("-") in _OWN_OPTIONS:
        hint = f"write an option of shorthand itself before the service: shorthand aws {name} …"
    hint = hint or did_you_mean(name, dict.fromkeys([*command.by_name, *sorted(names), *global_options_of(version)]))
    return ShorthandError(
        f"{command.name} has no option {name}", hint=hint, expected="" if hint else listed(list(command.options))
    )


def _is_list(shape: Shape) -> bool:
    return isinstance(resolved(shape), List)


def _tokens(
    option: Option, name: str, value: str | None, words: list[str], names: Collection[str], command: Command
) -> list[str]:
    """Take the words that belong to an option from `words`."""
    if option.flag:
        if value is not None:
            raise ShorthandError(f"{name} takes no value", hint=_flag_hint(option, value))
        if words and words[0].lower() in ("true", "false"):
            raise ShorthandError(f"{name} takes no value", hint=_flag_hint(option, words[0]))
        return []
    if value is not None:
        return [value]
    tokens: list[str] = []
    most = len(words) if _is_list(option.shape) else 1
    while words and len(tokens) < most and not _is_option(words[0], names):
        tokens.append(words.pop(0))
    if not tokens and not _is_list(option.shape) and not option.negative:
        following = f", and {words[0]} follows" if words else ""
        hint = f"write a value that begins with a dash like this: {name}={words[0]}" if words else ""
        raise ShorthandError(f"{name} needs a value{following}", hint=hint)
    # More words that name no option are kept, so that reading the option reports what is wrong with them.
    goes_on = not _is_list(option.shape) and not command.positional and bool(tokens)
    while goes_on and words and not _is_option(words[0], names):
        tokens.append(words.pop(0))
    return tokens


def _flag_hint(option: Option, value: str) -> str:
    wanted = option.negative if value.lower() == "false" else option.name
    return f"write {wanted} alone" if wanted else ""


def _stray_word(word: str, given: Mapping[str, GivenOption], command: Command) -> ShorthandError:
    last = next(reversed(list(given.values())), None)
    hint = f"{last.option.name} takes no value" if last and last.option.flag else ""
    return ShorthandError(f"{word!r} belongs to no option of {command.name}", hint=hint)
