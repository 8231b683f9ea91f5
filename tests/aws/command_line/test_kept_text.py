"""Variables and substitutions in what is read."""

from contextlib import suppress

import pytest

from shorthand import FileReferenceError, ShorthandError, loads_command


def kept(line: str) -> dict[str, list[str]]:
    """Return the kept texts by the last step of their place, each part as it is written."""
    read = loads_command(line)
    return {
        str(place[-1]): [part if isinstance(part, str) else part.source for part in parts]
        for place, parts in read.kept.items()
    }


def test_each_kept_text_has_its_place_and_its_parts() -> None:
    assert kept("aws iam get-role --role-name a-$X-${Y}") == {"RoleName": ["a-", "$X", "-", "${Y}"]}
    assert kept("aws iam get-role --role-name x") == {}
    assert kept("aws ec2 run-instances --count $N --image-id x") == {"MinCount": ["$N"], "MaxCount": ["$N"]}


def test_digits_beside_a_variable_are_kept() -> None:
    line = "aws logs filter-log-events --log-group-name x --start-time $(date +%s)000 --end-time 1$T"
    assert kept(line) == {"startTime": ["$(date +%s)", "000"], "endTime": ["1", "$T"]}


@pytest.mark.parametrize("text", ["1e$X", "$X.5", "${X}e3", "0.00001$X", "-$X.123456789", "-$X", "1_$X"])
def test_a_variable_never_becomes_a_part_of_another_number(text: str) -> None:
    line = "aws cloudwatch put-metric-alarm --alarm-name a --evaluation-periods 1 --comparison-operator o --threshold="
    with suppress(ShorthandError):
        assert loads_command(line + text).parameters["Threshold"] == text


def test_two_booleans_are_told_apart() -> None:
    line = 'aws ec2 run-instances --image-id x --private-dns-name-options "EnableResourceNameDnsARecord=$A,'
    line += 'EnableResourceNameDnsAAAARecord=$B"'
    assert kept(line) == {"EnableResourceNameDnsARecord": ["$A"], "EnableResourceNameDnsAAAARecord": ["$B"]}


def test_a_variable_can_be_the_key_of_a_map() -> None:
    read = loads_command("aws lambda update-function-configuration --function-name f --environment Variables={$K=$V}")
    assert read.parameters["Environment"] == {"Variables": {"$K": "$V"}}


def test_raw_text_for_a_blob_shows_its_variables() -> None:
    words = 'aws lambda invoke --function-name f --cli-binary-format raw-in-base64-out --payload "{\\"a\\":$X}" out'
    assert loads_command(words).parameters["Payload"] == '{"a":$X}'


def test_options_of_the_aws_cli_keep_their_variables() -> None:
    read = loads_command('aws lambda invoke --function-name f --profile "$P" out-$N.json')
    assert read.global_options == {"--profile": ("$P",)}
    assert read.positional == ("out-$N.json",)


def test_a_stand_in_is_never_a_part_of_the_command() -> None:
    read = loads_command("aws iam get-role --role-name Unknown0000xUnknownZ0000x$X")
    assert read.parameters == {"RoleName": "Unknown0000xUnknownZ0000x$X"}


def test_no_file_with_an_unknown_name_is_read() -> None:
    def files(reference: str) -> str:
        raise AssertionError(reference)

    with pytest.raises(FileReferenceError, match=r"file://\$X cannot be read"):
        loads_command("aws cloudformation create-stack --stack-name s --template-body file://$X", files=files)


def test_errors_show_the_variable_and_offer_no_fix_with_it() -> None:
    with pytest.raises(ShorthandError) as caught:
        loads_command("aws ec2 create-tags --resources i-1 --tags Key=$X,Valu=$Y")
    error = caught.value
    assert (error.text, error.span, error.hint) == ("Key=$X,Valu=$Y", (7, 11), "did you mean Value?")
    assert (error.fix, error.fix_tokens, error.fix_words) == (None, None, None)


def test_too_many_variables_are_refused() -> None:
    with pytest.raises(ShorthandError, match="expected at most 200 variables, got 201"):
        loads_command("aws ec2 stop-instances --instance-ids" + " $X" * 201)
