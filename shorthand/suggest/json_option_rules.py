"""Rules for an option that was given as JSON, or as something like it, and is not valid."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from shorthand.codec.convert import check, lift
from shorthand.codec.json_text import dumps_json
from shorthand.codec.writing import write_option
from shorthand.errors import ShorthandError
from shorthand.shapes import List, Map, Shape, String, resolved
from shorthand.suggest.loose_data import NotLooseDataError, read_loose_json, read_loose_yaml
from shorthand.suggest.remedy import Remedy
from shorthand.syntax.reader import read

_LONGEST_JSON = 20_000
_MOST_BRACKETS = 100
_FLAT_PAIR = re.compile(r"""[ \t]*+(?P<key>[^=,{}\[\]"']+)=(?P<value>[^={}\[\]"']*)""")
_YAML_KEY = re.compile(r"^[^\S\n]*+(?:- +)?[\w.:/-]+:(?:\s|\Z)", re.MULTILINE)
_EXPANDED = re.compile(r"(?P<before>[\[{]*)(?P<pair>[\w.#/-]+:[^{}\[\]]+?)(?P<after>[\]}]*)")


def json_in_outer_quotes(tokens: Sequence[str], _shape: Shape) -> Iterator[Remedy]:
    """`'{"Key": "a"}'`, where the quotes reached the program"""
    text = " ".join(tokens).strip()
    if len(text) > 2 and text[0] in "'\"" and text[0] == text[-1] and text[1] in "[{":
        inner = text[1:-1]
        hint = "the quotes around the whole text reached the program: remove them"
        yield Remedy(hint, [inner])
        yield Remedy(hint, [inner.replace('\\"', '"')])
    elif text[:1] in ("{", "[") and '\\"' in text and not _is_json(text):
        hint = "the backslashes before the quotes reached the program: remove them"
        yield Remedy(hint, [text.replace('\\"', '"')])


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def json_without_quotes(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`{Key:a}` for `Key=a`: JSON whose double quotes a shell removed, and perhaps split at spaces"""
    text = " ".join(tokens).strip()
    if text[:1] in ("{", "[") and '"' not in text and "'" not in text:
        hint = "the shell removed the double quotes of the JSON; shorthand needs none"
        yield from _from_loose_data(hint, text, shape, read_loose_json)
        yield from _from_expanded_braces(tokens, shape)


def _from_expanded_braces(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`[Key:a]` and `[Value:b]` for `[{Key:a,Value:b}]`: the shell also expanded the braces"""
    parts = [_EXPANDED.fullmatch(token) for token in tokens]
    if len(tokens) > 1 and all(parts):
        pairs = ",".join(part["pair"] for part in parts if part)
        first = parts[0]
        whole = f"{first['before']}{{{pairs}}}{first['after']}" if first else ""
        hint = "the shell removed the double quotes of the JSON and expanded its braces; shorthand needs neither"
        yield from _from_loose_data(hint, whole, shape, read_loose_json)


def json_of_another_language(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`{'Key': 'a', 'On': True}` for `{"Key": "a", "On": true}`; commas too many; comments; Terraform's `key = "a"`"""
    text = " ".join(tokens).strip()
    if text[:1] not in ("{", "[") or _is_json(text):
        return
    if "//" in text or "#" in text or "/*" in text:
        hint = "remove the comments: JSON has none"
    elif "'" in text:
        hint = "write JSON strings in double quotes"
    elif re.search(r",\s*[\]}]", text):
        hint = "remove the comma before the closing bracket"
    else:
        hint = 'write JSON as {"key": "value"}, or shorthand'
    yield from _from_loose_data(hint, text, shape, read_loose_json, as_json=True)


def yaml_block(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`Key: a` and `Value: b` on lines, as CloudFormation and YAML have them"""
    text = tokens[0] if len(tokens) == 1 else _lines_of_words(tokens)
    if _YAML_KEY.search(text):
        yield from _from_loose_data("this is YAML; shorthand is expected here", text, shape, read_loose_yaml)


def _lines_of_words(tokens: Sequence[str]) -> str:
    """Return YAML that the shell split at spaces, with a line for each key. Where the first key recurs, items begin."""
    lines = re.sub(r"(?<!\s)\s++(?=[\w.:/-]+:(?:\s|\Z))", "\n", " ".join(tokens)).split("\n")
    first = lines[0].partition(" ")[0]
    if sum(line.partition(" ")[0] == first for line in lines) == 1:
        return "\n".join(lines)
    return "\n".join(f"- {line}" if line.partition(" ")[0] == first else f"  {line}" for line in lines)


def lines_of_pairs(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`Key = "a"` and `Value = "b"` on lines, as Terraform has them"""
    text = tokens[0].strip()
    if len(tokens) == 1 and "\n" in text and re.match(r"[\w.:/-]+ *=", text):
        hint = "separate pairs with a comma, not with a line break"
        yield from _from_loose_data(hint, f"{{{text}\n}}", shape, read_loose_json)


def _from_loose_data(
    hint: str, text: str, shape: Shape, parse: Callable[[str], Any], *, as_json: bool = False
) -> Iterator[Remedy]:
    """Propose the tokens of the value that a text has when it is read by `parse` and typed by the shape."""
    if len(text) > _LONGEST_JSON or text.count("[") + text.count("{") > _MOST_BRACKETS:
        return
    try:
        raw = parse(text)
        value = lift(_lists(raw, shape), shape)
        check(value, shape)
        tokens = [dumps_json(value)] if as_json else write_option(value, shape, True)
    except (NotLooseDataError, ShorthandError, RecursionError):
        return
    yield Remedy(hint, tokens, replaces=True)


def _lists(raw: Any, shape: Shape) -> Any:
    """Return the data with Python's words for JSON's where they are not strings, and one item as a list of one."""
    expected = resolved(shape)
    if isinstance(expected, List) and isinstance(raw, dict):
        return [raw]
    return raw


def keys_for_json(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`my key=x` for `{"my key":"x"}`: a map takes keys that only JSON can carry"""
    wanted = resolved(shape.member) if isinstance(shape, List) else shape
    pairs = [_FLAT_PAIR.fullmatch(pair) for token in tokens for pair in token.split(",")]
    if isinstance(wanted, Map) and isinstance(resolved(wanted.value), String) and len(tokens) == 1 and all(pairs):
        value = {pair["key"]: pair["value"] for pair in pairs if pair}
        hint = "a key can contain only letters, digits and the characters _ . # / : -; JSON allows any key"
        if len(value) == len(pairs):
            yield Remedy(hint, [dumps_json([value] if isinstance(shape, List) else value)])


def lists_in_a_list(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`1,2` for `[[1,2]]`: the reference shows it so, and no shorthand is a list"""
    if not isinstance(shape, List) or not isinstance(resolved(shape.member), List):
        return
    try:
        written = dumps_json(lift([read(f"list={token}")["list"] for token in tokens], shape))
    except ShorthandError:
        return
    yield Remedy("write a list within a list as JSON", [written])


JSON_OPTION_RULES = (
    json_in_outer_quotes,
    lists_in_a_list,
    json_without_quotes,
    json_of_another_language,
    lines_of_pairs,
    yaml_block,
    keys_for_json,
)
