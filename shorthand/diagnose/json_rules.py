"""What to type where a JSON token reads, but does not fit its shape."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from shorthand.diagnose.case import Case, Proposal
from shorthand.diagnose.shaped import shape_at
from shorthand.diagnose.type_rules import scalar_meant
from shorthand.json_form import dumps_json
from shorthand.naming import nearest
from shorthand.shapes import Blob, Boolean, Double, Float, Integer, List, Long, String, Structure, Timestamp


def member_named_otherwise(case: Case) -> Iterator[Proposal]:
    """`{"key": "a"}` for `{"Key": "a"}`"""
    around = shape_at(case.shape, case.place[:-1])
    if case.error.problem == "member" and isinstance(around, Structure):
        near = nearest(str(case.place[-1]), around.members)
        if near:
            yield Proposal(f"did you mean {near}?", case.spliced(case.span, json.dumps(near)))


def scalar_of_another_type(case: Case) -> Iterator[Proposal]:
    """`{"Count": "3"}` for `{"Count": 3}`, `{"Value": 3}` for `{"Value": "3"}`"""
    wanted, got = case.wanted, _value(case)
    if isinstance(wanted, (String, Blob, Timestamp)) and isinstance(got, (bool, int, float)):
        yield Proposal("a string stands in double quotes", case.spliced(case.span, f'"{_written(case)}"'))
    elif isinstance(wanted, (Integer, Long, Float, Double)) and isinstance(got, str):
        word = got if _NUMBER.fullmatch(got) else (scalar_meant(got, wanted) or ("", None))[1]
        if word:
            yield Proposal("a number has no quotes", case.spliced(case.span, word))
    elif isinstance(wanted, (Integer, Long)) and isinstance(got, float) and got.is_integer() and abs(got) < 1e15:
        yield Proposal("a whole number is written without a point", case.spliced(case.span, str(int(got))))
    elif isinstance(wanted, Boolean) and isinstance(got, (str, int)):
        meant = scalar_meant(str(got), wanted)
        if meant and meant[1]:
            yield Proposal("a boolean is true or false, without quotes", case.spliced(case.span, meant[1]))


def list_of_one(case: Case) -> Iterator[Proposal]:
    """`{"Ports": 80}` for `{"Ports": [80]}`"""
    if isinstance(case.wanted, List) and case.error.problem == "value":
        yield Proposal("a list stands in brackets", case.spliced(case.span, f"[{_written(case)}]"))


def json_as_a_string(case: Case) -> Iterator[Proposal]:
    """`{"Policy": {"Version": "1"}}` for `{"Policy": "{\\"Version\\":\\"1\\"}"}`"""
    got = _value(case)
    if isinstance(case.wanted, String) and isinstance(got, (dict, list)):
        text = json.dumps(dumps_json(got), ensure_ascii=False)
        yield Proposal("JSON that is itself a string stands in quotes", case.spliced(case.span, text))


JSON_RULES = (member_named_otherwise, scalar_of_another_type, list_of_one, json_as_a_string)

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


def _written(case: Case) -> str:
    return case.text[slice(*case.span)]


def _value(case: Case) -> object:
    """What stands at the fault; None where it is not a value."""
    try:
        return json.loads(_written(case)) if case.error.problem == "value" else None
    except (ValueError, RecursionError):
        return None
