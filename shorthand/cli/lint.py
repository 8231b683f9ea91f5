"""The subcommand `lint`: find wrong AWS commands in scripts and documents."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

import shorthand
from shorthand.cli import standard_error, standard_output
from shorthand.cli.file_progress import FileProgress
from shorthand.errors import ShorthandError

if TYPE_CHECKING:
    from shorthand.aws.scripts.file_kinds import FileKind
    from shorthand.lint.finding import Finding
    from shorthand.lint.settings import Settings

_EXIT_CODES = "Exit codes: 0 nothing is wrong; 1 there are findings, or an internal failure; 2 the usage was wrong."
_KINDS = ("bash", "sh", "zsh", "powershell", "makefile", "dockerfile", "github-actions", "gitlab-ci", "buildspec")
_DOCUMENTS = ("markdown", "restructuredtext")
_FORMATS = ("full", "concise", "json", "sarif", "github", "gitlab", "junit")
_MOST_ROUNDS = 5
"""How often a file is checked again for corrections that overlap others."""
_MOST_BYTES = 4_000_001


def _codes(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())


@click.command(short_help="Find wrong AWS commands in scripts and documents.", epilog=_EXIT_CODES)
@click.option(
    "--output-format", type=click.Choice(_FORMATS), default="full", show_default=True, help="How findings are written."
)
@click.option(
    "--select", metavar="CODES", multiple=True, callback=_codes, help="Check only these rules: SH1,SH203; ALL."
)
@click.option("--ignore", metavar="CODES", multiple=True, callback=_codes, help="Leave these rules out.")
@click.option("--exclude", metavar="PATTERN", multiple=True, help="Leave files out of folders, as in .gitignore.")
@click.option("--statistics", is_flag=True, help="Print only how many findings there are of each rule.")
@click.option("--fix", is_flag=True, help="Write the corrections that are certain into the files.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and change nothing.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also the corrections that are guesses.")
@click.option("--aws-version", type=click.IntRange(1, 2), help="The major version of the AWS CLI; by default 2.")
@click.option(
    "--kind", type=click.Choice([*_KINDS, *_DOCUMENTS]), help="The kind of every file; by default as its name tells."
)
@click.option("--stdin-filename", metavar="NAME", default="-", help="The name of standard input, which tells its kind.")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
def lint(
    output_format: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    exclude: tuple[str, ...],
    statistics: bool,
    fix: bool,
    diff: bool,
    unsafe_fixes: bool,
    aws_version: int | None,
    kind: str | None,
    stdin_filename: str,
    paths: tuple[str, ...],
) -> int:
    """Find wrong AWS commands in scripts and documents.

    Each PATH is a file, a folder or - for standard input; without one, the folder is the current one. Files that
    .gitignore names are left out. Shell scripts, Makefiles, Dockerfiles, workflows of GitHub Actions, GitLab CI and
    CodeBuild, Markdown, reStructuredText and PowerShell are read.

    What is in variables is unknown, and nothing is reported that depends on it. A comment
    `# shorthand: ignore[SH101]` on the line of a command, or alone on the line before, leaves findings out. The table
    [tool.shorthand.lint] of pyproject.toml has select, ignore, exclude and aws-version.

    \b
    shorthand lint
    shorthand lint --diff --exclude vendor/ .
    echo 'aws ec2 create-tags --resources i-1 --tags Key=a' | shorthand lint -
    """
    from shorthand.lint.rules import selected
    from shorthand.lint.settings import Settings, settings_for

    table = settings_for(Path.cwd())
    settings = Settings(
        select or table.select, (*table.ignore, *ignore), (*table.exclude, *exclude), aws_version or table.version
    )
    selected(settings.select, settings.ignore)  # says at once that a rule does not exist
    given = paths or (".",)
    progress = FileProgress(lambda: sum(_count(path, settings) for path in given))
    run = _Run(settings, output_format, kind, progress, fix=fix and not diff, diff=diff, unsafe=unsafe_fixes)
    run.is_quiet = statistics
    for path in given:
        if path == "-":
            run.standard_input(stdin_filename)
        else:
            run.files(path)
    run.finish(statistics=statistics)
    return 1 if run.count else 0


def _count(path: str, settings: Settings) -> int:
    """Return how many files a path names."""
    from shorthand.lint.paths import files_in

    return 1 if path == "-" else sum(1 for _ in files_in([path], settings.exclude))


@dataclass
class _Run:
    """One run of the linter.

    Attributes:
        settings: What is to be checked.
        output_format: How findings are written.
        kind: The kind of every file; None for the one that its name tells.
        progress: Shows how many files are done.
        fix: Whether files are corrected.
        diff: Whether corrections are shown.
        unsafe: Whether corrections that are not certain are applied too.
        is_quiet: Whether the findings themselves are not written.
        count: How many findings there are.
    """

    settings: Settings
    output_format: str
    kind: str | None
    progress: FileProgress
    fix: bool
    diff: bool
    unsafe: bool
    is_quiet: bool = False
    count: int = 0
    number: int = 0
    fixed: int = 0
    kept: list[Finding] = field(default_factory=list)
    checked: list[str] = field(default_factory=list)

    def files(self, path: str) -> None:
        """Check a file, or the files in a folder."""
        from shorthand.lint.paths import files_in

        for name, kind in files_in([path], self.settings.exclude):
            found = self.kind or kind
            if found is None:
                self._note(f"{name}: skipped, because its name and its first line tell no kind of file; give --kind")
                continue
            try:
                with open(name, "rb") as file:
                    content = file.read(_MOST_BYTES)
            except OSError as error:
                self._note(f"{name}: skipped, because it cannot be read: {error.strerror}")
                continue
            self.check(content, name, found, is_file=True)

    def standard_input(self, name: str) -> None:
        """Check standard input. With --fix the corrected text is printed, and the findings are not."""
        from shorthand.aws.scripts.file_kinds import kind_of

        content = sys.stdin.buffer.read(_MOST_BYTES)
        self.check(
            content, name, self.kind or kind_of(name, content[:20_000].decode("utf-8", "replace")), is_file=False
        )

    def _note(self, text: str) -> None:
        self.progress.clear()
        standard_error.write(f"{text}\n")

    def check(self, content: bytes, name: str, kind: FileKind | str | None, *, is_file: bool) -> None:
        """Check one file."""
        self.progress.update(self.number)
        self.number += 1
        self.checked.append(name) if self.output_format == "junit" else None
        findings = self._findings(content, name, kind)
        if self.diff or self.fix:
            content, findings = self._corrected(content, name, kind, findings, is_file=is_file)
        self.count += len(findings)
        if self.diff or (self.fix and not is_file):
            return
        if self.is_quiet or self.output_format in ("json", "sarif", "gitlab", "junit"):
            self.kept += findings
        elif findings:
            self._write(findings, content.decode("utf-8", "replace"))

    def _findings(self, content: bytes, name: str, kind: FileKind | str | None) -> list[Finding]:
        from shorthand.lint.checking import check

        settings = self.settings
        return check(
            content, kind=kind, path=name, select=settings.select, ignore=settings.ignore, version=settings.version
        )

    def _corrected(
        self, content: bytes, name: str, kind: FileKind | str | None, findings: list[Finding], *, is_file: bool
    ) -> tuple[bytes, list[Finding]]:
        """Write or show the corrections of a file. Return its content and the findings that are left."""
        from shorthand.lint.fixing import apply_fixes, difference

        before, left = content, findings
        for _ in range(_MOST_ROUNDS):
            if not any(finding.fixes for finding in left):
                break
            text, applied = apply_fixes(content.decode("utf-8"), left, unsafe=self.unsafe)
            if not applied:
                break
            self.fixed += applied
            content = text.encode("utf-8")
            left = self._findings(content, name, kind)
        if self.diff:
            if content != before:
                self.progress.clear()
                standard_output.print_all([difference(before.decode(), content.decode(), name).rstrip("\n")])
            return before, findings
        if is_file and content != before:
            _replace(name, content)
        elif not is_file:
            standard_output.write(content)
        return content, left

    def _write(self, findings: list[Finding], text: str) -> None:
        from shorthand.lint.finding_text import concise, full
        from shorthand.lint.formats import as_github

        paint = standard_error.paint_for(sys.stdout)
        for finding in findings:
            if self.output_format == "github":
                self._print(as_github(finding))
            elif self.output_format == "concise":
                self._print(concise(finding, paint))
            else:
                self._print(full(finding, text, paint))

    def _print(self, text: str) -> None:
        self.progress.clear()
        standard_output.print_drawn(text)

    def finish(self, *, statistics: bool) -> None:
        """Write what is written at the end."""
        self.progress.clear()
        if self.diff:
            return
        if self.output_format in ("full", "concise", "github") and not statistics:
            self._write_total()
            return
        from shorthand.lint import formats  # takes 5 ms to import

        if statistics:
            from shorthand.lint.finding_text import statistics as drawn

            if self.kept:
                standard_output.print_drawn(drawn(self.kept))
        elif self.output_format == "json":
            standard_output.print_all([formats.as_json(self.kept)])
        elif self.output_format == "sarif":
            standard_output.print_all([formats.as_sarif(self.kept, shorthand.__version__)])
        elif self.output_format == "gitlab":
            standard_output.print_all([formats.as_gitlab(self.kept)])
        elif self.output_format == "junit":
            standard_output.print_all([formats.as_junit(self.kept, self.checked)])

    def _write_total(self) -> None:
        if self.output_format == "full" and (self.count or self.fixed):
            fixed = f", {self.fixed} corrected" if self.fixed else ""
            standard_error.write(f"{self.count} finding{'' if self.count == 1 else 's'}{fixed}\n")


def _replace(path: str, content: bytes) -> None:
    """Write a file. A reader never sees half of it, and its permissions stay."""
    temporary = f"{path}.shorthand-{os.getpid()}"
    try:
        with open(temporary, "xb") as file:
            file.write(content)
        os.chmod(temporary, os.stat(path).st_mode & 0o7777)
        os.replace(temporary, os.path.realpath(path))
    except OSError as error:
        if os.path.exists(temporary):
            os.remove(temporary)
        raise ShorthandError(f"{path} cannot be written: {error.strerror}") from None
