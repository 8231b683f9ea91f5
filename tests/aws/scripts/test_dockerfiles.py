from __future__ import annotations

import pytest

from shorthand.aws.scripts import Shell
from shorthand.aws.scripts.dockerfiles import dockerfile_sources


def texts(text: str) -> list[str]:
    return [source.text.strip() for source in dockerfile_sources(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FROM a\nRUN x\nCOPY a b\nCMD y\nENTRYPOINT z\n", ["x", "y", "z"]),
        ("RUN x && \\\n  # comment\n\n  y\n", ["x &&   y"]),
        ("run x", ["x"]),
        ("RUN --mount=type=secret,id=a --network=none x\n", ["x"]),
        ("HEALTHCHECK --interval=5s CMD x\nHEALTHCHECK NONE\n", ["x", "NONE"]),
        ("ONBUILD RUN x\n", ["x"]),
        ("# escape=`\nRUN x `\n y\n", ["x  y"]),
        ("RUN <<EOF\nx\ny\nEOF\nRUN z\n", ["x\ny", "z"]),
        ("RUN cat <<EOF > a\nx\nEOF\n", ["cat <<EOF > a\nx\nEOF"]),
        ('CMD ["a", "b c", "d\\"e", "it\'s"]\n', ["'a' 'b c' 'd\"e' 'it'\\''s'"]),
        ("CMD [ -f x ] && y\n", ["[ -f x ] && y"]),
        ('SHELL ["cmd", "/S"]\nRUN x\nFROM a\nRUN y\n', ["y"]),
    ],
)
def test_instructions_are_found(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("words", "shell"), [('["/bin/bash", "-c"]', Shell.BASH), ('["pwsh"]', Shell.POWERSHELL), ('["/bin/sh"]', Shell.SH)]
)
def test_the_shell_is_that_of_the_file(words: str, shell: Shell) -> None:
    (source,) = dockerfile_sources(f"SHELL {words}\nRUN x\n")
    assert source.shell is shell
