"""What to type where brackets and braces are wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shorthand.diagnose.case import NEXT_PAIR, Case, Proposal, split_at_first_key
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
    if len(broken.frames) < 2 or broken.walk.at < len(case.text.rstrip(SPACE)):
        return
    innermost = broken.frames[-1].part
    if innermost and innermost.form == "list" and (names := "|".join(case.names_to(innermost.place[:-1]))):
        # What the structure around knows ends the list: the bracket was forgotten before it.
        following = re.compile(rf",[ \t\n]*+(?:{names})[ \t]*=").search(case.text, innermost.start)
        if following:
            at = following.start()
            if not set(case.text[innermost.start + 1 : at]) & set("[]{}"):
                yield Proposal("close what is open: ]", f"{case.text[:at]}]{case.text[at:]}")
            return
    closing = "".join("]" if frame.part and frame.part.form == "list" else "}" for frame in reversed(broken.frames[1:]))
    hint = f"close what is open: {closing}" if len(closing) < 10 else "close the brackets that are open"
    yield Proposal(hint, case.text.rstrip(SPACE + ",") + closing)


def one_bracket_too_many(case: Case) -> Iterator[Proposal]:
    """`a={b=c}}` for `a={b=c}`"""
    at = case.source.reading.walk.at
    before = case.text[:at].rstrip(SPACE)
    text = case.text
    if text[at : at + 1] in ("]", "}") and before[-1:] in ("]", "}") and "'" not in text and '"' not in text:
        opened, closed = (sum(text.count(mark) for mark in marks) for marks in ("[{", "]}"))
        if closed > opened:
            yield Proposal(f"a {text[at]} too many: take it away", case.spliced((at, at + 1), ""))


def comma_between_items(case: Case) -> Iterator[Proposal]:
    """`Tags=[{Key=a} {Key=b}]` for `Tags=[{Key=a},{Key=b}]`"""
    at = case.source.reading.walk.at
    before = case.text[:at].rstrip(SPACE)
    rest = case.text[at:].lstrip(SPACE + ";")
    if case.source.reading.frames[-1].part and before[-1:] == "}" and rest[:1] == "{":
        yield Proposal("commas stand between the items of a list", f"{before},{rest}")


def list_without_brackets(case: Case) -> Iterator[Proposal]:
    """`a={b=c,d}` for `a={b=[c,d]}`, where a list is wanted: only outside braces may its brackets be left out"""
    part = case.last_part
    inside = case.source.reading.frames[-1].part
    if part is None or inside is None or not isinstance(shape_at(case.shape, part.place), List):
        return
    rest = case.text[part.start :]
    following = NEXT_PAIR.search(rest)
    closing = re.search(r"[\]}]", rest)
    end = min([found.start() for found in (following, closing) if found], default=len(rest))
    items = rest[:end].rstrip(SPACE + ",")
    if "," in items and not set(items) & set("[{\"'"):
        hint = "within braces a list has brackets"
        yield Proposal(hint, f"{case.text[: part.start]}[{items}]{rest[len(items) :]}")


def list_in_braces(case: Case) -> Iterator[Proposal]:
    """`Values={a,b}` for `Values=[a,b]`"""
    part = case.source.reading.frames[-1].part
    if part and part.form == "map" and isinstance(shape_at(case.shape, part.place), List):
        plain = re.match(r"\{([^={}\[\]]*)\}", case.text[part.start :])
        if plain:
            span = (part.start, part.start + plain.end())
            yield Proposal("a list stands in brackets, not in braces", case.spliced(span, f"[{plain[1]}]"))


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
