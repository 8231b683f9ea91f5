from __future__ import annotations

import pytest

from shorthand.aws.scripts import Shell
from shorthand.aws.scripts.makefiles import makefile_sources


def texts(text: str) -> list[str]:
    return [source.text for source in makefile_sources(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\n\tx\n\t@-+ y\n", ["x\n", "y\n"]),
        ("a:\n\tx \\\n\t  y\n", ["x \\\n  y\n"]),
        ("a: ; x\n", ["x\n"]),
        ("a:\n\n# c\nifdef X\n\tx\nelse\n\ty\nendif\n", ["x\n", "y\n"]),
        ("a := b\n\tnot a recipe\n", []),
        ("a:\n\tx\nB = c\n\ty\n", ["x\n"]),
        ("a: B = c\n", []),
        ("%.o: %.c\n\tx $< $@\n", ["x $< $@\n"]),
        (".ONESHELL:\na:\n\tx\n\ty\nb:\n\tz\n", ["x\ny\n", "z\n"]),
        ("a:\n\techo $$X $${Y}\n", ["echo $X ${Y}\n"]),
    ],
)
def test_recipes_are_found(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_variables_of_make_are_holes() -> None:
    (source,) = makefile_sources("a:\n\tx $(A) ${B} $C $(subst a,b,$(D)) $$E $@\n")
    assert [source.text[start:end] for start, end in source.holes] == [
        "$(A)",
        "${B}",
        "$C",
        "$(subst a,b,$(D))",
        "$@",
    ]


def test_the_shell_is_that_of_the_makefile() -> None:
    assert makefile_sources("a:\n\tx\n")[0].shell is Shell.SH
    assert makefile_sources("SHELL := /bin/bash\na:\n\tx\n")[0].shell is Shell.BASH
