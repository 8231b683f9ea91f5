"""Find values that read, but are probably not what was meant."""

from __future__ import annotations

import re

from shorthand.aws.scripts.aws_commands import AwsCommand
from shorthand.aws.scripts.commands import Shell
from shorthand.lint.arguments import Argument, is_split, is_unquoted_text, typed
from shorthand.lint.given_option import Given
from shorthand.lint.problem import Problem, Replacement
from shorthand.shapes import Blob, List, Scalar, Shape, String, resolved

_FILE_OPTIONS = re.compile(
    r"--(?:.*-)?(?:document|policy|policy-text|body|template|user-data|definition|payload|json|mappings)"
)
_FILE_NAME = re.compile(r"(?:[\w.~-]*/)*[\w.~-]+\.(?:json|ya?ml|template|sh|txt|zip|jar|png|jpe?g|bin|pem|gz)")
_BINARY_NAME = re.compile(r".*\.(?:zip|jar|png|jpe?g|bin|gz)")
_ITEMS = re.compile(r"[\w.:/-]+(?:,[ ]?[\w.:/-]+)+")


def forgotten_prefix(run: AwsCommand, given: Given, tokens: list[Argument], shape: Shape) -> list[Problem]:
    """Return whether the only word looks like the name of a file whose content is needed."""
    token = tokens[0]
    text = token.text or ""
    if len(given.tokens) != 1 or (isinstance(shape, Blob) and shape.streaming) or not _FILE_NAME.fullmatch(text):
        return []
    takes_text = isinstance(shape, String) and not shape.enum and _FILE_OPTIONS.fullmatch(given.option.name)
    if isinstance(shape, Scalar) and not isinstance(shape, Blob) and not takes_text:
        return []
    prefix = "fileb://" if isinstance(shape, Blob) and (_BINARY_NAME.fullmatch(text) or _is_raw(run)) else "file://"
    at = token.word.start + (len(given.name) + 1 if given.is_joined else 0)
    is_bare = token.is_as_typed and token.word.is_unquoted and token.span(0, 1)[0] == at
    start = token.span(0, 1)[0]
    replacements = (Replacement(start, start, prefix),) if is_bare or token.is_as_typed else ()
    message = f"{given.name}: {token.word.shown!r} is the name of a file, not its content"
    span = token.span(0, len(text))
    return [Problem("SH210", message, *span, f"write {prefix} before the name", replacements, False)]


def joined_by_commas(given: Given, tokens: list[Argument], shape: Shape) -> list[Problem]:
    """Return whether one word of a list of identifiers is several, joined by commas."""
    token = tokens[0]
    member = resolved(shape.member) if isinstance(shape, List) else None
    text = token.text or ""
    if len(given.tokens) != 1 or not isinstance(member, String) or not token.is_certain or not _ITEMS.fullmatch(text):
        return []
    items = [item.strip() for item in text.split(",")]
    is_ids = given.option.name.endswith(("-ids", "-arns", "-names")) and len({_form(item) for item in items}) == 1
    is_enum = bool(member.enum) and set(items) <= set(member.enum)
    if not is_ids and not is_enum:
        return []
    new = " ".join(items)
    replacements = (Replacement(token.word.start, token.word.end, new),) if token.is_as_typed else ()
    if given.is_joined:
        replacements = ()
    message = f"{given.name}: one value with commas, where each value is a word of its own"
    return [Problem("SH211", message, *token.span(0, len(text)), "write spaces instead of commas", replacements)]


def unquoted_variables(run: AwsCommand, given: Given, tokens: list[Argument], shape: Shape) -> list[Problem]:
    """Return the variables that a shell splits inside of shorthand."""
    if isinstance(shape, Scalar) or run.command.shell in (Shell.POWERSHELL, Shell.ZSH):
        return []
    found = []
    for token in tokens:
        pieces = token.word.pieces
        holes = [piece for piece in token.word.holes if is_split(piece) and piece.text is None and piece.name]
        if "=" not in (token.text or "") or not holes or not any(map(is_unquoted_text, pieces)):
            continue
        new = typed(token.text or "", token, run.command.shell) if token.is_as_typed else None
        new = f"{given.name}={new}" if new and given.is_joined else new
        replacements = (Replacement(token.word.start, token.word.end, new),) if new else ()
        for hole in holes:
            message = f"{given.name}: the shell splits {hole.source} at its spaces"
            hint = "put the word in double quotes"
            found.append(Problem("SH302", message, hole.start, hole.end, hint, replacements, bool(new)))
    return found


def _is_raw(run: AwsCommand) -> bool:
    """Return whether version 2 of the AWS CLI would read the content of a file:// reference as base64."""
    return not any(word.text == "raw-in-base64-out" for word in run.arguments)


def _form(item: str) -> str:
    """Return what the identifiers of one kind have in common: `i-`, `arn:aws:sns`."""
    return ":".join(item.split(":")[:3]) if ":" in item else item.partition("-")[0]
