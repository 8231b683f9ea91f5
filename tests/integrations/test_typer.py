"""Structured options in Typer. The example programs have tests of their own."""

from typing import Annotated, Any

import pytest
import typer
from typer.testing import CliRunner

from shorthand.integrations.typer import argument, help_option, option
from tests.integrations.declarations import Disk, Tag


def run(annotation: Any, *line: str, default: Any = None, **settings: Any) -> tuple[int, str]:
    app = typer.Typer()

    def job(x: Any = default, help_option: Annotated[str, help_option()] = "") -> None:
        print(x)

    job.__annotations__["x"] = annotation
    app.command()(job)
    done = CliRunner().invoke(app, list(line), **settings)
    return done.exit_code, done.output


@pytest.mark.parametrize(
    ("annotation", "line", "instance"),
    [
        (Annotated[list[Tag], option(list[Tag])], ["--x", "Key=a,Value=1", "--x", "Key=b"], [Tag("a", "1"), Tag("b")]),
        (Annotated[list[Tag], option(list[Tag])], ["--x", '[{"Key": "a"}]', "--x", "Key=b"], [Tag("a"), Tag("b")]),
        (Annotated[dict[str, str], option(dict[str, str])], ["--x", "a=b", "--x", "c=d"], {"a": "b", "c": "d"}),
        (Annotated[Disk, option(Disk, "--y", "-y")], ["-y", "Size=1"], Disk(1)),
        (Annotated[Disk, option(Disk)], [], None),
        (Annotated[list[Tag], argument(list[Tag])], ["Key=a", "Key=b"], [Tag("a"), Tag("b")]),
        (Annotated[Disk, argument(Disk)], ["Size=1"], Disk(1)),
        (Annotated[Disk, option(Disk, callback=lambda disk: disk.Size)], ["--x", "Size=7"], 7),
    ],
)
def test_an_option_gives_instances(annotation: Any, line: list[str], instance: Any) -> None:
    assert run(annotation, *line) == (0, f"{instance}\n")


@pytest.mark.parametrize(
    ("declared", "text", "instance"),
    [
        (list[Tag], "Key=a 'Key=b c'", [Tag("a"), Tag("b c")]),
        (Disk, "Size=1,Mounts=/a b,/c", Disk(1, "ssd", ["/a b", "/c"])),
        (dict[str, int], "a=1,b=2", {"a": 1, "b": 2}),
        (int, "7", 7),
    ],
)
def test_the_environment_and_a_default_serve_every_type(declared: Any, text: str, instance: Any) -> None:
    assert run(Annotated[declared, option(declared, envvar="X")], env={"X": text}) == (0, f"{instance}\n")
    app = typer.Typer()

    @app.command()
    def job(x: Annotated[declared, option(declared, default=text)]) -> None:
        print(x)

    assert CliRunner().invoke(app, []).output == f"{instance}\n"


@pytest.mark.parametrize(
    ("declared", "value", "instance"),
    [
        (list[Tag], ["Key=a", "Key=b"], [Tag("a"), Tag("b")]),
        (list[Tag], [{"Key": "a"}], [Tag("a")]),
        (Disk, {"Size": 1}, Disk(1)),
        (Disk, "Size=1", Disk(1)),
        (int, 7, 7),
    ],
)
def test_a_default_map_serves_every_type(declared: Any, value: Any, instance: Any) -> None:
    assert run(Annotated[declared, option(declared)], default_map={"x": value}) == (0, f"{instance}\n")


@pytest.mark.parametrize(
    ("declared", "line", "reason"),
    [
        (dict[str, str], ["--x", "a=b", "--x", "a=c"], "duplicate key 'a'"),
        (Disk, ["--x", "Size=1", "--x", "Size=2"], "expected one value, got 2"),
        (Disk, ["--x", "Size=1,Kind=hd"], "Kind: unknown value 'hd'"),
    ],
)
def test_a_fault_is_a_usage_error(declared: Any, line: list[str], reason: str) -> None:
    code, output = run(Annotated[declared, option(declared)], *line)
    assert (code, reason in output) == (2, True)


def test_a_plain_option_keeps_only_the_last_value_as_before() -> None:
    assert run(Annotated[int, typer.Option()], "--x", "1", "--x", "2", default=0) == (0, "2\n")


def test_the_fix_names_the_option_before_each_word() -> None:
    code, output = run(Annotated[list[int], option(list[int], "--ports", "-p")], "-p", "80,443", default=[])
    assert (code, "try: --ports 80 --ports 443" in output) == (2, True)


def test_the_help_of_one_option() -> None:
    annotation = Annotated[Disk, option(Disk, help="The disk.")]
    assert run(annotation, "--help-option", "--x")[1].startswith(
        "--x Size=integer,Kind=string,Mounts=string,string\n\nThe disk.\n\nMembers:\n"
    )
    assert run(annotation, "--help-option", "y")[0] == 2
