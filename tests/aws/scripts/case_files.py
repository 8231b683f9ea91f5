"""Files with AWS commands, each with what is found in it as JSON beside it.

`python -m tests.aws.scripts.case_files` writes the JSON again; read the difference.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from shorthand.aws.scripts import FileKind, Hole, Word, find_aws_commands, follow_constants, kind_of, shell_sources

FOLDER = Path(__file__).parent / "cases"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".json")
_KINDS = {kind.value: kind for kind in FileKind}


def found(path: Path) -> list[dict[str, Any]]:
    """Return the AWS commands of a file, with constants followed."""
    text = path.read_bytes().decode()
    kind = _KINDS.get(path.stem) or kind_of(path.name, text)
    assert kind
    return [
        {
            "line": text.count("\n", 0, start) + 1,
            "source": text[start:end],
            "launcher": aws.launcher.value,
            "is complete": aws.is_complete,
            "context": sorted(aws.command.context),
            "arguments": [_shown(word) for word in aws.arguments],
        }
        for source in shell_sources(text, kind)
        for aws in find_aws_commands(follow_constants(source.read()).commands)
        for start, end in [source.span(aws.start, aws.end)]
    ]


def _shown(word: Word) -> object:
    if word.text is not None:
        return word.text
    return [{piece.kind.value: piece.source} if isinstance(piece, Hole) else piece.text for piece in word.pieces]


if __name__ == "__main__":
    for file in FILES:
        file.with_name(f"{file.name}.json").write_text(
            json.dumps(found(file), indent=2, ensure_ascii=False) + "\n", "utf-8"
        )
