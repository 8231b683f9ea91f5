"""Rules for a letter on the wrong side of an equals sign or a comma, where a key is nearly the name of a member."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shorthand.codec.shape_at import item_shape, shape_at
from shorthand.errors import Kind
from shorthand.shapes import Boolean, List, Shape, String, Structure, resolved
from shorthand.suggest.context import Context, Proposal

_NO_KEY = re.compile(r"[^A-Za-z0-9_.#/:-]")


def equals_before_the_last_letter(context: Context) -> Iterator[Proposal]:
    """`Ke=yenv` for `Key=env`"""
    members, (start, end) = _members(context), context.span
    value = context.text[end + 1 :]
    name = context.text[start:end] + value[:1]
    if context.text[end : end + 1] == "=" and name in members and value[1:2] not in ("", ",", "}"):
        yield Proposal(f"did you mean {name}?", context.spliced((start, end + 2), f"{name}="))


def equals_after_the_next_letter(context: Context) -> Iterator[Proposal]:
    """`KeyE=nv` for `Key=Env`; for `Keye=nv` it may be `Key=env` or `Key=nv`"""
    members, (start, end) = _members(context), context.span
    name, letter = context.text[start : end - 1], context.text[end - 1 : end]
    # A letter that is doubled, or the s of a plural, belongs to the key.
    if context.text[end : end + 1] != "=" or name not in members or letter in (name[-1:], "s"):
        return
    # Only one of both readings is a documented value, or true or false.
    is_certain = isinstance(shape := resolved(members[name]), Boolean) or (isinstance(shape, String) and shape.enum)
    if letter.isupper() or letter.isdecimal() or is_certain:
        yield Proposal(f"did you mean {name}={letter}…?", context.spliced((start, end + 1), f"{name}={letter}"))
    else:
        yield Proposal(f"did you mean {name}=… or {name}={letter}…?")


def comma_after_the_first_letter(context: Context) -> Iterator[Proposal]:
    """`Key=envV,alue=a` for `Key=env,Value=a`"""
    members, (start, end) = _members(context), context.span
    before = context.text[:start]
    letter = before[-2:-1]
    name = letter + context.text[start:end]
    if before.endswith(",") and letter.isalnum() and name in members and before[-3:-2] not in ("", "=", ","):
        yield Proposal(f"did you mean {name}?", f"{before[:-2]},{letter}{context.text[start:]}")


def comma_before_the_last_letter(context: Context) -> Iterator[Proposal]:
    """`Key=a,1Value=b` for `Key=a1,Value=b`; for `Key=a,bValue=c` it may be `Key=ab,Value=c` or `Key=a,Value=c`"""
    members, (start, end) = _members(context), context.span
    letter, name = context.text[start : start + 1], context.text[start + 1 : end]
    before = context.text[:start]
    if not before.endswith(",") or name not in members or letter == name[:1]:
        return
    key_before, _, value_before = before[:-1].rpartition("=")
    shape_before = members.get(_NO_KEY.split(key_before)[-1])
    # In a list, the digit may be an item.
    is_list = "," in value_before or (shape_before is not None and isinstance(resolved(shape_before), List))
    if letter.isdecimal() and not is_list:
        yield Proposal(f"did you mean {name}?", f"{before[:-1]}{letter},{name}{context.text[end:]}")
    else:
        yield Proposal(f"did you mean {name}, or does the {letter!r} end the value before the comma?")


def _members(context: Context) -> dict[str, Shape]:
    """Return the members among which the key is not, if that is what is wrong."""
    around = item_shape(shape_at(context.shape, context.place[:-1]))[0]
    is_unknown = context.diagnostic.kind is Kind.UNKNOWN_MEMBER and isinstance(around, Structure)
    return dict(around.members) if is_unknown and isinstance(around, Structure) else {}


BOUNDARY_RULES = (
    equals_before_the_last_letter,
    equals_after_the_next_letter,
    comma_after_the_first_letter,
    comma_before_the_last_letter,
)
