"""Packed parts are those of the scanner, with their hazards."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from shorthand import testing
from shorthand.editor.part_table import NO_PARENT, PartTable
from shorthand.errors import Place, Span
from shorthand.syntax.lossy import Hazard, HazardKind
from shorthand.syntax.part_scanner import PartScanner
from shorthand.syntax.parts import Part

TEXTS = testing.texts() | testing.broken_texts() | st.text("ab=,[]{}'\"\\ @:", max_size=16)


def facts(part: Part) -> tuple[object, ...]:
    parent = part.parent.form if part.parent else None
    return (part.step, part.key, part.span, part.form, part.raw, part.reads, part.count, part.closed, parent)


def place_of(table: PartTable, number: int) -> Place:
    steps: list[str | int] = []
    while number != NO_PARENT:
        steps.append(table.step(number))
        number = table.parent(number)
    return tuple(reversed(steps))


@given(TEXTS)
@example("=b,@=c, =d")
@example("a=b,c\\,d=e")
@example("a@=[{b=c},file://f],d={e=")
def test_each_part_is_that_of_the_scanner(text: str) -> None:
    parts, table = list(PartScanner(text)), PartTable(text)
    assert len(table) == len(parts)
    for number, part in enumerate(parts):
        assert facts(table.part(number)) == facts(part)
        assert place_of(table, number) == part.place
        assert table.form(number) is part.form


def hazard_facts(hazard: Hazard) -> tuple[HazardKind, Span, Span]:
    return (hazard.kind, hazard.span, hazard.part.span)


@given(
    TEXTS | st.lists(st.sampled_from(["a=", "b=", "@=", "x", ",", "{", "}", "[", "]", "\\,", "file://f"])).map("".join)
)
@example("a={b=c,b=d,b={c=1,c=2}},a=1,a=2")
@example("a=[{b@=x},file://f]")
@example("a@={b=c}")
def test_each_hazard_is_kept_with_its_part(text: str) -> None:
    scanner = PartScanner(text)
    parts, table = list(scanner), PartTable(text)
    kept = [hazard for number in range(len(table)) for hazard in table.hazards(number)]
    assert sorted(map(hazard_facts, kept), key=str) == sorted(map(hazard_facts, scanner.hazards), key=str)
    for number, part in enumerate(parts):
        assert [one.kind for one in table.hazards(number)] == [one.kind for one in scanner.hazards if one.part is part]
    assert not table.scanner.hazards


@given(TEXTS)
def test_the_parts_that_need_a_file_are_known(text: str) -> None:
    table = PartTable(text)
    expected = [
        number
        for number, part in enumerate(PartScanner(text))
        if part.reads and part.raw is not None and part.raw.startswith(("file://", "fileb://"))
    ]
    assert sorted(table.file_references) == expected
