"""The words of a command line, to the options that they name, each with the words that belong to it."""

from __future__ import annotations

from collections.abc import Mapping

from shorthand.aws.command import Command, Option
from shorthand.aws.command_line.global_options import GLOBAL_OPTIONS, INPUT_JSON, SKELETON
from shorthand.aws.models import operations
from shorthand.codec.option import NEGATIVE_NUMBER
from shorthand.did_you_mean import did_you_mean, listed
from shorthand.errors import LossyTextError, ShorthandError
from shorthand.shapes import List, Shape, resolved


def named(words: list[str]) -> tuple[str, str, list[str], dict[str, list[str]]]:
    """The service, the operation, the words after it, and the global options before it."""
    if words and words[0] == "aws":
        words = words[1:]
    others: dict[str, list[str]] = {}
    path: list[str] = []
    while words and len(path) < 2:
        word = words.pop(0)
        if word.startswith("--"):
            _take_global(word, words, others)
        else:
            path.append(word)
    if not path:
        raise ShorthandError("a command is expected: SERVICE OPERATION", hint="shorthand aws ec2 describe-instances")
    if len(path) == 1:
        names = [name for name in operations(path[0]) if " " not in name]
        raise ShorthandError(f"a command of {path[0]} is expected", expected=listed(names))
    service, operation = path
    # A command within another is named by all their words: `wait instance-running`.
    known = set(operations(service))
    while words and f"{operation} {words[0]}" in known:
        operation += f" {words.pop(0)}"
    return service, operation, words, others


def _take_global(word: str, words: list[str], others: dict[str, list[str]]) -> None:
    name, equals, value = word.partition("=")
    if name not in GLOBAL_OPTIONS:
        near = did_you_mean(name, [*GLOBAL_OPTIONS])
        raise ShorthandError(
            f"{name} is no option of every command, and others stand after the command's name", hint=near
        )
    if not GLOBAL_OPTIONS[name]:
        others[name] = []
    elif equals:
        others[name] = [value]
    elif not words:
        raise ShorthandError(f"{name} needs a value")
    else:
        others[name] = [words.pop(0)]


def given_options(
    command: Command, words: list[str], others: dict[str, list[str]], strict: bool
) -> tuple[dict[str, tuple[Option, list[str]]], list[str]]:
    """By name as typed, the options with their words; and the words that stand by themselves."""
    names = {option.name: option for option in command.all_options()}
    names |= {option.negative: option for option in command.all_options() if option.negative}
    given: dict[str, tuple[Option, list[str]]] = {}
    positional: list[str] = []
    room = sum(option.positional for option in command.all_options())
    while words:
        word = words.pop(0)
        if not _is_option(word, names):
            if len(positional) >= room and not any(_is_list(o.shape) for o in command.all_options() if o.positional):
                raise _stray(word, given, command)
            positional.append(word)
            continue
        name, equals, value = word.partition("=")
        if name in (INPUT_JSON, SKELETON):
            tokens = [value] if equals else [words.pop(0)] if words and not words[0].startswith("--") else []
            if name == INPUT_JSON and not tokens:
                raise ShorthandError(f"{name} needs a value")
            others[name] = tokens
            continue
        name = _full(name, names, command)
        if name not in names:
            _take_global(name + equals + value, words, others)
            continue
        option = names[name]
        if any(known is option and other != name for other, (known, _) in given.items()):
            raise ShorthandError(f"{option.name} and {option.negative} exclude each other")
        if strict and name in given:
            raise LossyTextError(
                f"{name} is given twice: the AWS CLI would keep only the last, and what was given before would be lost",
                hint=f"give all values after one {name}" if _is_list(option.shape) else "leave one out",
            )
        given[name] = option, _tokens(option, name, value if equals else None, words, names)
    return given, positional


def _is_option(word: str, names: Mapping[str, Option]) -> bool:
    """Whether a word names an option, by the rules of the AWS CLI's command line."""
    if not word.startswith("-") or word == "-":
        return False
    name = word.partition("=")[0]
    if name in names or name in GLOBAL_OPTIONS:
        return True
    return not NEGATIVE_NUMBER.fullmatch(word) and " " not in word


def _full(name: str, names: Mapping[str, Option], command: Command) -> str:
    """The name of an option, which may have been shortened. Raises ShorthandError."""
    if name in names or name in GLOBAL_OPTIONS:
        return name
    longer = [full for full in [*names, *GLOBAL_OPTIONS] if full.startswith(name)] if name[2:] else []
    if len(longer) == 1:
        return longer[0]
    if longer:
        raise ShorthandError(f"{name} is short for several options", expected=listed(longer))
    hint = did_you_mean(name, [*names, *GLOBAL_OPTIONS])
    if name.lstrip("-") in ("yaml", "json", "from-json", "shell", "skeleton", "line", "lenient", "indent", "command"):
        hint = f"an option of shorthand itself stands before the service: shorthand aws {name} …"
    raise ShorthandError(
        f"{command.name} has no option {name}", hint=hint, expected="" if hint else listed(list(command.options))
    )


def _is_list(shape: Shape) -> bool:
    return isinstance(resolved(shape), List)


def _tokens(option: Option, name: str, value: str | None, words: list[str], names: Mapping[str, Option]) -> list[str]:
    """The words that belong to an option, taken from `words`."""
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
        hint = f"a value that begins with a dash is given so: {name}={words[0]}" if words else ""
        raise ShorthandError(f"{name} needs a value{following}", hint=hint)
    # What follows and names no option belongs to this one, and whoever reads it says what is wrong.
    while not _is_list(option.shape) and words and tokens and not _is_option(words[0], names):
        if any(known.positional for known in names.values()):
            break
        tokens.append(words.pop(0))
    return tokens


def _flag_hint(option: Option, value: str) -> str:
    wanted = option.negative if value.lower() == "false" else option.name
    return f"write {wanted} alone" if wanted else ""


def _stray(word: str, given: Mapping[str, tuple[Option, list[str]]], command: Command) -> ShorthandError:
    last = next(reversed(list(given.values())), None)
    hint = ""
    if last and last[0].flag:
        hint = f"{last[0].name} takes no value"
    return ShorthandError(f"{word!r} belongs to no option of {command.name}", hint=hint)
