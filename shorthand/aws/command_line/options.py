"""Split the words of a command line into options, each with the words that belong to it."""

from __future__ import annotations

from collections.abc import Mapping

from shorthand.aws.command import Command, Option
from shorthand.aws.command_line.global_options import GLOBAL_OPTIONS, INPUT_JSON, SKELETON
from shorthand.aws.models import operations
from shorthand.codec.option import NEGATIVE_NUMBER
from shorthand.did_you_mean import did_you_mean, listed
from shorthand.errors import LossyTextError, ShorthandError
from shorthand.shapes import List, Shape, resolved


def split_command(words: list[str], version: int) -> tuple[str, str, list[str], dict[str, list[str]]]:
    """Find the command that the words name.

    Args:
        words: `[aws] [GLOBAL OPTION]... SERVICE OPERATION [WORD]...`
        version: The major version of the AWS CLI.

    Returns:
        The service, the operation, the words after it, and the global options before it.

    Raises:
        ShorthandError: The words name no service or no operation.
    """
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
        raise ShorthandError("expected SERVICE OPERATION, got nothing", hint="shorthand aws ec2 describe-instances")
    if len(path) == 1:
        names = [name for name in operations(path[0], version) if " " not in name]
        raise ShorthandError(f"expected a command of {path[0]}, got nothing", expected=listed(names))
    service, operation = path
    # A command within another is named by all words: `wait instance-running`.
    known = set(operations(service, version))
    while words and f"{operation} {words[0]}" in known:
        operation += f" {words.pop(0)}"
    return service, operation, words, others


def _take_global(word: str, words: list[str], others: dict[str, list[str]]) -> None:
    name, equals, value = word.partition("=")
    if name not in GLOBAL_OPTIONS:
        near = did_you_mean(name, [*GLOBAL_OPTIONS])
        raise ShorthandError(
            f"unknown global option {name}", hint=near or "write the options of a command after its name"
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
    """Split the words after a command's name.

    Args:
        command: The command.
        words: The words, which are consumed.
        others: Global options and those that say where the input comes from; more are added.
        strict: Whether to stop at an option that is given twice.

    Returns:
        By name as typed, each option with its words; and the words that belong to no option.

    Raises:
        ShorthandError: A word belongs to no option, or an option lacks its value.
        LossyTextError: An option is given twice.
    """
    names = {option.name: option for option in command.all_options()}
    names |= {option.negative: option for option in command.all_options() if option.negative}
    given: dict[str, tuple[Option, list[str]]] = {}
    positional: list[str] = []
    takers = [option for option in command.all_options() if option.positional]
    takes_any_number = any(_is_list(option.shape) for option in takers)
    while words:
        word = words.pop(0)
        if not _is_option(word, names):
            if len(positional) >= len(takers) and not takes_any_number:
                raise _stray_word(word, given, command)
            positional.append(word)
            continue
        name, equals, value = word.partition("=")
        if name in (INPUT_JSON, SKELETON):
            tokens = [value] if equals else [words.pop(0)] if words and not words[0].startswith("--") else []
            if name == INPUT_JSON and not tokens:
                raise ShorthandError(f"{name} needs a value")
            others[name] = tokens
            continue
        name = _full_name(name, names, command)
        if name not in names:
            _take_global(name + equals + value, words, others)
            continue
        option = names[name]
        if any(known is option and other != name for other, (known, _) in given.items()):
            raise ShorthandError(f"{option.name} and {option.negative} exclude each other")
        if strict and name in given:
            raise LossyTextError(
                f"{name} is given twice: the AWS CLI would keep only the last, and lose the one before",
                hint=f"write all values after one {name}" if _is_list(option.shape) else "remove one",
            )
        given[name] = option, _tokens(option, name, value if equals else None, words, names)
    return given, positional


def _is_option(word: str, names: Mapping[str, Option]) -> bool:
    """Return whether a word names an option, by the rules of the AWS CLI's command line."""
    if not word.startswith("-") or word == "-":
        return False
    name = word.partition("=")[0]
    if name in names or name in GLOBAL_OPTIONS:
        return True
    return not NEGATIVE_NUMBER.fullmatch(word) and " " not in word


def _full_name(name: str, names: Mapping[str, Option], command: Command) -> str:
    """Return the full name of an option, which may be abbreviated.

    Raises:
        ShorthandError: No option, or more than one, has a name that begins so.
    """
    if name in names or name in GLOBAL_OPTIONS:
        return name
    longer = [full for full in [*names, *GLOBAL_OPTIONS] if full.startswith(name)] if name[2:] else []
    if len(longer) == 1:
        return longer[0]
    if longer:
        raise ShorthandError(f"{name} abbreviates several options", expected=listed(longer))
    hint = did_you_mean(name, [*names, *GLOBAL_OPTIONS])
    if name.lstrip("-") in ("yaml", "json", "from-json", "shell", "skeleton", "line", "lenient", "indent", "command"):
        hint = f"write an option of shorthand itself before the service: shorthand aws {name} …"
    raise ShorthandError(
        f"{command.name} has no option {name}", hint=hint, expected="" if hint else listed(list(command.options))
    )


def _is_list(shape: Shape) -> bool:
    return isinstance(resolved(shape), List)


def _tokens(option: Option, name: str, value: str | None, words: list[str], names: Mapping[str, Option]) -> list[str]:
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
    while not _is_list(option.shape) and words and tokens and not _is_option(words[0], names):
        if any(known.positional for known in names.values()):
            break
        tokens.append(words.pop(0))
    return tokens


def _flag_hint(option: Option, value: str) -> str:
    wanted = option.negative if value.lower() == "false" else option.name
    return f"write {wanted} alone" if wanted else ""


def _stray_word(word: str, given: Mapping[str, tuple[Option, list[str]]], command: Command) -> ShorthandError:
    last = next(reversed(list(given.values())), None)
    hint = ""
    if last and last[0].flag:
        hint = f"{last[0].name} takes no value"
    return ShorthandError(f"{word!r} belongs to no option of {command.name}", hint=hint)
