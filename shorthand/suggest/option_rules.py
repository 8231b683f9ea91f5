"""Rules for the tokens of an option that are wrong together: items of a list, tags, file names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shorthand.did_you_mean import nearest
from shorthand.errors import ShorthandError
from shorthand.shapes import List, Map, Scalar, Shape, String, Structure, resolved
from shorthand.suggest.context import PAIR, items
from shorthand.suggest.json_option_rules import JSON_OPTION_RULES
from shorthand.suggest.remedy import Remedy, is_list_of_scalars
from shorthand.suggest.shell_rules import split_at_spaces
from shorthand.syntax.writer import write

_FILE_NAME = re.compile(r"@?(?P<name>[^\s=,{}\[\]\"'@]+\.(?:json|ya?ml|txt))|@(?P<at>[^\s=,{}\[\]\"']+)")
_LABEL = re.compile(r"(?P<key>[^\s=:,{}\[\]\"'][^=,{}\[\]\"']*?)\s*(?:=>|=|:\s|:(?=[^/]))\s*(?P<value>[^=,{}\[\]\"']*)")
# The members of a structure that is a tag or a parameter: a name and its value.
_LABEL_MEMBERS = (
    ("Key", "Value"),
    ("key", "value"),
    ("TagKey", "TagValue"),
    ("Name", "Value"),
    ("name", "value"),
    ("ParameterKey", "ParameterValue"),
)


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
        # Each item begins with the first one's key, after nothing but a space.
        words = re.split(rf"(?<=[^\s,])\s++(?={re.escape(first[0])})", tokens[0].strip())
        yield Remedy("give each item of a list as a word of its own, without quotes around all of them", words)


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


def label_and_value(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`env=prod` for `Key=env,Value=prod`, where a tag is expected"""
    member = resolved(shape.member) if isinstance(shape, List) else shape
    if not isinstance(member, Structure):
        return
    names = next((pair for pair in _LABEL_MEMBERS if set(pair) <= set(member.members)), None)
    if names is None or any(name not in names for name in member.required):
        return
    if not all(isinstance(resolved(member.members[name]), String) for name in names):
        return
    # A colon and a space are two words in a shell.
    text = re.sub(r"(?<=[:=>]) (?=[^\s=:]+(?: |\Z))", "", " ".join(tokens))
    words = [word for part in (text.split() if isinstance(shape, List) else [text]) for word in part.split(",")]
    written = []
    for word in words:
        label = _LABEL.fullmatch(word)
        if not label or label["key"] in member.members or nearest(label["key"], names):
            return
        try:
            written.append(write({names[0]: label["key"], names[1]: label["value"]}))
        except ShorthandError:
            return
    yield Remedy(f"write {names[0]}=…,{names[1]}=… for each", written)


def forgotten_file(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`params.json` and `@params.json` for `file://params.json`"""
    name = _FILE_NAME.fullmatch(tokens[0]) if len(tokens) == 1 else None
    if name and isinstance(shape, (Structure, Map, List)):
        yield Remedy(f"to give the content of the file, write file://{name['name'] or name['at']}")


OPTION_RULES = (
    *JSON_OPTION_RULES[:-1],
    items_between_commas,
    items_in_one_word,
    label_and_value,
    scalars_between_commas,
    split_at_spaces,
    JSON_OPTION_RULES[-1],
    forgotten_file,
)
