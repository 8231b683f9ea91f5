"""Rules for the tokens of an option that are wrong together: items of a list, tags, file names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shorthand.did_you_mean import nearest
from shorthand.errors import ShorthandError
from shorthand.shapes import List, Map, Scalar, Shape, String, Structure, resolved
from shorthand.suggest.context import PAIR, items
from shorthand.suggest.json_option_rules import JSON_OPTION_RULES
from shorthand.suggest.loose_data import NotLooseDataError, read_loose_json
from shorthand.suggest.remedy import Remedy, is_list_of_scalars
from shorthand.suggest.shell_rules import split_at_spaces
from shorthand.syntax.raw import Raw, is_file_reference
from shorthand.syntax.writer import write

_FILE_NAME = re.compile(r"@?(?P<name>[^\s=,{}\[\]\"'@]+\.(?:json|ya?ml|txt))|@(?P<at>[^\s=,{}\[\]\"']+)")
# A key ends before an equals sign; without one, before a colon and a space; without that, before the first colon that
# is not part of `://`.
_KEY_AND_SIGN = (
    r"(?P<key>[^\s=:,{}\[\]\"'](?:[^=,{}\[\]\"']*+(?==)|(?:[^=:,{}\[\]\"']|:(?!\s))*+(?=:\s)"
    r"|(?:[^=:,{}\[\]\"']|:(?=/|\Z))*+(?=:)))(?:=>?|:)\s*+"
)
_LABEL = re.compile(rf"{_KEY_AND_SIGN}(?P<value>[^=,{{}}\[\]\"']*)")
_LABEL_OF_LIST = re.compile(rf"{_KEY_AND_SIGN}(?P<value>[^=\s{{}}\[\]\"']*)")
# No search begins within a key or within spaces, because it would scan a long one again and again.
_QUOTED_LABEL = re.compile(r"(?<![^\s=:,{}\[\]\"'])(?P<key>[^\s=:,{}\[\]\"']++) *+[=:] *+\"(?P<value>[^\"\\]*+)\"")
_LONGEST_LABELS = 20_000
# The members of a structure that is a tag or a parameter: a name and its value.
_LABEL_MEMBERS = (
    ("Key", "Value"),
    ("key", "value"),
    ("TagKey", "TagValue"),
    ("Name", "Value"),
    ("name", "value"),
    ("ParameterKey", "ParameterValue"),
    ("Name", "Values"),
    ("Key", "Values"),
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
    """`env=prod` and `{"env": "prod"}` for `Key=env,Value=prod`, where a tag is expected"""
    member = resolved(shape.member) if isinstance(shape, List) else shape
    names = _label_members(member) if isinstance(member, Structure) else None
    if not isinstance(member, Structure) or names is None:
        return
    is_list = isinstance(resolved(member.members[names[1]]), List)
    labels = _braced_labels(tokens) or _labels(tokens, shape, at_commas=not is_list)
    written = []
    for key, value in labels:
        if key in member.members or nearest(key, names):
            return
        try:
            items: Raw = [*value.split(",")] if is_list and "," in value else value
            written.append(write({names[0]: key, names[1]: items}))
        except ShorthandError:
            return
    if written and (isinstance(shape, List) or len(written) == 1):
        replaces = "=>" in "".join(tokens) or tokens[0].lstrip().startswith("{")
        yield Remedy(f"write {names[0]}=…,{names[1]}=… for each", written, replaces=replaces)


def _label_members(member: Structure) -> tuple[str, str] | None:
    """Return the members of a structure that are a name and its value, if nothing else is required."""
    names = next((pair for pair in _LABEL_MEMBERS if set(pair) <= set(member.members)), None)
    if names is None or any(name not in names for name in member.required):
        return None
    name, value = (resolved(member.members[one]) for one in names)
    if isinstance(value, List):
        value = resolved(value.member)
    return names if isinstance(name, String) and isinstance(value, String) else None


def _braced_labels(tokens: Sequence[str]) -> list[tuple[str, str]]:
    """Return the labels and values of one object: `{"env": "prod"}`, `{env = "prod"}`."""
    text = " ".join(tokens).strip()
    if not text.startswith("{") or len(text) > _LONGEST_LABELS:
        return []
    try:
        found = read_loose_json(text)
    except (NotLooseDataError, RecursionError):
        return []
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        return []
    return list(found.items())


def _labels(tokens: Sequence[str], shape: Shape, *, at_commas: bool) -> list[tuple[str, str]]:
    """Return the labels and values in the tokens: `env=prod`, `env: prod`, `env = "prod"`; none if one is neither."""
    text = " ".join(tokens)
    if len(text) > _LONGEST_LABELS:
        return []
    quoted = [match.groups() for match in _QUOTED_LABEL.finditer(text)]
    if quoted and not _QUOTED_LABEL.sub("", text).strip(" ,\n"):
        return [(str(key), str(value)) for key, value in quoted]
    # A colon and a space are two words in a shell.
    text = re.sub(r" = ", "=", text) if "=" in tokens else text
    text = re.sub(r"(?<=[:=>]) (?=[^\s=:]+(?: |\Z))", "", text)
    words = text.split() if isinstance(shape, List) else [text]
    parts = [part for word in words for part in (word.split(",") if at_commas else [word])]
    labels = [(_LABEL if at_commas else _LABEL_OF_LIST).fullmatch(part) for part in parts]
    return [(label["key"].rstrip(), label["value"]) for label in labels if label] if all(labels) else []


def forgotten_file(tokens: Sequence[str], shape: Shape) -> Iterator[Remedy]:
    """`params.json` and `@params.json` for `file://params.json`"""
    reference = file_meant(tokens[0]) if len(tokens) == 1 else None
    if reference and isinstance(shape, (Structure, Map, List)):
        yield Remedy(f"to give the content of the file, write {reference}")


def file_meant(token: str) -> str | None:
    """Return the reference to the file that a token names where its content is expected; None if it names none.

    >>> file_meant("@params.json"), file_meant("file://params.json")
    ('file://params.json', None)
    """
    found = _FILE_NAME.fullmatch(token) if not is_file_reference(token) else None
    return f"file://{found['name'] or found['at']}" if found else None


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
