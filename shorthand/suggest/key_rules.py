"""Rules for keys that are mangled: a stray character in them, a missing equals sign, a missing comma before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shorthand.codec.shape_at import item_shape, shape_at
from shorthand.shapes import Boolean, Double, Float, Integer, Long, Structure, resolved
from shorthand.suggest.context import Context, Proposal

_STRAY = r"[,'\"\[\]{}:;=\s]"
# An opening bracket before a key begins a structure or a list.
_STRAY_BEFORE = r"[,'\"\]}:;]"
# A closing bracket or quote, and a pair without a comma before it.
_NO_COMMA = re.compile(r"([\]}]|(?<=[^=,\[{])['\"])[ \t]*+;?[ \t]*+(?=[A-Za-z0-9_.#/:-]++\s*+=)")
_LETTER_AFTER_COMMA = re.compile(r",[A-Za-z]\Z")
_LONGEST_NAME = 60
_SHORTEST_NAME = 3
_MOST_NAMES = 200


def stray_character_in_a_key(context: Context) -> Iterator[Proposal]:
    """`chann[el=a` and `In,put=a` for `channel=a` and `Input=a`."""
    for name in _names(context):
        letters = f"{_STRAY}?".join(map(re.escape, name))
        for found in re.finditer(
            rf"(?:\A|(?<=[,{{\s])){_STRAY_BEFORE}?{letters}[\[{{'\",:;]?(?=\s*+(?:@\s*+)?=)", context.text
        ):
            stray = set(found[0]) - set(name)
            if len(found[0]) == len(name) + 1 and len(stray) == 1:
                hint = f"remove the {stray.pop()!r} from the key {name}"
                yield Proposal(hint, context.spliced(found.span(), name), replaces=True)


def equals_left_out(context: Context) -> Iterator[Proposal]:
    """`Key=a,Valueb` for `Key=a,Value=b`."""
    for name in _names(context):
        value = r"[^=,{}\[\]\s@:]+(?:[,}]|\Z)|[{\[]"
        found = re.search(rf"(?:\A|(?<=[,{{])){re.escape(name)}(?={value})", context.text)
        if found:
            hint = "write '=' between a key and its value"
            yield Proposal(hint, f"{context.text[: found.end()]}={context.text[found.end() :]}")


def comma_before_a_key_left_out(context: Context) -> Iterator[Proposal]:
    """`Mode=fastSize=3` and `Tags=[a]Size=3` for `Mode=fast,Size=3` and `Tags=[a],Size=3`."""
    for name in _names(context):
        found = re.search(rf"(?<=[^\s,={{\[;.:/@_-]){re.escape(name)}\s*+(?:@\s*+)?=", context.text)
        if found and _LETTER_AFTER_COMMA.search(context.text, 0, found.start()):
            continue  # the letter is a part of the key
        if found and not re.search(rf"(?:\A|[,{{\s;]){re.escape(name)}\s*+(?:@\s*+)?=", context.text):
            text = f"{context.text[: found.start()]},{context.text[found.start() :]}"
            yield Proposal("separate pairs with a comma", text)
    after_a_bracket = _NO_COMMA.sub(r"\1,", context.text)
    if after_a_bracket != context.text:
        yield Proposal("separate pairs with a comma", after_a_bracket)


def equals_swapped_with_a_digit(context: Context) -> Iterator[Proposal]:
    """`Size2=0` for `Size=20`, where a number is expected."""
    key = str(context.place[-1]) if context.place else ""
    around = item_shape(shape_at(context.shape, context.place[:-1]))[0]
    name = key[:-1]
    member = around.members.get(name) if isinstance(around, Structure) else None
    if key[-1:].isdecimal() and member and isinstance(resolved(member), (Integer, Long, Float, Double)):
        start, end = context.span
        rest = context.text[end:].removeprefix("=")
        yield Proposal("write '=' before the number", f"{context.text[:start]}{name}={key[-1]}{rest}")


def stray_character_in_a_value(context: Context) -> Iterator[Proposal]:
    """`Size=2"0` for `Size=20`, and `Start=2026-01-"31` for `Start=2026-01-31`: no string can have the character."""
    part = context.last_part
    at = context.source.scan.walk.at
    stray = context.text[at : at + 1]
    wanted = item_shape(shape_at(context.shape, part.place))[0] if part else None
    is_no_text = isinstance(wanted, (Boolean, Integer, Long, Float, Double))
    has_form = wanted is not None and (wanted.type_name == "timestamp" or bool(getattr(wanted, "enum", ())))
    if stray and stray in "'\"[]{}" and (is_no_text or has_form):
        yield Proposal(f"remove the {stray!r} from the value", context.spliced((at, at + 1), ""))


def _names(context: Context) -> list[str]:
    """Return the names of the members around the fault that are not given yet, the longest first."""
    around = item_shape(shape_at(context.shape, context.innermost if not context.place else context.place[:-1]))[0]
    if not isinstance(around, Structure) or len(around.members) > _MOST_NAMES:
        return []
    names = [name for name in around.members if _SHORTEST_NAME <= len(name) <= _LONGEST_NAME]
    return sorted(names, key=len, reverse=True)
