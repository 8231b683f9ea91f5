"""The package works from a zip file on the path, as the wheel is one: `docs/reference/install.md` says so."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import shorthand
from shorthand.syntax.grammar_files import load

PACKAGE = Path(shorthand.__file__).parent


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as the wheel holds it."""
    path = tmp_path_factory.mktemp("archive") / "shorthand.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for file in PACKAGE.rglob("*"):
            if file.suffix in (".py", ".models"):
                target.write(file, file.relative_to(PACKAGE.parent))
        target.writestr("shorthand/grammar/shorthand.lark", load("shorthand"))
    return path


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("import shorthand; print(shorthand.loads('Key=a'))", "{'Key': 'a'}"),
        ("import shorthand; print(shorthand.tree('Key=a').data)", "text"),
        (
            "from shorthand.sources import aws; print(aws('ec2', 'create-tags').options['--tags'].syntax())",
            "Key=string,Value=string ...",
        ),
        (
            "from shorthand.aws.model_file import ModelFile\ntry: ModelFile('none')\nexcept ValueError as e: print(e)",
            "the models cannot be read: none: No such file or directory",
        ),
    ],
)
def test_the_package_is_imported_from_a_zip_file(archive: Path, code: str, printed: str) -> None:
    start = f"import sys; sys.path.insert(0, {str(archive)!r})\n"
    done = subprocess.run([sys.executable, "-I", "-c", start + code], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == (printed, "")
