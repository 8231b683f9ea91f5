"""`shorthand.sources`: one public name for each source of shapes, imported when it is first used."""

import subprocess
import sys

import pytest

from shorthand import shapes, sources


def test_every_source_is_there() -> None:
    assert sources.json_schema({"type": "integer"}) == shapes.Integer()
    assert sources.python_type(list[int]) == shapes.List(shapes.Integer())
    assert sources.aws("ec2", "create-tags").options["--tags"].member == "Tags"
    page = "Synopsis\n\n  make-job\n[--size <value>]\n\nOptions\n\n--size (integer)\n"
    command = sources.reference_page(page)
    assert isinstance(command, sources.Command)
    assert isinstance(command.options["--size"], sources.Option)
    assert command.options["--size"].shape == shapes.Integer()


def test_a_name_that_is_no_source_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_source"):
        sources.no_such_source  # noqa: B018 -- looking it up is what is tested


def test_no_source_imports_what_another_needs() -> None:
    code = "import sys; from shorthand import sources; sources.json_schema; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "shorthand.schemas.json_schemas" in loaded
    assert not {"shorthand.aws.models", "shorthand.aws.reference_pages", "shorthand.schemas.python_types"} & {*loaded}
