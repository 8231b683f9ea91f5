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
    assert read("--cli-binary-format", "raw-in-base64-out", *words)["Payload"] == '{"a": "é"}'


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
