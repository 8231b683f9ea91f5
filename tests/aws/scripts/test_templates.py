from __future__ import annotations

import pytest

from shorthand.aws.scripts.templates import find_marks, masked, without_comments_in_backticks


@pytest.mark.parametrize(
    "text",
    [
        "{{ x }}",
        "{{x}}",
        '{{ .Values.x | default "a" }}',
        "{{- x -}}",
        "${{ github.event['x'] }}",
        "$[[ inputs.x ]]",
        '${var.tags["a"].b}',
        "${project.version}",
        "<%= x %>",
        "{% if x %}",
        "<name>",
        "<your bucket name>",
        "<123456789012>",
    ],
)
def test_templates_and_placeholders_are_found(text: str) -> None:
    assert {start: mark.end for start, mark in find_marks(f"a {text} b").items()} == {2: 2 + len(text)}


@pytest.mark.parametrize(
    "text",
    [
        "{{a,b},c}",
        "{a}",
        "${X}",
        "${X:-a.b}",
        "<in >out",
        "< in > out",
        "<<EOF>x",
        "a<b",
        "<(a)>",
        "<a|b>",
        "$<",
        "{{}}",
    ],
)
def test_shell_is_left_alone(text: str) -> None:
    assert not find_marks(f"a {text} b")


def test_placeholders_can_be_left_alone() -> None:
    assert list(find_marks("<a> {{ b }}", placeholders=False)) == [4]


def test_masking_keeps_all_offsets() -> None:
    text = "a {{ b }} $ <c d>"
    assert masked(text, find_marks(text)) == "a _______ _ _____"


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("a `# b` \\\n  c", f"a {' ' * 5} \\\n  c"),
        ("a `# b`\r\nc", f"a {' ' * 5}\r\nc"),
        ("a `# b` c", "a `# b` c"),
        ("a`# b`", "a`# b`"),
        ("a `b # c`", "a `b # c`"),
    ],
)
def test_a_comment_in_backticks_becomes_blank(text: str, blank: str) -> None:
    assert without_comments_in_backticks(text) == blank
