"""The span of a place in a text."""

import pytest

from shorthand.syntax.spans import Places, span_of

SPANS = [
    ("Key=a,Values=b, c d ,Other=", ("Values", 1), "c d"),
    ("Key=a,Values=b, c d ,Other=", ("Values",), "b, c d"),
    ("Key=a,Values=b, c d ,Other=", ("Other",), ""),
    ("a= [ {b='x y' } , ] ", ("a", 0, "b"), "'x y'"),
    ("a= [ {b='x y' } , ] ", ("a", 0), "{b='x y' }"),
    ("a= [ {b='x y' } , ] ", ("a",), "[ {b='x y' } , ]"),
    ("a=x", ("a", 0), "x"),
    ("a={b=x}", ("a", 0, "b"), "x"),
    ("a={b=x}", ("a", "c"), "{b=x}"),
    ("a={b={c=1,d=x},b={c=2}}", ("a", "b", "c"), "2"),
    ("a={b={c=1,d=x},b={c=2}}", ("a", "b", "d"), "{c=2}"),
    ("a=x", (), "a=x"),
]


@pytest.mark.parametrize(("text", "place", "written"), SPANS)
def test_the_span_of_a_place(text: str, place: tuple[str | int, ...], written: str) -> None:
    start, end = span_of(text, place)
    assert text[start:end] == written


KEYS = [
    ("Key=a,Other=b", ("Other",), "Other"),
    ("a={b=[c]}", ("a", "b"), "b"),
    ("a=[b]", ("a", 0), "b"),  # an item has no key
    ("a=[b]", ("a", 0, "c"), "b"),  # nor is the key of the part around it meant
    ("=b", ("",), "="),
    ("Key=a", (), "Key=a"),
]


@pytest.mark.parametrize(("text", "place", "written"), KEYS)
def test_the_span_of_a_key(text: str, place: tuple[str | int, ...], written: str) -> None:
    start, end = span_of(text, place, key=True)
    assert text[start:end] == written


def test_one_scan_finds_many_places() -> None:
    places = Places("a=1,b={c=2}")
    assert [places.span(place) for place in [("a",), ("b",), ("b", "c"), ()]] == [(2, 3), (6, 11), (9, 10), (0, 11)]
    part = places.part(("b", "c"))
    assert part is not None
    assert part.raw == "2"
    assert places.part(()) is None
    assert places.part(("x",)) is None


def test_a_value_that_a_later_pair_replaces_leaves_no_places() -> None:
    assert Places("a={b={c=1},b=2}").span(("a", "b", "c")) == (13, 14)
