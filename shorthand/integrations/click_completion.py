"""Tab completion of click in bash, zsh and fish, for words that continue after a candidate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from click.shell_completion import BashComplete, CompletionItem, FishComplete, ZshComplete, add_completion_class

from shorthand.integrations import shell_words


def _is_part(items: Sequence[CompletionItem[Any]]) -> bool:
    """Return whether the candidates belong to a structure, so that the word can go on after each of them."""
    return bool(items) and all(item.goes_on for item in items)


class _Bash(BashComplete):
    """Bash splits `Key=a` into three words, and inserts a candidate unquoted."""

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
    """For the shells that replace all of `--tag=Key=a`: click returns only the value."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[str]]:
        name, sign, value = incomplete.partition("=")
        if not name.startswith("--") or not sign:
            return self._completions(args, incomplete)
        found = self._completions([*args, name], value)
        return [
            CompletionItem(f"{name}={item.value}", item.type, item.help, goes_on=item.goes_on)
            if item.type == "plain"
            else item
            for item in found
        ]

    def _completions(self, args: list[str], incomplete: str) -> list[CompletionItem[str]]:
        found: list[CompletionItem[str]] = super().get_completions(args, incomplete)  # type: ignore[misc]
        return found


class _Zsh(_Whole, ZshComplete):
    """No space follows a part of a word.

    Of a word with unquoted braces, zsh completes only what is left without them, and then puts them back where they
    were. So a candidate, which has the braces, must give only what follows the typed word.
    """

    source_template = ZshComplete.source_template.replace(
        'elif [[ "$type" == "dir" ]]',
        """elif [[ "$type" == "part" ]]; then
            local typed=${(Q)words[CURRENT]} rest=${(Q)PREFIX}
            if [[ -n "$QIPREFIX" || "$rest${(Q)SUFFIX}" == "$typed" ]]; then
                compadd -U -S '' -V unsorted -- "$key"
            elif [[ "$key" == "$typed"* ]]; then
                compadd -S '' -V unsorted -- "$rest${key#"$typed"}"
            fi
        elif [[ "$type" == "dir" ]]""",
    )

    def format_completion(self, item: CompletionItem[str]) -> str:
        return f"part\n{item.value}\n{item.help or '_'}" if item.goes_on else super().format_completion(item)


class _Fish(_Whole, FishComplete):
    """A candidate may contain commas."""

    source_template = FishComplete.source_template.replace('string split ","', 'string split -m 1 ","')


def register_shells() -> None:
    """Let click complete with these classes, of which it knows one for each shell.

    For words without shorthand they do what click's own do.
    """
    for shell in (_Bash, _Zsh, _Fish):
        add_completion_class(shell)
