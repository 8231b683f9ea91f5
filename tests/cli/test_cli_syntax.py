"""`shorthand syntax`."""

import json

from tests.cli.command import PAGE, run


def test_prints_the_shorthand_syntax_the_json_syntax_or_a_skeleton() -> None:
    code, out, _ = run("syntax", "-s", f"{PAGE}#--sources")
    assert (code, out) == (0, "Place={Kind=string,Uri=string},Weight=double ...\n")
    _, out, _ = run("syntax", "-s", f"{PAGE}#--limits", "--json")
    assert out == '{"string": integer\n  ...}\n'
    _, out, _ = run("syntax", "-s", f"{PAGE}#--sources", "--skeleton")
    assert json.loads(out) == [{"Place": {"Kind": "List", "Uri": ""}, "Weight": 0.0}]


def test_a_schema_of_the_aws_cli() -> None:
    code, out, _ = run("syntax", "-s", "aws:sagemaker/create-auto-ml-job#--tags")
    assert (code, out) == (0, "Key=string,Value=string ...\n")


def test_an_option_without_shorthand_syntax_is_an_error_with_a_hint() -> None:
    code, out, err = run("syntax", "-s", f"{PAGE}#--mode")
    assert (code, out) == (2, "")
    assert err == (
        "the reference documents no shorthand for --mode, which has the type string\n  hint: write it as plain words\n"
    )
    assert "hint: --json shows its JSON" in run("syntax", "-s", f"{PAGE}#--extra")[2]


def test_only_one_form_can_be_asked_for() -> None:
    code, _, err = run("syntax", "-s", f"{PAGE}#--sources", "--json", "--skeleton")
    assert code == 2
    assert "--json, --skeleton and --values exclude each other" in err


def test_prints_the_documented_values() -> None:
    assert run("syntax", "-s", f"{PAGE}#--mode", "--values")[1] == "Fast\nCareful\n"
    code, _, err = run("syntax", "-s", f"{PAGE}#--sources", "--values")
    assert (code, err) == (2, "the reference lists no values for --sources, which has the type list\n")
