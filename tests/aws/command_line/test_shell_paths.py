"""What the shell replaces by names of files and folders."""

from pathlib import Path

import pytest

from shorthand.aws.command_line.pasted_commands import pasted_commands
from shorthand.aws.command_line.shell_paths import Field, home_folder
from shorthand.aws.command_line.word_parts import shown
from shorthand.aws.scripts.words import Hole, HoleKind
from shorthand.errors import ShorthandError


def words(text: str, *, local: bool, variables: dict[str, str] | None = None) -> list[str]:
    (command,) = pasted_commands(text, local=local, variables="keep" if variables is None else variables)
    return [shown(parts) for parts in command.words][3:]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").touch()
    (tmp_path / ".hidden").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/me")
    return tmp_path


@pytest.mark.parametrize("word", ["*", "a*", "?.txt", "[ab].txt", "a'.'*", "*.t{xt,st}", "./*", "$GLOB"])
def test_a_word_that_files_match_is_an_error(word: str) -> None:
    with pytest.raises(
        ShorthandError, match=r"the shell replaces .* by the names of the files that match it"
    ) as caught:
        words(f"aws iam get-role x {word}", local=True, variables={"GLOB": "*.txt"})
    assert caught.value.hint == "put the word in single quotes"
    assert caught.value.span is not None


@pytest.mark.parametrize("word", ["b*", "'*'", '"a"\\*', "Name=tag:Name,Values=web-*", '"$GLOB"', "h*", "a\\[b]"])
def test_a_word_that_no_file_matches_is_as_it_is(word: str) -> None:
    local = words(f"aws iam get-role {word}", local=True, variables={"GLOB": "*.txt"})
    assert local == words(f"aws iam get-role {word}", local=False, variables={"GLOB": "*.txt"})


def test_elsewhere_a_glob_is_a_note() -> None:
    (command,) = pasted_commands("aws s3api get-object * 'b*'")
    assert [note.reason for note in command.notes] == [
        "the shell replaces * by the names of the files that match it, if there are any"
    ]


@pytest.mark.parametrize(
    ("typed", "here", "elsewhere"),
    [
        ("~", "/home/me", "~"),
        ("~/a", "/home/me/a", "~/a"),
        ("Key=~/a", "Key=/home/me/a", "Key=~/a"),
        ("'~/a'", "~/a", "~/a"),
        ("a~", "a~", "a~"),
        ("~no-such-user/a", "~no-such-user/a", "~no-such-user/a"),
        ("file://~/a", "file://~/a", "file://~/a"),
    ],
)
def test_a_tilde_is_the_home_folder_of_this_machine(typed: str, here: str, elsewhere: str) -> None:
    assert words(f"aws iam get-role {typed}", local=True) == [here]
    assert words(f"aws iam get-role {typed}", local=False) == [elsewhere]


def test_the_home_folder_may_be_given() -> None:
    assert words("aws iam get-role ~/a ~me", local=False, variables={"HOME": "/h"}) == ["/h/a", "~me"]
    (command,) = pasted_commands("aws iam get-role ~me '~'")
    assert [note.reason for note in command.notes] == [
        "the shell replaces ~me by the path of a home folder, if there is one"
    ]
    assert home_folder(Hole(HoleKind.TILDE, 0, 1, "~")) == "/home/me"


def test_only_a_pattern_matches_files() -> None:
    field = Field()
    field.add("*")
    assert field.glob_fault("*", "*", (0, 1), local=False) is None
    field.add("*", is_pattern=True)
    assert field.glob_fault("*", "*", (0, 1), local=False) is not None
