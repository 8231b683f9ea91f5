"""What the AWS CLI's validator says of some inputs. `python -m tests.aws.validation` compares all operations."""

import pytest

from tests.aws import awscli_tables
from tests.aws.validation import validated

SERVICES = [*awscli_tables.services()[5::40], "cloudwatch", "dynamodb", "ssm", "logs", "iot-data"]


@pytest.mark.parametrize("service", SERVICES)
def test_we_accept_and_reject_what_the_aws_cli_does(service: str) -> None:
    found = validated(service)
    assert found.wrong == []
