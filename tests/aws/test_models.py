"""Looking up commands, in the bundled models and in the user's own."""

from pathlib import Path
from typing import Any

import pytest

from shorthand import shapes, sources
from shorthand.aws import model_file, models
from shorthand.errors import ShorthandError
from tests.aws import awscli_tables, documented

SERVICES = awscli_tables.services()

# Every sixteenth service, and those with unusual commands. `python -m tests.aws.every_option` checks all.
SAMPLE = sorted({*SERVICES[::16], "elb", "firehose", "workspaces", "deploy", "emr", "lambda", "iot-data", "dynamodb"})


@pytest.mark.parametrize("service", SAMPLE)
def test_every_option_is_as_documented(service: str) -> None:
    counts, wrong = documented.compare(service)
    assert not wrong
    assert counts["options"] or service in ("s3", "configure", "history")


def test_every_service_is_known_and_the_file_is_small() -> None:
    assert models.services(awscli_tables.MAJOR) == SERVICES
    assert Path(models.BUNDLED).stat().st_size < 2_000_000


def test_a_command_and_its_options() -> None:
    command = sources.aws("sagemaker", "create-auto-ml-job")
    assert command.name == "create-auto-ml-job"
    assert list(command.options)[:2] == ["--auto-ml-job-name", "--input-data-config"]
    tags = command.options["--tags"]
    assert (tags.member, tags.required) == ("Tags", False)
    assert tags.syntax() == "Key=string,Value=string ..."
    assert command.options["--generate-candidate-definitions-only"].negative == (
        "--no-generate-candidate-definitions-only"
    )
    assert isinstance(command.input_shape, shapes.Structure)
    assert command.input_shape.required == ("AutoMLJobName", "InputDataConfig", "OutputDataConfig", "RoleArn")


def test_a_shape_that_contains_itself() -> None:
    item = sources.aws("dynamodb", "put-item").options["--item"]
    assert isinstance(item.shape, shapes.Map)
    value = shapes.resolved(item.shape.value)
    assert isinstance(value, shapes.Structure)
    nested = value.members["M"]
    assert isinstance(nested, shapes.Map)
    assert shapes.resolved(nested.value) is value


@pytest.mark.parametrize(
    ("service", "operation", "name", "syntax"),
    [
        ("elb", "remove-tags", "--tags", "--tags Key1 Key2 Key3"),
        (
            "workspaces",
            "rebuild-workspaces",
            "--rebuild-workspace-requests",
            "--rebuild-workspace-requests WorkspaceId1",
        ),
        (
            "deploy",
            "create-deployment",
            "--s3-location",
            "bucket=string,key=string,bundleType=string,eTag=string,version=string",
        ),
        ("s3", "cp", "--metadata", "KeyName1=string,KeyName2=string"),
        ("ec2", "wait instance-running", "--filters", "Name=string,Values=string,string ..."),
    ],
)
def test_the_syntax_of_a_customised_option(service: str, operation: str, name: str, syntax: str) -> None:
    assert sources.aws(service, operation).options[name].syntax() == syntax


def test_a_member_that_paging_sets_is_hidden() -> None:
    command = sources.aws("acm", "list-certificates")
    assert "--next-token" in command.hidden
    assert "--max-items" in command.options
    assert command.options["--max-items"].member is None


def test_an_unknown_name_is_an_error_with_the_nearest_name() -> None:
    with pytest.raises(ShorthandError, match="no service 'sagmaker'") as caught:
        sources.aws("sagmaker", "x")
    assert caught.value.hint.startswith("did you mean sagemaker")
    with pytest.raises(ShorthandError, match="ec2 has no command 'run-instance'") as caught:
        sources.aws("ec2", "run-instance")
    assert "run-instances" in caught.value.hint


def test_the_users_own_models_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    block = model_file.packed([("go", 2, {"options": [{"name": "x", "shape": 0}]})], ["string"], 2)
    own = tmp_path / "own.models"
    own.write_bytes(model_file.whole({2: "2.99"}, {"mine": block}))
    monkeypatch.setenv("SHORTHAND_MODELS", str(own))
    assert models.model_file().version == "2.99"
    assert list(sources.aws("mine", "go").options) == ["--x"]


ONLY_IN_VERSION_2 = [
    ("configure", "sso", set()),
    ("ddb", "put", {"--condition"}),
    ("ddb", "select", {"--projection", "--filter", "--key-condition"}),
    ("logs", "tail", {"--since", "--follow", "--format", "--filter-pattern"}),
    ("sso", "login", {"--no-browser", "--sso-session"}),
]


@pytest.mark.parametrize(("service", "operation", "options"), ONLY_IN_VERSION_2)
def test_a_command_that_only_version_2_has(service: str, operation: str, options: set[str]) -> None:
    assert options <= sources.aws(service, operation).options.keys()
    assert options <= sources.aws(service, operation, version=2).options.keys()
    with pytest.raises(ShorthandError, match=r"has no (command|service)") as caught:
        sources.aws(service, operation, version=1)
    assert caught.value.hint.startswith("only version 2 of the AWS CLI has it: choose it with --aws-version 2")


def test_a_command_that_only_version_1_has() -> None:
    assert "--registry-ids" in sources.aws("ecr", "get-login", version=1).options
    with pytest.raises(ShorthandError, match="ecr has no command 'get-login'") as caught:
        sources.aws("ecr", "get-login")
    assert caught.value.hint.startswith("only version 1 of the AWS CLI has it: choose it with --aws-version 1")


def test_a_command_that_differs_between_the_versions() -> None:
    assert sources.aws("sso", "logout", version=1).options["--access-token"].required
    assert not sources.aws("sso", "logout", version=2).options


def test_the_variable_names_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    assert models.aws_version() == 2
    monkeypatch.setenv("SHORTHAND_AWS_VERSION", "1")
    assert models.aws_version() == 1
    assert models.aws_version(2) == 2
    assert "get-login" in models.operations("ecr")
    assert "ddb" not in models.services()
    assert "ddb" in models.services(version=2)


@pytest.mark.parametrize("version", ["3", "two", "1.46"])
def test_another_version_is_an_error(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    monkeypatch.setenv("SHORTHAND_AWS_VERSION", version)
    with pytest.raises(ShorthandError, match="SHORTHAND_AWS_VERSION: expected version 1 or 2 of the AWS CLI"):
        models.services()
    with pytest.raises(ShorthandError, match="expected version 1 or 2 of the AWS CLI, got 3"):
        models.services(3)


def test_the_users_own_models_may_know_one_version_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own.models"
    own.write_bytes(model_file.whole({1: "1.99"}, {"mine": model_file.packed([("go", 1, {"options": []})], [], 1)}))
    monkeypatch.setenv("SHORTHAND_MODELS", str(own))
    assert models.aws_version() == 1
    with pytest.raises(ShorthandError, match=r"do not know version 2 of the AWS CLI, only 1\.99"):
        sources.aws("mine", "go", version=2)


def test_shapes_have_the_minimum_that_the_aws_cli_checks() -> None:
    table_name = sources.aws("dynamodb", "put-item").options["--table-name"].shape
    period = sources.aws("cloudwatch", "get-metric-statistics").options["--period"].shape
    tags = sources.aws("acm", "add-tags-to-certificate").options["--tags"].shape
    assert isinstance(table_name, shapes.String)
    assert isinstance(period, shapes.Integer)
    assert isinstance(tags, shapes.List)
    assert (table_name.minimum, period.minimum, tags.minimum) == (1, 1, 1)
    assert repr(table_name) == "String(name='', enum=())"
    assert table_name != shapes.String()


@pytest.mark.parametrize(
    ("service", "operation", "option", "version", "only"),
    [
        ("sso", "logout", "--access-token", 2, "version 1"),
        ("sso", "logout", "--access-token", 1, ""),
        ("ec2", "create-tags", "--no-such-option", 2, ""),
        ("logs", "tail", "--follow", 2, ""),
        ("no-such-service", "logout", "--access-token", 2, ""),
    ],
)
def test_an_option_that_only_the_other_version_has(
    service: str, operation: str, option: str, version: int, only: str
) -> None:
    hint = models.other_version_hint(service, operation, option, version)
    assert hint.startswith(f"only {only}") if only else not hint


@pytest.mark.parametrize("version", [0, 3, True, "2.1", 10**5000, 2.0], ids=lambda version: type(version).__name__)
def test_a_version_that_there_is_not_is_a_documented_error(version: Any) -> None:
    with pytest.raises(ShorthandError, match="expected version 1 or 2 of the AWS CLI"):
        models.aws("ec2", "create-tags", version)
