"""What to type where brackets and braces are wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shorthand.codec.shape_at import shape_at
from shorthand.errors import Kind
from shorthand.shapes import List
from shorthand.suggest.context import NEXT_PAIR, Context, Proposal, split_at_first_key
from shorthand.syntax.lossy import HazardKind
from shorthand.syntax.parts import Form
from shorthand.syntax.raw import SPACE


def too_deep(context: Context) -> Iterator[Proposal]:
    """`a=[[[[…`"""
    if context.source.scan.walk.too_deep:
        yield Proposal("quote a value that starts with a bracket, unless it is a list or a map")


def brackets_left_open(context: Context) -> Iterator[Proposal]:
    """`a={b=[c` for `a={b=[c]}`"""
    broken = context.source.scan
    if len(broken.frames) < 2 or broken.walk.at < len(context.text.rstrip(SPACE)):
        return
    innermost = broken.frames[-1].part
    if innermost and innermost.form is Form.LIST and (names := "|".join(context.names_to(innermost.place[:-1]))):
        # What the structure around knows ends the list: the bracket was forgotten before it.
        following = re.compile(rf",[ \t\n]*+(?:{names})[ \t]*=").search(context.text, innermost.start)
        if following:
            at = following.start()
            if not set(context.text[innermost.start + 1 : at]) & set("[]{}"):
                yield Proposal("close the open bracket: add ]", f"{context.text[:at]}]{context.text[at:]}")
            return
    closing = "".join(
        "]" if frame.part and frame.part.form is Form.LIST else "}" for frame in reversed(broken.frames[1:])
    )
    hint = f"close the open brackets: add {closing}" if len(closing) < 10 else "close the open brackets"
    yield Proposal(hint, context.text.rstrip(SPACE + ",") + closing)


def one_bracket_too_many(context: Context) -> Iterator[Proposal]:
    """`a={b=c}}` for `a={b=c}`"""
    at = context.source.scan.walk.at
    before = context.text[:at].rstrip(SPACE)
    text = context.text
    if text[at : at + 1] in ("]", "}") and before[-1:] in ("]", "}") and "'" not in text and '"' not in text:
        opened, closed = (sum(text.count(mark) for mark in marks) for marks in ("[{", "]}"))
        if closed > opened:
            yield Proposal(f"remove the extra {text[at]}", context.spliced((at, at + 1), ""))


def comma_between_items(context: Context) -> Iterator[Proposal]:
    """`Tags=[{Key=a} {Key=b}]` for `Tags=[{Key=a},{Key=b}]`"""
    at = context.source.scan.walk.at
    before = context.text[:at].rstrip(SPACE)
    rest = context.text[at:].lstrip(SPACE + ";")
    if context.source.scan.frames[-1].part and before[-1:] == "}" and rest[:1] == "{":
        yield Proposal("separate the items of a list with commas", f"{before},{rest}")


def list_without_brackets(context: Context) -> Iterator[Proposal]:
    """`a={b=c,d}` for `a={b=[c,d]}`, where a list is wanted: only outside braces may its brackets be left out"""
    part = context.last_part
    inside = context.source.scan.frames[-1].part
    if part is None or inside is None or not isinstance(shape_at(context.shape, part.place), List):
        return
    rest = context.text[part.start :]
    following = NEXT_PAIR.search(rest)
    closing = re.search(r"[\]}]", rest)
    end = min([found.start() for found in (following, closing) if found], default=len(rest))
    items = rest[:end].rstrip(SPACE + ",")
    if "," in items and not set(items) & set("[{\"'"):
        hint = "inside braces, write a list in brackets"
        yield Proposal(hint, f"{context.text[: part.start]}[{items}]{rest[len(items) :]}")


def list_in_braces(context: Context) -> Iterator[Proposal]:
    """`Values={a,b}` for `Values=[a,b]`"""
    part = context.source.scan.frames[-1].part
    if part and part.form is Form.MAP and isinstance(shape_at(context.shape, part.place), List):
        plain = re.match(r"\{([^={}\[\]]*)\}", context.text[part.start :])
        if plain:
            span = (part.start, part.start + plain.end())
            yield Proposal("write a list in brackets, not in braces", context.spliced(span, f"[{plain[1]}]"))


def items_with_braces_of_their_own(context: Context) -> Iterator[Proposal]:
    """`Tags=[{Key=a,Value=1,Key=b,Value=2}]` for `Tags=[{Key=a,Value=1},{Key=b,Value=2}]`"""
    lost = next((hazard for hazard in context.source.scan.hazards if hazard.kind is HazardKind.PAIR_LOST), None)
    if context.diagnostic.kind is not Kind.LOSSY or lost is None or lost.part.parent is None:
        return
    map_part = lost.part.parent
    start, end = map_part.span
    braced = split_at_first_key(context.text[start + 1 : end - 1])
    hint = "put each item of a list in its own braces"
    if map_part.parent is not None and map_part.parent.form is Form.LIST:
        yield Proposal(hint, context.spliced((start, end), braced))
    elif isinstance(shape_at(context.shape, map_part.place), List):
        yield Proposal(hint, context.spliced((start, end), f"[{braced}]"))


def empty_before_a_brace(context: Context) -> Iterator[Proposal]:
    """`a={b=}` for `a={b=''}`"""
    text = re.sub(r"=[ \t\n]*\}", "=''}", context.text)
    if text != context.text:
        yield Proposal("write an empty value before a closing brace as ''", text)


def flag_before_braces(context: Context) -> Iterator[Proposal]:
    """`a@={b=file://f}`"""
    if any(hazard.kind is HazardKind.FLAG_BEFORE_BRACES for hazard in context.source.scan.hazards):
        yield Proposal("write '@=' after the keys inside the braces whose values are files")
