"""Structured options for click: `@option("--tags", list[Tag])`, or `type=ShorthandType(Tag)`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import BashComplete, CompletionItem, FishComplete, ZshComplete, add_completion_class

from shorthand.errors import ShorthandError
from shorthand.files import local
from shorthand.integrations import shell_words
from shorthand.integrations.option_type import OptionType
from shorthand.syntax.raw import Files

__all__ = ["ShorthandOption", "ShorthandType", "option"]

# Generic since click 8.4.
if TYPE_CHECKING:
    _ParamType = click.ParamType[Any]
else:
    _ParamType = click.ParamType

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class ShorthandType(_ParamType):
    """The type of one word: `@click.option("--tag", type=ShorthandType(Tag), multiple=True)`.

    `files` gives the content for `file://…`; by default those of this machine, None forbids them.
    """

    name = "shorthand"

    def __init__(self, tp: Any, *, files: Files | None = local) -> None:
        self.option = OptionType(tp, files)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The instance for a word, or for what stands in a configuration; instances stay as they are."""
        try:
            return self.option.accept(value)
        except ShorthandError as error:
            self.fail(self.option.drawn_for(error, param.opts[0] if param and param.opts else ""), param, ctx)

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002 -- click's
        """The syntax where it is short, else the type's name."""
        return self.option.metavar

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 -- click's
        param: click.Parameter,  # noqa: ARG002 -- click's
        incomplete: str,
    ) -> list[CompletionItem[str]]:
        """The keys and values that the word may go on with."""
        found = self.option.candidates(incomplete)
        # A value in a structure is seldom the end of the word.
        return [CompletionItem(word, help=told or None, goes_on=not self.option.is_word) for word, told in found]

    def split_envvar_value(self, rv: str) -> Sequence[str]:
        """The words in an environment variable, as a shell takes them apart; JSON is one word."""
        return self.option.split(rv)


class ShorthandOption(click.Option):
    """A whole option: `@click.option("--tags", cls=ShorthandOption, declared=list[Tag])`.

    One of a list type may be given several times, and its words make one instance of the declared type. The default, an
    instance or its shorthand, is shown as shorthand in the help.
    """

    def __init__(
        self,
        param_decls: Sequence[str] | None = None,
        *,
        declared: Any,
        files: Files | None = local,
        help: str | None = None,  # noqa: A002 -- click's name
        **others: Any,
    ) -> None:
        self.shorthand = ShorthandType(declared, files=files)
        whole = self.shorthand.option
        others.setdefault("metavar", whole.metavar)
        if isinstance(others.get("default"), str):
            others["default"] = whole.accept(whole.split(others["default"]))
        if whole.is_list:
            others.setdefault("multiple", True)
            # Click would hand over a tuple where nothing is given.
            if not others.get("required"):
                others.setdefault("default", [])
        text = whole.help(help, others["metavar"])
        super().__init__(param_decls, type=self.shorthand, help=text, **others)

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """The instance of the declared type for all that was given."""
        return value if value is None or value == () else self.shorthand.convert(value, self, ctx)

    def get_help_extra(self, ctx: click.Context) -> Any:
        """What stands in brackets after the help, the default as shorthand."""
        extra = super().get_help_extra(ctx)
        if "default" in extra and not isinstance(self.show_default, str) and not callable(self.default):
            extra["default"] = self.shorthand.option.shown(self.default)
        return extra


def option(*names_and_type: Any, **others: Any) -> Callable[[Decorated], Decorated]:
    """Decorate a command with an option of a declared type: first the names, then the type.

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

    The rest is as for `click.option`; `files` gives the content for `file://…`, and None forbids it. Raises
    ShorthandTypeError where the type has no shorthand.
    """
    *names, declared = names_and_type
    decorate: Callable[[Decorated], Decorated] = click.option(*names, cls=ShorthandOption, declared=declared, **others)
    return decorate


def _is_part(items: Sequence[CompletionItem[Any]]) -> bool:
    """Whether the candidates are of a structure, so that the word may go on after each."""
    return bool(items) and all(item.goes_on for item in items)


class _Bash(BashComplete):
    """Bash takes `Key=a` for three words, and puts a candidate on the line as it is."""

    source_template = """\
%(complete_func)s() {
    local line type value
    COMPREPLY=()
    while IFS= read -r line; do
        type=${line%%%%,*} value=${line#*,}
        case $type in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            part) COMPREPLY+=("$value"); compopt -o nospace ;;
            plain) COMPREPLY+=("$value") ;;
        esac
    done < <(env COMP_LINE="$COMP_LINE" COMP_POINT="$COMP_POINT" COMP_WORDBREAKS="$COMP_WORDBREAKS" \\
        %(complete_var)s=bash_complete "$1")
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""

    def complete(self) -> str:
        line = shell_words.from_environment()
        found = self.get_completions(line.before, line.word)
        if _is_part(found):
            return "\n".join(f"part,{each}" for each in line.insertions(str(item.value) for item in found))
        return "\n".join(self.format_completion(item) for item in found)


class _Whole:
    """For the shells that replace the whole of `--tag=Key=a`: click gives the value alone."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[str]]:
        found: list[CompletionItem[str]] = super().get_completions(args, incomplete)  # type: ignore[misc]
        name, sign, _ = incomplete.partition("=")
        if name.startswith("-") and sign and _is_part(found):
            return [CompletionItem(f"{name}={item.value}", item.type, item.help, goes_on=True) for item in found]
        return found


class _Zsh(_Whole, ZshComplete):
    """After a part of a word stands no space."""

    source_template = ZshComplete.source_template.replace(
        'elif [[ "$type" == "dir" ]]',
        """elif [[ "$type" == "part" ]]; then
            compadd -U -S '' -V unsorted -- "$key"
        elif [[ "$type" == "dir" ]]""",
    )

    def format_completion(self, item: CompletionItem[str]) -> str:
        return f"part\n{item.value}\n{item.help or '_'}" if item.goes_on else super().format_completion(item)


class _Fish(_Whole, FishComplete):
    """A candidate may hold commas."""

    source_template = FishComplete.source_template.replace('string split ","', 'string split -m 1 ","')


# Click's own for all other words; a shell has only one class.
for _shell in (_Bash, _Zsh, _Fish):
    add_completion_class(_shell)
