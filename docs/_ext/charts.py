"""Bars for the numbers of a table: the directive `chart`, put after the table, draws some of its columns.

The table stays the one place of the numbers, and the picture cannot differ from it.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from html import escape

from docutils import nodes
from docutils.parsers.rst import directives
from inline_svg import svg_node
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

_BAR, _VALUE, _ROW, _GROUP_GAP, _TITLE = 320, 60, 20, 12, 28
_CHARACTER = 8  # the width of a character of a label, at most


@dataclass(frozen=True)
class Group:
    """The bars of one row of a table: its name, and a bar for each column."""

    name: str
    bars: tuple[tuple[str, float], ...]


class chart_node(nodes.General, nodes.Element):  # noqa: N801 -- as docutils names its nodes
    """The place of a chart, until the table before it is known."""


class Chart(SphinxDirective):
    """Draw columns of the table before; the argument is the title."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec = {  # noqa: RUF012 -- as docutils declares it
        "columns": directives.unchanged_required,
        "unit": directives.unchanged,
        "logarithmic": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Return the place of the chart."""
        place = chart_node("", title=self.arguments[0], **self.options)
        self.set_source_info(place)
        return [place]


class DrawCharts(SphinxTransform):
    """Draw each chart from the table before it."""

    default_priority = 500

    def apply(self, **_: object) -> None:
        """Replace the places of charts by pictures."""
        table: nodes.table | None = None
        for node in list(self.document.findall(lambda one: isinstance(one, (nodes.table, chart_node)))):
            if isinstance(node, nodes.table):
                table = node
            elif isinstance(node, chart_node):
                if table is None:
                    raise self.document.reporter.severe("a chart needs a table before it", base_node=node)
                columns = [name.strip() for name in node["columns"].split(";")]
                try:
                    groups = groups_of(table, columns)
                except ValueError as error:
                    raise self.document.reporter.severe(str(error), base_node=node) from None
                svg = bars(groups, node.get("unit", ""), is_logarithmic="logarithmic" in node)
                described = "; ".join(
                    f"{group.name}: " + ", ".join(f"{name} {value:g}" for name, value in group.bars) for group in groups
                )
                title = nodes.rubric("", node["title"])
                node.replace_self([title, svg_node(svg, f"{node['title']}: {described}", "chart")])


def groups_of(table: nodes.table, columns: list[str]) -> list[Group]:
    """Return the numbers of some columns of a table. Raises ValueError for a column or a number that is not there."""
    rows = [[entry.astext() for entry in row.findall(nodes.entry)] for row in table.findall(nodes.row)]
    header = rows[0]
    if unknown := [name for name in columns if name not in header]:
        raise ValueError(f"the table before the chart has no column {unknown[0]!r}, only {header}")
    places = [(name, header.index(name)) for name in columns]
    return [Group(row[0], tuple((name, _number(row[place])) for name, place in places)) for row in rows[1:]]


def _number(cell: str) -> float:
    found = re.search(r"\d[\d,]*(?:\.\d+)?", cell)
    if not found:
        raise ValueError(f"no number in {cell!r}")
    return float(found[0].replace(",", ""))


def bars(groups: list[Group], unit: str, *, is_logarithmic: bool = False) -> str:
    """Draw groups of horizontal bars as SVG text, in the colours of the page."""
    values = [value for group in groups for _, value in group.bars]
    most = max(values)
    columns = [name for name, _ in groups[0].bars]
    label = _CHARACTER * max(len(group.name) for group in groups) + 10
    x = 0

    def length(value: float) -> float:
        part = math.log10(1 + value) / math.log10(1 + most) if is_logarithmic else value / most
        return max(2.0, part * _BAR)

    y = _TITLE
    pieces: list[str] = []
    for index, name in enumerate(columns):
        pieces.append(f'<rect class="bar bar-{index}" x="{x}" y="2" width="12" height="12" rx="2"/>')
        pieces.append(f'<text x="{x + 18}" y="13">{escape(name)}</text>')
        x += _CHARACTER * len(name) + 40
    for group in groups:
        middle = y + len(group.bars) * _ROW / 2 + 1
        pieces.append(f'<text class="label" x="{label - 10}" y="{middle:g}">{escape(group.name)}</text>')
        for index, (_, value) in enumerate(group.bars):
            width = length(value)
            pieces.append(f'<rect class="bar bar-{index}" x="{label}" y="{y}" width="{width:.1f}" height="14" rx="2"/>')
            pieces.append(f'<text class="value" x="{label + width + 6:.1f}" y="{y + 11.5}">{value:g}{unit}</text>')
            y += _ROW
        y += _GROUP_GAP
    across = max(label + _BAR + _VALUE, x)
    size = f'width="{across}" height="{y}" viewBox="0 0 {across} {y}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(pieces)}</svg>'


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_node(chart_node)
    app.add_directive("chart", Chart)
    app.add_transform(DrawCharts)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
