"""Structured options in cyclopts: `tags: Annotated[list[Tag], option(list[Tag], "--tags")]`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, Unpack, get_origin

from cyclopts import App, Argument, CoercionError, Parameter, Token

import shorthand
from shorthand.errors import ShorthandError
from shorthand.files import local
from shorthand.integrations.option_type import OptionType
from shorthand.syntax.raw import Files

if TYPE_CHECKING:
    from shorthand.integrations.keywords import CycloptsKeywords

__all__ = ["add_help_option", "completion_script", "option"]


def option(
    declared: Any,
    *names: str,
    files: Files | None = local,
    help: str | None = None,  # noqa: A002 -- cyclopts' name
    metavar: str | None = None,
    **others: Unpack[CycloptsKeywords],
) -> Parameter:
    """Return what is beside the type in `Annotated`: the type again, and what `cyclopts.Parameter` takes.

    >>> from typing import Annotated, NamedTuple
    >>> class Tag(NamedTuple):
    ...     Key: str
    ...     Value: str = ""
    >>> app = App()
    >>> @app.default
    ... def make(*, tags: Annotated[list[Tag], option(list[Tag], help="Tags of the job.")] = []):
    ...     print(tags)
    >>> app(["--tags", "Key=a,Value=1", "Key=b"], result_action="return_value")
    [Tag(Key='a', Value='1'), Tag(Key='b', Value='')]

    An option, or a positional parameter, of a list type takes one word or more. Repetitions add items to a list and
    keys to a map; with any other type they are a usage error.

    Args:
        declared: The type.
        names: The names of the option; by default that of the parameter.
        files: Gives the content for `file://…`; by default the files of this machine. None forbids them.
        help: What the option is for; by default what the function's docstring says.
        metavar: What the help shows for the value; by default the syntax, if it is short or the docstring has the help.
        others: As for `cyclopts.Parameter`.

    Raises:
        ShorthandTypeError: The type has no shorthand.
    """
    whole = OptionType(declared, files)
    # What a docstring says cannot be added to, so the metavar has the syntax then. Cyclopts folds it.
    metavar = metavar or (whole.syntax if help is None else whole.metavar)

    def convert(tp: Any, tokens: Any) -> Any:  # noqa: ARG001 -- a converter of cyclopts
        found: list[tuple[str, Token]] = []
        try:
            found += _words(tokens)
            if len(found) == 1 and found[0][1].source not in ("cli", "env"):
                return _from_configuration(whole, found[0][0])
            return whole.loads(*[[word] for word, _ in found])
        except ShorthandError as error:
            raise CoercionError(msg=whole.drawn(error, in_panel=True), token=found[0][1] if found else None) from error

    def complete(context: Any) -> list[tuple[str, str]]:
        # The scripts leave an open quote on the word. No shorthand begins with one.
        word = context.incomplete.removeprefix("'").removeprefix('"')
        return [(candidate.word, candidate.help) for candidate in whole.candidates(word)]

    vars(convert)["shorthand_option"] = _Described(whole, help)
    defaults: dict[str, Any] = {
        "show_default": whole.shown,
        "consume_multiple": whole.is_list or None,
        # Without --empty-tags, and without --vpc.subnets. Cyclopts takes --tag.key for a map in any case.
        "negative": (),
        "accepts_keys": None if whole.is_map else False,
        "n_tokens": _fixed_count(whole) or 1,
    }
    if help is not None:  # without it the function's docstring says what the option is for
        defaults["help"] = whole.help(help, metavar)
    return Parameter(
        name=names or None,
        converter=convert,
        completer=complete,
        env_var_split=lambda tp, text, **_: whole.split(text),  # noqa: ARG005 -- cyclopts'
        json_dict=False,
        json_list=False,
        metavar=metavar,
        **{**defaults, **others},
    )


class _Described(NamedTuple):
    """An option, and what the program says about it."""

    option: OptionType
    description: str | None


def add_help_option(app: App, name: str = "--help-option") -> None:
    """Add `--help-option NAME` to a program: it prints how one of its structured options is written, member by member.

    To cyclopts it is a command, so it comes first on the command line.

    >>> from typing import Annotated
    >>> app = App()
    >>> @app.default
    ... def make(*, size: Annotated[int, option(int, help="How large.")] = 1):
    ...     pass
    >>> add_help_option(app)
    >>> app(["--help-option", "size"], result_action="return_value")
    --size integer
    <BLANKLINE>
    How large.
    <BLANKLINE>
    Examples:
      --size 1

    Args:
        app: The program, or one of its commands, with a default function.
        name: The name of the option that shows help.
    """

    def options() -> dict[str, tuple[_Described, Argument]]:
        found: dict[str, tuple[_Described, Argument]] = {}
        for argument in app.assemble_argument_collection(parse_docstring=True):
            described = getattr(argument.parameter.converter, "shorthand_option", None)
            if described is not None:
                found |= {each.lstrip("-"): (described, argument) for each in argument.names}
        return found

    def is_known(_: Any, option: str) -> None:
        if option.lstrip("-") not in options():
            raise ValueError(f"expected one of {', '.join(options())}, got {option!r}")

    def show(option: Any, /) -> None:
        described, argument = options()[option.lstrip("-")]
        text = argument.parameter.help if described.description is None else described.description
        print(described.option.full_help(max(argument.names, key=len), text))

    show.__annotations__["option"] = Annotated[str, Parameter(allow_leading_hyphen=True, validator=is_known)]
    show.__doc__ = "Show how one option is written, and exit."
    app.command(show, name=name, group="Commands")


def _from_configuration(option: OptionType, text: str) -> Any:
    """Return the instance for the one string of a configuration, which may be several words."""
    words = option.split(text)
    if len(words) > 1 and not option.is_word:
        try:
            return option.loads(words)
        except ShorthandError:  # a list of one string looks the same
            pass
    return option.loads([text])


def _fixed_count(option: OptionType) -> int | None:
    """Return how many words a tuple of a fixed length takes; None for other types."""
    limits = option.adapter.converter.limits
    is_fixed = (
        option.is_list
        and limits.shortest == limits.longest
        and issubclass(get_origin(option.adapter.type) or object, tuple)
    )
    return limits.longest if is_fixed else None


def _words(tokens: Any, key: str = "") -> Iterator[tuple[str, Token]]:
    """Yield the words that cyclopts collected, each with its token; those of `--tag.key value` come by key."""
    if isinstance(tokens, Mapping):
        for name, inner in tokens.items():
            yield from _words(inner, f"{key}.{name}" if key else str(name))
    elif isinstance(tokens, Token):
        yield (shorthand.dumps({key: tokens.value}) if key else tokens.value), tokens
    else:
        for inner in tokens:
            yield from _words(inner, key)


def completion_script(app: App, shell: Literal["bash", "zsh", "fish"], program: str | None = None) -> str:
    """Return the script that makes a shell complete the program: that of cyclopts, changed for words such as `Key=a`.

    Otherwise bash splits `Key=a` into three words, and zsh inserts a space after each candidate.

    Args:
        app: The program.
        shell: The shell.
        program: The name of the command; by default that of the app.
    """
    name = program or app.name[0]
    script = app.generate_completion(prog_name=name, shell=shell)
    if shell != "bash":
        return script.replace("compadd -d", "compadd -S '' -d")
    inner = script.rpartition(" -F ")[2].split()[0]
    return script + _WHOLE_WORDS.replace("INNER", inner).replace("PROGRAM", name)


# Calls the function INNER with the words as the program would get them, and removes what bash leaves on the line.
_WHOLE_WORDS = r"""
INNER_whole_words() {
  local line="${COMP_LINE:0:COMP_POINT}" word="" quote="" char="" kept=0 outside=0 fresh=1 i
  local -a words=() replies=()
  for ((i = 0; i < ${#line}; i++)); do
    char="${line:i:1}"
    if [[ "$char" == "\\" && "$quote" != "'" ]]; then
      i=$((i + 1)); word+="${line:i:1}"; fresh=0
    elif [[ -n "$quote" && "$char" == "$quote" ]]; then
      quote=""; kept=$outside
    elif [[ -z "$quote" && ( "$char" == "'" || "$char" == '"' ) ]]; then
      quote="$char"; outside=$kept; kept=${#word}; fresh=0
    elif [[ -z "$quote" && "$char" == [[:space:]] ]]; then
      ((fresh)) || words+=("$word")
      word=""; kept=0; fresh=1
    else
      word+="$char"; fresh=0
      [[ -z "$quote" && "$char" == [=:@] ]] && kept=${#word}
    fi
  done
  if [[ "$word" == -*=* ]]; then
    words+=("${word%%=*}" "=")
    kept=$((kept - ${#word}))
    word="${word#*=}"
    kept=$((kept + ${#word}))
    ((kept < 0)) && kept=0
  fi
  local -a COMP_WORDS=("${words[@]}" "$word")
  local COMP_CWORD=${#words[@]}
  INNER "$@"
  for word in "${COMPREPLY[@]}"; do
    # The function has quoted its replies for the shell.
    eval "word=$word"
    word="${word:kept}"
    [[ -n "$quote" ]] || { printf -v word '%q' "$word"; word="${word//\\,/,}"; }
    [[ "$word" == *[=\{\[,:/] ]] && compopt -o nospace 2>/dev/null
    replies+=("$word")
  done
  # Bash closes a quote after the only reply there is; of two it puts what they have in common.
  [[ ${#replies[@]} == 1 && -n "$quote" && "$replies" == *[=\{\[,:/] ]] && replies+=("$replies…")
  COMPREPLY=("${replies[@]}")
}
complete -F INNER_whole_words PROGRAM
"""
