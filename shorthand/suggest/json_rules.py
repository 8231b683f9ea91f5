"""What to type where a JSON token reads, but does not fit its shape."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from shorthand.codec.json_text import dumps_json
from shorthand.codec.shape_at import shape_at
from shorthand.did_you_mean import nearest
from shorthand.errors import Kind
from shorthand.shapes import Blob, Boolean, Double, Float, Integer, List, Long, String, Structure, Timestamp
from shorthand.suggest.context import Context, Proposal
from shorthand.suggest.meant_scalars import scalar_meant


def member_named_otherwise(context: Context) -> Iterator[Proposal]:
    """`{"key": "a"}` for `{"Key": "a"}`"""
    around = shape_at(context.shape, context.place[:-1])
    if context.diagnostic.kind is Kind.UNKNOWN_MEMBER and isinstance(around, Structure):
        near = nearest(str(context.place[-1]), around.members)
        if near:
            yield Proposal(f"did you mean {near}?", context.spliced(context.span, json.dumps(near)), replaces=True)


def scalar_of_another_type(context: Context) -> Iterator[Proposal]:
    """`{"Count": "3"}` for `{"Count": 3}`, `{"Value": 3}` for `{"Value": "3"}`"""
    wanted, got = context.wanted, _value(context)
    if isinstance(wanted, (String, Blob, Timestamp)) and isinstance(got, (bool, int, float)):
        yield Proposal("put a string in double quotes", context.spliced(context.span, f'"{_written(context)}"'))
    elif isinstance(wanted, (Integer, Long, Float, Double)) and isinstance(got, str):
        word = got if _NUMBER.fullmatch(got) else (scalar_meant(got, wanted) or ("", None))[1]
        if word:
            yield Proposal("write a number without quotes", context.spliced(context.span, word), removes=True)
    elif isinstance(wanted, (Integer, Long)) and isinstance(got, float) and got.is_integer() and abs(got) < 1e15:
        yield Proposal(
            "write an integer without a decimal point", context.spliced(context.span, str(int(got))), replaces=True
        )
    elif isinstance(wanted, Boolean) and isinstance(got, (str, int)):
        meant = scalar_meant(str(got), wanted)
        if meant and meant[1]:
            yield Proposal(
                "write a boolean as true or false, without quotes",
                context.spliced(context.span, meant[1]),
                replaces=True,
            )


def list_of_one(context: Context) -> Iterator[Proposal]:
    """`{"Ports": 80}` for `{"Ports": [80]}`"""
    if isinstance(context.wanted, List) and context.diagnostic.kind is Kind.WRONG_TYPE:
        yield Proposal("write a list in brackets", context.spliced(context.span, f"[{_written(context)}]"))


def json_as_a_string(context: Context) -> Iterator[Proposal]:
    """`{"Policy": {"Version": "1"}}` for `{"Policy": "{\\"Version\\":\\"1\\"}"}`"""
    got = _value(context)
    if isinstance(context.wanted, String) and isinstance(got, (dict, list)):
        text = json.dumps(dumps_json(got), ensure_ascii=False)
        yield Proposal(
            "write JSON that is a string value in quotes", context.spliced(context.span, text), replaces=True
        )


JSON_RULES = (member_named_otherwise, scalar_of_another_type, list_of_one, json_as_a_string)

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


def _written(context: Context) -> str:
    return context.text[slice(*context.span)]


def _value(context: Context) -> object:
    """What is at the fault; None where it is not a value."""
    try:
        return json.loads(_written(context)) if context.diagnostic.kind is Kind.WRONG_TYPE else None
    except (ValueError, RecursionError):
        return None
