"""What the subcommand `aws` is given: the words of one command, or a text that holds commands as they are typed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from shorthand.aws.command_line.to_input import CommandLine, read_command_line
from shorthand.cli import standard_input
from shorthand.cli.file_limit import files_up_to
from shorthand.cli.standard_error import name_source
from shorthand.codec.json_text import loads_json
from shorthand.errors import ShorthandError, UnrepresentableError, describe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shorthand.aws.command_line.pasted_commands import PastedCommand
    from shorthand.aws.command_line.word_parts import Parts
    from shorthand.errors import Place
    from shorthand.syntax.raw import Files


class ReadCommand(NamedTuple):
    """A command that was read.

    Attributes:
        line: The command with its input.
        kept: The texts of the input that hold variables, by place.
        kept_keys: The keys of maps that hold variables, by the place of their value.
    """

    line: CommandLine
    kept: Mapping[Place, Parts]
    kept_keys: Mapping[Place, Parts]


class GivenCommand(NamedTuple):
    """A command that was given.

    Attributes:
        words: Its words; variables are in them as they are written.
        pasted: The command in the text that was pasted, if it was.
    """

    words: list[str]
    pasted: PastedCommand | None = None

    def read(self, files: Files | None, **options: Any) -> ReadCommand:
        """Read the words.

        Args:
            files: Gives the content for file references.
            options: Further arguments of `read_command_line`.

        Raises:
            ShorthandError: The command is not valid.
        """
        if self.pasted is None:
            return ReadCommand(read_command_line(self.words, files=files, **options), {}, {})
        from shorthand.aws.command_line.kept_text import read_keeping  # takes 3 ms to import

        def read(words: list[str], opener: Files | None) -> CommandLine:
            return read_command_line(words, files=opener, **options)

        try:
            return ReadCommand(*read_keeping(self.pasted.words, read, files))
        except ShorthandError as error:
            raise self.pasted.explained(error) from error.__cause__

    def quoted_again(self, words: list[str], shell: str) -> str | None:
        """Return words quoted for a POSIX shell, with the variables of this command; None if it has none.

        Raises:
            UnrepresentableError: The words cannot hold the variables.
        """
        from shorthand.cli.variable_quoting import join_with_variables, variables_of

        holes = variables_of(self.pasted.words) if self.pasted else []
        if not holes:
            return None
        if shell != "posix":
            raise UnrepresentableError("variables of a shell can be written only for a POSIX shell")
        return join_with_variables(words, holes)


def given_commands(
    line: str | None, words: tuple[str, ...], *, max_size: int, shell: str | None, variables: str
) -> list[GivenCommand]:
    """Return the commands: that of the arguments, or those in the text of --line or standard input.

    Raises:
        click.UsageError: The command is given twice.
        ShorthandError: The text holds no command.
    """
    if line is None and words and words != ("-",):
        return [GivenCommand(list(words))]
    if line is not None and words:
        raise click.UsageError("give the command as words or with --line, not both")
    # The grammar of the shell takes 20 ms to import.
    from shorthand.aws.command_line.pasted_commands import pasted_commands
    from shorthand.aws.command_line.word_parts import shown

    text = standard_input.read_document("a command", max_size) if line is None else line
    found = pasted_commands(
        text,
        shell="powershell" if shell == "powershell" else "bash",
        variables=os.environ if variables == "env" else "error" if variables == "error" else "keep",
        local=shell != "powershell",
    )
    return [GivenCommand([shown(parts) for parts in command.words], command) for command in found]


def base_input(from_json: str | None, from_yaml: str | None, max_size: int) -> dict[str, Any] | None:
    """Return the input that --from-json or --from-yaml gives; None without them.

    Args:
        from_json: The name of a file with JSON or YAML, or - for standard input.
        from_yaml: The name of a file with YAML, or - for standard input.
        max_size: How many bytes the file may have.

    Raises:
        click.UsageError: Both are given.
        ShorthandError: The file cannot be read, or holds no input.
    """
    if from_json is not None and from_yaml is not None:
        raise click.UsageError("--from-json and --from-yaml exclude each other")
    file = from_yaml if from_json is None else from_json
    if file is None:
        return None
    source = "standard input" if file == "-" else file
    content = standard_input.read_document("JSON", max_size) if file == "-" else files_up_to(max_size)(f"file://{file}")
    text = str(content).removeprefix("\ufeff")
    try:
        value = _input(text, is_json=from_json is not None and text.lstrip()[:1] in ("{", "["))
    except ShorthandError as error:
        raise name_source(error, source) from None
    if not isinstance(value, dict):
        raise ShorthandError(f"{source}: expected a JSON object or a YAML mapping, got {describe(value)}")
    return value


def _input(text: str, *, is_json: bool) -> Any:
    """Parse an input. JSON that is not YAML, for example because of a tab, is taken for JSON in any case."""
    if is_json:
        return loads_json(text)
    try:
        return loads_json(text)
    except ShorthandError:
        from shorthand.aws.command_line.yaml_input import loads_yaml  # YAML takes 60 ms to import

        return loads_yaml(text)
