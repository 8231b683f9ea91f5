from __future__ import annotations

from shorthand.aws.scripts import Context, read_script, read_shell


def test_a_command_knows_its_name_and_whether_it_surely_runs() -> None:
    first, second, third = read_shell("a x; if b; then c; fi")
    assert (first.name, first.is_unconditional) == ("a", True)
    assert (second.name, second.is_unconditional) == ("b", False)
    assert second.context == {Context.CONDITION}
    assert third.name == "c"


def test_the_commands_of_a_substitution_are_found_by_its_hole() -> None:
    script = read_script('p "$(a | b)" $(c)')
    first, second = (hole for word in script.commands[0].words for hole in word.holes)
    assert [command.name for command in script.inside(first)] == ["a", "b"]
    assert [command.name for command in script.inside(second)] == ["c"]


def test_a_here_document_is_what_the_command_reads() -> None:
    (command,) = read_shell("cat <<A\na\nA\n")
    assert command.here_document
    assert command.here_document.body.text == "a\n"
    assert not read_shell("cat")[0].here_document


def test_a_command_without_words_has_no_name() -> None:
    (command,) = read_shell("A=1")
    assert command.name is None
