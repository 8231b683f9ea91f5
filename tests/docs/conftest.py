"""The built site, and a browser that looks at it.

These tests need the extra `docs`; without it they are skipped. `nox -s docs` runs them on the site that it has built.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
sys.path[:0] = [str(DOCS / "playground"), str(DOCS / "_ext")]

CHROMIUM = os.environ.get("SHORTHAND_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
# No service of the browser's own may look for a network, or for another browser's profile.
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site: the one that SHORTHAND_DOCS_SITE names, or one that is built now."""
    given = os.environ.get("SHORTHAND_DOCS_SITE")
    if given:
        return Path(given).resolve()
    for module in ("sphinx", "furo", "myst_parser", "railroad", "hatchling"):
        pytest.importorskip(module, reason="building the site needs the extra `docs`")
    if not (DOCS / "node_modules" / "pyodide").is_dir():
        pytest.skip("building the site needs Pyodide: npm ci --prefix docs")
    out = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-d", str(out / ".doctrees"), str(DOCS), str(out)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return out


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site; a file whose name is in `tampered` comes with one more byte."""

    tampered: set[str]
    extensions_map = {  # noqa: RUF012 -- as the base declares it
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def do_GET(self) -> None:
        name = self.path.rpartition("/")[2]
        if name not in self.tampered:
            super().do_GET()
            return
        content = Path(self.translate_path(self.path)).read_bytes() + b" "
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(self.path))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *args: object) -> None:
        pass


class Server:
    """The site on a port of this computer."""

    def __init__(self, site: Path) -> None:
        self.tampered: set[str] = set()
        handler = type("Handler", (_Handler,), {"tampered": self.tampered})
        self._server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(handler, directory=str(site))
        )
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[Server]:
    """The site, served."""
    server = Server(site)
    yield server
    server.close()


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """A headless Chromium with a profile of its own."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="the browser tests need the extra `docs`")
    if CHROMIUM is None:
        pytest.skip("the browser tests need Chromium: apt-get install chromium, or SHORTHAND_CHROMIUM=PROGRAM")
    with sync_api.sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"),
            executable_path=CHROMIUM,
            args=CHROMIUM_OPTIONS,
            viewport={"width": 1280, "height": 900},
            permissions=["clipboard-read", "clipboard-write"],
        )
        yield context
        context.close()
