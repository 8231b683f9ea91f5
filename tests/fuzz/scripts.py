"""Strategies for texts that are typed in a shell, and for scripts and documents with commands of the AWS CLI."""

from __future__ import annotations

import shlex

from hypothesis import strategies as st

from shorthand.lint import FileKind
from tests.fuzz.inputs import COMMANDS, LINES, ODD_STRINGS, TEXTS, WORDS, Strategy, damaged

_SHELL = WORDS["shell"]
_SCRIPT = WORDS["script"]

_ANY_COMMAND: Strategy[str] = st.one_of(
    st.sampled_from(_SCRIPT["commands"]),
    st.sampled_from(_SHELL["texts"]),
    COMMANDS.map(lambda words: f"aws {shlex.join(words)}"),
    COMMANDS.map(lambda words: f"aws {' '.join(words)}"),
    LINES,
)


# A composite strategy is named in messages, not spelled out with all its words.
@st.composite
def _command(draw: st.DrawFn) -> str:
    """Return a command as it is typed."""
    return draw(_ANY_COMMAND)


@st.composite
def _piece(draw: st.DrawFn) -> str:
    """Return a piece of a script or a document."""
    return draw(st.sampled_from(_SCRIPT["pieces"]))  # type: ignore[no-any-return] # they are strings


@st.composite
def _text(draw: st.DrawFn) -> str:
    """Return any text."""
    return draw(TEXTS)


_COMMANDS = _command()
_PIECES = _piece()
_SOUP: Strategy[str] = st.lists(_PIECES | _COMMANDS | ODD_STRINGS, max_size=8).map("".join)

SHELL_TEXTS: Strategy[str] = st.one_of(
    _COMMANDS,
    damaged(_COMMANDS, _PIECES),
    st.lists(_COMMANDS | _PIECES, max_size=3).map("\n".join),
    _SOUP,
    _text(),
)
SHELLS: Strategy[str] = st.sampled_from(_SHELL["names"])


def _framed(frame: str, text: str, indent: str) -> str:
    """Return a frame with a text in the place of `@`, each line of which is indented as the first one is."""
    before, at, after = frame.partition("@")
    margin = before.rpartition("\n")[2]
    margin = margin if not margin.strip() else indent
    return before + text.replace("\n", f"\n{margin}") * bool(at) + after


def _frames(part: Strategy[str]) -> Strategy[str]:
    return st.builds(_framed, st.sampled_from(_SCRIPT["frames"]), part, st.sampled_from(["", " ", "\t"])) | st.lists(
        part, min_size=2, max_size=3
    ).map("\n".join)


_WHOLE: Strategy[str] = st.recursive(_COMMANDS | _SOUP, _frames, max_leaves=4)
SCRIPTS: Strategy[str] = st.one_of(_frames(_COMMANDS), _WHOLE, damaged(_WHOLE, _PIECES), _text())
KINDS: Strategy[str | None] = st.sampled_from([None, None, *FileKind, *_SCRIPT["kinds"]])
PATHS: Strategy[str] = st.sampled_from(_SCRIPT["names"]) | ODD_STRINGS
CODES: Strategy[list[str]] = st.lists(st.sampled_from(_SCRIPT["codes"]), max_size=2)
