"""The fuzz targets of texts, values, shapes and files. Only documented errors may come out of a public function."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import shorthand
from shorthand import ShorthandError, errors, shapes, sources, testing
from shorthand.codec.json_text import dumps_json, loads_json
from shorthand.files import TooLargeError, local, read_up_to, readable_size
from tests.fuzz import inputs
from tests.fuzz.checks import UndocumentedError, documented, empty_folder, silent, target
from tests.fuzz.shape_checks import check_shape

_SHAPES = testing.shapes()


# Reading and writing


@target
@given(text=inputs.TEXTS, strict=st.booleans(), files=inputs.FILES)
def loads(text: str, strict: bool, files: Any) -> None:
    read = documented(shorthand.loads, text, strict=strict, files=files)
    if not isinstance(read, ShorthandError):
        documented(shorthand.dumps, read)


@target
@given(data=st.data(), shape=_SHAPES, strict=st.booleans(), files=inputs.FILES)
def loads_with_a_shape(data: st.DataObject, shape: shapes.Shape, strict: bool, files: Any) -> None:
    read = documented(shorthand.loads, data.draw(inputs.texts_of(shape)), shape, strict=strict, files=files)
    if isinstance(read, ShorthandError):
        _fixes_read(read, lambda text: shorthand.loads(text, shape, strict=strict, files=files and (lambda _: "")))


@target
@given(data=st.data(), shape=_SHAPES, strict=st.booleans(), files=inputs.FILES)
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
@given(data=st.data(), shape=st.none() | _SHAPES, width=st.integers(0, 200))
def explain(data: st.DataObject, shape: shapes.Shape | None, width: int) -> None:
    text = data.draw(inputs.TEXTS if shape is None else inputs.texts_of(shape))
    found: shorthand.Explanation = silent(shorthand.explain, text, shape)
    silent(str, found)
    silent(found.draw, width)
    silent(lambda: [part.path for part in found.parts])


@target
@given(data=st.data(), shape=_SHAPES, cursor=st.none() | st.integers(-2, 40))
def complete(data: st.DataObject, shape: shapes.Shape, cursor: int | None) -> None:
    silent(shorthand.complete, data.draw(inputs.texts_of(shape)), shape, cursor)


# Schemas


@target
@given(schema=inputs.SCHEMAS)
def json_schema(schema: Any) -> None:
    check_shape(documented(sources.json_schema, schema))


@target
@given(shape=_SHAPES, seed=st.integers(0, 3))
def shape_methods(shape: shapes.Shape, seed: int) -> None:
    check_shape(shape)


@target
@given(shape=_SHAPES)
def references(shape: shapes.Shape) -> None:
    one = shapes.Ref("a", lambda: shape)
    silent(one.resolve)
    for reference in (one, shapes.Ref("b", lambda: one)):
        check_shape(reference)
        check_shape(silent(shapes.resolved, reference))


# Errors


@target
@given(value=inputs.VALUES, text=inputs.TEXTS, place=st.lists(inputs.ODD_STRINGS | st.integers(), max_size=3))
def error_texts(value: Any, text: str, place: list[str | int]) -> None:
    silent(errors.describe, value)
    silent(errors.shorten, text)
    silent(errors.dotted, tuple(place))
    step = silent(errors.as_step, value)
    if isinstance(step, (str, int)):
        silent(errors.dotted, (*place, step))


@target
@given(
    reason=inputs.ODD_STRINGS,
    text=inputs.TEXTS,
    at=st.integers(0, 40),
    fix=st.none() | inputs.TEXTS,
    kinds=st.lists(st.sampled_from(errors.Kind), min_size=1, max_size=3),
    shell=st.sampled_from(["posix", "powershell", "cmd", "none"]),
)
def error_methods(reason: str, text: str, at: int, fix: str | None, kinds: list[errors.Kind], shell: Any) -> None:
    span = (min(at, len(text)), len(text))
    faults = [
        errors.Diagnostic(reason, text, span, (text,), fix=fix, fix_tokens=None if fix is None else (fix,), kind=kind)
        for kind in kinds
    ]
    error = silent(errors.error_of, faults)
    for one in (error, silent(type(error).of, faults)):
        silent(one.fix_command, shell)
        silent(json.dumps, silent(one.as_dicts))
        silent(str, one)


# Files


@target
@given(
    reference=st.sampled_from(["file://f", "fileb://f"])
    | inputs.ODD_STRINGS.map("file://".__add__)
    | inputs.ODD_STRINGS,
    content=st.binary(max_size=20) | inputs.TEXTS.map(lambda text: text.encode("utf-16", "surrogatepass")),
    encoding=st.none() | st.sampled_from(inputs.WORDS["files"]["encodings"]) | inputs.ODD_STRINGS,
    max_size=st.sampled_from([0, 1, 10, 1000, -1, 10**30]),
)
def local_file(reference: str, content: bytes, encoding: str | None, max_size: int) -> None:
    with empty_folder() as folder:
        (folder / "f").write_bytes(content)
        documented(local, reference, max_size=max_size, encoding=encoding)
        # It raises these, and nothing else.
        with contextlib.suppress(TooLargeError, OSError, ValueError):
            read_up_to(reference.partition("://")[2], max_size)
    silent(readable_size, max_size)


# Tools for tests


@target
@given(data=st.data(), shape=_SHAPES)
def strategies(data: st.DataObject, shape: shapes.Shape) -> None:
    testing.assert_round_trip(data.draw(silent(testing.values, shape)), shape)
    if isinstance(documented(shorthand.loads_option, [data.draw(silent(testing.texts, shape))], shape), ShorthandError):
        raise AssertionError(f"a text of {shape!r} does not read")
    documented(shorthand.loads_option, [data.draw(silent(testing.broken_texts, shape))], shape)
    documented(shorthand.dumps, data.draw(silent(testing.raws)))


@target
@given(value=inputs.VALUES, shape=_SHAPES)
def assert_round_trip(value: Any, shape: shapes.Shape) -> None:
    try:
        documented(testing.assert_round_trip, value, shape)
    except UndocumentedError as error:
        if not isinstance(error.__cause__, AssertionError):
            raise
