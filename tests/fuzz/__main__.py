"""Coverage-guided fuzzing of reading and of the round trip: `python -m tests.fuzz SECONDS [ATHERIS OPTION ...]`.

Every text that comes up is read by us, strictly and not, and by the AWS CLI's parser; what reads is written and read
again by both. A difference, or an error that is not ours, ends the run with the text.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["shorthand"]):
    import shorthand
    from shorthand.syntax import reader, tree_reader, writer  # noqa: F401 -- to be instrumented

from tests.properties.oracle import content, expected

# The AWS CLI itself runs out of stack on what is much deeper.
_DEEPEST = 100


def one(data: bytes) -> None:
    """Try one text."""
    text = data.decode("utf-8", "surrogateescape")
    if text.count("[") + text.count("{") > _DEEPEST:
        return
    wanted = expected(text)
    try:
        raw = shorthand.loads(text, strict=False, files=content)
    except shorthand.ShorthandSyntaxError as error:
        if wanted is not None or error.span is None:
            raise AssertionError(text) from error
        str(error)
        return
    assert repr(raw) == wanted, text
    try:
        assert repr(shorthand.loads(text, files=content)) == wanted, text
    except shorthand.LossyTextError as error:
        if error.span is None:
            raise AssertionError(text) from error
        str(error)
    try:
        written = shorthand.dumps(raw)
    except shorthand.UnrepresentableError:
        return
    assert repr(shorthand.loads(written)) == wanted, text
    assert expected(written) == wanted, text
    assert shorthand.dumps(shorthand.loads(written)) == written, text


def main() -> None:
    """Fuzz for as many seconds as the first argument says."""
    seconds = sys.argv[1] if len(sys.argv) > 1 else "60"
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=300", *sys.argv[2:]], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
