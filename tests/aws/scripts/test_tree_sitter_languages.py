from __future__ import annotations

import subprocess
import sys

import pytest

from shorthand.aws.scripts.tree_sitter_languages import _walked, bash_captures, bash_parser


@pytest.mark.parametrize(
    "source",
    ["a $(b) ${c:=d} $((e)) <(f)", "cat <<E\n$(x)\nE\n", "for x in y; do ((z++)); done", "for ((i=0;;)); do a & done"],
)
def test_walking_finds_what_the_query_finds(source: str) -> None:
    root = bash_parser().parse(source.encode()).root_node
    by_walking, by_query = _walked(root), bash_captures(root)
    for name in ("hole", "document", "background"):
        assert {node.id for node in by_walking.get(name, ())} == {node.id for node in by_query.get(name, ())}


def test_importing_the_package_imports_no_parser() -> None:
    code = "import sys, shorthand.aws.scripts as s; s.ShellSource, s.find_aws_commands, s.kind_of; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"tree_sitter", "tree_sitter_bash", "yaml", "markdown_it"} & set(done.stdout.split())
