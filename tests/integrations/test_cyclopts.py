"""Structured options in cyclopts. The example programs have tests of their own."""

from typing import Annotated, Any

import pytest
from cyclopts import App, CycloptsError, Parameter

from shorthand.integrations.cyclopts import completion_script, option
from tests.integrations.declarations import Disk, Tag


def run(annotation: Any, *line: str, default: Any = None) -> Any:
    app = App(name="job")

    def job(*, x: Any = default) -> Any:
        """Make a job.

        Args:
            x: What the docstring says.
        """
        return x

    job.__annotations__["x"] = annotation
    app.default(job)
    return app(list(line), result_action="return_value", exit_on_error=False, print_error=False)


@pytest.mark.parametrize(
    ("declared", "line", "instance"),
    [
        (list[Tag], ["--x", "Key=a,Value=1", "Key=b"], [Tag("a", "1"), Tag("b")]),
        (list[Tag], ["--x", "Key=a", "--x", '[{"Key": "b"}]'], [Tag("a"), Tag("b")]),
        (dict[str, str], ["--x", "a=b,c=d"], {"a": "b", "c": "d"}),
        (dict[str, str], ["--x.a", "b,c", "--x.d", "e"], {"a": "b,c", "d": "e"}),
        (dict[str, str], ["--x.a", "a\\,'\"\\"], {"a": "a\\,'\"\\"}),
        (dict[str, int], ["--x.a", "1"], {"a": 1}),
        (Disk, ["--x", "Size=1"], Disk(1)),
        (Disk, ["--x", '{"Size": 1}'], Disk(1)),
        (int, ["--x", "7"], 7),
        (Disk, [], None),
    ],
)
def test_an_option_gives_instances(declared: Any, line: list[str], instance: Any) -> None:
    assert run(Annotated[declared | None, option(declared)], *line) == instance


@pytest.mark.parametrize(
    ("declared", "line", "reason"),
    [
        (Disk, ["--x", "Size=1,Kind=hd"], "Kind: unknown value 'hd'"),
        (Disk, ["--x", "Size=1", "--x", "Size=2"], "specified multiple times"),
        (Disk, ["--x.Size", "1"], "Unknown option"),
        (dict[str, str], ["--x", "a=b", "--x", "c=d"], "specified multiple times"),
        (dict[str, str], ["--x", "a=b", "--x.c", "d"], "Cannot supply keyword & non-keyword"),
        (dict[str, str], ["--x.é", "d"], "é"),
    ],
)
def test_a_fault_is_a_usage_error(declared: Any, line: list[str], reason: str) -> None:
    with pytest.raises(CycloptsError) as caught:
        run(Annotated[declared | None, option(declared)], *line)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("declared", "text", "instance"),
    [
        (list[Tag], "Key=a 'Key=b c'", [Tag("a"), Tag("b c")]),
        (Disk, "Size=1,Mounts=/a b,/c", Disk(1, "ssd", ["/a b", "/c"])),
        (dict[str, int], "a=1,b=2", {"a": 1, "b": 2}),
        (int, "7", 7),
    ],
)
def test_the_environment_serves_every_type(
    declared: Any, text: str, instance: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("X", text)
    assert run(Annotated[declared, option(declared, env_var="X")]) == instance


def shown(capsys: pytest.CaptureFixture[str]) -> str:
    """Return what was printed, without the boxes and the breaks of lines."""
    return " ".join(capsys.readouterr().out.replace("│", " ").split()).replace(" What", "  What")


def test_the_docstring_says_what_the_option_is_for_unless_help_does(capsys: pytest.CaptureFixture[str]) -> None:
    run(Annotated[list[Tag], option(list[Tag])], "--help", default=[Tag("a", "1")])
    assert "--x Key=string,Value=string  What the docstring says. [default: Key=a,Value=1]" in shown(capsys)
    run(Annotated[list[Tag], option(list[Tag], help="The tags")], "--help", default=[])
    assert "The tags. Also JSON or file://NAME." in shown(capsys)


def test_what_parameter_takes_goes_before_the_defaults() -> None:
    made = option(list[Tag], "--tags", negative="--none")
    assert isinstance(made, Parameter)
    assert (made.name, made.negative) == (("--tags",), ("--none",))


def test_the_scripts_are_those_of_cyclopts_changed_for_words_with_a_sign() -> None:
    app = App(name="job")

    @app.default
    def job(*, x: Annotated[Disk | None, option(Disk)] = None) -> None: ...

    assert "complete -F _job_whole_words job" in completion_script(app, "bash")
    assert "compadd -S '' -d" in completion_script(app, "zsh")
    assert "complete" in completion_script(app, "fish")
