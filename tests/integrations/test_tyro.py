"""Structured options in tyro. The example programs have tests of their own."""

from typing import Annotated, Any

import pytest
import tyro

from shorthand.integrations.tyro import described, option
from tests.integrations.declarations import Disk, Tag


def run(annotation: Any, *line: str, default: Any = None) -> Any:
    def job(x: Any = default) -> Any:
        """Make a job.

        Args:
            x: What the docstring says.
        """
        return x

    job.__annotations__["x"] = annotation
    return tyro.cli(job, args=list(line))


APPENDED: Any = tyro.conf.UseAppendAction[list[Annotated[Tag, option(Tag)]]]


@pytest.mark.parametrize(
    ("annotation", "default", "line", "instance"),
    [
        (Annotated[list[Tag], option(list[Tag])], [], ["--x", "Key=a,Value=1", "Key=b"], [Tag("a", "1"), Tag("b")]),
        (Annotated[list[Tag], option(list[Tag])], [], ["--x", '[{"Key": "a"}]'], [Tag("a")]),
        (Annotated[list[Tag], option(list[Tag])], [Tag("z")], [], [Tag("z")]),
        (Annotated[list[Tag], option(list[Tag])], [Tag("z")], ["--x"], []),
        (Annotated[dict[str, str], option(dict[str, str])], {}, ["--x", "a=b,c=d"], {"a": "b", "c": "d"}),
        (Annotated[Disk, option(Disk)], Disk(1), ["--x", "Size=2"], Disk(2)),
        (APPENDED, [], ["--x", "Key=a", "--x", "Key=b"], [Tag("a"), Tag("b")]),
    ],
)
def test_an_option_gives_instances(annotation: Any, default: Any, line: list[str], instance: Any) -> None:
    assert run(annotation, *line, default=default) == instance


def test_a_fault_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run(Annotated[Disk, option(Disk)], "--x", "Size=1,Kind=hd", default=Disk(1))
    assert caught.value.code == 2
    assert "Error parsing --x: Kind: unknown value 'hd'" in capsys.readouterr().err


def test_help_shows_the_syntax_the_docstring_and_the_default_as_shorthand(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(Annotated[list[Tag], option(list[Tag])], "--help", default=[Tag("a b"), Tag("c", "1")])
    shown = " ".join(capsys.readouterr().out.replace("│", " ").split())
    assert "--x Key=string,Value=string What the docstring says. (default: 'Key=a b' Key=c,Value=1)" in shown


def test_a_described_option_shows_its_members(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(Annotated[Disk, option(Disk), described(Disk, "The disk.")], "--help", default=Disk(1))
    said = " ".join("".join(" " if char in "│╭╮╰╯─" else char for char in capsys.readouterr().out).split())
    assert "The disk. Also JSON or file://NAME. Members: Size (integer, required)" in said
