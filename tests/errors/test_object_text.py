"""The text of any object."""

from typing import Any

from shorthand.errors.object_text import text_of


class Nameless:
    def __repr__(self) -> str:
        raise NotImplementedError


def test_an_object_without_a_text_is_described() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    assert text_of("a") == "a"
    assert text_of("a", repr) == "'a'"
    assert text_of(10**5000) == "a number of many digits"
    assert text_of({10**5000: 1}, repr) == "a map"
    assert text_of(deep) == "a list of 1"
    assert text_of(Nameless()) == "a value of type Nameless"
