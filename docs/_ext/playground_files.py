"""What the playground's page loads: its scripts, the wheel, and Pyodide with the hash of each of its files.

Pyodide is of the version that `package.json` pins. In a local build its files are copied from the npm package; with
`SHORTHAND_DOCS_PYODIDE=cdn`, as for publishing, the page loads the same files from the public CDN and runs them only if
their hashes are the same.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

CDN = "https://cdn.jsdelivr.net/npm/pyodide@{version}/"
_PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
_PAGE_FILES = ("playground.js", "suggestions.js", "worker.js", "playground.css")


def write_files(app: Sphinx, error: Exception | None) -> None:
    """Write the playground's files into the built site."""
    if error is not None or app.builder.format != "html":
        return
    source, out = Path(app.srcdir) / "playground", Path(app.outdir) / "_static" / "playground"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    for name in _PAGE_FILES:
        shutil.copy(source / name, out)
    wheel = build_wheel(source.parent.parent, out)
    write_archive(source / "playground_engine", out / "playground_engine.zip")
    pyodide = pyodide_config(Path(app.srcdir) / "node_modules" / "pyodide", out)
    config = {
        "pyodide": pyodide,
        "archives": [_described(out / name) for name in (wheel.name, "playground_engine.zip")],
        "versions": f"shorthand {wheel.name.split('-')[1]} on Python {pyodide['info']['python']}",
    }
    (out / "playground.json").write_text(json.dumps(config, indent=1), "utf-8")


def build_wheel(root: Path, out: Path) -> Path:
    """Build the wheel of the repository, or take the one that `SHORTHAND_DOCS_WHEEL` names."""
    given = os.environ.get("SHORTHAND_DOCS_WHEEL")
    if given:
        return Path(shutil.copy(given, out))
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, str(root)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise ExtensionError(f"the wheel cannot be built:\n{done.stdout}{done.stderr}")
        (built,) = Path(folder).glob("*.whl")
        return Path(shutil.copy(built, out))


def write_archive(engine: Path, archive: Path) -> None:
    """Write the page's own Python, and PyYAML as it is installed here, without its compiled part."""
    import yaml

    packages = {engine: engine.parent, Path(yaml.__file__).parent: Path(yaml.__file__).parents[1]}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for package, root in packages.items():
            for path in sorted(package.glob("*.py")):
                # The same files give the same bytes.
                entry = zipfile.ZipInfo(path.relative_to(root).as_posix())
                target.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)


def pyodide_config(package: Path, out: Path) -> dict[str, Any]:
    """Return where Pyodide is, and its files; for a local build they are copied."""
    if not package.is_dir():
        raise ExtensionError("Pyodide is missing: npm ci --prefix docs")
    lock = json.loads((package / "pyodide-lock.json").read_text("utf-8"))
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    base = CDN.format(version=version)
    if os.environ.get("SHORTHAND_DOCS_PYODIDE") != "cdn":
        base = "pyodide/"
        (out / "pyodide").mkdir()
        for name in _PYODIDE_FILES:
            shutil.copy(package / name, out / "pyodide")
    files = [_described(package / name) for name in _PYODIDE_FILES]
    return {"base": base, "version": version, "info": lock["info"], "files": files}


def _described(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    digest = base64.b64encode(hashlib.sha384(content).digest()).decode("ascii")
    return {"name": path.name, "size": len(content), "integrity": f"sha384-{digest}"}


def setup(app: Sphinx) -> dict[str, bool]:
    """Write the files when the pages are written."""
    app.connect("build-finished", write_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
