"""The fuzz targets of the library: every public function, from which only documented errors may come."""

from __future__ import annotations

import itertools
import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

import shorthand
from shorthand import ShorthandError, shapes, sources, testing
from shorthand.aws.command_line.from_input import write_command_line
from shorthand.aws.command_line.line_words import split_line
from shorthand.aws.command_line.to_input import read_command_line
from shorthand.aws.model_file import ModelFile
from shorthand.aws.models import aws, operations, services
from shorthand.codec.json_text import dumps_json, loads_json
from shorthand.files import local
from shorthand.testing.generator import Fuzzer
from tests.fuzz import inputs
from tests.fuzz.checks import documented, empty_folder, silent, target
from tests.fuzz.model_files import MODEL_FILES
from tests.fuzz.python_types import TYPES

_SHAPES = testing.shapes()
_FILES = st.sampled_from([None, lambda reference: f"content of {reference}", lambda reference: reference.encode()])


# Reading and writing


@target
@given(text=inputs.TEXTS, strict=st.booleans(), files=_FILES)
def loads(text: str, strict: bool, files: Any) -> None:
    read = documented(shorthand.loads, text, strict=strict, files=files)
    if not isinstance(read, ShorthandError):
        documented(shorthand.dumps, read)


@target
@given(data=st.data(), shape=_SHAPES, strict=st.booleans(), files=_FILES)
def loads_with_a_shape(data: st.DataObject, shape: shapes.Shape, strict: bool, files: Any) -> None:
    read = documented(shorthand.loads, data.draw(inputs.texts_of(shape)), shape, strict=strict, files=files)
    if isinstance(read, ShorthandError):
        _fixes_read(read, lambda text: shorthand.loads(text, shape, strict=strict, files=files and (lambda _: "")))


@target
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


@target
@given(value=inputs.VALUES)
def dumps(value: Any) -> None:
    written = documented(shorthand.dumps, value)
    if isinstance(written, str):
        documented(shorthand.loads, written)


@target
@given(data=st.data(), shape=_SHAPES, json_fallback=st.booleans())
def dumps_with_a_shape(data: st.DataObject, shape: shapes.Shape, json_fallback: bool) -> None:
    value = data.draw(inputs.values_of(shape))
    documented(shorthand.dumps, value, shape)
    written = documented(shorthand.dumps_option, value, shape, json_fallback=json_fallback)
    if isinstance(written, list):
        read = documented(shorthand.loads_option, written, shape)
        if isinstance(read, ShorthandError):
            raise AssertionError(f"{value!r} is written as {written!r}, which does not read: {read}") from read


@target
@given(text=inputs.ODD_STRINGS | inputs.TEXTS)
def quote(text: str) -> None:
    written = documented(shorthand.quote, text)
    if isinstance(written, str):
        read = documented(shorthand.loads, f"k={written}")
        if read != {"k": text}:
            raise AssertionError(f"{text!r} is quoted as {written!r}, which reads as {read!r}")


@target
@given(text=inputs.TEXTS)
def tree(text: str) -> None:
    documented(shorthand.tree, text)


@target
@given(text=inputs.TEXTS, value=inputs.VALUES)
def json_text(text: str, value: Any) -> None:
    documented(loads_json, text)
    documented(dumps_json, value)


# What an editor shows


@target
@given(data=st.data(), shape=st.none() | _SHAPES)
def explain(data: st.DataObject, shape: shapes.Shape | None) -> None:
    text = data.draw(inputs.TEXTS if shape is None else inputs.texts_of(shape))
    silent(str, silent(shorthand.explain, text, shape))


@target
@given(data=st.data(), shape=_SHAPES, cursor=st.none() | st.integers(-2, 40))
def complete(data: st.DataObject, shape: shapes.Shape, cursor: int | None) -> None:
    silent(shorthand.complete, data.draw(inputs.texts_of(shape)), shape, cursor)


# Schemas


@target
@given(schema=inputs.SCHEMAS)
def json_schema(schema: Any) -> None:
    _described_shape(documented(sources.json_schema, schema))


@target
@given(tp=TYPES)
def python_type(tp: Any) -> None:
    _described_shape(documented(sources.python_type, tp))


@target
@given(tp=TYPES, tokens=st.lists(inputs.TEXTS, min_size=1, max_size=3), value=inputs.VALUES)
def type_adapter(tp: Any, tokens: list[str], value: Any) -> None:
    adapter = documented(shorthand.TypeAdapter, tp)
    if isinstance(adapter, ShorthandError):
        return
    if silent(adapter.accepts, value):
        silent(adapter.from_value, value)
    documented(adapter.from_value, value)
    documented(adapter.dumps_option, value)
    documented(adapter.loads, tokens[0])
    read = documented(adapter.loads_option, tokens)
    if not isinstance(read, ShorthandError):
        documented(adapter.dumps, read)
        documented(adapter.dumps_option, read)


@target
@given(page=inputs.PAGES)
def reference_page(page: str) -> None:
    command = documented(sources.reference_page, page)
    if not isinstance(command, ShorthandError):
        for option in command.options.values():
            silent(option.syntax)
            silent(option.json_syntax)
            _described_shape(option.shape)


@target
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


@target
@given(line=inputs.LINES)
def split_a_line(line: str) -> None:
    documented(split_line, line)


@target
@given(
    words=inputs.COMMANDS,
    base=st.none() | inputs.VALUES,
    is_complete=st.booleans(),
    strict=st.booleans(),
    files=_FILES,
    data=st.data(),
)
def command_line(words: list[str], base: Any, is_complete: bool, strict: bool, files: Any, data: st.DataObject) -> None:
    given_base = base if isinstance(base, dict) and all(isinstance(key, str) for key in base) else None
    read = documented(read_command_line, words, base=given_base, complete=is_complete, strict=strict, files=files)
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
                            _described_shape(option.shape)


# Files


@target
@given(reference=inputs.ODD_STRINGS.map("file://".__add__) | inputs.ODD_STRINGS)
def local_file(reference: str) -> None:
    with empty_folder():
        documented(local, reference)
