"""What to type where a text does not read, or would not read whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from shorthand.convert import lower
from shorthand.diagnose.bracket_rules import (
    brackets_left_open,
    comma_between_items,
    empty_before_a_brace,
    flag_before_braces,
    items_with_braces_of_their_own,
    list_in_braces,
    list_without_brackets,
    one_bracket_too_many,
    too_deep,
)
from shorthand.diagnose.case import Case, Proposal
from shorthand.diagnose.pair_rules import (
    colons,
    comma_at_the_end,
    comma_left_out,
    comma_twice,
    equals_twice,
    key_characters,
    key_given_twice,
    key_of_the_shape,
    quoted_keys,
)
from shorthand.diagnose.quote_rules import (
    backslash_and_quote,
    dropped_text,
    outer_quotes,
    quote_in_quotes,
    quote_left_open,
    value_in_quotes,
    value_that_a_comma_ended,
)
from shorthand.diagnose.shaped import shape_at
from shorthand.errors import ShorthandError
from shorthand.naming import nearest
from shorthand.shapes import List, Map, Scalar, Structure
from shorthand.syntax.raw import SPACE, Raw
from shorthand.syntax.writer import write

_UTF_16_MARKS = ("\xff\xfe", "\xfe\xff", "\ufffe")
_JSON_WITHOUT_QUOTES = re.compile(r"[\[{]++[ \t\n]*+\w[\w-]*+[ \t]*+:")
_UTF_8_MARK = "\xef\xbb\xbf"


def byte_order_mark(case: Case) -> Iterator[Proposal]:
    """The start of a file that is not plain UTF-8, or was read as what it is not."""
    text = case.text
    if text.startswith("\ufeff"):
        yield Proposal("the text begins with a byte order mark (BOM): save the file as UTF-8 without one", text[1:])
    elif text.startswith(_UTF_8_MARK):
        yield Proposal("the text begins with a byte order mark (BOM): save the file as UTF-8 without one", text[3:])
    elif text.startswith(_UTF_16_MARKS) or text[1::2].strip("\0") == "" != text[1::2]:
        yield Proposal("the text is UTF-16: save the file as UTF-8", text.lstrip("\xff\xfe\ufffe").replace("\0", ""))


def space_around(case: Case) -> Iterator[Proposal]:
    """White space before the first key, or after the last bracket."""
    text = case.text.lstrip(SPACE)
    if case.span[0] == 0 and text != case.text:
        yield Proposal("take the white space at the start away", text)
    text = case.text.rstrip(SPACE)
    if text != case.text and text[-1:] in ("]", "}"):
        yield Proposal("take the white space at the end away", text)


def json_text(case: Case) -> Iterator[Proposal]:
    """`{"Key": "a"}` where shorthand is wanted: `Key=a`"""
    text = case.text.strip()
    if case.span[0] > len(case.text) - len(text) + 1 or text[:1] not in ("{", "["):
        return
    value = _json(text)
    if isinstance(value, dict):
        hint = "this is JSON, and shorthand is read here"
        shorthand = _written(value, case)
        yield Proposal(hint, shorthand) if shorthand else Proposal(hint)


def json_value(case: Case) -> Iterator[Proposal]:
    """`Policy={"Version": "1"}` for `Policy='{"Version": "1"}'`, or `Policy={Version=1}` where a structure is wanted"""
    for frame in case.source.reading.frames[1:4]:
        part = frame.part
        if part is None or "'" in case.text[: part.start]:
            continue
        try:
            value, end = json.JSONDecoder().raw_decode(case.text, part.start)
        except (ValueError, RecursionError):
            continue
        wanted = shape_at(case.shape, part.place)
        if isinstance(wanted, (Structure, List, Map)):
            try:
                written = write({"": {"": lower(value, wanted)}})[len("={=") : -1]
            except ShorthandError:
                continue
            yield Proposal("shorthand has no JSON inside", case.spliced((part.start, end), written))
        elif wanted is None or isinstance(wanted, Scalar):
            yield from case.in_quotes(
                (part.start, end), "JSON as a string stands in quotes", case.text[part.start : end]
            )
        return


def json_without_its_quotes(case: Case) -> Iterator[Proposal]:
    """`Policy={Version:1}`: JSON as a string, of which the shell has taken the quotes"""
    for frame in case.source.reading.frames[1:3]:
        if frame.part and _JSON_WITHOUT_QUOTES.match(case.text, frame.part.start):
            wanted = shape_at(case.shape, frame.part.place)
            if isinstance(wanted, Scalar):
                yield Proposal(
                    "the shell has taken the double quotes of the JSON away: put the whole argument in single quotes"
                )


def bare_text(case: Case) -> Iterator[Proposal]:
    """`my-profile` for `Name=my-profile`: not even the beginning of a pair"""
    if isinstance(case.shape, Structure) and "=" not in case.text:
        word = case.text.strip()
        near = nearest(word, case.shape.members) if word else None
        names = [near] if near else [*case.shape.required, *case.shape.members][:3]
        written = ",".join(f"{name}=…" for name in dict.fromkeys(names))
        if word and written:
            yield Proposal(f"a structure is written {written}")


SYNTAX_RULES = (
    too_deep,
    byte_order_mark,
    quoted_keys,
    outer_quotes,
    space_around,
    comma_at_the_end,
    json_text,
    json_value,
    items_with_braces_of_their_own,
    dropped_text,
    key_of_the_shape,
    colons,
    empty_before_a_brace,
    list_in_braces,
    list_without_brackets,
    comma_left_out,
    comma_twice,
    equals_twice,
    comma_between_items,
    one_bracket_too_many,
    brackets_left_open,
    json_without_its_quotes,
    backslash_and_quote,
    quote_in_quotes,
    quote_left_open,
    value_in_quotes,
    value_that_a_comma_ended,
    key_characters,
    bare_text,
    key_given_twice,
    flag_before_braces,
)


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _written(value: dict[str, object], case: Case) -> str | None:
    try:
        raw: Raw = lower(value, case.shape) if case.shape else value  # type: ignore[assignment] # write checks it
        return write(raw)
    except ShorthandError:
        return None
