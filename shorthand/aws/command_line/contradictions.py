"""Options that the AWS CLI refuses to take together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from shorthand.errors import ShorthandError

_Groups = Sequence[Collection[str]]
"""Groups of options. Options of different groups exclude each other."""

_RULES: _Groups = (
    ("--ip-permissions",),
    ("--protocol", "--port", "--cidr", "--source-group", "--group-owner"),
)

_GROUPS: Mapping[tuple[str, str], Sequence[_Groups]] = {
    ("cloudfront", "create-distribution"): [
        (("--default-root-object", "--origin-domain-name"), ("--distribution-config",))
    ],
    ("cloudfront", "create-invalidation"): [(("--invalidation-batch",), ("--paths",))],
    ("cloudfront", "update-distribution"): [(("--default-root-object",), ("--distribution-config",))],
    ("cloudwatch", "put-metric-data"): [
        (
            ("--metric-data",),
            (
                "--metric-name",
                "--timestamp",
                "--unit",
                "--value",
                "--dimensions",
                "--statistic-values",
                "--storage-resolution",
            ),
        )
    ],
    ("ec2", "authorize-security-group-egress"): [_RULES],
    ("ec2", "authorize-security-group-ingress"): [_RULES],
    ("ec2", "revoke-security-group-egress"): [_RULES],
    ("ec2", "revoke-security-group-ingress"): [_RULES],
    ("ec2", "bundle-instance"): [
        (("--storage",), ("--bucket", "--prefix", "--policy", "--owner-akid", "--owner-sak")),
    ],
    ("ec2", "run-instances"): [
        (
            ("--network-interfaces",),
            (
                "--secondary-private-ip-addresses",
                "--secondary-private-ip-address-count",
                "--associate-public-ip-address",
            ),
        )
    ],
    ("emr", "list-clusters"): [(("--cluster-states",), ("--active",), ("--terminated",), ("--failed",))],
    ("ses", "send-email"): [
        (("--destination",), ("--to", "--cc", "--bcc")),
        (("--message",), ("--text", "--html")),
    ],
}


def check_contradictions(service: str, operation: str, given: Collection[str]) -> None:
    """Check that no two options exclude each other.

    Args:
        service: The name of the service.
        operation: The name of the operation.
        given: The names of the options that are given.

    Raises:
        ShorthandError: Two options exclude each other.
    """
    for groups in _GROUPS.get((service, operation), ()):
        found = [name for group in groups if (name := next((name for name in group if name in given), None))]
        if len(found) > 1:
            raise ShorthandError(f"{found[0]} and {found[1]} exclude each other", hint="remove one")
