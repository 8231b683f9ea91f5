"""How the tests of the rules ask one rule: a text and its first fault go in, and what the rule proposes comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from shorthand.codec.token_kind import TokenKind
from shorthand.shapes import Boolean, Integer, List, Map, Shape, String, Structure
from shorthand.suggest.context import Context, Proposal, SourceText
from shorthand.suggest.engine import Reading
from shorthand.suggest.remedy import Remedy

S, N, B = String(), Integer(), Boolean()
TAG = Structure({"Key": S, "Value": S})
TAGS = List(TAG)
PAIRS = Map(S, S)
FILTER = Structure({"Name": S, "Values": List(S)})
LIMITS = Structure({"Limits": Structure({"Max": N, "Min": N}), "Name": S})
EBS = Structure({"Device": S, "Ebs": Structure({"Size": N, "Type": S})})

Rule = Callable[[Context], Iterator[Proposal]]
OptionRule = Callable[[Sequence[str], Shape], Iterator[Remedy]]


def context_of(text: str, shape: Shape | None = None, kind: TokenKind = TokenKind.SHORTHAND) -> Context:
    """Return the context of the first fault of a text that does not read."""
    faults = Reading(kind, shape).faults(text)
    assert faults, f"the text reads: {text!r}"
    return Context(SourceText(text), faults[0], shape)


def proposals(rule: Rule, text: str, shape: Shape | None = None) -> list[tuple[str, str | None]]:
    """Return the hints and texts that a rule proposes for the first fault of a shorthand text."""
    return [(proposal.hint, proposal.text) for proposal in rule(context_of(text, shape))]


def json_proposals(rule: Rule, text: str, shape: Shape) -> list[tuple[str, str | None]]:
    """Return the hints and texts that a rule proposes for the first fault of a JSON text."""
    return [(proposal.hint, proposal.text) for proposal in rule(context_of(text, shape, TokenKind.JSON))]


def remedies(rule: OptionRule, tokens: Sequence[str], shape: Shape) -> list[tuple[str, list[str]]]:
    """Return the hints and tokens that a rule proposes for the tokens of an option."""
    return [(remedy.hint, list(remedy.tokens)) for remedy in rule(tokens, shape)]
