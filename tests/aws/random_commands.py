"""Compare random command lines: `python -m tests.aws.random_commands [LINES] [SEED]`.

A line is made from random parameters of a random operation, and is then changed as people change lines by mistake. The
AWS CLI's own program and we read it. Prints the counts and each difference that has no explanation.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any

from shorthand import sources
from shorthand.aws.command_line.binary import bytes_of_blobs, json_ready
from shorthand.aws.command_line.from_input import write_command_line
from shorthand.aws.command_line.to_input import CommandLine, is_streaming, read_command_line
from shorthand.errors import ShorthandError, UnrepresentableError
from shorthand.shapes import Shape, Structure
from tests.aws.awscli_tables import MAJOR
from tests.aws.documented import Found
from tests.aws.examples import plain, with_input_json
from tests.aws.random_values import RandomValues
from tests.aws.real_calls import real_call

_WORDS: tuple[str, ...] = (
    "a",
    "1",
    "-1",
    "true",
    "Key=a,Value=b",
    "Key=a",
    "Name=x,Values=a,b",
    "a=b",
    "[1]",
    '{"a": "b"}',
    "",
    "a b",
)
_WORDS += (
    "[]",
    "{}",
    "null",
    "=",
    "a,b",
    "Key=a b",
    "2024-01-01",
    "aGk=",
    "--",
    "-",
    "-x",
    "true,false",
    "1.5",
    "[{}]",
)
_GLOBAL = (
    *(["--region", "us-east-1"], ["--region=us-east-1"], ["--output", "json"], ["--output", "yaml"], ["--output", "x"]),
    *(["--no-paginate"], ["--color", "off"], ["--no-sign-request"], ["--reg", "us-east-1"], ["--query", "a"]),
    *(["--cli-read-timeout", "5"], ["--region"], ["--no-sign-request=1"], ["--cli-binary-format", "raw-in-base64-out"]),
    *(["--max-items", "2"], ["--page-size", "2"], ["--starting-token", "x"], ["--next-token", "x"]),
)


class _Lines:
    """Makes random command lines; the same seed gives the same lines."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        self._values = RandomValues(str(seed))
        # The largest services would take most of the time.
        self._services = [name for name in sources.services(MAJOR) if name not in ("ec2", "s3")]

    def line(self) -> list[str]:
        """Return the words of a line, without `aws`."""
        while True:
            service = self._chance.choice(self._services if self._chance.random() < 0.9 else ["ec2"])
            # Nobody sees the call of a waiter.
            names = [name for name in sources.operations(service, MAJOR) if not name.startswith("wait ")]
            command = sources.aws(service, self._chance.choice(names), MAJOR) if names else None
            if command is None or command.input_shape is None:
                continue
            if any(is_streaming(option.shape) for option in command.all_options()):
                continue  # they need files
            try:
                written = write_command_line(CommandLine(service, command, self._input(command), version=MAJOR))
            except UnrepresentableError:
                continue
            words = written[1:]
            start = 1 + len(command.name.split(" "))
            for _ in range(self._chance.choice((0, 0, 1, 1, 2, 3))):
                self._chance.choice(_CHANGES)(words, start, self._chance, command)
            return words

    def _input(self, command: sources.Command) -> dict[str, Any]:
        value: dict[str, Any] = self._values.some(command.input_shape or Structure({}))
        # Plain words, so that more lines are valid.
        return value if self._chance.random() < 0.3 else _plainer(value)


def _plainer(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plainer(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plainer(item) for item in value]
    is_rare = isinstance(value, str) and not (value.isascii() and value.replace("-", "").isalnum())
    return "abcdabcdabcd" if is_rare else value


_Change = Callable[[list[str], int, Random, sources.Command], None]


def _somewhere(words: list[str], start: int, chance: Random) -> int | None:
    return chance.randrange(start, len(words)) if len(words) > start else None


def _removed(words: list[str], start: int, chance: Random, _: sources.Command) -> None:
    if (at := _somewhere(words, start, chance)) is not None:
        del words[at]


def _added(words: list[str], start: int, chance: Random, _: sources.Command) -> None:
    words.insert(chance.randint(start, len(words)), chance.choice(_WORDS))


def _replaced(words: list[str], start: int, chance: Random, _: sources.Command) -> None:
    if (at := _somewhere(words, start, chance)) is not None and not words[at].startswith("--"):
        words[at] = chance.choice(_WORDS)


def _mutated(words: list[str], start: int, chance: Random, _: sources.Command) -> None:
    if (at := _somewhere(words, start, chance)) is not None and words[at]:
        place = chance.randrange(len(words[at]))
        words[at] = words[at][:place] + chance.choice(["", *",=[]{}'\"\\@ "]) + words[at][place + 1 :]


def _shortened(words: list[str], start: int, chance: Random, _: sources.Command) -> None:
    names = [at for at in range(start, len(words)) if words[at].startswith("--")]
    if names:
        at = chance.choice(names)
        words[at] = words[at][: chance.randint(3, len(words[at]))]


def _joined(words: list[str], start: int, chance: Random, _: sources.Command) -> None:
    names = [at for at in range(start, len(words) - 1) if words[at].startswith("--")]
    if names:
        at = chance.choice(names)
        words[at : at + 2] = [f"{words[at]}={words[at + 1]}"]


def _given_twice(words: list[str], start: int, chance: Random, _: sources.Command) -> None:
    if (at := _somewhere(words, start, chance)) is not None:
        words += words[at : at + 2]


def _global(words: list[str], start: int, chance: Random, _: sources.Command) -> None:
    at = chance.choice((0, chance.randint(start, len(words)), len(words)))
    words[at:at] = chance.choice(_GLOBAL)


def _option(words: list[str], start: int, chance: Random, command: sources.Command) -> None:
    options = list(command.all_options())
    if options:
        option = chance.choice(options)
        name = option.negative if option.negative and chance.random() < 0.5 else option.name
        at = chance.choice((start, len(words)))
        words[at:at] = [name] if option.flag and chance.random() < 0.8 else [name, chance.choice(_WORDS)]


def _input_json(words: list[str], _: int, chance: Random, command: sources.Command) -> None:
    shape = command.input_shape or Structure({})
    words += ["--cli-input-json", chance.choice(("{}", "[]", "{", '{"a": 1}', _json(shape, chance)))]


def _json(shape: Shape, chance: Random) -> str:
    from shorthand.codec.json_text import dumps_json

    return dumps_json(_plainer(RandomValues(str(chance.random())).some(shape)))


_CHANGES: tuple[_Change, ...] = (
    *(_removed, _added, _replaced, _mutated, _mutated, _shortened, _joined, _given_twice, _global, _global, _option),
    *(_option, _input_json),
)


def check(lines: int, seed: int) -> Found:
    """Compare random lines."""
    found = Found(Counter(), [])
    made = _Lines(seed)
    for _ in range(lines):
        words = made.line()
        outcome = compared(words)
        found.counts["lines"] += 1
        if outcome.startswith("!"):
            found.wrong.append(f"{words}: {outcome[1:]}")
            outcome = "differ without an explanation"
        found.counts[outcome] += 1
    return found


def compared(words: list[str]) -> str:
    """Return what comes of a line; an unexplained difference begins with an exclamation mark."""
    call = real_call(words)
    theirs = call.parameters
    try:
        ours: CommandLine | ShorthandError = read_command_line(words, version=MAJOR)
    except ShorthandError as error:
        ours = error
    explained = ""
    if isinstance(ours, ShorthandError) and theirs is not None:
        explained = "explained: the AWS CLI loses a part, and we stop unless we are lenient"
        try:
            ours = read_command_line(words, version=MAJOR, strict=False)
        except ShorthandError as error:
            ours = error
    if isinstance(ours, ShorthandError):
        if theirs is None:
            return "rejected by both"
        return _why_we_reject(ours.reason, words) or f"!we reject it ({ours.reason}), the AWS CLI calls with {theirs}"
    if theirs is None:
        if any("the AWS CLI refuses this" in note.reason for note in ours.notes):
            return "explained: the AWS CLI refuses a value that is too short or too small, and we say so"
        if any(part in call.message for part in _OF_THE_REQUEST):
            return "explained: the AWS CLI cannot make the request: a region, an ARN, an endpoint or its configuration"
        return f"!the AWS CLI rejects it ({call.message.strip()[-300:]}), we read {ours.input}"
    shape = ours.command.input_shape or Structure({})
    if "raw-in-base64-out" in ours.others.get("--cli-binary-format", []) and MAJOR > 1:
        theirs = bytes_of_blobs(theirs, shape)
    if plain(json_ready(theirs, shape, MAJOR)) == plain(json_ready(ours.input, shape, MAJOR)):
        return explained or "equal"
    if _is_merged_deeply(words, ours.input, theirs):
        return "explained: we merge --cli-input-json with options deeply"
    return f"!we read {ours.input}, the AWS CLI calls with {theirs}"


def _is_merged_deeply(words: list[str], ours: dict[str, Any], theirs: dict[str, Any]) -> bool:
    """Return whether only structures and maps differ that an option and --cli-input-json give."""
    given = with_input_json({}, words)
    differing = [name for name in {*ours, *theirs} if plain(ours.get(name)) != plain(theirs.get(name))]
    return all(isinstance(given.get(name), dict) and name in theirs for name in differing)


_OF_THE_REQUEST = (
    *("doesn't match a supported format", "Invalid ARN", "Failed to parse ARN", "must be a valid ARN"),
    *(
        "--endpoint-url is required",
        "could not be found",
        "in a preview stage",
        "must only contain",
        "must match the regex",
    ),
)


def _why_we_reject(reason: str, words: list[str]) -> str:
    """Return why we may reject what the AWS CLI accepts; "" if we may not."""
    if "got true" in reason or "got false" in reason:
        return "explained: true is a number for the AWS CLI"
    if "" in words and ("belongs to no option" in reason or reason.endswith(" 2 words")):
        return "explained: the AWS CLI ignores one empty word that belongs to no option"
    if "--" in words and reason.endswith("has no option --"):
        return "explained: the AWS CLI skips two dashes alone"
    return ""


def main(lines: int, seed: int) -> int:
    found = check(lines, seed)
    for what, number in found.counts.most_common():
        print(f"{number:>9,} {what}")
    print(*found.wrong, sep="\n")
    return 1 if found.wrong else 0


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*numbers, *(1500, 1)[len(numbers) :]))
