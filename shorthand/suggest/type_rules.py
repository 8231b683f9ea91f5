"""What to type where a text reads, but does not fit its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from shorthand.codec.shape_at import shape_at
from shorthand.did_you_mean import nearest
from shorthand.errors import Kind, Place
from shorthand.shapes import (
    Boolean,
    Double,
    Float,
    Integer,
    Long,
    Map,
    Scalar,
    Shape,
    String,
    Structure,
    resolved,
)
from shorthand.suggest.boundary_rules import BOUNDARY_RULES
from shorthand.suggest.context import PAIR, Context, Proposal, raw_at, split_at_first_key
from shorthand.suggest.key_rules import (
    comma_before_a_key_left_out,
    equals_left_out,
    equals_swapped_with_a_digit,
    stray_character_in_a_key,
)
from shorthand.suggest.meant_scalars import scalar_meant
from shorthand.suggest.pair_rules import backslash_took_the_comma, comma_left_out
from shorthand.syntax.parts import Part
from shorthand.syntax.raw import Raw

_NUMBERS = (Integer, Long, Float, Double)
_KEY = re.compile(r"(?<=,)[A-Za-z0-9_.#/:-]++\Z")
# The letters of a plural.
_LONGEST_ENDING = 2
_NOTHING = {"null", "none", "nil", "undefined", "nan"}


def member_named_otherwise(context: Context) -> Iterator[Proposal]:
    """`keyname=x` for `KeyName=x`"""
    members = _members(context)
    if members is None:
        return
    key = str(context.place[-1])
    near = nearest(key, members.members)
    if near:
        case_counts = " names are case-sensitive" if near.lower() == key.lower() else ""
        hint = f"did you mean {near}?{case_counts}"
        yield Proposal(hint, context.spliced(context.span, near), replaces=True)


def options_in_a_value(context: Context) -> Iterator[Proposal]:
    """`A=--labels=x,y=z` for `A='--labels=x,y=z'`: what follows the comma was meant to be part of the string"""
    before = _string_before(context)
    if before and "=" in context.text[before.start : before.end]:
        yield from _with_what_follows(context, before)


def dotted_key(context: Context) -> Iterator[Proposal]:
    """`Limits.Max=3` for `Limits={Max=3}`"""
    members = _members(context)
    outer, _, inner = str(context.place[-1]).partition(".") if context.place else ("", "", "")
    within = resolved(members.members[outer]) if members and outer in members.members else None
    if isinstance(within, Structure) and inner in within.members:
        part = context.part(context.place)
        value = context.text[(part.key or part.span)[1] : part.end]
        braced = f"{outer}={{{inner}={value.lstrip(' @=')}}}"
        yield Proposal(
            "write the members of a structure in braces",
            context.spliced(((part.key or part.span)[0], part.end), braced),
            replaces=True,
        )


def comma_ended_the_value(context: Context) -> Iterator[Proposal]:
    """`A=hello,world=x` for `A='hello,world=x'`"""
    before = _string_before(context)
    members = _members(context)
    # A key that is written as the members are is a wrong name rather than the rest of a string.
    if before and members and not _is_written_as(str(context.place[-1]), members):
        yield from _with_what_follows(context, before)


def _is_written_as(key: str, structure: Structure) -> bool:
    return all(key[:1].isupper() == name[:1].isupper() for name in structure.members) and key.isalnum()


def _with_what_follows(context: Context, before: Part) -> Iterator[Proposal]:
    hint = f"the comma ended the value of {before.step}: quote the whole value"
    yield from context.in_quotes((before.start, context.part(context.place).end), hint)


def _string_before(context: Context) -> Part | None:
    """The value before a key that is no member, where it is a string."""
    structure = _members(context)
    if structure is None:
        return None
    *outer, key = context.place
    siblings = list(cast("dict[str, Raw]", raw_at(context.source.raw, tuple(outer))))
    before = siblings[: siblings.index(str(key))]
    last = next((name for name in reversed(before) if name in structure.members), None)
    if last is None or not isinstance(resolved(structure.members[last]), String):
        return None
    return context.part((*outer, last))


def member_of_another(context: Context) -> Iterator[Proposal]:
    """`Limits={…},MaxCount=3` for `Limits={…,MaxCount=3}`"""
    members = _members(context)
    if members is None:
        return
    key = str(context.place[-1])
    within = [
        name
        for name, member in members.members.items()
        if isinstance(inner := resolved(member), Structure) and key in inner.members
    ]
    if len(within) == 1:
        part = context.part(context.place)
        pair = ((part.key or part.span)[0], part.end)
        hint = f"{key} is a member of {within[0]}"
        yield Proposal(hint, context.spliced(pair, f"{within[0]}={{{context.text[slice(*pair)]}}}"))
        yield Proposal(f"{hint}: write it inside the braces there")


def braces_left_out(context: Context) -> Iterator[Proposal]:
    """`Tags=[Key=k,Value=v]` for `Tags=[{Key=k,Value=v}]`, and `Vpc=Subnets=a` for `Vpc={Subnets=a}`"""
    place = context.place
    wanted = shape_at(context.shape, place)
    got = raw_at(context.source.raw, place)
    if not isinstance(wanted, (Structure, Map)) or not isinstance(got, str) or not PAIR.match(got):
        return
    outer = place[:-1] if place and isinstance(place[-1], int) else place
    raw = raw_at(context.source.raw, outer)
    if isinstance(raw, list):
        start, end = context.span_at(outer)
        inside = context.text[start:end]
        hint = "put each structure of a list in its own braces"
        if inside.startswith("[") and inside.endswith("]"):
            start, end = start + 1, end - 1
            yield Proposal(hint, context.spliced((start, end), split_at_first_key(context.text[start:end])))
        else:
            yield Proposal(hint, context.spliced((start, end), f"[{split_at_first_key(inside)}]"))
        return
    start, end = context.span_at(outer)
    hint = (
        "put the pairs of a structure in braces"
        if isinstance(wanted, Structure)
        else "put the pairs of a map in braces"
    )
    for stop in _ends(context, outer, end):
        braced = split_at_first_key(context.text[start:stop])
        yield Proposal(hint, context.spliced((start, stop), f"[{braced}]" if braced.count("{") > 1 else braced))


def structure_in_brackets(context: Context) -> Iterator[Proposal]:
    """`Ebs=[{Size=20}]` for `Ebs={Size=20}`"""
    got = context.got
    if isinstance(context.wanted, (Structure, Map)) and isinstance(got, list) and len(got) == 1:
        start, end = context.part(context.place).span
        inner = context.text[start + 1 : end - 1].strip()
        if context.text[start] == "[" and inner.startswith("{"):
            yield Proposal("write one structure in braces, without brackets", context.spliced((start, end), inner))


def string_in_quotes(context: Context) -> Iterator[Proposal]:
    """`Value=a,b` for `Value='a,b'`"""
    wanted = context.wanted
    got = context.got
    if not isinstance(wanted, Scalar) or isinstance(wanted, (Boolean, Integer, Long, Float, Double)):
        return
    if not isinstance(got, (list, dict)):
        return
    start, end = context.span_at(context.place)
    written = context.text[start:end]
    opens = written[:1] in ("[", "{")
    around = shape_at(context.shape, context.place[:-1])
    if not opens and isinstance(around, Structure) and any(item in around.members for item in got):
        return  # a member without its value, rather than a part of this one
    if opens:
        hint = f"a value that starts with {written[0]} is read as a {'list' if written[0] == '[' else 'map'}: "
    else:
        hint = "a comma makes a list: "
        # Quotes around an item are not part of the value, and spaces after a comma are.
        written = ",".join(cast("list[str]", got)) if "'" in written or '"' in written else written
    hint += "quote the whole value"
    if opens and (other := _bracketed_member(context, around)):
        yield Proposal(f"{hint}, or write {other}=… if that is meant")
        return
    if not opens and isinstance(around, Map) and (last := _KEY.search(written)):
        # In a map, a word after a comma may be a key whose equals sign is missing.
        hint += f", or write {last[0]}=… if that is a key"
        if written != context.text[start:end]:  # an item has quotes, and the comma is outside them
            yield Proposal(hint)
            return
    yield from context.in_quotes((start, end), hint, written.replace("\\,", ","))


def _bracketed_member(context: Context, around: Shape | None) -> str | None:
    """Return the member with nearly the key of the fault whose value is in brackets, if there is one."""
    key = str(context.place[-1]) if context.place else ""
    members = around.members if isinstance(around, Structure) else {}
    names = [name for name, shape in members.items() if not isinstance(resolved(shape), Scalar) and name != key]
    return next((name for name in names if name.startswith(key) and len(name) - len(key) <= _LONGEST_ENDING), None)


def scalar_in_another_form(context: Context) -> Iterator[Proposal]:
    """`Enabled=yes` for `Enabled=true`, `Size=1_000` for `Size=1000`, `Port=80 443` for `Port=80,443`"""
    wanted, got = context.wanted, context.got
    if isinstance(got, list) and all(isinstance(item, str) for item in got):
        got = ",".join(cast("list[str]", got))
    if not isinstance(got, str) or not isinstance(wanted, Scalar):
        return
    span = context.span_at(context.place)
    names = [step for step in context.place if isinstance(step, str)]
    meant = scalar_meant(got, wanted, names[-1] if names else "")
    if meant:
        hint, word = meant
        yield Proposal(hint, None if word is None else context.spliced(span, word), removes=True)
    elif isinstance(wanted, (*_NUMBERS, Boolean)) and got.startswith(">"):
        yield Proposal(
            "write '=' between a key and its value, not '=>'", context.spliced(span, got.lstrip("> ")), replaces=True
        )
    elif isinstance(wanted, _NUMBERS) and len(words := got.split()) > 1:
        yield Proposal("separate the items of a list with commas", context.spliced(span, ",".join(words)))


def no_null(context: Context) -> Iterator[Proposal]:
    """`Size=null`: the pair is left out"""
    wanted = context.wanted
    got = context.got
    if not isinstance(got, str) or got.lower() not in _NOTHING or isinstance(wanted, String) or not context.place:
        return
    hint = "shorthand has no null: leave the member out"
    if isinstance(context.place[-1], int):
        return
    start = (context.part(context.place).key or context.span)[0]
    end = context.span[1]
    following = re.compile(r"[ \t\n]*,[ \t\n]*").match(context.text, end)
    if following:
        yield Proposal(hint, context.text[:start] + context.text[following.end() :], removes=True)
    else:
        yield Proposal(hint, re.sub(r",[ \t\n]*\Z", "", context.text[:start]) + context.text[end:], removes=True)


TYPE_RULES = (
    comma_left_out,
    backslash_took_the_comma,
    stray_character_in_a_key,
    equals_swapped_with_a_digit,
    *BOUNDARY_RULES,
    comma_before_a_key_left_out,
    equals_left_out,
    braces_left_out,
    options_in_a_value,
    dotted_key,
    member_named_otherwise,
    member_of_another,
    comma_ended_the_value,
    structure_in_brackets,
    string_in_quotes,
    scalar_in_another_form,
    no_null,
)


def _members(context: Context) -> Structure | None:
    """The structure that has no such member, where that is what is wrong."""
    shape = shape_at(context.shape, context.place[:-1])
    return shape if context.diagnostic.kind is Kind.UNKNOWN_MEMBER and isinstance(shape, Structure) else None


def _ends(context: Context, place: Place, end: int) -> Iterator[int]:
    """Where a structure without braces may end: before the next pair that the one around it knows, or with it."""
    *outer, key = place
    around = shape_at(context.shape, tuple(outer))
    siblings = raw_at(context.source.raw, tuple(outer))
    names = list(siblings) if isinstance(siblings, dict) else []
    for name in names[names.index(str(key)) + 1 :] if key in names else []:
        if isinstance(around, Structure) and name in around.members:
            break
        end = context.part((*outer, name)).end
    yield end
