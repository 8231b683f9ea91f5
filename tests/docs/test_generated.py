"""What is drawn or written from a source shows that source: diagrams, charts, help, pictures."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.docs.conftest import DOCS, ROOT

pytest.importorskip("sphinx", reason="the extensions of the site need the extra `docs`")
pytest.importorskip("railroad", reason="the extensions of the site need the extra `docs`")

if TYPE_CHECKING:
    from grammar_page import Grammar

GRAMMARS = sorted((ROOT / "grammar").glob("*.lark"))


def grammar_of(text: str) -> Grammar:
    from grammar_page import Grammar

    return Grammar(text)


def boxes(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in ET.fromstring(svg).iter() if text.tag.endswith("text")]


class TestDiagrams:
    @pytest.mark.parametrize("path", GRAMMARS, ids=lambda path: path.stem)
    def test_each_definition_of_a_grammar_has_its_diagram_and_its_source(self, path: Path) -> None:
        text = path.read_text("utf-8")
        grammar = grammar_of(text)
        shown = [one for part in grammar.parts for one in part.definitions]
        assert {one.name for one in shown} == {name for name in grammar.names if not name.startswith("__")}
        for one in shown:
            assert boxes(grammar.diagram(one.name)) is not None
            assert one.source in text

    def test_a_rule_is_drawn_as_it_is_written(self) -> None:
        grammar = grammar_of('a: b ("," b)* C?\nb: "x" | C+\nC: /[a-c]+/ "="\n')
        assert boxes(grammar.diagram("a")) == ["b", ",", "C"]
        assert boxes(grammar.diagram("b")) == ["x", "C"]
        assert boxes(grammar.diagram("C")) == ["a–c", "="]

    def test_a_change_of_the_grammar_shows(self) -> None:
        assert grammar_of("a: B\nB: /x/\n").diagram("a") != grammar_of("a: B B\nB: /x/\n").diagram("a")

    def test_a_terminal_names_the_terminals_in_it_wherever_a_group_opens(self) -> None:
        grammar = grammar_of(
            "a: WORD\n_SPACE: /[ \\t\\n\\r\\x0b\\x0c]*+/\n_KEY: /[a-z]+/\nWORD: /(?=(?:/ _KEY /|yy)/ _SPACE /z)/\n"
        )
        assert boxes(grammar.diagram("WORD")) == ["_KEY", "yy", "_SPACE", "z", "followed by"]
        assert boxes(grammar.diagram("_SPACE")) == ["white space"]

    def test_a_name_in_a_box_leads_to_its_definition(self) -> None:
        grammar = grammar_of("a: B\nB: /x/\n")
        links = re.findall(r'href="#([^"]+)"', grammar.diagram("a"))
        assert links == ["grammar-b-terminal"]


class TestCharts:
    def test_a_bar_for_each_number(self) -> None:
        from charts import Group, bars

        svg = bars([Group("a <b>", (("x", 1.0), ("y", 4.0))), Group("c", (("x", 2.0), ("y", 2.0)))], " ms")
        assert boxes(svg) == ["x", "y", "a <b>", "1 ms", "4 ms", "c", "2 ms", "2 ms"]
        widths = [float(bar.get("width", "")) for bar in ET.fromstring(svg).iter() if "bar" in bar.get("class", "")][2:]
        assert widths == [80, 320, 160, 160]


def test_the_help_of_every_subcommand_is_found() -> None:
    from command_help import help_text, subcommands

    names = subcommands()
    assert {"to-json", "to-shorthand", "check", "explain", "aws"} <= set(names)
    assert help_text("to-json").startswith("Usage: shorthand to-json")


class TestWalks:
    def test_the_picture_is_fresh(self) -> None:
        import runpy

        drawn: str = runpy.run_path(str(DOCS / "pictures" / "walks.py"))["walks"]()
        assert drawn == (DOCS / "pictures" / "walks.svg").read_text("utf-8")

    def test_the_modules_in_it_exist(self) -> None:
        svg = (DOCS / "pictures" / "walks.svg").read_text("utf-8")
        names = re.findall(r'class="code" x="\d+" y="\d+">([^<]+)<', svg)
        assert len(names) >= 8
        for name in set(names) - {"lark"}:
            path = name if "/" in name or name.endswith(".lark") else f"shorthand/{name.replace('.', '/')}"
            path = f"grammar/{path}" if path.endswith(".lark") else path
            assert any((ROOT / f"{path}{end}").exists() for end in ("", ".py")), name


def test_the_colours_of_a_terminal_become_classes() -> None:
    from terminal import coloured

    found = coloured("\x1b[1mwrong\x1b[0m at\n\x1b[31m\x1b[1m  ^\x1b[0m\x1b[38;5;9m!")
    assert [(node.astext(), getattr(node, "get", lambda _: [])("classes") or []) for node in found] == [
        ("wrong", ["terminal-bold"]),
        (" at\n", []),
        ("  ^", ["terminal-red", "terminal-bold"]),
        ("!", []),
    ]
