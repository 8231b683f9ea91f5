"""What to type where a text does not read, or would not read whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from shorthand.convert import lower, nearest
from shorthand.diagnose.case import Case, Proposal, split_at_first_key
from shorthand.diagnose.shaped import shape_at
from shorthand.errors import LossyTextError, Place, ShorthandError
from shorthand.shapes import List, Map, Scalar, Structure
from shorthand.syntax.parts import Part, Reading
from shorthand.syntax.raw import SPACE, Raw
from shorthand.syntax.writer import write

# No pattern that is searched for starts with white space: it would go over a long run of it again and again.
_NEXT_PAIR = re.compile(r",[ \t\n\r\x0b\x0c]*+[A-Za-z0-9_.#/:-]++[ \t\n\r\x0b\x0c]*+(?:@\s*+)?=")
_CLOSING = re.compile(r"[\]}]")
_KEY_HERE = re.compile(r"[A-Za-z0-9_.#/:-]*+[ \t\n\r\x0b\x0c]*+@?\Z")
_ANY_KEY = re.compile(r"[ \t\n\r\x0b\x0c]*+([^=,{}\[\]]*?)[ \t\n\r\x0b\x0c]*+=")
_QUOTED_KEY = re.compile(r"""(["'])([A-Za-z0-9_.#/:-]++)\1(?=[ \t\n]*+=)""")
_COLON_PAIR = re.compile(r"(?P<before>\A|[,{][ \t\n]*+)(?P<key>[A-Za-z0-9_.#/-]++)[ \t]*+:[ \t]*+")
_BACKSLASH_AND_QUOTE = re.compile(r"""(?P<quote>["'])(?P<string>[^"']*+(?<=\\))(?P=quote)(?=[ \t\n]*+(?:[,\]}]|\Z))""")
_UTF_16_MARKS = ("\xff\xfe", "\xfe\xff", "\ufffe")
_UTF_8_MARK = "\xef\xbb\xbf"


def too_deep(case: Case) -> Iterator[Proposal]:
    """`a=[[[[…`"""
    if case.source.reading.walk.too_deep:
        yield Proposal("a value that is no list or map, but starts with a bracket, stands in quotes")


def byte_order_mark(case: Case) -> Iterator[Proposal]:
    """The start of a file that is not plain UTF-8, or was read as what it is not."""
    text = case.text
    if text.startswith("\ufeff"):
        yield Proposal("the text begins with a byte order mark (BOM): save the file as UTF-8 without one", text[1:])
    elif text.startswith(_UTF_8_MARK):
        yield Proposal("the text begins with a byte order mark (BOM): save the file as UTF-8 without one", text[3:])
    elif text.startswith(_UTF_16_MARKS) or text[1::2].strip("\0") == "" != text[1::2]:
        yield Proposal("the text is UTF-16: save the file as UTF-8", text.lstrip("\xff\xfe\ufffe").replace("\0", ""))


def outer_quotes(case: Case) -> Iterator[Proposal]:
    """`'Key=a,Value=b'` with the quotes in the text."""
    text = case.text.strip()
    if case.span[0] > 1 or text[:1] not in ("'", '"'):
        return
    if len(text) > 1 and text[-1] == text[0]:
        hint = "the quotes around the whole text have reached the program: leave them out"
        yield Proposal(hint, text[1:-1])
        yield Proposal(hint, text[1:-1].replace("\\" + text[0], text[0]))
    # Windows' cmd takes a single quote for a plain character, and so splits at the first space.
    hint = f"the quote {text[0]} at the start has reached the program: leave it out, or use double quotes in cmd"
    yield Proposal(hint, text[1:])


def quoted_keys(case: Case) -> Iterator[Proposal]:
    """`"Key"=a` for `Key=a`"""
    text = _QUOTED_KEY.sub(r"\2", case.text)
    if text != case.text:
        yield Proposal("a key has no quotes", text)


def space_around(case: Case) -> Iterator[Proposal]:
    """White space before the first key, or after the last bracket."""
    text = case.text.lstrip(SPACE)
    if case.span[0] == 0 and text != case.text:
        yield Proposal("take the white space at the start away", text)
    text = case.text.rstrip(SPACE)
    if text != case.text and text[-1:] in ("]", "}"):
        yield Proposal("take the white space at the end away", text)


def comma_at_the_end(case: Case) -> Iterator[Proposal]:
    """`Key=a,` for `Key=a`"""
    text = case.text.rstrip(SPACE + ",")
    if text != case.text.rstrip(SPACE):
        yield Proposal("take the comma at the end away", text)


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


def key_of_the_shape(case: Case) -> Iterator[Proposal]:
    """`uncompressed length=3` for `UncompressedLength=3`: what no key can be, but is near one"""
    start = _start_of_key(case)
    key = _ANY_KEY.match(case.text, start) if start is not None else None
    if key is None or not key[1]:
        return
    around = shape_at(case.shape, _around(case.source.reading))
    near = nearest(key[1].replace(" ", ""), around.members) if isinstance(around, Structure) else None
    if near:
        yield Proposal(f"did you mean {near}?", case.spliced(key.span(1), near))


def colons(case: Case) -> Iterator[Proposal]:
    """`Key:a,Value:b` for `Key=a,Value=b`"""
    if case.shape is not None:
        text = _COLON_PAIR.sub(r"\g<before>\g<key>=", case.text)
        if text != case.text:
            yield Proposal("'=' stands between a key and its value", text)


def empty_before_a_brace(case: Case) -> Iterator[Proposal]:
    """`a={b=}` for `a={b=''}`"""
    text = re.sub(r"=[ \t\n]*\}", "=''}", case.text)
    if text != case.text:
        yield Proposal("before a closing brace an empty value is written ''", text)


def brackets_left_open(case: Case) -> Iterator[Proposal]:
    """`a={b=[c` for `a={b=[c]}`"""
    broken = case.source.reading
    if len(broken.frames) > 1 and broken.walk.at >= len(case.text.rstrip(SPACE)):
        closing = "".join(
            "]" if frame.part and frame.part.form == "list" else "}" for frame in reversed(broken.frames[1:])
        )
        hint = f"close what is open: {closing}" if len(closing) < 10 else "close the brackets that are open"
        yield Proposal(hint, case.text.rstrip(SPACE + ",") + closing)


def backslash_and_quote(case: Case) -> Iterator[Proposal]:
    r"""`Path="C:\dir\",Mode=r` for `Path=C:\dir\ ,Mode=r`"""
    found = _BACKSLASH_AND_QUOTE.search(case.text)
    if found:
        string = found["string"]
        if string.endswith("\\\\"):
            string = string[:-1]
        hint = "a backslash before the closing quote takes it away: leave the quotes out, and put a space after"
        yield Proposal(hint, case.spliced(found.span(), string + " "))
        other = "'" if found["quote"] == '"' else '"'
        hint = "a backslash before the closing quote takes it away: double it"
        yield Proposal(hint, case.spliced(found.span(), f"{found['quote']}{string}\\{found['quote']}"))
        yield Proposal(hint + f", in {other}", case.spliced(found.span(), f"{other}{string}\\{other}"))


def quote_in_quotes(case: Case) -> Iterator[Proposal]:
    """`a='it's'` for `a="it's"`"""
    part = _last(case)
    if part is None or "quoted" not in part.form:
        return
    mark = case.text[part.start]
    hint = f"a {mark} ends the value: put the value in the other quotes, or write \\{mark}"
    for end in _ends(case, part):
        if end > part.end and case.text[end - 1] == mark:
            inner = case.text[part.start + 1 : end - 1].replace("\\" + mark, mark)
            yield from case.in_quotes((part.start, end), hint, inner)


def quote_left_open(case: Case) -> Iterator[Proposal]:
    """`a="b c` for `a="b c"`"""
    broken = case.source.reading
    at = broken.walk.at
    mark = case.text[at : at + 1]
    if mark in ("'", '"') and "WORD" in broken.walk.allowed | {"WORD"} and mark not in case.text[at + 1 :]:
        rest = case.text[at + 1 :].rstrip(SPACE)
        if not rest or _NEXT_PAIR.search(rest) or _last(case) is None or case.text[at - 1] not in "=,[ ":
            return
        inner = rest.rstrip("]}") if len(broken.frames) > 1 else rest
        closing = rest[len(inner) :]
        yield Proposal("close the quote", f"{case.text[:at]}{mark}{inner}{mark}{closing}")


def value_in_quotes(case: Case) -> Iterator[Proposal]:
    """`a=it's` for `a="it's"`, `a=${b}` for `a='${b}'`: a value with something in it that bare words cannot hold"""
    broken = case.source.reading
    part = _last(case)
    if part is None or "quoted" in part.form:
        return
    at = broken.walk.at
    shown = case.text[at : at + 1]
    hint = (
        f"a value with {shown} in it stands in quotes"
        if shown.isprintable() and shown.strip()
        else ("put the whole value in quotes")
    )
    if part.form in ("bare", "escaped", "empty"):
        for end in _ends(case, part):
            yield from case.in_quotes((part.start, end), hint)
    # A bracket at the start of what was meant as a string.
    for frame in broken.frames[1:3]:
        if frame.part and not isinstance(shape_at(case.shape, frame.part.place), (List, Map, Structure)):
            kind = "list" if case.text[frame.part.start] == "[" else "map"
            hint = f"a value that starts with {case.text[frame.part.start]} stands in quotes, unless it is a {kind}"
            for end in _ends(case, frame.part):
                yield from case.in_quotes((frame.part.start, end), hint)


def value_that_a_comma_ended(case: Case) -> Iterator[Proposal]:
    """`a=Hello, dear =) b` for `a='Hello, dear =) b'`: a comma in a value, and then what no key can be"""
    broken = case.source.reading
    pair = broken.frames[-1].pair
    if pair is None or _start_of_key(case) is None or pair.form in ("list", "map"):
        return
    for end in _ends(case, pair):
        yield from case.in_quotes((pair.start, end), "a comma ends a value: put the whole value in quotes")


def key_characters(case: Case) -> Iterator[Proposal]:
    """`my key=x`, `é=x`: what no key can be"""
    start = _start_of_key(case)
    key = _ANY_KEY.match(case.text, start) if start is not None else None
    if key is not None and key[1] and not _KEY_HERE.match(key[1]) and key[1][0] not in "'\"":
        yield Proposal("a key holds only letters, digits and the characters _ . # / : -")


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


def dropped_text(case: Case) -> Iterator[Proposal]:
    r"""`a=b,c\,d=e` for `a=b,'c,d=e'`"""
    lost = next((hazard for hazard in case.source.reading.hazards if hazard.kind == "text dropped"), None)
    if isinstance(case.error, LossyTextError) and lost is not None:
        following = _NEXT_PAIR.search(case.text, lost.span[1] + 1)
        end = len(case.text[: following.start()].rstrip(SPACE)) if following else len(case.text)
        hint = "an element of a list that holds a comma and '=' stands in quotes"
        yield from case.in_quotes((lost.span[0], end), hint)


def key_given_twice(case: Case) -> Iterator[Proposal]:
    """`Key=a,Key=b`"""
    if any(hazard.kind == "key twice" for hazard in case.source.reading.hazards):
        yield Proposal("a key stands once in a text; the items of a list are separated by spaces, not by commas")


def flag_before_braces(case: Case) -> Iterator[Proposal]:
    """`a@={b=file://f}`"""
    if any(hazard.kind == "flag before braces" for hazard in case.source.reading.hazards):
        yield Proposal("write '@=' at the keys inside the braces whose values are files")


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
    brackets_left_open,
    backslash_and_quote,
    quote_in_quotes,
    quote_left_open,
    value_in_quotes,
    value_that_a_comma_ended,
    key_characters,
    key_given_twice,
    flag_before_braces,
)


def _last(case: Case) -> Part | None:
    """The part at hand where the text stops making sense."""
    return case.source.parts[-1] if case.source.parts else None


def _around(broken: Reading) -> Place:
    """The place of the innermost bracket that is open."""
    part = broken.frames[-1].part
    return part.place if part else ()


def _start_of_key(case: Case) -> int | None:
    """Where a key should stand that does not; None where a value is what is wrong."""
    walk = case.source.reading.walk
    return walk.at if "KEY" in walk.allowed and not walk.complete else None


def _ends(case: Case, part: Part) -> Iterator[int]:
    """Where the value of `part` may end that was meant to go on beyond what is wrong, the likeliest first."""
    broken = case.source.reading
    at = max(broken.walk.at, part.end)
    end = len(case.text.rstrip(SPACE))
    stops = [found.start() for found in [_NEXT_PAIR.search(case.text, at)] if found]
    if part.parent is not None:
        stops += [found.start() for found in [_CLOSING.search(case.text, at)] if found]
        stops = [*sorted(stops), len(case.text[:end].rstrip("]}" + SPACE))]
    else:
        stops.append(end)
    for stop in dict.fromkeys(stops):
        if stop >= at:
            yield at + len(case.text[at:stop].rstrip(SPACE))


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
