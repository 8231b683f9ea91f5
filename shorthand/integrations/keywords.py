"""The keyword arguments that the adapters hand on to each framework, for type checkers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, TypedDict


class ClickKeywords(TypedDict, total=False):
    """What `click.Option` takes besides the type."""

    default: Any
    required: bool
    envvar: str | Sequence[str] | None
    metavar: str | None
    callback: Callable[..., Any] | None
    expose_value: bool
    is_eager: bool
    show_default: bool | str | None
    show_envvar: bool
    prompt: bool | str
    confirmation_prompt: bool | str
    prompt_required: bool
    hide_input: bool
    allow_from_autoenv: bool
    hidden: bool
    deprecated: bool | str
    shell_complete: Callable[..., Any] | None
    nargs: int
    multiple: bool


class TyperArgumentKeywords(TypedDict, total=False):
    """What `typer.Argument` takes besides the type."""

    default_factory: Callable[[], Any] | None
    envvar: str | list[str] | None
    expose_value: bool
    is_eager: bool
    show_default: bool | str
    show_envvar: bool
    hidden: bool
    rich_help_panel: str | None


class TyperOptionKeywords(TyperArgumentKeywords, total=False):
    """What `typer.Option` takes besides the type."""

    prompt: bool | str
    confirmation_prompt: bool
    prompt_required: bool
    hide_input: bool
    allow_from_autoenv: bool


class CycloptsKeywords(TypedDict, total=False):
    """What `cyclopts.Parameter` takes besides the type."""

    alias: str | Iterable[str] | None
    env_var: str | Iterable[str] | None
    group: Any
    negative: str | Iterable[str] | None
    required: bool | None
    show: bool | None
    show_default: bool | Callable[[Any], Any] | None
    show_env_var: bool | None
    validator: Any
    name_transform: Callable[[str], str] | None
    allow_leading_hyphen: bool | None
    allow_repeating: bool | None
    consume_multiple: bool | None


class CliSettingsKeywords(TypedDict, total=False):
    """What `pydantic_settings.CliSettingsSource` takes besides the class of the settings."""

    cli_prog_name: str | None
    cli_parse_args: bool | list[str] | tuple[str, ...] | None
    cli_parse_none_str: str | None
    cli_hide_none_type: bool | None
    cli_avoid_json: bool | None
    cli_enforce_required: bool | None
    cli_use_class_docs_for_groups: bool | None
    cli_show_env_vars: bool | None
    cli_exit_on_error: bool | None
    cli_prefix: str | None
    cli_flag_prefix_char: str | None
    cli_implicit_flags: bool | Literal["dual", "toggle"] | None
    cli_ignore_unknown_args: bool | None
    cli_kebab_case: bool | Literal["all", "no_enums"] | None
    cli_shortcuts: Mapping[str, str | list[str]] | None
    case_sensitive: bool | None
    root_parser: Any
    parse_args_method: Callable[..., Any] | None
    formatter_class: Any
