"""The page of the rules: each rule has its section, whose first example it reports and whose second it does not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from shorthand import lint

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "lint-rules.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## (SH\d{3}) [a-z-]+\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
EXAMPLE = re.compile(r"^```bash\n(.*?)^```", re.MULTILINE | re.DOTALL)


def test_every_rule_has_its_section() -> None:
    assert list(SECTIONS) == list(lint.RULES)
    for code, rule in lint.RULES.items():
        assert f"\n## {code} {rule.name}\n" in PAGE


@pytest.mark.parametrize("code", SECTIONS)
def test_the_examples_of_a_rule(code: str) -> None:
    wrong, *right = EXAMPLE.findall(SECTIONS[code]) or ["", ""]
    found = {one.code for one in lint.check(wrong, kind="bash", select=["ALL"])}
    assert found == ({code} if wrong else set())
    assert all(lint.check(text, kind="bash", select=["ALL"]) == [] for text in right)


@pytest.mark.parametrize(
    "name", ["README.md", *(str(path.relative_to(ROOT)) for path in (ROOT / "docs").rglob("*.md"))]
)
def test_our_own_documents_are_clean(name: str) -> None:
    assert lint.check((ROOT / name).read_bytes(), path=name) == []


def test_the_figures_of_the_guide_are_those_of_the_data() -> None:
    judged = json.loads((Path(__file__).parent / "judged.json").read_text("utf-8"))
    files = sum(one["files"] for one in judged["repositories"])
    commands = sum(one["commands"] for one in judged["repositories"])
    wrong = sum(not one["right"] for one in judged["findings"])
    assert wrong <= 0.02 * len(judged["findings"])
    guide = (ROOT / "docs" / "how-to" / "lint.md").read_text("utf-8")
    assert f"{files} public files with {commands:,} commands, judged by hand | {len(judged['findings'])}, " in guide
