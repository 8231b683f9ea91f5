"""Whole commands of the AWS CLI as data: `loads_command` and `dumps_command`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from shorthand.aws.command_line.global_options import GLOBAL_OPTIONS
from shorthand.aws.command_line.to_input import CommandLine, ValueFromFile, read_command_line
from shorthand.errors import Diagnostic, Place, ShorthandError
from shorthand.syntax.raw import Files

if TYPE_CHECKING:
    from shorthand.aws.command_line.pasted_commands import Variables
    from shorthand.aws.command_line.word_parts import Parts


@dataclass(frozen=True, slots=True)
class FileReference:
    """An option whose value was read from a file, or names a file.

    Attributes:
        option: The name of the option.
        reference: The reference as given: `file://tags.json`, or the plain path of a streaming blob.
        place: Where the value is in the parameters.
        value: The value. Of a streaming blob that was not read, it is the path.
    """

    option: str
    reference: str
    place: Place
    value: Any


@dataclass(frozen=True, slots=True)
class Invocation:
    """A command of the AWS CLI, read as the AWS CLI reads it. Nothing has been run.

    Attributes:
        service: The name of the service: "ec2".
        operation: The name of the command: "create-tags"; of a command within another, all words: "wait
            instance-running".
        parameters: The input of the API, members by their names there: what `--cli-input-json` takes.
        global_options: The options that every command has, such as `--region`, each with its words; none for a flag.
        pager_options: The options of the command that give no parameter, each with its words: `--max-items` and the
            like, which page, and `--generate-cli-skeleton`.
        positional: The words that belong to no option.
        references: The values that files gave, or that name files.
        version: The major version of the AWS CLI that the command was read for.
        kept: The text of the parameters that only the shell knows, by place: each as certain text and the variables
            and substitutions in it. The parameters show them as they are written. Empty for a list of words.
        kept_keys: The keys of maps that only the shell knows, by the place of their value.
        notes: Remarks on what was read, such as a list of `base` that an option replaced.
    """

    service: str
    operation: str
    parameters: dict[str, Any]
    global_options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pager_options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    positional: tuple[str, ...] = ()
    references: tuple[FileReference, ...] = ()
    version: int = 2
    kept: Mapping[Place, Parts] = field(default_factory=dict)
    kept_keys: Mapping[Place, Parts] = field(default_factory=dict)
    notes: tuple[Diagnostic, ...] = ()


def loads_command(
    command: str | Sequence[str],
    *,
    files: Files | None = None,
    strict: bool = True,
    base: Mapping[str, Any] | None = None,
    merge_lists_by: str | None = None,
    version: int | None = None,
    variables: Variables = "keep",
    shell: str = "bash",
) -> Invocation:
    """Read one command of the AWS CLI. Nothing is run, and no file is opened unless `files` opens it.

    >>> read = loads_command(["aws", "ec2", "create-tags", "--resources", "i-1", "--tags", "Key=a,Value=b"])
    >>> read.service, read.operation, read.parameters
    ('ec2', 'create-tags', {'Resources': ['i-1'], 'Tags': [{'Key': 'a', 'Value': 'b'}]})

    Args:
        command: The words of the command as a program receives them, with or without `aws`; or a text as it is typed in
            a shell, in which the command is found among others, pipes and redirects.
        files: Gives the content for `file://` and `fileb://` references, and for the path of a streaming blob, as for
            `loads_option`. None, the default, makes a reference an error; the path of a streaming blob stays as it is.
        strict: Whether to stop where the AWS CLI would lose part of a value, or an option is given twice.
        base: Parameters that the command's options override, merged deeply.
        merge_lists_by: The member by which the items of two lists of structures are merged, such as "Key". Without it
            a list replaces the one in `base` or `--cli-input-json`, and `notes` says so.
        version: The major version of the AWS CLI, 1 or 2; by default that of SHORTHAND_AWS_VERSION, or 2.
        variables: What becomes of `$X`, `$(command)`, `<placeholder>` and the like in a text. "keep" leaves them in the
            parameters as they are written, also where a number or a boolean belongs; "error" refuses them; a mapping
            gives the values of variables, and a variable without a value is an error.
        shell: The language of a text: "bash", "sh", "zsh" or "powershell".

    Raises:
        ShorthandError: The text does not hold exactly one command, or the command is not valid. The error carries
            every fault that was found; `as_dicts` gives them as data.
        FileReferenceError: A file is referred to, and `files` is None or cannot read it.
    """
    if not isinstance(command, str):
        line = read_command_line(
            command, base=base, strict=strict, files=files, version=version, merge_lists_by=merge_lists_by
        )
        return invocation_of(line)
    found = loads_commands(
        command,
        files=files,
        strict=strict,
        base=base,
        merge_lists_by=merge_lists_by,
        version=version,
        variables=variables,
        shell=shell,
    )
    if len(found) != 1:
        raise ShorthandError(
            f"expected one command of the AWS CLI, got {len(found)}", hint="read several commands with loads_commands"
        )
    return found[0]


def loads_commands(
    text: str,
    *,
    files: Files | None = None,
    strict: bool = True,
    base: Mapping[str, Any] | None = None,
    merge_lists_by: str | None = None,
    version: int | None = None,
    variables: Variables = "keep",
    shell: str = "bash",
) -> list[Invocation]:
    """Read every command of the AWS CLI in a text that is typed in a shell.

    Commands in a substitution of another command of the AWS CLI are a part of that command.

    Args:
        text: The text, of one line or several.
        files: As for `loads_command`.
        strict: As for `loads_command`.
        base: As for `loads_command`.
        merge_lists_by: As for `loads_command`.
        version: As for `loads_command`.
        variables: As for `loads_command`.
        shell: As for `loads_command`.

    Raises:
        ShorthandError: The text holds no command, or a command is not valid.
    """
    # tree-sitter takes 20 ms to import.
    from shorthand.aws.command_line.kept_text import read_keeping
    from shorthand.aws.command_line.pasted_commands import pasted_commands

    def read(tokens: list[str], opener: Files | None) -> CommandLine:
        return read_command_line(
            tokens, base=base, strict=strict, files=opener, version=version, merge_lists_by=merge_lists_by
        )

    invocations = []
    for command in pasted_commands(text, shell=shell, variables=variables):
        try:
            line, texts, keys = read_keeping(command.words, read, files)
        except ShorthandError as error:
            raise command.explained(error) from error.__cause__
        line.notes.extend(command.notes)
        invocations.append(invocation_of(line, texts, keys))
    return invocations


def dumps_command(invocation: Invocation) -> list[str]:
    """Write the words of a command, beginning with `aws`, with its parameters in shorthand where that can carry them.

    Quote them for a shell with `shlex.join`.

    >>> dumps_command(Invocation("ec2", "create-tags", {"Resources": ["i-1"], "Tags": [{"Key": "a", "Value": "b c"}]}))
    ['aws', 'ec2', 'create-tags', '--resources', 'i-1', '--tags', 'Key=a,Value=b c']

    Args:
        invocation: The command. A value that a file gave, and that has not changed, is written as the reference again.

    Raises:
        ShorthandError: There is no such command.
        ShorthandTypeError: The parameters do not fit the command.
        UnrepresentableError: No command line can carry the parameters.
    """
    from shorthand.aws.command_line.from_input import write_command_line  # takes 3 ms to import

    return write_command_line(command_line(invocation))


def command_line(invocation: Invocation) -> CommandLine:
    """Return an invocation as the command line that `shorthand.aws.command_line` works with.

    Raises:
        ShorthandError: There is no such command.
        ShorthandTypeError: The parameters do not fit the command.
    """
    from shorthand.aws.command_line.to_input import check_input
    from shorthand.aws.models import aws

    line = CommandLine(
        invocation.service,
        aws(invocation.service, invocation.operation, invocation.version),
        invocation.parameters,
        {name: list(words) for name, words in (*invocation.global_options.items(), *invocation.pager_options.items())},
        list(invocation.positional),
        {one.option: ValueFromFile(one.reference, one.place, one.value) for one in invocation.references},
        invocation.version,
    )
    if not invocation.kept:
        check_input(line, typed=False, complete="--generate-cli-skeleton" not in line.others)
    return line


def invocation_of(
    line: CommandLine, kept: Mapping[Place, Parts] | None = None, kept_keys: Mapping[Place, Parts] | None = None
) -> Invocation:
    """Return a command line that was read as an invocation."""
    others = {name: tuple(words) for name, words in line.others.items()}
    return Invocation(
        line.service,
        line.command.name,
        line.input,
        {name: words for name, words in others.items() if name in GLOBAL_OPTIONS},
        {name: words for name, words in others.items() if name not in GLOBAL_OPTIONS},
        tuple(line.positional),
        tuple(FileReference(name, *origin) for name, origin in line.from_files.items()),
        line.version,
        kept or {},
        kept_keys or {},
        tuple(line.notes),
    )
