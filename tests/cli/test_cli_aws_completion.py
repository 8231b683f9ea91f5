"""Tab completion within a whole command."""

from pathlib import Path

from tests.cli.command import complete, program


def test_services_operations_options_and_texts(tmp_path: Path) -> None:
    program(tmp_path)

    def names(*words: str) -> list[str]:
        return [line.partition(",")[2].partition("\t")[0] for line in complete(tmp_path, "fish", "aws", *words)]

    assert "sagemaker" in names("sagem")
    assert names("ec2", "create-ta") == ["create-tags"]
    assert "instance-running" in names("ec2", "wait", "inst")
    assert names("ec2", "create-tags", "--") == ["--dry-run", "--no-dry-run", "--resources", "--tags"]
    assert names("ec2", "create-tags", "--tags", "Key=a,") == ["Key=a,Value="]
    assert "t3.micro" in names("ec2", "run-instances", "--instance-type", "t3")
    assert names("ec2", "create-tags", "--tags=Key=a,") == ["--tags=Key=a,Value="]
    assert names("--fro") == ["--from-json", "--from-yaml"]
    assert names("nowhere", "x") == [""]
