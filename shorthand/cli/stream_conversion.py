"""Convert the records of a stream in order and at constant memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from shorthand.cli import standard_error, standard_output
from shorthand.cli.progress import Progress
from shorthand.cli.standard_error import draw_error
from shorthand.errors import ShorthandError

if TYPE_CHECKING:
    from shorthand.cli.stream_records import Record

Convert = Callable[[str], str | None]
"""Returns the answer to one text, or None for no answer. Raises ShorthandError, or `WarningsFound`."""

DescribeAsData = Callable[[int, ShorthandError, bool], str]
"""Writes an error, or if the last argument is True a warning, of the record with a number as a line of output."""


class WarningsFound(Exception):  # noqa: N818 -- nothing is wrong
    """What a `Convert` raises for a text that is valid and deserves warnings."""

    def __init__(self, warnings: list[ShorthandError]) -> None:
        super().__init__()
        self.warnings = warnings


class ConvertedBatch(NamedTuple):
    """The result for a batch of records.

    Attributes:
        output: What is to be printed.
        messages: The numbers of records, each with a message for standard error.
        is_valid: Whether every record was valid.
        last: The number of the last record.
    """

    output: bytes
    messages: list[tuple[int, str]]
    is_valid: bool
    last: int


@dataclass(frozen=True)
class StreamConversion:
    """How the records of a stream are converted.

    Attributes:
        convert: Converts one text.
        end: What follows each answer.
        unit: What the numbers of the records count: "line" or "text".
        describe: Writes an error as a line of the output; without it errors are drawn on standard error.
    """

    convert: Convert
    end: str = "\n"
    unit: str = "line"
    describe: DescribeAsData | None = None

    def run(self, batches: Iterable[list[Record]], jobs: int = 1) -> bool:
        """Print the answer for each record, and report each invalid record by its number.

        Args:
            batches: The records.
            jobs: How many processes convert. The order is kept.

        Returns:
            Whether every record was valid.
        """
        is_valid = True
        progress = Progress(self.unit)
        if jobs == 1:
            converted: Iterable[ConvertedBatch] = map(self.convert_batch, batches)
        else:
            # Takes as long to import as all else together.
            from shorthand.cli.worker_processes import in_processes

            converted = in_processes(self.convert_batch, batches, jobs)
        for batch in converted:
            # Whoever feeds lines by hand sees each answer at once.
            standard_output.write(batch.output)
            for number, message in batch.messages:
                progress.clear()
                standard_error.write(f"{self.unit} {number}: {message}\n")
            is_valid = is_valid and batch.is_valid
            progress.update(batch.last)
            if standard_output.reader_has_left():
                break
        progress.clear()
        return is_valid

    def convert_batch(self, records: list[Record]) -> ConvertedBatch:
        """Convert the records, in whichever process."""
        encode, end = standard_output.encode, self.end.encode()
        output: list[bytes] = []
        messages: list[tuple[int, str]] = []
        is_valid = True

        def report(number: int, error: ShorthandError, is_warning: bool = False) -> None:
            if self.describe:
                output.append(encode(self.describe(number, error, is_warning)) + end)
            else:
                drawn = draw_error(error, number - 1 if self.unit == "line" else 0)
                messages.append((number, ("warning: " if is_warning else "") + drawn))

        for number, data in records:
            try:
                text = self.convert(data.decode("utf-8"))
                if text is not None:
                    output.append(encode(text) + end)
            except UnicodeDecodeError:
                report(number, ShorthandError(f"the {self.unit} is not UTF-8"))
                is_valid = False
            except WarningsFound as found:
                for warning in found.warnings:
                    report(number, warning, is_warning=True)
            except ShorthandError as error:
                report(number, error)
                is_valid = False
        return ConvertedBatch(b"".join(output), messages, is_valid, records[-1][0] if records else 0)
