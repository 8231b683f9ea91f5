"""What to type where keys are wrong, or what stands between pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shorthand.diagnose.case import ANY_KEY, Case, Proposal
from shorthand.diagnose.shaped import member_names, shape_at
from shorthand.naming import nearest
from shorthand.shapes import Blob, Map, String, Structure
from shorthand.syntax.raw import SPACE

_KEY_HERE = re.compile(r"[A-Za-z0-9_.#/:-]*+[ \t\n\r\x0b\x0c]*+@?\Z")
_QUOTED_KEY = re.compile(r"""(["'])([A-Za-z0-9_.#/:-]++)\1(?=[ \t\n]*+=)""")
_COLON_PAIR = re.compile(
    r"(?P<before>\A|[,{][ \t\n]*+)(?P<key>[A-Za-z0-9_.#/-]++)[ \t]*+:[ \t]*+(?P<value>[^,{}\[\]]*+)"
)


def quoted_keys(case: Case) -> Iterator[Proposal]:
    """`"Key"=a` for `Key=a`"""
    text = _QUOTED_KEY.sub(r"\2", case.text)
    if text != case.text:
        yield Proposal("a key has no quotes", text)


def comma_at_the_end(case: Case) -> Iterator[Proposal]:
    """`Key=a,` for `Key=a`"""
    text = case.text.rstrip(SPACE + ",")
    if text and text != case.text.rstrip(SPACE):
        yield Proposal("take the comma at the end away", text)


def key_of_the_shape(case: Case) -> Iterator[Proposal]:
    """`uncompressed length=3` for `UncompressedLength=3`: what no key can be, but is near one"""
    start = case.start_of_key
    key = ANY_KEY.match(case.text, start) if start is not None else None
    if key is None or not key[1]:
        return
    around = shape_at(case.shape, case.innermost)
    near = nearest(key[1].replace(" ", ""), around.members) if isinstance(around, Structure) else None
    if near:
        yield Proposal(f"did you mean {near}?", case.spliced(key.span(1), near))


def colons(case: Case) -> Iterator[Proposal]:
    """`Key:a,Value:b` for `Key=a,Value=b`"""
    if case.shape is None:
        return
    names = member_names(case.shape)
    folded = {name.lower() for name in names}

    def with_equals(pair: re.Match[str]) -> str:
        key, value = pair["key"], pair["value"]
        # arn:aws:… and http://… are values, with colons of their own.
        plain = ":" not in value and not value.startswith("//")
        known = key in names or (plain and key.lower() in folded)
        return f"{pair['before']}{key}={value}" if known or (plain and is_map and not (nested and value)) else pair[0]

    is_map, nested = isinstance(case.shape, Map), "{" in case.text
    text = _COLON_PAIR.sub(with_equals, case.text)
    if text != case.text:
        yield Proposal("'=' stands between a key and its value", text)


def comma_twice(case: Case) -> Iterator[Proposal]:
    """`a={b=c,,d=e}` for `a={b=c,d=e}`"""
    at = case.source.reading.walk.at
    before = case.text[:at].rstrip(SPACE)
    if case.text[at : at + 1] == "," and before.endswith(","):
        yield Proposal("one comma stands between two pairs or items", before + case.text[at + 1 :])


def equals_twice(case: Case) -> Iterator[Proposal]:
    """`Count==2` for `Count=2`, where no string is wanted that might begin so"""
    part = case.last_part
    wanted = shape_at(case.shape, part.place) if part else None
    if part and wanted and not isinstance(wanted, (String, Blob)):
        rest = case.text[part.start :].lstrip("= ")
        if case.text[part.start : part.start + 1] == "=":
            yield Proposal("one '=' stands between a key and its value", case.text[: part.start] + rest)


def key_characters(case: Case) -> Iterator[Proposal]:
    """`my key=x`, `é=x`: what no key can be"""
    start = case.start_of_key
    key = ANY_KEY.match(case.text, start) if start is not None else None
    if key is not None and key[1] and not _KEY_HERE.match(key[1]) and key[1][0] not in "'\"":
        yield Proposal("a key holds only letters, digits and the characters _ . # / : -")


def key_given_twice(case: Case) -> Iterator[Proposal]:
    """`Key=a,Key=b`"""
    if any(hazard.kind == "key twice" for hazard in case.source.reading.hazards):
        yield Proposal(
            "a key stands once in a text; the items of a list are words of their own, without commas between them"
        )


def comma_left_out(case: Case) -> Iterator[Proposal]:
    """`Key=a Value=b` and `Key=a;Value=b` for `Key=a,Value=b`"""
    names = case.names_around
    if not names:
        return
    separated = re.compile(rf"(?<=[^\s;,=]{{1}})(?:[ \t\n]*+;[ \t\n]*+|[ \t\n]++)(?=(?:{'|'.join(names)})=)")
    text = separated.sub(",", case.text)
    if text != case.text:
        yield Proposal("a comma stands between two pairs, not a space or a semicolon", text)


def backslash_took_the_comma(case: Case) -> Iterator[Proposal]:
    r"""`Path=C:\dir\,Mode=r` for `Path=C:\dir\ ,Mode=r`"""
    names = case.names_around
    if not names:
        return
    text = re.sub(rf"\\,(?=(?:{'|'.join(names)})=)", r"\\ ,", case.text)
    if text != case.text:
        yield Proposal(
            "a backslash before a comma makes the comma part of the value: put a space between them, or quote the "
            "value",
            text,
        )
