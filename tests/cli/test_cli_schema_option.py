"""What `-s SCHEMA` names, and what is wrong with a SCHEMA."""

from pathlib import Path

import pytest

import shorthand
from shorthand.cli.schema_option import load_option, load_options
from tests.cli.command import PAGE


def test_each_kind_of_schema(tmp_path: Path) -> None:
    (tmp_path / "tags#1.json").write_text('{"type": "array", "items": {"type": "string"}}')
    assert load_option(str(tmp_path / "tags#1.json")).shape.type_name == "list"
    assert load_option(f"{PAGE}#--sources").name == "--sources"
    assert load_option("aws:ec2/create-tags#--tags").name == "--tags"
    assert [option.name for option in load_options("aws:ec2/create-tags")] == ["--dry-run", "--resources", "--tags"]


def test_a_page_may_have_a_number_sign_in_its_name(tmp_path: Path) -> None:
    (tmp_path / "a#b.txt").write_bytes(Path(PAGE.removeprefix("page:")).read_bytes())
    assert load_option(f"page:{tmp_path / 'a#b.txt'}#--sources").name == "--sources"


ERRORS = [
    ("page:/no/such/file#--a", "/no/such/file cannot be read: No such file"),
    (f"{PAGE}#--sauces", "did you mean --sources?"),
    (f"{PAGE}#sources", "did you mean --sources?"),
    (PAGE, "names a command, and needs one of its options"),
    ("nonsense", "nonsense cannot be read: No such file"),
    ("aws:ec2/run-instances#--tags", "did you mean --"),
    ("aws:ec2", "expected: aws:SERVICE/OPERATION"),
    ("", "the schema does not name a file"),
    ("page:#--a", "the schema does not name a file"),
]


@pytest.mark.parametrize(("schema", "message"), ERRORS)
def test_an_error_says_what_is_wrong_with_the_schema(schema: str, message: str) -> None:
    with pytest.raises(shorthand.ShorthandError) as caught:
        load_option(schema)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "invalid JSON"),
        (b"[]", "is not a JSON Schema: expected an object"),
        (b"\xff", "is not UTF-8 text"),
    ],
)
def test_an_error_in_a_file_names_the_file(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "s.json").write_bytes(content)
    with pytest.raises(shorthand.ShorthandError) as caught:
        load_option(str(tmp_path / "s.json"))
    assert "s.json" in caught.value.reason
    assert reason in caught.value.reason


def test_a_page_without_options_is_named(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("nothing")
    with pytest.raises(shorthand.ShorthandError, match=r"page\.txt"):
        load_option(f"page:{tmp_path / 'page.txt'}#--a")


@pytest.mark.parametrize("schema", ["aws:ec2/run-instances", "aws:ec2/run-instances#--xyz"])
def test_a_dozen_of_many_options_is_named(schema: str) -> None:
    with pytest.raises(shorthand.ShorthandError) as caught:
        load_option(schema)
    assert caught.value.expected.count("--") == 12
    assert caught.value.expected.endswith(" and 35 more")
