"""What to type where quotes are wrong, or a value needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shorthand.codec.shape_at import item_shape, shape_at
from shorthand.errors import Kind
from shorthand.shapes import List, Map, Structure, resolved
from shorthand.suggest.context import ANY_KEY, NEXT_PAIR, Context, Proposal
from shorthand.syntax.lossy import HazardKind
from shorthand.syntax.parts import BRACKETED, QUOTED, Form, Part
from shorthand.syntax.raw import SPACE

_NOT_IN_BARE_WORDS = frozenset("'\"[]{}=,")
_WORD = re.compile(r"[ \t\n]*+([A-Za-z0-9_.#/:-]++)[ \t\n]*+(?:[,}\]]|\Z)")
_COMMA = re.compile(",")
_CLOSING = re.compile(r"[\]}]")
_BACKSLASH_AND_QUOTE = re.compile(r"""(?P<quote>["'])(?P<string>[^"']*+(?<=\\))(?P=quote)(?=[ \t\n]*+(?:[,\]}]|\Z))""")


def outer_quotes(context: Context) -> Iterator[Proposal]:
    """`'Key=a,Value=b'` with the quotes in the text."""
    text = context.text.strip()
    if context.span[0] > 1 or text[:1] not in ("'", '"'):
        return
    # A third quote of the kind begins a quoted value, which the last one ends.
    if len(text) > 1 and text[-1] == text[0] and text.count(text[0]) != 3:
        hint = "the quotes around the whole text reached the program: remove them"
        yield Proposal(hint, text[1:-1])
        yield Proposal(hint, text[1:-1].replace("\\" + text[0], text[0]))
    # Windows' cmd takes a single quote for a plain character, and so splits at the first space.
    hint = f"the quote {text[0]} at the start reached the program: remove it, or use double quotes in cmd"
    yield Proposal(hint, text[1:])


def backslash_and_quote(context: Context) -> Iterator[Proposal]:
    r"""`Path="C:\dir\",Mode=r` for `Path=C:\dir\ ,Mode=r`"""
    found = _BACKSLASH_AND_QUOTE.search(context.text)
    if found:
        string = found["string"]
        if string.endswith("\\\\"):
            string = string[:-1]
        hint = "a backslash before the closing quote escapes it: remove the quotes, and add a space after the backslash"
        yield Proposal(hint, context.spliced(found.span(), string + " "))
        other = "'" if found["quote"] == '"' else '"'
        hint = "a backslash before the closing quote escapes it: double it"
        yield Proposal(hint, context.spliced(found.span(), f"{found['quote']}{string}\\{found['quote']}"))
        yield Proposal(hint + f", in {other}", context.spliced(found.span(), f"{other}{string}\\{other}"))


def quote_in_quotes(context: Context) -> Iterator[Proposal]:
    """`a='it's'` for `a="it's"`"""
    part = context.last_part
    if part is None or part.form not in QUOTED:
        return
    mark = context.text[part.start]
    hint = f"{mark} ends the value: use the other quotes around it, or write \\{mark}"
    for end in _ends(context, part):
        if end > part.end and context.text[end - 1] == mark:
            inner = context.text[part.start + 1 : end - 1].replace("\\" + mark, mark)
            yield from context.in_quotes((part.start, end), hint, inner)


def quote_left_open(context: Context) -> Iterator[Proposal]:
    """`a="b c` for `a="b c"`"""
    broken = context.source.scan
    at = broken.walk.at
    mark = context.text[at : at + 1]
    if mark in ("'", '"') and mark not in context.text[at + 1 :]:
        if context.start_of_key is not None:
            yield Proposal(f"remove the quote {mark}", context.spliced((at, at + 1), ""))
        rest = context.text[at + 1 :].rstrip(SPACE)
        if not rest or NEXT_PAIR.search(rest) or context.last_part is None or context.text[at - 1] not in "=,[ ":
            return
        inner = rest.rstrip("]}") if len(broken.frames) > 1 else rest
        closing = rest[len(inner) :]
        yield Proposal("close the quote", f"{context.text[:at]}{mark}{inner}{mark}{closing}")


def value_in_quotes(context: Context) -> Iterator[Proposal]:
    """`a=it's` for `a="it's"`, `a=${b}` for `a='${b}'`: a value with something in it that bare words cannot hold"""
    broken = context.source.scan
    part = context.last_part
    if part is None or part.form in QUOTED:
        return
    at = broken.walk.at
    shown = context.text[at : at + 1]
    wanted = shape_at(context.shape, part.place)
    if isinstance(wanted, List):
        wanted = resolved(wanted.member)
    no_string = isinstance(wanted, (Structure, Map, List)) or (context.shape is not None and wanted is None)
    left_open = shown in ("'", '"') and at == part.start
    # A bracket after one that closes belongs to what stands around, unless the value has opened one.
    within = context.text[part.start : at]
    closes = shown in ("]", "}") and within.rstrip(SPACE)[-1:] in ("]", "}") and not set(within) & set("[{")
    if no_string or left_open or closes or _is_odd_key(context):
        return
    hint = _hint_to_quote(context, part, shown)
    if part.form in (Form.BARE, Form.ESCAPED, Form.EMPTY):
        for end in _ends(context, part):
            value = context.text[part.start : end]
            if f"\\{shown}" in value and shown in ("'", '"'):
                # The backslash was to escape the quote, which it does only inside quotes of that kind.
                without = value.replace(f"\\{shown}", shown).replace("\\,", ",")
                yield from context.in_quotes((part.start, end), hint, without)
            yield from context.in_quotes((part.start, end), hint)
    # A bracket at the start of what was meant as a string.
    for frame in broken.frames[1:3]:
        if frame.part and not isinstance(shape_at(context.shape, frame.part.place), (List, Map, Structure)):
            kind = "list" if context.text[frame.part.start] == "[" else "map"
            hint = f"quote a value that starts with {context.text[frame.part.start]}, unless it is a {kind}"
            for end in _ends(context, frame.part):
                yield from context.in_quotes((frame.part.start, end), hint)


def _hint_to_quote(context: Context, part: Part, shown: str) -> str:
    """Return why the value of a part, in which a character is wrong, needs quotes."""
    scan = context.source.scan
    if context.start_of_key is not None and scan.frames[-1].part:
        return "a comma ends a value: quote the whole value"
    if shown == "=" and scan.walk.at == part.start:
        return "quote a value that starts with =, or remove one of the two"
    if (shown.isprintable() and shown.strip() and not shown.isascii()) or shown in _NOT_IN_BARE_WORDS:
        return f"quote a value that contains {shown}"
    return "quote the whole value"


def value_that_a_comma_ended(context: Context) -> Iterator[Proposal]:
    """`a=Hello, dear =) b` for `a='Hello, dear =) b'`: a comma in a value, and then what no key can be"""
    broken = context.source.scan
    pair = broken.frames[-1].pair
    if pair is None or context.start_of_key is None or pair.form in BRACKETED or _is_odd_key(context):
        return
    for end in _ends(context, pair):
        yield from context.in_quotes((pair.start, end), "a comma ends a value: quote the whole value")


def dropped_text(context: Context) -> Iterator[Proposal]:
    r"""`a=b,c\,d=e` for `a=b,'c,d=e'`"""
    lost = next((hazard for hazard in context.source.scan.hazards if hazard.kind is HazardKind.TEXT_DROPPED), None)
    if context.diagnostic.kind is Kind.LOSSY and lost is not None:
        following = NEXT_PAIR.search(context.text, lost.span[1] + 1)
        end = len(context.text[: following.start()].rstrip(SPACE)) if following else len(context.text)
        hint = "quote a list element that contains a comma and '='"
        yield from context.in_quotes((lost.span[0], end), hint)


def _is_odd_key(context: Context) -> bool:
    """Whether a pair begins here by its looks: of a map, though no key is so, or of a structure, without a value."""
    start = context.start_of_key
    around = item_shape(shape_at(context.shape, context.innermost))[0]
    if start is None:
        return False
    if isinstance(around, Structure):
        word = _WORD.match(context.text, start)
        return word is not None and word[1] in around.members
    return isinstance(around, Map) and ANY_KEY.match(context.text, start) is not None


def _after_quotes(text: str, at: int) -> int:
    """Return where a quoted phrase ends that starts at `at`, so that its commas end no value; else `at`."""
    if text[at : at + 1] not in ("'", '"'):
        return at
    closing = text.find(text[at], at + 1)
    return at if closing < 0 or "=" in text[at:closing] else closing + 1


def _ends(context: Context, part: Part) -> Iterator[int]:
    """Where the value of `part` may end that was meant to go on beyond what is wrong, the likeliest first."""
    broken = context.source.scan
    at = max(broken.walk.at, part.end)
    end = len(context.text.rstrip(SPACE))
    at = _after_quotes(context.text, at)
    stops = [found.start() for found in [NEXT_PAIR.search(context.text, at)] if found]
    around = shape_at(context.shape, part.parent.place if part.parent else part.place)
    if isinstance(around, List) or isinstance(shape_at(context.shape, part.place), List):
        stops += [found.start() for found in [_COMMA.search(context.text, at)] if found]
    if part.parent is not None:
        stops += [found.start() for found in [_CLOSING.search(context.text, at)] if found]
        stops = [*sorted(stops), len(context.text[:end].rstrip("]}" + SPACE))]
    else:
        stops = [*sorted(stops), end]
    for stop in dict.fromkeys(stops):
        if stop >= at:
            yield at + len(context.text[at:stop].rstrip(SPACE))
