"""Structured options in click: `@option("--tags", list[Tag])`, or `type=ShorthandType(Tag)`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, Unpack

import click
from click.shell_completion import CompletionItem

from shorthand.errors import ShorthandError
from shorthand.files import local
from shorthand.integrations.click_completion import register_shells
from shorthand.integrations.option_type import OptionType
from shorthand.syntax.raw import Files

__all__ = ["ShorthandOption", "ShorthandType", "help_option", "option"]

# Generic since click 8.4.
if TYPE_CHECKING:
    from click.parser import _OptionParser

    from shorthand.integrations.keywords import ClickKeywords

    _ParamType = click.ParamType[Any]
else:
    _ParamType = click.ParamType

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class ShorthandType(_ParamType):
    """The type of one word: `@click.option("--tag", type=ShorthandType(Tag), multiple=True)`."""

    name = "shorthand"

    def __init__(self, tp: Any, *, files: Files | None = local) -> None:
        """Compile a type.

        Args:
            tp: The type.
            files: Gives the content for `file://…`; by default the files of this machine. None forbids them.

        Raises:
            ShorthandTypeError: The type has no shorthand.
        """
        self.option = OptionType(tp, files)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the instance for one word, or for a value in a configuration; instances stay as they are."""
        source = ctx.get_parameter_source(param.name) if ctx is not None and param is not None and param.name else None
        # Click has split the environment variable of an option with several words.
        is_word = source is click.core.ParameterSource.COMMANDLINE or (
            param is not None and (param.multiple or param.nargs != 1)
        )
        try:
            if is_word and type(value) is str:
                return self.option.loads([value])
            return self.option.from_configuration(value)
        except ShorthandError as error:
            self.fail(self.option.drawn(error, param.opts[0] if param and param.opts else ""), param, ctx)

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002 -- click's
        """Return the syntax if it is short, else the name of the type."""
        return self.option.metavar

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 -- click's
        param: click.Parameter,  # noqa: ARG002 -- click's
        incomplete: str,
    ) -> list[CompletionItem[str]]:
        """Return the keys and values with which the word can go on."""
        found = self.option.candidates(incomplete)
        # A value in a structure is seldom the end of the word.
        return [CompletionItem(word, help=text or None, goes_on=not self.option.is_word) for word, text in found]

    def split_envvar_value(self, rv: str) -> Sequence[str]:
        """Return the words in an environment variable, as a shell splits it; JSON is one word."""
        return self.option.split(rv)


class ShorthandOption(click.Option):
    """A whole option: `@click.option("--tags", cls=ShorthandOption, declared=list[Tag])`.

    All its words make one instance of the declared type. Repetitions add items to a list and keys to a map; with any
    other type they are a usage error. The default, an instance or its shorthand, is shown as shorthand in the help.
    """

    def __init__(
        self,
        param_decls: Sequence[str] | None = None,
        *,
        declared: Any,
        files: Files | None = local,
        help: str | None = None,  # noqa: A002 -- click's name
        **others: Unpack[ClickKeywords],
    ) -> None:
        """Make the option; click calls this.

        Args:
            param_decls: The names of the option.
            declared: The type.
            files: Gives the content for `file://…`; None forbids references.
            help: What the option is for.
            others: As for `click.Option`.

        Raises:
            ShorthandTypeError: The type has no shorthand.
            ShorthandError: The default does not fit the type.
        """
        self.shorthand = ShorthandType(declared, files=files)
        self.description = help
        whole = self.shorthand.option
        others.setdefault("metavar", whole.metavar)
        if "default" in others and not callable(others["default"]):
            others["default"] = whole.from_configuration(others["default"])
        elif not others.get("required") and (empty := whole.empty()) is not None:
            others.setdefault("default", empty)
        # Whether it is repeated is seen by this class, as click only knows lists.
        others.pop("multiple", None)
        super().__init__(param_decls, type=self.shorthand, help=whole.help(help, others["metavar"]), **others)

    def add_to_parser(self, parser: _OptionParser, ctx: click.Context) -> None:
        """Let click's parser keep every repetition, not only the last one."""
        before = {id(option) for option in self._parsed_options(parser)}
        super().add_to_parser(parser, ctx)
        for option in self._parsed_options(parser):
            if id(option) not in before and option.action == "store":
                option.action = "append"

    @staticmethod
    def _parsed_options(parser: _OptionParser) -> list[Any]:
        return [*parser._short_opt.values(), *parser._long_opt.values()]

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """Return the instance of the declared type for everything that was given."""
        if value is None:
            return None
        whole = self.shorthand.option
        try:
            if isinstance(value, list) and self._is_from_command_line(ctx):
                return whole.loads(*[[word] if isinstance(word, str) else list(word) for word in value])
            return whole.from_configuration(value)
        except ShorthandError as error:
            self.shorthand.fail(whole.drawn(error, self.opts[0]), self, ctx)

    def _is_from_command_line(self, ctx: click.Context) -> bool:
        return ctx.get_parameter_source(self.name or "") is click.core.ParameterSource.COMMANDLINE

    def get_help_extra(self, ctx: click.Context) -> Any:
        """Return what is in brackets after the help, the default as shorthand."""
        extra = super().get_help_extra(ctx)
        if "default" in extra and not isinstance(self.show_default, str) and not callable(self.default):
            extra["default"] = self.shorthand.option.shown(self.default)
        return extra


def option(
    *names_and_type: object,
    files: Files | None = local,
    help: str | None = None,  # noqa: A002 -- click's name
    **others: Unpack[ClickKeywords],
) -> Callable[[Decorated], Decorated]:
    """Decorate a command with an option of a Python type: first the names, then the type.

    >>> from typing import NamedTuple
    >>> class Tag(NamedTuple):
    ...     Key: str
    ...     Value: str = ""
    >>> @click.command()
    ... @option("--tags", list[Tag], help="Tags of the job.")
    ... def make(tags):
    ...     print(tags)
    >>> make(["--tags", "Key=a,Value=1", "--tags", "Key=b"], standalone_mode=False)
    [Tag(Key='a', Value='1'), Tag(Key='b', Value='')]

    Args:
        names_and_type: The names of the option, then its type.
        files: Gives the content for `file://…`; by default the files of this machine. None forbids them.
        help: What the option is for.
        others: As for `click.option`.

    Raises:
        ShorthandTypeError: The type has no shorthand.
        ShorthandError: The default does not fit the type.
    """
    *names, declared = names_and_type
    return click.option(*map(str, names), cls=ShorthandOption, declared=declared, files=files, help=help, **others)


def help_option(*names: str) -> Callable[[Decorated], Decorated]:
    """Decorate a command with `--help-option NAME`, which shows how one structured option is written, and exits.

    Args:
        names: The names of the option; by default `--help-option`.
    """

    def show(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
        if value is None or ctx.resilient_parsing:
            return
        found = {
            name.lstrip("-"): one for one in ctx.command.params if isinstance(one, ShorthandOption) for name in one.opts
        }
        one = found.get(value.lstrip("-"))
        if one is None:
            raise click.BadParameter(f"expected one of {', '.join(found)}, got {value!r}")
        click.echo(one.shorthand.option.full_help(max(one.opts, key=len), one.description))
        ctx.exit()

    return click.option(
        *(names or ("--help-option",)),
        metavar="NAME",
        is_eager=True,
        expose_value=False,
        callback=show,
        help="Show how one option is written, and exit.",
    )


register_shells()
