"""The guides for contributors name modules and folders that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GUIDES = ["CONTRIBUTING.md", "docs/explanation/how-it-works.md"]

if not (ROOT / "shorthand" / "__init__.py").is_file():
    pytest.skip("the guides are about the checkout", allow_module_level=True)


def named_paths(text: str) -> set[str]:
    """Return the paths in code but for those with a placeholder, and those of the tree of folders."""
    paths = set(re.findall(r"`([\w./]+(?:\.(?:py|lark|toml|jsonl)|/))`", text))
    paths = {path for path in paths if not re.search(r"\b[a-z]\b(?!/\*)|_y\b|[A-Z]{3}", path)}
    folders: list[str] = []
    for tree in re.findall(r"```\n(grammar/ .*?)```", text, re.DOTALL):
        for line in tree.splitlines():
            name = line.split()[0]
            del folders[(len(line) - len(line.lstrip())) // 2 :]
            folders.append(name)
            paths.add("".join(folders))
    return paths


@pytest.mark.parametrize("guide", GUIDES)
def test_what_a_guide_names_exists(guide: str) -> None:
    text = (ROOT / guide).read_text("utf-8")
    roots = (ROOT, ROOT / "shorthand", ROOT / "tests", *(ROOT / "shorthand").iterdir())
    missing = [path for path in named_paths(text) if not any((root / path).exists() for root in roots)]
    assert not missing


def test_the_tree_has_every_folder() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    there = {
        f"shorthand/{path.name}/" for path in Path(ROOT / "shorthand").iterdir() if (path / "__init__.py").exists()
    }
    assert there <= named_paths(text)
