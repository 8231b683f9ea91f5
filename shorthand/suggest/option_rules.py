"""What to type where the tokens of an option are wrong together: what the shell did to them, and JSON that is none."""

from __future__ import annotations

import ast
import json
import os.path
import re
import warnings
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from shorthand.codec.convert import lift
from shorthand.codec.json_text import dumps_json
from shorthand.codec.token_kind import starts_json
from shorthand.errors import ShorthandError
from shorthand.shapes import List, Map, Scalar, Shape, String, Structure, resolved
from shorthand.suggest.context import PAIR, items
from shorthand.syntax.reader import read

_FILE_NAME = re.compile(r"[^\s=,{}\[\]\"']+\.(?:json|ya?ml|txt)")
_BARE_KEY = re.compile(r"(?<=[{,])[ \t]*+([A-Za-z0-9_.#/-]++)[ \t]*+:[ \t]*+")
_FLAT_PAIR = re.compile(r"""[ \t]*+(?P<key>[^=,{}\[\]"']+)=(?P<value>[^={}\[\]"']*)""")
_SPLIT = "the shell split the text at its braces or spaces: put the whole argument in single quotes"
# A space that ends a value, and then a pair: without a comma it would be part of the value.
_SPACE_BEFORE_PAIR = re.compile(r"[^\s,=\[{]\s++[A-Za-z0-9_.#/:-]++=")
_LONGEST_JSON = 20_000


class Remedy(NamedTuple):
    """What to do, and the tokens that come of it; without them the hint must be right as it stands."""

    hint: str
    tokens: Sequence[str] = ()


def split_in_brackets(tokens: Sequence[str], shape: Shape) -> Remedy | None:
    """`Tags=[{Key=a,Value=b c}]` in two words: a shell split it at a space within brackets."""
    if len(tokens) < 2 or is_list_of_scalars(shape) or starts_json(tokens[0]):
        return None
    whole: list[str] = []
    depth = 0
    for token in tokens:
        whole += [token] if depth <= 0 else []
        whole[-1] += f" {token}" if depth > 0 else ""
        depth += sum(map(token.count, "[{")) - sum(map(token.count, "]}"))
    if depth or len(whole) == len(tokens) or any(not PAIR.match(token) for token in whole):
        return None
    # A space in place of a comma would become part of a string, and so would the pair after it.
    doubtful = any(_SPACE_BEFORE_PAIR.search(text) or _has_space_in_list(text, shape) for text in whole)
    return Remedy(_SPLIT, () if doubtful else whole)


def _has_space_in_list(text: str, shape: Shape) -> bool:
    """Whether an item of a list holds a space, which may have been meant to stand between two."""
    member = resolved(shape.member) if isinstance(shape, List) else shape
    try:
        todo: list[Any] = [lift(read(text, strict=False), member)]
    except ShorthandError:
        return False
    while todo:
        value = todo.pop()
        if isinstance(value, list) and any(isinstance(item, str) and " " in item for item in value):
            return True
        todo += value if isinstance(value, list) else value.values() if isinstance(value, dict) else []
    return False


def items_between_commas(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`Key=a,Value=1,Key=b,Value=2` for `Key=a,Value=1 Key=b,Value=2`"""
    if not isinstance(shape, List) or isinstance(resolved(shape.member), Scalar) or len(tokens) != 1:
        return
    yield Remedy("separate the items of a list with spaces, not commas", items(tokens[0]))


def items_in_one_word(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`'Key=a,Value=1 Key=b,Value=2'` in one word, for `Key=a,Value=1 Key=b,Value=2`"""
    if not isinstance(shape, List) or isinstance(resolved(shape.member), Scalar) or len(tokens) != 1:
        return
    first = PAIR.match(tokens[0].strip())
    if first:
        # Each item begins with the first's key, and nothing but a space is before it.
        words = re.split(rf"(?<=[^\s,])\s++(?={re.escape(first[0])})", tokens[0].strip())
        yield Remedy("give each item of a list as a word of its own, without quotes around all of them", words)


def lists_in_a_list(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`1,2` for `[[1,2]]`: the reference shows it so, and no shorthand is a list"""
    if not isinstance(shape, List) or not isinstance(resolved(shape.member), List):
        return
    try:
        written = dumps_json(lift([read(f"list={token}")["list"] for token in tokens], shape))
    except ShorthandError:
        return
    yield Remedy("write a list within a list as JSON", [written])


def scalars_between_commas(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`80,443` for `80 443`, and `[a,b]` for `a b`"""
    if not is_list_of_scalars(shape) or len(tokens) != 1:
        return
    plain = tokens[0].strip()
    if plain.startswith("["):
        plain = plain[1:].removesuffix("]")
    words = [word.strip().strip("'\"") for word in plain.split(",")]
    if all(words) and (len(words) > 1 or plain != tokens[0].strip()):
        yield Remedy("separate the items of a list with spaces, not commas", words)


def braces_expanded(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`Vars=A=b Vars=C=d` for `Vars={A=b,C=d}`: what a shell makes of braces without quotes"""
    start = os.path.commonprefix(list(tokens))  # noqa: RUF071 -- by characters is meant
    start = start[: start.rfind("=") + 1]
    if len(tokens) < 2 or not start or isinstance(shape, Scalar):
        return
    rests = [token[len(start) :] for token in tokens]
    end = os.path.commonprefix([rest[::-1] for rest in rests])[::-1]  # noqa: RUF071
    # What stood after the braces begins with a comma or a bracket.
    cuts = [at for at, char in enumerate(end) if char in ",]}"]
    end = end[cuts[0] :] if cuts else ""
    parts = [rest[: len(rest) - len(end)] for rest in rests]
    if not any("," in part for part in parts):
        opening, closing = "{}" if all(map(PAIR.match, parts)) else "[]"
        yield Remedy(_SPLIT, [f"{start}{opening}{','.join(parts)}{closing}{end}"])


def split_at_spaces(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`Key=a Value=b` in two words, for `Key=a,Value=b`; `Value=a b` for `'Value=a b'`"""
    if len(tokens) < 2:
        return
    pairs = [PAIR.match(token.lstrip("[{")) for token in tokens]
    if all(pairs) and len({pair[1] for pair in pairs if pair}) == len(tokens):
        joined = ",".join(token.rstrip(",") for token in tokens)
        yield Remedy("separate pairs with a comma, not with a space", [joined])
    joined = " ".join(tokens)
    if not _SPACE_BEFORE_PAIR.search(joined) and not _has_space_in_list(joined, shape):
        yield Remedy(_SPLIT, [joined])


def forgotten_file(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`params.json` for `file://params.json`"""
    if isinstance(shape, (Structure, Map, List)) and len(tokens) == 1 and _FILE_NAME.fullmatch(tokens[0]):
        yield Remedy(f"to give the content of the file, write file://{tokens[0]}")


def json_without_quotes(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`{Key:a}` for `Key=a`: JSON whose double quotes a shell has taken away"""
    text = " ".join(tokens).strip()
    if text[:1] not in ("{", "[") or '"' in text or len(text) > _LONGEST_JSON:
        return
    hint = "the shell removed the double quotes of the JSON; shorthand needs none"
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
    hint = "write JSON strings in double quotes" if "'" in text else "remove the comma before the closing bracket"
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
        hint = "a key can contain only letters, digits and the characters _ . # / : -; JSON allows any key"
        yield Remedy(hint, [dumps_json([value] if isinstance(shape, List) else value)])


def json_in_outer_quotes(tokens: Sequence[str], _shape: Shape) -> Iterator[Remedy]:
    """`'{"Key": "a"}'`, where the quotes have reached the program"""
    text = " ".join(tokens).strip()
    if len(text) > 2 and text[0] in "'\"" and text[0] == text[-1] and text[1] in "[{":
        inner = text[1:-1]
        hint = "the quotes around the whole text reached the program: remove them"
        yield Remedy(hint, [inner])
        yield Remedy(hint, [inner.replace('\\"', '"')])
    elif text[:1] in ("{", "[") and '\\"' in text:
        try:
            json.loads(text)
        except ValueError:
            yield Remedy(
                "the backslashes before the quotes reached the program: remove them", [text.replace('\\"', '"')]
            )


def is_list_of_scalars(shape: Shape) -> bool:
    return isinstance(shape, List) and isinstance(resolved(shape.member), Scalar)


OPTION_RULES = (
    json_in_outer_quotes,
    lists_in_a_list,
    json_without_quotes,
    json_of_another_language,
    items_between_commas,
    items_in_one_word,
    scalars_between_commas,
    braces_expanded,
    split_at_spaces,
    keys_for_json,
    forgotten_file,
)
