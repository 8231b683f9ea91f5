"""Structured options on the command line of pydantic-settings."""

from typing import Annotated, Any

import pytest
from pydantic import BaseModel, Field
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from shorthand.integrations.pydantic import Shorthand
from shorthand.integrations.pydantic_settings import ShorthandCliSource


class Tag(BaseModel):
    Key: Annotated[str, Field(min_length=2)]
    Data: bytes = b""


class Plain(BaseModel):
    size: int = 1
    tags: Annotated[list[Tag], NoDecode, Shorthand()] = []


def settings(*line: str, environment: dict[str, str] | None = None) -> Any:
    class Settings(BaseSettings):
        model_config = SettingsConfigDict(env_prefix="JOB_", cli_prog_name="job")

        tags: Annotated[list[Tag], NoDecode, Shorthand(), Field(description="100% of the tags")] = [Tag(Key="zz")]
        one: Annotated[Tag | None, NoDecode, Shorthand()] = None
        plain: Plain = Plain()
        count: int = 0

        @classmethod
        def settings_customise_sources(cls, settings_cls: type[BaseSettings], **sources: Any) -> Any:  # type: ignore[override]
            return ShorthandCliSource(settings_cls, cli_parse_args=list(line)), sources["env_settings"]

    with pytest.MonkeyPatch.context() as patch:
        for name, value in (environment or {}).items():
            patch.setenv(name, value)
        return Settings()


def test_the_line_goes_before_the_environment() -> None:
    environment = {"JOB_TAGS": "Key=aa Key=bb", "JOB_ONE": "Key=cc"}
    found = settings("--tags", '[{"Key": "dd"}]', "--count", "3", environment=environment)
    assert (found.tags, found.one, found.count) == ([Tag(Key="dd")], Tag(Key="cc"), 3)
    assert settings(environment=environment).tags == [Tag(Key="aa"), Tag(Key="bb")]
    assert settings().tags == [Tag(Key="zz")]


def test_other_models_keep_an_option_for_each_field() -> None:
    found = settings("--plain.size", "3", "--plain.tags", "Key=aa", "Key=bb")
    assert found.plain == Plain(size=3, tags=[Tag(Key="aa"), Tag(Key="bb")])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["--one", "Key=a"], "argument --one: Key: string should have at least 2 characters"),
        (["--tags", "Key=aa", "Kez=1"], "argument --tags: [1].Kez: unknown member 'Kez'"),
        (["--one.Key", "aa"], "unrecognized arguments: --one.Key aa"),
    ],
)
def test_a_fault_is_a_usage_error(line: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        settings(*line)
    assert caught.value.code == 2
    assert said in capsys.readouterr().err


def test_help_shows_the_syntax_and_the_default_as_shorthand(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        settings("--help")
    shown = " ".join(capsys.readouterr().out.split())
    assert "100% of the tags. Written as Key=string,Data=blob, JSON or file://NAME. Members: Key" in shown
    assert "Example: Key=text (default: Key=zz)" in shown
    assert "--one.Key" not in shown
    assert "--plain.size" in shown
