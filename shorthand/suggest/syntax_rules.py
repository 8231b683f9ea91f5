"""What to type where a text does not read, or would not read whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from shorthand.codec.convert import lower
from shorthand.codec.shape_at import shape_at
from shorthand.did_you_mean import nearest
from shorthand.errors import ShorthandError
from shorthand.shapes import List, Map, Scalar, Structure
from shorthand.suggest.bracket_rules import (
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
from shorthand.suggest.context import Context, Proposal
from shorthand.suggest.key_rules import (
    comma_before_a_key_left_out,
    equals_left_out,
    stray_character_in_a_key,
    stray_character_in_a_value,
)
from shorthand.suggest.pair_rules import (
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
from shorthand.suggest.quote_rules import (
    backslash_and_quote,
    dropped_text,
    outer_quotes,
    quote_in_quotes,
    quote_left_open,
    value_in_quotes,
    value_that_a_comma_ended,
)
from shorthand.syntax.raw import SPACE, Raw
from shorthand.syntax.writer import write

_UTF_16_MARKS = ("\xff\xfe", "\xfe\xff", "\ufffe")
_JSON_WITHOUT_QUOTES = re.compile(r"[\[{]++[ \t\n]*+\w[\w-]*+[ \t]*+:")
_UTF_8_MARK = "\xef\xbb\xbf"


def byte_order_mark(context: Context) -> Iterator[Proposal]:
    """The start of a file that is not plain UTF-8, or was read as what it is not."""
    text = context.text
    if text.startswith("\ufeff"):
        yield Proposal("the text begins with a byte order mark (BOM): save the file as UTF-8 without one", text[1:])
    elif text.startswith(_UTF_8_MARK):
        yield Proposal(
            "the text begins with a byte order mark (BOM): save the file as UTF-8 without one", text[3:], replaces=True
        )
    elif text.startswith(_UTF_16_MARKS) or text[1::2].strip("\0") == "" != text[1::2]:
        yield Proposal(
            "the text is UTF-16: save the file as UTF-8", text.lstrip("\xff\xfe\ufffe").replace("\0", ""), replaces=True
        )


def space_around(context: Context) -> Iterator[Proposal]:
    """White space before the first key, or after the last bracket."""
    text = context.text.lstrip(SPACE)
    if context.span[0] == 0 and text != context.text:
        yield Proposal("remove the white space at the start", text)
    text = context.text.rstrip(SPACE)
    if text != context.text and text[-1:] in ("]", "}"):
        yield Proposal("remove the white space at the end", text)


def json_text(context: Context) -> Iterator[Proposal]:
    """`{"Key": "a"}` where shorthand is wanted: `Key=a`"""
    text = context.text.strip()
    if context.span[0] > len(context.text) - len(text) + 1 or text[:1] not in ("{", "["):
        return
    value = _json(text)
    if isinstance(value, dict):
        hint = "this is JSON, and shorthand is expected here"
        shorthand = _written(value, context)
        yield Proposal(hint, shorthand, replaces=True) if shorthand else Proposal(hint)


def json_value(context: Context) -> Iterator[Proposal]:
    """`Policy={"Version": "1"}` for `Policy='{"Version": "1"}'`, or `Policy={Version=1}` where a structure is wanted"""
    for frame in context.source.scan.frames[1:4]:
        part = frame.part
        if part is None or "'" in context.text[: part.start]:
            continue
        try:
            value, end = json.JSONDecoder().raw_decode(context.text, part.start)
        except (ValueError, RecursionError):
            continue
        wanted = shape_at(context.shape, part.place)
        if isinstance(wanted, (Structure, List, Map)):
            try:
                written = write({"": {"": lower(value, wanted)}})[len("={=") : -1]
            except ShorthandError:
                continue
            yield Proposal(
                "write shorthand inside the value, not JSON", context.spliced((part.start, end), written), replaces=True
            )
        elif wanted is None or isinstance(wanted, Scalar):
            yield from context.in_quotes(
                (part.start, end), "quote JSON that is a string value", context.text[part.start : end]
            )
        return


def json_without_its_quotes(context: Context) -> Iterator[Proposal]:
    """`Policy={Version:1}`: JSON as a string, of which the shell has taken the quotes"""
    for frame in context.source.scan.frames[1:3]:
        if frame.part and _JSON_WITHOUT_QUOTES.match(context.text, frame.part.start):
            wanted = shape_at(context.shape, frame.part.place)
            if isinstance(wanted, Scalar):
                yield Proposal(
                    "the shell removed the double quotes of the JSON: put the whole argument in single quotes"
                )


def bare_text(context: Context) -> Iterator[Proposal]:
    """`my-profile` for `Name=my-profile`: not even the beginning of a pair"""
    if isinstance(context.shape, Structure) and "=" not in context.text:
        word = context.text.strip()
        near = nearest(word, context.shape.members) if word else None
        names = [near] if near else [*context.shape.required, *context.shape.members][:3]
        written = ",".join(f"{name}=…" for name in dict.fromkeys(names))
        if word and written:
            yield Proposal(f"write a structure as {written}")


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
    comma_twice,
    stray_character_in_a_key,
    key_of_the_shape,
    equals_left_out,
    colons,
    empty_before_a_brace,
    list_in_braces,
    list_without_brackets,
    comma_left_out,
    comma_before_a_key_left_out,
    equals_twice,
    comma_between_items,
    one_bracket_too_many,
    brackets_left_open,
    json_without_its_quotes,
    stray_character_in_a_value,
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


def _written(value: dict[str, object], context: Context) -> str | None:
    try:
        raw: Raw = lower(value, context.shape) if context.shape else value  # type: ignore[assignment] # write checks it
        return write(raw)
    except ShorthandError:
        return None
