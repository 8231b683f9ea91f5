"""`shorthand models`."""

from tests.cli.command import run


def test_shows_the_version_of_the_aws_cli() -> None:
    code, out, _ = run("models")
    assert (code, out.startswith("AWS CLI 2.38.1 and 1.46.3, 447 services, ")) == (0, True)


def test_a_missing_file_is_an_error() -> None:
    code, out, err = run("models", env={"SHORTHAND_MODELS": "/no/such/file"})
    assert (code, out) == (2, "")
    assert "the models cannot be read: /no/such/file: No such file" in err
