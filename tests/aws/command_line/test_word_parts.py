"""Words as certain text and holes."""

from shorthand.aws.command_line.word_parts import merged_text, shown
from shorthand.aws.scripts.words import Hole, HoleKind

X = Hole(HoleKind.VARIABLE, 0, 2, "$X", name="X")


def test_neighbouring_texts_are_joined() -> None:
    assert merged_text(["a", "b", X, "c", "", "d"]) == ("ab", X, "cd")
    assert merged_text([]) == ()
    assert shown(("a", X)) == "a$X"
