"""Several hundred of the options that take shorthand. `python -m tests.aws.every_option` checks all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import shorthand
from shorthand import sources, testing
from tests.aws import awscli_tables, round_trips

# Every twenty-fourth service, and those with unusual commands.
SERVICES = [*awscli_tables.services()[7::24], "deploy", "elb", "emr", "firehose", "workspaces", "s3", "dynamodb"]


@pytest.mark.parametrize("service", SERVICES)
def test_every_value_comes_back(service: str) -> None:
    assert round_trips.check(service, values=2).wrong == []


def test_several_hundred_options_are_tested() -> None:
    assert sum(len(list(round_trips.options(service))) for service in SERVICES) > 300


DRAWN = [
    ("ec2", "create-fleet", "--launch-template-configs"),
    ("dynamodb", "put-item", "--item"),
    ("iot", "create-topic-rule", "--topic-rule-payload"),
    ("lexv2-models", "create-intent", "--fulfillment-code-hook"),
    ("configservice", "put-configuration-recorder", "--recording-group"),
]


@pytest.mark.parametrize(("service", "operation", "name"), DRAWN)
@settings(max_examples=15)
@given(data=st.data())
def test_drawn_values_come_back(service: str, operation: str, name: str, data: st.DataObject) -> None:
    shape = sources.aws(service, operation, awscli_tables.MAJOR).options[name].shape
    value = data.draw(testing.values(shape))
    command = next(found for found in awscli_tables.commands(service) if found.name == operation)
    tokens = shorthand.dumps_option(value, shape)
    assert round_trips.aws_reads(command, command.arguments[name.removeprefix("--")], tokens) == value
    testing.assert_round_trip(value, shape)
