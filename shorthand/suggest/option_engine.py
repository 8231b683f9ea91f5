"""Correct the tokens of one option: each token by itself, and then all of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from shorthand.codec.option import read_option
from shorthand.codec.token_kind import Token, TokenKind, bare_member, classify
from shorthand.errors import Diagnostic, Place, ShorthandError, error_of
from shorthand.shapes import List, Shape, resolved
from shorthand.suggest.candidates import candidate_faults
from shorthand.suggest.context import LONGEST_CORRECTED
from shorthand.suggest.engine import Reading, correct_text, with_default_hint
from shorthand.suggest.kept import Typed, keeps_pairs, keeps_values
from shorthand.suggest.option_rules import OPTION_RULES
from shorthand.suggest.remedy import Remedy, is_list_of_scalars
from shorthand.suggest.shell_rules import SHELL_RULES
from shorthand.syntax.raw import Files

OptionRule = Callable[[Sequence[str], Shape], Iterator[Remedy]]


def correct_option(
    error: ShorthandError, tokens: Sequence[str], shape: Shape, *, strict: bool, allows_files: bool
) -> ShorthandError:
    """Return the error of an option with hints and fixes, where a rule knows them and they read.

    Args:
        error: What reading the tokens raised.
        tokens: The tokens of the option.
        shape: The schema of the option's value.
        strict: Whether candidates are read strictly.
        allows_files: Whether candidates may contain file references. No file is read.
    """
    shape = resolved(shape)
    option = _Option(list(tokens), shape, strict, allows_files)
    faults = option.corrected_tokens(error.diagnostics)
    return error_of(option.with_all_tokens(option.corrected_together(faults)))


class _Option:
    """One option being corrected."""

    def __init__(self, tokens: list[str], shape: Shape, strict: bool, allows_files: bool) -> None:
        self.tokens = tokens
        self.shape = shape
        self.strict = strict
        self.allows_files = allows_files

    def reads(self, tokens: Sequence[str]) -> bool:
        """Return whether candidate tokens read as the option, and pass what the AWS CLI checks itself."""

        def read(files: Files | None) -> Any:
            return read_option(tokens, self.shape, self.strict, files)

        return not candidate_faults(read, self.shape, allows_files=self.allows_files)

    def holds(self, remedy: Remedy) -> bool:
        """Return whether the tokens of a remedy read, and no pair that was typed has become part of a string."""
        return (
            (remedy.replaces or keeps_values(self.tokens, remedy.tokens))
            and all(
                keeps_pairs(self._typed, token.text, token.shape)
                for token in classify(remedy.tokens, self.shape)
                if token.kind is TokenKind.SHORTHAND
            )
            and self.reads(remedy.tokens)
        )

    @cached_property
    def _typed(self) -> Typed:
        return Typed(self.tokens)

    def corrected_tokens(self, faults: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Correct the faults of each token by itself; faults of the words together stay as they are."""
        groups: dict[tuple[str, Place] | int, tuple[Token | None, list[Diagnostic]]] = {}
        for index, fault in enumerate(faults):
            token = self._token_of(fault)
            key = (token.text, token.place) if token else index
            groups.setdefault(key, (token, []))[1].append(fault)
        return [fault for token, own in groups.values() for fault in self._corrected_token(token, own)]

    def _corrected_token(self, token: Token | None, faults: list[Diagnostic]) -> list[Diagnostic]:
        """Correct the faults of one token."""
        if token is None:
            return faults
        reading = Reading(token.kind, token.shape, token.place, self.strict, self.allows_files)
        if token.kind is TokenKind.FILE:  # the reference itself is wrong, such as one to bytes
            return [with_default_hint(fault, reading) for fault in faults]
        # Equal tokens have equal faults, which are shown once.
        return correct_text(list(dict.fromkeys(faults)), reading)

    def _token_of(self, fault: Diagnostic) -> Token | None:
        """Return the token in which a fault is, classified; None where it is in none of them."""
        if len(self.tokens) == 1:
            # The text of the only token may be the content of a file that it names.
            given = classify([fault.text], self.shape, are_content=fault.text not in self.tokens)
            token = next((one for one in given if fault.place[: len(one.place)] in (one.place, ())), None)
        else:
            token = self._classified.get((fault.text, fault.place[:1] if isinstance(self.shape, List) else ()))
        if token and token.kind is TokenKind.BARE_MEMBER:
            name, member = bare_member(token.shape)
            return Token(token.text, TokenKind.SCALAR, member, (*token.place, name))
        return token

    @cached_property
    def _classified(self) -> dict[tuple[str, Place], Token]:
        """The tokens by their text and place; by their text alone the first one, for a syntax error has no place."""
        if not self.tokens:
            return {}
        tokens = classify(self.tokens, self.shape)
        first: dict[tuple[str, Place], Token] = {(token.text, ()): token for token in reversed(tokens)}
        return {**first, **{(token.text, token.place): token for token in tokens}}

    def corrected_together(self, faults: list[Diagnostic]) -> list[Diagnostic]:
        """Correct what is wrong with the words together: what a shell did to them, or JSON that is not valid."""
        if not self.tokens or len(" ".join(self.tokens)) > LONGEST_CORRECTED:
            return faults
        remedy = self.first_remedy(SHELL_RULES)
        if remedy:
            return self._remedied(faults, remedy)
        is_fixed = all(fault.fix is not None for fault in faults)
        if is_fixed and not is_list_of_scalars(self.shape):
            if len(self.tokens) > 1 or self.reads([str(faults[0].fix)]):
                return faults
            # A single item that is itself a list would be taken for the whole list.
            whole = f"[{faults[0].fix}]"
            return [replace(fault, fix=whole if self.reads([whole]) else None) for fault in faults]
        remedy = self.first_remedy(OPTION_RULES)
        return self._remedied(faults, remedy) if remedy else faults

    def first_remedy(self, rules: Sequence[OptionRule]) -> Remedy | None:
        """Return the first remedy whose tokens read and keep what was typed, or that is only a hint."""
        for rule in rules:
            for remedy in rule(self.tokens, self.shape):
                if not remedy.tokens or self.holds(remedy):
                    return remedy
        return None

    def _remedied(self, faults: list[Diagnostic], remedy: Remedy) -> list[Diagnostic]:
        first = replace(faults[0], hint=remedy.hint)
        if not remedy.tokens:
            return [first, *faults[1:]]
        # What one correction removes is one mistake, of which the first diagnostic is kept.
        return [self._with_fix(first, remedy.tokens)]

    def with_all_tokens(self, faults: list[Diagnostic]) -> list[Diagnostic]:
        """Return the diagnostics with all corrected tokens of the option, where every wrong one has its fix."""
        fixes = {fault.text: fault.fix for fault in faults}
        if any(fault.fix_tokens for fault in faults) or any(fix is None for fix in fixes.values()):
            return faults
        # The text of a fault is one of the tokens, or all of them together.
        among = set(fixes) <= set(self.tokens)
        tokens = tuple(str(fixes.get(token, token)) for token in self.tokens) if among else (str(faults[0].fix),)
        if len(fixes) > 1 and not self.reads(tokens):
            return faults
        return [replace(fault, fix_tokens=tokens) for fault in faults]

    def _with_fix(self, fault: Diagnostic, corrected: Sequence[str]) -> Diagnostic:
        """Return the diagnostic with the corrected tokens; a single one is `fix` if it replaces the fault's text."""
        if len(corrected) == 1 and (len(self.tokens) == 1 or fault.text not in self.tokens):
            return replace(fault, fix=corrected[0], fix_tokens=tuple(corrected))
        return replace(fault, fix=None, fix_tokens=tuple(corrected) or None)
