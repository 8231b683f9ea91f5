"""Options that exclude each other."""

import pytest

from shorthand.aws.command_line.contradictions import check_contradictions
from shorthand.errors import ShorthandError


@pytest.mark.parametrize(
    ("service", "operation", "given", "message"),
    [
        ("emr", "list-clusters", ["--active", "--failed"], "--active and --failed exclude each other"),
        ("ec2", "revoke-security-group-egress", ["--cidr", "--ip-permissions"], "--ip-permissions and --cidr"),
        ("ses", "send-email", ["--to", "--destination", "--subject"], "--destination and --to"),
    ],
)
def test_options_that_exclude_each_other(service: str, operation: str, given: list[str], message: str) -> None:
    with pytest.raises(ShorthandError, match=message):
        check_contradictions(service, operation, given)


@pytest.mark.parametrize(
    ("service", "operation", "given"),
    [
        ("emr", "list-clusters", ["--active"]),
        ("ses", "send-email", ["--to", "--cc", "--text", "--html"]),
        ("ec2", "describe-vpcs", ["--cidr", "--ip-permissions"]),
    ],
)
def test_options_that_go_together(service: str, operation: str, given: list[str]) -> None:
    check_contradictions(service, operation, given)
