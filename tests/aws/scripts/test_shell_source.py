from __future__ import annotations

import pytest

from shorthand.aws.scripts import FileKind, ShellSource, find_aws_commands, shell_sources
from shorthand.aws.scripts.shell_source import Edit, SourceBuilder, whole


def only(text: str, kind: FileKind) -> ShellSource:
    (source,) = shell_sources(text, kind)
    return source


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (FileKind.BASH, "\ufeffaws s3 a'b c'd\n"),
        (FileKind.BASH, "x\r\naws s3 a'b c'd\r\n"),
        (FileKind.MAKEFILE, "a:\n\t@aws s3 a'b c'd $$X\n"),
        (FileKind.DOCKERFILE, "RUN x && \\\n  aws s3 a'b c'd\n"),
        (FileKind.BUILDSPEC, "phases:\n  a:\n    commands:\n    - aws s3 a'b c'd\n"),
        (FileKind.BUILDSPEC, "phases: {a: {commands: [\"é\\n aws s3 a'b c'd\"]}}\n"),
        (FileKind.BUILDSPEC, "phases:\n  a:\n    commands:\n      - >-\n        aws s3\n        a'b c'd\n"),
        (FileKind.MARKDOWN, "> ```sh\n> $ aws s3 a'b c'd\n> ```\n"),
        (FileKind.RESTRUCTURED_TEXT, "::\n\n   $ aws s3 a'b c'd\n"),
    ],
)
def test_an_edit_changes_nothing_else_in_the_file(kind: FileKind, text: str) -> None:
    source = only(text, kind)
    (found,) = find_aws_commands(source.read().commands)
    word = found.arguments[1]
    edit = source.edit(word.start, word.end, "NEW")
    assert edit
    assert text[: edit.start] + edit.text + text[edit.end :] == text.replace("a'b c'd", "NEW")


@pytest.mark.parametrize(
    ("kind", "text", "new", "expected"),
    [
        (FileKind.MAKEFILE, "a:\n\taws x\n", "'$X'", "'$$X'"),
        (FileKind.BUILDSPEC, "phases: {a: {commands: ['aws x']}}", "'a'", "''a''"),
        (FileKind.BUILDSPEC, 'phases: {a: {commands: ["aws x"]}}', '"a\\"', '\\"a\\\\\\"'),
        (FileKind.BUILDSPEC, "phases: {a: {commands: [aws x]}}", "'a: b'", None),
        (FileKind.DOCKERFILE, 'CMD ["aws", "x"]', 'a"b', 'a\\"b'),
        (FileKind.BASH, "aws x", "a\nb", None),
    ],
)
def test_a_new_text_is_typed_as_the_file_needs_it(kind: FileKind, text: str, new: str, expected: str | None) -> None:
    source = only(text, kind)
    at = source.text.rindex("x")
    edit = source.edit(at, at + 1, new)
    assert (edit.text if edit else None) == expected


def test_a_part_of_an_escape_is_not_edited() -> None:
    source = only("a:\n\taws $$X\n", FileKind.MAKEFILE)
    at = source.text.index("$")
    assert source.edit(at, at + 2, "y") == Edit(8, 11, "y")
    builder = SourceBuilder()
    builder.add("ab", 0, 5)
    assert builder.source(source.shell, source.host).edit(1, 2, "x") is None


def test_places_in_an_empty_source() -> None:
    source = whole("", only("x", FileKind.BASH).shell)
    assert source.span(0, 0) == (0, 0)
