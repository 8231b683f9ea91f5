"""The fuzz targets of the commands of the AWS CLI: their lines, their models and their reference pages."""

from __future__ import annotations

import itertools
import os
import shlex
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

import shorthand
from shorthand import ShorthandError, sources
from shorthand.aws.command_line.from_input import write_command_line
from shorthand.aws.command_line.line_words import split_line
from shorthand.aws.command_line.to_input import read_command_line
from shorthand.aws.model_file import ModelFile
from shorthand.aws.models import aws, operations, services
from shorthand.aws.program_code import boto3_code, client_name, method_name, python_code
from tests.fuzz import inputs
from tests.fuzz.checks import documented, silent, target
from tests.fuzz.model_files import MODEL_FILES
from tests.fuzz.scripts import SHELL_TEXTS, SHELLS
from tests.fuzz.shape_checks import check_shape

_OPTIONS = st.dictionaries(
    st.sampled_from(inputs.WORDS["aws"]["options_of_calls"]) | inputs.ODD_STRINGS,
    st.lists(inputs.ODD_STRINGS | st.sampled_from(inputs.WORDS["shell"]["values"]), max_size=2).map(tuple),
    max_size=3,
)
_READ = st.sampled_from(inputs.WORDS["shell"]["texts"])


# Whole commands


@target
@given(
    text=SHELL_TEXTS | _READ,
    words=inputs.COMMANDS | _READ.map(shlex.split),
    reading=st.fixed_dictionaries(
        {},
        optional={
            "files": inputs.FILES,
            "strict": st.booleans(),
            "base": inputs.INPUTS,
            "merge_lists_by": st.none() | st.just("Key") | inputs.ODD_STRINGS,
            "version": st.sampled_from([None, 1, 2, 3]),
        },
    ),
    variables=st.sampled_from(["keep", "error"])
    | st.dictionaries(st.sampled_from(["X", "N", "A"]), st.sampled_from(inputs.WORDS["shell"]["values"])),
    shell=SHELLS,
    data=st.data(),
)
def loads_commands(
    text: str, words: list[str], reading: dict[str, Any], variables: Any, shell: str, data: st.DataObject
) -> None:
    several = documented(shorthand.loads_commands, text, **reading, variables=variables, shell=shell)
    one = documented(shorthand.loads_command, text, **reading, variables=variables, shell=shell)
    listed = documented(shorthand.loads_command, words, **reading)
    for read in (one, listed, *([] if isinstance(several, ShorthandError) else several)):
        if not isinstance(read, ShorthandError):
            _check_invocation(read)
            _check_invocation(_changed(read, data))


def _changed(read: shorthand.Invocation, data: st.DataObject) -> shorthand.Invocation:
    """Return an invocation with other parameters and options."""
    members = [option.member for option in sources.aws(read.service, read.operation, read.version).all_options()]
    names = st.sampled_from([*filter(None, members), *read.parameters, "a"])
    return replace(
        read,
        parameters={**read.parameters, **data.draw(st.dictionaries(names, inputs.VALUES, max_size=2))},
        global_options={**read.global_options, **data.draw(_OPTIONS)},
        pager_options={**read.pager_options, **data.draw(_OPTIONS)},
    )


def _check_invocation(one: shorthand.Invocation) -> None:
    written = documented(shorthand.dumps_command, one)
    if not isinstance(written, ShorthandError):
        documented(shorthand.loads_command, written)
    documented(boto3_code, one)
    documented(python_code, one)
    silent(str, one.notes)


@target
@given(
    one=st.builds(
        shorthand.Invocation,
        inputs.ODD_STRINGS | st.sampled_from(["ec2", "s3", "iam"]),
        inputs.ODD_STRINGS
        | st.sampled_from(["create-tags", "cp", "get-role", "wait instance-running", "run-instances"]),
        inputs.INPUTS.map(lambda found: found or {}),
        _OPTIONS,
        _OPTIONS,
        st.lists(inputs.ODD_STRINGS, max_size=2).map(tuple),
        version=st.sampled_from([1, 2, 3]),
    )
)
def dumps_command(one: shorthand.Invocation) -> None:
    _check_invocation(one)
    silent(method_name, one.service, one.operation)
    silent(client_name, one.service)


@target
@given(page=inputs.PAGES)
def reference_page(page: str) -> None:
    command = documented(sources.reference_page, page)
    if not isinstance(command, ShorthandError):
        for option in command.options.values():
            silent(option.syntax)
            silent(option.json_syntax)
            check_shape(option.shape)


# Lines and models


@target
@given(line=inputs.LINES)
def split_a_line(line: str) -> None:
    documented(split_line, line)


@target
@given(
    words=inputs.COMMANDS,
    base=inputs.INPUTS,
    is_complete=st.booleans(),
    strict=st.booleans(),
    files=inputs.FILES,
    data=st.data(),
)
def command_line(words: list[str], base: Any, is_complete: bool, strict: bool, files: Any, data: st.DataObject) -> None:
    read = documented(read_command_line, words, base=base, complete=is_complete, strict=strict, files=files)
    if not isinstance(read, ShorthandError):
        documented(write_command_line, read)
        members = [option.member for option in read.command.all_options() if option.member]
        changed = data.draw(st.dictionaries(st.sampled_from([*members, "a"]), inputs.VALUES, max_size=2))
        documented(write_command_line, replace(read, input={**read.input, **changed}))


@target
@given(service=inputs.ODD_STRINGS | st.sampled_from(["ec2", "s3"]), operation=inputs.ODD_STRINGS | st.just("cp"))
def aws_command(service: str, operation: str) -> None:
    documented(aws, service, operation)
    documented(operations, service)


_numbers = itertools.count()


@target
@given(content=MODEL_FILES)
def model_file(content: bytes) -> None:
    # Models are cached by the name of their file.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{next(_numbers)}.models")
        path.write_bytes(content)
        opened = documented(ModelFile, path)
        if isinstance(opened, ShorthandError):
            return
        with mock.patch.dict(os.environ, {"SHORTHAND_MODELS": str(path)}):
            for service in documented(services):
                names = documented(operations, service)
                for name in [] if isinstance(names, ShorthandError) else names:
                    command = documented(aws, service, name)
                    if not isinstance(command, ShorthandError):
                        for option in (*command.options.values(), *command.hidden.values()):
                            silent(option.syntax)
                            check_shape(option.shape)
