"""A Python type compiled for reading and writing shorthand: `TypeAdapter`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from shorthand.api.type_faults import located_in_text, located_in_tokens, with_fixes_that_fit
from shorthand.codec.compiled import raw_of, raws_of
from shorthand.codec.convert import check, lower
from shorthand.codec.option import read_option
from shorthand.codec.text import read_text
from shorthand.codec.token_kind import TokenKind, classify, takes_bare_value
from shorthand.codec.writing import shorthand_tokens, write_option
from shorthand.errors import ShorthandError, ShorthandTypeError, describe
from shorthand.schemas.converter import Converter, Read
from shorthand.schemas.python_types import converter_of, type_name
from shorthand.shapes import Shape, resolved
from shorthand.suggest import suggest_for_option, suggest_for_text, suggest_for_value
from shorthand.syntax.raw import Files
from shorthand.syntax.writer import write

if TYPE_CHECKING:
    from typing_extensions import TypeForm

T = TypeVar("T")


class TypeAdapter(Generic[T]):
    """A Python type that reads and writes shorthand. Compile it once and use it many times.

    >>> from typing import NamedTuple
    >>> class Tag(NamedTuple):
    ...     Key: str
    ...     Value: str = ""
    >>> tags = TypeAdapter(list[Tag])
    >>> tags.loads_option(["Key=a,Value=1", "Key=b"])
    [Tag(Key='a', Value='1'), Tag(Key='b', Value='')]
    >>> tags.dumps_option([Tag("a", "1"), Tag("b")])
    ['Key=a,Value=1', 'Key=b']
    >>> TypeAdapter(Tag).loads("Key=a")
    Tag(Key='a', Value='')

    Attributes:
        type: The type.
        shape: Its schema, for `shorthand.complete`, `shorthand.explain` and `shorthand.testing`.
    """

    if TYPE_CHECKING:  # a form such as `Tag | None` is no class, and only type checkers tell the difference

        def __init__(self, tp: TypeForm[T]) -> None: ...

    else:

        def __init__(self, tp: Any) -> None:
            """Compile a type.

            Args:
                tp: A class, or a form such as `list[Tag]`, `Tag | None` or `Annotated[...]`.

            Raises:
                ShorthandTypeError: The type has no shorthand.
            """
            self.type = tp
            self._converter = converter_of(_checked(tp))
            self.shape = resolved(self._converter.shape)
            # Whether a token that is neither JSON nor a file is shorthand, and whether it gives one item of a list.
            token = classify(["a=b"], self.shape)[0]
            self._takes_shorthand, self._takes_items = token.kind is TokenKind.SHORTHAND, token.place != ()
            self._read_shorthand = self._converter.read if self._takes_shorthand else None

    type: Any
    shape: Shape
    _converter: Converter
    _takes_shorthand: bool
    _takes_items: bool
    _read_shorthand: Read | None

    @property
    def converter(self) -> Converter:
        """The conversion between instances and the JSON form, for adapters of frameworks."""
        return self._converter

    def loads(self, text: str, *, strict: bool = True, files: Files | None = None) -> T:
        """Read one shorthand text.

        Args:
            text: The text.
            strict: Whether to stop where the AWS CLI reads the text but loses part of it.
            files: Gives the content for a file reference; without it a reference is an error.

        Raises:
            ShorthandSyntaxError: The text is not shorthand.
            LossyTextError: The AWS CLI would lose part of the text, and `strict` is set.
            ShorthandTypeError: The value does not fit the type.
            FileReferenceError: A file reference must not, or cannot, be read.
        """
        fast = self._converter.read
        if fast is not None and files is None:
            try:
                found: T = fast(raw_of([text], strict))
            except Exception:  # noqa: S110 -- the slow way decides, and reports what is wrong
                pass
            else:
                return found
        try:
            value = read_text(text, self.shape, (), strict, files)
        except ShorthandError as error:
            # No new error has a name here, as in `shorthand.api.conversions`.
            raise with_fixes_that_fit(
                suggest_for_text(error, self.shape, strict=strict, allows_files=files is not None),
                lambda fix: self._read_text(fix, strict, files),
                lambda fix: self._read_tokens(fix, strict, files),
            ).with_traceback(error.__traceback__) from error.__cause__
        try:
            return self.from_value(value)
        except ShorthandTypeError as error:
            raise located_in_text(error, text, lambda fix: self._read_text(fix, strict, files)) from error.__cause__

    def loads_option(self, tokens: Sequence[str], *, strict: bool = True, files: Files | None = None) -> T:
        """Read the tokens that a command line hands over for one option.

        Args:
            tokens: The tokens as the program receives them; a single string is one token.
            strict: Whether to stop where the AWS CLI reads a token but loses part of it.
            files: Gives the content for file references, as for `loads`.

        Raises:
            ShorthandSyntaxError: A token is not shorthand, or not JSON.
            LossyTextError: The AWS CLI would lose part of a token, and `strict` is set.
            ShorthandTypeError: The value does not fit the type.
            FileReferenceError: A file reference must not, or cannot, be read.
        """
        tokens = [tokens] if isinstance(tokens, str) else list(tokens)
        fast = self._read_shorthand
        if fast is not None and files is None:
            try:
                found: T = fast(raws_of(tokens, strict) if self._takes_items else raw_of(tokens, strict))
            except Exception:  # noqa: S110 -- the slow way decides, and reports what is wrong
                pass
            else:
                return found
        try:
            value = self.option_value(tokens, strict=strict, files=files)
        except ShorthandError as error:
            raise with_fixes_that_fit(
                error,
                lambda fix: self._read_tokens([fix], strict, files),
                lambda fix: self._read_tokens(fix, strict, files),
            ).with_traceback(error.__traceback__) from error.__cause__
        try:
            return self.from_value(value)
        except ShorthandTypeError as error:
            raise located_in_tokens(
                error, tokens, self.shape, lambda fix: self._read_tokens([fix], strict, files)
            ) from error.__cause__

    def option_value(self, tokens: Sequence[str], *, strict: bool = True, files: Files | None = None) -> Any:
        """Read the tokens of an option to the JSON form, which fits the shape. Raises as `loads_option` does."""
        tokens = [tokens] if isinstance(tokens, str) else list(tokens)
        try:
            return read_option(tokens, self.shape, strict, files)
        except ShorthandError as error:
            raise suggest_for_option(
                error, tokens, self.shape, strict=strict, allows_files=files is not None
            ).with_traceback(error.__traceback__) from error.__cause__

    def dumps(self, instance: T) -> str:
        """Write an instance as the shortest natural shorthand text.

        Raises:
            UnrepresentableError: No text carries the value.
            ShorthandTypeError: The instance is not of the type.
        """
        fast = self._converter.lower
        if fast is not None:
            try:
                return write(fast(instance))
            except Exception:  # noqa: S110 -- the slow way decides, and reports what is wrong
                pass
        value = self.to_value(instance)
        try:
            return write(lower(value, self.shape))
        except ShorthandError as error:
            raise suggest_for_value(error, value, self.shape).with_traceback(error.__traceback__) from error.__cause__

    def dumps_option(self, instance: T, *, json_fallback: bool = True) -> list[str]:
        """Write an instance as the tokens of one option, each ready for the program (not quoted for a shell).

        Args:
            instance: The instance.
            json_fallback: Whether a value that shorthand cannot carry becomes one token of JSON.

        Raises:
            UnrepresentableError: No token carries the value.
            ShorthandTypeError: The instance is not of the type.
        """
        try:
            return self._write_at_once(instance)
        except Exception:  # noqa: S110 -- the slow way decides, and reports what is wrong
            pass
        value = self.to_value(instance)
        try:
            return write_option(value, self.shape, json_fallback)
        except ShorthandError as error:
            raise suggest_for_value(error, value, self.shape).with_traceback(error.__traceback__) from error.__cause__

    def from_value(self, value: Any) -> T:
        """Make an instance of its JSON form, which must fit the shape.

        Raises:
            ShorthandTypeError: The type does not accept the value.
        """
        try:
            built: T = self._converter.build(value, ())
        except ShorthandError:
            raise
        except RecursionError:
            raise ShorthandTypeError("the value is nested too deeply for this type") from None
        except Exception as error:
            check(value, self.shape)  # says where it does not fit
            raise ShorthandTypeError(f"expected {type_name(self.type)}, got {describe(value)}") from error
        return built

    def to_value(self, instance: T) -> Any:
        """Make the JSON form of an instance; members that are None or have their default value are left out.

        Raises:
            ShorthandTypeError: The instance is not of the type.
        """
        try:
            return self._converter.dump(instance)
        except ShorthandError:
            raise
        except Exception as error:
            raise ShorthandTypeError(f"expected {type_name(self.type)}, got {describe(instance)}") from error

    def accepts(self, value: Any) -> bool:
        """Return whether a value in the JSON form fits the type."""
        try:
            check(value, self.shape)
            self.from_value(value)
        except ShorthandError:
            return False
        return True

    def is_instance(self, instance: Any) -> bool:
        """Return whether an object can be written as the type."""
        try:
            self.to_value(instance)
        except ShorthandError:
            return False
        return True

    def _write_at_once(self, instance: T) -> list[str]:
        """Write an instance straight to tokens of shorthand."""
        lower = self._converter.lower
        if lower is None or not self._takes_shorthand or takes_bare_value(self.shape):
            raise TypeError
        return shorthand_tokens(lower(instance), are_items=self._takes_items)

    def _read_text(self, text: str, strict: bool, files: Files | None) -> Any:
        return self.from_value(read_text(text, self.shape, (), strict, files))

    def _read_tokens(self, tokens: Sequence[str], strict: bool, files: Files | None) -> Any:
        return self.from_value(read_option(tokens, self.shape, strict, files))


def _checked(tp: Any) -> Any:
    """Return a type, unless it is a shape or a class of shapes, which were probably meant otherwise."""
    if isinstance(tp, Shape):
        raise ShorthandTypeError("expected a Python type, got a shape", hint="pass the shape to loads and dumps")
    if isinstance(tp, type) and issubclass(tp, Shape):
        raise ShorthandTypeError(
            f"expected a type or a shape, got the class {tp.__name__}", hint=f"write {tp.__name__}()"
        )
    return tp
