"""Guess what was meant where the suggestions know no correction: each guess is read before it is offered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from shorthand.codec.option import read_option
from shorthand.codec.shape_at import shape_at
from shorthand.codec.token_kind import starts_json
from shorthand.did_you_mean import nearest
from shorthand.errors import Diagnostic, Kind
from shorthand.lint.arguments import Argument
from shorthand.lint.problem import Replacement
from shorthand.shapes import Shape, String, resolved
from shorthand.suggest.candidates import candidate_faults

_NEXT_PAIR = re.compile(r",[A-Za-z]\w*=|\}*\Z")
_NUMBER = re.compile(r"-?\d[\d,_ ]*(?:\.\d+)?")
_LONGEST = 10_000
_MOST_GUESSES = 24


def repaired(texts: list[str], fault: Diagnostic, shape: Shape) -> tuple[str, ...] | None:
    """Return the words of an option with a guess for the faulty one, which reads; None where no guess does.

    Args:
        texts: The words of the option.
        fault: What is wrong with one of them.
        shape: The shape of the option.
    """
    if fault.text not in texts or fault.span is None or len(" ".join(texts)) > _LONGEST:
        return None
    index = texts.index(fault.text)
    for guess in islice(_guesses(fault, shape), _MOST_GUESSES):
        words = [*texts[:index], guess, *texts[index + 1 :]]
        if _reads(words, shape):
            return tuple(words)
    return None


def renamed(argument: Argument, new: str) -> tuple[Replacement, ...]:
    """Return the change of one name or number in a word, wherever its text is; () where more than that is changed.

    A word that comes from a variable can be corrected only so.

    Args:
        argument: The word.
        new: Its corrected text.
    """
    old = argument.text or ""
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    while first and old[first - 1].isalnum():
        first -= 1
    while last and old[len(old) - last].isalnum():
        last -= 1
    end = len(old) - last
    before, after = old[first:end], new[first : len(new) - last]
    start, stop = argument.span(first, end)
    if not (before.isalnum() and after.isalnum()) or argument.is_touched(first, end) or stop - start != len(before):
        return ()
    return (Replacement(start, stop, after),)


def _common(one: str, other: str) -> int:
    """Return how many characters both texts begin with."""
    differing = (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right)
    return next(differing, min(len(one), len(other)))


def _reads(words: list[str], shape: Shape) -> bool:
    return not candidate_faults(lambda files: read_option(words, shape, True, files), shape)


def _guesses(fault: Diagnostic, shape: Shape) -> Iterator[str]:
    text = fault.text
    start, end = fault.span or (0, 0)
    if fault.kind is Kind.SYNTAX and starts_json(text):
        if "':'" in fault.expected:
            yield f"{text[:start]}: {text[start:]}"
        if start >= len(text.rstrip()):
            yield text.rstrip() + _closing(text)
    elif fault.kind is Kind.SYNTAX:
        yield from _closed(text)
    elif fault.kind is Kind.WRONG_TYPE and (number := _NUMBER.match(text[start:end])):
        yield text[:start] + re.sub(r"[,_ ]", "", number[0]) + text[end:]
    elif fault.kind is Kind.ENUM:
        wanted = resolved(shape_at(shape, fault.place) or shape)
        near = nearest(text[start:end], wanted.enum) if isinstance(wanted, String) else None
        if near:
            yield text[:start] + near + text[end:]


def _closing(text: str) -> str:
    """Return the brackets that JSON lacks at its end."""
    open_ones: list[str] = []
    for match in re.finditer(r'"(?:[^"\\]|\\.)*"|[\[{\]}]', text):
        if match[0] in "[{":
            open_ones.append("]" if match[0] == "[" else "}")
        elif match[0] in "]}" and open_ones:
            open_ones.pop()
    return "".join(reversed(open_ones))


def _closed(text: str) -> Iterator[str]:
    """Yield a shorthand text with a quote or a bracket closed, or without it."""
    for opening, closing in (("[", "]"), ('"', '"'), ("'", "'"), ("{", "}")):
        for found in re.finditer(rf"=(\{opening})", text):
            at = found.start(1)
            yield text[:at] + text[at + 1 :]
            following = _NEXT_PAIR.search(text, at)
            if following:
                yield text[: following.start()] + closing + text[following.start() :]
