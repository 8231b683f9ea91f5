"""The operations and examples of some services. `python -m tests.aws.every_option` checks all."""

import pytest

from tests.aws import awscli_tables, examples, whole_commands

SERVICES = [*awscli_tables.services()[3::40], "cloudwatch", "deploy", "elb", "lambda", "ses"]


@pytest.mark.parametrize("service", SERVICES)
def test_an_input_for_every_operation_comes_back(service: str) -> None:
    counts, wrong = whole_commands.check(service, inputs=1)
    assert wrong == []
    assert counts["inputs that came back"] or not counts["operations"]


@pytest.mark.parametrize("service", ["autoscaling", "cloudwatch", "deploy", "lambda", "ses", "sns"])
def test_the_examples_are_read_as_the_aws_cli_reads_them(service: str) -> None:
    counts, wrong = examples.check(service)
    assert wrong == []
    assert counts["options equal"] == counts["options"] > 0
