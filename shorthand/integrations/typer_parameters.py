"""What Typer does with an option of this library: it keeps every word, and leaves annotations and brackets alone.

Typer offers no place to ask for this, so three of its functions are wrapped. For other options they do what they did.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import typer
from typer.core import TyperArgument, TyperOption
from typer.models import ArgumentInfo

from shorthand.errors import ShorthandError
from shorthand.integrations.option_type import OptionType

__all__ = ["KeptWord", "OptionCallback", "option_of"]


class KeptWord:
    """The parser of one word. It keeps the word until all are known, and keeps a default that is an instance."""

    __name__ = "shorthand"

    def __call__(self, value: Any) -> Any:
        """Return the word."""
        return value


class OptionCallback:
    """Makes one instance of all words of an option, and hands it to the program's own callback."""

    def __init__(
        self, option: OptionType, description: str | None, metavar: str, further: Callable[[Any], Any] | None
    ) -> None:
        self.option = option
        self.description = description
        self.metavar = metavar
        self.further = further

    def help(self, markup_mode: str | None) -> str:
        """Return the help text of the option. What the program says may be markup; what we add is not."""
        text = self.option.help(self.description, self.metavar)
        if markup_mode != "rich":
            return text
        from rich.markup import escape  # imported by Typer in this mode, and not installed in every other

        added = self.option.description(self.metavar)
        return text.removesuffix(added) + escape(added)

    def as_function(self) -> Callable[..., Any]:
        """Return a function for Typer, which looks at the annotations of its parameters."""

        def callback(ctx: typer.Context, param: typer.CallbackParam, value: Any) -> Any:
            if ctx.resilient_parsing:
                return value
            try:
                instance = self.instance(ctx, param, value)
            except ShorthandError as error:
                # Typer names the option in the same way as in its own errors.
                drawn = self.option.drawn(error, param.opts[0], in_panel=True)
                raise typer.BadParameter(drawn, ctx=ctx, param=cast("Any", param)) from error
            return instance if self.further is None else self.further(instance)

        vars(callback)["shorthand_option"] = self
        return callback

    def instance(self, ctx: typer.Context, param: Any, value: Any) -> Any:
        """Return the instance for what Typer found."""
        source = ctx.get_parameter_source(param.name)
        name = source.name if source is not None else ""
        if name == "ENVIRONMENT":
            # Typer has split it at white space, quotes or not.
            return self.option.from_text(param.resolve_envvar_value(ctx) or "")
        if name == "DEFAULT_MAP":
            return self.option.from_configuration(ctx.lookup_default(param.name))
        if isinstance(value, (list, tuple)) and not value and self.option.is_list:
            return self.option.with_items([])
        if name == "COMMANDLINE":
            words = value if isinstance(value, (list, tuple)) else [value]
            return self.option.loads(*[[word] for word in words])
        is_items = isinstance(value, list) and self.option.is_list
        return self.option.from_configuration(tuple(value) if is_items else value)


def option_of(param: Any) -> OptionCallback | None:
    """Return the callback of an option that this module declared; None for any other parameter."""
    found: OptionCallback | None = getattr(getattr(param, "callback", None), "shorthand_option", None)
    return found


_add_to_parser = TyperOption.add_to_parser


def _keep_repetitions(self: TyperOption, parser: Any, ctx: Any) -> None:
    """Let the parser keep every repetition of an option of this module, not only the last one.

    Typer appends only what is annotated as a list, and offers no other place to ask for it. Other options are left
    alone.
    """
    if option_of(self) is None or self.multiple:
        _add_to_parser(self, parser, ctx)
    else:
        parser.add_option(obj=self, opts=self.opts, dest=self.name, action="append", nargs=self.nargs)


TyperOption.add_to_parser = _keep_repetitions  # type: ignore[method-assign]


def _with_escaped_help(usage_pieces: Callable[[Any, Any], list[str]]) -> Callable[[Any, Any], list[str]]:
    """Return a function that prepares the help text of an option of this module for the program's markup mode.

    Typer asks each parameter for its part of the usage line before it shows its help. Only then is the mode known: it
    belongs to the program, and in the mode "rich" brackets in a help text are markup.
    """

    def get_usage_pieces(self: Any, ctx: Any) -> list[str]:
        whole = option_of(self)
        if whole is not None:
            self.help = whole.help(getattr(ctx.command, "rich_markup_mode", None))
        return usage_pieces(self, ctx)

    return get_usage_pieces


_KINDS: tuple[Any, ...] = (TyperOption, TyperArgument)
for _kind in _KINDS:
    _kind.get_usage_pieces = _with_escaped_help(_kind.get_usage_pieces)


def _with_any_annotation(parse: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """Return a function that hides from Typer the annotation of an option of this module.

    Typer reads it although the option has a parser, and refuses unions and lists of what is annotated.
    """

    def parse_param_annotation(param: Any, default: Any) -> Any:
        whole = option_of(param.default)
        if whole is None:
            return parse(param, default)
        # A positional argument takes several words only as a list.
        return list[str] if isinstance(param.default, ArgumentInfo) and whole.option.is_list else object

    return parse_param_annotation


# New in Typer 0.27; before, write `Annotated[object, option(A | B)]`.
if hasattr(typer.main, "parse_param_annotation"):
    vars(typer.main)["parse_param_annotation"] = _with_any_annotation(typer.main.parse_param_annotation)
