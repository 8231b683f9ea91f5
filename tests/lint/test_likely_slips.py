"""Values that read, but are probably not what was meant."""

import pytest

from shorthand import lint


def found(line: str, select: list[str] | None = None) -> list[tuple[str, str]]:
    fixes = [
        (one.code, one.fixes[0].edits[0].text if one.fixes else "")
        for one in lint.check(line, kind="bash", select=select)
    ]
    return [one for one in fixes if one[0] in ("SH210", "SH211", "SH302")]


@pytest.mark.parametrize(
    ("line", "slip"),
    [
        ("aws lambda update-function-code --function-name f --zip-file f.zip", ("SH210", "fileb://")),
        ("aws cloudformation create-stack --stack-name s --template-body a/t.yaml", ("SH210", "file://")),
        ("aws ec2 describe-images --image-ids ami-1,ami-2", ("SH211", "ami-1 ami-2")),
    ],
)
def test_slips(line: str, slip: tuple[str, str]) -> None:
    assert found(line) == [slip]


@pytest.mark.parametrize(
    "line",
    [
        "aws cloudformation create-stack --stack-name a.json --template-body file://t.yaml",
        "aws s3api put-object --bucket b --key k --body f.zip",
        "aws ec2 describe-images --image-ids ami-1 ami-2",
        "aws ec2 describe-images --image-ids $A,$B",
    ],
)
def test_no_slips(line: str) -> None:
    assert found(line) == []


def test_a_variable_in_quotes_is_not_split() -> None:
    line = 'aws ec2 create-tags --resources $I --tags "Key=a,Value=$X"'
    assert found(line, ["SH302"]) == []
