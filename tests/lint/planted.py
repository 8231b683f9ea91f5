"""Plant faults of a dozen kinds in correct commands, and see whether the linter finds each at its place."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from shorthand import lint
from shorthand.aws.command import Command, Option
from shorthand.aws.models import aws, operations, services
from shorthand.aws.scripts import FileKind
from shorthand.errors import ShorthandError
from shorthand.errors.shell_quoting import Shell, join_words
from shorthand.shapes import Integer, List, Long, Structure, resolved
from tests.aws.awscli_tables import MAJOR
from tests.aws.example_commands import EXAMPLES, examples

_IS_PLAIN = re.compile(r"[A-Za-z0-9_./:@%+=,-]+")


@dataclass
class Line:
    """An option with its words as they are typed."""

    name: str
    option: Option | None
    tokens: list[str]
    is_raw: bool = False

    def typed(self) -> str:
        """Return the line of the script."""
        words = self.tokens if self.is_raw else [join_words([token], Shell.POSIX) for token in self.tokens]
        return " ".join([self.name, *words])


@dataclass
class Correct:
    """A correct command.

    Attributes:
        head: The service and the operation.
        lines: The options.
    """

    head: list[str]
    lines: list[Line]
    command: Command

    def script(self) -> str:
        """Return the command with one option on each line."""
        return " \\\n    ".join([" ".join(["aws", *self.head]), *(line.typed() for line in self.lines)]) + "\n"

    def copy(self) -> Correct:
        """Return a copy that can be changed."""
        lines = [Line(line.name, line.option, list(line.tokens), line.is_raw) for line in self.lines]
        return Correct(list(self.head), lines, self.command)


@dataclass
class Planted:
    """A script with a fault.

    Attributes:
        kind: The kind of fault.
        script: The script.
        line: The line where it is, from 1.
        word: The text on that line in which it is.
        codes: The rules that may report it.
    """

    kind: str
    script: str
    line: int
    word: str
    codes: frozenset[str]


def correct_commands() -> Iterator[Correct]:
    """Yield the example commands of the AWS CLI in which nothing is wrong, each option on a line of its own."""
    for service in sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()):
        if service not in services(MAJOR):
            continue
        for example in examples(service):
            found = _correct(example.words)
            if found and not lint.check(found.script(), kind=FileKind.BASH, version=MAJOR):
                yield found


def _correct(words: list[str]) -> Correct | None:
    if len(words) < 4 or words[0] != "aws" or words[1] not in services(MAJOR) or not words[3].startswith("--"):
        return None
    service, operation, *rest = words[1:]
    if operation not in operations(service, MAJOR) or any("\n" in word for word in words):
        return None
    try:
        command = aws(service, operation, MAJOR)
    except ShorthandError:
        return None
    if command.input_shape is None:
        return None
    lines: list[Line] = []
    for word in rest:
        if word.startswith("--") and "=" not in word:
            lines.append(Line(word, command.options.get(word), []))
        elif not lines or word.startswith("--"):
            return None
        else:
            lines[-1].tokens.append(word)
    return Correct([service, operation], lines, command)


Plant = Callable[[Correct, random.Random], "tuple[int, str] | None"]
"""Changes a command. Returns the line of the fault, from 0, and the word; None where the kind does not apply."""


def misspelt(word: str, chance: random.Random) -> str:
    """Return a word with two neighbouring letters swapped, or one letter lost."""
    places = [at for at in range(1, len(word) - 1) if word[at].isalnum() and word[at + 1].isalnum()]
    swaps = [at for at in places if word[at] != word[at + 1]]
    if not swaps:
        return word + "x"
    at = chance.choice(swaps)
    if chance.random() < 0.5:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :]


def _service(command: Correct, chance: random.Random) -> tuple[int, str] | None:
    word = misspelt(command.head[0], chance)
    if word in services(1) or word in services(2):
        return None
    command.head[0] = word
    return 0, word


def _operation(command: Correct, chance: random.Random) -> tuple[int, str] | None:
    word = misspelt(command.head[1], chance)
    if word in operations(command.head[0], MAJOR):
        return None
    command.head[1] = word
    return 0, word


def _option(command: Correct, chance: random.Random) -> tuple[int, str] | None:
    index = chance.randrange(len(command.lines))
    word = "--" + misspelt(command.lines[index].name[2:], chance)
    names = [option.name for option in command.command.all_options()]
    if any(name.startswith(word) for name in names):
        return None
    command.lines[index].name = word
    return index + 1, word


def _missing(command: Correct, chance: random.Random) -> tuple[int, str] | None:
    required = [index for index, line in enumerate(command.lines) if line.option and line.option.required]
    if not required or len(command.lines) < 2 or any(line.name.startswith("--cli-input") for line in command.lines):
        return None
    del command.lines[chance.choice(required)]
    return 0, " ".join(command.head)


def _twice(command: Correct, chance: random.Random) -> tuple[int, str] | None:
    own = [line for line in command.lines if line.option and line.tokens]
    if not own:
        return None
    line = chance.choice(own)
    command.lines.append(Line(line.name, line.option, list(line.tokens)))
    return len(command.lines), line.name


def _json_token(command: Correct, chance: random.Random) -> Line | None:
    own = [line for line in command.lines if line.option and len(line.tokens) == 1 and line.tokens[0][:1] in ("{", "[")]
    own = [line for line in own if line.option and isinstance(_item(line.option), Structure)]
    return chance.choice(own) if own else None


def _broken_json(command: Correct, chance: random.Random) -> tuple[int, str] | None:
    line = _json_token(command, chance)
    if line is None:
        return None
    whole = line.tokens[0]
    line.tokens[0] = whole.rstrip()[:-1] if chance.random() < 0.5 else re.sub(r'" ?:', '"', whole, count=1)
    if whole == line.tokens[0] or "{{" in whole:
        return None
    return command.lines.index(line) + 1, line.tokens[0]


def _member_in_json(command: Correct, chance: random.Random) -> tuple[int, str] | None:
    line = _json_token(command, chance)
    shape = resolved(line.option.shape) if line and line.option else None
    shape = resolved(shape.member) if isinstance(shape, List) else shape
    if line is None or not isinstance(shape, Structure):
        return None
    names = [name for name in shape.members if f'"{name}":' in line.tokens[0]]
    if not names:
        return None
    name = chance.choice(names)
    wrong = misspelt(name, chance)
    line.tokens[0] = line.tokens[0].replace(f'"{name}":', f'"{wrong}":', 1)
    return command.lines.index(line) + 1, f'"{wrong}"'


def _pairs(command: Correct, chance: random.Random) -> tuple[Line, int] | None:
    found = [
        (line, index)
        for line in command.lines
        for index, token in enumerate(line.tokens)
        if line.option and re.match(r"\w+=", token) and isinstance(_item(line.option), Structure)
    ]
    return chance.choice(found) if found else None


def _item(option: Option) -> object:
    shape = resolved(option.shape)
    return resolved(shape.member) if isinstance(shape, List) else shape


def _member(command: Correct, chance: random.Random) -> tuple[int, str] | None:
    found = _pairs(command, chance)
    if found is None:
        return None
    line, index = found
    name = line.tokens[index].partition("=")[0]
    wrong = misspelt(name, chance)
    line.tokens[index] = wrong + line.tokens[index][len(name) :]
    return command.lines.index(line) + 1, wrong


def _broken_shorthand(command: Correct, chance: random.Random) -> tuple[int, str] | None:
    found = _pairs(command, chance)
    if found is None:
        return None
    line, index = found
    name, _, value = line.tokens[index].partition("=")
    line.tokens[index] = f"{name}=[{value}" if chance.random() < 0.5 else f'{name}="{value}'
    return command.lines.index(line) + 1, line.tokens[index]


def _wrong_type(command: Correct, chance: random.Random) -> tuple[int, str] | None:
    own = [line for line in command.lines if line.option and isinstance(resolved(line.option.shape), (Integer, Long))]
    if not own:
        return None
    line = chance.choice(own)
    line.tokens[0] = chance.choice(["many", "10GB", "1,000"])
    return command.lines.index(line) + 1, line.tokens[0]


def _value(command: Correct, chance: random.Random) -> tuple[int, str] | None:
    own = [
        line
        for line in command.lines
        if line.option
        and len(line.tokens) == 1
        and line.tokens[0] in (getattr(resolved(line.option.shape), "enum", ()))
    ]
    if not own:
        return None
    line = chance.choice(own)
    line.tokens[0] = misspelt(line.tokens[0], chance)
    return command.lines.index(line) + 1, line.tokens[0]


def _braces(command: Correct, chance: random.Random) -> tuple[int, str] | None:
    found = [
        (line, index)
        for line in command.lines
        for index, token in enumerate(line.tokens)
        if re.search(r"=\{[^{}]*,[^{}]*\}", token) and _IS_PLAIN.fullmatch(token.replace("{", "").replace("}", ""))
    ]
    if not found:
        return None
    line, index = chance.choice(found)
    line.is_raw = True
    line.tokens = [token if at == index else join_words([token], Shell.POSIX) for at, token in enumerate(line.tokens)]
    return command.lines.index(line) + 1, line.tokens[index]


def _flag(command: Correct, chance: random.Random) -> tuple[int, str] | None:
    own = [line for line in command.lines if line.option and line.option.flag]
    if not own:
        return None
    line = chance.choice(own)
    line.tokens = ["true" if not line.name.startswith("--no-") else "false"]
    return command.lines.index(line) + 1, line.tokens[0]


def _file(command: Correct, chance: random.Random) -> tuple[int, str] | None:
    own = [line for line in command.lines if line.option and len(line.tokens) == 1]
    own = [line for line in own if re.fullmatch(r"file://[\w./-]+\.json", line.tokens[0])]
    if not own:
        return None
    line = chance.choice(own)
    line.tokens[0] = line.tokens[0].removeprefix("file://")
    return command.lines.index(line) + 1, line.tokens[0]


_VALUE = {"SH201", "SH202", "SH203", "SH204", "SH205", "SH206", "SH207"}
KINDS: dict[str, tuple[Plant, set[str]]] = {
    "service misspelt": (_service, {"SH101"}),
    "operation misspelt": (_operation, {"SH102"}),
    "option misspelt": (_option, {"SH103"}),
    "required option missing": (_missing, {"SH107"}),
    "option given twice": (_twice, {"SH106"}),
    "JSON broken": (_broken_json, {"SH202"}),
    "member misspelt in JSON": (_member_in_json, {"SH204"}),
    "member misspelt in shorthand": (_member, {"SH204"}),
    "shorthand broken": (_broken_shorthand, {"SH201", "SH203"}),
    "wrong type": (_wrong_type, {"SH203"}),
    "value misspelt": (_value, {"SH209"}),
    "braces unquoted": (_braces, {"SH301"}),
    "flag with a value": (_flag, {"SH108"}),
    "file:// forgotten": (_file, {"SH210"}),
}


def with_variables(command: Correct, fault: int, chance: random.Random) -> str:
    """Return a script in which some values beside the fault are variables.

    Args:
        command: The command with its fault.
        fault: The line of the fault.
        chance: The source of randomness.
    """
    for number, line in enumerate(command.lines, start=1):
        if number != fault and line.tokens and chance.random() < 0.7:
            line.tokens = [chance.choice(['"$VALUE"', '"${1:-x}"', '"$(get value)"', "$VALUE"])]
            line.is_raw = True
    return command.script()


@dataclass
class Outcome:
    """How many faults were found.

    Attributes:
        planted: How many were planted, by kind.
        found: How many were found at their places.
        fixed: How many have a correction that passes.
        missed: The scripts of those that were not found.
        unfixed: The scripts of those that were found and not corrected.
    """

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    fixed: Counter[str] = field(default_factory=Counter)
    missed: list[Planted] = field(default_factory=list)
    unfixed: list[Planted] = field(default_factory=list)


def planted_faults(count: int, seed: int = 15, commands: list[Correct] | None = None) -> Iterator[Planted]:
    """Yield scripts with one fault each, the kinds in turn, half of them with variables."""
    chance = random.Random(seed)
    commands = commands or list(correct_commands())
    made = 0
    while made < count:
        kind = list(KINDS)[made % len(KINDS)]
        plant, codes = KINDS[kind]
        command = chance.choice(commands).copy()
        place = plant(command, chance)
        if place is None or any("'\"'" in line.typed() for line in command.lines):
            continue
        line, word = place
        has_variables = made // len(KINDS) % 2 == 1
        body = with_variables(command, line, chance) if has_variables else command.script()
        lead = "#!/usr/bin/env bash\nset -eu\n\n" + ("main() {\n" if has_variables else "")
        tail = '}\nmain "$@"\n' if has_variables else ""
        yield Planted(kind, lead + body + tail, lead.count("\n") + line + 1, word, frozenset(codes))
        made += 1


def judge(planted: Planted, outcome: Outcome) -> None:
    """Count whether a fault is found at its line and in its word, and whether its correction passes."""
    outcome.planted[planted.kind] += 1
    text = planted.script.splitlines()[planted.line - 1]
    for finding in lint.check(planted.script, kind=FileKind.BASH, version=MAJOR):
        if finding.code not in planted.codes or finding.line != planted.line:
            continue
        if finding.column - 1 not in _columns(text, planted.word):
            continue
        outcome.found[planted.kind] += 1
        if finding.fixes:
            fixed, _ = lint.apply_fixes(planted.script, [finding], unsafe=True)
            again = lint.check(fixed, kind=FileKind.BASH, version=MAJOR)
            if not any(one.code in planted.codes for one in again):
                outcome.fixed[planted.kind] += 1
                return
        outcome.unfixed.append(planted)
        return
    outcome.missed.append(planted)


def _columns(text: str, word: str) -> range:
    """Return the columns, from 0, at which a fault in a word of a line may be reported."""
    for typed in (word, join_words([word], Shell.POSIX)):
        if typed in text:
            start = text.rindex(typed)
            return range(start, start + len(typed) + 1)
    return range(text.index(" --") + 1, len(text))


def run(count: int, seed: int = 15) -> Outcome:
    """Plant faults and look for them."""
    outcome = Outcome()
    for planted in planted_faults(count, seed):
        judge(planted, outcome)
    return outcome


if __name__ == "__main__":
    result = run(2_000)
    report = {kind: [n, result.found[kind], result.fixed[kind]] for kind, n in result.planted.items()}
    print(json.dumps(report, indent=1))
