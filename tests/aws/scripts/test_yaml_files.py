from __future__ import annotations

import pytest

from shorthand.aws.scripts import Shell
from shorthand.aws.scripts.yaml_files import YamlKind, yaml_sources


def texts(text: str, kind: YamlKind) -> list[str]:
    return [source.text for source in yaml_sources(text, kind)]


STEPS = "jobs:\n  a:\n    steps:\n"


@pytest.mark.parametrize(
    ("text", "shell"),
    [
        (f"{STEPS}    - run: x\n", Shell.BASH),
        (f"{STEPS}    - run: x\n      shell: sh\n", Shell.SH),
        (f"{STEPS}    - run: x\n      shell: bash -e {{0}}\n", Shell.BASH),
        (f"defaults:\n  run:\n    shell: pwsh\n{STEPS}    - run: x\n", Shell.POWERSHELL),
        (f"{STEPS}    - run: x\n    runs-on: windows-2022\n", Shell.POWERSHELL),
        ("runs:\n  steps:\n  - run: x\n    shell: bash\n", Shell.BASH),
    ],
)
def test_steps_of_github_actions_have_a_shell(text: str, shell: Shell) -> None:
    assert [(source.text, source.shell) for source in yaml_sources(text, YamlKind.GITHUB)] == [("x", shell)]


def test_other_shells_and_other_keys_are_left_out() -> None:
    assert not texts(f"{STEPS}    - run: x\n      shell: python\n    - with: {{run: y}}\nrun: z\n", YamlKind.GITHUB)


def test_scripts_of_gitlab_ci() -> None:
    text = (
        "default: {before_script: [a]}\nb:\n  script:\n  - c\n  - [d, [e]]\n  - !reference [x, y]\n  after_script: f\n"
    )
    assert texts(text, YamlKind.GITLAB) == ["a", "c", "d", "e", "f"]


def test_commands_of_a_buildspec() -> None:
    text = "env: {shell: bash}\nphases:\n  a:\n    commands:\n    - b\n    - |\n      c\n    finally: [d]\n    x: [e]\n"
    sources = yaml_sources(text, YamlKind.BUILDSPEC)
    assert [(source.text, source.shell) for source in sources] == [
        ("b", Shell.BASH),
        ("c\n", Shell.BASH),
        ("d", Shell.BASH),
    ]


@pytest.mark.parametrize("text", ["a: [", "\t", "a: *b", "[" * 50_000, "a: &b [*b]", "%YAML 9", "? [a]: {b: c}"])
def test_broken_files_are_no_error(text: str) -> None:
    assert not texts(text, YamlKind.GITHUB)
