"""An adapter imports its framework and no other; the library imports none."""

import subprocess
import sys

import pytest

FRAMEWORKS = {"click", "typer", "cyclopts", "pydantic", "pydantic_settings", "argcomplete", "hypothesis", "lark"} | {
    "jsonargparse",
    "tyro",
}

# A framework may itself import another one.
ADAPTERS = {
    "argparse": set(),
    "click": {"click"},
    "typer": {"typer"},
    "cyclopts": {"cyclopts"},
    "jsonargparse": {"jsonargparse"},
    "tyro": {"tyro"},
    "pydantic": {"pydantic"},
    "pydantic_settings": {"pydantic_settings", "pydantic"},
}


def imported(*modules: str) -> set[str]:
    code = f"import sys, {', '.join(modules)}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize(("adapter", "frameworks"), ADAPTERS.items())
def test_an_adapter_imports_its_framework_alone(adapter: str, frameworks: set[str]) -> None:
    alone = imported(*frameworks) if frameworks else imported("os")
    found = imported(f"shorthand.integrations.{adapter}")
    assert frameworks <= found
    assert (found - alone) & FRAMEWORKS == set()


def test_the_library_imports_none() -> None:
    assert imported("shorthand", "shorthand.sources", "shorthand.schemas.python_types") & FRAMEWORKS == set()
