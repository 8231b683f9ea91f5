"""Check the value of an option, where some of its words, or parts of them, are unknown."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from shorthand.api.conversions import loads_option
from shorthand.aws.command import Command
from shorthand.aws.scripts.aws_commands import AwsCommand
from shorthand.aws.scripts.commands import Shell
from shorthand.codec.located import constraint_faults
from shorthand.codec.token_kind import TokenKind, classify, starts_json
from shorthand.editor.enum_warnings import warnings
from shorthand.errors import Diagnostic, Kind, ShorthandError
from shorthand.lint.arguments import Argument, argument_of, as_shown, typed
from shorthand.lint.given_option import Given
from shorthand.lint.likely_slips import forgotten_prefix, joined_by_commas, unquoted_variables
from shorthand.lint.names import is_same_name
from shorthand.lint.problem import Problem, Replacement
from shorthand.lint.repairs import renamed, repaired
from shorthand.shapes import Blob, List, Scalar, Shape, resolved
from shorthand.syntax.raw import is_file_reference

_CODES = {
    Kind.SYNTAX: "SH201",
    Kind.WRONG_TYPE: "SH203",
    Kind.UNKNOWN_MEMBER: "SH204",
    Kind.MISSING_MEMBER: "SH205",
    Kind.UNION: "SH206",
    Kind.LOSSY: "SH207",
    Kind.ENUM: "SH209",
}
# What people write in documents where a value goes: INSTANCE_ID, N, YOUR-BUCKET.
_TO_BE_REPLACED = re.compile(r"[A-Z][A-Z0-9_-]*|.*(?:\.\.\.|…|XXX|xxx).*|.*[<>].*", re.DOTALL)
# So many are reported of one option: each may have a correction of all its words.
_MOST_PROBLEMS = 100


class ValueChecker:
    """Checks the values of the options of one command."""

    def __init__(self, run: AwsCommand, service: str, command: Command, *, is_document: bool) -> None:
        self.run = run
        self.service = service
        self.command = command
        self.is_document = is_document

    def check(self, given: Given) -> list[Problem]:
        """Return what is wrong with the words of an option."""
        shape = resolved(given.option.shape)
        tokens = [token for token in given.tokens if not self._fits_anything(token, shape)]
        if not tokens or (len(tokens) < len(given.tokens) and not isinstance(shape, List)):
            return []
        first = tokens[0].text or ""
        is_only = len(given.tokens) == 1 and not given.may_have_more
        if is_only and (is_file_reference(first) or (first.startswith("http") and not isinstance(shape, Scalar))):
            return []
        if forgotten := forgotten_prefix(self.run, given, tokens, shape):
            return forgotten
        if isinstance(shape, Blob):
            return []
        if (found := self._braces(given, tokens, shape)) is not None:
            return found
        return [*self._faults(given, tokens, shape), *unquoted_variables(self.run, given, tokens, shape)]

    def _fits_anything(self, token: Argument, shape: Shape) -> bool:
        if token.text is None:
            return True
        return token.starts_unknown and not isinstance(shape, Scalar)

    def _faults(self, given: Given, tokens: list[Argument], shape: Shape) -> list[Problem]:
        texts = [token.text or "" for token in tokens]
        try:
            value = loads_option(texts, shape)
        except ShorthandError as error:
            return self._problems(given, tokens, error.diagnostics, shape)
        faults = constraint_faults(value, texts, shape)
        problems = self._problems(given, tokens, faults, shape, code="SH208")
        # The AWS CLI's own commands, such as those of emr, take other values in structures than they list.
        if self.command.input_shape is not None or isinstance(shape, Scalar):
            problems += self._problems(given, tokens, warnings(texts, shape, value), shape)
        return problems or joined_by_commas(given, tokens, shape)

    def _problems(
        self, given: Given, tokens: list[Argument], faults: Sequence[Diagnostic], shape: Shape, code: str | None = None
    ) -> list[Problem]:
        """Return the faults that do not depend on anything unknown, the first of them where there are very many."""
        by_text: dict[str | None, list[Argument]] = defaultdict(list)
        for one in tokens:
            by_text[one.text].append(one)
        certain = []
        for fault in faults:
            token = _token_of(fault, tokens, by_text[fault.text])
            if fault.kind is not Kind.FILE and self._is_certain(fault, token, tokens, given):
                certain.append((fault, token))
        are_certain = len(certain) == len(faults) and all(map(_is_certain_fix, faults))
        # Other commands may use the variable, and need it as it is.
        is_shared = not all(one.is_as_typed for one in tokens)
        problems = []
        for fault, token in certain[:_MOST_PROBLEMS]:
            start, end = _place(fault, token, given)
            hint = as_shown(fault.hint, tokens)
            replacements = self._corrected(given, tokens, fault)
            is_guess = not replacements
            if is_guess:
                words = repaired([one.text or "" for one in tokens], fault, shape)
                replacements = self._corrected(given, tokens, replace(fault, fix_tokens=words)) if words else ()
            problems.append(
                Problem(
                    code or self._code(fault, token, tokens, shape),
                    as_shown(f"{given.name}{_path(fault)}: {fault.reason}", tokens),
                    start,
                    end,
                    hint or (f"expected {as_shown(fault.expected, tokens)}" if fault.expected else ""),
                    replacements,
                    are_certain and not is_guess and not is_shared,
                )
            )
        return problems

    def _is_certain(self, fault: Diagnostic, token: Argument | None, tokens: list[Argument], given: Given) -> bool:
        """Return whether a fault is one whatever takes the place of the unknown."""
        if token is None:
            certain = all(one.is_certain for one in tokens) and len(tokens) == len(given.tokens)
            return certain and not given.may_have_more
        text = token.text or ""
        start, end = fault.span or (0, len(text))
        if self.is_document and _TO_BE_REPLACED.fullmatch(text[start:end] or text):
            return False
        if fault.kind in (Kind.MISSING_MEMBER, Kind.UNION) and token.may_supply_members():
            return False
        if not token.stand_ins:
            return True
        if fault.kind in (Kind.SYNTAX, Kind.LOSSY):
            before = [one for one in token.stand_ins if one.start <= end]
            return not before
        if fault.kind in (Kind.MISSING_MEMBER, Kind.UNION):
            return fault.span is None or not _is_all(token, fault.span) or not token.may_supply_members()
        if any((text[one.start : one.end]) in fault.reason for one in token.stand_ins):
            return False
        return not token.is_touched(start, end)

    def _code(self, fault: Diagnostic, token: Argument | None, tokens: list[Argument], shape: Shape) -> str:
        if fault.kind is Kind.SYNTAX and token is not None:
            kinds = {one.text: one.kind for one in classify([one.text or "" for one in tokens], shape)}
            if kinds.get(token.text or "") is TokenKind.JSON or starts_json(token.text or ""):
                return "SH202"
        return _CODES.get(fault.kind, "SH203")

    def _corrected(self, given: Given, tokens: list[Argument], fault: Diagnostic) -> tuple[Replacement, ...]:
        """Return how the words of the option are typed when they are correct; () where that is not certain."""
        fixed = fault.fix_tokens
        if fixed is None and fault.fix is not None and len(tokens) == 1:
            fixed = (fault.fix,)
        words = [token.word for token in tokens]
        if fixed and len(fixed) == len(tokens) and not all(token.is_as_typed for token in tokens):
            changed = [(token, new) for token, new in zip(tokens, fixed, strict=True) if token.text != new]
            return renamed(*changed[0]) if len(changed) == 1 else ()
        if (
            not fixed
            or not all(token.is_as_typed for token in tokens)
            or len({word.start for word in words}) < len(words)
        ):
            return ()
        shell = self.run.command.shell
        if len(fixed) == len(tokens):
            pairs = [(token, new) for token, new in zip(tokens, fixed, strict=True) if token.text != new]
            new_words = [(token, self._typed(given, new, token, shell)) for token, new in pairs]
            if any(new is None for _, new in new_words):
                return ()
            return tuple(Replacement(token.word.start, token.word.end, str(new)) for token, new in new_words)
        if len(tokens) != len(given.tokens) or not all(token.is_certain for token in tokens):
            return ()
        if given.is_joined and len(fixed) > 1:
            return ()
        new = [self._typed(given, one, None, shell) for one in fixed]
        if any(one is None for one in new):
            return ()
        return (Replacement(words[0].start, words[-1].end, " ".join(str(one) for one in new)),)

    def _typed(self, given: Given, text: str, token: Argument | None, shell: Shell) -> str | None:
        written = typed(text, token, shell)
        return f"{given.name}={written}" if given.is_joined and written is not None else written

    def _braces(self, given: Given, tokens: list[Argument], shape: Shape) -> list[Problem] | None:
        """Return the problem of words that the shell made of one with unquoted braces, if they do not read."""
        repeated = {start for start, count in Counter(token.word.start for token in tokens).items() if count > 1}
        if not repeated or isinstance(shape, Scalar):
            return None
        sources = [word for word in self.run.command.words if word.start in repeated and word.braces]
        if not sources:
            return None  # the words are those of an array
        found = []
        for source in sources:
            group = [token for token in tokens if token.word.start == source.start]
            if "=" not in source.shown or not self._faults(given, group, shape):
                continue
            whole = argument_of(replace(source, braces=False))
            shown = f"{given.name}: the shell makes {len(group)} words of {_short(source.shown)}"
            replacements: tuple[Replacement, ...] = ()
            reads = not self._faults(given, [whole], shape)
            if reads or "={" in source.shown:
                new = self._typed(given, whole.text or "", whole, self.run.command.shell)
                if new is not None and whole.is_as_typed:
                    replacements = (Replacement(source.start, source.end, new),)
            hint = "quote the word, so that the shell keeps its braces"
            found.append(Problem("SH301", shown, source.start, source.end, hint, replacements, reads))
        return found


def _token_of(fault: Diagnostic, tokens: list[Argument], own: list[Argument]) -> Argument | None:
    """Return the word in which a fault is, one of those with its text; None where it is in all of them."""
    if len(own) > 1 and fault.place and isinstance(fault.place[0], int) and fault.place[0] < len(tokens):
        at = tokens[fault.place[0]]
        return at if at.text == fault.text else own[0]
    return own[0] if own else None


def _place(fault: Diagnostic, token: Argument | None, given: Given) -> tuple[int, int]:
    """Return where a fault is in the source."""
    if token is None:
        if len(given.tokens) > 1:
            return given.tokens[1].word.start, given.tokens[-1].word.end
        return given.argument.word.start, (given.tokens or [given.argument])[-1].word.end
    start, end = fault.span or (0, len(token.text or ""))
    return token.span(start, end)


def _path(fault: Diagnostic) -> str:
    return f" {fault.path}" if fault.path else ""


def _is_certain_fix(fault: Diagnostic) -> bool:
    """Return whether the correction of a fault keeps what was meant."""
    if fault.kind is Kind.UNKNOWN_MEMBER:
        name = str(fault.place[-1]) if fault.place else ""
        return bool(fault.fix) and name not in (fault.fix or "") and is_same_name(fault.fix or "", fault.text)
    return fault.kind in (Kind.SYNTAX, Kind.WRONG_TYPE, Kind.LOSSY)


def _is_all(token: Argument, span: tuple[int, int]) -> bool:
    return span[0] == 0 and span[1] >= len(token.text or "")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
