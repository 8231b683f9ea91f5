"""Shorthand in the fields of pydantic's models."""

from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, Field, ValidationError

import shorthand
from shorthand.integrations.pydantic import Shorthand


class Tag(BaseModel):
    Key: Annotated[str, Field(min_length=2)]
    Value: str = ""
    Within: "Annotated[list[Tag], Shorthand()]" = []


class Job(BaseModel):
    tags: Annotated[list[Tag], Shorthand()] = []
    one: Annotated[Tag | None, Shorthand()] = None
    names: Annotated[list[str], Shorthand()] = []
    counts: Annotated[dict[str, int], Shorthand()] = {}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"tags": "Key=aa,Value=1 Key=bb"}, {"tags": [Tag(Key="aa", Value="1"), Tag(Key="bb")]}),
        ({"tags": ["Key=aa", "Key=bb"]}, {"tags": [Tag(Key="aa"), Tag(Key="bb")]}),
        ({"tags": '[{"Key": "aa"}]'}, {"tags": [Tag(Key="aa")]}),
        ({"tags": [{"Key": "aa"}]}, {"tags": [Tag(Key="aa")]}),
        ({"tags": [Tag(Key="aa")]}, {"tags": [Tag(Key="aa")]}),
        ({"one": "Key=aa,Within=[{Key=bb}]"}, {"one": Tag(Key="aa", Within=[Tag(Key="bb")])}),
        ({"one": {"Key": "aa", "Within": "Key=bb"}}, {"one": Tag(Key="aa", Within=[Tag(Key="bb")])}),
        ({"names": "a 'b c'"}, {"names": ["a", "b c"]}),
        ({"names": ["[a", "b=c"]}, {"names": ["[a", "b=c"]}),
        ({"counts": "a=1,b=2"}, {"counts": {"a": 1, "b": 2}}),
    ],
)
def test_a_field_takes_shorthand_and_what_it_took_before(given: dict[str, Any], expected: dict[str, Any]) -> None:
    assert Job(**given) == Job.model_construct(**{**Job().__dict__, **expected})


def test_a_fault_of_the_text_is_a_validation_error() -> None:
    with pytest.raises(ValidationError) as caught:
        Job.model_validate({"tags": "Key=aa Kez=bb"})
    (error,) = caught.value.errors()
    assert (error["type"], error["loc"], error["ctx"]["span"]) == ("shorthand", ("tags",), (0, 3))
    assert error["msg"].startswith(
        """\
[1].Kez: unknown member 'Kez'
  at line 1, column 1:
    Kez=bb
    ^~~
  expected: Key, Value, Within
  hint: did you mean Key?
"""
    )
    assert error["ctx"]["fix"] == "Key=bb"


def test_a_fault_that_pydantic_finds_is_drawn_in_the_text() -> None:
    with pytest.raises(ValidationError) as caught:
        Job.model_validate({"tags": "Key=aa Key=b,Within=[{Key=c}]"})
    first, second = caught.value.errors()
    assert (first["loc"], second["loc"]) == (("tags", 1, "Key"), ("tags", 1, "Within", 0, "Key"))
    assert (
        first["msg"]
        == """\
[1].Key: string should have at least 2 characters
  at line 1, column 5:
    Key=b,Within=[{Key=c}]
        ^"""
    )
    assert second["ctx"]["span"] == (19, 20)


def test_a_file_is_read_only_if_that_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "tag").write_text("Key=aa")

    class Open(BaseModel):
        tag: Annotated[Tag, Shorthand(files=shorthand.files.local)]

    assert Open.model_validate({"tag": f"file://{tmp_path}/tag"}).tag == Tag(Key="aa")
    with pytest.raises(ValidationError, match="reading files is not allowed here"):
        Job.model_validate({"one": f"file://{tmp_path}/tag"})


def test_the_json_schema_is_that_of_the_type() -> None:
    assert Job.model_json_schema()["properties"]["tags"]["items"] == {"$ref": "#/$defs/Tag"}
