"""The command as a whole."""

import subprocess
import sys

import click
import pytest

from shorthand.cli.main import SUBCOMMANDS
from tests.cli.command import run


@pytest.mark.parametrize("arguments", [["nonsense"], ["to-json", "--nonsense"]])
def test_an_unknown_name_is_an_error(arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "No such" in err


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_help_teaches_by_example(name: str) -> None:
    code, out, _ = run(name, "--help")
    assert code == 0
    assert f"shorthand {name}" in out.split("Options:")[0].partition("\n\n")[2]
    assert "Exit codes: 0 done; 1 an internal failure (a bug); 2 the input was wrong." in " ".join(out.split())


def test_the_subcommands_are_described_in_whole_sentences() -> None:
    assert "..." not in run("--help")[1].split("Commands:")[1]


def test_the_version_names_that_of_the_aws_cli() -> None:
    code, out, _ = run("--version")
    assert (code, out.split(",")[1]) == (0, " with the commands of AWS CLI 2.38.1 and 1.46.3\n")


def imported_by(*arguments: str) -> set[str]:
    """Return the modules that a run imports."""
    code = (
        f"import sys; sys.argv = ['shorthand', *{arguments!r}]\n"
        "from shorthand.cli.main import run\n"
        "try: run()\n"
        "finally: print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_only_the_module_of_the_subcommand_is_imported() -> None:
    modules = {f"shorthand.cli.{name.replace('-', '_')}" for name in SUBCOMMANDS}
    assert imported_by("to-json", "a=b") & modules == {"shorthand.cli.to_json"}
    assert imported_by("quote", "a") & modules == {"shorthand.cli.quote"}


def test_a_text_without_a_schema_needs_no_shapes() -> None:
    found = imported_by("to-json", "a=b")
    assert "shorthand.syntax.reader" in found
    assert not found & {"shorthand.shapes", "shorthand.aws", "shorthand.suggest", "rich", "lark", "yaml"}


def test_click_is_named_if_it_is_missing() -> None:
    code = "import sys; sys.modules['click'] = None\nfrom shorthand.__main__ import main\nmain()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "the shorthand command needs click: pip install 'aws-shorthand[cli]'\n"


def test_a_bug_is_reported_as_one(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from shorthand.cli import main

    def fail(self: click.Command, **_: object) -> None:
        raise RuntimeError("oh no")

    monkeypatch.setattr(click.Group, "main", fail)
    monkeypatch.delenv("SHORTHAND_DEBUG", raising=False)
    with pytest.raises(SystemExit) as caught:
        main.run()
    assert caught.value.code == 1
    err = capsys.readouterr().err
    assert err.startswith("internal failure, please report it: RuntimeError: oh no\n")
    assert "Traceback" not in err
