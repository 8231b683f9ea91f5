"""Warn of what reads and is probably not what was meant: in the tokens of one option, or in a text without a schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from shorthand.api.conversions import dumps_option, loads, loads_option
from shorthand.codec.shape_at import item_shape, shape_at
from shorthand.codec.token_kind import Token, TokenKind, classify
from shorthand.editor import enum_warnings
from shorthand.editor.doubtful_values import DoubtfulValue, located
from shorthand.editor.split_structures import joined_everywhere, split_structures
from shorthand.errors import Diagnostic, Kind, Place, ShorthandError
from shorthand.shapes import Shape, resolved

# A text without any of these has no likely mistake, and most texts need no second look.
_DOUBTFUL = re.compile(r"[\s;\\\u2018-\u201f]|\[[A-Za-z0-9_.#/:-]+=|=\s*>|=[\"']?[0-9.]+[A-Za-z%]")
_DOUBTFUL_STRING = re.compile(r"[\u2018-\u201f]|\A\s*+[+-]?[0-9.]+ ?[A-Za-z%]{1,12}\s*\Z")


def warnings_of_option(tokens: Sequence[str], shape: Shape, value: Any) -> list[Diagnostic]:
    """Return the warnings of an option whose tokens read: likely mistakes, and values that an enum does not list.

    A warning carries a correction where only one thing can be meant.

    Args:
        tokens: The tokens of the option.
        shape: The schema of the option.
        value: The typed value that was read from the tokens.
    """
    shape = resolved(shape)
    found: list[Diagnostic] = []
    for token in classify(tokens, shape):
        if token.kind is TokenKind.SHORTHAND:
            found += _mistakes_in_text(token.text, token.shape, token.place)
        elif token.kind is not TokenKind.FILE:
            found += _mistakes_in_value(value, token, tokens, shape)
    corrected = {one.text: one.fix for one in found if one.fix is not None}
    if corrected and all(one.fix is not None for one in found):
        fixed = [corrected.get(token, token) for token in tokens]
        found = [replace(one, fix_tokens=tuple(fixed) if _reads(fixed, shape) else None) for one in found]
    split = located(list(split_structures(value, shape)), tokens, shape)
    if split and not found:
        joined = _joined(tokens, shape, value)
        split = [replace(one, fix_tokens=joined) for one in split]
    # A value that probably ends earlier is not listed either; one warning is enough.
    places = {(one.text, one.span) for one in found}
    unlisted = [one for one in enum_warnings.warnings(tokens, shape, value) if (one.text, one.span) not in places]
    return [*found, *split, *unlisted]


def warnings_of_text(text: str) -> list[Diagnostic]:
    """Return the likely mistakes of a text that reads without a schema."""
    return _mistakes_in_text(text, None)


def warnings_of_value(value: Any, shape: Shape) -> list[Diagnostic]:
    """Return the warnings of a typed value that fits its shape, without a text."""
    found = [*_mistakes_in_strings(value, ()), *split_structures(value, shape), *enum_warnings.unlisted(value, shape)]
    return [Diagnostic(one.reason, place=one.place, hint=one.hint, kind=one.kind) for one in found]


def _mistakes_in_text(text: str, shape: Shape | None, outer: Place = ()) -> list[Diagnostic]:
    """Return the likely mistakes of a shorthand text that reads, each with the corrected text if it is certain."""
    if not _DOUBTFUL.search(text):
        return []
    # These take 10 ms, and few texts need them.
    from shorthand.editor.likely_mistakes import mistakes
    from shorthand.syntax.part_scanner import PartScanner

    found: list[Diagnostic] = []
    replacements: list[tuple[int, int, str]] = []
    is_certain = True
    for part in list(PartScanner(text)):
        place = part.place
        around = item_shape(shape_at(shape, place[:-1]))[0] if shape else None
        for mistake in mistakes(part, text[part.start : part.end], shape_at(shape, place), around):
            hint = f"{mistake.hint}, or {mistake.alternative}" if mistake.alternative else mistake.hint
            found.append(Diagnostic(mistake.reason, text, part.span, (*outer, *place), hint=hint, kind=Kind.MISTAKE))
            if mistake.fix is not None:
                replacements.append((*part.span, mistake.fix))
            is_certain = is_certain and mistake.fix is not None
    fix = text
    for start, end, new in reversed(replacements):
        fix = fix[:start] + new + fix[end:]
    if found and is_certain and _reads([fix], shape):
        return [replace(one, fix=fix) for one in found]
    return found


def _mistakes_in_value(value: Any, token: Token, tokens: Sequence[str], shape: Shape) -> list[Diagnostic]:
    """Return the likely mistakes in the strings of a token that is JSON, or the value itself."""
    for step in token.place:
        value = value[step]
    found = list(_mistakes_in_strings(value, token.place))
    warnings = located(found, tokens, shape)
    if token.kind is TokenKind.JSON or len(found) != 1:
        return warnings
    from shorthand.editor.likely_mistakes import mistakes_in_string  # takes 10 ms, and few values need it

    # The token is the string itself, or that of a member whose name says nothing about its value.
    (mistake,) = mistakes_in_string(token.text, _member(found[0].place))
    return [replace(one, fix=mistake.fix) for one in warnings]


def _mistakes_in_strings(value: Any, place: Place) -> Iterator[DoubtfulValue]:
    """Yield the likely mistakes in the strings of a value at a place."""
    for string, at in _strings(value, place):
        if not _DOUBTFUL_STRING.search(string):
            continue
        from shorthand.editor.likely_mistakes import mistakes_in_string  # takes 10 ms, and few values need it

        for mistake in mistakes_in_string(string, _member(at)):
            yield DoubtfulValue(at, mistake.reason, hint=mistake.hint, kind=Kind.MISTAKE)


def _member(place: Place) -> str:
    return next((step for step in reversed(place) if isinstance(step, str)), "")


def _strings(value: Any, place: Place) -> Iterator[tuple[str, Place]]:
    """Yield each string in a value with its place. The walk remembers only where it is."""
    if isinstance(value, str):
        yield value, place
    around, steps = [_items(value)], list(place)
    while around:
        found = next(around[-1], None)
        if found is None:
            around.pop()
            del steps[-1:]
            continue
        step, item = found
        if isinstance(item, str):
            yield item, (*steps, step)
        elif isinstance(item, (dict, list)):
            around.append(_items(item))
            steps.append(step)


def _items(value: Any) -> Iterator[tuple[str | int, Any]]:
    return iter(value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ()))


def _joined(tokens: Sequence[str], shape: Shape, value: Any) -> tuple[str, ...] | None:
    """Return the tokens of the option with split structures joined, in the notation that was typed."""
    joined = joined_everywhere(value, shape)
    is_json = any(token.kind is TokenKind.JSON for token in classify(tokens, shape))
    try:
        fixed = [json.dumps(joined, ensure_ascii=False)] if is_json else dumps_option(joined, shape)
    except (ShorthandError, TypeError):  # bytes are not JSON
        return None
    return tuple(fixed) if _reads(fixed, shape) else None


def _reads(tokens: Sequence[str], shape: Shape | None) -> bool:
    try:
        if shape is None:
            loads(tokens[0])
        else:
            loads_option(tokens, shape)
    except ShorthandError:
        return False
    return True
