"""Rules for what a shell did to an option, judged over all its words together, before any word by itself."""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from shorthand.codec.shape_at import member_names
from shorthand.codec.token_kind import starts_json
from shorthand.shapes import List, Map, Scalar, Shape, Structure, resolved
from shorthand.suggest.context import PAIR
from shorthand.suggest.remedy import Remedy, has_space_in_list, is_list_of_scalars
from shorthand.syntax.part_scanner import PartScanner
from shorthand.syntax.parts import Form

SPLIT = "the shell split the text at its braces or spaces: put the whole argument in single quotes"
# A space that ends a value, and then a pair: without a comma it would be part of the value.
SPACE_BEFORE_PAIR = re.compile(r"[^\s,=\[{]\s++[A-Za-z0-9_.#/:-]++=")
_SPACE_AND_PAIR = re.compile(r"(?<=[^\s,=\[{])\s++(?=[A-Za-z0-9_.#/:-]++=)")
_SMART = str.maketrans({"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2018": "'", "\u2019": "'", "\u201a": "'"})
_SMART_QUOTES = re.compile("[\u2018\u2019\u201a\u201c\u201d\u201e]")
_OUTER = re.compile(r"(['\"\u201c\u2018])(?P<inner>.+)(['\"\u201d\u2019])", re.DOTALL)
_NO_BREAK_SPACES = re.compile("[\u00a0\u202f\u2007]+")
_QUOTE_OR_ESCAPE = re.compile(r"""\\['"\\]|['"]""")
_KEY_AT_END = re.compile(r"(?:\A|(?<=[,{]))[A-Za-z0-9_.#/:-]++\Z")
_KEY_AT_START = re.compile(r"([A-Za-z0-9_.#/:-]*+)=")
_CONTINUATIONS = ("\\", "`", "^")


def continuation_at_the_end(tokens: Sequence[str], _shape: Shape) -> Iterator[Remedy]:
    r"""`Key=a \` with the backslash of a line that goes on, which arrived as a word or at the end of one"""
    hint = "remove the character at the end: it continues a line only where nothing follows it"
    if len(tokens) > 1 and tokens[-1] in _CONTINUATIONS:
        yield Remedy(hint, tokens[:-1], replaces=True)
    elif tokens[-1].rstrip("".join(_CONTINUATIONS)).endswith((" ", "\n")):
        yield Remedy(hint, [*tokens[:-1], tokens[-1].rstrip("".join(_CONTINUATIONS)).rstrip()], replaces=True)


def typographic_quotes(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`“Key=a,Value=b”`: quotes that a word processor made, which no shell removes"""
    text = " ".join(tokens)
    if not _SMART_QUOTES.search(text):
        return
    hint = "type plain quotes: typographic quotes are part of the text"
    outer = _OUTER.fullmatch(text)
    if outer and not _SMART_QUOTES.search(outer["inner"]):
        yield from _with_words(hint, re.sub(r",\s+", ",", outer["inner"]), shape)
    yield Remedy(hint, [text.translate(_SMART)])
    yield from _with_words(hint, text.translate(_SMART), shape)


def _with_words(hint: str, text: str, shape: Shape) -> Iterator[Remedy]:
    """Propose a text as it is, and for a list also as the words that a shell makes of it."""
    yield Remedy(hint, [text])
    if isinstance(shape, List) and " " in text:
        yield Remedy(hint, text.split())


def no_break_spaces(tokens: Sequence[str], _shape: Shape) -> Iterator[Remedy]:
    """`Key=a,\u00a0Value=b`: spaces copied from a web page"""
    if any(map(_NO_BREAK_SPACES.search, tokens)):
        hint = "type plain spaces: the text has no-break spaces, copied from a page"
        yield Remedy(hint, [re.sub(r",\s+", ",", _NO_BREAK_SPACES.sub(" ", token)).strip() for token in tokens])


def quotes_arrived(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`'Key=a,Value=b` and `c'`: the quotes reached the program, as in cmd and in lists of arguments"""
    hint = "the quotes around the whole text reached the program: remove them"
    if len(tokens) > 1 and all(token[:1] == token[-1:] and token[:1] in ("'", '"') and token[1:-1] for token in tokens):
        yield Remedy(hint, [token[1:-1] for token in tokens])
    text = " ".join(tokens)
    outer = _OUTER.fullmatch(text)
    if len(tokens) > 1 and outer and outer[1] == outer[3] and outer[1] not in outer["inner"]:
        yield from _with_words(hint, outer["inner"], shape)


def spaces_around_equals(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`Key = a Value = b` in six words, for `Key=a,Value=b`"""
    if len(tokens) < 3 or "=" not in tokens or any(quote in token for token in tokens for quote in "'\""):
        return
    hint = "remove the spaces around the equals signs: the shell splits there"
    text = re.sub(r" = ", "=", " ".join(tokens))
    words = ",".join(part.strip(" ") for part in text.split(",")).split()
    for remedy in spaces_for_commas(words, shape):
        if remedy.tokens:
            yield Remedy(hint, remedy.tokens)
    yield Remedy(hint, words)


def split_within_a_key(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`Key=a,Val` and `ue=b` for `Key=a,Value=b`: a space within the name of a member"""
    if len(tokens) < 2 or is_list_of_scalars(shape):
        return
    names = member_names(shape)
    joined = [tokens[0]]
    for before, token in pairwise(tokens):
        start, end = _KEY_AT_END.search(before), _KEY_AT_START.match(token)
        if start and end and start[0] + end[1] in names:
            joined[-1] += token
        else:
            joined.append(token)
    if len(joined) < len(tokens):
        yield Remedy("remove the space within the key", joined)


def space_after_a_comma(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`Key=a, Value=b` in two words, for `Key=a,Value=b`"""
    if len(tokens) < 2 or is_list_of_scalars(shape):
        return
    hint = SPLIT
    joined: list[str] = []
    quote = ""
    for token in tokens:
        if joined and (joined[-1].endswith(",") or token.startswith(",")):
            # Inside quotes the space is part of the value.
            joined[-1] += f" {token}" if quote else token
            hint = hint if quote else "remove the spaces around the commas: the shell splits there"
        else:
            joined.append(token)
            quote = ""
        quote = _open_quote(token, quote)
    if len(joined) < len(tokens):
        yield Remedy(hint, joined)


def _open_quote(text: str, quote: str) -> str:
    """Return the quote that is open after a text before which `quote` is; empty where there is none."""
    for match in _QUOTE_OR_ESCAPE.finditer(text):
        if not quote:
            quote = match[0][-1].strip("\\")  # outside of quotes a backslash escapes none
        elif match[0] == quote:
            quote = ""
    return quote


def split_in_brackets(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`Tags=[{Key=a,Value=b c}]` in two words: a shell split it at a space within brackets"""
    if len(tokens) < 2 or is_list_of_scalars(shape) or starts_json(tokens[0]):
        return
    whole: list[str] = []
    depth = 0
    for token in tokens:
        whole += [token] if depth <= 0 else []
        whole[-1] += f" {token}" if depth > 0 else ""
        depth += sum(map(token.count, "[{")) - sum(map(token.count, "]}"))
    if depth or len(whole) == len(tokens) or any(not PAIR.match(token) for token in whole):
        return
    # A space in place of a comma would become part of a string, and so would the pair after it.
    with_commas = [_SPACE_AND_PAIR.sub(",", text) for text in whole]
    if with_commas != whole:
        yield Remedy("separate pairs with a comma, not with a space", with_commas)
    doubtful = any(SPACE_BEFORE_PAIR.search(text) or has_space_in_list(text, shape) for text in whole)
    yield Remedy(SPLIT, () if doubtful else whole)


def braces_expanded(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`Vars=A=b Vars=C=d` for `Vars={A=b,C=d}`: what a shell makes of braces without quotes"""
    start = os.path.commonprefix(list(tokens))  # noqa: RUF071 -- by characters is meant
    start = start[: start.rfind("=") + 1]
    if len(tokens) < 2 or not start or isinstance(shape, Scalar):
        return
    rests = [token[len(start) :] for token in tokens]
    end = os.path.commonprefix([rest[::-1] for rest in rests])[::-1]  # noqa: RUF071
    # What followed the braces begins with a comma or a bracket.
    cuts = [at for at, char in enumerate(end) if char in ",]}"]
    end = end[cuts[0] :] if cuts else ""
    parts = [rest[: len(rest) - len(end)] for rest in rests]
    if not any("," in part for part in parts):
        opening, closing = "{}" if all(map(PAIR.match, parts)) else "[]"
        # The shell repeated what is before and after the braces.
        yield Remedy(SPLIT, [f"{start}{opening}{','.join(parts)}{closing}{end}"], replaces=True)


def spaces_for_commas(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`Name=x Values=a b` for `Name=x,Values=a,b`: a comma separates pairs, and the items of a list within one"""
    member = resolved(shape.member) if isinstance(shape, List) else shape
    if len(tokens) < 2 or not isinstance(member, Structure):
        return
    items: list[str] = []
    keys: set[str] = set()
    hint = "separate the values of a list with a comma, not with a space"
    is_doubtful = False
    for token in tokens:
        parts = [part for part in list(PartScanner(token)) if part.key and part.parent is None]
        found = [str(part.step) for part in parts]
        pair = PAIR.match(token)
        if pair and all(key in member.members for key in found):
            if items and not keys & set(found):
                items[-1] = f"{items[-1].rstrip(',')},{token}"
                hint = "separate pairs with a comma, not with a space"
            else:
                items.append(token)
                keys = set()
            keys |= set(found)
            last = member.members.get(found[-1]) if found else None
            # Within brackets, as after a comma, a space may be part of an item.
            may_have_spaces = bool(parts) and parts[-1].form in (Form.COMMA_LIST, Form.LIST)
        elif items and last is not None and "=" not in token and not token.startswith(tuple(member.members)):
            is_list = isinstance(resolved(last), List)
            # Where commas separate the items, a space may be part of one.
            may_have_spaces = may_have_spaces or "," in token
            is_doubtful = is_doubtful or (is_list and may_have_spaces)
            items[-1] += ("," if is_list else " ") + token
            hint = hint if is_list else SPLIT
        else:
            return
    if is_doubtful:
        yield Remedy("write a comma for the space, or if it is part of an item, quote the item and the whole argument")
    elif len(items) < len(tokens):
        yield Remedy(hint, items)


def split_at_spaces(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`Key=a Value=b` in two words, for `Key=a,Value=b`; `Value=a b` for `'Value=a b'`"""
    if len(tokens) < 2:
        return
    pairs = [PAIR.match(token.lstrip("[{")) for token in tokens]
    if all(pairs) and len({pair[1] for pair in pairs if pair}) == len(tokens):
        joined = ",".join(token.rstrip(",") for token in tokens)
        yield Remedy("separate pairs with a comma, not with a space", [joined])
    member = resolved(shape.member) if isinstance(shape, List) else shape
    names = tuple(member.members) if isinstance(member, Structure) else ()
    if names and any(token.startswith(names) for token in tokens[1:]):
        return  # an item of its own, with a mistake in its key
    joined = " ".join(tokens)
    if not SPACE_BEFORE_PAIR.search(joined) and not has_space_in_list(joined, shape):
        yield Remedy(SPLIT, [joined])


def unexpanded_map(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`A=b C=d` for `A=b,C=d`, where a map is expected"""
    if len(tokens) > 1 and isinstance(shape, Map) and all(map(PAIR.match, tokens)):
        yield Remedy("separate pairs with a comma, not with a space", [",".join(token.rstrip(",") for token in tokens)])


# What was done to the words together explains what is wrong with each: these come before any word is judged alone.
SHELL_RULES = (
    continuation_at_the_end,
    typographic_quotes,
    no_break_spaces,
    quotes_arrived,
    spaces_around_equals,
    split_within_a_key,
    space_after_a_comma,
    split_in_brackets,
    braces_expanded,
    spaces_for_commas,
    unexpanded_map,
)
