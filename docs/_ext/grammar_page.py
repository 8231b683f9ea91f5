"""The grammar as railroad diagrams: the directive `lark-grammar` draws each definition of a grammar file.

The definitions are those that lark itself reads, so that a change of the grammar shows on the page.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import lark.load_grammar
import railroad
from docutils import nodes
from inline_svg import svg_node
from lark import Token, Tree
from regex_diagram import regex_diagram
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

_HEADING = re.compile(r"^// -{4,} (.+?) -{4,}$")
_DEFINITION = re.compile(r"^[?!]*(_?[A-Za-z]\w*)(?:\.\d+)?\s*:")
# Characters that no grammar uses take the place of named parts in a regular expression.
_FIRST_PLACE = 0xE000


@dataclass(frozen=True)
class Definition:
    """One rule or terminal: its name, and its lines in the file with the comment before them."""

    name: str
    source: str


@dataclass(frozen=True)
class Part:
    """A part of the file under a heading."""

    heading: str
    comment: str
    definitions: tuple[Definition, ...]


class Grammar:
    """A grammar file: its parts in order, and a diagram for each definition."""

    def __init__(self, text: str) -> None:
        builder = lark.load_grammar.GrammarBuilder()
        # lark puts the definitions of terminals in the places of their names, and the names are what is to be seen.
        with patch.object(lark.load_grammar, "resolve_term_references"):
            builder.load_grammar(text, "grammar")
        found: dict[str, Any] = builder._definitions
        self.parts = list(_parts(text))
        self._rules: dict[str, Tree[Token]] = {str(name): one.tree for name, one in found.items() if not one.is_term}
        self._terminals: dict[str, Tree[Token]] = {str(name): one.tree for name, one in found.items() if one.is_term}

    def diagram(self, name: str) -> str:
        """Return the diagram of a rule or terminal as SVG text."""
        drawn = self._item(self._rules[name]) if name in self._rules else self._terminal(self._terminals[name])
        out = StringIO()
        diagram = railroad.Diagram(drawn)
        diagram.format(6)
        diagram.writeSvg(out.write)
        # Within HTML the attribute has no prefix; and railroad writes the text of a link twice.
        svg = out.getvalue().replace(' xlink:href="', ' href="')
        return re.sub(r"(<text [^>]*>[^<]*</text>)\s*\1", r"\1", svg)

    @property
    def names(self) -> set[str]:
        """The names of all rules and terminals."""
        return {*self._rules, *self._terminals}

    def _box(self, name: str) -> railroad.DiagramItem:
        return railroad.NonTerminal(name, f"#{anchor(name)}")

    def _item(self, tree: Any) -> railroad.DiagramItem:
        """Draw a node of lark's tree of a rule."""
        if isinstance(tree, Token):
            return railroad.Terminal(str(ast.literal_eval(str(tree))) if tree.type == "STRING" else str(tree))
        if not isinstance(tree, Tree):  # the symbol of a rule or terminal
            return self._box(str(tree.name))
        children: list[Any] = tree.children
        if tree.data == "expansions":
            drawn = [self._item(child) for child in children]
            return drawn[0] if len(drawn) == 1 else railroad.Choice(0, *drawn)
        if tree.data == "expansion":
            return self._sequence(children)
        if tree.data == "expr":
            signs = {"?": railroad.Optional, "*": railroad.ZeroOrMore, "+": railroad.OneOrMore}
            drawn_item: railroad.DiagramItem = signs[str(children[1])](self._item(children[0]))
            return drawn_item
        if tree.data == "maybe":
            return railroad.Optional(self._item(children[0]))
        return self._item(children[0])  # a value, or an alternative with a name of its own

    def _sequence(self, children: Sequence[Any]) -> railroad.DiagramItem:
        """Draw what follows one another; `a ("," a)*` is a loop."""
        drawn: list[railroad.DiagramItem] = []
        for index, child in enumerate(children):
            separated = _separated(children[index - 1], child) if index else None
            if separated is not None:
                drawn[-1] = railroad.OneOrMore(drawn[-1], self._sequence(separated))
            else:
                drawn.append(self._item(child))
        return drawn[0] if len(drawn) == 1 else railroad.Sequence(*drawn) if drawn else railroad.Skip()

    def _terminal(self, tree: Tree[Token]) -> railroad.DiagramItem:
        """Draw a terminal: its pieces make one regular expression, as lark joins them."""
        names: list[str] = []
        pattern = _pattern(tree, names)

        def reference(char: str) -> railroad.DiagramItem | None:
            place = ord(char) - _FIRST_PLACE
            return self._box(names[place]) if 0 <= place < len(names) else None

        return regex_diagram(pattern, reference)


def anchor(name: str) -> str:
    """Return the anchor of a definition on the page."""
    return f"grammar-{name.replace('_', '-').lower()}-{'terminal' if name.strip('_')[:1].isupper() else 'rule'}"


def _separated(before: Any, repeated: Any) -> list[Any] | None:
    """Return what separates the items of `before (separator before)*`; None for anything else."""
    if not isinstance(repeated, Tree) or repeated.data != "expr" or str(repeated.children[1]) != "*":
        return None
    inner: Any = repeated.children[0]
    while isinstance(inner, Tree) and inner.data == "expansions" and len(inner.children) == 1:
        inner = inner.children[0]
    if not isinstance(inner, Tree) or inner.data != "expansion" or len(inner.children) < 2:
        return None
    return inner.children[:-1] if inner.children[-1] == before else None


def _pattern(tree: Any, names: list[str]) -> str:
    """Return the regular expression of a terminal, in which characters of their own take the place of names."""
    if isinstance(tree, Token):
        text = str(tree)
        if tree.type == "REGEXP":
            body, _, flags = text[1:].rpartition("/")
            return f"(?{flags}:{body})" if flags else body.replace("\\/", "/")
        return re.escape(str(ast.literal_eval(text)))
    if not isinstance(tree, Tree):
        names.append(str(tree.name))
        return chr(_FIRST_PLACE + len(names) - 1)
    parts = [_pattern(child, names) for child in tree.children if not _is_sign(child)]
    if tree.data == "expansions" and len(parts) > 1:
        return f"(?:{'|'.join(parts)})"
    joined = "".join(parts)
    if tree.data == "expr":
        return f"(?:{joined}){tree.children[1]}"
    return f"(?:{joined})?" if tree.data == "maybe" else joined


def _is_sign(child: Any) -> bool:
    return isinstance(child, Token) and child.type == "OP"


def _parts(text: str) -> Iterator[Part]:
    """Yield the parts of a grammar file, each with its definitions."""
    heading, comment, pending = "", "", ""
    definitions: list[Definition] = []
    for line in [*text.split("\n"), "// ---- end ----"]:
        found = _HEADING.match(line)
        if found:
            if definitions:
                yield Part(heading, comment, tuple(definitions))
            heading, comment, pending, definitions = found[1], "", "", []
        elif match := _DEFINITION.match(line):
            definitions.append(Definition(match[1], pending + line))
            pending = ""
        elif line.startswith("//"):
            pending += line + "\n"
        elif line.startswith("%"):
            pending = ""
        elif line.strip() and definitions:
            definitions[-1] = Definition(definitions[-1].name, f"{definitions[-1].source}\n{line}")
        elif pending and not definitions:
            # A comment on its own is about all that follows it.
            comment, pending = f"{comment}{pending}\n", ""


class LarkGrammar(SphinxDirective):
    """Draw each definition of a grammar file, and show its source below."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a section for each part of the grammar."""
        path = Path(self.env.srcdir) / self.arguments[0]
        self.env.note_dependency(str(path))
        grammar = Grammar(path.read_text("utf-8"))
        found: list[nodes.Node] = []
        for part in grammar.parts:
            title = part.heading[:1].upper() + part.heading[1:] or "Grammar"
            section = nodes.section("", nodes.title("", title), ids=[nodes.make_id(f"grammar-{part.heading}")])
            section += _prose(part.comment)
            for one in part.definitions:
                section += nodes.target("", "", ids=[anchor(one.name)], names=[])
                section += nodes.rubric("", "", nodes.literal("", one.name))
                section += svg_node(grammar.diagram(one.name), f"Railroad diagram of {one.name}", "railroad")
                section += nodes.literal_block(one.source, one.source, language="text", classes=["grammar-source"])
            found.append(section)
        return found


def _prose(comment: str) -> list[nodes.Node]:
    """Return a comment of the file as paragraphs; what is in backticks is code."""
    paragraphs: list[nodes.Node] = []
    text = re.sub(r"^// ?", "", comment, flags=re.MULTILINE)
    for lines in re.split(r"\n\s*\n", text.strip()):
        paragraph = nodes.paragraph()
        for index, piece in enumerate(" ".join(lines.split()).split("`")):
            paragraph += nodes.literal("", piece) if index % 2 else nodes.Text(piece)
        paragraphs += [paragraph] if lines.strip() else []
    return paragraphs


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("lark-grammar", LarkGrammar)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
