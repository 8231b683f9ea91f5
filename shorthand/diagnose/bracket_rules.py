"""What to type where brackets and braces are wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shorthand.diagnose.case import Case, Proposal, split_at_first_key
from shorthand.diagnose.shaped import shape_at
from shorthand.errors import LossyTextError
from shorthand.shapes import List
from shorthand.syntax.raw import SPACE


def too_deep(case: Case) -> Iterator[Proposal]:
    """`a=[[[[…`"""
    if case.source.reading.walk.too_deep:
        yield Proposal("a value that is no list or map, but starts with a bracket, stands in quotes")


def brackets_left_open(case: Case) -> Iterator[Proposal]:
    """`a={b=[c` for `a={b=[c]}`"""
    broken = case.source.reading
    if len(broken.frames) > 1 and broken.walk.at >= len(case.text.rstrip(SPACE)):
        closing = "".join(
            "]" if frame.part and frame.part.form == "list" else "}" for frame in reversed(broken.frames[1:])
        )
        hint = f"close what is open: {closing}" if len(closing) < 10 else "close the brackets that are open"
        yield Proposal(hint, case.text.rstrip(SPACE + ",") + closing)


def items_with_braces_of_their_own(case: Case) -> Iterator[Proposal]:
    """`Tags=[{Key=a,Value=1,Key=b,Value=2}]` for `Tags=[{Key=a,Value=1},{Key=b,Value=2}]`"""
    lost = next((hazard for hazard in case.source.reading.hazards if hazard.kind == "pair lost"), None)
    if not isinstance(case.error, LossyTextError) or lost is None or lost.part.parent is None:
        return
    map_part = lost.part.parent
    start, end = map_part.span
    braced = split_at_first_key(case.text[start + 1 : end - 1])
    hint = "give each item of a list its own braces"
    if map_part.parent is not None and map_part.parent.form == "list":
        yield Proposal(hint, case.spliced((start, end), braced))
    elif isinstance(shape_at(case.shape, map_part.place), List):
        yield Proposal(hint, case.spliced((start, end), f"[{braced}]"))


def empty_before_a_brace(case: Case) -> Iterator[Proposal]:
    """`a={b=}` for `a={b=''}`"""
    text = re.sub(r"=[ \t\n]*\}", "=''}", case.text)
    if text != case.text:
        yield Proposal("before a closing brace an empty value is written ''", text)


def flag_before_braces(case: Case) -> Iterator[Proposal]:
    """`a@={b=file://f}`"""
    if any(hazard.kind == "flag before braces" for hazard in case.source.reading.hazards):
        yield Proposal("write '@=' at the keys inside the braces whose values are files")
