"""Structured options for Typer: `tags: Annotated[list[Tag], option(list[Tag], "--tags")]`."""

from __future__ import annotations

import functools
import os
import shlex
from collections.abc import Callable
from typing import Any, cast

import typer

from shorthand.errors import ShorthandError
from shorthand.files import local
from shorthand.integrations import shell_words
from shorthand.integrations.option_type import OptionType
from shorthand.syntax.raw import Files

__all__ = ["argument", "option"]


def option(declared: Any, *names: str, files: Files | None = local, **others: Any) -> Any:
    """What stands beside the type of an option in `Annotated`: the type once more, and what `typer.Option` takes.

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

    An option of a list type may be given several times, and its words make one instance of the declared type. `files`
    gives the content for `file://…`; None forbids it. Raises ShorthandTypeError where the type has no shorthand.
    """
    return typer.Option(*names, **_parts(declared, files, others))


def argument(declared: Any, *, files: Files | None = local, **others: Any) -> Any:
    """What stands beside the type of a positional argument in `Annotated`, as `option` does beside an option's."""
    return typer.Argument(**_parts(declared, files, others))


def _parts(declared: Any, files: Files | None, others: dict[str, Any]) -> dict[str, Any]:
    option = OptionType(declared, files)
    # Typer folds a long metavar, and cuts a long word in a help text off.
    metavar = others.pop("metavar", None) or option.syntax
    if "default" in others:
        default = option.accept(others.pop("default"))
        others["default_factory"] = lambda: default
        others.setdefault("show_default", option.shown(default))
    return {
        **others,
        "metavar": metavar,
        "help": option.help(others.get("help"), metavar),
        "parser": _Word(),
        "callback": _whole(option, others.get("callback")),
        "autocompletion": _completer(option, _asked_by_bash()),
    }


class _Word:
    """The parser of one word, which stays as it is until all are there; so does a default that is an instance."""

    __name__ = "shorthand"

    def __call__(self, value: Any) -> Any:
        return value


def _whole(option: OptionType, further: Callable[[Any], Any] | None) -> Callable[..., Any]:
    """The callback that makes one instance of all words, and hands it to the program's own."""

    def callback(ctx: typer.Context, param: typer.CallbackParam, value: Any) -> Any:
        if ctx.resilient_parsing:
            return value
        source = ctx.get_parameter_source(param.name or "")
        if source is not None and source.name == "ENVIRONMENT":
            # Typer has split it at white space, quotes or not.
            value = option.split(param.resolve_envvar_value(ctx) or "")
        elif isinstance(value, (list, tuple)) and not value and option.is_list:
            value = option.together()
        try:
            made = option.accept(tuple(value) if isinstance(value, list) and option.is_list else value)
        except ShorthandError as error:
            # Typer names the option as its own errors do.
            raise typer.BadParameter(
                option.drawn_for(error, param.opts[0]), ctx=ctx, param=cast("Any", param)
            ) from error
        return made if further is None else further(made)

    return callback


def _completer(option: OptionType, line: shell_words.Line | None) -> Callable[[str], list[tuple[str, str]]]:
    """What Typer asks for the candidates of a word; with `line`, what bash was asked to complete."""

    def complete(incomplete: str) -> list[tuple[str, str]]:
        if line is None:
            found = [(candidate.word, candidate.help) for candidate in option.candidates(incomplete)]
            # After the only one zsh puts a space; of two it puts what they have in common.
            goes_on = len(found) == 1 and found[0][0].endswith(shell_words.GO_ON)
            return [*found, (f"{found[0][0]}…", "")] if goes_on and "complete_zsh" in os.environ.values() else found
        return [(word, "") for word in line.insertions(each.word for each in option.candidates(line.word))]

    return complete


@functools.cache
def _asked_by_bash() -> shell_words.Line | None:
    """The line that bash asks to complete, or None where it does not ask.

    Bash takes `Key=a` for three words, and so does Typer, which has no place where to mend that: the word that bash
    broke is put together here, and Typer left to complete an empty one in its place.
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
