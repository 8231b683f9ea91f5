"""Shell texts in YAML: workflows of GitHub Actions, jobs of GitLab CI, buildspecs of CodeBuild."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from shorthand.aws.scripts.commands import Shell
from shorthand.aws.scripts.limits import parser_of_extra
from shorthand.aws.scripts.shell_source import ShellSource, non_empty
from shorthand.aws.scripts.yaml_scalars import scalar_source

if TYPE_CHECKING:
    from yaml.events import ScalarEvent


class YamlKind(Enum):
    """What a YAML file configures."""

    GITHUB = "GitHub Actions"
    GITLAB = "GitLab CI"
    BUILDSPEC = "CodeBuild buildspec"


_Path = tuple[str | int, ...]
_GITLAB_KEYS = {"script", "before_script", "after_script"}
_BUILDSPEC_KEYS = {"commands", "finally"}
_SHELLS = {"bash": Shell.BASH, "sh": Shell.SH, "pwsh": Shell.POWERSHELL, "powershell": Shell.POWERSHELL}


@dataclass(frozen=True, slots=True)
class _Scalar:
    path: _Path
    """The keys and indices that lead to it."""
    event: ScalarEvent


def yaml_sources(text: str, kind: YamlKind) -> list[ShellSource]:
    """Return the shell texts of a YAML file. One that is not YAML gives those before the fault."""
    scalars = list(_scalars(text))
    if kind is YamlKind.GITHUB:
        found = _github(scalars)
    elif kind is YamlKind.GITLAB:
        found = [(scalar, Shell.SH) for scalar in scalars if _is_gitlab(scalar.path)]
    else:
        found = _buildspec(scalars)
    sources = [scalar_source(text, scalar.event, shell) for scalar, shell in found]
    return non_empty(source for source in sources if source)


def _scalars(text: str) -> Iterator[_Scalar]:
    """Yield the values of a file from the events of the parser, without recursion."""
    with parser_of_extra():
        import yaml  # 15 ms; only YAML files need it

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    path: list[str | int | None] = []
    kinds: list[str] = []
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                _step(path, kinds, None)
                kinds.append(_kind_of(event.tag, is_map=isinstance(event, yaml.MappingStartEvent)))
                path.append(None if kinds[-1] == "map" else -1)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                kinds.pop()
                path.pop()
                _after_value(path, kinds)
            elif isinstance(event, yaml.ScalarEvent):
                if _step(path, kinds, event.value):
                    if "reference" in kinds:
                        continue
                    yield _Scalar(tuple(step for step in path if step is not None), event)
                    _after_value(path, kinds)
            elif isinstance(event, yaml.AliasEvent) and _step(path, kinds, ""):
                _after_value(path, kinds)
    except (yaml.YAMLError, RecursionError, ValueError):
        return


def _kind_of(tag: str | None, *, is_map: bool) -> str:
    """Return what a collection is. `!reference [.setup, script]` of GitLab is the path of another value."""
    if tag == "!reference":
        return "reference"
    return "map" if is_map else "list"


def _step(path: list[str | int | None], kinds: list[str], key: str | None) -> bool:
    """Go on to the next item, or note a key. Return whether this is a value."""
    if not kinds:
        return True
    last = path[-1]
    if kinds[-1] == "list" and isinstance(last, int):
        path[-1] = last + 1
        return True
    if last is None:
        path[-1] = key if key is not None else "?"
        return key is None
    return True


def _after_value(path: list[str | int | None], kinds: list[str]) -> None:
    if kinds and kinds[-1] == "map":
        path[-1] = None


def _github(scalars: list[_Scalar]) -> list[tuple[_Scalar, Shell]]:
    """`run` of each step, in the shell that the step, the job or the workflow names."""
    values = {scalar.path: scalar.event.value for scalar in scalars}
    found = []
    for scalar in scalars:
        path = scalar.path
        if len(path) < 3 or path[-1] != "run" or not isinstance(path[-2], int) or path[-3] != "steps":
            continue
        job = path[:-3]
        named = (
            values.get((*path[:-1], "shell"))
            or values.get((*job, "defaults", "run", "shell"))
            or values.get(("defaults", "run", "shell"))
            or ("pwsh" if "windows" in values.get((*job, "runs-on"), "") else "bash")
        )
        shell = _SHELLS.get(named.split()[0] if named.split() else "")
        if shell:
            found.append((scalar, shell))
    return found


def _is_gitlab(path: _Path) -> bool:
    names = [step for step in path if isinstance(step, str)]
    return bool(names) and names[-1] in _GITLAB_KEYS and len(path) - path.index(names[-1]) <= 4


def _buildspec(scalars: list[_Scalar]) -> list[tuple[_Scalar, Shell]]:
    values = {scalar.path: scalar.event.value for scalar in scalars}
    shell = _SHELLS.get(values.get(("env", "shell"), "sh").split("-")[0].strip())
    if shell is None:
        return []
    return [
        (scalar, shell)
        for scalar in scalars
        if scalar.path[:1] == ("phases",)
        and len(scalar.path) >= 3
        and scalar.path[2] in _BUILDSPEC_KEYS
        and len(scalar.path) <= 4
    ]
