"""The exceptions. Each carries one `Diagnostic` or several, and is never changed after it is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from shorthand.errors.diagnostic import Diagnostic, Kind, Place, Span
from shorthand.errors.shell_quoting import Shell


class ShorthandError(ValueError):
    """A text or a value that cannot be converted. `str()` gives the message to print for a person.

    The attributes are those of the first diagnostic; `diagnostics` holds all that were found together, and `errors`
    the same as exceptions. Exceptions of equal type and diagnostics are equal, and pickle and copy keep everything.

    >>> error = ShorthandError("expected an integer", text="Size=x", span=(5, 6), hint="write a number")
    >>> error.line, error.column, error.hint
    (1, 6, 'write a number')
    """

    default_kind: ClassVar[Kind] = Kind.OTHER

    def __init__(
        self,
        reason: str,
        *,
        text: str = "",
        span: Span | None = None,
        place: Place = (),
        path: str = "",
        expected: str = "",
        hint: str = "",
        fix: str | None = None,
        kind: Kind | None = None,
    ) -> None:
        """Describe one fault.

        Args:
            reason: What is wrong, in one clause.
            text: The whole text being read.
            span: Where in `text` the fault is, in characters from 0.
            place: The keys and indices that lead to the faulty value.
            path: A path to show instead of the one made from `place`.
            expected: What is valid there, in human words.
            hint: What to do about it.
            fix: A corrected text that reads without error.
            kind: The sort of fault; by default that of the class.
        """
        super().__init__(reason)
        self._diagnostics: tuple[Diagnostic, ...] = (
            Diagnostic(reason, text, span, place, expected, hint, fix, kind=kind or self.default_kind, label=path),
        )

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> Self:
        """Make an exception of this class that carries the diagnostics, at least one."""
        found = tuple(diagnostics)
        error = cls(found[0].reason)
        error._diagnostics = found
        return error

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every fault that was found, the first one first."""
        return self._diagnostics

    @property
    def errors(self) -> tuple[ShorthandError, ...]:
        """Every fault as an exception of its own: this one, then those found with it."""
        return (self, *self.others)

    @property
    def others(self) -> tuple[ShorthandError, ...]:
        """The faults found together with this one, each as an exception."""
        return tuple(error_of([diagnostic]) for diagnostic in self._diagnostics[1:])

    def as_dicts(self) -> list[dict[str, Any]]:
        """Return every fault as data that JSON can hold, the first one first.

        >>> ShorthandError("expected an integer", text="Size=x", span=(5, 6)).as_dicts()[0]["reason"]
        'expected an integer'
        """
        from shorthand.errors.json_data import diagnostic_data  # few programs need it

        return [diagnostic_data(diagnostic) for diagnostic in self._diagnostics]

    @property
    def reason(self) -> str:
        """What is wrong, in one clause."""
        return self._diagnostics[0].reason

    @property
    def text(self) -> str:
        """The whole text being read; "" where there is none."""
        return self._diagnostics[0].text

    @property
    def span(self) -> Span | None:
        """The (start, end) of the fault in `text`, in characters from 0."""
        return self._diagnostics[0].span

    @property
    def line(self) -> int | None:
        """The line in which the span starts, from 1; None without a span."""
        return self._diagnostics[0].line

    @property
    def column(self) -> int | None:
        """The column in which the span starts, in characters from 1; None without a span."""
        return self._diagnostics[0].column

    @property
    def place(self) -> Place:
        """The keys and indices that lead to the faulty value."""
        return self._diagnostics[0].place

    @property
    def path(self) -> str:
        """The place as people write it: `VpcConfig.Subnets[0]`."""
        return self._diagnostics[0].path

    @property
    def expected(self) -> str:
        """What is valid at the span, in human words."""
        return self._diagnostics[0].expected

    @property
    def hint(self) -> str:
        """What to do about it."""
        return self._diagnostics[0].hint

    @property
    def fix(self) -> str | None:
        """A corrected text that reads without error, where one is certain."""
        return self._diagnostics[0].fix

    @property
    def fix_tokens(self) -> tuple[str, ...] | None:
        """All tokens of the option after the correction, where the error is one of an option."""
        return self._diagnostics[0].fix_tokens

    @property
    def fix_words(self) -> tuple[str, ...] | None:
        """All words of the command line after the correction, where the error is one of a whole command."""
        return self._diagnostics[0].fix_words

    def fix_command(self, shell: Shell = Shell.POSIX) -> str | None:
        """Write the correction as it is typed in a shell; None where there is none.

        >>> error = ShorthandError("expected a string, got a list", fix="Value='a,b'")
        >>> print(error.fix_command())
        "Value='a,b'"

        Args:
            shell: The shell to quote for: "posix", "powershell", "cmd", or "none" for the bare words.
        """
        return self._diagnostics[0].fix_command(Shell(shell))

    @property
    def kind(self) -> Kind:
        """The sort of fault."""
        return self._diagnostics[0].kind

    def __str__(self) -> str:
        # Most exceptions are caught and never shown; importing the rendering would cost a first error 2 ms.
        from shorthand.errors.rendering import render

        return render(self._diagnostics)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ShorthandError):
            return NotImplemented
        return type(self) is type(other) and self._diagnostics == other._diagnostics

    def __hash__(self) -> int:
        return hash((type(self), self._diagnostics))

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self._diagnostics)


def _rebuild(cls: type[ShorthandError], diagnostics: tuple[Diagnostic, ...]) -> ShorthandError:
    return cls.of(diagnostics)


class ShorthandSyntaxError(ShorthandError):
    """The text is not shorthand: the AWS CLI does not read it either."""

    default_kind = Kind.SYNTAX


class LossyTextError(ShorthandError):
    """The AWS CLI reads the text, but loses part of it or leaks a file flag. `strict=False` reads it all the same."""

    default_kind = Kind.LOSSY


class ShorthandTypeError(ShorthandError):
    """A value does not fit the schema."""

    default_kind = Kind.WRONG_TYPE


class UnrepresentableError(ShorthandError):
    """No shorthand text can carry the value."""

    default_kind = Kind.UNREPRESENTABLE


class FileReferenceError(ShorthandError):
    """A `file://` or `fileb://` reference that must not, or cannot, be read."""

    default_kind = Kind.FILE


_CLASSES: dict[Kind, type[ShorthandError]] = {
    Kind.SYNTAX: ShorthandSyntaxError,
    Kind.LOSSY: LossyTextError,
    Kind.WRONG_TYPE: ShorthandTypeError,
    Kind.UNKNOWN_MEMBER: ShorthandTypeError,
    Kind.MISSING_MEMBER: ShorthandTypeError,
    Kind.UNION: ShorthandTypeError,
    Kind.UNREPRESENTABLE: UnrepresentableError,
    Kind.FILE: FileReferenceError,
}


def error_of(diagnostics: Iterable[Diagnostic]) -> ShorthandError:
    """Make the exception for the diagnostics, of the class that belongs to the first one's kind."""
    found = tuple(diagnostics)
    return _CLASSES.get(found[0].kind, ShorthandError).of(found)
