"""lark's tree of a text."""

import pytest
from hypothesis import given

import shorthand
from shorthand import testing
from shorthand.syntax.lark_tree import tree

TREES = [
    ("a=b", "text(pair(key,word))"),
    ("a@='b'", "text(pair(file_key,single_quoted))"),
    ('a="b",c=', "text(pair(key,double_quoted),pair(key,empty))"),
    ("a=,b", "text(pair(key,comma_list(empty,word)))"),
    ("a=b,'c'", "text(pair(key,comma_list(word,single_quoted)))"),
    ("a=[b,,[]]", "text(pair(key,list(word,empty,list)))"),
    ("a={b=,c={}}", "text(pair(key,map(pair(key,empty),pair(key,map))))"),
    ("a=b,,c=d", "text(pair(key,word,_SECOND_COMMA),pair(key,word))"),
    ("a=b,c\\,d=e", "text(pair(key,word,DROPPED),pair(key,word))"),
]


def shown(node: object) -> str:
    """Return the names of the nodes, without the tokens in keys and scalars."""
    data, children = getattr(node, "data", None), getattr(node, "children", [])
    if data is None:
        return str(getattr(node, "type", node))
    inner = [] if data in ("key", "file_key", "word", "single_quoted", "double_quoted") else [*map(shown, children)]
    return f"{data}({','.join(inner)})" if inner else str(data)


@pytest.mark.parametrize(("text", "wanted"), TREES)
def test_the_nodes(text: str, wanted: str) -> None:
    assert shown(tree(text)) == wanted


def test_tokens_are_as_written_and_nodes_have_positions() -> None:
    pair = tree("Key = 'a' ,Other=b").children[0]
    assert not isinstance(pair, str)
    key, value = pair.children
    assert not isinstance(key, str)
    assert not isinstance(value, str)
    assert [str(token) for token in (*key.children, *value.children)] == ["Key = ", "'a' "]
    assert (value.meta.start_pos, value.meta.end_pos) == (6, 10)


@given(testing.texts())
def test_every_text_that_reads_has_a_tree(text: str) -> None:
    assert tree(text).data == "text"


@pytest.mark.parametrize("text", ["", "a=b]", 'a="b', "a=[b"])
def test_a_text_that_does_not_read_raises_the_same_error_as_reading(text: str) -> None:
    with pytest.raises(shorthand.ShorthandSyntaxError) as caught:
        tree(text)
    with pytest.raises(shorthand.ShorthandSyntaxError) as read:
        shorthand.loads(text)
    assert (caught.value.reason, caught.value.span) == (read.value.reason, read.value.span)
