"""What to type where quotes are wrong, or a value needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shorthand.diagnose.case import ANY_KEY, NEXT_PAIR, Case, Proposal
from shorthand.diagnose.shaped import promoted, shape_at
from shorthand.errors import LossyTextError
from shorthand.shapes import List, Map, Structure, resolved
from shorthand.syntax.parts import Part
from shorthand.syntax.raw import SPACE

_NOT_IN_BARE_WORDS = frozenset("'\"[]{}=,")
_WORD = re.compile(r"[ \t\n]*+([A-Za-z0-9_.#/:-]++)[ \t\n]*+(?:[,}\]]|\Z)")
_COMMA = re.compile(",")
_CLOSING = re.compile(r"[\]}]")
_BACKSLASH_AND_QUOTE = re.compile(r"""(?P<quote>["'])(?P<string>[^"']*+(?<=\\))(?P=quote)(?=[ \t\n]*+(?:[,\]}]|\Z))""")


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
    part = case.last_part
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
        if not rest or NEXT_PAIR.search(rest) or case.last_part is None or case.text[at - 1] not in "=,[ ":
            return
        inner = rest.rstrip("]}") if len(broken.frames) > 1 else rest
        closing = rest[len(inner) :]
        yield Proposal("close the quote", f"{case.text[:at]}{mark}{inner}{mark}{closing}")


def value_in_quotes(case: Case) -> Iterator[Proposal]:
    """`a=it's` for `a="it's"`, `a=${b}` for `a='${b}'`: a value with something in it that bare words cannot hold"""
    broken = case.source.reading
    part = case.last_part
    if part is None or "quoted" in part.form:
        return
    at = broken.walk.at
    shown = case.text[at : at + 1]
    wanted = shape_at(case.shape, part.place)
    if isinstance(wanted, List):
        wanted = resolved(wanted.member)
    no_string = isinstance(wanted, (Structure, Map, List)) or (case.shape is not None and wanted is None)
    left_open = shown in ("'", '"') and at == part.start
    # A bracket after one that closes belongs to what stands around, unless the value has opened one.
    within = case.text[part.start : at]
    closes = shown in ("]", "}") and within.rstrip(SPACE)[-1:] in ("]", "}") and not set(within) & set("[{")
    if no_string or left_open or closes or _is_odd_key(case):
        return
    if case.start_of_key is not None and broken.frames[-1].part:
        hint = "a comma ends a value: put the whole value in quotes"
    elif (shown.isprintable() and shown.strip() and not shown.isascii()) or shown in _NOT_IN_BARE_WORDS:
        hint = f"a value with {shown} in it stands in quotes"
    else:
        hint = "put the whole value in quotes"
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
    if pair is None or case.start_of_key is None or pair.form in ("list", "map") or _is_odd_key(case):
        return
    for end in _ends(case, pair):
        yield from case.in_quotes((pair.start, end), "a comma ends a value: put the whole value in quotes")


def dropped_text(case: Case) -> Iterator[Proposal]:
    r"""`a=b,c\,d=e` for `a=b,'c,d=e'`"""
    lost = next((hazard for hazard in case.source.reading.hazards if hazard.kind == "text dropped"), None)
    if isinstance(case.error, LossyTextError) and lost is not None:
        following = NEXT_PAIR.search(case.text, lost.span[1] + 1)
        end = len(case.text[: following.start()].rstrip(SPACE)) if following else len(case.text)
        hint = "an element of a list that holds a comma and '=' stands in quotes"
        yield from case.in_quotes((lost.span[0], end), hint)


def _is_odd_key(case: Case) -> bool:
    """Whether a pair begins here by its looks: of a map, though no key is so, or of a structure, without a value."""
    start = case.start_of_key
    around = promoted(shape_at(case.shape, case.innermost))[0]
    if start is None:
        return False
    if isinstance(around, Structure):
        word = _WORD.match(case.text, start)
        return word is not None and word[1] in around.members
    return isinstance(around, Map) and ANY_KEY.match(case.text, start) is not None


def _ends(case: Case, part: Part) -> Iterator[int]:
    """Where the value of `part` may end that was meant to go on beyond what is wrong, the likeliest first."""
    broken = case.source.reading
    at = max(broken.walk.at, part.end)
    end = len(case.text.rstrip(SPACE))
    stops = [found.start() for found in [NEXT_PAIR.search(case.text, at)] if found]
    around = shape_at(case.shape, part.parent.place if part.parent else part.place)
    if isinstance(around, List) or isinstance(shape_at(case.shape, part.place), List):
        stops += [found.start() for found in [_COMMA.search(case.text, at)] if found]
    if part.parent is not None:
        stops += [found.start() for found in [_CLOSING.search(case.text, at)] if found]
        stops = [*sorted(stops), len(case.text[:end].rstrip("]}" + SPACE))]
    else:
        stops = [*sorted(stops), end]
    for stop in dict.fromkeys(stops):
        if stop >= at:
            yield at + len(case.text[at:stop].rstrip(SPACE))
