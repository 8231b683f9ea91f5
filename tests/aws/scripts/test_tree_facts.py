from __future__ import annotations

import pytest

from shorthand.aws.scripts.tree_facts import TreeFacts
from shorthand.aws.scripts.tree_sitter_languages import bash_parser, one_byte_each


def facts(source: str) -> TreeFacts:
    return TreeFacts(source, bash_parser().parse(one_byte_each(source, ",")).root_node)


def test_substitutions_have_an_end() -> None:
    source = 'é "$(a "b")" ${c:-d} " ${e}" $((1)) `f`'
    found = facts(source).extents
    assert [source[start:end] for start, end in sorted(found.items())] == [
        '$(a "b")',
        "${c:-d}",
        "${e}",
        "$((1))",
        "`f`",
    ]


def test_here_documents_have_a_body() -> None:
    source = "cat <<A\na\nA\ncat <<-'B' | x\n\tb\n\tB\n"
    bodies = [source[start:end].replace("\t", "") for start, end in facts(source).bodies.values()]
    assert bodies == ["a\n", "b\n"]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("for x in a; do b; done", {"x"}),
        ("select x in a; do b; done", {"x"}),
        ("for ((i = 0; i < n; i++)); do c=1; done", {"i"}),
        (": ${x:=1} ${y=2} ${z:-w=3}", {"x", "y"}),
        ("((x++)); ((y == 1)); ((z += 2))", {"x", "z"}),
        ("a $((x = 1))", {"x"}),
    ],
)
def test_variables_that_are_set_in_passing_are_found(source: str, names: set[str]) -> None:
    assert {name for name, _ in facts(source).bound} == names
