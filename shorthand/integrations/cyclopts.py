"""Structured options for cyclopts: `tags: Annotated[list[Tag], option(list[Tag], "--tags")]`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from cyclopts import App, CoercionError, Parameter, Token

from shorthand.errors import ShorthandError
from shorthand.files import local
from shorthand.integrations.option_type import OptionType
from shorthand.syntax.raw import Files

__all__ = ["completion_script", "option"]


def option(declared: Any, *names: str, files: Files | None = local, **others: Any) -> Parameter:
    """What stands beside the type in `Annotated`: the type once more, and what `cyclopts.Parameter` takes.

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

    An option, or a positional parameter, of a list type takes one word or more. `files` gives the content for
    `file://…`; None forbids it. Raises ShorthandTypeError where the type has no shorthand.
    """
    whole = OptionType(declared, files)
    metavar = others.pop("metavar", None) or whole.metavar
    text = whole.help(others.pop("help", None), metavar)

    def convert(tp: Any, tokens: Sequence[Token]) -> Any:  # noqa: ARG001 -- a converter of cyclopts
        try:
            return whole.loads([token.value for token in tokens])
        except ShorthandError as error:
            raise CoercionError(msg=str(error), token=tokens[0]) from error

    def complete(context: Any) -> list[tuple[str, str]]:
        # The scripts leave a quote that is open on the word; no shorthand begins with one.
        word = context.incomplete.removeprefix("'").removeprefix('"')
        return [(candidate.word, candidate.help) for candidate in whole.candidates(word)]

    defaults: dict[str, Any] = {
        "show_default": whole.shown,
        "consume_multiple": whole.is_list or None,
        # No --empty-tags, and no --vpc.subnets.
        "negative": (),
        "accepts_keys": False,
        "n_tokens": 1,
    }
    return Parameter(
        name=names or None,
        converter=convert,
        completer=complete,
        env_var_split=lambda tp, text, **_: whole.split(text),  # noqa: ARG005 -- cyclopts'
        json_dict=False,
        json_list=False,
        metavar=metavar,
        help=text,
        **{**defaults, **others},
    )


def completion_script(app: App, shell: Literal["bash", "zsh", "fish"], program: str | None = None) -> str:
    """The script that makes a shell complete the program: cyclopts' own, fitted to words that go on after a `=`.

    By itself bash takes `Key=a` for three words, and zsh puts a space after each candidate.
    """
    name = program or app.name[0]
    script = app.generate_completion(prog_name=name, shell=shell)
    if shell != "bash":
        return script.replace("compadd -d", "compadd -S '' -d")
    inner = script.rpartition(" -F ")[2].split()[0]
    return script + _WHOLE_WORDS.replace("INNER", inner).replace("PROGRAM", name)


# Asks the function INNER about the words as the program would get them, and takes off what bash leaves standing.
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
