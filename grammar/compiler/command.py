"""The command: compile the grammar and write the modules, or check that they are up to date."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grammar.compiler.automaton import automaton_of
from grammar.compiler.compile_error import CompileError
from grammar.compiler.effects import check_declared
from grammar.compiler.lark_table import read_grammar
from grammar.compiler.minimal import minimal
from grammar.compiler.reader_module import reader_module
from grammar.compiler.scans import scan_of
from grammar.compiler.state_names import names_of
from grammar.compiler.transitions_module import transitions_module

GRAMMAR = Path(__file__).parent.parent / "shorthand.lark"
SYNTAX = GRAMMAR.parent.parent / "shorthand" / "syntax"


def compiled(text: str) -> dict[str, str]:
    """Return the text of each generated module by the name of its file.

    Args:
        text: The text of the grammar.

    Raises:
        CompileError: The grammar cannot be compiled.
    """
    grammar = read_grammar(text)
    check_declared(grammar.rules, grammar.terminals)
    states = minimal(automaton_of(grammar.table))
    names = names_of(states)
    scans = [scan_of(states, number, grammar.terminals) for number in range(len(states))]
    return {
        "_compiled_reader.py": reader_module(grammar.patterns, names, scans),
        "_transitions.py": transitions_module(states, names, grammar.terminals),
    }


def main(arguments: Sequence[str]) -> None:
    """Write the modules, or with `--check` fail if one of them is not what would be written."""
    if arguments not in ([], ["--check"]):
        raise SystemExit("usage: python grammar/build.py [--check]")
    try:
        modules = compiled(GRAMMAR.read_text("utf-8"))
    except CompileError as error:
        raise SystemExit(str(error)) from error
    for name, text in modules.items():
        target = SYNTAX / name
        if not arguments:
            target.write_text(text, "utf-8", newline="\n")
        elif not target.exists() or target.read_text("utf-8") != text:
            raise SystemExit(f"{target} is not what the grammar compiles to: run python grammar/build.py")
