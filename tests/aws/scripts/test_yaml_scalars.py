"""The value of a scalar is rebuilt from the file as the parser reads it, whatever its style."""

from __future__ import annotations

import random

import pytest
import yaml

from shorthand.aws.scripts import Shell, ShellSource
from shorthand.aws.scripts.yaml_scalars import scalar_source


def source_of(text: str) -> ShellSource | None:
    event = [event for event in yaml.parse(text, Loader=yaml.SafeLoader) if isinstance(event, yaml.ScalarEvent)][-1]
    return scalar_source(text, event, Shell.BASH)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: b c", "b c"),
        ("a: b\n  c\n\n  d", "b c\nd"),
        ("a: 'b''c\n  d'", "b'c d"),
        ('a: "b\\tc\\\n   d \\u00e9\n   e"', "b\tcd é e"),
        ("a: |\n  b\n   c\n\n  d\n", "b\n c\n\nd\n"),
        ("a: |-\n  b\n\n", "b"),
        ("a: |+\n  b\n\n", "b\n\n"),
        ("a: >\n  b\n  c\n\n  d\n   e\n  f\n", "b c\nd\n e\nf\n"),
        ("a: >-\n  b\n\n\n  c", "b\n\nc"),
        ("a: |\r\n  b\r\n  c\r\n", "b\nc\n"),
        ("é: |\n  ü\n", "ü\n"),
        ("- |\n b\n", "b\n"),
    ],
)
def test_each_style_is_read(text: str, value: str) -> None:
    source = source_of(text)
    assert source
    assert source.text == value


def test_random_scalars_are_found_in_the_file() -> None:
    chance = random.Random(1)
    found = count = 0
    for _ in range(3000):
        value = "".join(
            chance.choices(
                ["a", "b c", " ", "\n", "'", '"', "\\", "é", "#", ": ", "\t", "😀"], k=chance.randrange(1, 12)
            )
        )
        style = chance.choice(["|", ">", "'", '"', None])
        text = yaml.safe_dump({"é": [value]}, default_style=style, allow_unicode=chance.random() < 0.5, width=20)
        source = source_of(text)
        count += 1
        if source is None:
            continue
        found += 1
        assert source.text == value
        for start, end, file_start, file_end in source.segments:
            if end - start == file_end - file_start > 1:
                assert source.text[start:end].split() == text[file_start:file_end].split()
    assert found > 0.9 * count
