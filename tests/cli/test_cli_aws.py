"""`shorthand aws`: whole commands."""

import base64
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cases import cases
from tests.cli.command import run

AUTO_ML = [
    *("sagemaker", "create-auto-ml-job", "--auto-ml-job-name", "job"),
    *("--input-data-config", "DataSource={S3DataSource={S3DataType=S3Prefix,S3Uri=s3://b/in}},TargetAttributeName=y"),
    *("--output-data-config", "S3OutputPath=s3://b/out", "--role-arn", "arn:aws:iam::1:role/r"),
]
AUTO_ML_INPUT = {
    "AutoMLJobName": "job",
    "InputDataConfig": [
        {"DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://b/in"}}, "TargetAttributeName": "y"}
    ],
    "OutputDataConfig": {"S3OutputPath": "s3://b/out"},
    "RoleArn": "arn:aws:iam::1:role/r",
}


def read(*words: str, stdin: str = "") -> Any:
    code, out, err = run("aws", *words, stdin=stdin)
    assert (code, err) == (0, "")
    return json.loads(out)


def written(value: Any, *words: str) -> str:
    code, out, err = run("aws", "--from-json", "-", *words, stdin=json.dumps(value))
    assert (code, err) == (0, "")
    return out.rstrip("\n")


@pytest.mark.parametrize("case", cases("aws_inputs"))
def test_a_command_gives_its_input(case: dict[str, Any]) -> None:
    assert read(*case["words"]) == case["input"]


@pytest.mark.parametrize("case", cases("aws_lines"))
def test_an_input_gives_its_command(case: dict[str, Any]) -> None:
    assert written(case["input"], *case["words"]) == case["line"]
    assert read("--line", case["line"]) == case["input"]


def test_the_command_is_quoted_for_other_shells() -> None:
    value = {"Resources": ["i-1"], "Tags": [{"Key": "a", "Value": "b c"}]}
    assert written(value, "--shell", "powershell", "ec2", "create-tags").endswith("--tags 'Key=a,Value=b c'")
    assert written(value, "--shell", "cmd", "ec2", "create-tags").endswith('--tags ^"Key=a,Value=b c^"')


def test_an_option_overrides_a_part_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "input.json"
    file.write_text(
        json.dumps({**AUTO_ML_INPUT, "AutoMLJobConfig": {"Mode": "AUTO", "CompletionCriteria": {"MaxCandidates": 5}}})
    )
    words = [
        "sagemaker",
        "create-auto-ml-job",
        "--auto-ml-job-config",
        "CompletionCriteria={MaxRuntimePerTrainingJobInSeconds=60}",
    ]
    config = {
        "CompletionCriteria": {"MaxCandidates": 5, "MaxRuntimePerTrainingJobInSeconds": 60},
        "Mode": "AUTO",
    }
    for from_file in (["--from-json", str(file), "--json", *words], [*words, "--cli-input-json", f"file://{file}"]):
        value = read(*from_file)
        assert value == {**AUTO_ML_INPUT, "AutoMLJobConfig": config}
    code, out, _ = run("aws", "--from-json", str(file), *words)
    assert code == 0
    assert (
        "--auto-ml-job-config 'CompletionCriteria={MaxCandidates=5,MaxRuntimePerTrainingJobInSeconds=60},Mode=AUTO'"
        in out
    )


def test_the_file_may_hold_a_part_of_what_is_required(tmp_path: Path) -> None:
    file = tmp_path / "input.json"
    file.write_text(json.dumps({"Bucket": "b", "CORSConfiguration": {"CORSRules": []}}))
    words = [
        "s3api",
        "put-bucket-tagging",
        "--tagging",
        "TagSet=[{Key=a,Value=b}]",
        "--cli-input-json",
        '{"Bucket":"b"}',
    ]
    assert read(*words) == {"Bucket": "b", "Tagging": {"TagSet": [{"Key": "a", "Value": "b"}]}}
    code, _, err = run("aws", "--from-json", str(file), "s3api", "put-bucket-tagging")
    assert code == 2
    assert "put-bucket-tagging needs --tagging" in err


def test_a_skeleton_is_filled_with_what_is_given() -> None:
    value = read("--skeleton", "sagemaker", "create-auto-ml-job", "--tags", "Key=a", "--auto-ml-job-name", "job")
    assert value["AutoMLJobName"] == "job"
    assert value["Tags"] == [{"Key": "a", "Value": ""}]
    assert value["RoleArn"] == ""
    assert value["AutoMLJobConfig"]["CompletionCriteria"]["MaxCandidates"] == 0


def test_the_input_as_yaml() -> None:
    code, out, _ = run("aws", "--yaml", *AUTO_ML, "--tags", "Key=yes,Value='1: 2'")
    assert code == 0
    assert yaml.safe_load(out) == {**AUTO_ML_INPUT, "Tags": [{"Key": "yes", "Value": "1: 2"}]}
    assert out.startswith("AutoMLJobName: job\nInputDataConfig:\n")


def test_a_pasted_line_is_split_as_a_shell_does() -> None:
    line = '$ aws ec2 create-tags \\\n    --resources i-1 \\\n    --tags Key=a,Value="$X"\n'
    value = {"Resources": ["i-1"], "Tags": [{"Key": "a", "Value": "$X"}]}
    assert read("--line", line) == value
    assert read(stdin=line) == value
    code, out, _ = run("aws", "--command", stdin=line)
    assert (code, out) == (0, 'aws ec2 create-tags --resources i-1 --tags Key=a,Value="$X"\n')


def test_files_are_read(tmp_path: Path) -> None:
    code_file, zip_file = tmp_path / "p.json", tmp_path / "f.zip"
    code_file.write_text('{"a": 1}')
    zip_file.write_bytes(b"PK\x05\x06" + bytes(18))  # an empty zip file
    content = base64.b64encode(zip_file.read_bytes()).decode()
    policy = f"file://{code_file}"
    words = ["iam", "create-policy", "--policy-name", "p", "--policy-document", policy]
    assert read(*words) == {"PolicyName": "p", "PolicyDocument": '{"a": 1}'}
    _, out, _ = run("aws", "--command", *words)
    assert out == f"aws iam create-policy --policy-name p --policy-document {policy}\n"
    words = ["lambda", "update-function-code", "--function-name", "f", "--zip-file", f"fileb://{zip_file}"]
    assert read(*words) == {"FunctionName": "f", "ZipFile": content}
    _, out, _ = run("aws", "--yaml", *words)
    assert yaml.safe_load(out) == {"FunctionName": "f", "ZipFile": zip_file.read_bytes()}
    words = ["s3api", "put-object", "--bucket", "b", "--key", "k", "--body", str(zip_file)]
    assert read(*words) == {"Bucket": "b", "Key": "k", "Body": content}
    _, out, _ = run("aws", "--command", *words)
    assert out == f"aws s3api put-object --body {zip_file} --bucket b --key k\n"


def test_blobs_may_be_given_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "payload.json"
    file.write_text('{"a": "é"}', "utf-8")
    words = ["lambda", "invoke", "--function-name", "f", "--payload", f"fileb://{file}", "out.json"]
    assert read(*words)["Payload"] == "eyJhIjogIsOpIn0="
    raw = ["--cli-binary-format", "raw-in-base64-out"]
    assert read(*raw, *words)["Payload"] == "eyJhIjogIsOpIn0="
    put = ["kinesis", "put-record", "--stream-name", "s", "--partition-key", "k", "--data", "shop"]
    assert read(*put, *raw) == {"StreamName": "s", "Data": "c2hvcA==", "PartitionKey": "k"}
    assert run("aws", "--command", *put, *raw)[1].endswith("--data shop --partition-key k " + " ".join(raw) + "\n")
    assert read("--aws-version", "1", *put)["Data"] == "shop"


@pytest.mark.parametrize("case", cases("aws_errors"))
def test_an_error_goes_to_standard_error(case: dict[str, Any]) -> None:
    code, out, err = run("aws", *case["words"])
    assert (code, out) == (2, "")
    assert case["error"] in err


def test_lenient_uses_the_last_of_an_option_given_twice() -> None:
    assert read("--lenient", "ec2", "describe-vpcs", "--vpc-ids", "a", "--vpc-ids", "b") == {"VpcIds": ["b"]}


def test_a_command_imports_only_what_it_needs() -> None:
    code = (
        "import sys; sys.argv = ['shorthand', 'aws', 'ec2', 'describe-vpcs', '--vpc-ids', 'v']\n"
        "from shorthand.cli.main import run\n"
        "try: run()\n"
        "finally: print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == '{"VpcIds":["v"]}\n'
    others = {
        "awscli",
        "lark",
        "rich",
        "yaml",
        "subprocess",
        "shorthand.aws.build_models",
        "shorthand.schemas.json_schemas",
    }
    assert not others & set(done.stderr.split())


def test_the_option_of_the_aws_cli_for_a_skeleton() -> None:
    value = read("ec2", "create-tags", "--tags", "Key=a", "--generate-cli-skeleton")
    assert value == {"DryRun": True, "Resources": [""], "Tags": [{"Key": "a", "Value": ""}]}
    code, out, _ = run("aws", "ec2", "create-tags", "--generate-cli-skeleton", "yaml-input")
    assert (code, yaml.safe_load(out)) == (0, {"DryRun": True, "Resources": [""], "Tags": [{"Key": "", "Value": ""}]})


def test_the_skeletons_option_stays_in_a_command() -> None:
    words = ["ec2", "create-tags", "--tags", "Key=a", "--generate-cli-skeleton", "input"]
    assert run("aws", "--command", *words) == (0, f"aws {' '.join(words)}\n", "")


TAGS = '{"Resources":["i-1"],"Tags":[{"Key":"a","Value":"1"},{"Key":"b"}]}'


def test_a_list_of_an_option_replaces_the_other_and_this_is_said() -> None:
    words = ["ec2", "create-tags", "--cli-input-json", TAGS, "--tags", "Key=a,Value=2"]
    code, out, err = run("aws", *words)
    assert (code, out) == (0, '{"Resources":["i-1"],"Tags":[{"Key":"a","Value":"2"}]}\n')
    assert "Tags: the option replaces the whole list of the input" in err
    assert "--merge-lists-by KEY" in err
    assert run("aws", "--from-json", "-", "--json", *words[:2], *words[4:], stdin=TAGS) == (code, out, err)


def test_lists_are_merged_by_a_member() -> None:
    words = ["ec2", "create-tags", "--tags", "Key=a,Value=2"]
    merged = {"Resources": ["i-1"], "Tags": [{"Key": "a", "Value": "2"}, {"Key": "b"}]}
    assert read("--merge-lists-by", "Key", *words, "--cli-input-json", TAGS) == merged
    assert read("--merge-lists-by", "Key", "--from-json", "-", "--json", *words, stdin=TAGS) == merged
    code, _, err = run("aws", "--merge-lists-by", "Kye", *words, "--cli-input-json", TAGS)
    assert code == 0
    assert "did you mean Key?" in err


def test_what_yaml_prints_reads_back(tmp_path: Path) -> None:
    file = tmp_path / "input.yaml"
    words = ["kinesis", "put-record", "--stream-name", "012", "--partition-key", "1e3", "--data", "aGk="]
    _, out, _ = run("aws", "--yaml", *words)
    file.write_text(out)
    for name in ("--from-json", "--from-yaml"):
        assert read(name, str(file), "--json", *words[:2]) == read(*words)
        assert run("aws", name, "-", *words[:2], stdin=out)[1] == run("aws", "--command", *words)[1]
    assert read(*words[:2], "--cli-input-yaml", out) == read(*words)
    assert read(*words[:2], "--cli-input-yaml", f"file://{file}") == read(*words)


@pytest.mark.parametrize(
    ("option", "text", "message"),
    [
        ("--from-json", '{"Tags": tru}', "standard input: invalid JSON"),
        ("--from-json", "Tags: [", "standard input: invalid YAML"),
        ("--from-json", "[1]", "standard input: expected a JSON object or a YAML mapping, got a list of 1"),
        ("--from-yaml", "a: 1\na: 2", "standard input: invalid YAML: found duplicate key"),
        ("--from-yaml", "text", "expected a JSON object or a YAML mapping, got 'text'"),
    ],
)
def test_an_input_that_is_none(option: str, text: str, message: str) -> None:
    code, out, err = run("aws", option, "-", "ec2", "create-tags", stdin=text)
    assert (code, out) == (2, "")
    assert message in err


def test_json_is_yaml_too() -> None:
    assert read("--from-yaml", "-", "--json", "iam", "get-role", stdin='{\n\t"RoleName": "a"}') == {"RoleName": "a"}
    assert read("--from-yaml", "-", "--json", "iam", "get-role", stdin="{RoleName: a}") == {"RoleName": "a"}
    code, _, err = run("aws", "--from-yaml", "a", "--from-json", "b", "iam", "get-role")
    assert code == 2
    assert "--from-json and --from-yaml exclude each other" in err


@pytest.mark.parametrize("name", ["tags.yaml", "tags.yml", "tags", "tags.json"])
@pytest.mark.parametrize("content", ["- Key: a\n  Value: b\n", "---\nKey: a\n", "# tags\nKey: a\nValue: b\n"])
def test_yaml_in_the_file_of_an_option_is_an_error_that_says_what_to_do(
    tmp_path: Path, name: str, content: str
) -> None:
    file = tmp_path / name
    file.write_text(content)
    code, _, err = run("aws", "ec2", "create-tags", "--resources", "i", "--tags", f"file://{file}")
    assert code == 2
    assert f"--tags: expected JSON or shorthand in file://{file}, got YAML" in err
    assert "convert the file from YAML to JSON, or give the whole input with --cli-input-yaml" in err
    words = ["ec2", "create-tags", "--resources", "i", "--tags", f"file://{file}"]
    assert "--cli-input-yaml" not in run("aws", "--aws-version", "1", *words)[2]


def test_a_fault_in_the_json_of_a_file_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "tags.yaml"
    file.write_text('[{"Key": tru}]')
    _, _, err = run("aws", "ec2", "create-tags", "--resources", "i", "--tags", f"file://{file}")
    assert "invalid JSON" in err
