"""Shorthand on the command line of pydantic-settings: `tags: Annotated[list[Tag], NoDecode, Shorthand()]`.

`NoDecode` is pydantic-settings' own mark that a string, as an environment variable holds it, is not JSON.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined
from pydantic_settings import BaseSettings, CliSettingsSource

from shorthand.errors import ShorthandError
from shorthand.files import local
from shorthand.integrations.argparse import ShorthandAction
from shorthand.integrations.pydantic import Shorthand
from shorthand.syntax.raw import Files

__all__ = ["ShorthandCliSource"]


class ShorthandCliSource(CliSettingsSource[Any]):
    """The command line as a source of settings, put into `settings_customise_sources` in place of CliSettingsSource.

    A field marked with `Shorthand()` is one option, of a list type one word or more: its syntax stands in the help, its
    faults are usage errors, and it completes on Tab where the program calls `argcomplete.autocomplete` on
    `root_parser`. `files` gives the content for `file://…`; by default those of this machine, None forbids them. The
    rest is as for CliSettingsSource.
    """

    def __init__(self, settings_cls: type[BaseSettings], *, files: Files | None = local, **others: Any) -> None:
        self._files = files
        self._settings = settings_cls
        super().__init__(settings_cls, add_argument_method=self._add_shorthand, **others)

    def _add_shorthand(self, parser: Any, *names: str, **options: Any) -> Any:
        field = _field(self._settings, str(options.get("dest", "")))
        if field is None or not any(isinstance(part, Shorthand) for part in field.metadata):
            # A part of a structure that is an option as a whole.
            if self._is_within(str(options.get("dest", ""))):
                return None
            return parser.add_argument(*names, **options)
        default = field.get_default(call_default_factory=True)
        kept = {key: value for key, value in options.items() if key in ("dest", "required", "default")}
        # The help ends in a default of its own, in Python's notation.
        text = (field.description or "").replace("%", "%%")
        action = parser.add_argument(
            *names, **kept, action=_JsonAction, declared=_declared(field), files=self._files, help=text
        )
        if default is not PydanticUndefined and default is not None:
            action.help += f" (default: {action.option.shown(default)})".replace("%", "%%")
        return action

    def _is_within(self, dest: str) -> bool:
        outer = _field(self._settings, dest.partition(".")[0]) if "." in dest else None
        return outer is not None and any(isinstance(part, Shorthand) for part in outer.metadata)


def _field(model: Any, dest: str) -> FieldInfo | None:
    """The field that an option of the command line is for: `job.tags` is in a model within."""
    first, _, rest = dest.partition(".")
    field: FieldInfo | None = getattr(model, "model_fields", {}).get(first)
    if not rest or field is None:
        return field
    within = field.annotation
    return _field(within, rest) if isinstance(within, type) and issubclass(within, BaseModel) else None


def _declared(field: FieldInfo) -> Any:
    """The field's type, with its constraints and without our mark."""
    others = [part for part in field.metadata if not isinstance(part, Shorthand) and not isinstance(part, type)]
    return Annotated[(field.annotation, *others)] if others else field.annotation


class _JsonAction(ShorthandAction):
    """Keeps the JSON of what was given: the settings validate it with everything else."""

    def _instance(self, values: Any) -> Any:
        instance = super()._instance(values)
        plain = self.option.declared.plain(instance)
        return _text(plain)


def _text(plain: Any) -> str:
    from shorthand.codec.json_text import dumps_json

    try:
        return dumps_json(plain)
    except TypeError:
        raise ShorthandError("bytes that are no text cannot be given on this command line") from None
