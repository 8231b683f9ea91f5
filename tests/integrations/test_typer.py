"""Structured options in Typer; the example of the guide has tests of its own."""

from typing import Annotated

import typer
from typer.testing import CliRunner

from shorthand.integrations.typer import option


def test_what_to_type_instead_names_the_option_before_each_word() -> None:
    app = typer.Typer()

    @app.command()
    def job(ports: Annotated[list[int], option(list[int], "--ports", "-p")] = []) -> None:  # noqa: B006 -- Typer's way
        print(ports)

    result = CliRunner().invoke(app, ["-p", "80,443"])
    assert result.exit_code == 2
    assert "try: --ports 80 --ports 443" in result.output
