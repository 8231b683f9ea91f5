"""`shorthand options`."""

from tests.cli.command import PAGE, on_a_terminal, posix, run


def test_lists_the_options_of_a_page_and_of_a_command() -> None:
    code, out, err = run("options", "-s", PAGE)
    assert (code, err) == (0, "")
    assert out.splitlines()[:3] == ["--job-name\tstring\trequired", "--sources\tlist\trequired", "--mode\tstring"]
    _, out, _ = run("options", "-s", "aws:sagemaker/create-auto-ml-job")
    assert out.startswith("--auto-ml-job-name\tstring\trequired\n--input-data-config\tlist\trequired\n")


def test_lists_one_option_if_the_schema_names_one() -> None:
    assert run("options", "-s", f"{PAGE}#--mode") == (0, "--mode\tstring\n", "")


def test_a_schema_that_does_not_name_a_command_is_an_error() -> None:
    code, _, err = run("options", "-s", "tags.json")
    assert code == 2
    assert err == "'tags.json' does not name a command\n  expected: page:FILE or aws:SERVICE/OPERATION\n"


@posix
def test_a_terminal_shows_a_table() -> None:
    lines = on_a_terminal("options", "-s", PAGE, NO_COLOR="1").splitlines()
    assert lines[0] == "--job-name   string     required"
    assert [line[13:].split(" ")[0] for line in lines[:3]] == ["string", "list", "string"]
