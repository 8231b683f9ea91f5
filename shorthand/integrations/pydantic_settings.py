"""Shorthand on the command line of pydantic-settings: `tags: Annotated[list[Tag], NoDecode, Shorthand()]`.

`NoDecode` is pydantic-settings' own mark for a string, such as an environment variable, that is not JSON.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Annotated, Any, Unpack

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined
from pydantic_settings import BaseSettings, CliSettingsSource

from shorthand.codec.json_text import dumps_json
from shorthand.files import local
from shorthand.integrations.argparse import ShorthandAction, add_help_option
from shorthand.integrations.pydantic import Shorthand
from shorthand.syntax.raw import Files

if TYPE_CHECKING:
    from shorthand.integrations.keywords import CliSettingsKeywords

__all__ = ["ShorthandCliSource"]


class ShorthandCliSource(CliSettingsSource[Any]):
    """The command line as a source of settings; use it in `settings_customise_sources` in place of CliSettingsSource.

    A field marked with `Shorthand()` is one option; of a list type it takes one word or more. The help shows its
    syntax, its faults are usage errors, and it completes on Tab where the program calls `argcomplete.autocomplete` on
    `root_parser`. Repetitions add items to a list and keys to a map; with any other type they are a usage error.
    """

    def __init__(
        self,
        settings_cls: type[BaseSettings],
        *,
        files: Files | None = local,
        help_option: bool = False,
        **others: Unpack[CliSettingsKeywords],
    ) -> None:
        """Make the source.

        Args:
            settings_cls: The class of the settings.
            files: Gives the content for `file://…`; by default the files of this machine. None forbids them.
            help_option: Whether there is an option `--help-option NAME`, which shows how one option is written.
            others: As for `CliSettingsSource`.
        """
        self._files = files
        self._wants_help_option = help_option
        self._settings = settings_cls
        super().__init__(settings_cls, add_argument_method=self._add_shorthand, **others)

    def _add_shorthand(self, parser: Any, *names: str, **options: Any) -> Any:
        dest = str(options.get("dest", ""))
        field = _field(self._settings, dest)
        if field is None or not _is_marked(field):
            # The members of a structure that is one option have no options of their own.
            return None if self._is_inside_option(dest) else parser.add_argument(*names, **options)
        # A group shares the options of its parser.
        if self._wants_help_option and "--help-option" not in parser._option_string_actions:
            add_help_option(parser)
        default = field.get_default(call_default_factory=True)
        kept = {key: value for key, value in options.items() if key in ("dest", "required", "default")}
        # pydantic-settings appends the default to the help in Python's notation, so the description is used instead.
        text = (field.description or "").replace("%", "%%")
        action = parser.add_argument(
            *names, **kept, action=_JsonAction, declared=_declared_type(field), files=self._files, help=text
        )
        if default is not PydanticUndefined and default is not None:
            action.help += f" (default: {action.option.shown(default)})".replace("%", "%%")
        return action

    def _is_inside_option(self, dest: str) -> bool:
        steps = dest.split(".")
        outer = (_field(self._settings, ".".join(steps[:count])) for count in range(1, len(steps)))
        return any(field is not None and _is_marked(field) for field in outer)


def _is_marked(field: FieldInfo) -> bool:
    return any(isinstance(part, Shorthand) for part in field.metadata)


def _field(model: Any, dest: str) -> FieldInfo | None:
    """Return the field that an option of the command line sets: `job.tags` is in an inner model."""
    first, _, rest = dest.partition(".")
    field: FieldInfo | None = getattr(model, "model_fields", {}).get(first)
    if not rest or field is None:
        return field
    inner = field.annotation
    return _field(inner, rest) if isinstance(inner, type) and issubclass(inner, BaseModel) else None


def _declared_type(field: FieldInfo) -> Any:
    """Return the type of a field, with its constraints and without the marks."""
    others = [part for part in field.metadata if not isinstance(part, Shorthand) and not isinstance(part, type)]
    if field.discriminator is not None:
        from pydantic import Field

        others.append(Field(discriminator=field.discriminator))
    return Annotated[(field.annotation, *others)] if others else field.annotation


class _JsonAction(ShorthandAction):
    """Keeps the JSON of what was given, because the settings validate it together with everything else."""

    def _instance(self, namespace: argparse.Namespace, values: Any) -> Any:
        instance = super()._instance(namespace, values)
        value = self.option.adapter.to_value(instance)
        # One word is read as it is, and quotes would be part of it.
        return value if self.option.is_scalar and isinstance(value, str) else dumps_json(value)
