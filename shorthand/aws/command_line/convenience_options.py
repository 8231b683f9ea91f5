"""Options that the AWS CLI adds for convenience: each gives a part of the input, but no whole member.

An option either has a place in the input, whose shape its words are read by, or a function that makes the part of the
input from its words. Options that have neither, and give no member, concern only the AWS CLI: paging, files to write.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from shorthand.errors import Place, ShorthandTypeError
from shorthand.syntax.reader import read

_BODY = ("Message", "Body")
_METRIC = ("MetricData", 0)
_PERMISSION = ("IpPermissions", 0)
_BUNDLE = ("Storage", "S3")

_SECURITY_GROUPS = {
    "--cidr": (*_PERMISSION, "IpRanges", 0, "CidrIp"),
    "--group-owner": (*_PERMISSION, "UserIdGroupPairs", 0, "UserId"),
}
_IMAGE = {
    "--image-bytes": ("Image", "Bytes"),
    "--source-image-bytes": ("SourceImage", "Bytes"),
    "--target-image-bytes": ("TargetImage", "Bytes"),
}

PLACES: Mapping[tuple[str, str], Mapping[str, Place]] = {
    ("cloudsearch", "define-expression"): {
        "--name": ("Expression", "ExpressionName"),
        "--expression": ("Expression", "ExpressionValue"),
    },
    ("cloudsearch", "define-index-field"): {
        "--name": ("IndexField", "IndexFieldName"),
        "--type": ("IndexField", "IndexFieldType"),
    },
    ("cloudwatch", "put-metric-data"): {
        "--metric-name": (*_METRIC, "MetricName"),
        "--timestamp": (*_METRIC, "Timestamp"),
        "--unit": (*_METRIC, "Unit"),
        "--value": (*_METRIC, "Value"),
        "--storage-resolution": (*_METRIC, "StorageResolution"),
    },
    ("configservice", "put-configuration-recorder"): {"--recording-group": ("ConfigurationRecorder", "recordingGroup")},
    ("ec2", "authorize-security-group-egress"): _SECURITY_GROUPS,
    ("ec2", "authorize-security-group-ingress"): _SECURITY_GROUPS,
    ("ec2", "revoke-security-group-egress"): _SECURITY_GROUPS,
    ("ec2", "revoke-security-group-ingress"): _SECURITY_GROUPS,
    ("ec2", "bundle-instance"): {
        "--bucket": (*_BUNDLE, "Bucket"),
        "--prefix": (*_BUNDLE, "Prefix"),
        "--owner-akid": (*_BUNDLE, "AWSAccessKeyId"),
        "--policy": (*_BUNDLE, "UploadPolicy"),
    },
    ("emr", "list-clusters"): {
        "--cluster-states": ("ClusterStates",),
        "--created-after": ("CreatedAfter",),
        "--created-before": ("CreatedBefore",),
    },
    ("lambda", "create-function"): {"--zip-file": ("Code", "ZipFile")},
    ("lambda", "publish-layer-version"): {"--zip-file": ("Content", "ZipFile")},
    ("quicksight", "start-asset-bundle-import-job"): {
        "--asset-bundle-import-source-bytes": ("AssetBundleImportSource", "Body"),
    },
    ("ses", "send-email"): {
        "--to": ("Destination", "ToAddresses"),
        "--cc": ("Destination", "CcAddresses"),
        "--bcc": ("Destination", "BccAddresses"),
        "--subject": ("Message", "Subject", "Data"),
        "--text": (*_BODY, "Text", "Data"),
        "--html": (*_BODY, "Html", "Data"),
    },
    ("translate", "import-terminology"): {"--data-file": ("TerminologyData", "File")},
    ("translate", "translate-document"): {"--document-content": ("Document", "Content")},
}


def place_of(service: str, operation: str, name: str) -> Place | None:
    """Return the place in the input that an option gives, or None."""
    if service == "rekognition":
        return _IMAGE.get(name)
    return PLACES.get((service, operation), {}).get(name)


MakePart = Callable[[list[str], dict[str, Any]], dict[str, Any]]
"""Makes a part of the input from the words of an option and the input so far."""


def function_of(service: str, operation: str, name: str) -> MakePart | None:
    """Return the function that makes an option's part of the input, or None."""
    return _FUNCTIONS.get((service, operation), {}).get(name)


def needs_the_aws_cli(service: str, operation: str, name: str) -> bool:
    """Return whether only the AWS CLI can work out what the option gives: from an account, from a format of its own."""
    return name in _NEED_THE_AWS_CLI.get((service, operation), ())


_NEED_THE_AWS_CLI = {
    ("cloudfront", "create-distribution"): ("--origin-domain-name", "--default-root-object"),
    ("cloudfront", "update-distribution"): ("--default-root-object",),
    ("datapipeline", "activate-pipeline"): ("--parameter-values", "--parameter-values-uri"),
    ("datapipeline", "put-pipeline-definition"): (
        "--parameter-objects",
        "--parameter-values",
        "--parameter-values-uri",
        "--pipeline-definition",
    ),
    ("ec2", "bundle-instance"): ("--owner-sak",),
}


def _one(words: list[str]) -> str:
    if len(words) != 1:
        raise ShorthandTypeError(f"expected one word, got {len(words)}", text=" ".join(words))
    return words[0]


def _whole(word: str, text: str, what: str) -> int:
    try:
        return int(word)
    except ValueError:
        raise ShorthandTypeError(f"expected {what}, got {text!r}", text=text, span=(0, len(text))) from None


def _protocol(words: list[str], _: dict[str, Any]) -> dict[str, Any]:
    protocol = _one(words)
    number = int(protocol) if re.fullmatch(r"[+-]?[0-9]{1,9}", protocol) else None
    if protocol not in ("tcp", "udp", "icmp", "all") and (number is None or not -1 <= number <= 255):
        raise ShorthandTypeError(
            f"expected tcp, udp, icmp, all or a number up to 255, got {protocol!r}",
            text=protocol,
            span=(0, len(protocol)),
        )
    return {"IpPermissions": [{"IpProtocol": "-1" if protocol == "all" else protocol}]}


def _port(words: list[str], _: dict[str, Any]) -> dict[str, Any]:
    port = _one(words)
    start, dash, end = ("-1", "", "") if port in ("-1", "all") else port.partition("-")
    first = _whole(start, port, "a port or a range such as 22-25")
    return {
        "IpPermissions": [
            {"FromPort": first, "ToPort": _whole(end, port, "a port or a range such as 22-25") if dash else first}
        ]
    }


def _source_group(words: list[str], _: dict[str, Any]) -> dict[str, Any]:
    group = _one(words)
    return {"IpPermissions": [{"UserIdGroupPairs": [{"GroupId" if group.startswith("sg-") else "GroupName": group}]}]}


def _count(words: list[str], _: dict[str, Any]) -> dict[str, Any]:
    count = _one(words)
    least, colon, most = count.partition(":")
    what = "a number or a range such as 1:3"
    first = _whole(least, count, what)
    return {"MinCount": first, "MaxCount": _whole(most, count, what) if colon else first}


def _interface(member: str, value: Any) -> dict[str, Any]:
    return {"NetworkInterfaces": [{"DeviceIndex": 0, member: value}]}


def _secondary(words: list[str], _: dict[str, Any]) -> dict[str, Any]:
    return _interface("PrivateIpAddresses", [{"PrivateIpAddress": word, "Primary": False} for word in words])


def _secondary_count(words: list[str], _: dict[str, Any]) -> dict[str, Any]:
    return _interface("SecondaryPrivateIpAddressCount", _whole(_one(words), words[0], "an integer"))


def _paths(words: list[str], _: dict[str, Any]) -> dict[str, Any]:
    import random
    import time

    # The service asks for a reference that it has not seen before.
    reference = f"cli-{int(time.time())}-{random.randint(1, 1_000_000)}"  # noqa: S311 -- nothing secret
    return {"InvalidationBatch": {"CallerReference": reference, "Paths": {"Quantity": len(words), "Items": words}}}


def _dimensions(words: list[str], _: dict[str, Any]) -> dict[str, Any]:
    text = _one(words)
    pairs = read(text)
    if several := [name for name, value in pairs.items() if not isinstance(value, str)]:
        raise ShorthandTypeError("expected one value for a dimension, got a list", text=text, place=(several[0],))
    return {"MetricData": [{"Dimensions": [{"Name": name, "Value": value} for name, value in pairs.items()]}]}


def _statistics(words: list[str], _: dict[str, Any]) -> dict[str, Any]:
    text = _one(words)
    values: dict[str, Any] = {}
    for name, value in read(text).items():
        try:
            values[name] = float(str(value))
        except ValueError:
            raise ShorthandTypeError(f"expected a number, got {value!r}", text=text, place=(name,)) from None
    return {"MetricData": [{"StatisticValues": values}]}


def _revision(kind: str, member: str) -> Callable[[Any], dict[str, Any]]:
    return lambda value: {"revision": {"revisionType": kind, member: value}}


REVISIONS: Mapping[str, Callable[[Any], dict[str, Any]]] = {
    "--s3-location": _revision("S3", "s3Location"),
    "--github-location": _revision("GitHub", "gitHubLocation"),
}
"""Options of the commands of `deploy`: each with the function that makes the revision from the option's value."""


def _tags(words: list[str], _: dict[str, Any]) -> dict[str, Any]:
    tags = []
    for word in words:
        key, _equals, value = word.partition("=")
        tags.append({"Key": key, "Value": value})
    return {"Tags": tags}


def _states(*states: str) -> MakePart:
    return lambda _words, _input: {"ClusterStates": list(states)}


def _index_option(member: str) -> MakePart:
    def given(words: list[str], so_far: dict[str, Any]) -> dict[str, Any]:
        kind = so_far.get("IndexField", {}).get("IndexFieldType")
        if not kind:
            raise ShorthandTypeError("missing option --type, which this option depends on")
        name = "LatLon" if kind == "latlon" else "".join(part.capitalize() for part in kind.split("-"))
        value: Any = _one(words)
        if member.endswith("Enabled"):
            value = value.lower() != "false"
        elif member == "DefaultValue" and name.startswith(("Int", "Double")):
            value = int(value) if name.startswith("Int") else float(value)
        return {"IndexField": {f"{name}Options": {member: value}}}

    return given


_RULES: Mapping[str, MakePart] = {"--protocol": _protocol, "--port": _port, "--source-group": _source_group}

_FUNCTIONS: Mapping[tuple[str, str], Mapping[str, MakePart]] = {
    ("cloudfront", "create-invalidation"): {"--paths": _paths},
    ("cloudsearch", "define-index-field"): {
        "--default-value": _index_option("DefaultValue"),
        "--facet-enabled": _index_option("FacetEnabled"),
        "--search-enabled": _index_option("SearchEnabled"),
        "--return-enabled": _index_option("ReturnEnabled"),
        "--sort-enabled": _index_option("SortEnabled"),
        "--source-field": _index_option("SourceField"),
        "--highlight-enabled": _index_option("HighlightEnabled"),
        "--analysis-scheme": _index_option("AnalysisScheme"),
    },
    ("cloudwatch", "put-metric-data"): {"--dimensions": _dimensions, "--statistic-values": _statistics},
    ("ec2", "authorize-security-group-egress"): _RULES,
    ("ec2", "authorize-security-group-ingress"): _RULES,
    ("ec2", "revoke-security-group-egress"): _RULES,
    ("ec2", "revoke-security-group-ingress"): _RULES,
    ("ec2", "run-instances"): {
        "--count": _count,
        "--secondary-private-ip-addresses": _secondary,
        "--secondary-private-ip-address-count": _secondary_count,
        "--associate-public-ip-address": lambda _words, _input: _interface("AssociatePublicIpAddress", True),
        "--no-associate-public-ip-address": lambda _words, _input: _interface("AssociatePublicIpAddress", False),
    },
    ("emr", "add-tags"): {"--tags": _tags},
    ("emr", "list-clusters"): {
        "--active": _states("STARTING", "BOOTSTRAPPING", "RUNNING", "WAITING", "TERMINATING"),
        "--terminated": _states("TERMINATED"),
        "--failed": _states("TERMINATED_WITH_ERRORS"),
    },
}
