"""Random slips in options of the AWS CLI, and a judgement of each fix by the AWS CLI itself.

    python -m tests.suggest.judged_fixes 20000 [SEED]

A value is made for an option that takes shorthand, written, and given one slip that people make: a missing, doubled or
swapped character, a space, a quote, a dropped comma, words split at spaces. Where that is an error with a fix, the fix
is read by the AWS CLI's parser and checked by botocore's validator, and every value that the slip did not touch must be
a value of the fix. Exit 1 if any fix is refused or loses a value.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from awscli.argprocess import ParamError, ParamShorthandParser, unpack_cli_arg
from botocore.validate import ParamValidator

import shorthand
from shorthand.errors import ShorthandError
from shorthand.shapes import Blob, Boolean, Double, Float, Integer, List, Long, Map, Shape, String, Structure, resolved
from tests.aws import awscli_tables as awscli
from tests.aws.round_trips import options

_WORDS = (
    *("prod", "dev", "test", "i-0abc123", "sg-1", "arn:aws:iam::123456789012:role/r", "s3://bucket/key", "t3.micro"),
    *("a b", "10.0.0.0/16", "eu-west-1a", "Name", "my-app_1", "2024-01-01", "x=y", "a,b", "it's", "hello, world"),
    *("{a}", "80", "0.5", "/dev/sdb", "*", "$HOME", "user@example.com", "Owner", "team-a", "tag:env", "100%"),
)
_parser = ParamShorthandParser()
_validator = ParamValidator()


class Case(NamedTuple):
    """An option, the tokens with their slip, and the leaves that the slip left alone."""

    label: str
    argument: Any
    event: str
    shape: Shape
    good: list[str]
    tokens: list[str]
    leaves: Counter[str]


class Values:
    """Values as people write them: short words, numbers, every required member and some others."""

    def __init__(self, choose: random.Random) -> None:
        self.choose = choose

    def value(self, shape: Shape, depth: int = 0) -> Any:
        shape = resolved(shape)
        choose = self.choose
        if isinstance(shape, Structure):
            names = list(shape.members)
            if shape.union:
                chosen = [choose.choice(names)]
            else:
                chance = 0.5 if depth == 0 else 0.3 if depth < 3 else 0
                chosen = [name for name in names if name in shape.required or choose.random() < chance][:6]
                chosen += [name for name in shape.required if name not in chosen]
                chosen = chosen or names[:1]
            return {name: self.value(shape.members[name], depth + 1) for name in chosen}
        if isinstance(shape, List):
            return [self.value(shape.member, depth + 1) for _ in range(choose.choice((1, 1, 2, 3)) if depth < 4 else 0)]
        if isinstance(shape, Map):
            keys = resolved(shape.key)
            names = list(keys.enum) if isinstance(keys, String) and keys.enum else ["key1", "env", "Team", "a.b"]
            chosen = choose.sample(names, min(len(names), choose.choice((1, 1, 2)) if depth < 4 else 0))
            return {name: self.value(shape.value, depth + 1) for name in chosen}
        if isinstance(shape, String) and shape.enum:
            return choose.choice(shape.enum)
        if isinstance(shape, (Integer, Long)):
            return choose.choice((1, 5, 20, 80, 443, 1024))
        if isinstance(shape, (Float, Double)):
            return choose.choice((0.5, 1.0, 20.25))
        if isinstance(shape, Boolean):
            return choose.random() < 0.5
        if isinstance(shape, Blob):
            return "text"
        return "2026-01-31T12:00:00Z" if shape.type_name == "timestamp" else choose.choice(_WORDS)


def leaves(value: Any) -> Iterator[str]:
    """The scalars of a value as strings."""
    if isinstance(value, dict):
        for item in value.values():
            yield from leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item)
    elif isinstance(value, bool):
        yield str(value).lower()
    elif isinstance(value, float) and value.is_integer():
        yield str(int(value))
    elif isinstance(value, bytes):
        yield value.decode("utf-8", "replace")
    else:
        yield str(value)


def slip(choose: random.Random, text: str) -> tuple[str, int, int]:
    """The text after one slip, and the span of the original that it touched."""
    at = choose.randrange(len(text))
    kind = choose.choice(("missing", "doubled", "swapped", "space", "quote", "comma", "inserted", "punctuation"))
    marks = [index for index, char in enumerate(text) if char in ",={}[]'\""]
    if kind == "punctuation" and marks:
        at = choose.choice(marks)
        kind = choose.choice(("missing", "doubled", "swapped"))
    if kind == "comma":
        commas = [index for index, char in enumerate(text) if char == ","]
        if commas:
            at = choose.choice(commas)
            return text[:at] + choose.choice(("", " ", "; ", ", ")) + text[at + 1 :], at, at + 1
        kind = "missing"
    if kind == "missing":
        return text[:at] + text[at + 1 :], at, at + 1
    if kind == "doubled":
        return text[:at] + text[at] + text[at:], at, at + 1
    if kind == "swapped" and at + 1 < len(text):
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :], at, at + 2
    if kind == "space":
        return f"{text[:at]} {text[at:]}", at, at
    if kind == "quote":
        return text[:at] + choose.choice("'\"") + text[at:], at, at
    return text[:at] + choose.choice("{}[]=,;:x") + text[at:], at, at


def untouched(text: str, start: int, end: int) -> Counter[str]:
    """The leaves of a text that a slip at a span did not touch, and did not touch the key or the comma beside them."""
    from shorthand.syntax.part_scanner import PartScanner

    found: Counter[str] = Counter()
    for part in list(PartScanner(text)):
        first = part.key[0] if part.key else part.start
        if part.raw is not None and (end < first - 1 or start > part.end + 1):
            found[part.raw] += 1
    return found


def cases(count: int, seed: str) -> Iterator[Case]:
    """So many slips over the options of all services."""
    choose = random.Random(seed)
    names = awscli.services()
    made = 0
    while made < count:
        service = choose.choice(names)
        try:
            known = [one for one in options(service) if one[3].syntax()]
        except Exception:
            continue
        choose.shuffle(known)
        for command, name, argument, option in known[:20]:
            values = Values(choose)
            for _ in range(5):
                value = values.value(option.shape)
                try:
                    good = shorthand.dumps_option(value, option.shape, json_fallback=False)
                except ShorthandError:
                    continue
                if _validator.validate(value, argument.argument_model).has_errors():
                    continue
                index = choose.randrange(len(good))
                slipped, start, end = slip(choose, good[index])
                kept: Counter[str] = Counter()
                for other, token in enumerate(good):
                    kept += untouched(token, start, end) if other == index else untouched(token, -9, -9)
                words = [*good[:index], slipped, *good[index + 1 :]]
                if choose.random() < 0.15:  # without quotes a shell splits at spaces
                    words = [word for token in words for word in token.split(" ") if word]
                if words != good and words:
                    event = ".".join(["process-cli-arg", *command.reading_names])
                    yield Case(f"{service} {command.name} --{name}", argument, event, option.shape, good, words, kept)
                    made += 1
                    if made >= count:
                        return


def corrected(tokens: Sequence[str], error: ShorthandError) -> list[str] | None:
    """The tokens after the fix; None where there is none for all that is wrong."""
    if error.fix_tokens is not None:
        return list(error.fix_tokens)
    fixes = {one.text: one.fix for one in error.errors}
    if any(fix is None for fix in fixes.values()):
        return None
    if not set(fixes) & set(tokens):
        return [str(error.fix)]
    return [str(fixes.get(token, token)) for token in tokens]


def judge(case: Case, fixed: list[str]) -> str:
    """What is wrong with a fix; "" where nothing is."""
    model = case.argument.argument_model
    try:
        given = fixed if model.type_name == "list" else fixed[0]
        if model.type_name != "list" and len(fixed) != 1:
            return "refused: several words for one"
        read = _parser(case.argument, given, case.event)
        value = unpack_cli_arg(case.argument, given) if read is None else read
    except (ParamError, ValueError, TypeError, AttributeError) as error:
        return f"refused by the parser: {error}"
    ours = shorthand.loads_option(fixed, case.shape)
    report = _validator.validate(ours, model)
    if report.has_errors():
        return f"refused by the validator: {report.generate_report()}"
    if Counter(map(str.strip, leaves(value))) != Counter(map(str.strip, leaves(ours))) and not model.type_name:
        return "read differently"
    lost = case.leaves - Counter(leaves(ours))
    # In a map a comma may be part of a value, so that a word after it without "=" is no pair.
    joined = [
        leaf
        for leaf in lost
        if any(f"{leaf}," in whole and "=" not in whole.replace(leaf, "") for whole in leaves(ours))
    ]
    if lost and len(joined) == len(lost):
        return "joined"
    return f"lost {dict(lost)}" if lost else ""


def main() -> None:
    """Judge as many slips as the argument says."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    seed = sys.argv[2] if len(sys.argv) > 2 else "1"
    counts: Counter[str] = Counter()
    shown = 0
    for case in cases(count, seed):
        counts["slips"] += 1
        try:
            shorthand.loads_option(case.tokens, case.shape)
            continue
        except ShorthandError as error:
            fixed = corrected(case.tokens, error)
            counts["wrong"] += 1
        if fixed is None:
            continue
        counts["with a fix"] += 1
        wrong = judge(case, fixed)
        if wrong:
            counts[wrong.split(" ")[0].rstrip(":") + (" by the validator" if "validator" in wrong else "")] += 1
            shown += 1
            if shown <= 40 or wrong.startswith("lost"):
                print(f"{case.label}\n  good   {case.good}\n  typed  {case.tokens}\n  fix    {fixed}\n  {wrong[:200]}")
    print(dict(counts))
    sys.exit(1 if counts["refused"] or counts["lost"] or counts["refused by the validator"] else 0)


if __name__ == "__main__":
    main()
