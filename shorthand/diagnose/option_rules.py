"""What to type where the tokens of an option are wrong together: what the shell did to them, and JSON that is none."""

from __future__ import annotations

import ast
import json
import os.path
import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from shorthand.convert import lift
from shorthand.diagnose.case import LONGEST_ADVISED, items
from shorthand.errors import ShorthandError
from shorthand.json_form import dumps_json
from shorthand.shapes import List, Map, Scalar, Shape, String, Structure, resolved
from shorthand.syntax.reader import read

_FILE_NAME = re.compile(r"[^\s=,{}\[\]\"']+\.(?:json|ya?ml|txt)")
_BARE_KEY = re.compile(r"(?<=[{,])[ \t]*+([A-Za-z0-9_.#/-]++)[ \t]*+:[ \t]*+")
_FLAT_PAIR = re.compile(r"""[ \t]*+(?P<key>[^=,{}\[\]"']+)=(?P<value>[^={}\[\]"']*)""")
_LONGEST_JSON = 20_000


class Remedy(NamedTuple):
    """What to do, and the tokens that come of it; without them the hint must be right as it stands."""

    hint: str
    tokens: Sequence[str] = ()


Attempt = Callable[[Sequence[str]], ShorthandError | None]
"""Reads the tokens of an option: what is wrong with them, or None."""


def advise_option(error: ShorthandError, tokens: Sequence[str], shape: Shape, attempt: Attempt) -> None:
    """Give the error its hint and its corrected tokens, where a rule knows them and they read."""
    shape = resolved(shape)
    if sum(map(len, tokens)) > LONGEST_ADVISED:
        return
    if error.fix is not None and not _is_list_of_scalars(shape):
        # The text has been corrected by itself. One item that is a list would be taken for the whole list.
        if len(tokens) == 1 and attempt([error.fix]) is not None:
            whole = f"[{error.fix}]"
            fix = whole if attempt([whole]) is None else None
            for one in error.errors:
                one.fix = fix
        return
    for rule in _RULES:
        for remedy in rule(tokens, shape):
            if not remedy.tokens:
                error.hint = remedy.hint
                return
            if attempt(remedy.tokens) is None:
                error.hint = remedy.hint
                if len(remedy.tokens) == 1:
                    error.fix = remedy.tokens[0]
                else:
                    error.fix, error.fix_tokens = None, tuple(remedy.tokens)
                return


def items_between_commas(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`Key=a,Value=1,Key=b,Value=2` for `Key=a,Value=1 Key=b,Value=2`"""
    if not isinstance(shape, List) or isinstance(resolved(shape.member), Scalar) or len(tokens) != 1:
        return
    yield Remedy("the items of a list are separated by spaces, not by commas", items(tokens[0]))


def lists_in_a_list(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`1,2` for `[[1,2]]`: the reference shows it so, and no shorthand is a list"""
    if not isinstance(shape, List) or not isinstance(resolved(shape.member), List):
        return
    try:
        written = dumps_json(lift([read(f"list={token}")["list"] for token in tokens], shape))
    except ShorthandError:
        return
    yield Remedy("a list within a list is written as JSON", [written])


def scalars_between_commas(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`80,443` for `80 443`, and `[a,b]` for `a b`"""
    if not _is_list_of_scalars(shape) or len(tokens) != 1:
        return
    plain = tokens[0].strip()
    if plain.startswith("["):
        plain = plain[1:].removesuffix("]")
    words = [word.strip().strip("'\"") for word in plain.split(",")]
    if all(words) and (len(words) > 1 or plain != tokens[0].strip()):
        yield Remedy("the items of a list of scalars are words of their own: separate them by spaces", words)


def braces_expanded(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`Vars=A=b Vars=C=d` for `Vars={A=b,C=d}`: what a shell makes of braces without quotes"""
    hint = "the shell has split the text at its braces or spaces: put the whole argument in single quotes"
    if len(tokens) < 2:
        return
    start = os.path.commonprefix(list(tokens))  # noqa: RUF071 -- by characters is meant
    start = start[: start.rfind("=") + 1]
    if start and isinstance(shape, (Structure, Map, List)):
        inner = ",".join(token[len(start) :] for token in tokens)
        for opening, closing in (("{", "}"), ("[", "]")):
            yield Remedy(hint, [f"{start}{opening}{inner}{closing}"])
    yield Remedy(hint, [" ".join(tokens)])


def forgotten_file(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`params.json` for `file://params.json`"""
    if isinstance(shape, (Structure, Map, List)) and len(tokens) == 1 and _FILE_NAME.fullmatch(tokens[0]):
        yield Remedy(f"to give what the file holds, write file://{tokens[0]}")


def json_without_quotes(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`{Key:a}` for `Key=a`: JSON whose double quotes a shell has taken away"""
    text = " ".join(tokens).strip()
    if text[:1] not in ("{", "[") or '"' in text or len(text) > _LONGEST_JSON:
        return
    hint = "the shell has taken the double quotes of the JSON away; shorthand needs none"
    pairs = _BARE_KEY.sub(r"\1=", text)
    if isinstance(shape, List) and pairs.startswith("["):
        structures = re.findall(r"\{([^{}]*)\}", pairs)
        if structures:
            yield Remedy(hint, structures)
    yield Remedy(hint, [pairs.removeprefix("{").removesuffix("}").strip()])


def json_of_another_language(tokens: Sequence[str], _shape: Shape) -> Iterator[Remedy]:
    """`{'Key': 'a', 'On': True}` for `{"Key": "a", "On": true}`, and a comma too many"""
    text = " ".join(tokens).strip()
    if text[:1] not in ("{", "[") or len(text) > _LONGEST_JSON or text.count("[") + text.count("{") > 100:
        return
    python = re.sub(r"\b(true|false|null)\b", lambda word: {"null": "None"}.get(word[0], word[0].title()), text)
    try:
        with warnings.catch_warnings():
            # Of an odd backslash or number Python would tell whoever runs the program.
            warnings.simplefilter("ignore")
            tree = ast.parse(python, mode="eval")
        # Of a key given twice only the last value would stay.
        if any(_has_a_key_twice(node) for node in ast.walk(tree) if isinstance(node, ast.Dict)):
            return
        written = dumps_json(ast.literal_eval(tree))
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return
    hint = "JSON has its strings in double quotes" if "'" in text else "JSON has no comma before a closing bracket"
    yield Remedy(hint, [written])


def _has_a_key_twice(node: ast.Dict) -> bool:
    keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
    return len(set(keys)) < len(keys)


def keys_for_json(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`my key=x` for `{"my key":"x"}`: a map takes keys that only JSON can say"""
    wanted = resolved(shape.member) if isinstance(shape, List) else shape
    pairs = [_FLAT_PAIR.fullmatch(pair) for token in tokens for pair in token.split(",")]
    if isinstance(wanted, Map) and isinstance(resolved(wanted.value), String) and len(tokens) == 1 and all(pairs):
        value = {pair["key"]: pair["value"] for pair in pairs if pair}
        hint = "a key holds only letters, digits and the characters _ . # / : -; JSON takes any"
        yield Remedy(hint, [dumps_json([value] if isinstance(shape, List) else value)])


def json_in_outer_quotes(tokens: Sequence[str], _shape: Shape) -> Iterator[Remedy]:
    """`'{"Key": "a"}'`, where the quotes have reached the program"""
    text = " ".join(tokens).strip()
    if len(text) > 2 and text[0] in "'\"" and text[0] == text[-1] and text[1] in "[{":
        inner = text[1:-1]
        hint = "the quotes around the whole text have reached the program: leave them out"
        yield Remedy(hint, [inner])
        yield Remedy(hint, [inner.replace('\\"', '"')])
    elif text[:1] in ("{", "[") and '\\"' in text:
        try:
            json.loads(text)
        except ValueError:
            yield Remedy("the backslashes before the quotes have reached the program", [text.replace('\\"', '"')])


def _is_list_of_scalars(shape: Shape) -> bool:
    return isinstance(shape, List) and isinstance(resolved(shape.member), Scalar)


_RULES = (
    json_in_outer_quotes,
    lists_in_a_list,
    json_without_quotes,
    json_of_another_language,
    items_between_commas,
    scalars_between_commas,
    braces_expanded,
    keys_for_json,
    forgotten_file,
)
