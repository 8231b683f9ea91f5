"""Corrections of the subcommand `aws` that need the whole command: the input as JSON, and the names of options."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from shorthand.aws.command_line.corrections import Correction, corrected_words
from shorthand.aws.command_line.global_options import INPUT_JSON
from shorthand.aws.command_line.options import split_command
from shorthand.aws.command_line.to_input import read_command_line
from shorthand.aws.models import aws
from shorthand.codec.json_text import dumps_json, loads_json
from shorthand.did_you_mean import nearest
from shorthand.errors import Diagnostic, Kind, ShorthandError, UnrepresentableError, error_of
from shorthand.shapes import List, Map, Shape, Structure, resolved
from shorthand.suggest.meant_scalars import number_with_unit
from shorthand.suggest.option_rules import file_meant


def with_corrections(error: ShorthandError, words: Sequence[str]) -> ShorthandError:
    """Return the error of a command, corrected where only the whole command tells what was meant.

    A correction of one word by itself is left out: only a whole command can be pasted.

    Args:
        error: The error of reading the words.
        words: The words of the command.
    """
    given = _given_input(words)
    diagnostics = [_with_number(fault, words) for fault in error.diagnostics]
    if given is not None:
        diagnostics = _with_input(diagnostics, words, given)
    return error_of(fault if fault.fix_words else replace(fault, fix=None, fix_tokens=None) for fault in diagnostics)


def _with_number(fault: Diagnostic, words: Sequence[str]) -> Diagnostic:
    """Return the fault of an option that takes a number, and got it with the unit that it is counted in anyway."""
    if fault.fix_words or fault.kind is not Kind.WRONG_TYPE or not fault.label.startswith("--"):
        return fault
    number = number_with_unit(fault.text, fault.label.replace("-", ""))
    if number is None:
        return fault
    return replace(fault, fix_words=corrected_words(words, {fault.label: Correction([fault.text], [number])}))


def _given_input(words: Sequence[str]) -> str | None:
    """Return the JSON input as it is in the words; None if there is none."""
    for index, word in enumerate(words):
        name, equals, value = word.partition("=")
        if name == INPUT_JSON:
            return value if equals else "".join(words[index + 1 : index + 2])
    return None


def _with_input(faults: list[Diagnostic], words: Sequence[str], given: str) -> list[Diagnostic]:
    """Return the faults of a command whose input is given as JSON."""
    if faults[0].text == given and (reference := file_meant(given)):
        corrected = corrected_words(words, {INPUT_JSON: Correction([given], [reference])})
        hint = f"to give the content of the file, write {reference}"
        return [replace(faults[0], hint=hint, fix_words=corrected)]
    unknown = [fault for fault in faults if fault.kind is Kind.UNKNOWN_MEMBER]
    if any(fault.kind is not Kind.MISSING_MEMBER for fault in faults if fault not in unknown) or not unknown:
        return faults
    try:
        fixed = dumps_json(_renamed(loads_json(given), _input_shape(words)))
    except (ShorthandError, UnrepresentableError):
        return faults
    corrected = corrected_words(words, {INPUT_JSON: Correction([given], [fixed])})
    try:
        read_command_line(corrected or words)
    except ShorthandError:  # not all is corrected
        return faults
    # What one correction removes is one mistake.
    return [replace(fault, fix_words=corrected) for fault in unknown]


def _input_shape(words: Sequence[str]) -> Shape | None:
    service, operation, _, _ = split_command(list(words), 2)
    return aws(service, operation).input_shape


def _renamed(value: Any, shape: Shape | None) -> Any:
    """Return a JSON value with the misspelt names of members as they are documented."""
    shape = resolved(shape) if shape else None
    if isinstance(value, dict) and isinstance(shape, Structure):
        names = {key: key if key in shape.members else nearest(key, shape.members) or key for key in value}
        if len(set(names.values())) < len(names):
            return value  # two keys would become one
        return {names[key]: _renamed(item, shape.members.get(names[key])) for key, item in value.items()}
    if isinstance(value, dict) and isinstance(shape, Map):
        return {key: _renamed(item, shape.value) for key, item in value.items()}
    if isinstance(value, list) and isinstance(shape, List):
        return [_renamed(item, shape.member) for item in value]
    return value
