"""Split standard input into numbered records, in batches as they arrive."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from shorthand.cli import standard_input
from shorthand.errors import ShorthandError
from shorthand.files import MAX_SIZE

Record = tuple[int, bytes]
"""One text of a stream, after its number: that of its line, or of the text where NUL separates them."""

_SPACE = re.compile(r"\s*")


def shorthand_records(separator: bytes = b"\n") -> Iterator[list[Record]]:
    """Yield the shorthand texts on standard input, in batches. Raises ShorthandError for a byte order mark."""

    def checked(start: bytes) -> bytes:
        standard_input.refuse_mark(start)
        return start

    return _records(separator, checked)


def json_records() -> Iterator[list[Record]]:
    """Yield the JSON values on standard input, in batches.

    There is one on each line; but if the first value ends on a later line, all values are read one after the other.
    """
    batches = _records(b"\n", standard_input.without_mark)
    is_started = False
    for batch in batches:
        filled = [record for record in batch if record[1].strip()]
        if not is_started and filled and _is_unfinished(filled[0][1]):
            number = filled[0][0]
            lines = [text for _, text in batch[batch.index(filled[0]) :]]
            yield from _consecutive(_joined(lines, batches), number)
            return
        is_started = is_started or bool(filled)
        yield filled


def _records(separator: bytes, check_start: Callable[[bytes], bytes]) -> Iterator[list[Record]]:
    """Yield what is between separators; `check_start` is given the first chunk, and returns it without its mark."""
    number = 0
    pending: list[bytes] = []
    pending_size = 0
    is_first = True
    for chunk in standard_input.chunks():
        if is_first:
            chunk, is_first = check_start(chunk), False
        first, *others = chunk.split(separator)
        pending.append(first)
        pending_size += len(first)
        if pending_size > MAX_SIZE:
            raise standard_input.too_large(f"record {number + 1} of standard input", MAX_SIZE)
        if others:
            whole = [b"".join(pending), *others[:-1]]
            pending = [others[-1]]
            pending_size = len(others[-1])
            if separator == b"\n":
                whole = [text.removesuffix(b"\r") for text in whole]
            yield list(enumerate(whole, number + 1))
            number += len(whole)
    if last := b"".join(pending):
        yield [(number + 1, last)]


def _joined(lines: list[bytes], batches: Iterator[list[Record]]) -> bytes:
    """Return the lines and those of the batches as one document. Raises ShorthandError if it is too large."""
    left = MAX_SIZE
    for batch in batches:
        lines += [text for _, text in batch]
        left -= sum(len(text) + 1 for _, text in batch)
        if left < 0:
            raise standard_input.too_large("the JSON document on standard input", MAX_SIZE)
    return b"\n".join(lines)


def _is_unfinished(line: bytes) -> bool:
    """Return whether the line is the beginning of a JSON value that could continue on the next line."""
    text = line.decode("utf-8", "replace").rstrip()
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return error.pos >= len(text)
    except (ValueError, RecursionError):
        return False
    return False


def _consecutive(document: bytes, number: int) -> Iterator[list[Record]]:
    """Yield JSON values with white space between them; `number` is that of the document's first line."""
    try:
        text = document.decode("utf-8")
    except UnicodeDecodeError as error:
        line = number + document.count(b"\n", 0, error.start)
        raise ShorthandError(f"line {line}: the line is not UTF-8") from None
    decode = json.JSONDecoder().raw_decode
    start = 0
    while start < len(text):
        body = _SPACE.match(text, start).end()  # type: ignore[union-attr] # it always matches
        number += text.count("\n", start, body)
        if body == len(text):
            return
        try:
            end = decode(text, body)[1]
        except (ValueError, RecursionError):
            end = len(text)  # where the next value begins is unknown; the conversion reports what is wrong
        yield [(number, text[body:end].encode())]
        number += text.count("\n", body, end)
        start = end
