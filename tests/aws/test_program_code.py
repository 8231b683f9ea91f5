"""Commands as programs."""

import ast
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shorthand import Invocation, ShorthandError, loads_command
from shorthand.aws.program_code import boto3_code, client_name, method_name, python_code
from tests.aws.boto3_calls import check
from tests.aws.boto3_clients import Calls, Stubbed

pytest.importorskip("awscli")


def called(line: str) -> tuple[str, dict[str, Any]]:
    """Return the method that the program for a line calls, and the arguments."""
    calls = Calls()
    calls.run(boto3_code(loads_command(line)))
    ((_, method, arguments),) = calls.made
    return method, arguments


SAMPLE = [
    ("ec2 create-tags --resources i-1 --tags Key=a,Value='it is'", "create_tags"),
    ("ec2 run-instances --image-id ami-1 --count 2 --ebs-optimized", "run_instances"),
    ("iam list-users --path-prefix /a/", "list_users"),
    ("s3api put-object-tagging --bucket bbb --key k --tagging 'TagSet=[{Key=a,Value=b}]'", "put_object_tagging"),
    ("dynamodb get-item --table-name ttt --key 'id={S=x}' --consistent-read", "get_item"),
    ("sqs send-message --queue-url https://q/x --message-body 'say \"a\"'", "send_message"),
    ("configservice describe-config-rules --config-rule-names a", "describe_config_rules"),
    ("deploy get-application --application-name a", "get_application"),
    ("rds describe-db-instances --db-instance-identifier a", "describe_db_instances"),
    (
        "cloudwatch get-metric-statistics --namespace n --metric-name m --start-time 1 --end-time 2 --period 60",
        "get_metric_statistics",
    ),
]


@pytest.mark.parametrize(("line", "method"), SAMPLE)
def test_the_call_passes_the_parameters_through_botocore(line: str, method: str) -> None:
    read = loads_command(f"aws {line} --region eu-west-1")
    stubbed = Stubbed(method, read.parameters)
    stubbed.run(boto3_code(read))
    (stubber,) = stubbed.stubbers
    stubber.assert_no_pending_responses()
    assert stubbed.clients == [{"name": client_name(read.service), "region_name": "eu-west-1"}]


@pytest.mark.parametrize("service", ["iam", "kinesis", "mturk", "rds", "signin"])
def test_every_operation_of_a_service(service: str) -> None:
    from collections import Counter

    assert list(check(service, Counter())) == []


def test_a_program_as_it_is_printed() -> None:
    line = """aws ec2 create-tags --resources $ID i-2 --tags "Key=Name,Value=a-${NAME:-x}" Key=b,Value=$(jq . f)"""
    assert (
        boto3_code(loads_command(f"{line} --region $AWS_REGION --query x"))
        == """\
import os

import boto3

ID = os.environ["ID"]
NAME = os.environ.get("NAME") or "x"
jq_f = "$(jq . f)"  # write the value

client = boto3.client("ec2", region_name=os.environ["AWS_REGION"])
# not converted: --query x
response = client.create_tags(
    Resources=[ID, "i-2"],
    Tags=[{"Key": "Name", "Value": f"a-{NAME}"}, {"Key": "b", "Value": jq_f}],
)"""
    )


def test_variables_have_the_type_that_the_parameter_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"N": "2", "E": "true", "D": "AAE="}.items():
        monkeypatch.setitem(os.environ, name, value)
    line = 'aws ec2 run-instances --image-id x --count $N --block-device-mappings "DeviceName=d,Ebs={Encrypted=$E}"'
    assert called(line)[1] == {
        "BlockDeviceMappings": [{"DeviceName": "d", "Ebs": {"Encrypted": True}}],
        "ImageId": "x",
        "MaxCount": 2,
        "MinCount": 2,
    }


def test_the_text_of_a_blob_is_decoded_and_a_key_can_be_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"D": "AAE=", "K": "k"}.items():
        monkeypatch.setitem(os.environ, name, value)
    line = "kinesis put-record --stream-name s --partition-key p --data $D"
    assert called(f"aws {line}")[1]["Data"] == b"\x00\x01"
    line = "aws lambda update-function-configuration --function-name f --environment Variables={x$K=v}"
    assert called(line)[1]["Environment"] == {"Variables": {"xk": "v"}}


def test_pages_are_asked_for_where_the_aws_cli_does() -> None:
    assert called("aws iam list-users") == ("paginate list_users", {})
    assert called("aws iam list-users --max-items 5 --page-size 7 --starting-token t")[1] == {
        "PaginationConfig": {"MaxItems": 5, "PageSize": 7, "StartingToken": "t"}
    }
    assert called("aws iam list-users --no-paginate") == ("list_users", {})
    long = "a" * 50
    assert called(f"aws iam list-users --path-prefix /{long}{long}/ --max-items 5")[1] == {
        "PathPrefix": f"/{long}{long}/",
        "PaginationConfig": {"MaxItems": 5},
    }


def test_a_waiter_waits() -> None:
    assert called("aws ec2 wait instance-running --instance-ids i") == ("wait instance_running", {"InstanceIds": ["i"]})


def test_the_options_of_the_client() -> None:
    line = "aws iam get-role --role-name x --profile p --endpoint-url http://e --no-verify-ssl --no-sign-request"
    calls = Calls()
    calls.run(boto3_code(loads_command(f"{line} --cli-read-timeout 5")))
    session, client = calls.clients
    assert session == {"profile_name": "p"}
    config = client.pop("config")
    assert client == {"name": "iam", "endpoint_url": "http://e", "verify": False}
    assert config.read_timeout == 5


def test_blobs_are_bytes(tmp_path: Path) -> None:
    words = ["lambda", "invoke", "--function-name", "f", "--payload", "eyJhIjoxfQ==", "out.json"]
    assert "Payload=b'{\"a\":1}'" in boto3_code(loads_command(words))
    assert 'Payload=b"eyJhIjoxfQ=="' in boto3_code(loads_command(words, version=1))
    assert "# not converted: out.json" in boto3_code(loads_command(words))
    body = ["s3api", "put-object", "--bucket", "b", "--key", "k", "--body", "a.txt"]
    assert 'Body=open("a.txt", "rb")' in boto3_code(loads_command(body))
    assert 'Body=b"a"' in boto3_code(loads_command(body, files=lambda _: b"a"))


def test_a_command_that_makes_no_call() -> None:
    words = ["iam", "get-role", "--role-name", "x", "--generate-cli-skeleton"]
    with pytest.raises(ShorthandError, match="makes no call"):
        boto3_code(loads_command(words))


def test_the_parameters_as_a_literal() -> None:
    read = loads_command("aws ec2 create-tags --resources i-1 --tags Key=a,Value=b")
    assert ast.literal_eval(python_code(read)) == read.parameters
    assert python_code(loads_command("aws iam get-role --role-name $X")).splitlines() == [
        "import os",
        "",
        'X = os.environ["X"]',
        "",
        '{"RoleName": X}',
    ]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_passed_on_and_nothing_else_is_run(text: str, option: str) -> None:
    read = Invocation("iam", "get-role", {"RoleName": text}, {"--region": (option,), "--query": (option,)})
    calls = Calls()
    if not option.startswith("$"):
        calls.run(boto3_code(read))
        assert calls.made == [("iam", "get_role", {"RoleName": text})]
        assert calls.clients == [{"name": "iam", "region_name": option}]


def test_names_of_services_and_methods() -> None:
    assert (client_name("s3api"), client_name("ec2")) == ("s3", "ec2")
    assert method_name("mturk", "list-hi-ts-for-qualification-type") == "list_hits_for_qualification_type"


@pytest.mark.parametrize(
    "name", ["--region", "--endpoint-url", "--ca-bundle", "--cli-read-timeout", "--cli-connect-timeout", "--profile"]
)
@pytest.mark.parametrize("words", [(), ("1", "2")])
def test_a_global_option_without_its_one_value(name: str, words: tuple[str, ...]) -> None:
    with pytest.raises(ShorthandError, match=f"expected one value for {name}, got {len(words)}"):
        boto3_code(Invocation("iam", "get-role", {"RoleName": "x"}, {name: words}))


@pytest.mark.parametrize("name", ["--max-items", "--page-size", "--starting-token"])
def test_an_option_of_paging_without_its_value(name: str) -> None:
    with pytest.raises(ShorthandError, match=f"expected one value for {name}, got 0"):
        boto3_code(Invocation("iam", "list-users", {}, pager_options={name: ()}))
