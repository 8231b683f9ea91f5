"""What the playground answers, on CPython: the browser runs the same code on the same wheel."""

from __future__ import annotations

import json
from typing import Any

import playground_engine
import pytest
from playground_engine.answers import kind_of
from playground_engine.cursor_word import cursor_word

from tests.docs import conftest  # noqa: F401 -- puts the engine on the path

TAGS = "ec2 create-tags --tags"


def ask(text: str, target: str = "", **more: Any) -> Any:
    """Return both parts of the answer as one."""
    found = json.loads(playground_engine.answer(json.dumps({"text": text, "target": target, **more})))
    later = {form["name"]: form for form in json.loads(playground_engine.later_forms())}
    assert list(later) == [form["name"] for form in found["forms"] if form["is_coming"]]
    found["forms"] = [later.get(form["name"], form) for form in found["forms"]]
    return found


def forms(text: str, target: str = "") -> dict[str, str]:
    answer = ask(text, target)
    assert answer["errors"] == []
    return {form["name"]: form["text"] for form in answer["forms"]}


def suggested(before: str, target: str = "", after: str = "", field: str = "text") -> dict[str, str]:
    """By label, the whole field after the suggestion is taken."""
    texts = {"text": before + after, "target": target}
    if field == "target":
        texts = {"text": "", "target": before + after}
    answer = ask(**texts, cursor=len(before), field=field)
    whole = texts[field]
    return {
        one["label"]: whole[: one["span"][0]] + one["text"] + whole[one["span"][1] :] for one in answer["suggestions"]
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty"),
        ("  \n", "empty"),
        ("Key=a", "shorthand"),
        ("awsKey=a", "shorthand"),
        (' {"Key": "a"}', "json"),
        ("[1]", "json"),
        ("aws ec2 help", "command"),
        ("aws", "command"),
        ("$ aws ec2 help", "command"),
        ("\naws\tec2", "command"),
    ],
)
def test_a_text_is_told_by_its_start(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def test_shorthand_without_types_becomes_every_other_form() -> None:
    found = forms("Key=env, Values=prod,it's".replace("'", ""))
    assert json.loads(found["JSON"]) == {"Key": "env", "Values": ["prod", "its"]}
    assert found["YAML"] == "Key: env\nValues:\n- prod\n- its"
    assert found["Shorthand"] == "Key=env,Values=prod,its"
    assert found["bash and zsh"] == "Key=env,Values=prod,its"


def test_an_option_gives_the_types_and_is_part_of_the_command_line() -> None:
    found = forms("Ebs={VolumeSize=20}", "ec2 run-instances --block-device-mappings")
    assert json.loads(found["JSON"]) == [{"Ebs": {"VolumeSize": 20}}]
    assert found["bash and zsh"] == "--block-device-mappings 'Ebs={VolumeSize=20}'"


def test_python_with_boto3_is_written_for_a_command_and_for_an_option() -> None:
    command = forms("aws ec2 create-tags --resources i-1 --tags Key=a,Value=b")["boto3"]
    assert command.endswith('client.create_tags(Resources=["i-1"], Tags=[{"Key": "a", "Value": "b"}])')
    assert forms("Key=a", TAGS)["boto3"] == 'Tags=[{"Key": "a"}]'
    assert "boto3" not in forms("Key=a")


def test_what_cannot_be_written_later_says_why() -> None:
    command = "aws ec2 create-tags --resources i-1 --tags Key=a --generate-cli-skeleton"
    found = {form["name"]: form["problem"] for form in ask(command)["forms"]}
    assert found["boto3"] == "a command with --generate-cli-skeleton makes no call"


def test_each_line_is_a_word_of_the_option() -> None:
    found = forms("Key=a,Value=1\nKey=b", TAGS)
    assert json.loads(found["JSON"]) == [{"Key": "a", "Value": "1"}, {"Key": "b"}]


def test_json_becomes_shorthand() -> None:
    assert forms('{"Key": "a", "Value": "b, c"}')["Shorthand"] == "Key=a,Value='b, c'"
    assert forms('[{"Key": "a"}, {"Key": "b"}]', TAGS)["Shorthand"] == "Key=a\nKey=b"


def test_a_whole_command_becomes_json_and_the_command_again() -> None:
    found = forms("aws ec2 create-tags --resources i-1 \\\n  --tags Key=a,Value='b c'")
    assert json.loads(found["JSON for --cli-input-json"]) == {
        "Resources": ["i-1"],
        "Tags": [{"Key": "a", "Value": "b c"}],
    }
    assert found["bash and zsh"] == "aws ec2 create-tags --resources i-1 --tags 'Key=a,Value=b c'"


def test_json_becomes_a_whole_command() -> None:
    found = forms('{"TableName": "jobs", "Key": {"id": {"S": "42"}}}', "dynamodb get-item")
    assert found["bash and zsh"] == "aws dynamodb get-item --table-name jobs --key 'id={S=42}'"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Key=a,Value=1,2", TAGS),
        ("key=a", TAGS),
        ("Key=owner,Value=it's mine", ""),
        ("Key=a\nKey=b,Value=1,2", TAGS),
        ('[{"Key": "a", "Value": 1}]', TAGS),
        ("aws ec2 create-tags --resources i-1 --tags Key=a,Value=1,2", ""),
    ],
)
def test_the_fix_is_the_whole_text_and_has_no_error(text: str, target: str) -> None:
    (error, *_) = ask(text, target)["errors"]
    assert error["fix"]
    assert ask(error["fix"], target)["errors"] == []


def test_an_error_has_its_place_in_the_whole_text() -> None:
    line = "aws ec2 create-tags --resources i-1 --tags Key=a,Value=1,2"
    (error,) = ask(line)["errors"]
    assert line[slice(*error["span"])] == "1,2"


def test_places_count_utf16_units_as_a_browser_does() -> None:
    text = "a='😀',b=it's"
    (error,) = ask(text)["errors"]
    units = text.encode("utf-16-le")
    assert units[2 * error["span"][0] : 2 * error["span"][1]].decode("utf-16-le") == "'"


def test_the_explanation_names_each_part() -> None:
    (drawing,) = ask("Key=a,Value='b, c'", TAGS)["drawings"]
    pieces = [piece for role, piece in drawing["lines"] if role == "path"]
    assert [piece.strip() for piece in pieces] == ["[0].Key", "[0].Value"]


def test_a_drawing_has_no_mark_of_a_text() -> None:
    (drawing,) = ask("a='\0mark\0x\0'")["drawings"]
    assert not any("\0" in piece for _, piece in drawing["lines"])
    assert {role for role, _ in drawing["lines"]} <= {"plain", "text", "part", "path", "type", "value"}


def test_a_long_text_is_converted_and_not_explained() -> None:
    text = "a=[" + "b," * 30_000 + "]"
    answer = ask(text, cursor=len(text))
    assert len(json.loads(answer["forms"][0]["text"])["a"]) == 30_000
    assert answer["drawings"] == answer["suggestions"] == []


@pytest.mark.parametrize(
    "text",
    [
        "\ud800",
        "a='\ud800'",
        "aws \ud800 x",
        '{"a": "\ud800"}',
        "a=\0",
        "aws",
        "aws ec2",
        "aws ec2 create-tags --tags '",
        "{",
    ],
)
@pytest.mark.parametrize("target", ["", TAGS, "ec2 create-tags", "\ud800 \udfff", "ec2 x", "ec2 create-tags --x"])
def test_a_broken_text_gets_an_answer(text: str, target: str) -> None:
    answer = ask(text, target, cursor=len(text))
    assert answer["errors"] or answer["forms"]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, f"aws ec2 create-tags --tags {'[' * 100_000}"])
def test_brackets_are_read_only_as_deep_as_a_browser_can(text: str) -> None:
    (error,) = ask(text)["errors"]
    assert "deep" in "".join(piece for _, piece in error["lines"])


class TestSuggestions:
    def test_keys_of_an_option(self) -> None:
        assert suggested("Ke", TAGS) == {"Key=": "Key="}
        assert suggested("Key=a\nV", TAGS, after="\nKey=b")["Value="] == "Key=a\nValue=\nKey=b"

    def test_values_that_an_option_lists(self) -> None:
        assert "gp3" in suggested("Ebs={VolumeType=", "ec2 run-instances --block-device-mappings")

    def test_services_operations_and_options_of_a_command(self) -> None:
        assert suggested("aws dynamod")["dynamodb"] == "aws dynamodb "
        assert suggested("aws ec2 create-tag")["create-tags"] == "aws ec2 create-tags "
        assert suggested("aws ec2 create-tags --t")["--tags"] == "aws ec2 create-tags --tags "
        assert suggested("aws ec2 wait instance-r")["instance-running"] == "aws ec2 wait instance-running "

    def test_required_options_come_first(self) -> None:
        answer = ask("aws ec2 create-tags ", cursor=20)
        assert [(one["label"], one["is_required"]) for one in answer["suggestions"][:2]] == [
            ("--resources", True),
            ("--tags", True),
        ]

    def test_an_option_is_not_offered_twice(self) -> None:
        assert "--tags" not in suggested("aws ec2 create-tags --tags Key=a --")

    def test_what_an_option_may_go_on_with_is_quoted_for_the_shell(self) -> None:
        line = "aws ec2 run-instances --block-device-mappings Eb"
        assert suggested(line)["Ebs={"] == "aws ec2 run-instances --block-device-mappings 'Ebs={"
        assert suggested(line.replace(" Eb", " 'Eb"))["Ebs={"] == "aws ec2 run-instances --block-device-mappings 'Ebs={"
        assert suggested(line.replace(" Eb", ' "Eb'))["Ebs={"] == 'aws ec2 run-instances --block-device-mappings "Ebs={'

    def test_no_quote_opens_in_front_of_the_rest_of_a_word(self) -> None:
        assert suggested("aws ec2 run-instances --block-device-mappings Eb", after="x") == {}

    def test_the_target(self) -> None:
        assert suggested("ec2 create-tags --t", field="target") == {"--tags": "ec2 create-tags --tags "}
        assert suggested("ec2 create-tags --tags ", field="target") == {}


@pytest.mark.parametrize(
    ("head", "before", "text", "quote"),
    [
        ("", [], "", ""),
        ("aws", [], "aws", ""),
        ("aws ", ["aws"], "", ""),
        ("a 'b c' d", ["a", "b c"], "d", ""),
        ("a 'b c", ["a"], "b c", "'"),
        ('a "b \\"c', ["a"], 'b "c', '"'),
        ("a b\\ c", ["a"], "b c", ""),
        ("a x'y z'w", ["a"], "xy zw", ""),
        ("a '' ", ["a", ""], "", ""),
        ("a \\\n  b", ["a"], "b", ""),
    ],
)
def test_the_word_at_the_cursor(head: str, before: list[str], text: str, quote: str) -> None:
    word = cursor_word(head)
    assert (word.before, word.text, word.quote) == (before, text, quote)
