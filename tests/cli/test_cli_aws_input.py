"""`shorthand aws`: commands that are pasted, variables, files and programs."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.command import run


def printed(*words: str, stdin: str = "", env: dict[str, str] | None = None) -> str:
    code, out, err = run("aws", *words, stdin=stdin, env=env)
    assert (code, err) == (0, "")
    return out


def test_the_command_is_found_among_others() -> None:
    line = "cd x && AWS_PROFILE=p aws iam get-role --role-name $(cat role) | jq . > out"
    assert printed("--line", line) == '{"RoleName":"$(cat role)"}\n'


def test_each_command_of_a_text_gives_its_answer() -> None:
    text = "aws iam get-role --role-name a\naws iam get-user --user-name b\n"
    assert printed(stdin=text) == '{"RoleName":"a"}\n{"UserName":"b"}\n'
    code, out, err = run("aws", stdin="aws iam get-role --role-nam\naws iam get-user --user-name b\naws iam get-rol")
    assert (code, out) == (2, '{"UserName":"b"}\n')
    assert "--role-name needs a value" in err
    assert "iam has no command 'get-rol'" in err


def test_variables_are_kept_refused_or_taken_from_the_environment() -> None:
    line = "aws iam get-role --role-name $ROLE"
    assert printed("--line", line) == '{"RoleName":"$ROLE"}\n'
    assert printed("--line", line, "--variables", "env", env={"ROLE": "r"}) == '{"RoleName":"r"}\n'
    code, _, err = run("aws", "--variables", "error", "--line", line)
    assert code == 2
    assert "unexpected $ROLE" in err


def test_a_line_of_powershell() -> None:
    line = "aws iam get-role `\n  --role-name 'it''s'"
    assert json.loads(printed("--shell", "powershell", "--line", line)) == {"RoleName": "it's"}


def test_words_that_are_given_as_arguments_are_taken_as_they_are() -> None:
    assert printed("--variables", "error", "iam", "get-role", "--role-name", "$X") == '{"RoleName":"$X"}\n'


def test_variables_are_written_so_that_the_shell_expands_them() -> None:
    line = 'aws ec2 create-tags --resources $ID --tags "Key=a b,Value=$X" --region "$R"'
    written = printed("--command", "--line", line)
    assert written == 'aws ec2 create-tags --resources "$ID" --tags \'Key=a b,Value=\'"$X" --region "$R"\n'
    code, _, err = run("aws", "--command", "--shell", "powershell", "--line", line)
    assert code == 2
    assert "only for a POSIX shell" in err
    code, _, err = run("aws", "--command", "--line", "aws ec2 run-instances --image-id x --count $N")
    assert code == 2
    assert "no option can carry it" in err


def test_no_file_is_read_without_permission(tmp_path: Path) -> None:
    file = tmp_path / "role"
    file.write_text("secret")
    words = ["iam", "get-role", "--role-name", f"file://{file}"]
    assert printed(*words) == '{"RoleName":"secret"}\n'
    for given in (words, ["--line", f"aws iam get-role --role-name file://{file}"]):
        code, out, err = run("aws", "--no-files", *given)
        assert (code, out) == (2, "")
        assert "reading files is not allowed here" in err
    body = ["s3api", "put-object", "--bucket", "b", "--key", "k", "--body", str(file)]
    assert json.loads(printed("--no-files", *body))["Body"] == str(file)


def test_the_command_as_a_program() -> None:
    words = ["iam", "get-role", "--role-name", "x"]
    assert printed("--to", "python", *words) == '{"RoleName": "x"}\n'
    assert printed("--to", "boto3", *words).endswith('response = client.get_role(RoleName="x")\n')
    code, _, err = run("aws", "--to", "boto3", "--skeleton", "iam", "get-role")
    assert code == 2
    assert "a skeleton is JSON or YAML" in err


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell reads the line")
def test_the_written_line_is_read_as_the_same_command() -> None:
    line = 'aws ec2 create-tags --resources $ID --tags "Key=a b,Value=$X" Key=c,Value=<value>'
    written = printed("--command", "--line", line)
    assert printed("--line", written) == printed("--line", line)
