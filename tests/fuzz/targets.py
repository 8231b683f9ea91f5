"""The fuzz targets: every public function and every subcommand, from which only documented errors may come."""

from __future__ import annotations

import copy
import io
import itertools
import json
import os
import pickle
import sys
import tempfile
from collections.abc import Callable
from contextlib import contextmanager, redirect_stderr
from pathlib import Path
from typing import Any
from unittest import mock

import click
from hypothesis import given
from hypothesis import strategies as st

import shorthand
from shorthand import ShorthandError, shapes, sources, testing
from shorthand.aws.command_line.from_input import write_command_line
from shorthand.aws.command_line.to_input import read_command_line
from shorthand.aws.command_line.words import split_line
from shorthand.aws.model_file import ModelFile
from shorthand.aws.models import aws, operations, services
from shorthand.cli import output
from shorthand.cli.main import cli
from shorthand.codec.json_text import dumps_json, loads_json
from shorthand.files import local
from shorthand.integrations.option_type import OptionType
from shorthand.testing.generator import Fuzzer
from tests.fuzz import inputs


class UndocumentedError(Exception):
    """Something other than a documented error came out of a public function."""


def documented(function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    """Call a public function; return its result, or the ShorthandError that it raised.

    Raises:
        UndocumentedError: Any other exception came out, or one came out of the error's own methods.
    """
    try:
        try:
            return function(*arguments, **named)
        except ShorthandError as error:
            str(error)
            [str(one) for one in error.errors]
            if pickle.loads(pickle.dumps(error)) != error or copy.copy(error) != error:
                raise AssertionError("the error does not survive a copy") from error
            return error
    except Exception as error:
        raise UndocumentedError(_described(function, arguments, named)) from error


def silent(function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    """Call a function that is documented to raise nothing."""
    try:
        return function(*arguments, **named)
    except Exception as error:
        raise UndocumentedError(_described(function, arguments, named)) from error


def _described(function: Callable[..., Any], arguments: tuple[Any, ...], named: dict[str, Any]) -> str:
    name = getattr(function, "__qualname__", repr(function))
    try:
        given = [*(repr(one) for one in arguments), *(f"{key}={value!r}" for key, value in named.items())]
    except (RecursionError, ValueError):
        given = ["…"]
    return f"{name}({', '.join(given)})"[:3000]


Target = Callable[[], None]
TARGETS: dict[str, Target] = {}
"""Every target by its name: a hypothesis test without arguments."""


def _target(function: Callable[..., None]) -> Callable[..., None]:
    TARGETS[function.__name__] = function
    return function


_SHAPES = testing.shapes()
_FILES = st.sampled_from([None, lambda reference: f"content of {reference}", lambda reference: reference.encode()])


# Reading and writing


@_target
@given(text=inputs.TEXTS, strict=st.booleans(), files=_FILES)
def loads(text: str, strict: bool, files: Any) -> None:
    read = documented(shorthand.loads, text, strict=strict, files=files)
    if not isinstance(read, ShorthandError):
        documented(shorthand.dumps, read)


@_target
@given(data=st.data(), shape=_SHAPES, strict=st.booleans(), files=_FILES)
def loads_with_a_shape(data: st.DataObject, shape: shapes.Shape, strict: bool, files: Any) -> None:
    read = documented(shorthand.loads, data.draw(inputs.texts_of(shape)), shape, strict=strict, files=files)
    if isinstance(read, ShorthandError):
        _fixes_read(read, lambda text: shorthand.loads(text, shape, strict=strict, files=files and (lambda _: "")))


@_target
@given(data=st.data(), shape=_SHAPES, strict=st.booleans(), files=_FILES)
def loads_option(data: st.DataObject, shape: shapes.Shape, strict: bool, files: Any) -> None:
    tokens = data.draw(st.lists(inputs.texts_of(shape), max_size=4))
    read = documented(shorthand.loads_option, tokens, shape, strict=strict, files=files)
    if isinstance(read, ShorthandError):
        return
    written = documented(shorthand.dumps_option, read, shape)
    if not isinstance(written, ShorthandError) and strict and files is None:
        again = documented(shorthand.loads_option, written, shape)
        if repr(again) != repr(read):
            raise AssertionError(f"{tokens!r} is read as {read!r}, written as {written!r}, and read as {again!r}")


def _fixes_read(error: ShorthandError, read: Callable[[str], Any]) -> None:
    for fault in error.diagnostics:
        if fault.fix is not None:
            try:
                read(fault.fix)
            except ShorthandError as broken:
                raise AssertionError(f"the fix {fault.fix!r} of {fault.text!r} does not read: {broken}") from broken


@_target
@given(value=inputs.VALUES)
def dumps(value: Any) -> None:
    written = documented(shorthand.dumps, value)
    if isinstance(written, str):
        documented(shorthand.loads, written)


@_target
@given(data=st.data(), shape=_SHAPES, json_fallback=st.booleans())
def dumps_with_a_shape(data: st.DataObject, shape: shapes.Shape, json_fallback: bool) -> None:
    value = data.draw(inputs.values_of(shape))
    documented(shorthand.dumps, value, shape)
    written = documented(shorthand.dumps_option, value, shape, json_fallback=json_fallback)
    if isinstance(written, list):
        read = documented(shorthand.loads_option, written, shape)
        if isinstance(read, ShorthandError):
            raise AssertionError(f"{value!r} is written as {written!r}, which does not read: {read}") from read


@_target
@given(text=inputs.ODD_STRINGS | inputs.TEXTS)
def quote(text: str) -> None:
    written = documented(shorthand.quote, text)
    if isinstance(written, str):
        read = documented(shorthand.loads, f"k={written}")
        if read != {"k": text}:
            raise AssertionError(f"{text!r} is quoted as {written!r}, which reads as {read!r}")


@_target
@given(text=inputs.TEXTS)
def tree(text: str) -> None:
    documented(shorthand.tree, text)


@_target
@given(text=inputs.TEXTS, value=inputs.VALUES)
def json_text(text: str, value: Any) -> None:
    documented(loads_json, text)
    documented(dumps_json, value)


# What an editor shows


@_target
@given(data=st.data(), shape=st.none() | _SHAPES, width=st.integers(-1, 200))
def explain(data: st.DataObject, shape: shapes.Shape | None, width: int) -> None:
    text = data.draw(inputs.TEXTS if shape is None else inputs.texts_of(shape))
    explained = silent(shorthand.explain, text, shape)
    silent(str, explained)
    silent(explained.drawn, width)


@_target
@given(data=st.data(), shape=_SHAPES, cursor=st.none() | st.integers(-2, 40))
def complete(data: st.DataObject, shape: shapes.Shape, cursor: int | None) -> None:
    silent(shorthand.complete, data.draw(inputs.texts_of(shape)), shape, cursor)


# Schemas


@_target
@given(schema=inputs.SCHEMAS)
def json_schema(schema: Any) -> None:
    _described_shape(documented(sources.json_schema, schema))


@_target
@given(tp=inputs.TYPES, text=inputs.TEXTS)
def python_type(tp: Any, text: str) -> None:
    _described_shape(documented(sources.python_type, tp))


@_target
@given(tp=inputs.TYPES, text=inputs.TEXTS)
def option_type(tp: Any, text: str) -> None:
    made = documented(OptionType, tp)
    if not isinstance(made, ShorthandError):
        read = documented(made.loads, [text])
        if not isinstance(read, ShorthandError):
            documented(made.dumps, read)
            documented(made.shown, read)


@_target
@given(page=inputs.PAGES)
def reference_page(page: str) -> None:
    command = documented(sources.reference_page, page)
    if not isinstance(command, ShorthandError):
        for option in command.options.values():
            silent(option.syntax)
            silent(option.json_syntax)
            _described_shape(option.shape)


@_target
@given(shape=_SHAPES, seed=st.integers(0, 3))
def shape_methods(shape: shapes.Shape, seed: int) -> None:
    _described_shape(shape)


def _described_shape(shape: Any) -> None:
    if isinstance(shape, ShorthandError):
        return
    silent(shape.shorthand_syntax)
    silent(shape.json_syntax)
    silent(shape.skeleton)
    silent(shorthand.explain, "a=b", shape)
    silent(shorthand.complete, "a", shape)
    documented(shorthand.loads_option, ["a=b"], shape)
    documented(shorthand.loads_option, ['{"a": ["b"]}'], shape)
    documented(shorthand.dumps_option, {"a": ["b"]}, shape)
    _fuzzed(shape)


def _fuzzed(shape: shapes.Shape) -> None:
    fuzzer = documented(Fuzzer, shape, 1)
    if not isinstance(fuzzer, ShorthandError):
        documented(fuzzer.valid)
        documented(fuzzer.broken)


# Commands of the AWS CLI


@_target
@given(line=inputs.LINES)
def split_a_line(line: str) -> None:
    documented(split_line, line)


@_target
@given(
    words=inputs.WORDS, base=st.none() | inputs.VALUES, is_complete=st.booleans(), strict=st.booleans(), files=_FILES
)
def command_line(words: list[str], base: Any, is_complete: bool, strict: bool, files: Any) -> None:
    given_base = base if isinstance(base, dict) and all(isinstance(key, str) for key in base) else None
    read = documented(read_command_line, words, base=given_base, complete=is_complete, strict=strict, files=files)
    if not isinstance(read, ShorthandError):
        documented(write_command_line, read)


@_target
@given(service=inputs.ODD_STRINGS | st.sampled_from(["ec2", "s3"]), operation=inputs.ODD_STRINGS | st.just("cp"))
def aws_command(service: str, operation: str) -> None:
    documented(aws, service, operation)
    documented(operations, service)


_numbers = itertools.count()


@_target
@given(content=inputs.MODEL_FILES)
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
                            _described_shape(option.shape)


# Files


@_target
@given(reference=inputs.ODD_STRINGS.map("file://".__add__) | inputs.ODD_STRINGS)
def local_file(reference: str) -> None:
    with _empty_folder():
        documented(local, reference)


# The command

_SCHEMA_NAMES = st.sampled_from(
    [
        *(
            "aws:ec2/create-tags#--tags",
            "aws:ec2/run-instances",
            "aws:ec2",
            "aws:",
            "aws:/",
            "aws:no/such#--x",
            "aws:s3/cp#paths",
        ),
        *(
            "page:page.txt",
            "page:page.txt#--tags",
            "page:",
            "page:no.txt#--x",
            "schema.json",
            "no.json",
            "",
            ".",
            "input.json",
        ),
        *(
            "python:tests.fuzz.declared:Tag",
            "python:tests.fuzz.declared:list[Tag]",
            "python:tests.fuzz.declared:raises",
        ),
        *("python:tests.fuzz.declared:", "python:no.such:Tag", "python:", "python::", "python:tests.fuzz.declared:no"),
    ]
)
_COMMON = st.sampled_from(
    [
        *("--lenient", "--null", "--json", "--skeleton", "--help", "--version", "--indent", "2", "--indent=x", "--"),
        *("-", "-x"),
    ]
    + [
        *(
            "--shell",
            "posix",
            "--shell=powershell",
            "--shell=cmd",
            "--broken",
            "--with-json",
            "--seed=1",
            "-n",
            "3",
            "-n=1",
        )
    ]
    + [
        *(
            "--yaml",
            "--command",
            "--from-json",
            "input.json",
            "--from-json=-",
            "--line",
            "--no-strict",
            "--schema",
            "-s",
        )
    ]
)
_SUBCOMMANDS = [
    "to-json",
    "to-shorthand",
    "check",
    "explain",
    "syntax",
    "options",
    "quote",
    "fuzz",
    "aws",
    "models",
    "no-such",
]


@st.composite
def _command_arguments(draw: st.DrawFn) -> list[str]:
    arguments = [draw(st.sampled_from(_SUBCOMMANDS))]
    if draw(st.booleans()):
        arguments += ["-s", draw(_SCHEMA_NAMES)]
    arguments += draw(st.lists(_COMMON, max_size=3))
    if arguments[0] == "aws":
        return [*arguments, *draw(inputs.WORDS)]
    return [*arguments, *draw(st.lists(inputs.TEXTS, max_size=3))]


@_target
@given(
    arguments=_command_arguments(),
    given_input=inputs.TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=40),
    page=inputs.PAGES,
    schema=inputs.SCHEMAS,
    value=inputs.TEXTS,
)
def command(arguments: list[str], given_input: bytes, page: str, schema: Any, value: str) -> None:
    # A process has no arguments with a NUL, and no lone surrogates but those that stand for bytes.
    words = [word.replace("\0", "").encode("utf-8", "ignore").decode() for word in arguments]
    with _empty_folder() as folder:
        for name, content in {"page.txt": page, "schema.json": json.dumps(schema), "input.json": value}.items():
            (folder / name).write_bytes(content.encode("utf-8", "surrogatepass"))
        run_command(words, given_input)


def run_command(words: list[str], given_input: bytes) -> None:
    """Run the command in this process, as `shorthand.cli.main.run` does; what `run` reports as a bug is raised."""
    streams = {
        "stdin": io.TextIOWrapper(io.BytesIO(given_input), "utf-8"),
        "stdout": io.TextIOWrapper(io.BytesIO(), "utf-8"),
    }
    try:
        with mock.patch.multiple(sys, **streams), redirect_stderr(io.StringIO()):
            try:
                cli.main(words, prog_name="shorthand", standalone_mode=False)
                output.flush()
            except ShorthandError as error:
                output.drawn(error)
            except click.ClickException as error:
                error.show()
            except (click.exceptions.Abort, click.exceptions.Exit):
                pass
    except Exception as error:
        raise UndocumentedError(f"shorthand {words!r} < {given_input!r}") from error


@contextmanager
def _empty_folder() -> Any:
    """Work in an empty folder, so that a reference to a file finds only what is put there."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield Path(folder)
        finally:
            os.chdir(before)
