"""Options that give a part of a member, as the AWS CLI makes it."""

from typing import Any

import pytest

from shorthand.aws.command_line.to_input import read_command_line
from shorthand.errors import ShorthandError
from tests.aws.example_commands import Contents, their_reading

LINES = [
    "cloudsearch define-expression --domain-name d --name n --expression e",
    "cloudsearch define-index-field --domain-name d --name n --type int --default-value 3 --facet-enabled true",
    "cloudsearch define-index-field --domain-name d --name n --type literal-array --search-enabled false",
    "cloudwatch put-metric-data --namespace n --metric-name m --value 1.5 --dimensions a=b,c=d --unit Count",
    "cloudwatch put-metric-data --namespace n --metric-n m --statistic Sum=1,Minimum=0,Maximum=2,SampleCount=9",
    "configservice put-configuration-recorder --configuration-recorder name=n --recording-group allSupported=true",
    "deploy create-deployment --application-name a --s3-location bucket=b,key=k,bundleType=zip",
    "deploy create-deployment --application-name a --github-location repository=r,commitId=c",
    "ec2 authorize-security-group-ingress --group-id g --protocol tcp --port 22 --cidr 10.0.0.0/8",
    "ec2 authorize-security-group-ingress --group-id g --protocol all --port all --source-group sg-1",
    "ec2 authorize-security-group-egress --group-id g --protocol udp --port 22-25 --cidr 10.0.0.0/8",
    "ec2 revoke-security-group-ingress --group-name g --protocol icmp --port -1 --source-group g --group-owner o",
    "ec2 run-instances --image-id i --count 2 --associate-public-ip-address",
    "ec2 run-instances --image-id i --count 1:3 --no-associate-public-ip-address",
    "ec2 run-instances --image-id i --secondary-private-ip-addresses 10.0.0.1 10.0.0.2",
    "emr add-tags --resource-id r --tags a=b c",
    "emr list-clusters --active",
    "emr list-clusters --failed --created-after 2024-01-01",
    "lambda create-function --function-name f --runtime r --role r --handler h --zip-file fileb://f",
    "lambda publish-layer-version --layer-name l --zip-file fileb://f",
    "ses send-email --from a@b --to c@d e@f --cc g@h --subject s --text t --html h",
    "translate import-terminology --name n --merge-strategy O --data-file fileb://f --terminology-data Format=CSV",
]


@pytest.mark.parametrize("line", LINES)
def test_an_option_gives_what_the_aws_cli_makes_of_it(line: str) -> None:
    words = ["aws", *line.split(" ")]
    theirs = their_reading(words, Contents(words))
    assert not theirs.error
    assert read_command_line(words, files=Contents(words)).input == theirs.parameters


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("ec2 authorize-security-group-ingress --group-id g --port ssh", "expected a port or a range such as 22-25"),
        ("ec2 run-instances --image-id i --count many", "expected a number or a range such as 1:3, got 'many'"),
        ("ec2 run-instances --image-id i --count 1 2", "expected one word, got 2"),
        ("cloudwatch put-metric-data --namespace n --metric-name m --dimensions a=b,c", "expected one value"),
        ("cloudwatch put-metric-data --namespace n --metric-n m --statistic Sum=x", "expected a number"),
        ("cloudsearch define-index-field --domain-name d --name n --default-value 3", "missing option --type"),
        ("cloudfront create-distribution --origin-domain-name x", "only the AWS CLI can work out"),
    ],
)
def test_a_wrong_word_is_an_error(line: str, message: str) -> None:
    with pytest.raises(ShorthandError, match=message):
        read_command_line(line.split(" "))


def test_an_invalidation_has_a_reference_of_its_own() -> None:
    line = "cloudfront create-invalidation --distribution-id d --paths /a /b"
    batch: Any = read_command_line(line.split(" ")).input["InvalidationBatch"]
    assert batch["Paths"] == {"Quantity": 2, "Items": ["/a", "/b"]}
    assert batch["CallerReference"].startswith("cli-")
