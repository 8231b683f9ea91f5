"""One command, written in every kind of file: `python -m tests.lint.hosts` corrects planted faults in each."""

from __future__ import annotations

import itertools
import json
import re
import shlex
from collections import Counter
from collections.abc import Iterator

from shorthand import lint
from shorthand.aws.scripts import (
    FileKind,
    ShellSource,
    find_aws_commands,
    follow_constants,
    kind_of,
    read_script,
    shell_sources,
)
from shorthand.lint.nested_shells import NestedSource, nested_sources
from tests.aws.awscli_tables import MAJOR
from tests.lint.planted import Correct, Planted, planted_faults

STEP = "on: push\njobs:\n  a:\n    steps:\n      - run: "


def files_with(command: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of files that run a command of bash, which is on one line; the script first."""
    yield "a.sh", f"#!/bin/bash\n{command}\n"
    yield "a.md", f"# x\n\n```bash\n$ {command}\n```\n"
    yield "a.rst", f"x::\n\n    $ {command}\n"
    yield "Dockerfile", f'FROM x\nSHELL ["/bin/bash", "-c"]\nRUN {command}\n'
    yield ".github/workflows/block.yml", f"{STEP}|\n          {command}\n"
    yield ".github/workflows/double.yml", f"{STEP}{json.dumps(command)}\n"
    yield ".github/workflows/single.yml", "{}'{}'\n".format(STEP, command.replace("'", "''"))
    yield "buildspec.yml", f"version: 0.2\nphases:\n  build:\n    commands:\n      - {json.dumps(command)}\n"
    if ": " not in command and " #" not in command:
        yield ".github/workflows/plain.yml", f"{STEP}{command}\n"
        yield ".github/workflows/folded.yml", f"{STEP}>-\n          {command}\n"
    if "#" not in command:
        yield "Makefile", "SHELL=/bin/bash\na:\n\t@{}\n".format(command.replace("$", "$$"))
    if not re.search(r"[$`{*?~]", command):
        yield "list.Dockerfile", f"FROM x\nCMD [{', '.join(map(json.dumps, shlex.split(command)))}]\n"
    if "'" not in command:
        yield "nested.sh", f"bash -c '{command}'\n"


def words_in(name: str, text: str) -> list[list[str]]:
    """Return the words of each AWS command in a file."""
    found: list[list[str]] = []
    for source in shell_sources(text, kind_of(name, text) or FileKind.BASH):
        texts: list[ShellSource | NestedSource] = [source, *nested_sources(source, source.read())]
        for each in texts:
            runs = find_aws_commands(follow_constants(each.read()).commands)
            found += [[word.shown if word.text is None else word.text for word in run.arguments] for run in runs]
    return found


def corrected(name: str, text: str, planted: Planted) -> str | None:
    """Return a file with the first planted fault corrected; None where no correction is offered."""
    found = [one for one in lint.check(text, path=name, version=MAJOR) if one.code in planted.codes and one.fixes]
    return lint.apply_fixes(text, found[:1], unsafe=True)[0] if found else None


def wrong_corrections(count: int, seed: int, commands: list[Correct] | None = None) -> tuple[list[str], Counter[str]]:
    """Return the files in which a correction gives other words than in a script, and how many there were of each."""
    wrong: list[str] = []
    judged: Counter[str] = Counter()
    for planted in itertools.islice(planted_faults(count, seed, commands), count):
        runs = find_aws_commands(read_script(planted.script).commands)
        command = re.sub(r"\\\n\s*", "", planted.script[runs[0].start : runs[0].end]) if len(runs) == 1 else "\n"
        if "\n" in command or "{{" in command:
            continue
        wanted: list[list[str]] = []
        for name, text in files_with(command):
            new = corrected(name, text, planted)
            if new is None:
                continue
            words = words_in(name, new)
            wanted = wanted or words
            judged[name] += 1
            if words != wanted:
                wrong.append(f"{name}: {new}")
    return wrong, judged


if __name__ == "__main__":
    found, counted = wrong_corrections(1_400, seed=5)
    print(counted, *found, sep="\n")
