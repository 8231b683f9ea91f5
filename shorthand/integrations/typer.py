"""Structured options in Typer: `tags: Annotated[list[Tag], option(list[Tag], "--tags")]`."""

from __future__ import annotations

import functools
import os
import shlex
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Unpack, cast

import typer

from shorthand.files import local
from shorthand.integrations import shell_words
from shorthand.integrations.option_type import OptionType
from shorthand.integrations.typer_parameters import KeptWord, OptionCallback, option_of
from shorthand.syntax.raw import Files

if TYPE_CHECKING:
    from shorthand.integrations.keywords import TyperArgumentKeywords, TyperOptionKeywords

__all__ = ["argument", "help_option", "option"]


def option(
    declared: Any,
    *names: str,
    files: Files | None = local,
    help: str | None = None,  # noqa: A002 -- Typer's name
    metavar: str | None = None,
    default: Any = None,
    callback: Callable[[Any], Any] | None = None,
    **others: Unpack[TyperOptionKeywords],
) -> Any:
    """Return what is beside the type of an option in `Annotated`: the type again, and what `typer.Option` takes.

    >>> from typing import Annotated, NamedTuple
    >>> class Tag(NamedTuple):
    ...     Key: str
    ...     Value: str = ""
    >>> app = typer.Typer()
    >>> @app.command()
    ... def make(tags: Annotated[list[Tag], option(list[Tag], help="Tags of the job.")] = []):
    ...     print(tags)
    >>> app(["--tags", "Key=a,Value=1", "--tags", "Key=b"], standalone_mode=False)
    [Tag(Key='a', Value='1'), Tag(Key='b', Value='')]

    Repetitions add items to a list and keys to a map; with any other type they are a usage error.

    Args:
        declared: The type; Typer does not hand on the annotation.
        names: The names of the option; by default that of the parameter.
        files: Gives the content for `file://…`; by default the files of this machine. None forbids them.
        help: What the option is for.
        metavar: What the help shows for the value; by default the syntax.
        default: An instance, its shorthand or its JSON form, shown as shorthand in the help. Leave the default of the
            Python parameter out then.
        callback: Takes the instance, and returns the value for the program.
        others: As for `typer.Option`.

    Raises:
        ShorthandTypeError: The type has no shorthand.
        ShorthandError: The default does not fit the type.
    """
    keywords: dict[str, Any] = {**_keywords(declared, files, help, metavar, default, callback), **others}
    return typer.Option(*cast("tuple[Any, ...]", names), **keywords)


def argument(
    declared: Any,
    *,
    files: Files | None = local,
    help: str | None = None,  # noqa: A002 -- Typer's name
    metavar: str | None = None,
    default: Any = None,
    callback: Callable[[Any], Any] | None = None,
    **others: Unpack[TyperArgumentKeywords],
) -> Any:
    """Return what is beside the type of a positional argument in `Annotated`, as `option` does for an option.

    Args:
        declared: The type.
        files: Gives the content for `file://…`; None forbids references.
        help: What the argument is for.
        metavar: What the help shows for the value.
        default: An instance, its shorthand or its JSON form.
        callback: Takes the instance, and returns the value for the program.
        others: As for `typer.Argument`.

    Raises:
        ShorthandTypeError: The type has no shorthand.
        ShorthandError: The default does not fit the type.
    """
    return typer.Argument(**_keywords(declared, files, help, metavar, default, callback), **others)


def help_option() -> Any:
    """Return what is beside `str` in `Annotated` for `--help-option NAME`, which shows how one option is written.

    >>> from typing import Annotated
    >>> app = typer.Typer()
    >>> @app.command()
    ... def make(size: Annotated[int, option(int)] = 1, help_option: Annotated[str, help_option()] = ""):
    ...     pass
    >>> app(["--help-option", "size"], standalone_mode=False)
    --size integer
    <BLANKLINE>
    Examples:
      --size 1
    0
    """

    def show(ctx: typer.Context, value: str) -> str:
        if value and not ctx.resilient_parsing:
            found = {name.lstrip("-"): one for one in ctx.command.params for name in one.opts if option_of(one)}
            one = found.get(value.lstrip("-"))
            if one is None:
                raise typer.BadParameter(f"expected one of {', '.join(found)}, got {value!r}")
            whole = cast("OptionCallback", option_of(one))
            typer.echo(whole.option.full_help(max(one.opts, key=len), whole.description))
            raise typer.Exit
        return value

    return typer.Option(
        "--help-option",
        metavar="NAME",
        is_eager=True,
        callback=show,
        show_default=False,
        help="Show how one option is written, and exit.",
    )


def _keywords(
    declared: Any,
    files: Files | None,
    description: str | None,
    metavar: str | None,
    default: Any,
    callback: Callable[[Any], Any] | None,
) -> dict[str, Any]:
    """Return the keyword arguments of `typer.Option` and `typer.Argument` for an option of a type."""
    option = OptionType(declared, files)
    # Typer folds a long metavar, and cuts off a long word in a help text.
    metavar = metavar or option.syntax
    keywords: dict[str, Any] = {}
    if default is not None:
        instance = option.from_configuration(default)
        keywords = {"default_factory": lambda: instance, "show_default": option.shown(instance)}
    whole = OptionCallback(option, description, metavar, callback)
    return {
        **keywords,
        "metavar": metavar,
        "help": option.help(description, metavar),
        "parser": KeptWord(),
        "callback": whole.as_function(),
        "autocompletion": _completer(option, _line_of_bash()),
    }


def _completer(option: OptionType, line: shell_words.Line | None) -> Callable[[str], list[tuple[str, str]]]:
    """Return the function that Typer asks for candidates; `line` is what bash was asked to complete, if it was."""

    def complete(incomplete: str) -> list[tuple[str, str]]:
        if line is None:
            found = [(candidate.word, candidate.help) for candidate in option.candidates(incomplete)]
            # After a single candidate zsh inserts a space; of two it inserts what they have in common.
            goes_on = len(found) == 1 and found[0][0].endswith(shell_words.GO_ON)
            return [*found, (f"{found[0][0]}…", "")] if goes_on and "complete_zsh" in os.environ.values() else found
        return [(word, "") for word in line.insertions(each.word for each in option.candidates(line.word))]

    return complete


@functools.cache
def _line_of_bash() -> shell_words.Line | None:
    """Return the line that bash asks to complete, or None if bash is not asking.

    Bash splits `Key=a` into three words, and so does Typer, which offers no place to change that. The word is joined
    here, and Typer completes an empty word in its place.
    """
    environment = os.environ
    if "complete_bash" not in environment.values() or "COMP_WORDS" not in environment:
        return None
    line = shell_words.from_environment(environment)
    if line.kept or line.quote or line.prefix or line.word != environment["COMP_WORDS"].split("\n")[-1]:
        program = environment["COMP_WORDS"].partition("\n")[0]
        environment["COMP_WORDS"] = "\n".join([program, *map(shlex.quote, line.before), "''"])
        environment["COMP_CWORD"] = str(len(line.before) + 1)
    return line
