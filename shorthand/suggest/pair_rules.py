"""What to type where keys are wrong, or what stands between pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shorthand.codec.shape_at import member_names, shape_at
from shorthand.did_you_mean import nearest
from shorthand.shapes import Blob, Map, String, Structure
from shorthand.suggest.context import ANY_KEY, Context, Proposal
from shorthand.syntax.lossy import HazardKind
from shorthand.syntax.raw import SPACE

_KEY_HERE = re.compile(r"[A-Za-z0-9_.#/:-]*+[ \t\n\r\x0b\x0c]*+@?\Z")
_QUOTED_KEY = re.compile(r"""(["'])([A-Za-z0-9_.#/:-]++)\1(?=[ \t\n]*+=)""")
_COLON_PAIR = re.compile(
    r"(?P<before>\A|[,{][ \t\n]*+)(?P<key>[A-Za-z0-9_.#/-]++)[ \t]*+:[ \t]*+(?P<value>[^,{}\[\]]*+)"
)


def quoted_keys(context: Context) -> Iterator[Proposal]:
    """`"Key"=a` for `Key=a`"""
    text = _QUOTED_KEY.sub(r"\2", context.text)
    if text != context.text:
        yield Proposal("remove the quotes around the key", text)


def comma_at_the_end(context: Context) -> Iterator[Proposal]:
    """`Key=a,` for `Key=a`"""
    text = context.text.rstrip(SPACE + ",")
    if text and text != context.text.rstrip(SPACE):
        yield Proposal("remove the comma at the end", text)


def key_of_the_shape(context: Context) -> Iterator[Proposal]:
    """`uncompressed length=3` for `UncompressedLength=3`: what no key can be, but is near one"""
    start = context.start_of_key
    key = ANY_KEY.match(context.text, start) if start is not None else None
    if key is None or not key[1]:
        return
    around = shape_at(context.shape, context.innermost)
    near = nearest(key[1].replace(" ", ""), around.members) if isinstance(around, Structure) else None
    if near:
        yield Proposal(f"did you mean {near}?", context.spliced(key.span(1), near), replaces=True)


def colons(context: Context) -> Iterator[Proposal]:
    """`Key:a,Value:b` for `Key=a,Value=b`"""
    if context.shape is None:
        return
    names = member_names(context.shape)
    folded = {name.lower() for name in names}

    def with_equals(pair: re.Match[str]) -> str:
        key, value = pair["key"], pair["value"]
        # arn:aws:… and http://… are values, with colons of their own.
        plain = ":" not in value and not value.startswith("//")
        known = key in names or (plain and key.lower() in folded)
        return f"{pair['before']}{key}={value}" if known or (plain and is_map and not (nested and value)) else pair[0]

    is_map, nested = isinstance(context.shape, Map), "{" in context.text
    text = _COLON_PAIR.sub(with_equals, context.text)
    if text != context.text:
        yield Proposal("write '=' between a key and its value", text)


def comma_twice(context: Context) -> Iterator[Proposal]:
    """`a={b=c,,d=e}` for `a={b=c,d=e}`"""
    at = context.source.scan.walk.at
    before = context.text[:at].rstrip(SPACE)
    if context.text[at : at + 1] == "," and before.endswith(","):
        yield Proposal("write one comma between two pairs or items", before + context.text[at + 1 :])


def equals_twice(context: Context) -> Iterator[Proposal]:
    """`Count==2` for `Count=2`, where no string is wanted that might begin so, and `Key=="a"` for `Key="a"`"""
    part = context.last_part
    wanted = shape_at(context.shape, part.place) if part else None
    if part is None or context.text[part.start : part.start + 1] != "=":
        return
    rest = context.text[part.start :].lstrip("=> ")
    if (wanted and not isinstance(wanted, (String, Blob))) or rest.startswith(("'", '"')):
        yield Proposal("write one '=' between a key and its value", context.text[: part.start] + rest)


def key_characters(context: Context) -> Iterator[Proposal]:
    """`my key=x`, `é=x`: what no key can be"""
    start = context.start_of_key
    key = ANY_KEY.match(context.text, start) if start is not None else None
    if key is not None and key[1] and not _KEY_HERE.match(key[1]) and key[1][0] not in "'\"":
        yield Proposal("a key can contain only letters, digits and the characters _ . # / : -")


def key_given_twice(context: Context) -> Iterator[Proposal]:
    """`Key=a,Key=b`"""
    if any(hazard.kind is HazardKind.DUPLICATE_KEY for hazard in context.source.scan.hazards):
        yield Proposal("give each key once; separate the items of a list with spaces, not commas")


def comma_left_out(context: Context) -> Iterator[Proposal]:
    """`Key=a Value=b` and `Key=a;Value=b` for `Key=a,Value=b`"""
    names = context.names_around
    if not names:
        return
    separated = re.compile(rf"(?<=[^\s;,=]{{1}})(?:[ \t\n]*+;[ \t\n]*+|[ \t\n]++)(?=(?:{'|'.join(names)})=)")
    text = separated.sub(",", context.text)
    if text != context.text:
        yield Proposal("separate pairs with a comma, not with a space or a semicolon", text)


def backslash_took_the_comma(context: Context) -> Iterator[Proposal]:
    r"""`Path=C:\dir\,Mode=r` for `Path=C:\dir\ ,Mode=r`"""
    names = context.names_around
    if not names:
        return
    text = re.sub(rf"\\,(?=(?:{'|'.join(names)})=)", r"\\ ,", context.text)
    if text != context.text:
        yield Proposal(
            "a backslash before a comma makes the comma part of the value: put a space between them, or quote the "
            "value",
            text,
        )
