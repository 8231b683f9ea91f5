"""The fuzz targets of the integrations: only the usage error of a framework may come out of it."""

from __future__ import annotations

import argparse
import contextlib
import datetime
import decimal
import io
import os
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal
from unittest import mock

import click
import cyclopts
import pydantic
import typer
from click.shell_completion import ShellComplete
from hypothesis import given
from hypothesis import strategies as st
from pydantic_settings import BaseSettings, CliApp, NoDecode

from shorthand import ScalarType, ShorthandError
from shorthand.integrations import argparse as argparse_adapter
from shorthand.integrations import click as click_adapter
from shorthand.integrations import cyclopts as cyclopts_adapter
from shorthand.integrations import typer as typer_adapter
from shorthand.integrations.pydantic import Shorthand
from shorthand.integrations.pydantic_settings import ShorthandCliSource
from tests.fuzz import inputs
from tests.fuzz.checks import UndocumentedError, documented, empty_folder, silent, target
from tests.fuzz.declared import Tag
from tests.fuzz.python_types import TYPES

_Size = Annotated[int, ScalarType(lambda text: int(text.removesuffix("GB")), "{}GB".format, "a size")]
_FIXED: inputs.Strategy[Any] = st.sampled_from(
    [
        *(Tag, list[Tag], dict[str, Tag], dict[str, list[Tag]], Tag | None, list[Tag] | None, tuple[Tag, ...], _Size),
        *(str, int, float, bool, bytes, list[str], set[int], tuple[int, int], dict[str, int], Literal["a", "b"]),
        *(decimal.Decimal, datetime.timedelta, datetime.datetime, list[datetime.date], inputs.Colour, list[_Size]),
    ]
)
# Typer has a copy of click, whose UsageError it does not name.
_TYPER_ERROR: Any = typer.BadParameter.__base__
_WORDS = st.lists(inputs.TEXTS | st.sampled_from(inputs.WORDS["integrations"]["words"]), max_size=3)


def _has_text(value: Any) -> bool:
    try:
        repr(value)
    except Exception:
        return False
    return True


# The help texts of the frameworks print every default.
_DEFAULTS = st.sampled_from(inputs.WORDS["integrations"]["words"]) | inputs.VALUES.filter(_has_text)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Work in an empty folder, with nothing printed and nothing in the environment that asks for a completion."""
    environment = {"COLUMNS": "80", "TERM": "dumb", "PATH": os.environ.get("PATH", "")}
    with (
        empty_folder(),
        mock.patch.dict(os.environ, environment, clear=True),
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        yield


def _only(
    usage_error: type[BaseException] | tuple[type[BaseException], ...],
    run: Callable[..., object],
    *arguments: Any,
    **named: Any,
) -> None:
    """Run a program, from which only a framework's usage error may come."""
    try:
        run(*arguments, **named)
    except usage_error as error:
        if isinstance(error, SystemExit) and error.code not in (0, 2):
            raise UndocumentedError(f"exit code {error.code}") from error
        if isinstance(error, (click.UsageError, _TYPER_ERROR)):
            silent(error.show, io.StringIO())
    except (Exception, SystemExit) as error:
        raise UndocumentedError(f"{arguments!r}") from error


def _after(name: str, words: list[str]) -> list[str]:
    """Return the words, each after the name of the option."""
    return [part for word in words for part in (name, word)]


@target
@given(tp=_FIXED | TYPES, words=_WORDS, default=_DEFAULTS, nargs=st.sampled_from([None, None, "?", "*", "+", 1, 2]))
def in_argparse(tp: Any, words: list[str], default: Any, nargs: int | str | None) -> None:
    with _quiet():
        for named in ({"default": default, "nargs": nargs}, {}):
            parser = argparse.ArgumentParser(prog="job")
            added = documented(argparse_adapter.add_option, parser, "--opt", tp, **named)
            if isinstance(added, ShorthandError):
                continue
            argparse_adapter.add_help_option(parser)
            silent(parser.format_help)
            for word in words:
                silent(added.completer, word)
            for line in (["--opt", *words], _after("--opt", words), words, ["--help-option", "opt"]):
                _only(SystemExit, parser.parse_args, line)
        one = documented(argparse_adapter.ShorthandType, tp)
        if not isinstance(one, ShorthandError):
            for word in words:
                _only(argparse.ArgumentTypeError, one, word)


@target
@given(tp=_FIXED | TYPES, words=_WORDS, default=_DEFAULTS)
def in_click(tp: Any, words: list[str], default: Any) -> None:
    with _quiet():
        for named in ({"default": default, "show_default": True}, {}):
            decorator = documented(
                lambda named=named: click.command()(click_adapter.option("--opt", tp, **named)(lambda opt: opt))
            )
            if isinstance(decorator, ShorthandError):
                continue
            command: click.Command = click_adapter.help_option()(decorator)
            silent(lambda command=command: command.get_help(click.Context(command)))
            for word in words:
                silent(ShellComplete(command, {}, "job", "_JOB_COMPLETE").get_completions, ["--opt"], word)
            for line in (_after("--opt", words), words, ["--help-option", "opt"]):
                _only(click.UsageError, command.main, line, standalone_mode=False)
            for value in (default, *words):
                _only(click.UsageError, command.main, [], default_map={"opt": value}, standalone_mode=False)
        one = documented(click_adapter.ShorthandType, tp)
        if not isinstance(one, ShorthandError):
            for word in words:
                _only(click.UsageError, one.convert, word, None, None)


@target
@given(tp=_FIXED, words=_WORDS, default=_DEFAULTS)
def in_typer(tp: Any, words: list[str], default: Any) -> None:
    with _quiet():
        for make in (typer_adapter.option, typer_adapter.argument):
            made = documented(make, tp, default=default)
            made = documented(make, tp) if isinstance(made, ShorthandError) else made

            def job(opt: Any, help_option: str = "") -> Any:
                return opt or help_option

            job.__annotations__["opt"] = Annotated[tp, made]
            job.__annotations__["help_option"] = Annotated[str, typer_adapter.help_option()]
            app = typer.Typer(add_completion=False)
            app.command()(job)
            command = typer.main.get_command(app)
            for line in (["--help"], _after("--opt", words), words, ["--help-option", "opt"]):
                _only(_TYPER_ERROR, app, line, standalone_mode=False)
            context = typer.Context(command)
            for word in words:
                silent(command.params[0].shell_complete, context, word)


@target
@given(tp=_FIXED, words=_WORDS, default=_DEFAULTS)
def in_cyclopts(tp: Any, words: list[str], default: Any) -> None:
    with _quiet():

        def job(*, opt: Any = default) -> Any:
            return opt

        made = silent(cyclopts_adapter.option, tp)
        job.__annotations__["opt"] = Annotated[tp, made]
        app = cyclopts.App(name="job", config=[])
        app.default(job)
        cyclopts_adapter.add_help_option(app)
        for line in (["--help"], ["--opt", *words], _after("--opt", words), words, ["--help-option", "opt"]):
            _only(
                cyclopts.CycloptsError, app, line, result_action="return_value", exit_on_error=False, print_error=False
            )
        for shell in ("bash", "zsh", "fish"):
            silent(cyclopts_adapter.completion_script, app, shell)
        for word in words:
            silent(made.completer, mock.Mock(incomplete=word))


@target
@given(tp=_FIXED, words=_WORDS, value=inputs.VALUES)
def in_pydantic(tp: Any, words: list[str], value: Any) -> None:
    with _quiet():
        model = silent(pydantic.create_model, "Job", opt=(Annotated[tp, Shorthand()], None))
        silent(model.model_json_schema)
        # An enum of Python prints the value that it refuses.
        values = [value] if _has_text(value) or tp is not inputs.Colour else []
        for given_value in (*values, words, *words):
            _only(pydantic.ValidationError, model, opt=given_value)


@target
@given(tp=_FIXED, words=_WORDS)
def in_pydantic_settings(tp: Any, words: list[str]) -> None:
    with _quiet():
        members = {
            "__annotations__": {"opt": Annotated[tp, NoDecode, Shorthand()]},
            "__module__": __name__,
            "opt": None,
        }
        settings = type("Job", (BaseSettings,), members)
        for line in (["--help"], ["--opt", *words], _after("--opt", words), words, ["--help-option", "opt"]):
            source = silent(ShorthandCliSource, settings, help_option=True)
            _only(
                (SystemExit, pydantic.ValidationError), CliApp.run, settings, cli_args=line, cli_settings_source=source
            )
