"""No correction drops a value that was typed: slips beside lists, over the structures of AWS commands."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

import shorthand
from shorthand import ShorthandError, sources
from shorthand.shapes import List, Map, Shape, String, Structure, resolved

SERVICES = ("ec2", "ecs", "dynamodb", "lambda", "cloudwatch", "sagemaker", "elbv2", "cognito-idp", "glue", "rds")
# A list member, a string member, and values that no name contains.
SLIPS = (
    "{list}=prod7,test7,dev7 {string}=tag7",
    "{list}=prod7,test7,dev7  {lower}=tag7",
    "{list}=prod7,test7 {string}s=tag7",
    "{list}=[prod7,test7] {string}=tag7",
    "{list}=prod7,test7 dev7,{string}=tag7",
    "{list}=prod7,{string}ue=dev7 tag7,test7",
    "{string}=prod7,dev7 {list}=test7",
    "{string}=prod7 test7 {list}=dev7,tag7",
)
VALUE = re.compile(r"[a-z]+7")


def structures(service: str) -> Iterator[tuple[Structure, str, str]]:
    """Yield the structures of a service's inputs that have a list of strings and a string, each with the two names."""
    seen: set[int] = set()
    todo: list[Shape | None] = [sources.aws(service, name).input_shape for name in sources.operations(service)]
    while todo:
        shape = todo.pop()
        shape = resolved(shape) if shape else None
        if shape is None or id(shape) in seen:
            continue
        seen.add(id(shape))
        if isinstance(shape, Structure):
            todo += shape.members.values()
            lists = [name for name, member in shape.members.items() if _is_list_of_strings(member)]
            strings = [name for name, member in shape.members.items() if isinstance(resolved(member), String)]
            if lists and strings:
                yield shape, lists[0], strings[-1]
        elif isinstance(shape, (List, Map)):
            todo.append(shape.member if isinstance(shape, List) else shape.value)


def _is_list_of_strings(shape: Shape) -> bool:
    shape = resolved(shape)
    return isinstance(shape, List) and isinstance(resolved(shape.member), String)


def corrections(text: str, shape: Shape) -> list[str]:
    try:
        shorthand.loads_option([text], shape)
    except ShorthandError as error:
        fault = error.diagnostics[0]
        return [*filter(None, [fault.fix, " ".join(fault.fix_tokens or ())])]
    return []


@pytest.mark.parametrize("service", SERVICES)
def test_no_item_of_a_list_is_lost(service: str) -> None:
    tried = 0
    for shape, listed, string in structures(service):
        for slip in SLIPS:
            text = slip.format(list=listed, string=string, lower=string.lower())
            for fixed in corrections(text, List(shape)):
                assert set(VALUE.findall(text)) <= set(VALUE.findall(fixed)), (text, fixed)
                tried += 1
    assert tried


def test_the_pair_after_a_list_keeps_the_last_item() -> None:
    filters = sources.aws("ec2", "describe-instances").options["--filters"].shape
    with pytest.raises(ShorthandError) as caught:
        shorthand.loads_option(["Values=prod,test,dev Name=tag:env"], filters)
    assert caught.value.diagnostics[0].fix == "Values=prod,test,dev,Name=tag:env"
