from __future__ import annotations

import random

import pytest

from shorthand.aws.scripts import (
    FileKind,
    UnreadableSourceError,
    find_aws_commands,
    follow_constants,
    kind_of,
    shell_sources,
)
from tests.aws.scripts.case_files import FILES


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("a.sh", "", FileKind.BASH),
        ("a.sh", "#!/bin/sh -e\n", FileKind.SH),
        ("bin/deploy", "#!/usr/bin/env bash\n", FileKind.BASH),
        ("bin/deploy", "#!/usr/bin/env -S bash -e\n", FileKind.BASH),
        ("bin/deploy", "#!/usr/bin/env python\n", None),
        ("x", "#!/bin/zsh", FileKind.ZSH),
        (".bashrc", "", FileKind.BASH),
        ("Makefile", "", FileKind.MAKEFILE),
        ("a/GNUmakefile", "", FileKind.MAKEFILE),
        ("b.mk", "", FileKind.MAKEFILE),
        ("Dockerfile", "", FileKind.DOCKERFILE),
        ("Dockerfile.prod", "", FileKind.DOCKERFILE),
        ("a.Dockerfile", "", FileKind.DOCKERFILE),
        ("a\\b.ps1", "", FileKind.POWERSHELL),
        ("README.md", "", FileKind.MARKDOWN),
        ("a.rst", "", FileKind.RESTRUCTURED_TEXT),
        (".github/workflows/ci.yml", "", FileKind.GITHUB_ACTIONS),
        ("x/action.yaml", "", FileKind.GITHUB_ACTIONS),
        (".gitlab-ci.yml", "", FileKind.GITLAB_CI),
        ("buildspec-prod.yml", "", FileKind.BUILDSPEC),
        ("x.yml", "version: 0.2\nphases:\n", FileKind.BUILDSPEC),
        ("x.yml", "on: push\njobs:\n", FileKind.GITHUB_ACTIONS),
        ("x.yml", "stages: [a]\nb:\n  script: c\n", FileKind.GITLAB_CI),
        ("x.yml", "a: b\n", None),
        ("a.py", "", None),
        ("", "", None),
    ],
)
def test_the_kind_of_a_file(path: str, text: str, kind: FileKind | None) -> None:
    assert kind_of(path, text) is kind


@pytest.mark.parametrize("kind", FileKind)
@pytest.mark.parametrize("content", [b"\xff\xfe", b"a\0b", b"x" * 20_000_000], ids=["not UTF-8", "binary", "large"])
def test_what_is_no_text_is_refused(kind: FileKind, content: bytes) -> None:
    with pytest.raises(UnreadableSourceError):
        shell_sources(content, kind)


@pytest.mark.parametrize("kind", FileKind)
def test_broken_files_give_what_can_be_read(kind: FileKind) -> None:
    chance = random.Random(str(kind))
    texts = [path.read_text("utf-8") for path in FILES]
    parts = [
        *"'\"`$(){}[]<>|&;\n\r\t\\# :-=@!*~,.é😀\u2028\ufeff",
        "<<E\n",
        "$(",
        "${",
        "```",
        '@"\n',
        "{{",
        "|-\n",
        "aws ",
    ]
    for _ in range(150):
        text = chance.choice(texts)
        for _ in range(chance.randrange(1, 8)):
            at, other = chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice([chance.choice(parts), text[other : other + 40]]) + text[at:]
        for source in shell_sources(text, kind):
            script = follow_constants(source.read())
            for found in find_aws_commands(script.commands):
                start, end = source.span(found.start, found.end)
                assert 0 <= start < end <= len(text)
                for word in found.arguments:
                    assert found.command.start <= word.start <= word.end <= found.command.end
                    assert all(word.start <= piece.start <= piece.end <= word.end for piece in word.pieces)


def test_every_character_of_a_source_has_its_place() -> None:
    alike = {("'", '"'), (" ", "\n"), (" ", ","), (" ", "\r")}
    for path in FILES:
        text = path.read_bytes().decode()
        kind = next((kind for kind in FileKind if kind.value == path.stem), None) or kind_of(path.name, text)
        assert kind
        for source in shell_sources(text, kind):
            for start, end, file_start, file_end in source.segments:
                if end - start == file_end - file_start:
                    pairs = zip(source.text[start:end], text[file_start:file_end], strict=True)
                    assert all(a == b or (a, b) in alike for a, b in pairs)
