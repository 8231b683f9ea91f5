"""The built site: its links lead somewhere, it loads nothing from elsewhere, and it documents all that is public."""

from __future__ import annotations

import base64
import hashlib
import importlib
import json
import re
import zipfile
import zlib
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

PUBLIC_MODULES = ("shorthand", "shorthand.errors", "shorthand.shapes", "shorthand.sources", "shorthand.testing")


class Page(HTMLParser):
    """The links, anchors and resources of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.resources: list[str] = []
        self.without_description: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.anchors.add(found.get("id") or "")
        if tag == "a" and found.get("href"):
            self.links.append(found["href"] or "")
        if tag in ("script", "img", "iframe") and found.get("src"):
            self.resources.append(found["src"] or "")
        if tag == "link" and found.get("rel") in ("stylesheet", "icon", "preload"):
            self.resources.append(found.get("href") or "")
        if tag == "img" and not found.get("alt"):
            self.without_description.append(found.get("src") or "")


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[Path, Page]:
    return {path: Page(path) for path in site.rglob("*.html")}


def test_every_link_within_the_site_leads_somewhere(site: Path, pages: dict[Path, Page]) -> None:
    lost = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or link == "#":
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            anchors = pages[target].anchors if target in pages else set()
            if not target.exists() or (parts.fragment and target in pages and unquote(parts.fragment) not in anchors):
                lost.append(f"{path.relative_to(site)}: {link}")
    assert lost == []


def test_no_page_loads_anything_from_elsewhere(pages: dict[Path, Page]) -> None:
    resources = {resource for page in pages.values() for resource in page.resources}
    assert not [one for one in resources if urlsplit(one).scheme or one.startswith("//")]


def test_every_picture_is_described(pages: dict[Path, Page]) -> None:
    assert [one for page in pages.values() for one in page.without_description] == []


@pytest.mark.parametrize("module", PUBLIC_MODULES)
def test_every_public_name_is_in_the_reference(module: str, site: Path) -> None:
    inventory = zlib.decompress((site / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode()
    documented = {line.split(" ")[0] for line in inventory.splitlines()}
    missing = []
    for name in importlib.import_module(module).__all__:
        names = {f"{module}.{name}", f"shorthand.errors.{name}"}
        if not names & documented:
            missing.append(name)
    assert missing == []


def test_every_subcommand_is_in_the_reference(site: Path) -> None:
    pytest.importorskip("sphinx")
    from command_help import subcommands

    text = (site / "reference" / "command.html").read_text("utf-8")
    assert [name for name in subcommands() if f'id="command-{name}"' not in text] == []


def test_the_sidebar_leads_to_every_page(site: Path, pages: dict[Path, Page]) -> None:
    made_by_sphinx = {"genindex.html", "search.html", "py-modindex.html"}
    reached = {(site / link).resolve() for link in pages[site / "index.html"].links}
    reached |= {(site / "reference/api" / link).resolve() for link in pages[site / "reference/api/index.html"].links}
    links = {Path(str(one).split("#")[0]) for one in reached}
    assert {path for path in pages if path.name not in made_by_sphinx} <= links | {site / "index.html"}


class TestPlaygroundFiles:
    def test_each_file_is_named_with_its_size_and_hash(self, site: Path) -> None:
        folder = site / "_static" / "playground"
        config = json.loads((folder / "playground.json").read_text("utf-8"))
        for file, place in [
            *((file, folder / config["pyodide"]["base"]) for file in config["pyodide"]["files"]),
            *((file, folder) for file in config["archives"]),
        ]:
            content = (place / file["name"]).read_bytes()
            digest = base64.b64encode(hashlib.sha384(content).digest()).decode()
            assert (file["size"], file["integrity"]) == (len(content), f"sha384-{digest}")

    def test_a_site_for_publishing_takes_pyodide_from_the_cdn_pinned(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pytest.importorskip("sphinx", reason="the extensions of the site need the extra `docs`")
        from playground_files import pyodide_config

        from tests.docs.conftest import DOCS

        if not (DOCS / "node_modules" / "pyodide").is_dir():
            pytest.skip("Pyodide is missing: npm ci --prefix docs")
        monkeypatch.setenv("SHORTHAND_DOCS_PYODIDE", "cdn")
        config = pyodide_config(DOCS / "node_modules" / "pyodide", tmp_path)
        pinned = json.loads((DOCS / "package.json").read_text("utf-8"))["dependencies"]["pyodide"]
        assert config["base"] == f"https://cdn.jsdelivr.net/npm/pyodide@{pinned}/"
        assert config["version"] == pinned
        assert re.fullmatch(r"\d+\.\d+\.\d+", pinned)
        assert all(file["integrity"].startswith("sha384-") for file in config["files"])
        assert list(tmp_path.iterdir()) == []

    def test_the_wheel_is_the_one_that_pip_installs(self, site: Path) -> None:
        (wheel,) = (site / "_static" / "playground").glob("*.whl")
        names = zipfile.ZipFile(wheel).namelist()
        assert "shorthand/__init__.py" in names
        assert any(name.endswith("aws.models") for name in names)
