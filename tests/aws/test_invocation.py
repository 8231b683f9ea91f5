"""Whole commands as data."""

import json
import pickle
import subprocess
import sys
from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest

import shorthand
from shorthand import FileReferenceError, Invocation, ShorthandError, dumps_command, loads_command, loads_commands
from shorthand.aws.invocation import FileReference
from tests.cases import cases

CREATE_TAGS = ["ec2", "create-tags", "--resources", "i-1", "--tags", "Key=a,Value=b c"]
TAGS = {"Resources": ["i-1"], "Tags": [{"Key": "a", "Value": "b c"}]}


@pytest.mark.parametrize("case", cases("aws_inputs"))
def test_words_give_the_parameters(case: dict[str, Any]) -> None:
    assert json.loads(json.dumps(loads_command(case["words"]).parameters)) == case["input"]


@pytest.mark.parametrize("case", cases("aws_lines"))
def test_a_line_gives_the_parameters_and_is_written_back(case: dict[str, Any]) -> None:
    read = loads_command(case["line"])
    assert read.parameters == case["input"]
    assert loads_command(dumps_command(read)) == read


def test_an_invocation_tells_the_options_apart() -> None:
    words = ["aws", "iam", "list-users", "--path-prefix", "/a/", "--max-items", "5", "--region", "r", "--debug"]
    assert loads_command(words) == Invocation(
        "iam",
        "list-users",
        {"PathPrefix": "/a/"},
        global_options={"--region": ("r",), "--debug": ()},
        pager_options={"--max-items": ("5",)},
    )
    assert loads_command(["lambda", "invoke", "--function-name", "f", "out.json"]).positional == ("out.json",)


def test_the_words_begin_with_aws_or_not() -> None:
    assert loads_command(CREATE_TAGS) == loads_command(["aws", *CREATE_TAGS])
    assert loads_command(CREATE_TAGS).parameters == TAGS


def test_an_invocation_is_frozen_and_can_be_pickled() -> None:
    read = loads_command("aws iam get-role --role-name x-$NAME")
    with pytest.raises(FrozenInstanceError):
        read.service = "ec2"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(read)) == read


def test_parameters_are_merged_over_a_base() -> None:
    read = loads_command(["ec2", "create-tags", "--resources", "i-1"], base={"Tags": TAGS["Tags"], "DryRun": True})
    assert read.parameters == {"DryRun": True, **TAGS}


def test_a_changed_invocation_is_written() -> None:
    read = loads_command(CREATE_TAGS)
    changed = replace(read, parameters={**read.parameters, "DryRun": True}, global_options={"--region": ("r",)})
    words = dumps_command(changed)
    assert words[:3] == ["aws", "ec2", "create-tags"]
    assert words[-2:] == ["--region", "r"]
    assert "--dry-run" in words


def test_parameters_that_do_not_fit_are_not_written() -> None:
    with pytest.raises(ShorthandError, match="unknown member"):
        dumps_command(Invocation("ec2", "create-tags", {**TAGS, "Tag": 1}))


def test_all_faults_are_reported_at_once_as_data() -> None:
    with pytest.raises(ShorthandError) as caught:
        loads_command(["ec2", "run-instances", "--count", "x", "--block-device-mappings", "Ebs={VolumeSize=y}"])
    data = json.loads(json.dumps(caught.value.as_dicts()))
    assert [(one["path"], one["reason"]) for one in data] == [
        ("--count", "expected a number or a range such as 1:3, got 'x'"),
        ("--block-device-mappings [0].Ebs.VolumeSize", "expected an integer, got 'y'"),
    ]


def test_a_file_is_an_error_unless_files_gives_it() -> None:
    words = ["ec2", "create-tags", "--resources", "i-1", "--tags", "file://tags.json"]
    with pytest.raises(FileReferenceError, match="not allowed"):
        loads_command(words)
    read = loads_command(words, files=lambda _reference: json.dumps(TAGS["Tags"]))
    assert read.parameters == TAGS
    assert read.references == (FileReference("--tags", "file://tags.json", ("Tags",), TAGS["Tags"]),)
    assert dumps_command(read)[-2:] == ["--tags", "file://tags.json"]


# Nothing but the interpreter's own files and the models may be opened, before or after the models are read.
TRACED = """
import sys
import shorthand
opened = []
sys.addaudithook(lambda event, arguments: opened.append(arguments[0]) if event == "open" else None)
reading = [
    "aws s3api put-object --bucket b --key k --body /etc/hostname",
    "aws cloudformation create-stack --stack-name s --template-body file:///etc/hostname",
    "aws lambda update-function-code --function-name f --zip-file fileb:///etc/hostname",
    "aws ec2 create-tags --cli-input-json file:///etc/hostname",
    "aws iam get-role --role-name $(cat /etc/hostname) < /etc/hostname",
]
for _ in range(2):
    for line in reading:
        try:
            shorthand.loads_command(line)
        except shorthand.FileReferenceError:
            pass
        seen = [path for path in opened if "hostname" in str(path)]
        if seen:
            raise SystemExit(f"{line}: {seen}")
del opened[:]
for line in reading:
    try:
        shorthand.loads_command(line)
    except shorthand.FileReferenceError:
        pass
print(opened)
"""


def test_no_file_is_opened() -> None:
    done = subprocess.run([sys.executable, "-c", TRACED], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_words_import_no_parser() -> None:
    code = f"""
import sys
import shorthand
shorthand.loads_command({CREATE_TAGS!r})
print([name for name in sys.modules if name.startswith(("tree_sitter", "shorthand.aws.scripts"))])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_line_without_the_parser_names_the_extra() -> None:
    code = """
import sys
import shorthand
sys.modules["tree_sitter"] = None
try:
    shorthand.loads_command("aws iam list-users")
except shorthand.ShorthandError as error:
    print(error.hint)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "run: pip install 'aws-shorthand[lint]'\n"


def test_a_version_has_its_own_commands() -> None:
    assert loads_command(["iam", "list-users"], version=1).version == 1
    with pytest.raises(ShorthandError, match="expected version 1 or 2"):
        loads_command(["iam", "list-users"], version=3)


def test_several_commands_are_read_in_order() -> None:
    read = loads_commands("aws iam get-user --user-name a && aws iam get-role --role-name b")
    assert [(one.operation, one.parameters) for one in read] == [
        ("get-user", {"UserName": "a"}),
        ("get-role", {"RoleName": "b"}),
    ]
    with pytest.raises(ShorthandError, match="expected one command of the AWS CLI, got 2"):
        loads_command("aws iam get-user; aws iam list-users")


def test_the_names_are_public() -> None:
    assert shorthand.loads_command is loads_command
    assert {"Invocation", "dumps_command", "loads_command", "loads_commands"} <= set(shorthand.__all__)


def test_lists_are_merged_by_a_member_or_replaced_with_a_note() -> None:
    base = {"Resources": ["i"], "Tags": [{"Key": "a"}, {"Key": "b"}]}
    words = ["aws", "ec2", "create-tags", "--tags", "Key=b,Value=2"]
    replaced = shorthand.loads_command(words, base=base)
    assert replaced.parameters["Tags"] == [{"Key": "b", "Value": "2"}]
    assert [note.path for note in replaced.notes] == ["Tags"]
    for command in (words, " ".join(words), "aws ec2 create-tags --tags Key=b,Value=$X"):
        merged = shorthand.loads_command(command, base=base, merge_lists_by="Key")
        assert [tag["Key"] for tag in merged.parameters["Tags"]] == ["a", "b"]
        assert merged.notes == ()


def test_what_the_aws_cli_refuses_before_it_calls_the_service_is_a_note() -> None:
    read = shorthand.loads_command(["sts", "assume-role", "--role-arn", "r", "--role-session-name", "ab"])
    assert read.parameters == {"RoleArn": "r", "RoleSessionName": "ab"}
    assert [(note.path, note.reason) for note in read.notes] == [
        ("RoleArn", "the AWS CLI refuses this: expected at least 20 characters, got 1")
    ]
    kept = shorthand.loads_command("aws cloudtrail lookup-events --start-time $T --max-results $N")
    assert (kept.parameters, kept.notes) == ({"StartTime": "$T", "MaxResults": "$N"}, ())
    (note,) = shorthand.loads_command("aws cloudtrail lookup-events --start-time yesterday").notes
    assert note.reason == "the AWS CLI refuses this: expected a timestamp, got 'yesterday'"


def _nested(depth: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(depth):
        value = [value]
    return value


def test_parameters_that_are_nested_too_deeply_are_an_error() -> None:
    itself: list[Any] = []
    itself.append(itself)
    read = loads_command(CREATE_TAGS)
    for value in (itself, {"a": itself}, _nested(5000)):
        for member in ("Tags", "Resources", "NoSuch"):
            with pytest.raises(ShorthandError):
                dumps_command(replace(read, parameters={**read.parameters, member: value}))
    with pytest.raises(ShorthandError):
        loads_command(CREATE_TAGS, base={"Tags": itself}, merge_lists_by="Key")
