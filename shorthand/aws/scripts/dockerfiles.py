"""`RUN`, `CMD` and `ENTRYPOINT` of Dockerfiles, in their shell form and their JSON form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from shorthand.aws.scripts.commands import Shell
from shorthand.aws.scripts.shell_source import Host, ShellSource, SourceBuilder, non_empty

_ESCAPE = re.compile(r"\A(?:[ \t]*#[^\n]*\n)*?[ \t]*#[ \t]*escape[ \t]*=[ \t]*([`\\])", re.IGNORECASE)
_INSTRUCTION = re.compile(r"[ \t]*(?:ONBUILD[ \t]+)?([A-Za-z]+)(?=[ \t]|\\)", re.IGNORECASE)
_HEALTH_COMMAND = re.compile(r"(?:--\S+[ \t]+)*CMD(?=[ \t])", re.IGNORECASE)
_FLAG = re.compile(r"[ \t]*--[a-z]+(?:=\S*)?(?=\s)")
_HERE = re.compile(r"<<-?[ \t]*([\"']?)([A-Za-z_]\w*)\1")
_HERE_ALONE = re.compile(r"\s*<<(-?)([\"']?)([A-Za-z_]\w*)\2\s*\Z")
_COMMANDS = {"RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"}
Line = tuple[int, int]


def dockerfile_sources(text: str) -> list[ShellSource]:
    """Return what a Dockerfile hands to shells and programs.

    Docker joins the lines of an instruction and leaves out comments between them. A list of words in JSON becomes a
    text with each word in single quotes; see `Host.JSON`.
    """
    match = _ESCAPE.match(text)
    escape = match[1] if match else "\\"
    shell: Shell | None = Shell.SH
    sources: list[ShellSource] = []
    for name, lines, document in _instructions(text, escape):
        if name == "FROM":
            shell = Shell.SH
        elif name == "SHELL":
            shell = _shell_of("".join(text[start:end] for start, end in lines))
        elif name in _COMMANDS:
            sources += _sources(text, lines, document, shell)
    return non_empty(sources)


def _shell_of(words: str) -> Shell | None:
    for name, shell in (("bash", Shell.BASH), ("powershell", Shell.POWERSHELL), ("pwsh", Shell.POWERSHELL)):
        if name in words:
            return shell
    return Shell.SH if re.search(r"\b(?:ba|da|a)?sh\b", words) else None


def _instructions(text: str, escape: str) -> Iterator[tuple[str, list[Line], Line | None]]:
    """Yield each instruction: its name, the lines after the name without continuations, its here-document."""
    at = 0
    while at < len(text):
        start, at = at, _line_end(text, at)
        match = _INSTRUCTION.match(text, start, at)
        if not match or text[start:at].lstrip().startswith("#"):
            continue
        lines = [(match.end(), at)]
        while at < len(text) and _goes_on(text, lines[-1], escape):
            lines[-1] = (lines[-1][0], _without_escape(text, lines[-1], escape))
            start, at = at, _line_end(text, at)
            while at < len(text) and text[start:at].strip()[:1] in ("", "#"):
                start, at = at, _line_end(text, at)
            lines.append((start, at))
        document = None
        here = _HERE.search(text, lines[0][0], lines[-1][1]) if match[1].upper() == "RUN" else None
        if here:
            end = re.compile(rf"^\t*{here[2]}\r?$", re.MULTILINE).search(text, at)
            if end:
                document = (at, end.start())
                at = min(end.end() + 1, len(text))
        yield match[1].upper(), lines, document


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _goes_on(text: str, line: Line, escape: str) -> bool:
    return text[line[0] : line[1]].rstrip().endswith(escape)


def _without_escape(text: str, line: Line, escape: str) -> int:
    return line[0] + text[line[0] : line[1]].rstrip().rindex(escape)


def _sources(text: str, lines: list[Line], document: Line | None, shell: Shell | None) -> list[ShellSource]:
    start, end = lines[0]
    while flag := _FLAG.match(text, start, end):
        start = flag.end()
    if health := _HEALTH_COMMAND.match(text, start + len(text[start:end]) - len(text[start:end].lstrip()), end):
        start = health.end()
    lines = [(start, end), *lines[1:]]
    joined = "".join(text[first:last] for first, last in lines)
    if joined.lstrip().startswith("["):
        source = _json_words(text, lines)
        if source:
            return [source]
    if shell is None:
        return []
    builder = SourceBuilder()
    if document and _HERE_ALONE.match(joined):
        builder.add_lines(text[document[0] : document[1]], document[0])
        return [builder.source(shell, Host.DOCKERFILE)]
    for first, last in lines:
        builder.add_lines(text[first:last], first)
    if document:
        line_end = _line_end(text, document[1])
        builder.add_lines(text[document[0] : line_end], document[0])
    return [builder.source(shell, Host.DOCKERFILE)]


def _json_words(text: str, lines: list[Line]) -> ShellSource | None:
    """Return `["aws", "s3"]` as the text `'aws' 's3'`; None where it is not a list of strings on one line."""
    start, end = lines[0]
    if len(lines) > 1:
        return None
    try:
        found = json.loads(text[start:end])
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        return None
    builder = SourceBuilder()
    at = start
    for word in found:
        opening = text.index('"', at)
        if builder.length:
            builder.add(" ", at, opening)
        at = opening + 1
        while text[at] != '"':
            at += 2 if text[at] == "\\" else 1
        at += 1
        builder.add("'", opening)
        _add_json_string(builder, text, opening + 1, at - 1)
        builder.add("'", at - 1)
        if "\0" in word:
            return None
    return builder.source(Shell.BASH, Host.JSON)


def _add_json_string(builder: SourceBuilder, text: str, start: int, end: int) -> None:
    """Append the content of a JSON string as it is typed in single quotes."""
    for match in re.compile(r"\\u[0-9a-fA-F]{4}|\\.|'|[^\\']+").finditer(text, start, end):
        written = match[0]
        if written[0] == "\\":
            written = str(json.loads(f'"{written}"'))
        builder.add("'\\''" if written == "'" else written, *match.span())
