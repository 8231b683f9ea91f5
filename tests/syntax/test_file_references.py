"""File references: what the resolver returns, and where an error is."""

import pytest

import shorthand
from shorthand.syntax.reader import read

# The text with one reference, and the reference as written.
REFERENCES = [
    ("a@=file://f", "file://f"),
    ("a@= file://f ,b=c", "file://f"),
    ("a@='file://f' ", "'file://f'"),
    ('a@=b,"file://f"', '"file://f"'),
    ("a={b@=[file://f]}", "file://f"),
]


@pytest.mark.parametrize(("text", "written"), REFERENCES)
def test_without_a_resolver_a_reference_is_an_error_with_its_span(text: str, written: str) -> None:
    with pytest.raises(shorthand.FileReferenceError) as caught:
        read(text)
    assert caught.value.reason == "file://f refers to a file, and reading files is not allowed here"
    assert caught.value.hint == "write '=' instead of '@=' to mean the text itself"
    assert caught.value.text == text
    assert caught.value.span is not None
    assert text[slice(*caught.value.span)] == written


@pytest.mark.parametrize(("text", "written"), REFERENCES)
def test_an_error_of_the_resolver_gets_the_text_and_the_span(text: str, written: str) -> None:
    cause = OSError("no such file")

    def fails(reference: str) -> str:
        raise shorthand.FileReferenceError(f"cannot read {reference}", hint="check the path") from cause

    with pytest.raises(shorthand.FileReferenceError) as caught:
        read(text, files=fails)
    assert (caught.value.reason, caught.value.hint) == ("cannot read file://f", "check the path")
    assert caught.value.text == text
    assert caught.value.span is not None
    assert text[slice(*caught.value.span)] == written
    assert caught.value.__cause__ is cause


def test_the_resolver_gets_the_reference_without_quotes_and_escapes() -> None:
    asked = []

    def files(reference: str) -> str:
        asked.append(reference)
        return "content"

    assert read("a@='file://it\\'s',b@=file://c\\,d,e=file://f,f@=g", files=files) == {
        "a": "content",
        "b": "content",
        "e": "file://f",
        "f": "g",
    }
    assert asked == ["file://it's", "file://c,d"]


def test_another_error_of_the_resolver_is_passed_on() -> None:
    content: dict[str, str] = {}
    with pytest.raises(KeyError):
        read("a@=file://f", files=content.__getitem__)
