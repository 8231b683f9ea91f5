"""The wheel and the sdist hold what they should, and the wheel works on every Python of this machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipapp
import zipfile
from email import message_from_string
from email.message import Message
from importlib.metadata import distribution
from pathlib import Path

import pytest

import shorthand

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
CODE = """
import sys
sys.path.insert(0, sys.argv[1])
import shorthand
from shorthand.sources import aws
print(shorthand.loads("Key=a"), aws("ec2", "create-tags").options["--tags"].syntax())
"""

if not (ROOT / "shorthand" / "__init__.py").is_file():
    pytest.skip("these tests build the package of the checkout", allow_module_level=True)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the wheel and the sdist, built without a network."""
    pytest.importorskip("hatchling", reason="building the wheel needs hatchling, of the extra `dev`")
    out = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-d", str(out)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (path,) = built.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    """The files of the wheel; those of its metadata without the folder."""
    return {re.sub(r"^[^/]+\.dist-info/", "", name) for name in zipfile.ZipFile(wheel).namelist()}


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        return message_from_string(archive.read(name).decode("utf-8"))


def pythons() -> list[str]:
    """Return the programs of the Pythons that are present and supported, one of each minor version."""
    found = {}
    for minor in range(11, 20):
        name = f"python3.{minor}"
        managed = sorted(Path.home().glob(f".pyenv/versions/3.{minor}.*/bin/python"))
        for program in (shutil.which(name), *map(str, managed)):
            if program and subprocess.run([program, "-V"], capture_output=True, check=False).returncode == 0:
                found[minor] = program
    return list(found.values()) or [sys.executable]


class TestTheWheel:
    def test_it_holds_the_package_and_no_more(self, names: set[str]) -> None:
        here = {path.relative_to(ROOT).as_posix() for path in (ROOT / "shorthand").rglob("*") if path.is_file()}
        code = {name for name in here if "__pycache__" not in name}
        grammars = {f"shorthand/grammar/{path.name}" for path in (ROOT / "grammar").glob("*.lark")}
        about = {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE", "licenses/NOTICE"}
        assert names == code | grammars | about

    def test_it_says_that_it_has_types(self, names: set[str], metadata: Message) -> None:
        assert "shorthand/py.typed" in names
        assert "Typing :: Typed" in metadata.get_all("Classifier", [])

    def test_its_version_is_that_of_the_package(self, metadata: Message) -> None:
        assert metadata["Version"] == shorthand.__version__

    def test_its_licence_names_the_source_of_the_models(self, wheel: Path, metadata: Message) -> None:
        assert metadata["License-Expression"] == "MIT"
        with zipfile.ZipFile(wheel) as archive:
            (notice,) = (name for name in archive.namelist() if name.endswith("NOTICE"))
            text = archive.read(notice).decode("utf-8")
        assert "shorthand/aws/aws.models" in text
        assert "Apache License, Version 2.0" in text

    def test_its_classifiers_are_the_pythons_of_nox(self, metadata: Message) -> None:
        listed = re.search(r"^PYTHONS = \[(.+)\]", (ROOT / "noxfile.py").read_text("utf-8"), re.MULTILINE)
        assert listed
        wanted = re.findall(r'"([\d.]+)"', listed[1])
        prefix = "Programming Language :: Python :: "
        classified = [one.removeprefix(prefix) for one in metadata.get_all("Classifier", []) if one.startswith(prefix)]
        assert [one for one in classified if "." in one] == wanted
        assert metadata["Requires-Python"] == f">={wanted[0]}"

    @pytest.mark.parametrize("python", pythons())
    def test_it_works_as_it_is_on_every_python(self, python: str, wheel: Path) -> None:
        done = subprocess.run([python, "-I", "-c", CODE, str(wheel)], capture_output=True, text=True, check=False)
        assert (done.stdout, done.stderr) == ("{'Key': 'a'} Key=string,Value=string ...\n", "")

    def test_the_command_says_what_it_lacks(self, wheel: Path) -> None:
        environment = {**os.environ, "PYTHONPATH": str(wheel)}
        command = [sys.executable, "-S", "-m", "shorthand", "--version"]  # without click
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.stderr == "the shorthand command needs click: pip install 'aws-shorthand[cli]'\n"
        assert done.returncode == 2

    def test_one_file_holds_the_command(self, wheel: Path, tmp_path: Path) -> None:
        app = tmp_path / "app"
        zipfile.ZipFile(wheel).extractall(app)
        for name in dependencies():
            for file in distribution(name).files or ():
                source = Path(str(file.locate()))
                if source.suffix == ".py" and ".." not in file.parts:
                    (app / file).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(source, app / file)
        zipapp.create_archive(app, tmp_path / "shorthand.pyz", main="shorthand.__main__:main")
        command = [sys.executable, "-I", "-S", str(tmp_path / "shorthand.pyz")]
        line = ["to-json", "-s", "aws:ec2/create-tags#--tags", "Key=a"]
        done = subprocess.run([*command, *line], capture_output=True, text=True, check=False)
        assert (done.stdout, done.stderr) == ('[{"Key":"a"}]\n', "")
        done = subprocess.run([*command, "--version"], capture_output=True, text=True, check=False)
        assert done.stdout.startswith(f"shorthand {shorthand.__version__}")


def dependencies() -> list[str]:
    """Return the distributions of the extra `cli`, and what they need."""
    given = [*PYPROJECT["dependencies"], *PYPROJECT["optional-dependencies"]["cli"]]
    found: list[str] = []
    while given:
        requirement = given.pop()
        name = re.split(r"[^\w.-]", requirement)[0]
        if name not in found and "extra ==" not in requirement and "_version <" not in requirement:
            found.append(name)
            given += distribution(name).requires or ()
    return found


def test_the_sdist_holds_what_the_tests_need(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = ["LICENSE", "NOTICE", "README.md", "noxfile.py", "constraints.txt", "grammar/shorthand.lark", ".ci/run"]
    assert {*wanted, "shorthand/py.typed", "tests/test_packaging.py", ".pre-commit-hooks.yaml"} <= names
    assert not [name for name in names if "__pycache__" in name or "node_modules" in name or "_build/" in name]
