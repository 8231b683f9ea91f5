"""Every kind of type in every framework: from the line, the environment and a configuration."""

import datetime
import ipaddress
import re
import uuid
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, Literal

import click
import jsonargparse
import pydantic
import pytest
import typer
import tyro
from cyclopts import App
from cyclopts.config import Dict, Env
from pydantic_settings import BaseSettings, CliApp, NoDecode, SettingsConfigDict

import shorthand
from shorthand.integrations import click as click_adapter
from shorthand.integrations import cyclopts as cyclopts_adapter
from shorthand.integrations import jsonargparse as jsonargparse_adapter
from shorthand.integrations import typer as typer_adapter
from shorthand.integrations import tyro as tyro_adapter
from shorthand.integrations.pydantic import Shorthand
from shorthand.integrations.pydantic_settings import ShorthandCliSource
from tests.integrations.declarations import Colour, Tag
from tests.testing.types_with_constraints import Bag, Box, Cat, Dog

Size = Annotated[int, shorthand.ScalarType(lambda text: int(text.removesuffix("GB")), "{}GB".format, "a size")]
Pet = Annotated[Cat | Dog, pydantic.Field(discriminator="kind")]

# The type, the words of the line, and the text of the environment variable.
CASES: list[tuple[Any, list[str], str]] = [
    (list[Tag], ["Key=a", "Key=b,Value=c"], "Key=a Key=b,Value=c"),
    (list[Tag] | None, ["Key=a"], "Key=a"),
    (tuple[Tag, ...], ["Key=a"], "Key=a"),
    (tuple[int, int], ["1", "2"], "1 2"),
    (set[str], ["a", "b"], "a b"),
    (frozenset[int], ["1"], "1"),
    (dict[str, int], ["a=1,b=2"], "a=1,b=2"),
    (dict[str, Decimal] | None, ["a=1.50"], "a=1.50"),
    (dict[str, list[Tag]], ["a=[{Key=a}]"], "a=[{Key=a}]"),
    (Tag, ["Key=a"], "Key=a"),
    (int, ["7"], "7"),
    (str, ["a, b"], "a, b"),
    (Decimal, ["1.50"], "1.50"),
    (Fraction, ["3/4"], "3/4"),
    (uuid.UUID, [str(uuid.UUID(int=3))], str(uuid.UUID(int=3))),
    (ipaddress.IPv4Address, ["10.0.0.1"], "10.0.0.1"),
    (Path, ["/a b"], "/a b"),
    (datetime.datetime, ["2026-01-31T12:00:00Z"], "2026-01-31T12:00:00Z"),
    (datetime.date, ["2026-01-31"], "2026-01-31"),
    (datetime.time, ["12:00:00"], "12:00:00"),
    (datetime.timedelta, ["1h30m"], "1h30m"),
    (re.Pattern[str], ["a+[b]"], "a+[b]"),
    (Colour, ["red"], "red"),
    (Literal["a", "b"], ["a"], "a"),
    (pydantic.HttpUrl, ["https://a/"], "https://a/"),
    (pydantic.SecretStr, ["x y"], "x y"),
    (Annotated[int, pydantic.Field(gt=0)], ["3"], "3"),
    (Pet, ["kind=cat,lives=1"], "kind=cat,lives=1"),
    (list[Pet], ["kind=cat,lives=1", "kind=dog,site=http://a/"], "kind=cat,lives=1 kind=dog,site=http://a/"),
    (Box | Bag, ["kind=box,edge=1"], "kind=box,edge=1"),
    (list[Box | Bag], ["kind=box,edge=1"], "kind=box,edge=1"),
    (Size, ["20GB"], "20GB"),
    (list[Size], ["20GB", "3"], "20GB 3"),
]


def repeated(words: list[str]) -> list[str]:
    return [part for word in words for part in ("--opt", word)]


def with_click(tp: Any, words: list[str], configured: Any) -> Any:
    settings: dict[str, Any] = {"auto_envvar_prefix": "JOB", "default_map": {"opt": configured} if configured else {}}

    @click.command(context_settings=settings)
    @click_adapter.option("--opt", tp)
    def job(opt: Any) -> Any:
        return opt

    return job.main(repeated(words), standalone_mode=False)


def with_typer(tp: Any, words: list[str], configured: Any) -> Any:
    settings: dict[str, Any] = {"auto_envvar_prefix": "JOB", "default_map": {"opt": configured} if configured else {}}
    app = typer.Typer(context_settings=settings)

    def job(opt: Any = None) -> Any:
        return opt

    job.__annotations__["opt"] = Annotated[tp, typer_adapter.option(tp)]
    app.command()(job)
    return app(repeated(words), standalone_mode=False)


def with_cyclopts(tp: Any, words: list[str], configured: Any) -> Any:
    app = App(config=[Dict({"opt": configured})] if configured else [Env("JOB_", command=False)])

    def job(*, opt: Any = None) -> Any:
        return opt

    job.__annotations__["opt"] = Annotated[tp, cyclopts_adapter.option(tp)]
    app.default(job)
    line = ["--opt", *words] if words else []
    return app(line, result_action="return_value", exit_on_error=False, print_error=False)


def with_settings(tp: Any, words: list[str], configured: Any) -> Any:
    settings = type(
        "Job",
        (BaseSettings,),
        {
            "__annotations__": {"opt": Annotated[tp, NoDecode, Shorthand()]},
            "__module__": __name__,
            "opt": None,
            "model_config": SettingsConfigDict(env_prefix="JOB_"),
        },
    )
    if configured:
        return settings(opt=configured).opt
    line = ["--opt", *words] if words else []
    made: Any = CliApp.run(settings, cli_args=line, cli_settings_source=ShorthandCliSource(settings))
    return made.opt


def with_jsonargparse(tp: Any, words: list[str], configured: Any) -> Any:
    parser = jsonargparse.ArgumentParser(exit_on_error=False, default_env=True, env_prefix="JOB")
    jsonargparse_adapter.add_option(parser, "--opt", tp)
    if configured:
        return parser.parse_object({"opt": configured}).opt
    return parser.parse_args(["--opt", *words] if words else []).opt


FRAMEWORKS: dict[str, Callable[[Any, list[str], Any], Any]] = {
    "click": with_click,
    "typer": with_typer,
    "cyclopts": with_cyclopts,
    "pydantic-settings": with_settings,
    "jsonargparse": with_jsonargparse,
}
CASE = pytest.mark.parametrize(("tp", "words", "text"), CASES, ids=[str(case[0])[:60] for case in CASES])
FRAMEWORK = pytest.mark.parametrize("framework", FRAMEWORKS)


@CASE
@FRAMEWORK
def test_the_line_and_the_environment(
    framework: str, tp: Any, words: list[str], text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = shorthand.loads_option(words, tp)
    assert FRAMEWORKS[framework](tp, words, None) == wanted
    monkeypatch.setenv("JOB_OPT", text)
    assert FRAMEWORKS[framework](tp, [], None) == wanted


@CASE
@FRAMEWORK
def test_a_configuration(framework: str, tp: Any, words: list[str], text: str) -> None:
    adapter: shorthand.TypeAdapter[Any] = shorthand.TypeAdapter(tp)
    wanted = adapter.loads_option(words)
    value = adapter.to_value(wanted)
    if framework == "cyclopts" and (isinstance(value, dict) and any(map(_is_nested, [value, *value.values()]))):
        # cyclopts takes a table of its configuration for options of the members; it takes the text.
        value = words[0]
    assert FRAMEWORKS[framework](tp, [], value) == wanted


def _is_nested(value: Any) -> bool:
    return isinstance(value, (dict, list))


@CASE
def test_tyro(tp: Any, words: list[str], text: str) -> None:
    def job(opt: Any = None) -> Any:
        return opt

    job.__annotations__["opt"] = Annotated[tp | None, tyro_adapter.option(tp)]
    assert tyro.cli(job, args=["--opt", *words]) == shorthand.loads_option(words, tp)


@CASE
def test_instances_are_written_as_they_are_read(tp: Any, words: list[str], text: str) -> None:
    instance = shorthand.loads_option(words, tp)
    assert shorthand.loads_option(shorthand.dumps_option(instance, tp), tp) == instance
