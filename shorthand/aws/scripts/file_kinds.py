"""From a file to the shell texts in it, by its name and its content."""

from __future__ import annotations

import re
from enum import StrEnum

from shorthand.aws.scripts.commands import Shell
from shorthand.aws.scripts.limits import decoded
from shorthand.aws.scripts.shell_source import ShellSource, non_empty, whole


class FileKind(StrEnum):
    """A kind of file that has shell commands."""

    BASH = "bash"
    SH = "sh"
    ZSH = "zsh"
    POWERSHELL = "powershell"
    MAKEFILE = "makefile"
    DOCKERFILE = "dockerfile"
    GITHUB_ACTIONS = "github-actions"
    GITLAB_CI = "gitlab-ci"
    BUILDSPEC = "buildspec"
    MARKDOWN = "markdown"
    RESTRUCTURED_TEXT = "restructuredtext"


_SUFFIXES = {
    ".bash": FileKind.BASH,
    ".sh": FileKind.BASH,
    ".ksh": FileKind.BASH,
    ".bats": FileKind.BASH,
    ".zsh": FileKind.ZSH,
    ".ps1": FileKind.POWERSHELL,
    ".psm1": FileKind.POWERSHELL,
    ".mk": FileKind.MAKEFILE,
    ".mak": FileKind.MAKEFILE,
    ".dockerfile": FileKind.DOCKERFILE,
    ".containerfile": FileKind.DOCKERFILE,
    ".md": FileKind.MARKDOWN,
    ".mdx": FileKind.MARKDOWN,
    ".markdown": FileKind.MARKDOWN,
    ".rst": FileKind.RESTRUCTURED_TEXT,
}
_NAMES = re.compile(
    r"(?P<makefile>(?:GNU)?makefile(?:\..+)?)|(?P<dockerfile>(?:docker|container)file(?:[.-].+)?|.+\.dockerfile)"
    r"|(?P<bash>\.?(?:bashrc|bash_profile|bash_aliases|profile|envrc))|(?P<zsh>\.?(?:zshrc|zprofile|zshenv))",
    re.IGNORECASE,
)
_SHEBANG = re.compile(
    r"#![ \t]*\S*?(?:/env[ \t]+(?:-\S+[ \t]+)*)?(?:/|\b)(bash|zsh|ksh|dash|ash|sh|pwsh)(?=[ \t\r\n]|\Z)"
)
_SHEBANG_KINDS = {"zsh": FileKind.ZSH, "pwsh": FileKind.POWERSHELL, "dash": FileKind.SH, "ash": FileKind.SH}
_SHEBANG_KINDS |= {"sh": FileKind.SH, "bash": FileKind.BASH, "ksh": FileKind.BASH}
_SHELLS = {
    FileKind.BASH: Shell.BASH,
    FileKind.SH: Shell.SH,
    FileKind.ZSH: Shell.ZSH,
    FileKind.POWERSHELL: Shell.POWERSHELL,
}
_BEGINNING = 20_000


def kind_of(path: str, text: str = "") -> FileKind | None:
    """Return what kind of file it is, or None for one without shell commands.

    A shell script says its shell in its first line; `.sh` without one is read as bash.

    >>> kind_of("deploy.sh", "#!/bin/sh").value, kind_of(".github/workflows/ci.yml").value, kind_of("a.py")
    ('sh', 'github-actions', None)

    Args:
        path: The name of the file, with its folders where they matter.
        text: Its text.
    """
    folders = path.replace("\\", "/").split("/")
    name = folders.pop()
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    shebang = _SHEBANG.match(text[:200].removeprefix("\ufeff"))
    by_suffix = _SUFFIXES.get(suffix)
    if shebang and (by_suffix is None or by_suffix in _SHELLS):
        return _SHEBANG_KINDS[shebang[1]]
    if suffix in (".yml", ".yaml"):
        return _yaml_kind(folders, name.lower(), text)
    if match := _NAMES.fullmatch(name):
        return FileKind(match.lastgroup or "")
    return by_suffix


def _yaml_kind(folders: list[str], name: str, text: str) -> FileKind | None:
    if "workflows" in folders and ".github" in folders:
        return FileKind.GITHUB_ACTIONS
    if name in ("action.yml", "action.yaml"):
        return FileKind.GITHUB_ACTIONS
    if ".gitlab-ci" in name or ".gitlab" in folders:
        return FileKind.GITLAB_CI
    if name.startswith("buildspec"):
        return FileKind.BUILDSPEC
    keys = set(re.findall(r"^([\w-]+)[\"']?:", text[:_BEGINNING], re.MULTILINE))
    if "phases" in keys and "version" in keys:
        return FileKind.BUILDSPEC
    if "jobs" in keys and "on" in keys:
        return FileKind.GITHUB_ACTIONS
    is_gitlab = "stages" in keys and re.search(r"^\s+(?:before_|after_)?script:", text[:_BEGINNING], re.MULTILINE)
    return FileKind.GITLAB_CI if is_gitlab else None


def shell_sources(content: str | bytes, kind: FileKind) -> list[ShellSource]:
    """Return the shell texts of a file, each with the place of every character in it.

    Broken files give what can be read of them, or nothing.

    Args:
        content: The text of the file, or its bytes. Offsets are in characters.
        kind: Its kind; see `kind_of`.

    Raises:
        UnreadableSourceError: The file is binary, not UTF-8, or too large.
    """
    text = decoded(content)
    if kind in _SHELLS:
        return non_empty([whole(text, _SHELLS[kind])])
    if kind is FileKind.MAKEFILE:
        from shorthand.aws.scripts.makefiles import makefile_sources

        return makefile_sources(text)
    if kind is FileKind.DOCKERFILE:
        from shorthand.aws.scripts.dockerfiles import dockerfile_sources

        return dockerfile_sources(text)
    if kind is FileKind.MARKDOWN:
        from shorthand.aws.scripts.markdown_files import markdown_sources

        return markdown_sources(text)
    if kind is FileKind.RESTRUCTURED_TEXT:
        from shorthand.aws.scripts.restructured_text_files import restructured_text_sources

        return restructured_text_sources(text)
    from shorthand.aws.scripts.yaml_files import YamlKind, yaml_sources

    kinds = {
        FileKind.GITHUB_ACTIONS: YamlKind.GITHUB,
        FileKind.GITLAB_CI: YamlKind.GITLAB,
        FileKind.BUILDSPEC: YamlKind.BUILDSPEC,
    }
    return yaml_sources(text, kinds[kind])
